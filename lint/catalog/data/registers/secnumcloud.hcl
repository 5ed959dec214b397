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

  # Company: Outscale, SIREN 527594493.
  # SecNumCloud version: 3.2.
  # Confidence: high on the row; medium on region (one source says only cloudgouv is described as qualified, another left it unverified).
  # Told by: provider outscale: api.region | region == cloudgouv-eu-west-1; provider outscale: api.endpoint host == api.cloudgouv-eu-west-1.outscale.com; resource attribute subregion_name starts with cloudgouv-eu-west-1; provider aws: endpoints.* host ends with .cloudgouv-eu-west-1.outscale.com (e.g. oos.cloudgouv-eu-west-1.outscale.com).
  # Not this offer: eu-west-2; us-east-2; us-west-1; ap-northeast-1.
  # Outside the row: outscale_oks_cluster; outscale_oks_project; outscale_oks_manifest (OKS is CaaS; catalogue row is IaaS only).
  # region can come only from OSC_REGION / OSC_ENDPOINT_API / profile file: not in the plan.
  # No renewal found in the look-ups: treat as qualified-expiring and re-check the catalogue.
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
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: OVH SAS, SIREN 424761419.
  # Confidence: high on the row; low on Terraform identification.
  # Place: OVHcloud data centres in France (3 sites per a 2026-08 review; site names not verified).
  # Told by: NOT decidable from the vSphere endpoint alone (same *.ovh.com form for qualified and unqualified services, unverified); possible hint: data.ovh_dedicated_cloud.* attributes service_pack_name / commercial_range / certified_interface_url in prior_state; reliable way: the user declares the service in .sovlint.hcl.
  # Not this offer: any ovh_cloud_project_* resource; VMware on OVHcloud without the SecNumCloud option.
  # Expires 2026-12-29. Press table gives version 3.1 for the first award; version not verified.
  offer "ovh-hosted-private-cloud" {
    name = "Hosted Private Cloud powered by VMware (SecNumCloud)"
    vendor = "ovh"
    holder = "OVHcloud"
    kinds = ["iaas"]
    not_types = ["ovh_*", "aws_*", "openstack_*", "s3", "swift"]
    status = "qualified"
    from = "2023-12-28"
    until = "2026-12-29"
    decision = "2279"
    declared = true
    technology = "VMware (Broadcom, US) operated under licence"
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: OVH SAS, SIREN 424761419.
  # SecNumCloud version: 3.2.
  # Confidence: high on the row; low on Terraform identification.
  # Place: 1 to 3 data centres in France.
  # Told by: customer-specific OpenStack endpoint: declare it in .sovlint.hcl.
  # Not this offer: ovh_dedicated_server*; public bare metal ranges.
  # OpenStack API per OVH reversibility policy (2025-08-06).
  offer "ovh-bare-metal-pod" {
    name = "Bare Metal Pod"
    vendor = "ovh"
    holder = "OVHcloud"
    kinds = ["iaas"]
    not_types = ["ovh_*", "aws_*", "vsphere_*", "vcd_*", "s3", "swift"]
    status = "qualified"
    from = "2025-03-24"
    until = "2028-03-24"
    decision = "559"
    declared = true
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: OVH SAS, SIREN 424761419.
  # SecNumCloud version: 3.2.
  # Confidence: high on the row; medium on endpoints.
  # Told by: host suffix .cloud.snc.ovh.net; region matches ^eu-west-(rbx|sbg)-snc$.
  # Not this offer: ovh_cloud_project_* with region GRA*, SBG*, RBX*, BHS*, WAW*, DE*, UK*, EU-WEST-PAR, ...; *.cloud.ovh.net and *.io.cloud.ovh.net without .snc.; AI Endpoints, MKS, managed databases of the mainstream Public Cloud.
  # Decision 2026-07-31, announced 2026-09-01. Endpoint and region names come from OVH docs of 2025-12 / 2026-01 (beta S3 host s3-beta.<region>.cloud.snc.ovh.net): re-check. ANSSI's web page still listed it as a candidate in 2026-09 while the PDF lists it as qualified; the PDF prevails.
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
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: Cloud Temple, SIREN 825400336.
  # SecNumCloud version: 3.2 (inferred from date).
  # Confidence: high on the row; medium on the resource mapping.
  # Place: FR1 (France).
  # Told by: data.cloudtemple_iam_tenants.*.tenants[].snc == true (visible in prior_state when the data source is used); resources cloudtemple_compute_virtual_machine / cloudtemple_compute_iaas_opensource_* / cloudtemple_object_storage_*.
  # Not this offer: cloudtemple_public_cloud_vm_* (VMaaS) : documented as 'en cours de qualification'; tenants with snc == false.
  offer "cloudtemple-secure-temple" {
    name = "IaaS Secure Temple (VMware, open source, S3 object storage, HSM-KMS, bare metal: several catalogue rows)"
    vendor = "cloudtemple"
    holder = "Cloud Temple"
    kinds = ["iaas"]
    not_types = ["cloudtemple_public_cloud_vm_*"]
    status = "qualified"
    from = "2026-07-31"
    until = "2028-05-30"
    decision = "3389"
    declared = true
    technology = "VMware (Broadcom, US) for the VMware row"
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: Cloud Temple, SIREN 825400336.
  # SecNumCloud version: 3.2 (inferred from date).
  # Confidence: high on the row; low on Terraform identification.
  # Place: FR1 (France).
  # Told by: cluster API host: declare it in .sovlint.hcl.
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
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: Thales Cloud Securise, SIREN 908211980.
  # SecNumCloud version: 3.2.
  # Confidence: high on the row; medium on per-service coverage.
  # Place: u-france-east1 (3 zones, Paris area).
  # Told by: provider google: universe_domain == s3nsapis.fr (or env GOOGLE_UNIVERSE_DOMAIN); region == u-france-east1; project id prefix s3ns:; registry host u-france-east1-docker.s3nsregistry.fr.
  # Not this offer: universe_domain unset or googleapis.com; europe-west9 (Paris) even with S3NS external keys = CRYPT3NS, outside the qualification; u-france-east1q / qs3ns* names (pre-production universe).
  # Outside the row: services added after the audited list (an extension audit for Cloud Run, Cloud Build, Spanner, Bigtable and others was reported for 2026): the exact per-service list is not public in what was read.
  offer "s3ns-premi3ns" {
    name = "Cloud de confiance S3NS (PREMI3NS)"
    vendor = "s3ns"
    holder = "S3NS"
    kinds = ["iaas", "caas", "paas"]
    regions = ["u-france-east1"]
    hosts = ["s3nsapis.fr", "s3nsregistry.fr"]
    not_types = ["google_bigtable_*", "google_cloud_run_*", "google_cloudbuild*", "google_spanner_*"]
    status = "qualified"
    from = "2025-12-17"
    until = "2028-12-17"
    decision = "2057"
    technology = "Google Cloud (Alphabet, US) software under licence"
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: Numspot, SIREN 948608948.
  # SecNumCloud version: 3.2 (inferred from date).
  # Confidence: high on the row (decision number); medium on region.
  # Place: cloudgouv-eu-west-1 (runs on Outscale; seen in the provider's own tests, not in ANSSI text).
  # Told by: provider numspot: numspot_host / numspot_host_os host contains cloudgouv-eu-west-1; env NUMSPOT_HOST.
  # Not this offer: api.eu-west-2.numspot.com (default in the provider docs).
  # Outside the row: numspot_kubernetes_cluster; numspot_kubernetes_nodepool; numspot_postgres_cluster (row is IaaS only).
  # Announced 2026-09-01; decision 2026-07-31. Sources before that date that call it qualified are wrong.
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
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: Orange Business Services, SIREN 345039416.
  # Confidence: high on the row; kind inferred; low on Terraform identification.
  # Place: France.
  # Told by: NOT decidable from HCL: same provider and org naming (cavNNxx...) as the unqualified Cloud Avenue; declare org or url in .sovlint.hcl.
  # Not this offer: Cloud Avenue (standard).
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
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: Cegedim (head company or Cegedim.cloud: catalogue ambiguous).
  # SecNumCloud version: 3.2.
  # Confidence: high on the row.
  # Place: France.
  # Told by: no public Terraform provider found for this offer: declare endpoint.
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
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "verified"
    }
  }

  # Company: Worldline, SIREN 378901946.
  # Confidence: medium (one extract).
  # Place: France (not verified).
  # Told by: declare endpoint.
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
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  # Company: Oodrive, SIREN 432735082.
  # Confidence: medium (one extract; start date not read).
  # Told by: SaaS, not Terraform-addressable.
  offer "oodrive-work" {
    name = "Oodrive_Work"
    holder = "Oodrive"
    kinds = ["saas"]
    status = "qualified"
    until = "2028-01-25"
    declared = true
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  # Company: Oodrive, SIREN 432735082.
  # Confidence: medium (one extract; start date not read).
  # Told by: SaaS, not Terraform-addressable.
  offer "oodrive-meet" {
    name = "Oodrive_Meet"
    holder = "Oodrive"
    kinds = ["saas"]
    status = "qualified"
    until = "2028-01-25"
    declared = true
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  # Company: Oodrive, SIREN 432735082.
  # Confidence: medium (one extract; start date not read).
  # Told by: SaaS, not Terraform-addressable.
  offer "oodrive-work-share" {
    name = "Oodrive_Work_Share"
    holder = "Oodrive"
    kinds = ["saas"]
    status = "qualified"
    until = "2028-01-25"
    declared = true
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  # Company: Whaller, SIREN 519139497.
  # Confidence: medium: provider present in the 2026-09-08 catalogue, dates not read.
  # Told by: SaaS.
  offer "whaller-donjon" {
    name = "Whaller DONJON (name from press; catalogue row name not read)"
    holder = "Whaller"
    kinds = ["saas"]
    status = "qualified"
    declared = true
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  # Company: Cloud Solutions, SIREN 528893522.
  # Confidence: medium: dates not read.
  # Told by: SaaS.
  offer "wimi" {
    name = "Wimi (row name not read)"
    holder = "Cloud Solutions (Wimi)"
    kinds = ["saas"]
    status = "qualified"
    declared = true
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  # Company: Index Education, SIREN 384351599.
  # Confidence: medium: dates not read.
  # Told by: SaaS.
  offer "index-education-pronote" {
    name = "Pronote hosting (row name not read)"
    holder = "Index Education"
    kinds = ["saas"]
    status = "qualified"
    declared = true
    source {
      name = "ANSSI, catalogue of qualified services, section 3.3.1, editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub"
      url = "https://messervices.cyber.gouv.fr/visas/catalogue-produits-services-profils-de-protection-sites-certifies-qualifies-agrees-anssi.pdf"
      as_of = "2026-09-15"
      confidence = "reported"
    }
  }

  # Company: Bleu SAS (Capgemini + Orange).
  # SecNumCloud version: 3.2 (targeted).
  # Confidence: high on status at that date; high on hosts; metadata_host use inferred.
  # Place: France; the regions are the vendor's own (vendors/bleu.regions.tsv), and no other offer is in them.
  # Told by: ARM host management.sovcloud-api.fr (azurerm/azuread metadata_host or env ARM_METADATA_HOSTNAME; azapi endpoint.resource_manager_endpoint); authority https://login.sovcloud-identity.fr; any endpoint suffix .sovcloud-api.fr (core, vault, storage, database, kusto, azconfig ...).
  # Not this offer: environment = public with location francecentral/francesouth (that is Microsoft's own Azure).
  offer "bleu" {
    name = "Cloud de Confiance Bleu (Azure-technology IaaS, CaaS, PaaS; Microsoft 365 planned)"
    vendor = "bleu"
    holder = "Bleu"
    kinds = ["iaas", "caas", "paas"]
    regions = ["bleufrancecentral", "bleufrancesouth"]
    hosts = ["sovcloud-api.fr", "sovcloud-identity.fr"]
    status = "candidate"
    technology = "Microsoft Azure / Microsoft 365 (US) software under licence"
    source {
      name = "authgear article of 2026-09-28 (still listed as in progress at the end of September 2026); milestone J1 validated 2025-11-17 and absent from the catalogue, by an extract of it on GitHub of 2026-09-13; J0 2025-04-17 (incyber.org, clubic.com); hosts: projectkudu/ARMClient and other public repositories on GitHub"
      as_of = "2026-09-28"
      confidence = "verified"
    }
  }

  # Company: Scaleway (iliad group).
  # SecNumCloud version: 3.2 (targeted).
  # Confidence: high.
  # Place: none published; fr-par, nl-ams, pl-waw are the ordinary zones and are not qualified.
  # Told by: no argument today identifies a qualified zone; without regions and hosts the row covers nothing that is there.
  # Not this offer: zone fr-par-1/2/3, nl-ams-*, pl-waw-*.
  # Chosen 2026-04-23 to host the Health Data Hub although not yet qualified; some pages wrongly call it SecNumCloud-certified.
  offer "scaleway-secnumcloud" {
    name = "Scaleway SecNumCloud (IaaS, PaaS): a future separate zone"
    vendor = "scaleway"
    holder = "Scaleway"
    kinds = ["iaas", "paas"]
    status = "candidate"
    source {
      name = "Scaleway page read 2026-10-09 and 2026-09-30, through copies on GitHub; ANSSI list of 2026-09-26, through an extract on GitHub"
      as_of = "2026-10-09"
      confidence = "verified"
    }
  }

  # Company: ITS Integra.
  # Confidence: medium.
  # Place: France.
  # Told by: declare endpoint.
  offer "its-integra-itsecurecloud" {
    name = "ITSecureCloud, ITSecureKube"
    vendor = "its-integra"
    holder = "ITS Integra"
    kinds = ["iaas", "caas"]
    status = "candidate"
    declared = true
    source {
      name = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026: milestone J1 in December 2025); absent from the catalogue of 2026-09, by an extract of it on GitHub"
      as_of = "2026-09-13"
      confidence = "reported"
    }
  }

  # Company: Cloud Temple, SIREN 825400336.
  # Confidence: medium.
  # Place: FR1.
  # Told by: resource type prefix cloudtemple_public_cloud_vm_.
  offer "cloudtemple-vmaas" {
    name = "VMaaS (public cloud VM instances)"
    vendor = "cloudtemple"
    holder = "Cloud Temple"
    kinds = ["iaas"]
    status = "candidate"
    declared = true
    source {
      name = "Cloud Temple, concepts page of VMaaS, through a copy on GitHub; that VMaaS is the public_cloud_vm resources is inferred (same instance families, same FR1 zones)"
      as_of = "2026-07"
      confidence = "reported"
    }
  }

  # Company: not verified.
  # Confidence: low.
  # Not among the 12 providers of the 2026-09-08 catalogue; the earlier listing and the reason for its absence were not verified. Use as 'not listed'.
  offer "idnomic-id-saas" {
    name = "ID SaaS (PKI), formerly listed"
    holder = "Idnomic (Eviden)"
    kinds = ["saas"]
    status = "withdrawn"
    declared = true
    source {
      name = "absence from the editions of 2026-09-08 and 2026-09-15, read through extracts published on GitHub (2026-09-13, 2026-09-26, 2026-09-29); list of providers: dimitri/faits-politiques.fr docs/souverainete-numerique.md (2026-09-19)"
      as_of = "2026-09-15"
      confidence = "unverified"
    }
  }

  # SecNumCloud version: before 3.2.
  # Told by: history only: the article of autumn 2021 names it as one of the three holders; start and end not established. Needed to judge with --as-of before the current rows begin; confidence reported.
  offer "oodrive-2021" {
    name = "Oodrive (SaaS), as named in 2021"
    holder = "Oodrive"
    kinds = ["saas"]
    status = "qualified"
    declared = true
    seen = "2021-09"
    source {
      name = "press article of autumn 2021 on the circular of DINUM about Microsoft 365 (title: In France, ministries will have to do without the Microsoft 365 cloud)"
      as_of = "2021-09"
      confidence = "reported"
    }
  }

  # SecNumCloud version: before 3.2.
  # Told by: history only: the article of autumn 2021 names it as one of the three holders; start and end not established. Needed to judge with --as-of before the current rows begin; confidence reported.
  offer "outscale-2021" {
    name = "3DS Outscale (IaaS), earlier qualification"
    vendor = "outscale"
    holder = "Outscale (3DS / Dassault Systemes)"
    kinds = ["iaas"]
    status = "qualified"
    declared = true
    seen = "2021-09"
    precedes = "outscale-iaas"
    source {
      name = "press article of autumn 2021 on the circular of DINUM about Microsoft 365 (title: In France, ministries will have to do without the Microsoft 365 cloud)"
      as_of = "2021-09"
      confidence = "reported"
    }
  }

  # SecNumCloud version: before 3.2.
  # Told by: history only: the article of autumn 2021 names it as one of the three holders; start and end not established. Needed to judge with --as-of before the current rows begin; confidence reported.
  offer "ovh-hosted-private-cloud-2021" {
    name = "OVHcloud Hosted Private Cloud, earlier qualification"
    vendor = "ovh"
    holder = "OVHcloud"
    kinds = ["iaas"]
    status = "qualified"
    declared = true
    seen = "2021-09"
    precedes = "ovh-hosted-private-cloud"
    source {
      name = "press article of autumn 2021 on the circular of DINUM about Microsoft 365 (title: In France, ministries will have to do without the Microsoft 365 cloud)"
      as_of = "2021-09"
      confidence = "reported"
    }
  }
}
