vendor "cleura" {
  name = "Cleura (ex City Network)"
  role = "host"
  legal_entity = "Cleura AB"
  seat = "SE"
  parent = "Iver group (verified for its earlier name City Network); private-equity owner ICG (UK) [M]"
  parent_country = "GB?"
  eu_controlled = "unknown"
  uncertainty = "ownership by Iver/ICG is from memory and could not be confirmed; if true the ultimate owner is a UK fund manager, so EU control is NOT established"
  reach "us" {
    grade = "unknown"
  }
  source {
    name       = "public repository file 55293979022 (Cleura AB, 2026), 37236719262 (founder biography: City Network is a part of Iver); general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
