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
    why   = "US operator AND US-controlled host"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
