vendor "ovh" {
  name = "OVHcloud"
  role = "host"
  legal_entity = "OVH SAS / OVH Groupe SA"
  seat = "FR"
  parent = "OVH Groupe SA (Klaba family majority, Euronext Paris)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "2016-2019: KKR and TowerBrook minority (bought out); current float figures not read. Outcome of the Ontario judicial review unknown here."
  reach "us" {
    grade = "contested-establishment"
    why   = "EU-controlled; US subsidiary OVH US LLC is a separate company and API (ovh-us)"
  }
  reach "ca" {
    grade = "court-order"
    why   = "Ontario Court of Justice production order of 19 Apr 2024, upheld 25 Sept 2025 (judge Perkins-McVey), for subscriber data and metadata on servers in FR, GB, AU; reached through Hebergement OVH Inc. (Montreal); judicial review filed; final outcome not found"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public repository file 70912602946 (open-source WordPress backup plugin, provider table with source addresses, checked by its author on 2026-10-03); heise.de/-11092029 (autumn 2025); theregister.com 2025/11/27/canada_court_ovh (copy gopher.nikiroo.be 1764246606); blog.privacylawyer.ca/2025/12; techzine.eu 136780 (2025); channelnews.fr 153354 (2025-12-05: appeal to the Ontario Superior Court; SISSE told Canada that direct transfer breaks French law)"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
