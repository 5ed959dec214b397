vendor "unknown" {
  name    = "not decidable from the input"
  role    = "pseudo"
  control = "unknown"
  match   = "lower"

  reach "us" {
    grade = "unknown"
    why   = ""
  }

  source {
    name       = "general knowledge"
    as_of      = "2026-01"
    confidence = "unverified"
  }
}
