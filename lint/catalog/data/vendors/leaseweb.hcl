vendor "leaseweb" {
  name = "Leaseweb"
  role = "host"
  legal_entity = "Leaseweb Netherlands B.V. (and sister companies per country)"
  seat = "NL"
  parent = "Ocom Group"
  parent_country = "NL"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "contested-establishment"
    why   = "separate sales companies (Leaseweb USA Inc. etc.): the account behind the token decides the contracting entity, not visible in Terraform"
  }
  source {
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
