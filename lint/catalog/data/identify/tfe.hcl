# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "@host"
  confidence = "verified"

  when "hostname" {
    op = "host_table"
  }
}

rule {
  vendor     = "hcp"
  confidence = "verified"
  note       = "default host: api.github.com / gitlab.com / app.terraform.io"
}
