vendor "numspot" {
  name = "NumSpot"
  role = "operator"
  legal_entity = "NumSpot SAS"
  seat = "FR"
  parent = "Docaposte, Dassault Systemes, Bouygues Telecom, Banque des Territoires"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public repository file 58016776182, knowledge-base article \"Sovereign Cloud Products in 2026\" (2026-05-09, updated 2026-05-16); public repository file 54674079946, 68825157405 (2026-09); doctrine/secnumcloud_offers.json (ANSSI catalogue, Sept 2026)"
    as_of      = "2026-09"
    confidence = "reported"
  }
}
