vendor "scaleway" {
  name = "Scaleway"
  role = "host"
  legal_entity = "Scaleway SAS"
  seat = "FR"
  parent = "iliad SA (Xavier Niel)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "KB1 says iliad is listed: iliad was taken private in 2021 (general knowledge); SecNumCloud candidate only"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public repository file 70912602946 (open-source WordPress backup plugin, provider table with source addresses, checked by its author on 2026-10-03); doctrine/secnumcloud_offers.json (ANSSI catalogue, Sept 2026)"
    as_of      = "2026-10"
    confidence = "unverified"
  }
}
