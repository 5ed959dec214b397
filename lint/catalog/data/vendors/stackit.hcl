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
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); public repository on GitHub (STACKIT GmbH & Co. KG) (Heilbronn, Schwarz group)"
    as_of      = "2026-05"
    confidence = "verified"
  }
}
