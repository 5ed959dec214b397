# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "azure-usgov"
  confidence = "verified"

  when "cloud" {
    op     = "in"
    values = ["gcchigh", "dod", "ex", "rx"]
  }
}

rule {
  vendor     = "azure-china"
  confidence = "verified"

  when "cloud" {
    op     = "in"
    values = ["china"]
  }
}

rule {
  vendor     = "microsoft365"
  confidence = "verified"
}
