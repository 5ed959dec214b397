# source: provider source and documentation
# as_of: 2026-11-23
# The first rule whose conditions all hold decides.

rule {
  vendor     = "loopback"
  partition  = "local test"
  confidence = "reported"
  note       = "LocalStack / DynamoDB local"

  when "endpoints[].@service" {
    op     = "host_suffix"
    values = ["localhost", "localstack.cloud", "127.0.0.1"]
  }
}

rule {
  vendor     = "@host"
  confidence = "verified"
  note       = "PER SERVICE. Only the services listed are redirected; the rest of the provider still talks to AWS. Map resource type -> service key (aws_s3_* -> s3, aws_instance/aws_vpc/aws_ebs_* -> ec2, aws_iam_* -> iam, aws_lb*/aws_elb -> elb/elbv2, aws_kms_* -> kms ...). Values may lack a scheme. Duplicate keys (dms/databasemigration): first wins"

  when "endpoints[].@service" {
    op = "host_table"
  }
}

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
  partition  = "aws-us-gov"
  confidence = "verified"

  when "@region" {
    op     = "regex"
    values = ["^us-gov-"]
  }
}

rule {
  vendor     = "aws"
  partition  = "aws-iso*"
  confidence = "verified"

  when "@region" {
    op     = "regex"
    values = ["^(us-iso|us-isob|us-isof|eu-isoe)-"]
  }
}

rule {
  vendor     = "unknown"
  confidence = "unverified"
  note       = "a region AWS does not know + skip_region_validation/skip_requesting_account_id/skip_credentials_validation + s3_use_path_style = S3-compatible vendor whose endpoint comes from AWS_ENDPOINT_URL*"

  when "region" {
    op     = "not_region"
    values = ["aws"]
  }

  when "skip_region_validation" {
    op     = "in"
    values = ["true"]
  }
}

rule {
  vendor     = "aws"
  partition  = "aws"
  confidence = "verified"
  note       = "if the region is unknown the vendor is still AWS unless endpoints may come from AWS_ENDPOINT_URL / AWS_ENDPOINT_URL_<SERVICE> / shared config endpoint_url / services section"
}
