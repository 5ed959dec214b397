vendor "hetzner" {
  name = "Hetzner"
  role = "host"
  legal_entity = "Hetzner Online GmbH"
  seat = "DE"
  parent = "privately held (Hetzner family)"
  parent_country = "DE"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "contested-establishment"
    why   = "US (ash, hil) and Singapore locations run through local companies"
  }
  source {
    name       = "privacy policy of Hetzner Online GmbH (Gunzenhausen, Germany), seen 2026-11; article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); table of storage providers of an open-source WordPress backup plugin, with source addresses, checked by its author on 2026-10-03"
    url        = "https://www.hetzner.com/privacy-policy-notice"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
