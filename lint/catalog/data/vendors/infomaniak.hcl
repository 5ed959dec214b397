vendor "infomaniak" {
  name = "Infomaniak"
  role = "host"
  legal_entity = "Infomaniak Network SA / Infomaniak Group SA"
  seat = "CH"
  parent = "Infomaniak Foundation (CH), majority"
  parent_country = "CH"
  control = "ch"
  eu_controlled = "no"
  uncertainty = "Switzerland is neither EU nor EEA (a GDPR adequacy decision exists)"
  reach "us" {
    grade = "none-known"
  }
  reach "ch" {
    grade = "applies"
    why   = "Swiss law; BUPF/LSCPT revision debated 2025-2026"
  }
  source {
    name       = "table of storage providers of an open-source WordPress backup plugin, with source addresses, checked by its author on 2026-10-03; public repository on GitHub (Infomaniak Network SA 2023-2025)"
    as_of      = "2026-10"
    confidence = "reported"
  }
}
