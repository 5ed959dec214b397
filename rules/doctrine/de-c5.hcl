# Germany's criteria catalogue: an attestation for each service. It asks neither
# for a place nor for an owner, and no table of attestations is kept here, so that
# everything that holds data stays open.

title       = "BSI C5 attestation"
attestation = "an attestation under BSI C5"

clause "C5" {
  title   = "C5: the service has an attestation, and its report states law, places and requests of authorities"
  article = "whole"
  source {
    name       = "BSI C5, as told by heise 11247658 and marekhronec.com"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

route "attested" {
  text   = "a service with a C5 attestation of type 2"
  fr     = "un service attesté C5 de type 2"
  status = "open"
}

edition "2020-01-01" {
  title    = "C5:2020 (the day was not found)"
  bodies   = ["state", "operator", "listed-group", "local-authority", "private"]
  reserves = { health = "always", sensitive = "always", restricted = "always" }
  cites    = { unplaced-data = "C5", unknown-provider = "C5", undeclared-class = "C5" }
  source {
    name       = "BSI C5, as told by heise 11247658 and marekhronec.com"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}
