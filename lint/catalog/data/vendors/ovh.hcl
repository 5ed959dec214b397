vendor "ovh" {
  name = "OVHcloud"
  role = "host"
  legal_entity = "OVH SAS / OVH Groupe SA"
  seat = "FR"
  parent = "OVH Groupe SA (Klaba family majority, Euronext Paris)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "KKR and TowerBrook (minority since 2016) are bought out; current float figures not read. Outcome of the Ontario judicial review unknown here."
  reach "us" {
    grade = "contested-establishment"
    why   = "EU-controlled; US subsidiary OVH US LLC is a separate company and API (ovh-us)"
  }
  reach "ca" {
    grade = "court-order"
    why   = "Ontario Court of Justice production order of 19 Apr 2024, upheld 25 Sept 2025 (judge Perkins-McVey), for subscriber data and metadata on servers in FR, GB, AU; reached through Hebergement OVH Inc. (Montreal); judicial review filed; final outcome not found"
  }
  source {
    name       = "mac4ever.com, October 2025 (Octave Klaba holds more than 80 % of the voting rights); article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); table of storage providers of an open-source WordPress backup plugin, with source addresses, checked by its author on 2026-10-03; heise.de/-11092029 (autumn 2025); theregister.com 2025/11/27/canada_court_ovh (copy gopher.nikiroo.be 1764246606); blog.privacylawyer.ca/2025/12; techzine.eu 136780 (2025); channelnews.fr 153354 (2025-12-05: appeal to the Ontario Superior Court; SISSE told Canada that direct transfer breaks French law)"
    url        = "https://www.mac4ever.com/societe/192593-octave-klaba-revient-en-pdg-d-ovhcloud-le-titre-devisse"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
