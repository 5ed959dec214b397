vendor "cleura" {
  name = "Cleura (ex City Network)"
  role = "host"
  legal_entity = "Cleura AB"
  seat = "SE"
  parent = "Iver group"
  eu_controlled = "unknown"
  uncertainty = "ownership by Iver was read for the earlier name City Network; that Iver belongs to ICG, a UK fund manager, is from memory and could not be confirmed: EU control is not established, nor is the reach of US law"
  source {
    name       = "public repository on GitHub (Cleura AB, 2026) (founder biography: City Network is a part of Iver); general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
