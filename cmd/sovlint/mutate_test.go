package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A node is a JSON value whose members keep their order.
type node struct {
	names []string // of an object
	kids  []*node
	open  byte   // { or [; 0 for a scalar
	text  string // of a scalar
}

func parseNode(d *json.Decoder) (*node, error) {
	tok, err := d.Token()
	if err != nil {
		return nil, err
	}
	open, ok := tok.(json.Delim)
	if !ok {
		text, err := json.Marshal(tok)
		return &node{text: string(text)}, err
	}
	n := &node{open: byte(open)}
	for d.More() {
		if n.open == '{' {
			name, err := d.Token()
			if err != nil {
				return nil, err
			}
			n.names = append(n.names, name.(string))
		}
		kid, err := parseNode(d)
		if err != nil {
			return nil, err
		}
		n.kids = append(n.kids, kid)
	}
	_, err = d.Token()
	return n, err
}

func (n *node) write(b *bytes.Buffer) {
	if n.open == 0 {
		b.WriteString(n.text)
		return
	}
	b.WriteByte(n.open)
	for i, kid := range n.kids {
		if i > 0 {
			b.WriteByte(',')
		}
		if n.open == '{' {
			name, _ := json.Marshal(n.names[i])
			b.Write(append(name, ':'))
		}
		kid.write(b)
	}
	b.WriteByte(n.open + 2)
}

// all lists a node and what is below it.
func (n *node) all(out []*node) []*node {
	out = append(out, n)
	for _, kid := range n.kids {
		out = kid.all(out)
	}
	return out
}

// mutations damage a whole document, each in its own way: its bytes, or what was
// read of it.
var mutations = []struct {
	name  string
	bytes func(r *rand.Rand, b []byte) []byte
	node  func(r *rand.Rand, objects, scalars []*node)
}{
	{name: "flip bits", bytes: func(r *rand.Rand, b []byte) []byte {
		for range 1 + r.IntN(3) {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
		return b
	}},
	{name: "truncate", bytes: func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] }},
	{name: "swap bytes", bytes: func(r *rand.Rand, b []byte) []byte {
		i, j := r.IntN(len(b)), r.IntN(len(b))
		b[i], b[j] = b[j], b[i]
		return b
	}},
	{name: "insert", bytes: func(r *rand.Rand, b []byte) []byte {
		junk := []string{"{", "}", "[", "]", `"`, ",", ":", "\\", "\x00", "\xff", "null", `{"address":"a.b"}`, "}}]]"}
		return slices.Insert(b, r.IntN(len(b)), []byte(junk[r.IntN(len(junk))])...)
	}},
	{name: "flip a name", node: func(r *rand.Rand, objects, _ []*node) {
		n := objects[r.IntN(len(objects))]
		i := r.IntN(len(n.names))
		name := []byte(n.names[i])
		if len(name) > 0 {
			name[r.IntN(len(name))] ^= 1 << r.IntN(3)
		}
		n.names[i] = string(name)
	}},
	{name: "swap two names", node: func(r *rand.Rand, objects, _ []*node) {
		n := objects[r.IntN(len(objects))]
		i, j := r.IntN(len(n.names)), r.IntN(len(n.names))
		n.names[i], n.names[j] = n.names[j], n.names[i]
	}},
	{name: "swap names of two objects", node: func(r *rand.Rand, objects, _ []*node) {
		n, m := objects[r.IntN(len(objects))], objects[r.IntN(len(objects))]
		i, j := r.IntN(len(n.names)), r.IntN(len(m.names))
		n.names[i], m.names[j] = m.names[j], n.names[i]
	}},
	{name: "double a name", node: func(r *rand.Rand, objects, scalars []*node) {
		n := objects[r.IntN(len(objects))]
		i, other := r.IntN(len(n.names)), scalars[r.IntN(len(scalars))]
		if r.IntN(2) == 0 {
			other = n.kids[r.IntN(len(n.kids))]
		}
		j := r.IntN(len(n.names) + 1)
		n.names, n.kids = slices.Insert(n.names, j, n.names[i]), slices.Insert(n.kids, j, other)
	}},
	{name: "huge number", node: func(r *rand.Rand, _, scalars []*node) {
		huge := []string{"1" + strings.Repeat("0", 5000), "1e999999999", "-1E-999999999", "0.1e+99999999999999999999", "18446744073709551616"}
		scalars[r.IntN(len(scalars))].text = huge[r.IntN(len(huge))]
	}},
	{name: "deep nesting", node: func(r *rand.Rand, _, scalars []*node) {
		n := 1 << r.IntN(18)
		deep := []string{strings.Repeat("[", n) + strings.Repeat("]", n), strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n), strings.Repeat("[", n)}
		scalars[r.IntN(len(scalars))].text = deep[r.IntN(len(deep))]
	}},
	{name: "another kind", node: func(r *rand.Rand, _, scalars []*node) {
		kinds := []string{"null", "true", "false", "0", `""`, "{}", "[]", `"x"`, `{"a":1}`, "[null]"}
		scalars[r.IntN(len(scalars))].text = kinds[r.IntN(len(kinds))]
	}},
}

// damage gives the i-th mutation of a plan.
func damage(t *testing.T, plan []byte, i int) (name string, mutated []byte) {
	t.Helper()
	r, m := rand.New(rand.NewPCG(uint64(i), 11)), mutations[i%len(mutations)]
	if m.bytes != nil {
		return m.name, m.bytes(r, bytes.Clone(plan))
	}
	d := json.NewDecoder(bytes.NewReader(plan))
	d.UseNumber()
	top, err := parseNode(d)
	if err != nil {
		t.Fatal(err)
	}
	var objects, scalars []*node
	for _, n := range top.all(nil) {
		switch {
		case n.open == 0:
			scalars = append(scalars, n)
		case len(n.names) > 0:
			objects = append(objects, n)
		}
	}
	m.node(r, objects, scalars)
	var b bytes.Buffer
	top.write(&b)
	return m.name, b.Bytes()
}

// A verdict is what a report says, as far as it may not be lost.
type verdict struct {
	Findings  []struct{ Name, Level, Address string }
	Resources []struct {
		Address   string
		Questions []json.RawMessage
	}
	Gaps []struct{ What string }
}

func verdictOf(t *testing.T, report []byte) (v verdict) {
	t.Helper()
	if err := json.Unmarshal(report, &v); err != nil {
		t.Errorf("the report is no JSON: %v", err)
	}
	return v
}

// speaks reports whether a report says more of what was not seen than another.
func (v verdict) speaks(than verdict) bool {
	return slices.ContainsFunc(v.Gaps, func(g struct{ What string }) bool { return !slices.Contains(than.Gaps, g) })
}

// loses names the findings above a notice that are neither there nor replaced by
// a new question about their resource.
func (v verdict) loses(of verdict) (out []string) {
	had, have := of.said(), v.said()
	asks := map[string]bool{}
	for what, address := range have {
		if _, old := had[what]; !old && !strings.HasPrefix(what, "finding ") {
			asks[address] = true
		}
	}
	for what, address := range had {
		if _, ok := have[what]; !ok && strings.HasPrefix(what, "finding ") && !asks[address] {
			out = append(out, what)
		}
	}
	slices.Sort(out)
	return out
}

// said is all that a report says of a resource, with its address: "finding ..."
// for what it finds, else a question.
func (v verdict) said() map[string]string {
	out := map[string]string{}
	for _, f := range v.Findings {
		kind := "finding "
		if f.Name == "unplaced-data" || f.Name == "unknown-provider" {
			kind = "question "
		}
		if f.Level != "notice" {
			out[kind+f.Name+" "+f.Address] = f.Address
		}
	}
	for _, r := range v.Resources {
		for _, q := range r.Questions {
			out["question "+r.Address+" "+string(q)] = r.Address
		}
	}
	return out
}

// TestMutatedPlans damages some small real plans anywhere; TestTrust does so a
// thousand times.
func TestMutatedPlans(t *testing.T) {
	t.Parallel()
	var tally trust
	plansAreMutated(t, &tally, 100)
}

// plansAreMutated damages small real plans anywhere, n times. Each run ends with 0, 1
// or 2; one that is not refused has lost no finding without a question or a gap that
// says so.
func plansAreMutated(t *testing.T, tally *trust, n int) {
	t.Helper()
	m := newMutants(t)
	for i := range n {
		of := i / len(mutations) % len(m.plans)
		name, b := damage(t, m.plans[of], i)
		start := time.Now()
		code, out, errs := m.judge(t, b)
		tally.add(&tally.mutated, 1)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%d (%s): took %v", i, name, d)
		}
		switch {
		case code == 2 && errs != "":
			tally.add(&tally.refused, 1)
		case code != 0 && code != 1:
			t.Errorf("%d (%s): exit code %d, stderr %q", i, name, code, errs)
		default:
			v := verdictOf(t, out)
			if lost := v.loses(m.whole[of]); len(lost) > 0 && !v.speaks(m.whole[of]) {
				tally.add(&tally.lost, len(lost))
				t.Errorf("%d (%s): lost %s", i, name, strings.Join(lost, ", "))
			}
		}
	}
}

// mutants are plans to be damaged, with what is said of each while it is whole.
type mutants struct {
	plans [][]byte
	whole []verdict
	file  string
}

func newMutants(t *testing.T) *mutants {
	t.Helper()
	m := &mutants{file: filepath.Join(t.TempDir(), "plan.json")}
	for _, stack := range []string{"29-hetzner", "07-ovh", "06-aws-v6-region-attribut"} {
		b, err := os.ReadFile(root + "testdata/plans/" + stack + "/plan.json")
		if err != nil {
			t.Fatal(err)
		}
		_, out, _ := m.judge(t, b)
		m.plans, m.whole = append(m.plans, b), append(m.whole, verdictOf(t, out))
	}
	return m
}

// judge runs the command on a plan.
func (m *mutants) judge(t *testing.T, plan []byte) (code int, out []byte, errs string) {
	t.Helper()
	if err := os.WriteFile(m.file, plan, 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	code = inProcess([]string{"sovlint", "-q", "--as-of", "2026-11-23", "-o", "json", m.file}, nil, &stdout, &stderr)
	return code, stdout.Bytes(), stderr.String()
}
