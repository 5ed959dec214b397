# Hosting of health data, version 2: where health data may be stored. Whether a
# host holds the certificate is in no table here: it is not judged.

title = "Hosting of health data (HDS v2)"

territory {
  name      = "European Economic Area"
  fr        = "l'Espace économique européen"
  countries = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GF", "GP", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MF", "MQ", "MT", "NL", "NO", "PL", "PT", "RE", "RO", "SE", "SI", "SK", "YT"]
}

clause "EXI-28" {
  title   = "HDS v2, EXI 28: health data is stored only in the European Economic Area"
  article = "EXI 28"
  source {
    name       = "HDS v2, order of 26 April 2024, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}

clause "EXI-30" {
  title   = "HDS v2, EXI 30: exposure to law of third countries is listed, with what mitigates it"
  article = "EXI 30"
  source {
    name       = "HDS v2, order of 26 April 2024, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}

route "eea" {
  text   = "a certified host of health data, with storage in the European Economic Area"
  fr     = "un hébergeur certifié de données de santé, avec stockage dans l'Espace économique européen"
  status = "open"
}

edition "2024-11-16" {
  title    = "HDS v2, for new certificates"
  bodies   = ["state", "operator", "listed-group", "local-authority", "private"]
  reserves = { health = "always", sensitive = "always" }
  cites    = { outside-territory = "EXI-28", unplaced-data = "EXI-28", unknown-provider = "EXI-28", undeclared-class = "EXI-28" }
  source {
    name       = "HDS v2, order of 26 April 2024, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}
