vendor "supabase" {
  name = "Supabase"
  role = "saas"
  legal_entity = "Supabase Inc."
  parent = "Supabase, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "seat given as US and SG"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
