package hcleval_test

import (
	"testing"

	"github.com/sovlint/sovlint/lint/hcleval"
)

// TestAddress takes the place out of addresses, and nothing that opens it.
func TestAddress(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"eu-west-3": "eu-west-3",
		"https://user:pw@gitlab.example.com/api/v4/x?token=t#f":     "https://gitlab.example.com/api/v4/x",
		"postgres://user:pw@db.example.com:5432/state?sslmode=on":   "postgres://db.example.com:5432/state",
		"postgres://user:pw@db.example.com/state?host=rds.aws.test": "postgres://rds.aws.test/state",
		"postgresql:///state?host=a.example&host=b.example":         "postgresql://b.example/state",
		"postgres://a.example,b.example/state":                      "?",
		"postgres://a.example:1,b.example:2/state":                  "?",
		"postgres:///state": "?",
		"postgres://db.example.com/state?host=/var/run/postgresql": "?",
		"postgres://db.example.com/state?hostaddr=192.0.2.1":       "?",
		"host=db.example.com user=u password='p w' dbname=state":   "db.example.com",
		"host = 'db.example.com' password=p\\ w":                   "db.example.com",
		"host=a.example password='host=b.example'":                 "a.example",
		"host=a.example host=b.example":                            "b.example",
		"service=prod":                                             "?",
		"user=u password=p":                                        "?",
		"host=a.example,b.example":                                 "?",
		"user@host":                                                "?",
		"http://[::1":                                              "?",
	} {
		got, ok := hcleval.Address(text)
		if !ok {
			got = "?"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
