vendor "cloudflare" {
  name = "Cloudflare"
  role = "host"
  legal_entity = "Cloudflare, Inc."
  seat = "US"
  parent = "Cloudflare, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US company"
  }
  source {
    name       = "Cloudflare, Inc., form S-8, filed with the U.S. Securities and Exchange Commission on 2019-09-13 (company of Delaware, San Francisco; the same in its form 8-K of June 2025)"
    url        = "https://www.sec.gov/Archives/edgar/data/1477333/000119312519244741/d795321ds8.htm"
    as_of      = "2019-09-13"
    confidence = "verified"
  }
}
