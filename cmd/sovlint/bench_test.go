//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// BenchmarkCheck runs the built command on plans made on the fly and prints the
// whole process's CPU seconds and its peak memory: "plain" is one type over and
// over, "varied" a real stack under as many modules as it takes.
func BenchmarkCheck(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "sovlint")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	stack, err := os.ReadFile(root + "testdata/plans/04-aws-portail-citoyen/plan.json")
	if err != nil {
		b.Fatal(err)
	}
	for _, mb := range []int{1, 10, 100} {
		measured(b, fmt.Sprintf("plain/%dMB", mb), bin, mb, func() io.Reader { return &plan{left: mb << 20} })
		measured(b, fmt.Sprintf("varied/%dMB", mb), bin, mb, func() io.Reader { return newVaried(b, stack, mb<<20) })
	}
}

func measured(b *testing.B, name, bin string, mb int, input func() io.Reader) {
	b.Run(name, func(b *testing.B) {
		b.SetBytes(int64(mb) << 20)
		cpu, peak := 0.0, 0.0
		for b.Loop() {
			c, p := measure(b, bin, input())
			cpu, peak = cpu+c, max(peak, p)
		}
		b.ReportMetric(cpu/float64(b.N), "cpu-s/op")
		b.ReportMetric(peak, "peak-MiB")
	})
}

func measure(b *testing.B, bin string, input io.Reader) (cpu, peak float64) {
	b.Helper()
	cmd := exec.Command(bin, "check", "-q", "--fail-on", "never", "--as-of", "2026-11-23", "-")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = input, io.Discard, os.Stderr
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	use, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.Fatal("no resource usage on this system")
	}
	unit := 1024.0 // Linux counts kibibytes, macOS bytes
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds(), float64(use.Maxrss) * unit / (1 << 20)
}

// plan writes a plan of about left bytes while it is read: a quarter planned
// values, half resource changes, a quarter prior state, and the configuration.
type plan struct {
	left, part, i, n int
	buf              bytes.Buffer
}

var parts = []struct{ open, item, end string }{
	{`{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[`, `{"address":"aws_s3_bucket.b%[1]d","mode":"managed","type":"aws_s3_bucket","name":"b%[1]d","values":{%[2]s}}`, `]}},`},
	{`"resource_changes":[`, `{"address":"aws_s3_bucket.b%[1]d","mode":"managed","type":"aws_s3_bucket","name":"b%[1]d","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["update"],"before":{%[2]s},"after":{%[2]s},"after_unknown":{"arn":true},"before_sensitive":{},"after_sensitive":{}}}`, `],`},
	{`"prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[`, `{"address":"aws_s3_bucket.b%[1]d","mode":"managed","type":"aws_s3_bucket","name":"b%[1]d","values":{%[2]s}}`, `]}}},`},
	{`"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"constant_value":"eu-west-3"}}}},"root_module":{"resources":[`, `{"address":"aws_s3_bucket.b%[1]d","mode":"managed","type":"aws_s3_bucket","name":"b%[1]d","provider_config_key":"aws","expressions":{"bucket":{"constant_value":"b-%[1]d"}}}`, `]}}}`},
}

// attributes are never the same twice, as identifiers and names are not.
func attributes(i int) string {
	return fmt.Sprintf(`"region":"eu-west-3","arn":"arn:aws:s3:::b-%[1]d","force_destroy":false,"tags":{"Name":"b-%[1]d","team":"portail"},"policy":"`, i) +
		strings.Repeat("x", 1500) + `"`
}

func (p *plan) Read(b []byte) (int, error) {
	if p.n == 0 {
		p.n = max(1, p.left/(4*len(attributes(1000))+1200))
	}
	for p.buf.Len() < len(b) && p.part < len(parts) {
		part := parts[p.part]
		switch {
		case p.i == 0:
			p.buf.WriteString(part.open)
		case p.i < p.n:
			p.buf.WriteByte(',')
		}
		if p.i < p.n {
			if p.part == 3 {
				fmt.Fprintf(&p.buf, part.item, p.i)
			} else {
				fmt.Fprintf(&p.buf, part.item, p.i, attributes(p.i))
			}
			p.i++
			continue
		}
		p.buf.WriteString(part.end)
		p.part, p.i = p.part+1, 0
	}
	return p.buf.Read(b)
}

// newVaried writes a real plan under many modules while it is read: every
// instance has the stack's resources, aliases, copies and open questions.
func newVaried(b *testing.B, stack []byte, size int) io.Reader {
	b.Helper()
	var doc struct {
		Changes []map[string]json.RawMessage `json:"resource_changes"`
		Planned struct {
			Root struct {
				Resources []map[string]json.RawMessage
			} `json:"root_module"`
		} `json:"planned_values"`
		Config struct {
			Providers json.RawMessage                     `json:"provider_config"`
			Root      struct{ Resources json.RawMessage } `json:"root_module"`
		} `json:"configuration"`
	}
	if err := json.Unmarshal(stack, &doc); err != nil {
		b.Fatal(err)
	}
	unit := len(doc.Config.Root.Resources)
	for _, v := range doc.Planned.Root.Resources {
		unit += len(v["values"]) + len(v["sensitive_values"]) + 200
	}
	for _, c := range doc.Changes {
		unit += len(c["address"]) + len(c["change"]) + 150
	}
	n := max(1, size/unit)
	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, `{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"child_modules":[`)
		for i := range n {
			fmt.Fprintf(w, `%s{"address":"module.m%d","resources":[`, comma(i), i)
			for j, v := range doc.Planned.Root.Resources {
				fmt.Fprintf(w, `%s{"address":"module.m%d.%s`, comma(j), i, v["address"][1:])
				for _, k := range slices.Sorted(maps.Keys(v)) {
					if k != "address" {
						fmt.Fprintf(w, `,%q:%s`, k, v[k])
					}
				}
				fmt.Fprint(w, "}")
			}
			fmt.Fprint(w, `]}`)
		}
		fmt.Fprint(w, `]}},"resource_changes":[`)
		for i := range n {
			for j, c := range doc.Changes {
				fmt.Fprintf(w, `%s{"address":"module.m%d.%s,"module_address":"module.m%d"`, comma(i+j), i, c["address"][1:], i)
				for _, k := range []string{"mode", "type", "name", "index", "provider_name", "change"} {
					if c[k] != nil {
						fmt.Fprintf(w, `,%q:%s`, k, c[k])
					}
				}
				fmt.Fprint(w, "}")
			}
		}
		fmt.Fprintf(w, `],"configuration":{"provider_config":%s,"root_module":{"module_calls":{`, doc.Config.Providers)
		for i := range n {
			fmt.Fprintf(w, `%s"m%d":{"source":"./m","module":{"resources":%s}}`, comma(i), i, doc.Config.Root.Resources)
		}
		fmt.Fprint(w, `}}}}`)
		w.Close()
	}()
	return r
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}
