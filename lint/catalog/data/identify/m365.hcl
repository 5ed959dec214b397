# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "microsoft365"
  partition  = "public"
  confidence = "verified"

  when "cloud" {
    op     = "in"
    values = ["public", "gcc", ""]
  }
}

rule {
  vendor     = "azure-usgov"
  partition  = "usgov"
  confidence = "verified"

  when "cloud" {
    op     = "in"
    values = ["gcchigh", "dod", "ex", "rx"]
  }
}

rule {
  vendor     = "azure-china"
  partition  = "china"
  confidence = "verified"

  when "cloud" {
    op     = "in"
    values = ["china"]
  }
}

rule {
  vendor     = "microsoft365"
  confidence = "verified"
  note       = "no Bleu value exists in this provider (Aug 2026): M365 in Bleu cannot be told from it"
}
