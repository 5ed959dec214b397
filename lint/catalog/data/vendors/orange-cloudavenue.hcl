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
  uncertainty = "only \"Cloud Avenue SecNum\" is qualified"
  reach "us" {
    grade = "contested-establishment"
    why   = "Orange has US establishments; VMware software"
  }
  source {
    name       = "general knowledge; doctrine/secnumcloud_offers.json (ANSSI catalogue, Sept 2026)"
    as_of      = "2026"
    confidence = "unverified"
  }
}
