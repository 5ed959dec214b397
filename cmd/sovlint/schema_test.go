package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/sovlint/sovlint/lint/report"
)

// TestReportsFollowSchema holds the JSON report of every real plan against the
// committed schema.
func TestReportsFollowSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(report.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	plans, err := filepath.Glob(root + "testdata/plans/*/plan.json")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no plans (%v)", err)
	}
	for _, plan := range plans {
		var b bytes.Buffer
		if err := report.JSON(&b, judge(t, plan, "2026-11-23"), report.Options{}); err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatalf("%s: %v", plan, err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", plan, err)
		}
	}
}
