vendor "clarence" {
  name = "Clarence"
  role = "host"
  legal_entity = "Clarence (joint venture of Proximus Luxembourg/NXT and LuxConnect)"
  seat = "LU"
  parent = "Proximus (BE) and LuxConnect (LU)"
  parent_country = "BE/LU"
  control = "eu"
  eu_controlled = "yes"
  technology = "Google Distributed Cloud air-gapped"
  uncertainty = "no Terraform identification known"
  reach "us" {
    grade = "technology-licence"
  }
  source {
    name       = "public repository file 58016776182, knowledge-base article \"Sovereign Cloud Products in 2026\" (2026-05-09, updated 2026-05-16)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
