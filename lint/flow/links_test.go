package flow_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// TestEveryLinkIsFollowed wants an edge from every argument of every table that
// names a log, a key, a front, a directory, a model, a mail relay or a registry,
// to the resource that it mentions.
func TestEveryLinkIsFollowed(t *testing.T) {
	t.Parallel()
	c := catalog.Embedded()
	virginia := &tf.Provider{Source: "registry.terraform.io/hashicorp/aws", Key: "aws.far", Alias: "far", Joined: true,
		Written: tf.Attrs{"region": {State: tf.Known, V: "us-east-1"}}}
	n := 0
	for _, source := range c.Sources() {
		own := &tf.Provider{Source: "registry.terraform.io/" + source, Key: "own", Joined: true}
		for _, typ := range c.Types(source) {
			for _, l := range typ.Links {
				if !flow.Follows(l.Kind) || strings.HasPrefix(l.Path, "!") || strings.Contains(l.Path, "()") {
					continue
				}
				n++
				far := &tf.Resource{Addr: tf.ParseAddr("aws_s3_bucket.far"), Kind: &tf.Kind{Type: "aws_s3_bucket", Provider: virginia, Action: tf.Create}}
				r := &tf.Resource{Addr: tf.ParseAddr(typ.Name + ".r"), Kind: &tf.Kind{Type: typ.Name, Provider: own, Action: tf.Create,
					Body: tf.Body{Written: along(l.Path, tf.Value{State: tf.Unknown, Refs: []string{"aws_s3_bucket.far.arn"}})}}}
				cfg := &tf.Config{Format: "plan-json", Resources: []*tf.Resource{far, r}}
				tf.Sort(cfg.Resources)
				p := place.New(c, place.Options{AsOf: "2026-11-23"})
				edges := flow.New(c, p).Edges(cfg, r, p.Place(cfg, r))
				if !slices.ContainsFunc(edges, func(e flow.Edge) bool { return e.To == far && e.Known() }) {
					t.Errorf("%s: %s: %s:%s leads nowhere", source, typ.Name, l.Kind, l.Path)
				}
			}
		}
	}
	if n < 1_000 {
		t.Errorf("%d links", n)
	}
}

// along makes attributes with a value at a path.
func along(path string, v tf.Value) tf.Attrs {
	head, rest, below := strings.Cut(path, ".")
	name, marks := head, ""
	if i := strings.IndexAny(head, "[{"); i >= 0 {
		name, marks = head[:i], head[i:]
	}
	if below {
		v = tf.Value{State: tf.Known, V: along(rest, v)}
	}
	for ; marks != ""; marks = marks[:strings.LastIndexAny(marks, "[{")] {
		if strings.HasSuffix(marks, "}") {
			v = tf.Value{State: tf.Known, V: tf.Attrs{"k": v}}
			continue
		}
		if filter, value, ok := strings.Cut(marks[strings.LastIndexByte(marks, '[')+1:len(marks)-1], "="); ok {
			if inner, is := v.V.(tf.Attrs); is {
				inner[filter] = tf.Value{State: tf.Known, V: value}
			}
		}
		v = tf.Value{State: tf.Known, V: []tf.Value{v}}
	}
	return tf.Attrs{name: v}
}
