package load

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// big makes a plan of about size bytes while it is read. It never holds more
// than one resource.
type big struct {
	parts []func(i int) string
	part  int
	i, n  int
	buf   bytes.Buffer
}

func newBig(size int) *big {
	b := &big{}
	b.parts = []func(int) string{plannedOf, changeOf, configOf}
	each := 0
	for _, p := range b.parts {
		each += len(p(1000)) + 1
	}
	b.n = max(size/each, 1)
	b.buf.WriteString(`{"format_version":"1.2","terraform_version":"1.9.0","planned_values":{"root_module":{"resources":[`)
	return b
}

var between = []string{`]}},"resource_changes":[`, `],"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"constant_value":"eu-west-3"}}}},"root_module":{"resources":[`, `]}}}`}

func (b *big) Read(p []byte) (int, error) {
	for b.buf.Len() < len(p) && b.part < len(b.parts) {
		if b.i > 0 && b.i < b.n {
			b.buf.WriteByte(',')
		}
		if b.i < b.n {
			b.buf.WriteString(b.parts[b.part](b.i))
			b.i++
			continue
		}
		b.buf.WriteString(between[b.part])
		b.part, b.i = b.part+1, 0
	}
	return b.buf.Read(p)
}

var filler = strings.Repeat(`"statement_text":"{\"Effect\":\"Allow\",\"Action\":\"s3:*\"}",`, 8)

func attributes(i int) string {
	return `{` + filler + `"bucket":"bucket-` + strconv.Itoa(i) + `","region":"eu-west-3","tags":{"team":"t` + strconv.Itoa(i%50) + `","env":"prod"},"rule":[{"id":"a","days":3,"enabled":true},{"id":"b","days":30,"enabled":false}],"force_destroy":false}`
}

func plannedOf(i int) string {
	return fmt.Sprintf(`{"address":"aws_s3_bucket.b%d","mode":"managed","type":"aws_s3_bucket","name":"b%d","provider_name":"registry.terraform.io/hashicorp/aws","schema_version":0,"values":%s,"sensitive_values":{"tags":{}}}`, i, i, attributes(i))
}

func changeOf(i int) string {
	return fmt.Sprintf(`{"address":"aws_s3_bucket.b%d","mode":"managed","type":"aws_s3_bucket","name":"b%d","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["update"],"before":%s,"after":%s,"after_unknown":{"arn":true,"tags":{}},"before_sensitive":{"tags":{}},"after_sensitive":{"tags":{}}}}`, i, i, attributes(i), attributes(i))
}

func configOf(i int) string {
	return fmt.Sprintf(`{"address":"aws_s3_bucket.b%d","mode":"managed","type":"aws_s3_bucket","name":"b%d","provider_config_key":"aws","expressions":{"bucket":{"constant_value":"bucket-%d"},"tags":{"references":["local.tags"]}},"schema_version":0}`, i, i, i)
}

func wantedInBench(_, typ string) []string {
	if typ == "" {
		return []string{"region"}
	}
	return []string{"region", "tags", "arn"}
}

// peak watches the memory that the runtime holds until it is stopped.
func peak() (stop func() uint64) {
	var top atomic.Uint64
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			top.Store(max(top.Load(), m.Sys-m.HeapReleased))
			select {
			case <-done:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(done); <-gone; return top.Load() }
}

func BenchmarkRead(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(25))
	for _, mb := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("%dMB", mb), func(b *testing.B) {
			n, err := io.Copy(io.Discard, newBig(mb<<20))
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(n)
			debug.FreeOSMemory()
			stop := peak()
			b.ResetTimer()
			for b.Loop() {
				c, err := Read(newBig(mb<<20), Options{Wanted: wantedInBench})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(c.Resources)), "resources")
			}
			b.ReportMetric(float64(stop())/(1<<20), "peak-MiB")
		})
	}
}

// BenchmarkForms reads one stack of 46 resources through each of its doors.
func BenchmarkForms(b *testing.B) {
	for _, form := range []string{"plan.json", "plan.txt", "plan.color.txt", "plan.jsonl", "tfplan"} {
		b.Run(form, func(b *testing.B) {
			in, err := os.ReadFile("../../testdata/plans/17-modules-outscale/" + form)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(bytes.NewReader(in), Options{Wanted: wantedInBench}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
