vendor "scaleway" {
  name = "Scaleway"
  role = "host"
  legal_entity = "Scaleway SAS"
  seat = "FR"
  parent = "iliad SA (Xavier Niel)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "one article says iliad is listed, but it was taken private in 2021; SecNumCloud candidate only"
  reach "us" {
    grade = "none-known"
  }
  home {
    country = "FR"
    source {
      name       = "general knowledge: Scaleway SAS runs accounts, rights and names from France; no page that says so was found, and its name servers may answer from elsewhere"
      as_of      = "2026-11-24"
      confidence = "unverified"
    }
  }
  source {
    name       = "linforme.com (Scaleway, cloud subsidiary of iliad, accounts of 2022); statement of iliad to the AMF of 2021-08-26 (tender offer of HoldCo II, to take it private); article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); table of storage providers of an open-source WordPress backup plugin, with source addresses, checked by its author on 2026-10-03; ANSSI, catalogue of qualified products and services, September 2026"
    url        = "https://www.linforme.com/tech-telecom/article/scaleway-filiale-cloud-d-iliad-s-enfonce-dans-le-rouge_835.html"
    as_of      = "2026-10"
    confidence = "reported"
  }
}
