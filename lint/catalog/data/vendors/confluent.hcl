vendor "confluent" {
  name = "Confluent Cloud"
  role = "saas"
  legal_entity = "Confluent, Inc."
  seat = "US"
  parent = "International Business Machines Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "IBM closed the purchase on 17 March 2026"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS, Azure or Google Cloud"
  }
  source {
    name       = "machineherald-io.pages.dev 2026-03-30, drkarlpopp.com (IBM closed Confluent on 17 March 2026; HashiCorp bought 2024 [announcement])"
    as_of      = "2026"
    confidence = "reported"
  }
}
