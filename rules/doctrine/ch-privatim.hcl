# The resolution of the Swiss data protection commissioners: services of large
# international providers for especially protected data. It does not bind, so
# everything is a warning.

title = "privatim resolution on SaaS of international providers"
home  = ["CH"]

territory {
  name      = "territory of Switzerland and the European Union"
  fr        = "ce territoire (la Suisse et l'Union européenne)"
  countries = ["AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GF", "GP", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MF", "MQ", "MT", "NL", "PL", "PT", "RE", "RO", "SE", "SI", "SK", "YT"]
}

clause "privatim" {
  title   = "resolution of 18 November 2025: in most cases not admissible unless the body encrypts and the provider has no access to the key"
  article = "whole"
  source {
    name       = "privatim, resolution of 18 November 2025, as told by privatim.ch and steigerlegal.ch"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

route "own-key" {
  text   = "an operator of Switzerland or the European Union, or encryption with a key that the provider cannot reach"
  fr     = "un opérateur de Suisse ou de l'Union européenne, ou un chiffrement dont la clé est hors d'atteinte du fournisseur"
  status = "open"
}

edition "2025-11-24" {
  title    = "resolution of 18 November 2025, published on 24 November"
  bodies   = ["state", "operator", "listed-group", "local-authority"]
  reserves = { health = "always", sensitive = "always", restricted = "always" }
  grades   = ["controlled"]
  cites    = { unplaced-data = "privatim", outside-territory = "privatim", foreign-control = "privatim", unknown-provider = "privatim", undeclared-class = "privatim" }
  source {
    name       = "privatim, resolution of 18 November 2025, as told by privatim.ch and steigerlegal.ch"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

level "foreign-control" { level = "warning" }
level "outside-territory" { level = "warning" }
