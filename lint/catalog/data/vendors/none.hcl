vendor "none" {
  name    = "no data placed (random, null, tls, local, time, archive, template, http, external)"
  role    = "pseudo"
  control = "unknown"
  match   = "lower"

  reach "us" {
    grade = "n/a"
    why   = ""
  }

  source {
    name       = "general knowledge"
    as_of      = "2026-01"
    confidence = "unverified"
  }
}
