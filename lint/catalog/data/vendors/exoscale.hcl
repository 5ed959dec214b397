vendor "exoscale" {
  name = "Exoscale"
  role = "host"
  legal_entity = "Akenes SA"
  seat = "CH"
  parent = "A1 Digital International GmbH > Telekom Austria AG > America Movil (majority); Austria's OeBAG about 28 % [M]"
  parent_country = "MX"
  control = "mx"
  eu_controlled = "no"
  uncertainty = "Austrian listing and EU management, but the majority shareholder is Mexican: EU control not given"
  reach "us" {
    grade = "none-known"
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
    name       = "public repository file 70912602946 (open-source WordPress backup plugin, provider table with source addresses, checked by its author on 2026-10-03); public repository file 52229358550 (SeaTable: Akenes SA = Exoscale, since 2017 subsidiary of A1 Digital International GmbH); handelsblatt.com 20793734 (Telekom Austria majority-owned by America Movil, 2018 [M for date]); public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index)"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
