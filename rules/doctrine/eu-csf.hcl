# The EU Cloud Sovereignty Framework, an instrument of procurement: what code
# shows of its objectives on strategy, law and data. It is a ceiling of what an
# offer can reach, never a score, so everything is a notice.

title = "EU Cloud Sovereignty Framework, what code shows of SOV-1 to SOV-3"

territory {
  name      = "European Union"
  fr        = "l'Union européenne"
  countries = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GF", "GP", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MF", "MQ", "MT", "NL", "PL", "PT", "RE", "RO", "SE", "SI", "SK", "YT"]
}

clause "SOV-2" {
  title   = "SOV-2, legal and jurisdictional sovereignty: control from outside the Union leaves SEAL-1 at the most, indirect control SEAL-2"
  article = "SOV-2"
  source {
    name       = "EU Cloud Sovereignty Framework v1.2.1 of October 2025, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}

clause "SOV-3" {
  title   = "SOV-3, data sovereignty: where data is kept and processed"
  article = "SOV-3"
  source {
    name       = "EU Cloud Sovereignty Framework v1.2.1 of October 2025, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}

route "union" {
  text   = "an operator under control from the Union, with its sites there"
  fr     = "un opérateur sous contrôle de l'Union, avec ses sites dans l'Union"
  status = "open"
}

edition "2025-10-01" {
  title    = "version 1.2.1 of October 2025 (the day was not found)"
  bodies   = ["state", "operator", "listed-group", "local-authority", "private"]
  reserves = { personal = "always", business = "always", official = "always", health = "always", sensitive = "always", restricted = "always" }
  grades   = ["controlled"]
  cites    = { outside-territory = "SOV-3", foreign-control = "SOV-2", unplaced-data = "SOV-3", unknown-provider = "SOV-3", undeclared-class = "SOV-3" }
  source {
    name       = "EU Cloud Sovereignty Framework v1.2.1 of October 2025, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}

level "foreign-control" { level = "notice" }
level "outside-territory" { level = "notice" }
level "unplaced-data" { level = "notice" }
level "unknown-provider" { level = "notice" }
