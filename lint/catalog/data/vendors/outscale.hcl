vendor "outscale" {
  name = "OUTSCALE (3DS)"
  role = "host"
  legal_entity = "Outscale SAS"
  seat = "FR"
  parent = "Dassault Systemes SE (100 %)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "SecNumCloud row of cloudgouv-eu-west-1 expires 2026-11-30 (doctrine file)"
  reach "us" {
    grade = "contested-establishment"
    why   = "US regions us-east-2 and us-west-1 exist; Dassault Systemes has large US business"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public repository file 70912602946 (open-source WordPress backup plugin, provider table with source addresses, checked by its author on 2026-10-03); doctrine/secnumcloud_offers.json (ANSSI catalogue, Sept 2026)"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
