package tf

import "testing"

// TestSettled tells variables that have a value, through modules, from what may
// still name something.
func TestSettled(t *testing.T) {
	t.Parallel()
	rests := func(refs ...string) Value { return Value{State: Unknown, Refs: refs} }
	c := &Config{Calls: map[string]*Call{
		"": {Args: Attrs{"given": {State: Known, V: "x"}}},
		"module.db": {
			Args: Attrs{"literal": {State: Known, V: ""}, "null": {State: Null}, "passed": rests("var.given"), "open": rests("aws_kms_key.k.arn"),
				"mixed": rests("var.given", "local.x")},
			Defaults: map[string]any{"fallback": "", "none": nil}, Secret: map[string]bool{"secret": true},
		},
	}}
	for ref, want := range map[string]bool{"var.literal": true, "var.null": true, "var.passed": true, "var.fallback": true, "var.none": true, "var.secret": true,
		`var.passed["k"].arn`: true, "var.open": false, "var.mixed": false, "var.unheard": false, "local.x": false, "aws_kms_key.k": false, "var": false} {
		if got := c.Settled("module.db", []string{ref}); got != want {
			t.Errorf("%s: %v", ref, got)
		}
	}
	for _, refs := range [][]string{nil, {"var.literal", "var.open"}} {
		if c.Settled("module.db", refs) {
			t.Errorf("%q is settled", refs)
		}
	}
	if c.Settled("module.db", []string{"var.literal", "var.fallback"}) != true {
		t.Error("two variables that have values")
	}
}
