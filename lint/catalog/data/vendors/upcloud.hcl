vendor "upcloud" {
  name           = "UpCloud"
  role           = "host"
  legal_entity   = "UpCloud Oy"
  seat           = "FI"
  parent         = "privately held (FI)"
  parent_country = "FI"
  control        = "eu"
  eu_controlled  = true
  match          = "lower"

  reach "us" {
    grade = "contested-establishment"
    why   = "sites in US, SG, AU, GB"
  }

  source {
    name       = "public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public source code (UpCloud Oy, Helsinki) and"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
