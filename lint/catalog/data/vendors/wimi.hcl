vendor "wimi" {
  name         = "Cloud Solutions (Wimi)"
  role         = "saas"
  legal_entity = "Cloud Solutions"
  control      = "unknown"
  uncertainty  = "ownership not established; known only as a row of the SecNumCloud register"
  match        = "lower"

  source {
    name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
    as_of      = "2026-09-15"
    confidence = "unverified"
  }
}
