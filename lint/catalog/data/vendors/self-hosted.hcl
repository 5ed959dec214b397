vendor "self-hosted" {
  name        = "customer-operated platform (own vSphere, OpenStack, Kubernetes, MinIO, Vault ...)"
  role        = "pseudo"
  control     = "unknown"
  uncertainty = "declared by the user; default verdict is unknown, never pass"
  match       = "lower"

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
