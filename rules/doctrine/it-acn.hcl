# Italy's regulation for cloud services of the administration: the place by class
# of data. Our class restricted stands for its strategic data, sensitive and
# health for critical, the others for ordinary. It has no rule on ownership.

title = "ACN regulation on cloud services of the Italian administration"

territory {
  name      = "European Union"
  fr        = "l'Union européenne"
  countries = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GF", "GP", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MF", "MQ", "MT", "NL", "PL", "PT", "RE", "RO", "SE", "SI", "SK", "YT"]
}

clause "PR.DS-01" {
  title   = "ACN regulation, PR.DS-01 1_O: data is in the European Union, with reasoned exceptions"
  article = "PR.DS-01 1_O"
  source {
    name       = "ACN regulation, decree 21007/24 of 27 June 2024, as told by a public reading of the whole text"
    as_of      = "2026-07-29"
    confidence = "reported"
  }
}

clause "17.4" {
  title   = "ACN regulation, article 17.4: strategic data needs a service of level QC3 or above"
  article = "17.4"
  source {
    name       = "ACN regulation, decree 21007/24 of 27 June 2024, as told by a public reading of the whole text"
    as_of      = "2026-07-29"
    confidence = "reported"
  }
}

route "union" {
  text   = "a service qualified by ACN for the class, in a region of the European Union"
  fr     = "un service qualifié par l'ACN pour la classe, dans une région de l'Union européenne"
  status = "open"
}

edition "2024-06-27" {
  title    = "decree 21007/24"
  bodies   = ["state", "operator", "listed-group", "local-authority"]
  reserves = { personal = "assessed", business = "assessed", official = "assessed", health = "always", sensitive = "always", restricted = "always" }
  cites    = { outside-territory = "PR.DS-01", unplaced-data = "PR.DS-01", unknown-provider = "PR.DS-01", undeclared-class = "17.4" }
  source {
    name       = "ACN regulation, decree 21007/24 of 27 June 2024, as told by a public reading of the whole text"
    as_of      = "2026-07-29"
    confidence = "reported"
  }
}
