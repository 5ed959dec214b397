# SecNumCloud: the rows of the catalogue, the candidates and what is known of earlier rows.
# Not in the catalogue, whatever their advertising says:
#   AWS: all regions incl. eu-west-3 (Paris) and the European Sovereign Cloud
#   Microsoft Azure / Microsoft 365 (public cloud): francecentral, francesouth and all others; Entra ID, Microsoft 365
#   Google Cloud (googleapis.com universe, incl. CRYPT3NS external keys): europe-west9 and all others
#   OVHcloud Public Cloud, bare metal, AI Endpoints (mainstream): GRA, SBG, RBX, EU-WEST-PAR, ...
#   Outscale outside cloudgouv: eu-west-2, us-east-2, us-west-1, ap-northeast-1
#   NumSpot outside cloudgouv: eu-west-2
#   Scaleway ordinary zones: fr-par, nl-ams, pl-waw
#   Clever Cloud, Scalingo (PaaS): no own qualification even on a zone built on qualified IaaS (Scalingo osc-secnum-fr1 on Outscale cloudgouv; Clever Cloud on Cloud Temple): osc-secnum-fr1, ...

register "secnumcloud" {
  title = "SecNumCloud qualified offers (ANSSI)"
  as_of = "2026-09-15"

  source {
    name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
    as_of      = "2026-09-15"
    confidence = "reported"
  }

  offer "outscale-iaas" {
    name      = "IaaS Cloud on Demand"
    vendor    = "outscale"
    kinds     = ["iaas"]
    status    = "qualified"
    from      = "2023-11-30"
    until     = "2026-11-30"
    decision  = "2118"
    regions   = ["cloudgouv-eu-west-1"]
    hosts     = ["cloudgouv-eu-west-1.outscale.com"]
    not_types = ["outscale_oks_*"]

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "ovh-hosted-private-cloud" {
    name       = "Hosted Private Cloud powered by VMware (SecNumCloud)"
    vendor     = "ovh"
    kinds      = ["iaas"]
    status     = "qualified"
    from       = "2023-12-28"
    until      = "2026-12-29"
    decision   = "2279"
    not_types  = ["ovh_cloud_project_*"]
    declared   = true
    technology = "VMware (Broadcom, US) operated under licence"

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "ovh-bare-metal-pod" {
    name      = "Bare Metal Pod"
    vendor    = "ovh"
    kinds     = ["iaas"]
    status    = "qualified"
    from      = "2025-03-24"
    until     = "2028-03-24"
    decision  = "559"
    not_types = ["ovh_dedicated_server*"]
    declared  = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "ovh-snc-cloud-platform" {
    name     = "SNC Cloud Platform"
    vendor   = "ovh"
    kinds    = ["iaas"]
    status   = "qualified"
    from     = "2026-07-31"
    until    = "2029-07-31"
    decision = "3393"
    regions  = ["eu-west-rbx-snc", "eu-west-sbg-snc"]
    hosts    = ["cloud.snc.ovh.net"]

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "cloudtemple-iaas" {
    name       = "IaaS Secure Temple (VMware, open source, S3 object storage, HSM-KMS, bare metal: several catalogue rows)"
    vendor     = "cloudtemple"
    kinds      = ["iaas"]
    status     = "qualified"
    from       = "2026-07-31"
    until      = "2028-05-30"
    decision   = "3389"
    not_types  = ["cloudtemple_public_cloud_vm_*"]
    declared   = true
    technology = "VMware (Broadcom, US) for the VMware row"

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "cloudtemple-openshift" {
    name       = "PaaS OpenShift"
    vendor     = "cloudtemple"
    kinds      = ["paas"]
    status     = "qualified"
    from       = "2025-05-30"
    until      = "2028-05-30"
    decision   = "919"
    declared   = true
    technology = "Red Hat OpenShift (US vendor)"

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "s3ns-premi3ns" {
    name       = "Cloud de confiance S3NS (PREMI3NS)"
    vendor     = "s3ns"
    kinds      = ["iaas", "caas", "paas"]
    status     = "qualified"
    from       = "2025-12-17"
    until      = "2028-12-17"
    decision   = "2057"
    regions    = ["u-france-east1"]
    hosts      = ["s3nsapis.fr", "s3nsregistry.fr"]
    technology = "Google Cloud (Alphabet, US) software under licence"

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "numspot-iaas" {
    name      = "Plateforme des services cloud"
    vendor    = "numspot"
    kinds     = ["iaas"]
    status    = "qualified"
    from      = "2026-07-31"
    until     = "2029-07-31"
    decision  = "3395"
    regions   = ["cloudgouv-eu-west-1"]
    hosts     = ["cloudgouv-eu-west-1.numspot.com"]
    not_types = ["numspot_kubernetes_cluster", "numspot_kubernetes_nodepool", "numspot_postgres_cluster"]

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "orange-cloud-avenue-secnum" {
    name       = "Cloud Avenue SecNum"
    vendor     = "orange-cloudavenue"
    kinds      = ["iaas"]
    status     = "qualified"
    from       = "2025-07-11"
    until      = "2028-07-11"
    decision   = "1147"
    declared   = true
    technology = "VMware Cloud Director (Broadcom, US) per provider docs; not flagged in the catalogue extract"

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "cegedim-iaas" {
    name     = "CegNumCloud Secured IaaS"
    vendor   = "cegedim"
    kinds    = ["iaas"]
    status   = "qualified"
    from     = "2024-12-04"
    until    = "2027-12-04"
    decision = "1951"
    declared = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "worldline-iaas" {
    name     = "Worldline Cloud Services - Secured IaaS"
    vendor   = "worldline"
    kinds    = ["iaas"]
    status   = "qualified"
    from     = "2025-03-24"
    until    = "2028-03-31"
    declared = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "oodrive-work" {
    name     = "Oodrive_Work"
    vendor   = "oodrive"
    kinds    = ["saas"]
    status   = "qualified"
    until    = "2028-01-25"
    declared = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "oodrive-meet" {
    name     = "Oodrive_Meet"
    vendor   = "oodrive"
    kinds    = ["saas"]
    status   = "qualified"
    until    = "2028-01-25"
    declared = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "oodrive-work-share" {
    name     = "Oodrive_Work_Share"
    vendor   = "oodrive"
    kinds    = ["saas"]
    status   = "qualified"
    until    = "2028-01-25"
    declared = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "whaller-donjon" {
    name     = "Whaller DONJON (name from press; catalogue row name not read)"
    vendor   = "whaller"
    kinds    = ["saas"]
    status   = "qualified"
    declared = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "wimi" {
    name     = "Wimi (row name not read)"
    vendor   = "wimi"
    kinds    = ["saas"]
    status   = "qualified"
    declared = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "index-education" {
    name     = "Pronote hosting (row name not read)"
    vendor   = "index-education"
    kinds    = ["saas"]
    status   = "qualified"
    declared = true

    source {
      name       = "ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "bleu" {
    name       = "Cloud de Confiance Bleu (Azure-technology IaaS, CaaS, PaaS; Microsoft 365 planned)"
    vendor     = "bleu"
    kinds      = ["iaas", "caas", "paas"]
    status     = "candidate"
    regions    = ["bleufrancecentral", "bleufrancesouth"]
    hosts      = ["sovcloud-api.fr", "sovcloud-identity.fr"]
    technology = "Microsoft Azure / Microsoft 365 (US) software under licence"

    source {
      name       = "authgear article public source code, 2026-09-28): still listed 'en cours' end of September 2026; public source code: J1 validated 2025-11-17, absent from the catalogue; J0 2025-04-17 (incyber.org, clubic.com). Hosts: public source code"
      as_of      = "2026-09-28"
      confidence = "verified"
    }
  }

  offer "scaleway" {
    name   = "Scaleway SecNumCloud (IaaS, PaaS): a future separate zone"
    vendor = "scaleway"
    kinds  = ["iaas", "paas"]
    status = "candidate"

    source {
      name       = "Scaleway page read 2026-10-09 public source code), 2026-09-30 (); ANSSI list 2026-09-26 ()"
      as_of      = "2026-10-09"
      confidence = "verified"
    }
  }

  offer "its-integra" {
    name     = "ITSecureCloud, ITSecureKube"
    vendor   = "its-integra"
    kinds    = ["iaas", "caas"]
    status   = "candidate"
    declared = true

    source {
      name       = "public source code (J1 December 2025); absent from the catalogue of 2026-09 ()"
      as_of      = "2026-09-13"
      confidence = "reported"
    }
  }

  offer "cloudtemple-vmaas" {
    name     = "VMaaS (public cloud VM instances)"
    vendor   = "cloudtemple"
    kinds    = ["iaas"]
    status   = "candidate"
    declared = true

    source {
      name       = "Cloud Temple VMaaS concepts page public source code); equating VMaaS with the public_cloud_vm resources is inferred (same instance families, same FR1 zones)"
      as_of      = "2026-07"
      confidence = "reported"
    }
  }

  offer "idnomic" {
    name     = "ID SaaS (PKI), formerly listed"
    vendor   = "idnomic"
    kinds    = ["saas"]
    status   = "withdrawn"
    declared = true

    source {
      name       = "absence from the ANSSI catalogue of qualified products and services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
      as_of      = "2026-09-15"
      confidence = "unverified"
    }
  }

  offer "oodrive-2021" {
    name   = "Oodrive (SaaS), as named in 2021"
    vendor = "oodrive"
    kinds  = ["saas"]
    status = "qualified"
    until  = "2021-12-31"
    # Named as qualified in the autumn of 2021; its true start and end are not established.
    declared = true

    source {
      name       = "press article of autumn 2021 naming the holders"
      as_of      = "2021-09"
      confidence = "reported"
    }
  }

  offer "outscale-2021" {
    name   = "3DS Outscale (IaaS), earlier qualification"
    vendor = "outscale"
    kinds  = ["iaas"]
    status = "qualified"
    until  = "2021-12-31"
    # Named as qualified in the autumn of 2021; its true start and end are not established.
    declared = true

    source {
      name       = "press article of autumn 2021 naming the holders"
      as_of      = "2021-09"
      confidence = "reported"
    }
  }

  offer "ovh-hosted-private-cloud-2021" {
    name   = "OVHcloud Hosted Private Cloud, earlier qualification"
    vendor = "ovh"
    kinds  = ["iaas"]
    status = "qualified"
    until  = "2021-12-31"
    # Named as qualified in the autumn of 2021; its true start and end are not established.
    declared = true

    source {
      name       = "press article of autumn 2021 naming the holders"
      as_of      = "2021-09"
      confidence = "reported"
    }
  }
}
