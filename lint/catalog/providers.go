package catalog

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/sovlint/sovlint/lint/evidence"
)

// Provider returns what is known of a provider by its source address, with or
// without the registry's host; a bare name is one of hashicorp's.
func (c *Catalog) Provider(source string) (Provider, bool) {
	known := c.providers()
	source = strings.ToLower(source)
	if p, ok := known[source]; ok {
		return p, true
	}
	p, ok := known[shortSource(source)]
	return p, ok
}

// shortSource keeps the namespace and the name.
func shortSource(source string) string {
	parts := strings.Split(strings.ToLower(source), "/")
	if len(parts) == 1 {
		return "hashicorp/" + parts[0]
	}
	return strings.Join(parts[len(parts)-2:], "/")
}

func readProviders() map[string]Provider {
	t := readTable("identify/providers.tsv", 9)
	out := make(map[string]Provider, len(t.rows))
	for _, f := range t.rows {
		p := Provider{Source: f[0], Family: f[1], Vendor: f[2], Local: f[3] != "", Regions: list(f[4]), Hosts: list(f[5]),
			Default: f[6], Environment: list(f[7]), Fact: t.fact(f[8])}
		out[f[0]] = p
		out[shortSource(f[0])] = p
	}
	return out
}

func (t table) fact(confidence string) evidence.Source {
	return evidence.Source{Name: t.head["source"], AsOf: t.head["as_of"], Confidence: confidence}
}

type ruleFile struct {
	Rules []struct {
		Vendor     string `hcl:"vendor"`
		Partition  string `hcl:"partition,optional"`
		Confidence string `hcl:"confidence"`
		Note       string `hcl:"note,optional"`
		When       []struct {
			Arg    string   `hcl:"arg,label"`
			Op     string   `hcl:"op"`
			Values []string `hcl:"values,optional"`
		} `hcl:"when,block"`
	} `hcl:"rule,block"`
}

// Identifications returns a family's rules in the order to try them.
func (c *Catalog) Identifications(family string) []Identification {
	if v, ok := c.rules.Load(family); ok {
		return v.([]Identification)
	}
	rules, _ := readRules(family)
	got, _ := c.rules.LoadOrStore(family, rules)
	return got.([]Identification)
}

func readRules(family string) ([]Identification, error) {
	name := "identify/" + family + ".hcl"
	b, ok := read(name)
	if !ok {
		return nil, nil
	}
	var f ruleFile
	if err := hclsimple.Decode(name, b, nil, &f); err != nil {
		return nil, malformed(name, err)
	}
	head := readTable(name, -1)
	var out []Identification
	for _, r := range f.Rules {
		id := Identification{Vendor: r.Vendor, Partition: r.Partition, Note: r.Note, Fact: head.fact(r.Confidence)}
		for _, w := range r.When {
			id.When = append(id.When, Cond{Arg: w.Arg, Op: w.Op, Values: w.Values})
		}
		out = append(out, id)
	}
	return out, nil
}
