# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "bleu"
  partition  = "azure-bleu"
  confidence = "verified"
  note       = "with environment = \"custom\" (needs active_directory_authority_host, resource_manager_endpoint, resource_manager_audience; env ARM_RESOURCE_MANAGER_ENDPOINT etc.). azapi has no metadata_host"

  when "endpoint[].resource_manager_endpoint" {
    op     = "host_suffix"
    values = ["sovcloud-api.fr"]
  }
}

rule {
  vendor     = "delos"
  partition  = "azure-delos"
  confidence = "verified"

  when "endpoint[].resource_manager_endpoint" {
    op     = "host_suffix"
    values = ["sovcloud-api.de"]
  }
}

rule {
  vendor     = "azure-govsg"
  partition  = "azure-govsg"
  confidence = "verified"

  when "endpoint[].resource_manager_endpoint" {
    op     = "host_suffix"
    values = ["sovcloud-api.sg"]
  }
}

rule {
  vendor     = "azure-usgov"
  partition  = "azure-usgov"
  confidence = "verified"

  when "endpoint[].resource_manager_endpoint" {
    op     = "host_suffix"
    values = ["management.usgovcloudapi.net"]
  }
}

rule {
  vendor     = "azure-china"
  partition  = "azure-china"
  confidence = "verified"

  when "endpoint[].resource_manager_endpoint" {
    op     = "host_suffix"
    values = ["management.chinacloudapi.cn"]
  }
}

rule {
  vendor     = "azure"
  partition  = "azure-public"
  confidence = "verified"

  when "endpoint[].resource_manager_endpoint" {
    op     = "host_suffix"
    values = ["management.azure.com"]
  }
}

rule {
  vendor     = "bleu"
  partition  = "azure-bleu"
  confidence = "verified"

  when "endpoint[].active_directory_authority_host" {
    op     = "host_suffix"
    values = ["sovcloud-identity.fr"]
  }
}

rule {
  vendor     = "delos"
  partition  = "azure-delos"
  confidence = "verified"

  when "endpoint[].active_directory_authority_host" {
    op     = "host_suffix"
    values = ["sovcloud-identity.de"]
  }
}

rule {
  vendor     = "azure-usgov"
  partition  = "azure-usgov"
  confidence = "verified"

  when "environment" {
    op     = "in"
    values = ["usgovernment"]
  }
}

rule {
  vendor     = "azure-china"
  partition  = "azure-china"
  confidence = "verified"

  when "environment" {
    op     = "in"
    values = ["china"]
  }
}

rule {
  vendor     = "unknown"
  confidence = "unverified"
  note       = "endpoints come from the environment"

  when "environment" {
    op     = "in"
    values = ["custom"]
  }
}

rule {
  vendor     = "azure"
  partition  = "azure-public"
  confidence = "verified"
}
