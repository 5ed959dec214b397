vendor "upcloud" {
  name = "UpCloud"
  role = "host"
  legal_entity = "UpCloud Oy"
  seat = "FI"
  parent = "privately held (FI)"
  parent_country = "FI"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "contested-establishment"
    why   = "sites in US, SG, AU, GB"
  }
  source {
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); public repository on GitHub (UpCloud Oy, Helsinki)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
