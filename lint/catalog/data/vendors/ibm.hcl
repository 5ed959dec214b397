vendor "ibm" {
  name = "IBM Cloud"
  role = "host"
  legal_entity = "IBM group companies"
  seat = "US"
  parent = "International Business Machines Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US parent: US surveillance and disclosure law (18 U.S.C. 2713) applies whatever the region"
  }
  source {
    name       = "International Business Machines Corp., form 8-K, filed with the U.S. Securities and Exchange Commission in 2019 (company of New York, Armonk)"
    url        = "https://www.sec.gov/Archives/edgar/data/51143/000095015719000769/form8k.htm"
    as_of      = "2019"
    confidence = "verified"
  }
}
