vendor "stackit" {
  name = "STACKIT"
  role = "host"
  legal_entity = "STACKIT GmbH & Co. KG"
  seat = "DE"
  parent = "Schwarz Group (foundation-held)"
  parent_country = "DE"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "contested-establishment"
    why   = "Schwarz group runs Lidl US"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public repository file 24853285253 (STACKIT GmbH & Co. KG), 53324960172 (Heilbronn, Schwarz group)"
    as_of      = "2026-05"
    confidence = "verified"
  }
}
