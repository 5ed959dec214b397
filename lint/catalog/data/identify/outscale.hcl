# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "outscale"
  confidence = "verified"
  note       = "region = label before outscale.com"

  when "api[].endpoint" {
    op     = "host_suffix"
    values = ["outscale.com"]
  }
}

rule {
  vendor     = "outscale"
  confidence = "verified"
  note       = "region = label before outscale.com"

  when "endpoints[].api" {
    op     = "host_suffix"
    values = ["outscale.com"]
  }
}

rule {
  vendor     = "outscale"
  confidence = "verified"

  when "api[].region" {
    op     = "region"
    values = ["outscale"]
  }
}

rule {
  vendor     = "outscale"
  confidence = "verified"

  when "region" {
    op     = "region"
    values = ["outscale"]
  }
}

rule {
  vendor     = "outscale"
  confidence = "verified"
  note       = "OSC_REGION, OSC_ENDPOINT_API, profile in config_file; older OUTSCALE_REGION"
}
