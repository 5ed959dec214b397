# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "flexibleengine"
  confidence = "verified"

  when "cloud" {
    op     = "host_suffix"
    values = ["prod-cloud-ocb.orange-business.com"]
  }
}

rule {
  vendor     = "otc"
  confidence = "verified"

  when "cloud" {
    op     = "host_suffix"
    values = ["otc.t-systems.com"]
  }
}

rule {
  vendor     = "huawei"
  confidence = "verified"
  note       = "eu-west-0 under this provider is Orange, eu-west-101 is Huawei Dublin"

  when "cloud" {
    op     = "host_suffix"
    values = ["myhuaweicloud.eu", "myhuaweicloud.com"]
  }
}

rule {
  vendor     = "@host"
  confidence = "verified"

  when "auth_url" {
    op = "host_table"
  }
}

rule {
  vendor     = "flexibleengine"
  confidence = "reported"

  when "region" {
    op     = "in"
    values = ["eu-west-0"]
  }
}

rule {
  vendor     = "huawei"
  confidence = "verified"
}
