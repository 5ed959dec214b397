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
  uncertainty = "CRYPT3NS (Assured Workloads partner LOCAL_CONTROLS_BY_S3NS) is a different product: it runs on Google's own regions and inherits vendor \"google\"; owners: Thales majority/control; Google minority, below 10 % per press of 2022, one 2022 article says wholly controlled by Thales"
  reach "us" {
    grade = "technology-licence"
    why   = "SecNumCloud 3.2 qualified 17 Dec 2025; ownership caps respected"
  }
  source {
    name       = "itforbusiness.fr, 2026-01-05 (French company wholly controlled by Thales, Google Cloud technology, SecNumCloud 3.2); copy of Le Monde 2022-06-30 at ffcuisine.fr (Google below 10 % of S3NS); generation-nt.com 2068299 (2025-12-24); ANSSI, catalogue of qualified products and services, September 2026"
    url        = "https://www.itforbusiness.fr/s3ns-obtient-la-certification-secnumcloud-voila-qui-va-relancer-les-debats-98899"
    as_of      = "2026-01"
    confidence = "verified"
  }
}
