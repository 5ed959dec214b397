vendor "exoscale" {
  name = "Exoscale"
  role = "host"
  legal_entity = "Akenes SA"
  seat = "CH"
  parent = "America Movil (majority), through Telekom Austria AG and A1 Digital International GmbH"
  parent_country = "MX"
  control = "mx"
  eu_controlled = "no"
  uncertainty = "Austrian listing and EU management, but the majority shareholder is Mexican: EU control not given; Austria's OeBAG holds about 28 % (from memory)"
  reach "us" {
    grade = "none-known"
  }
  reach "ch" {
    grade = "applies"
    why   = "Swiss company"
  }
  reach "mx" {
    grade = "controlled"
    why   = "majority shareholder America Movil, Mexico"
  }
  source {
    name       = "table of storage providers of an open-source WordPress backup plugin, with source addresses, checked by its author on 2026-10-03; public repository on GitHub (SeaTable: Akenes SA = Exoscale, since 2017 subsidiary of A1 Digital International GmbH); handelsblatt.com 20793734 (Telekom Austria majority-owned by America Movil, 2018); article on EU-native cloud providers in a public knowledge base on GitHub (May 2026)"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
