vendor "exoscale" {
  name           = "Exoscale"
  role           = "host"
  legal_entity   = "Akenes SA"
  seat           = "CH"
  parent         = "A1 Digital International GmbH > Telekom Austria AG > America Movil (majority); Austria's OeBAG about 28 % [M]"
  parent_country = "MX"
  control        = "mx"
  eu_controlled  = false
  uncertainty    = "Austrian listing and EU management, but the majority shareholder is Mexican: EU control not given"
  match          = "lower"

  reach "us" {
    grade = "none-known"
    why   = ""
  }

  reach "ch" {
    grade = "applies"
    why   = "Swiss company"
  }

  reach "mx" {
    grade = "owner"
    why   = "majority shareholder America Movil, Mexico"
  }

  source {
    name       = "public source code (open-source WordPress backup plugin, provider table with source addresses, checked by its author on 2026-10-03); public source code (SeaTable: Akenes SA = Exoscale, since 2017 subsidiary of A1 Digital International GmbH); handelsblatt.com 20793734 (Telekom Austria majority-owned by America Movil, 2018 [M for date]); public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index)"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
