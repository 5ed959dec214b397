# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "bleu"
  partition  = "azure-bleu"
  confidence = "verified"
  note       = "e.g. management.sovcloud-api.fr. metadata_host wins over environment (environment is not read at all when metadata_host is set). env ARM_METADATA_HOSTNAME, backend also ARM_METADATA_HOST"

  when "metadata_host" {
    op     = "host_suffix"
    values = ["sovcloud-api.fr"]
  }
}

rule {
  vendor     = "delos"
  partition  = "azure-delos"
  confidence = "verified"

  when "metadata_host" {
    op     = "host_suffix"
    values = ["sovcloud-api.de"]
  }
}

rule {
  vendor     = "azure-govsg"
  partition  = "azure-govsg"
  confidence = "reported"

  when "metadata_host" {
    op     = "host_suffix"
    values = ["sovcloud-api.sg"]
  }
}

rule {
  vendor     = "azure"
  partition  = "azure-public"
  confidence = "verified"

  when "metadata_host" {
    op     = "host_suffix"
    values = ["management.azure.com"]
  }
}

rule {
  vendor     = "azure-usgov"
  partition  = "azure-usgov"
  confidence = "verified"

  when "metadata_host" {
    op     = "host_suffix"
    values = ["management.usgovcloudapi.net"]
  }
}

rule {
  vendor     = "azure-china"
  partition  = "azure-china"
  confidence = "verified"

  when "metadata_host" {
    op     = "host_suffix"
    values = ["management.chinacloudapi.cn", "partner.microsoftonline.cn"]
  }
}

rule {
  vendor     = "azure-usgov"
  partition  = "azure-usnat/ussec"
  confidence = "verified"

  when "metadata_host" {
    op     = "host_suffix"
    values = ["eaglex.ic.gov", "microsoft.scloud"]
  }
}

rule {
  vendor     = "self-hosted"
  partition  = "azurestack-or-unknown"
  confidence = "unverified"
  note       = "any other host: Azure Stack Hub or unknown cloud; report the host"

  when "metadata_host" {
    op = "set"
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
  vendor     = "azure-usgov"
  partition  = "azure-usgov"
  confidence = "verified"

  when "environment" {
    op     = "in"
    values = ["usgovernment", "usgovernmentl4", "usgovernmentl5", "dod"]
  }
}

rule {
  vendor     = "microsoft365"
  partition  = "azure-public"
  confidence = "verified"
  note       = "values global/public; tenant geography is not in the configuration"
}
