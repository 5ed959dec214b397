package place

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// scalar returns a known value's text.
func scalar(v tf.Value) (text string, known bool) {
	if v.State != tf.Known {
		return "", false
	}
	switch x := v.V.(type) {
	case string:
		return x, true
	case bool:
		return strconv.FormatBool(x), true
	}
	return "", false
}

// ownText reads an expression of the resource: what is known, else what a lone
// variable holds, which is only a candidate.
func (t *task) ownText(v tf.Value) (text string, known, maybe bool) {
	if v.State == tf.Unknown && len(v.Refs) > 0 {
		t.alone = false // what a variable holds depends on the module instance
	}
	return t.textIn(t.r.Module, v)
}

// providerText reads an argument of the provider block.
func (t *task) providerText(v tf.Value) (text string, known, maybe bool) {
	return t.textIn(t.r.Provider.Module, v)
}

func (t *task) textIn(module string, v tf.Value) (text string, known, maybe bool) {
	if text, known := scalar(v); known {
		return text, true, false
	}
	text, known = t.cfg.Maybe(module, v).(string)
	return text, known, known
}

// hostOf takes the host out of a URL, a host or a host and port.
func hostOf(s string) string {
	if !strings.Contains(s, "://") {
		s = "//" + s
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
}

// hostUnder compares on label borders: evil-example.fr is not under example.fr.
func hostUnder(text, suffix string) bool {
	h, suffix := hostOf(text), strings.TrimPrefix(strings.ToLower(suffix), ".")
	return h != "" && (h == suffix || strings.HasSuffix(h, "."+suffix))
}

// squash lower-cases and drops blanks: "France Central" is francecentral.
func squash(s string) string {
	return strings.ToLower(strings.ReplaceAll(s, " ", ""))
}

var marks = strings.NewReplacer("[]", "", "{}", "", "()", "", "resource:", "")

// clean shows a path as a user writes it.
func clean(path string) string {
	if !strings.ContainsAny(path, "[{(:") {
		return path
	}
	return filters.ReplaceAllString(marks.Replace(path), "")
}

// filters choose elements: [enabled=true].
var filters = regexp.MustCompile(`\[[^]=]*=[^]]*\]`)

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// sameSource compares provider sources without registry host and case.
func sameSource(a, b string) bool {
	return lastTwo(a) == lastTwo(b)
}

func lastTwo(s string) string {
	parts := strings.Split(strings.ToLower(s), "/")
	return strings.Join(parts[max(0, len(parts)-2):], "/")
}

// localName is what a provider is called in --assume: "aws" or "aws.paris".
func localName(r *tf.Resource) string {
	parts := strings.Split(r.Provider.Source, "/")
	name := parts[len(parts)-1]
	if r.Provider.Alias != "" {
		name += "." + r.Provider.Alias
	}
	return name
}

// arnRegion is the region field of an ARN; ok is false for anything else.
func arnRegion(s string) (region string, ok bool) {
	f := strings.SplitN(s, ":", 6)
	if len(f) < 6 || f[0] != "arn" {
		return "", false
	}
	return f[3], true
}

// tail is the last segment of a path, for "projects/x/zones/europe-west9-a".
func tail(s string) string {
	return s[strings.LastIndexByte(s, '/')+1:]
}

// isResource reports whether a reference is to a managed resource.
func isResource(ref string) bool {
	head, _, _ := strings.Cut(ref, ".")
	return !slices.Contains([]string{"var", "local", "each", "count", "path", "terraform", "self", "data", "module"}, head)
}
