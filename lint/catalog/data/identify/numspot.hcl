# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "numspot"
  partition  = "cloudgouv-eu-west-1"
  confidence = "verified"

  when "numspot_host" {
    op     = "host_suffix"
    values = ["cloudgouv-eu-west-1.numspot.com"]
  }
}

rule {
  vendor     = "numspot"
  partition  = "cloudgouv-eu-west-1"
  confidence = "verified"

  when "host" {
    op     = "host_suffix"
    values = ["cloudgouv-eu-west-1.numspot.com"]
  }
}

rule {
  vendor     = "numspot"
  partition  = "eu-west-2"
  confidence = "verified"

  when "numspot_host" {
    op     = "host_suffix"
    values = ["eu-west-2.numspot.com"]
  }
}

rule {
  vendor     = "numspot"
  partition  = "eu-west-2"
  confidence = "verified"

  when "host" {
    op     = "host_suffix"
    values = ["eu-west-2.numspot.com"]
  }
}

rule {
  vendor     = "numspot"
  confidence = "verified"
}
