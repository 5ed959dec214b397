# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "aws-eusc"
  partition  = "aws-eusc"
  confidence = "verified"

  when "@region" {
    op     = "regex"
    values = ["^eusc-"]
  }
}

rule {
  vendor     = "aws-cn"
  partition  = "aws-cn"
  confidence = "verified"

  when "@region" {
    op     = "regex"
    values = ["^cn-"]
  }
}

rule {
  vendor     = "aws"
  partition  = "aws"
  confidence = "verified"
}
