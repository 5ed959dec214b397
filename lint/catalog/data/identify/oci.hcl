# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "oracle-eu-sovereign"
  partition  = "oc19"
  confidence = "verified"

  when "region" {
    op     = "region"
    values = ["oracle-eu-sovereign"]
  }
}

rule {
  vendor     = "oracle"
  confidence = "reported"
}
