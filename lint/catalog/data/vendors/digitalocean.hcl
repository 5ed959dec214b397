vendor "digitalocean" {
  name = "DigitalOcean"
  role = "host"
  legal_entity = "DigitalOcean LLC"
  seat = "US"
  parent = "DigitalOcean Holdings, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US company"
  }
  source {
    name       = "DigitalOcean Holdings, Inc., form 8-K, filed with the U.S. Securities and Exchange Commission on 2024-06-10 (company of Delaware, New York)"
    url        = "https://sec.gov/Archives/edgar/data/1582961/000158296124000081/0001582961-24-000081.txt"
    as_of      = "2024-06-10"
    confidence = "verified"
  }
}
