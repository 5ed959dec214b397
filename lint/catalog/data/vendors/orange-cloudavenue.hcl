vendor "orange-cloudavenue" {
  name           = "Orange Business Cloud Avenue"
  role           = "host"
  legal_entity   = "Orange Business Services SA"
  seat           = "FR"
  parent         = "Orange SA (French State about 23 % with Bpifrance)"
  parent_country = "FR"
  control        = "eu"
  eu_controlled  = true
  technology     = "VMware (Broadcom, US)"
  uncertainty    = "only \"Cloud Avenue SecNum\" is qualified"
  match          = "lower"

  reach "us" {
    grade = "contested-establishment"
    why   = "Orange has US establishments; VMware software"
  }

  source {
    name       = "general knowledge"
    as_of      = "2026-01"
    confidence = "reported"
  }
}
