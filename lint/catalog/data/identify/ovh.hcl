# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "ovh-us"
  partition  = "ovh-us"
  confidence = "verified"

  when "endpoint" {
    op     = "in"
    values = ["ovh-us"]
  }
}

rule {
  vendor     = "ovh"
  partition  = "ovh-eu"
  confidence = "verified"

  when "endpoint" {
    op     = "in"
    values = ["ovh-eu", "soyoustart-eu", "kimsufi-eu"]
  }
}

rule {
  vendor     = "ovh"
  partition  = "ovh-ca"
  confidence = "verified"
  note       = "account signed with the Canadian entity; data still where region says"

  when "endpoint" {
    op     = "in"
    values = ["ovh-ca", "soyoustart-ca", "kimsufi-ca"]
  }
}

rule {
  vendor     = "ovh"
  partition  = "ovh-eu"
  confidence = "reported"
  note       = "OVH_ENDPOINT or ovh.conf may say otherwise"
}
