vendor "numspot" {
  name = "NumSpot"
  role = "operator"
  legal_entity = "NumSpot SAS"
  seat = "FR"
  parent = "Docaposte, Dassault Systemes, Bouygues Telecom, Banque des Territoires"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
    why   = "its data is kept on Outscale"
  }
  source {
    name       = "lemagit.fr, October 2022 (the four partners; on Outscale); informatiquenews.fr, 2025-12-19 (same four; now a platform for other infrastructures too); article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); article \"Sovereign Cloud Products in 2026\" in a public knowledge base on GitHub (2026-05-09, updated 2026-05-16); public repository on GitHub (2026-09); ANSSI, catalogue of qualified products and services, September 2026"
    url        = "https://www.lemagit.fr/actualites/252526551/NUMSPOT-un-nouveau-cloud-de-confiance-en-2023"
    as_of      = "2026-09"
    confidence = "reported"
  }
}
