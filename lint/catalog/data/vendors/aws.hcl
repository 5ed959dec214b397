vendor "aws" {
  name = "Amazon Web Services"
  role = "host"
  legal_entity = "Amazon Web Services EMEA SARL (LU) for EU customers"
  seat = "US"
  parent = "Amazon.com, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US parent: US surveillance and disclosure law (18 U.S.C. 2713) applies whatever the region"
  }
  source {
    name       = "Amazon.com, Inc., form 10-K for 2023, filed with the U.S. Securities and Exchange Commission on 2024-02-02 (company of Delaware, Seattle); that AWS belongs to it and who contracts in Europe: general knowledge"
    url        = "https://www.sec.gov/Archives/edgar/data/1018724/000101872424000008/0001018724-24-000008.txt"
    as_of      = "2024-02-02"
    confidence = "reported"
  }
}
