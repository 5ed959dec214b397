package load

import (
	"bytes"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// HeadSize is how much of a file LooksLike wants to see, in bytes.
const HeadSize = 4096

var (
	// firstKey tells JSON that begins as a plan or a state does, with its keys
	// in Terraform's order or sorted.
	firstKey = lazily(`^\{\s*"(@\w+|format_version|terraform_version|applyable|complete|errored|planned_values|resource_changes|resource_drift|prior_state|remote_plan_format|encrypted_data|lineage|serial)"`)
	// otherKey are keys of their first level, and of the one below, that say so
	// where a key that many documents have comes first.
	otherKey = lazily(`"(format_version|terraform_version|provider_config|planned_values|resource_changes|encrypted_data|lineage)"\s*:`)
	// sentence is one of those that stand above the resources of a plan in words.
	sentence = lazily(`(Terraform|OpenTofu) (will perform the following actions:|planned the following actions|used the selected providers to generate)|(?m)^No changes\. Your infrastructure|: Refreshing state\.\.\. \[id=`)
)

// LooksLike reports whether a file that begins with head may be a plan or a
// state in one of the forms that are read. A zip may be anything.
func LooksLike(head []byte) bool {
	if decoded, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), head); err == nil || len(decoded) > 0 {
		head = decoded
	}
	head = bytes.TrimLeft(head, " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return true
	case bytes.HasPrefix(head, []byte("{")):
		return firstKey().Match(head) || otherKey().Match(head)
	}
	return sentence().Match(colour().ReplaceAll(head, nil))
}

// foreign says what the head of an input that is none of ours is, and what to do
// with it; "" when that is not known.
func foreign(head []byte) string {
	for magic, what := range foreigners {
		if bytes.HasPrefix(head, []byte(magic)) {
			return what
		}
	}
	if stateWords().Match(head) {
		return foreignWords
	}
	return ""
}

// foreigners are inputs that are none of ours, by their first bytes.
var foreigners = map[string]string{
	"\x1f\x8b":         "it is packed with gzip: unpack it first (`gzip -dc`)",
	"\x28\xb5\x2f\xfd": "it is packed with zstd: unpack it first (`zstd -dc`)",
	"\xfd7zXZ":         "it is packed with xz: unpack it first (`xz -dc`)",
	"BZh":              "it is packed with bzip2: unpack it first (`bzip2 -dc`)",
	"{\x00":            "its text is UTF-16 or UTF-32 without a mark: write it as UTF-8",
	"\x00":             "its text is UTF-16 or UTF-32 without a mark: write it as UTF-8",
	"[":                "it is a list: give each of its documents by itself (`jq -c '.[]'`)",
	"digraph":          "it is a graph: give the plan that it was made of",
}

const foreignWords = "these are the words of a state: run `terraform show -json | sovlint`"

// stateWords begin what `terraform show` prints of a state.
var stateWords = lazily(`^# [\w.\[\]"-]+:( \(tainted\))?\r?\n(resource|data) "`)
