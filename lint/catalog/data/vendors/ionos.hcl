vendor "ionos" {
  name = "IONOS"
  role = "host"
  legal_entity = "IONOS SE"
  seat = "DE"
  parent = "United Internet AG (63.8 %, Dommermuth)"
  parent_country = "DE"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "Warburg Pincus (US) held 21.2 % after the listing of February 2023; today's share not read"
  reach "us" {
    grade = "contested-establishment"
    why   = "US subsidiary and US sites"
  }
  source {
    name       = "United Internet AG, annual report 2022, subsequent events (63.8 % of IONOS Group SE; Warburg Pincus 21.2 %; 15.0 % free float); article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); table of storage providers of an open-source WordPress backup plugin, with source addresses, checked by its author on 2026-10-03"
    url        = "https://report.united-internet.de/annual-report/2022/management-report/subsequent-events.html"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
