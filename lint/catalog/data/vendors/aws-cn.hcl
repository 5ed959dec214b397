vendor "aws-cn" {
  name = "AWS China (Sinnet, NWCD)"
  role = "host"
  legal_entity = "Sinnet (Beijing), NWCD (Ningxia)"
  seat = "CN"
  parent = "Sinnet / NWCD"
  parent_country = "CN"
  control = "cn"
  eu_controlled = "no"
  reach "us" {
    grade = "technology-licence"
    why   = "Amazon technology and brand"
  }
  reach "cn" {
    grade = "controlled"
    why   = "Chinese operators"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
