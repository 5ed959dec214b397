# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "verified"
  note       = "the provider refuses to run if credentials name another universe, so the argument is reliable when present"

  when "universe_domain" {
    op     = "in"
    values = ["s3nsapis.fr"]
  }
}

rule {
  vendor     = "google-dedicated-de"
  partition  = "apis-berlin-build0.goog"
  confidence = "reported"

  when "universe_domain" {
    op     = "in"
    values = ["apis-berlin-build0.goog"]
  }
}

rule {
  vendor     = "google"
  partition  = "test-universe"
  confidence = "reported"

  when "universe_domain" {
    op     = "in"
    values = ["apis-tpclp.goog"]
  }
}

rule {
  vendor     = "unknown"
  confidence = "unverified"
  note       = "new universe: report the domain"

  when "universe_domain" {
    op     = "set_and_not"
    values = ["googleapis.com", ""]
  }
}

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "verified"
  note       = "project ids of the universe carry a prefix; survives when universe_domain is a variable"

  when "resource:project" {
    op     = "regex"
    values = ["^s3ns:"]
  }
}

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "verified"
  note       = "project ids of the universe carry a prefix; survives when universe_domain is a variable"

  when "project" {
    op     = "regex"
    values = ["^s3ns:"]
  }
}

rule {
  vendor     = "google-dedicated-de"
  partition  = "apis-berlin-build0.goog"
  confidence = "reported"

  when "resource:project" {
    op     = "regex"
    values = ["^eu0:"]
  }
}

rule {
  vendor     = "google-dedicated-de"
  partition  = "apis-berlin-build0.goog"
  confidence = "reported"

  when "project" {
    op     = "regex"
    values = ["^eu0:"]
  }
}

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "reported"

  when "resource:location" {
    op     = "regex"
    values = ["^u-france-east1"]
  }
}

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "reported"

  when "resource:region" {
    op     = "regex"
    values = ["^u-france-east1"]
  }
}

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "reported"

  when "resource:zone" {
    op     = "regex"
    values = ["^u-france-east1"]
  }
}

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "reported"

  when "region" {
    op     = "regex"
    values = ["^u-france-east1"]
  }
}

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "reported"

  when "zone" {
    op     = "regex"
    values = ["^u-france-east1"]
  }
}

rule {
  vendor     = "google-dedicated-de"
  partition  = "apis-berlin-build0.goog"
  confidence = "reported"

  when "resource:location" {
    op     = "regex"
    values = ["^u-germany-northeast1"]
  }
}

rule {
  vendor     = "google-dedicated-de"
  partition  = "apis-berlin-build0.goog"
  confidence = "reported"

  when "resource:region" {
    op     = "regex"
    values = ["^u-germany-northeast1"]
  }
}

rule {
  vendor     = "google-dedicated-de"
  partition  = "apis-berlin-build0.goog"
  confidence = "reported"

  when "resource:zone" {
    op     = "regex"
    values = ["^u-germany-northeast1"]
  }
}

rule {
  vendor     = "google-dedicated-de"
  partition  = "apis-berlin-build0.goog"
  confidence = "reported"

  when "region" {
    op     = "regex"
    values = ["^u-germany-northeast1"]
  }
}

rule {
  vendor     = "google-dedicated-de"
  partition  = "apis-berlin-build0.goog"
  confidence = "reported"

  when "zone" {
    op     = "regex"
    values = ["^u-germany-northeast1"]
  }
}

rule {
  vendor     = "s3ns"
  partition  = "s3nsapis.fr"
  confidence = "verified"

  when "*_custom_endpoint" {
    op     = "host_suffix"
    values = ["s3nsapis.fr"]
  }
}

rule {
  vendor     = "google"
  partition  = "googleapis.com"
  confidence = "verified"
  note       = "regional endpoint (e.g. https://apigee.eu.rep.googleapis.com): same vendor, evidence for the region"

  when "*_custom_endpoint" {
    op     = "host_suffix"
    values = ["rep.googleapis.com"]
  }
}

rule {
  vendor     = "google"
  partition  = "googleapis.com"
  confidence = "verified"
}
