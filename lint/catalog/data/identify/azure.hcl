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
  vendor     = "azure-usgov"
  partition  = "azure-usgov"
  confidence = "verified"

  when "environment" {
    op     = "in"
    values = ["usgovernment", "usgovernmentl4", "dod", "usgovernmentl5"]
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
  note       = "still in the azurerm docs, but go-azure-sdk v0.20260811 FromName no longer accepts it: configuration error, report"

  when "environment" {
    op     = "in"
    values = ["german", "germany"]
  }
}

rule {
  vendor     = "azure"
  partition  = "azure-public"
  confidence = "verified"

  when "environment" {
    op     = "in"
    values = ["canary"]
  }
}

rule {
  vendor     = "bleu"
  partition  = "azure-bleu"
  confidence = "reported"
  note       = "region name alone is good evidence when metadata_host comes from the environment; cross-check"

  when "resource:location" {
    op     = "in_norm"
    values = ["bleufrancecentral", "bleufrancesouth"]
  }
}

rule {
  vendor     = "delos"
  partition  = "azure-delos"
  confidence = "reported"

  when "resource:location" {
    op     = "in_norm"
    values = ["deloscloudgermanycentral", "deloscloudgermanynorth"]
  }
}

rule {
  vendor     = "azure-china"
  partition  = "azure-china"
  confidence = "reported"

  when "resource:location" {
    op     = "prefix_norm"
    values = ["china"]
  }
}

rule {
  vendor     = "azure-usgov"
  partition  = "azure-usgov"
  confidence = "reported"

  when "resource:location" {
    op     = "prefix_norm"
    values = ["usgov", "usdod"]
  }
}

rule {
  vendor     = "azure"
  partition  = "azure-public"
  confidence = "verified"
  note       = "default: environment = public"
}
