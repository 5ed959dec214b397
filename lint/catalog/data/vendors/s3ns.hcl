vendor "s3ns" {
  name = "S3NS (PREMI3NS, Cloud de Confiance)"
  role = "host"
  legal_entity = "S3NS SAS"
  seat = "FR"
  parent = "Thales SA"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  technology = "Google Cloud (Google Cloud Dedicated) under licence"
  uncertainty = "CRYPT3NS (Assured Workloads partner LOCAL_CONTROLS_BY_S3NS) is a different product: it runs on Google's own regions and inherits vendor \"google\""
  reach "us" {
    grade = "technology-licence"
    why   = "SecNumCloud 3.2 qualified 17 Dec 2025; ownership caps respected"
  }
  source {
    name       = "itforbusiness.fr 98899 (2026-01-05); copy of Le Monde 2022-06-30 at ffcuisine.fr (Google below 10 % of S3NS); generation-nt.com 2068299 (2025-12-24); doctrine/secnumcloud_offers.json (ANSSI catalogue, Sept 2026)"
    as_of      = "2026-01"
    confidence = "verified"
  }
}
