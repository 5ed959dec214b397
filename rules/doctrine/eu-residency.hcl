# Data stays in the European Union: the place alone, whoever operates it. No text
# asks for this in general; it is the promise that contracts and policies make.

title = "Residency in the European Union"

territory {
  name      = "European Union"
  fr        = "l'Union européenne"
  countries = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GF", "GP", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MF", "MQ", "MT", "NL", "PL", "PT", "RE", "RO", "SE", "SI", "SK", "YT"]
}

clause "residency" {
  title   = "data is kept in the European Union"
  article = "whole"
  source {
    name       = "a policy of its user, not a text of law"
    as_of      = "2026-11-24"
    confidence = "unverified"
  }
}

route "union" {
  text   = "a region in the European Union"
  fr     = "une région de l'Union européenne"
  status = "open"
}

edition "1970-01-01" {
  title    = "residency in the Union; a policy of its user has no day"
  bodies   = ["state", "operator", "listed-group", "local-authority", "private"]
  reserves = { personal = "always", business = "always", official = "always", health = "always", sensitive = "always", restricted = "always" }
  cites    = { outside-territory = "residency", unplaced-data = "residency", unknown-provider = "residency", undeclared-class = "residency" }
  source {
    name       = "a policy of its user, not a text of law"
    as_of      = "2026-11-24"
    confidence = "unverified"
  }
}
