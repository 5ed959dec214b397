vendor "otc" {
  name = "Open Telekom Cloud / T Cloud Public"
  role = "host"
  legal_entity = "T-Systems International GmbH"
  seat = "DE"
  parent = "Deutsche Telekom AG (German State and KfW about 28 %)"
  parent_country = "DE"
  control = "eu"
  eu_controlled = "yes"
  technology = "OpenStack, historically Huawei FusionSphere (CN)"
  uncertainty = "renamed T Cloud Public"
  reach "us" {
    grade = "contested-establishment"
    why   = "group majority-owns T-Mobile US"
  }
  reach "cn" {
    grade = "technology-licence"
    why   = "historic Huawei technology; current share not disclosed"
  }
  source {
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); article \"Sovereign Cloud Products in 2026\" in a public knowledge base on GitHub (2026-05-09, updated 2026-05-16); openstack/openstacksdk vendor profiles (2026-08-21)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
