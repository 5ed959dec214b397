vendor "snowflake" {
  name = "Snowflake"
  role = "saas"
  legal_entity = "Snowflake Inc. and local companies"
  seat = "US"
  parent = "Snowflake Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "region is in the account identifier, not an argument"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS, Azure or Google Cloud"
  }
  source {
    name       = "Snowflake Inc., form 8-K, filed with the U.S. Securities and Exchange Commission on 2024-07-02 (company of Delaware, Bozeman, Montana)"
    url        = "https://sec.gov/Archives/edgar/data/1640147/000164014724000183/0001640147-24-000183.txt"
    as_of      = "2024-07-02"
    confidence = "verified"
  }
}
