vendor "aiven" {
  name = "Aiven"
  role = "operator"
  legal_entity = "Aiven Oy"
  seat = "FI"
  parent = "privately held, venture investors incl. US funds"
  parent_country = "FI"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "cap table not read; US entity exists"
  reach "us" {
    grade = "hosted-on"
    why   = "operator Finnish, data on the cloud named in cloud_name (AWS, Google, Azure ...): host is US-controlled; its data is kept on AWS, Google Cloud, Azure, DigitalOcean, UpCloud or Oracle"
  }
  source {
    name       = "public repository on GitHub (copyright Aiven Oy 2026); general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
