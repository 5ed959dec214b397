# the register of qualified offers, as its publisher issues it: renewing an offer is a one-line change
register "secnumcloud" {
  title = "ANSSI catalogue, services qualified SecNumCloud"
  as_of = "2026-09-15"
  source {
    name       = "ANSSI catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15"
    url        = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
    as_of      = "2026-09-15"
    confidence = "reported"
  }

  offer "outscale-iaas" {
    name = "IaaS Cloud on Demand"
    vendor = "outscale"
    holder = "Outscale (3DS / Dassault Systemes)"
    kinds = ["iaas"]
    regions = ["cloudgouv-eu-west-1"]
    hosts = ["cloudgouv-eu-west-1.outscale.com"]
    not_types = ["outscale_oks_*"]
    status = "qualified"
    from = "2023-11-30"
    until = "2026-11-30"
    decision = "2118"
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "ovh-hosted-private-cloud" {
    name = "Hosted Private Cloud powered by VMware (SecNumCloud)"
    vendor = "ovh"
    holder = "OVHcloud"
    kinds = ["iaas"]
    status = "qualified"
    from = "2023-12-28"
    until = "2026-12-29"
    decision = "2279"
    declared = true
    technology = "VMware (Broadcom, US) operated under licence"
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "ovh-bare-metal-pod" {
    name = "Bare Metal Pod"
    vendor = "ovh"
    holder = "OVHcloud"
    kinds = ["iaas"]
    status = "qualified"
    from = "2025-03-24"
    until = "2028-03-24"
    decision = "559"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "ovh-snc-cloud-platform" {
    name = "SNC Cloud Platform"
    vendor = "ovh"
    holder = "OVHcloud"
    kinds = ["iaas"]
    regions = ["eu-west-rbx-snc", "eu-west-sbg-snc"]
    hosts = ["cloud.snc.ovh.net"]
    status = "qualified"
    from = "2026-07-31"
    until = "2029-07-31"
    decision = "3393"
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "cloudtemple-secure-temple" {
    name = "IaaS Secure Temple (VMware, open source, S3 object storage, HSM-KMS, bare metal: several catalogue rows)"
    vendor = "cloudtemple"
    holder = "Cloud Temple"
    kinds = ["iaas"]
    status = "qualified"
    from = "2026-07-31"
    until = "2028-05-30"
    decision = "3389"
    declared = true
    technology = "VMware (Broadcom, US) for the VMware row"
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "cloudtemple-openshift" {
    name = "PaaS OpenShift"
    vendor = "cloudtemple"
    holder = "Cloud Temple"
    kinds = ["paas"]
    status = "qualified"
    from = "2025-05-30"
    until = "2028-05-30"
    decision = "919"
    declared = true
    technology = "Red Hat OpenShift (US vendor)"
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "s3ns-premi3ns" {
    name = "Cloud de confiance S3NS (PREMI3NS)"
    vendor = "s3ns"
    holder = "S3NS"
    kinds = ["iaas", "caas", "paas"]
    regions = ["u-france-east1"]
    hosts = ["s3nsapis.fr", "s3nsregistry.fr"]
    status = "qualified"
    from = "2025-12-17"
    until = "2028-12-17"
    decision = "2057"
    technology = "Google Cloud (Alphabet, US) software under licence"
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "numspot-platform" {
    name = "Plateforme des services cloud"
    vendor = "numspot"
    holder = "NumSpot"
    kinds = ["iaas"]
    regions = ["cloudgouv-eu-west-1"]
    hosts = ["cloudgouv-eu-west-1.numspot.com"]
    not_types = ["numspot_kubernetes_*", "numspot_postgres_*"]
    status = "qualified"
    from = "2026-07-31"
    until = "2029-07-31"
    decision = "3395"
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "orange-cloud-avenue-secnum" {
    name = "Cloud Avenue SecNum"
    vendor = "orange-cloudavenue"
    holder = "Orange Business"
    kinds = ["iaas"]
    status = "qualified"
    from = "2025-07-11"
    until = "2028-07-11"
    decision = "1147"
    declared = true
    technology = "VMware Cloud Director (Broadcom, US) per provider docs; not flagged in the catalogue extract"
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "cegedim-cegnumcloud" {
    name = "CegNumCloud Secured IaaS"
    vendor = "cegedim"
    holder = "Cegedim"
    kinds = ["iaas"]
    status = "qualified"
    from = "2024-12-04"
    until = "2027-12-04"
    decision = "1951"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  offer "worldline-secured-iaas" {
    name = "Worldline Cloud Services - Secured IaaS"
    vendor = "worldline"
    holder = "Worldline"
    kinds = ["iaas"]
    status = "qualified"
    from = "2025-03-24"
    until = "2028-03-31"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "oodrive-work" {
    name = "Oodrive_Work"
    holder = "Oodrive"
    kinds = ["saas"]
    status = "qualified"
    until = "2028-01-25"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "oodrive-meet" {
    name = "Oodrive_Meet"
    holder = "Oodrive"
    kinds = ["saas"]
    status = "qualified"
    until = "2028-01-25"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "oodrive-work-share" {
    name = "Oodrive_Work_Share"
    holder = "Oodrive"
    kinds = ["saas"]
    status = "qualified"
    until = "2028-01-25"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "whaller-donjon" {
    name = "Whaller DONJON (name from press; catalogue row name not read)"
    holder = "Whaller"
    kinds = ["saas"]
    status = "qualified"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "wimi" {
    name = "Wimi (row name not read)"
    holder = "Cloud Solutions (Wimi)"
    kinds = ["saas"]
    status = "qualified"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "index-education-pronote" {
    name = "Pronote hosting (row name not read)"
    holder = "Index Education"
    kinds = ["saas"]
    status = "qualified"
    declared = true
    source {
      name = "ANSSI catalogue PDF, section 3.3.1 (messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf)"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  offer "bleu" {
    name = "Cloud de Confiance Bleu (Azure-technology IaaS, CaaS, PaaS; Microsoft 365 planned)"
    vendor = "bleu"
    holder = "Bleu"
    kinds = ["iaas", "caas", "paas"]
    hosts = ["sovcloud-api.fr", "sovcloud-identity.fr"]
    status = "candidate"
    technology = "Microsoft Azure / Microsoft 365 (US) software under licence"
    source {
      name = "authgear article (public repository file 71038590704, 2026-09-28): still listed 'en cours' end of September 2026; file 69855413370: J1 validated 2025-11-17, absent from the catalogue; J0 2025-04-17 (incyber.org, clubic.com). Hosts: public repository file 12799770775, 65895763772, 36428081447, 70081887057"
      as_of = "2026-09-28"
      confidence = "verified"
    }
  }

  offer "scaleway-secnumcloud" {
    name = "Scaleway SecNumCloud (IaaS, PaaS): a future separate zone"
    vendor = "scaleway"
    holder = "Scaleway"
    kinds = ["iaas", "paas"]
    status = "candidate"
    source {
      name = "Scaleway page read 2026-10-09 (public repository file 71054695832), 2026-09-30 (70741331971); ANSSI list 2026-09-26 (68444019294)"
      as_of = "2026-10-09"
      confidence = "verified"
    }
  }

  offer "its-integra-itsecurecloud" {
    name = "ITSecureCloud, ITSecureKube"
    vendor = "its-integra"
    holder = "ITS Integra"
    kinds = ["iaas", "caas"]
    status = "candidate"
    declared = true
    source {
      name = "public repository file 58071259662 (J1 December 2025); absent from the catalogue of 2026-09 (69855413370)"
      as_of = "2026-09-13"
      confidence = "reported"
    }
  }

  offer "cloudtemple-vmaas" {
    name = "VMaaS (public cloud VM instances)"
    vendor = "cloudtemple"
    holder = "Cloud Temple"
    kinds = ["iaas"]
    status = "candidate"
    declared = true
    source {
      name = "Cloud Temple VMaaS concepts page (public repository file 59765623522); equating VMaaS with the public_cloud_vm resources is inferred (same instance families, same FR1 zones)"
      as_of = "2026-07"
      confidence = "reported"
    }
  }

  offer "idnomic-id-saas" {
    name = "ID SaaS (PKI), formerly listed"
    holder = "Idnomic (Eviden)"
    kinds = ["saas"]
    status = "withdrawn"
    declared = true
    source {
      name = "absence from editions of 2026-09-08 / 2026-09-15, read through stored GitHub extracts: file ids 69855413370 (2026-09-13), 68444019294 (2026-09-26), 70186423508 (2026-09-29); provider list and SIREN: dimitri/faits-politiques.fr internal/numerique/qualifications.go + docs/souverainete-numerique.md (2026-09-19)"
      as_of = "2026-09-15"
      confidence = "unverified"
    }
  }

  offer "oodrive-2021" {
    name = "Oodrive (SaaS), as named in 2021"
    holder = "Oodrive"
    kinds = ["saas"]
    status = "qualified"
    declared = true
    source {
      name = "seed-article.txt"
      as_of = "2021-09"
      confidence = "reported"
    }
  }

  offer "outscale-2021" {
    name = "3DS Outscale (IaaS), earlier qualification"
    vendor = "outscale"
    holder = "Outscale (3DS / Dassault Systemes)"
    kinds = ["iaas"]
    status = "qualified"
    declared = true
    source {
      name = "seed-article.txt"
      as_of = "2021-09"
      confidence = "reported"
    }
  }

  offer "ovh-hosted-private-cloud-2021" {
    name = "OVHcloud Hosted Private Cloud, earlier qualification"
    vendor = "ovh"
    holder = "OVHcloud"
    kinds = ["iaas"]
    status = "qualified"
    declared = true
    source {
      name = "seed-article.txt"
      as_of = "2021-09"
      confidence = "reported"
    }
  }
}
