# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "@host"
  confidence = "verified"

  when "host" {
    op = "host_table"
  }
}

rule {
  vendor     = "aws"
  confidence = "reported"
  note       = "--region in args gives the region"

  when "exec[].command" {
    op     = "regex"
    values = ["^aws$|aws-iam-authenticator"]
  }
}

rule {
  vendor     = "unknown"
  confidence = "verified"
}
