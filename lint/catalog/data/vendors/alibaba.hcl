vendor "alibaba" {
  name = "Alibaba Cloud"
  role = "host"
  legal_entity = "Alibaba Cloud (Singapore) Private Ltd for non-Chinese customers"
  seat = "CN"
  parent = "Alibaba Group Holding"
  parent_country = "CN"
  control = "cn"
  eu_controlled = "no"
  uncertainty = "the listed company is incorporated in the Cayman Islands and run from Hangzhou and Hong Kong"
  reach "us" {
    grade = "none-known"
  }
  reach "cn" {
    grade = "controlled"
    why   = "Chinese group: National Intelligence Law, Data Security Law"
  }
  source {
    name       = "Alibaba Group Holding Ltd, form 20-F/A, filed with the U.S. Securities and Exchange Commission on 2024-02-23 (company of the Cayman Islands, offices in Hong Kong S.A.R., People's Republic of China); who contracts outside China: general knowledge"
    url        = "https://sec.gov/Archives/edgar/data/1577552/000119312524044480/d791119d20fa.htm"
    as_of      = "2024-02-23"
    confidence = "verified"
  }
}
