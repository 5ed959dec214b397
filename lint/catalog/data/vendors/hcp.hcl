vendor "hcp" {
  name = "HashiCorp"
  role = "saas"
  legal_entity = "HashiCorp, Inc."
  seat = "US"
  parent = "International Business Machines Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "Terraform Enterprise on a customer host is customer-hosted software; that IBM closed the purchase is general knowledge"
  reach "us" {
    grade = "controlled"
    why   = "US company; its data is kept on AWS or Azure"
  }
  source {
    name       = "HashiCorp, Inc., form 8-K of April 2024, filed with the U.S. Securities and Exchange Commission (merger agreement with IBM of 2024-04-24); that the merger closed: general knowledge"
    url        = "https://www.sec.gov/Archives/edgar/data/0001720671/000119312524114310/d804229d8k.htm"
    as_of      = "2024-04-24"
    confidence = "reported"
  }
}
