vendor "orange-cloudavenue" {
  name = "Orange Business Cloud Avenue"
  role = "host"
  legal_entity = "Orange Business Services SA"
  seat = "FR"
  parent = "Orange SA (French State about 23 % with Bpifrance)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  technology = "VMware (Broadcom, US)"
  uncertainty = "only \"Cloud Avenue SecNum\" is qualified; VMware by Broadcom (US) is the software below"
  reach "us" {
    grade = "contested-establishment"
    why   = "Orange has establishments in the US"
  }
  source {
    name       = "general knowledge; ANSSI, catalogue of qualified products and services, September 2026"
    as_of      = "2026"
    confidence = "unverified"
  }
}
