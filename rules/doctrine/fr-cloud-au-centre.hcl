# France's "Cloud au centre" doctrine: circulars of 2021 and 2023, then article 31
# of the law of 21 May 2024 with its decree and orders. In our own words.

title    = "Cloud au centre, and article 31 of the law of 21 May 2024 (SREN)"
register = "secnumcloud"
mark     = "SecNumCloud"

territory {
  name      = "European Union"
  fr        = "l'Union européenne"
  countries = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GF", "GP", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MF", "MQ", "MT", "NL", "PL", "PT", "RE", "RO", "SE", "SI", "SK", "YT"]
}

# What messages cite.

clause "R9" {
  title   = "rule R9 of the circular on cloud use by the State"
  article = "R9"
  source {
    name       = "silicon.fr 466894; lemondeinformatique.fr 90599 (wordings of 2021 and 2023)"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

clause "SREN-31" {
  title   = "article 31 of law 2024-449"
  article = "31"
  source {
    name       = "Law 2024-449 of 21 May 2024 (JORFARTI000049563610)"
    url        = "https://www.legifrance.gouv.fr/jorf/article_jo/JORFARTI000049563610"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

clause "SREN-31-decree" {
  title   = "decree 2026-272 of 14 April 2026"
  article = "location of data and exceptions"
  source {
    name       = "Decree 2026-272 (JORFTEXT000053900789)"
    url        = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000053900789"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

clause "SREN-31-files" {
  title   = "order of 14 April 2026 on the files that ask for an exception"
  article = "content of the file, two months of review by DINUM"
  source {
    name       = "Order of 14 April 2026 (NOR PRMJ2603774A), as summed up by legiseye.com"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

clause "SREN-31-order" {
  title   = "order of 12 August 2026, which makes SecNumCloud 3.2 the reference"
  article = "whole"
  source {
    name       = "Order of 12 August 2026 (JORFTEXT000054678082, NOR PRMD2617964A)"
    url        = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000054678082"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

clause "SNC-19.2" {
  title   = "SecNumCloud 3.2, 19.2: data stored and processed in the European Union"
  article = "19.2.a, 19.2.b"
  source {
    name       = "SecNumCloud 3.2 of 8 March 2022, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}

clause "SNC-19.6" {
  title   = "SecNumCloud 3.2, 19.6: protection against law from outside the European Union"
  article = "19.6.a to 19.6.f"
  source {
    name       = "SecNumCloud 3.2 of 8 March 2022, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}

clause "SNC-3.2" {
  title   = "SecNumCloud 3.2, 3.2: a qualification covers a named scope"
  article = "3.2, annex 2 c"
  source {
    name       = "SecNumCloud 3.2 of 8 March 2022, as read in intuitem/ciso-assistant-community"
    url        = "https://github.com/intuitem/ciso-assistant-community"
    as_of      = "2026-08-08"
    confidence = "verified"
  }
}

clause "DINUM-2021-09-15" {
  title   = "the DINUM note of 15 September 2021 on office suites"
  article = "whole"
  source {
    name       = "channelnews.fr 105899; lemondeinformatique.fr 84256; silicon.fr 417124; Senate report 830 p. 247"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

clause "vade-mecum" {
  title   = "the DINUM guide on data sensitivity of 4 February 2026"
  article = "case-by-case analysis"
  source {
    name       = "numerique.gouv.fr, guide on data sensitivity under article 31"
    as_of      = "2026-02-04"
    confidence = "reported"
  }
}

# Ways that are open.

route "qualified" {
  text   = "an offer qualified SecNumCloud"
  fr     = "une offre qualifiée SecNumCloud"
  status = "open"
}
route "internal" {
  text   = "a declared internal cloud such as Nubo or Pi"
  fr     = "un cloud interne déclaré tel que Nubo ou Pi"
  status = "open"
}
route "s3ns" {
  text  = "S3NS PREMI3NS for Google Cloud technology"
  fr    = "S3NS PREMI3NS pour la technologie de Google Cloud"
  offer = "secnumcloud/s3ns-premi3ns"
}
route "bleu" { # the note of 2021 names it as a way once it is qualified
  text  = "Bleu for Microsoft technology"
  fr    = "Bleu pour la technologie de Microsoft"
  offer = "secnumcloud/bleu"
}

# Services that a text names, whatever the class of the data. The note names an
# offer for collaboration, office work and mail; it says nothing of the directory,
# of devices or of Azure, which are judged by the class of their data.

service "Microsoft 365" {
  vendors    = ["microsoft365"]
  categories = ["mail", "office", "collaboration", "file-storage"]
  shown      = ["mail", "collaboration"] # software of the suite may be installed on premises
  clause     = "DINUM-2021-09-15"
  bodies     = ["state"]
  from       = "2021-09-15"
  excepts    = { mail = ["mail"], drive = ["file-storage"] }
  months     = 12
}

edition "2021-07-10" {
  title    = "circular 6282-SG of 5 July 2021"
  bodies   = ["state", "operator"]
  reserves = { personal = "always", business = "always", official = "always", health = "always", sensitive = "always", restricted = "always" }
  grades   = ["controlled"]
  cites    = { unplaced-data = "R9", outside-territory = "R9", candidate-offer = "R9", uncovered-service = "R9", lapsed-offer = "R9", expiring-offer = "R9", foreign-control = "R9", office-suite = "DINUM-2021-09-15", unqualified-offer = "R9", unknown-provider = "R9", undeclared-class = "R9", invalid-waiver = "R9", lapsed-waiver = "R9", expiring-waiver = "R9", new-under-waiver = "R9" }
  waiver {
    months = 12
    needs  = ["minister"]
    kinds  = ["mail", "drive"]
    engaged = true
  }
  source {
    name       = "Circular 6282-SG of 5 July 2021, as told by securibase.com 28598"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

edition "2023-06-01" {
  title    = "circular 6404/SG of 31 May 2023"
  bodies   = ["state", "operator"]
  reserves = { personal = "assessed", business = "assessed", official = "assessed", health = "always", sensitive = "always", restricted = "always" }
  grades   = ["controlled"]
  cites    = { unqualified-offer = "R9", unplaced-data = "R9", outside-territory = "SNC-19.2", candidate-offer = "R9", uncovered-service = "SNC-3.2", lapsed-offer = "R9", expiring-offer = "R9", foreign-control = "R9", office-suite = "DINUM-2021-09-15", unknown-provider = "R9", undeclared-class = "R9", invalid-waiver = "R9", lapsed-waiver = "R9", expiring-waiver = "R9", new-under-waiver = "R9" }
  waiver {
    months = 12
    needs  = ["minister", "prime_minister"]
    kinds  = ["mail", "drive", "project"]
    engaged = true
    unverified = true # the twelve months of the 2023 text were not read in it
  }
  source {
    name       = "Circular 6404/SG of 31 May 2023 (Légifrance circulaire 45446)"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

edition "2024-05-23" {
  title    = "article 31 of law 2024-449, before its decree (the day it came into force was not verified)"
  bodies   = ["state", "operator"] # the groups are listed by the decree
  reserves = { personal = "assessed", business = "assessed", official = "assessed", health = "always", sensitive = "always", restricted = "always" }
  grades   = ["controlled"]
  cites    = { unqualified-offer = "R9", unplaced-data = "R9", outside-territory = "SNC-19.2", candidate-offer = "R9", uncovered-service = "SNC-3.2", lapsed-offer = "R9", expiring-offer = "R9", foreign-control = "SREN-31", office-suite = "DINUM-2021-09-15", unknown-provider = "R9", undeclared-class = "SREN-31", invalid-waiver = "SREN-31", lapsed-waiver = "SREN-31", expiring-waiver = "SREN-31", new-under-waiver = "SREN-31" }
  waiver {
    months = 18
    needs  = ["minister", "prime_minister"]
    kinds  = ["mail", "drive", "project"]
    engaged = true
  }
  source {
    name       = "Law 2024-449 of 21 May 2024 (JORFTEXT000049563368)"
    url        = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049563368"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

edition "2026-04-17" {
  title    = "article 31 with decree 2026-272"
  bodies   = ["state", "operator", "listed-group"]
  reserves = { personal = "assessed", business = "assessed", official = "assessed", health = "always", sensitive = "always", restricted = "always" }
  grades   = ["controlled"]
  cites    = { unqualified-offer = "R9", unplaced-data = "SREN-31", outside-territory = "SREN-31-decree", candidate-offer = "R9", uncovered-service = "SNC-3.2", lapsed-offer = "R9", expiring-offer = "R9", foreign-control = "SREN-31", office-suite = "DINUM-2021-09-15", unknown-provider = "SREN-31", undeclared-class = "vade-mecum", invalid-waiver = "SREN-31-decree", lapsed-waiver = "SREN-31-decree", expiring-waiver = "SREN-31-decree", new-under-waiver = "SREN-31-decree" }
  waiver {
    months = 18
    needs  = ["minister", "prime_minister", "dinum"]
    kinds  = ["mail", "drive", "project"]
    engaged = true
  }
  source {
    name       = "Decree 2026-272 of 14 April 2026 (JORFTEXT000053900789)"
    url        = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000053900789"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}

edition "2026-08-15" {
  title    = "article 31 with SecNumCloud 3.2 as the reference"
  bodies   = ["state", "operator", "listed-group"]
  reserves = { personal = "assessed", business = "assessed", official = "assessed", health = "always", sensitive = "always", restricted = "always" }
  grades   = ["controlled"]
  cites    = { unqualified-offer = "SREN-31-order", unplaced-data = "SREN-31", outside-territory = "SREN-31-decree", candidate-offer = "SREN-31-order", uncovered-service = "SNC-3.2", lapsed-offer = "SREN-31-order", expiring-offer = "SREN-31-order", foreign-control = "SREN-31", office-suite = "DINUM-2021-09-15", unknown-provider = "SREN-31", undeclared-class = "vade-mecum", invalid-waiver = "SREN-31-decree", lapsed-waiver = "SREN-31-decree", expiring-waiver = "SREN-31-decree", new-under-waiver = "SREN-31-decree" }
  waiver {
    months = 18
    needs  = ["minister", "prime_minister", "dinum"]
    kinds  = ["mail", "drive", "project"]
    engaged = true
  }
  source {
    name       = "Order of 12 August 2026 (JORFTEXT000054678082)"
    url        = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000054678082"
    as_of      = "2026-11-23"
    confidence = "reported"
  }
}
