vendor "outscale" {
  name           = "OUTSCALE (3DS)"
  role           = "host"
  legal_entity   = "Outscale SAS"
  seat           = "FR"
  parent         = "Dassault Systemes SE (100 %)"
  parent_country = "FR"
  control        = "eu"
  eu_controlled  = true
  uncertainty    = "SecNumCloud row of cloudgouv-eu-west-1 expires 2026-11-30 (doctrine file); Dassault family group (GIMD) main shareholder of Dassault Systemes"
  match          = "lower,zone-letter"

  reach "us" {
    grade = "contested-establishment"
    why   = "US regions us-east-2 and us-west-1 exist; Dassault Systemes has large US business"
  }

  source {
    name       = "public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public source code (open-source WordPress backup plugin, provider table with source addresses, checked by its author on 2026-10-03)"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
