# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "ovh"
  partition  = "hosted-private-cloud"
  confidence = "unverified"
  note       = "pcc-a-b-c-d.ovh.com = OVH Hosted Private Cloud; SecNumCloud or not is NOT visible"

  when "vsphere_server" {
    op     = "host_suffix"
    values = ["ovh.com", "ovh.us"]
  }
}

rule {
  vendor     = "@host"
  confidence = "verified"

  when "vsphere_server" {
    op = "host_table"
  }
}

rule {
  vendor     = "self-hosted"
  confidence = "unverified"
}
