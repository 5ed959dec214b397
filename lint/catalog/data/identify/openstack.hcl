# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "@host"
  confidence = "verified"

  when "auth_url" {
    op = "host_table"
  }
}

rule {
  vendor     = "unknown"
  confidence = "verified"
  note       = "OS_AUTH_URL / OS_CLOUD in the environment: ask the user to declare"
}
