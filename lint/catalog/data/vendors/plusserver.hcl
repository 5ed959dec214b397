vendor "plusserver" {
  name = "plusserver / pluscloud open"
  role = "host"
  legal_entity = "plusserver GmbH"
  seat = "DE"
  parent = "owner after BC Partners exit (Nov 2024) not disclosed"
  eu_controlled = "unknown"
  uncertainty = "control unknown: report as unknown, never as EU"
  reach "us" {
    grade = "unknown"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index)"
    as_of      = "2026-05"
    confidence = "unverified"
  }
}
