vendor "clarence" {
  name          = "Clarence"
  role          = "host"
  legal_entity  = "Clarence (joint venture of Proximus Luxembourg/NXT and LuxConnect)"
  seat          = "LU"
  parent        = "Proximus (BE) and LuxConnect (LU)"
  control       = "eu"
  eu_controlled = true
  technology    = "Google Distributed Cloud air-gapped"
  uncertainty   = "no Terraform identification known"
  match         = "lower"

  reach "us" {
    grade = "technology-licence"
    why   = ""
  }

  source {
    name       = "public source code, knowledge-base article \"Sovereign Cloud Products in 2026\" (2026-05-09, updated 2026-05-16)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
