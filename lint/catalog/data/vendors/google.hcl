vendor "google" {
  name = "Google Cloud"
  role = "host"
  legal_entity = "Google Cloud EMEA Ltd (IE), Google Cloud France SARL"
  seat = "US"
  parent = "Alphabet Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US parent: US surveillance and disclosure law (18 U.S.C. 2713) applies whatever the region"
  }
  source {
    name       = "Alphabet Inc., form 10-Q, filed with the U.S. Securities and Exchange Commission on 2024-04-26 (company of Delaware, Mountain View); that Google Cloud belongs to it and who contracts in Europe: general knowledge"
    url        = "https://www.sec.gov/Archives/edgar/data/1652044/000165204424000053/0001652044-24-000053.txt"
    as_of      = "2024-04-26"
    confidence = "reported"
  }
}
