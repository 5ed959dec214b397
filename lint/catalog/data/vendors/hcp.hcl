vendor "hcp" {
  name = "HCP Terraform, HCP Vault, Nomad, Consul"
  role = "saas"
  legal_entity = "HashiCorp, Inc."
  seat = "US"
  parent = "International Business Machines Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "Terraform Enterprise on a customer host is customer-hosted software"
  reach "us" {
    grade = "controlled"
    why   = "US company"
  }
  source {
    name       = "general knowledge; machineherald-io.pages.dev 2026-03-30, drkarlpopp.com (IBM closed Confluent on 17 March 2026; HashiCorp bought 2024 [announcement])"
    as_of      = "2026"
    confidence = "unverified"
  }
}
