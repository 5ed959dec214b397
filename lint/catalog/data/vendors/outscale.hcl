vendor "outscale" {
  name = "OUTSCALE (3DS)"
  role = "host"
  legal_entity = "Outscale SAS"
  seat = "FR"
  parent = "Dassault Systemes SE (100 %)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "SecNumCloud row of cloudgouv-eu-west-1 expires 2026-11-30; owners: Dassault family group (GIMD) main shareholder of Dassault Systemes"
  reach "us" {
    grade = "contested-establishment"
    why   = "US regions us-east-2 and us-west-1 exist; Dassault Systemes has large US business"
  }
  source {
    name       = "lemagit.fr, October 2022 (Dassault Systemes is the parent of Outscale); article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); table of storage providers of an open-source WordPress backup plugin, with source addresses, checked by its author on 2026-10-03; ANSSI, catalogue of qualified products and services, September 2026"
    url        = "https://www.lemagit.fr/actualites/252526551/NUMSPOT-un-nouveau-cloud-de-confiance-en-2023"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
