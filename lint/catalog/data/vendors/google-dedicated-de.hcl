vendor "google-dedicated-de" {
  name = "Google Cloud Dedicated Germany"
  role = "host"
  legal_entity = "a German company of Thales"
  seat = "DE"
  parent = "Thales SA"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  technology = "Google Cloud"
  uncertainty = "preview; universe apis-berlin-build0.goog is a preview name; operator and domain may change at GA. The link between this universe and the Thales entity is inferred, not read; the name of the German company was not found"
  reach "us" {
    grade = "technology-licence"
    why   = "announced as owned and controlled by Thales"
  }
  source {
    name       = "berritmedia.com/?p=877 (announcement of 20 May 2026: Thales-owned German entity, preview, GA end 2026); dailyalpha.us (2026, quoting Handelsblatt: Google looks for another partner than Deutsche Telekom)"
    url        = "https://berritmedia.com/?p=877"
    as_of      = "2026-05"
    confidence = "unverified"
  }
}
