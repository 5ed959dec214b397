package rules

import (
	"errors"
	"fmt"
	"runtime"
	"testing"
	"weak"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

func runOver(t *testing.T, inputs lint.Inputs) (*lint.Report, error) {
	t.Helper()
	d, err := Doctrine("fr-cloud-au-centre")
	if err != nil {
		t.Fatal(err)
	}
	return lint.Run(inputs, All(), lint.Options{Doctrine: d, Catalog: catalog.Embedded(), AsOf: "2026-11-01"})
}

// TestInputsAreLetGo asks for inputs one by one: those judged before must not
// be held any more, and neither must what lies in them.
func TestInputsAreLetGo(t *testing.T) {
	var configs []weak.Pointer[tf.Config]
	var resources []weak.Pointer[tf.Resource]
	rep, err := runOver(t, func(yield func(*tf.Config, error) bool) {
		for i := range 8 {
			cfg := one("hashicorp/aws", "aws_s3_bucket", "eu-west-3")
			cfg.Source = fmt.Sprintf("plan%d.json", i)
			configs, resources = append(configs, weak.Make(cfg)), append(resources, weak.Make(cfg.Resources[0]))
			if !yield(cfg, nil) {
				return
			}
		}
		runtime.GC()
		for i := range 6 { // the last is yet to be judged, and the stack may hold the one before
			if configs[i].Value() != nil {
				t.Errorf("input %d is still held", i)
			}
			if i > 0 && resources[i].Value() != nil { // the address of the first is not copied where it may be the only one
				t.Errorf("the resource of input %d is still held", i)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(rep.Inputs) != 8 || len(rep.Resources) != 8 {
		t.Fatalf("%d inputs, %d resources", len(rep.Inputs), len(rep.Resources))
	}
	for i, r := range rep.Resources {
		if want := fmt.Sprintf("plan%d.json", i); r.Input != want || r.Address.String() != "aws_s3_bucket.x" {
			t.Errorf("resource %d: %s of input %s, want aws_s3_bucket.x of %s", i, r.Address, r.Input, want)
		}
	}
}

// TestInputsDoNotMix judges inputs whose attributes lie where those of others
// lay: what was thought of the others must not come back.
func TestInputsDoNotMix(t *testing.T) {
	classes := []string{"public", "personal", "sensitive"}
	rep, err := runOver(t, func(yield func(*tf.Config, error) bool) {
		for i := range 60 {
			cfg := one("hashicorp/aws", "aws_s3_bucket", "eu-west-3")
			labels := tf.Attrs{"data_classification": {State: tf.Known, V: classes[i%3]}}
			cfg.Resources[0].Body.Planned = tf.Attrs{"tags": {State: tf.Known, V: labels}}
			cfg.Source = fmt.Sprintf("plan%03d.json", i)
			runtime.GC()
			if !yield(cfg, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rep.Resources {
		if r.Class.Name != classes[i%3] {
			t.Errorf("%s: %s, want %s", r.Input, r.Class.Name, classes[i%3])
		}
	}
}

func TestAnInputsErrorEndsTheRun(t *testing.T) {
	broken := errors.New("broken")
	_, err := runOver(t, func(yield func(*tf.Config, error) bool) {
		if yield(one("hashicorp/aws", "aws_s3_bucket", "eu-west-3"), nil) && yield(nil, broken) {
			t.Error("asked for more after the error")
		}
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}
