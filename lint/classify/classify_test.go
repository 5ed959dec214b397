package classify

import (
	"testing"

	"github.com/sovlint/sovlint/lint/tf"
)

func str(s string) tf.Value { return tf.Value{State: tf.Known, V: s} }

func tagged(addr string, kv ...string) *tf.Resource {
	tags := tf.Attrs{}
	for i := 0; i+1 < len(kv); i += 2 {
		tags[kv[i]] = str(kv[i+1])
	}
	return &tf.Resource{Addr: tf.ParseAddr(addr), Kind: &tf.Kind{Body: tf.Body{Planned: tf.Attrs{"tags": {State: tf.Known, V: tags}}}}}
}

// under gives a resource a provider block that labels all it makes personal.
func under(res *tf.Resource, argument string) *tf.Resource {
	all := tf.Value{State: tf.Known, V: tf.Attrs{"data-class": str("personal")}}
	if argument == "default_tags" {
		all = tf.Value{State: tf.Known, V: []tf.Value{{State: tf.Known, V: tf.Attrs{"tags": all}}}}
	}
	res.Provider = &tf.Provider{Written: tf.Attrs{argument: all}}
	return res
}

func TestClass(t *testing.T) {
	words := &tf.Resource{Addr: tf.ParseAddr("a.b"), Kind: &tf.Kind{Body: tf.Body{Planned: tf.Attrs{"tags": {State: tf.Known, V: []tf.Value{str("env:dev"), str("data_class=personal")}}}}}}
	secret := tagged("a.b", "data-classification", "public")
	secret.Body.Planned["tags"] = tf.Value{State: tf.Known, Sensitive: true}
	for name, c := range map[string]struct {
		rules Rules
		res   *tf.Resource
		want  string
		guess bool
	}{
		"nothing declared":   {Rules{}, tagged("a.b", "Environment", "dev"), Sensitive, true},
		"declared default":   {Rules{Default: Internal}, tagged("a.b"), Internal, false},
		"label":              {Rules{}, tagged("a.b", "DataClassification", "Public"), Public, false},
		"prefix":             {Rules{}, tagged("a.b", "baobab:data-classification", "phi"), Health, false},
		"ordinal":            {Rules{}, tagged("a.b", "data_class", "5"), Restricted, false},
		"value not known":    {Rules{Default: Public}, tagged("a.b", "data_type", "hot"), Sensitive, false},
		"own label":          {Rules{Labels: []Label{{Key: "dcp", Values: map[string]string{"Oui": Personal}}}}, tagged("a.b", "DCP", "oui"), Personal, false},
		"list of words":      {Rules{}, words, Personal, false},
		"sensitive value":    {Rules{}, secret, Sensitive, true},
		"service":            {Rules{Services: map[string]string{"database": Health}, Default: Public}, tagged("a.b"), Health, false},
		"another service":    {Rules{Services: map[string]string{"mail": Health}, Default: Public}, tagged("a.b"), Public, false},
		"label over service": {Rules{Services: map[string]string{"database": Health}}, tagged("a.b", "data-class", "public"), Public, false},
		"default tags":       {Rules{}, under(tagged("a.b", "Env", "x"), "default_tags"), Personal, false},
		"default labels":     {Rules{}, under(tagged("a.b"), "default_labels"), Personal, false},
		"own over default":   {Rules{}, under(tagged("a.b", "data-class", "public"), "default_tags"), Public, false},
		"address over label": {Rules{Matches: []Match{{"module.portail.**", Personal}}}, tagged(`module.portail["x.y"].aws_s3_bucket.b`, "data-class", "public"), Personal, false},
	} {
		if got := c.rules.Class(c.res, "database"); got.Name != c.want || got.Assumed != c.guess || len(got.Why) == 0 {
			t.Errorf("%s: %+v, want %s", name, got, c.want)
		}
	}
}

func TestGlob(t *testing.T) {
	for _, c := range []struct {
		pattern, address string
		want             bool
	}{
		{"module.portail.**", "module.portail.aws_s3_bucket.b", true},
		{"module.portail.**", `module.portail["a.b"].module.x.aws_s3_bucket.b[0]`, true},
		{"module.portail.**", "module.portail", true},
		{"module.portail.**", "module.portal.aws_s3_bucket.b", false},
		{"aws_s3_*.b", "aws_s3_bucket.b", true},
		{"aws_s3_*.b", "aws_s3_bucket.b[1]", true},
		{"aws_s3_bucket.b[0]", "aws_s3_bucket.b[1]", false},
		{"**.aws_s3_bucket.*", "module.a.module.b.aws_s3_bucket.x", true},
		{"", "a.b", false},
	} {
		if got := Glob(c.pattern, c.address); got != c.want {
			t.Errorf("Glob(%q, %q) = %v", c.pattern, c.address, got)
		}
	}
}

func TestBuiltinValuesAreClasses(t *testing.T) {
	if len(builtin().known) == 0 {
		t.Error("no keys")
	}
	for v, c := range builtin().values {
		if !Known(c) {
			t.Errorf("value %q has class %q", v, c)
		}
	}
}
