# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "@host"
  confidence = "verified"

  when "url" {
    op = "host_table"
  }
}

rule {
  vendor     = "self-hosted"
  confidence = "unverified"
  note       = "host unknown to the table: customer must declare"
}
