vendor "plusserver" {
  name = "plusserver / pluscloud open"
  role = "host"
  legal_entity = "plusserver GmbH"
  seat = "DE"
  eu_controlled = "unknown"
  uncertainty = "owner after the exit of BC Partners (November 2024) not disclosed: control is not established, report it as unknown, never as EU; the reach of US law is not established either"
  source {
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026)"
    as_of      = "2026-05"
    confidence = "unverified"
  }
}
