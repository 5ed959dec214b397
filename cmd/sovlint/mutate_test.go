package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// mutations damage a plan, each in its own way. from and to bound where.
var mutations = []struct {
	name string
	do   func(r *rand.Rand, b []byte, from, to int) []byte
}{
	{"flip", func(r *rand.Rand, b []byte, from, to int) []byte {
		for range 1 + r.IntN(4) {
			b[from+r.IntN(to-from)] ^= 1 << r.IntN(8)
		}
		return b
	}},
	{"truncate", func(r *rand.Rand, b []byte, from, to int) []byte { return b[:from+r.IntN(to-from)] }},
	{"swap keys", func(r *rand.Rand, b []byte, from, to int) []byte {
		return replaceKey(r, b, from, to, [][2]string{{`"address"`, `"adress"`}, {`"change"`, `"mode"`}, {`"after"`, `"before"`}, {`"type"`, `"name"`}, {`"actions"`, `"action"`}})
	}},
	{"double a key", func(r *rand.Rand, b []byte, from, to int) []byte {
		return replaceKey(r, b, from, to, [][2]string{{`"address"`, `"address":"x.y","address"`}, {`"after"`, `"after":{},"after"`}, {`"type"`, `"type":"null_resource","type"`}})
	}},
	{"huge number", func(r *rand.Rand, b []byte, from, to int) []byte {
		return replaceKey(r, b, from, to, [][2]string{{`true`, "1" + strings.Repeat("0", 400)}, {`false`, "1e999999"}, {`null`, "-0.0000001E-99999"}})
	}},
	{"deep nesting", func(r *rand.Rand, b []byte, from, to int) []byte {
		n := 1000 + r.IntN(200000)
		return replaceKey(r, b, from, to, [][2]string{{`null`, strings.Repeat("[", n) + strings.Repeat("]", n)}, {`true`, strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n)}})
	}},
	{"insert", func(r *rand.Rand, b []byte, from, to int) []byte {
		junk := []string{"{", "}", "[", "]", `"`, ",", ":", "\\", "\x00", "\xff", "null", `{"address":"a.b"}`, "}}]]"}
		i := from + r.IntN(to-from)
		return append(b[:i:i], append([]byte(junk[r.IntN(len(junk))]), b[i:]...)...)
	}},
}

func replaceKey(r *rand.Rand, b []byte, from, to int, pairs [][2]string) []byte {
	p := pairs[r.IntN(len(pairs))]
	i := from + r.IntN(to-from)
	j := bytes.Index(b[i:to], []byte(p[0]))
	if j < 0 {
		return b
	}
	return append(b[:i+j:i+j], append([]byte(p[1]), b[i+j+len(p[0]):]...)...)
}

// TestMutatedPlans damages a real plan a thousand times outside of two
// resources. Each run ends with 0, 1 or 2 in time; one that is not refused still
// has the findings of the two resources that were left alone.
func TestMutatedPlans(t *testing.T) {
	t.Parallel()
	var plan bytes.Buffer
	raw, err := os.ReadFile(root + "testdata/plans/04-aws-portail-citoyen/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&plan, raw); err != nil {
		t.Fatal(err)
	}
	spared := []string{"aws_s3_bucket.copie_us", "aws_db_instance.replica_us"}
	from, to := gap(t, plan.Bytes(), spared)
	dir := t.TempDir()
	count, n := map[int]int{}, 1000
	if testing.Short() {
		n = 100
	}
	for i := range n {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		m := mutations[i%len(mutations)]
		file := filepath.Join(dir, "plan.json")
		if err := os.WriteFile(file, m.do(r, bytes.Clone(plan.Bytes()), from, to), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		start := time.Now()
		code := run([]string{"sovlint", "-q", "--as-of", "2026-11-23", "-o", "json", file}, nil, &out, &errs)
		count[code]++
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%d (%s): took %v", i, m.name, d)
		}
		switch {
		case code == 2 && errs.Len() > 0:
		case code != 0 && code != 1:
			t.Errorf("%d (%s): exit code %d, stderr %q", i, m.name, code, errs.String())
		default:
			lost(t, fmt.Sprintf("%d (%s)", i, m.name), out.Bytes(), spared)
		}
	}
	t.Logf("exit codes: %v", count)
}

// gap finds the part of resource_changes between the two resources, which are
// in the order of their addresses.
func gap(t *testing.T, plan []byte, spared []string) (from, to int) {
	t.Helper()
	changes := bytes.Index(plan, []byte(`"resource_changes":[`))
	last := changes
	for _, a := range spared {
		i := bytes.Index(plan[changes:], []byte(`{"address":"`+a+`"`))
		if i < 0 {
			t.Fatalf("%s is not in the plan", a)
		}
		last = max(last, changes+i)
	}
	from = last + bytes.Index(plan[last:], []byte(`},{"address":"`)) + 2
	for _, next := range []string{`],"prior_state":`, `],"output_changes":`, `],"configuration":`} {
		if i := bytes.Index(plan[from:], []byte(next)); i > 0 && (to == 0 || from+i < to) {
			to = from + i
		}
	}
	if from >= to {
		t.Fatalf("no room between %d and %d", from, to)
	}
	return from, to
}

func lost(t *testing.T, name string, report []byte, spared []string) {
	t.Helper()
	var rep struct {
		Findings []struct{ Name, Address string }
	}
	if err := json.Unmarshal(report, &rep); err != nil {
		t.Errorf("%s: the report is no JSON: %v", name, err)
		return
	}
	found := map[string]bool{}
	for _, f := range rep.Findings {
		if f.Name == "foreign-control" {
			found[f.Address] = true
		}
	}
	for _, a := range spared {
		if !found[a] {
			t.Errorf("%s: %s lost its finding", name, a)
		}
	}
}
