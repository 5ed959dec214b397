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
