vendor "clevercloud" {
  name = "Clever Cloud"
  role = "operator"
  legal_entity = "Clever Cloud SAS"
  seat = "FR"
  parent = "privately held (FR)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "host depends on the region argument"
  reach "us" {
    grade = "none-known"
    why   = "its data is kept on its own sites, Scaleway, OVHcloud or IONOS"
  }
  source {
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); CleverCloud/documentation (2026-07-01)"
    as_of      = "2026-07"
    confidence = "reported"
  }
}
