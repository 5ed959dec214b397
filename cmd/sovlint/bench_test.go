//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// BenchmarkCheck runs the built command on plans made on the fly and prints the
// whole process's CPU seconds and its peak memory.
func BenchmarkCheck(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "sovlint")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	for _, mb := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("%dMB", mb), func(b *testing.B) {
			b.SetBytes(int64(mb) << 20)
			cpu, peak := 0.0, 0.0
			for b.Loop() {
				c, p := measure(b, bin, mb<<20)
				cpu, peak = cpu+c, max(peak, p)
			}
			b.ReportMetric(cpu/float64(b.N), "cpu-s/op")
			b.ReportMetric(peak, "peak-MiB")
		})
	}
}

func measure(b *testing.B, bin string, size int) (cpu, peak float64) {
	b.Helper()
	cmd := exec.Command(bin, "check", "-q", "--fail-on", "never", "--as-of", "2026-11-23", "-")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &plan{left: size}, io.Discard, os.Stderr
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

var attributes = `"region":"eu-west-3","force_destroy":false,"tags":{"team":"portail"},"policy":"` + strings.Repeat("x", 1500) + `"`

func (p *plan) Read(b []byte) (int, error) {
	if p.n == 0 {
		p.n = max(1, p.left/(4*len(attributes)+1200))
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
				fmt.Fprintf(&p.buf, part.item, p.i, attributes)
			}
			p.i++
			continue
		}
		p.buf.WriteString(part.end)
		p.part, p.i = p.part+1, 0
	}
	return p.buf.Read(b)
}
