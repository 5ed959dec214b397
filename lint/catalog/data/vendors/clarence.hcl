vendor "clarence" {
  name = "Clarence"
  role = "host"
  legal_entity = "Clarence (joint venture of Proximus Luxembourg/NXT and LuxConnect)"
  seat = "LU"
  parent = "Proximus (BE) and LuxConnect (LU)"
  control = "eu"
  eu_controlled = "yes"
  technology = "Google Distributed Cloud air-gapped"
  uncertainty = "no Terraform identification known; owners in two countries, BE and LU"
  reach "us" {
    grade = "technology-licence"
  }
  source {
    name       = "article \"Sovereign Cloud Products in 2026\" in a public knowledge base on GitHub (2026-05-09, updated 2026-05-16)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
