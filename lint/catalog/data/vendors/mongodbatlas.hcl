vendor "mongodbatlas" {
  name = "MongoDB Atlas"
  role = "saas"
  legal_entity = "MongoDB Ltd (IE) for EU customers"
  seat = "US"
  parent = "MongoDB, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS, Azure or Google Cloud"
  }
  source {
    name       = "MongoDB, Inc., form 8-K, filed with the U.S. Securities and Exchange Commission on 2024-10-16 (company of Delaware, New York); that MongoDB Ltd contracts in Europe: general knowledge"
    url        = "https://www.sec.gov/Archives/edgar/data/1441816/000144181624000228/0001441816-24-000228.txt"
    as_of      = "2024-10-16"
    confidence = "verified"
  }
}
