vendor "azure" {
  name = "Microsoft Azure"
  role = "host"
  legal_entity = "Microsoft Ireland Operations Ltd for EU customers"
  seat = "US"
  parent = "Microsoft Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  match = "spaces"
  reach "us" {
    grade = "controlled"
    why   = "US parent: US surveillance and disclosure law (18 U.S.C. 2713) applies whatever the region"
  }
  source {
    name       = "Microsoft Corp., form 10-K for 2016, exhibit 21, list of subsidiaries, filed with the U.S. Securities and Exchange Commission (Microsoft Ireland Operations Limited among them)"
    url        = "https://www.sec.gov/Archives/edgar/data/789019/000119312516662209/d187868dex21.htm"
    as_of      = "2016-06-30"
    confidence = "verified"
  }
}
