package evidence

import (
	"strings"
	"testing"
)

func TestShown(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "eu-west-3": "eu-west-3", "France Central": "France Central", "EU,US": "EU,US",
		"projects/x/zones/europe-west9-a":                                                       "projects/x/zones/europe-west9-a",
		"arn:aws:s3:::a-b":                                                                      "arn:aws:s3:::a-b",
		"https://x.blob.core.windows.net/c?sv=1&sig=hunter2":                                    "x.blob.core.windows.net",
		"https://u:hunter2@x.datadoghq.com/hunter3?k=hunter4":                                   "x.datadoghq.com",
		"mongodb+srv://u:PW@c0.example.net":                                                     "c0.example.net",
		"mongodb://u:PW@h1.example.net:1,h2.example.net:2/db":                                   Hidden,
		"https://hooks.slack.com/services/T0/B0/hunter2":                                        "hooks.slack.com",
		"hooks.slack.com/services/T0/B0/hunter2":                                                "hooks.slack.com",
		"u:hunter2@db.example.net:5432/x":                                                       "db.example.net",
		"https://u:hun/ter2@db.example.net/x":                                                   Hidden,
		"https://[2001:db8::1]:443/x":                                                           "2001:db8::1",
		"Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=hunter2": "x.servicebus.windows.net",
		"DefaultEndpointsProtocol=https;AccountName=x;AccountKey=hunter2":                       Hidden,
		"host=a password=hunter2":                                                               Hidden,
		`{"key": "hunter2"}`:                                                                    Hidden,
		"eu\n::error::x":                                                                        Hidden,
		strings.Repeat("a", 65):                                                                 Hidden,
		strings.Repeat("a/b", 101):                                                              Hidden,
		"https://EXAMPLE.net:8443":                                                              "example.net",
		"x.example.net":                                                                         "x.example.net",
		"x.example.net?token=hunter":                                                            "x.example.net",
	} {
		if got := Shown(text); got != want || Shown(got) != got {
			t.Errorf("Shown(%q) = %q, want %q", text, got, want)
		}
	}
}
