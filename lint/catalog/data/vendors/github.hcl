vendor "github" {
  name = "GitHub"
  role = "saas"
  legal_entity = "GitHub, Inc."
  seat = "US"
  parent = "Microsoft Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "base_url on a customer host = GitHub Enterprise Server (customer hosts it); *.ghe.com = GitHub data residency, still Microsoft"
  reach "us" {
    grade = "controlled"
    why   = "US company; its data is kept on Azure or its own sites"
  }
  source {
    name       = "devclass.com, 2018-10-26: Microsoft has completed its purchase of GitHub"
    url        = "https://devclass.com/2018/10/26/microsoft-finally-pulls-github-as-7-5bn-deal-completed/"
    as_of      = "2018-10-26"
    confidence = "verified"
  }
}
