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
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public repository file 70909486540 (UpCloud Oy, Helsinki) and 1101155348"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
