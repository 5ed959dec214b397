package load

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint/tf"
)

func TestEachOf(t *testing.T) {
	t.Parallel()
	refs := func(to ...string) tf.Value { return tf.Value{State: tf.Unknown, Refs: to} }
	block := func(v tf.Value) tf.Value {
		return tf.Value{State: tf.Known, V: []tf.Value{{State: tf.Known, V: tf.Attrs{"bucket": v}}}}
	}
	over := []string{"aws_s3_bucket.b"}
	written := tf.Attrs{"bucket": refs("each.value.id", "each.value"), "rule": block(refs("var.x", "each.value.arn")), "name": refs("each.values.id")}
	want := tf.Attrs{"bucket": refs("aws_s3_bucket.b"), "rule": block(refs("var.x", "aws_s3_bucket.b")), "name": refs("each.values.id")}
	if d := cmp.Diff(want, eachOf(written, over)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if written["bucket"].Refs[0] != "each.value.id" || written["rule"].V.([]tf.Value)[0].V.(tf.Attrs)["bucket"].Refs[1] != "each.value.arn" {
		t.Error("what blocks share was changed")
	}
	plain := tf.Attrs{"name": refs("var.x")}
	if got := eachOf(plain, over); got.Identity() != plain.Identity() {
		t.Error("what mentions no value was copied")
	}
}
