vendor "elastic" {
  name = "Elastic Cloud"
  role = "saas"
  legal_entity = "Elasticsearch B.V."
  seat = "NL"
  parent = "Elastic N.V. (Dutch company, NYSE, run from the US)"
  parent_country = "NL"
  eu_controlled = "unknown"
  uncertainty = "Dutch legal seat does not mean EU control: management and listing are in the US; treated as US-exposed, contested; seat given as NL and US"
  reach "us" {
    grade = "contested-establishment"
    why   = "US operator AND US-controlled host; its data is kept on AWS, Azure or Google Cloud"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
