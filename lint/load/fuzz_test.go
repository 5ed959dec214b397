package load

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/sovlint/sovlint/lint/tf"
)

const (
	// perByte is how much may be allocated, garbage included, for each byte.
	perByte = 64
	// atAll is what reading costs however small the input is: buffers, decoders.
	atAll = 2 << 20
)

// holdReading reads an input twice, within its limits of memory and time, and
// wants a plan or an error, the same both times, and only sound resources.
func holdReading(t *testing.T, b []byte, o Options) []*tf.Config {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	all, err := ReadAll(bytes.NewReader(b), o)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; !underRace && used > perByte*uint64(len(b))+atAll {
		t.Errorf("%d bytes took %d bytes of memory", len(b), used)
	}
	if took > 10*time.Second {
		t.Errorf("%d bytes took %s", len(b), took)
	}
	if (len(all) == 0) == (err == nil) {
		t.Fatalf("%d documents, error %v", len(all), err)
	}
	again, err2 := ReadAll(bytes.NewReader(b), o)
	if (err == nil) != (err2 == nil) || !reflect.DeepEqual(all, again) {
		t.Errorf("two readings differ: %v and %v", err, err2)
	}
	for _, c := range all {
		for _, r := range c.Resources {
			if r.Provider == nil || r.IsZero() {
				t.Errorf("resource %+v", r)
			}
			_, _ = r.Mode.String(), r.Action.String()
		}
	}
	return all
}

// seeds adds the recorded forms whose name ends so, the small ones.
func seeds(f *testing.F, suffix string, made ...string) {
	f.Helper()
	for _, s := range made {
		f.Add([]byte(s))
	}
	for _, pattern := range []string{"../../testdata/plans/*/*", "../../testdata/plans/*/*/*"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			if !strings.HasSuffix(name, suffix) {
				continue
			}
			if b, err := os.ReadFile(name); err == nil && len(b) < 32<<10 {
				f.Add(b)
			}
		}
	}
}

func FuzzBytes(f *testing.F) {
	seeds(f, "tfplan", "", small, values, plan("1.9.0", modules, vars), "PK\x03\x04", "\xff\xfe{", `{"format_version":"1.0","values":{"root_module":{}}}`,
		small+"\n::debug::x\n"+small, "[a] "+small, inWords(updated, "Plan: 0 to add, 1 to change, 0 to destroy.")+small)
	seeds(f, "plan.json")
	f.Fuzz(func(t *testing.T, b []byte) { holdReading(t, b, Options{}) })
}

func FuzzText(f *testing.F) {
	seeds(f, "plan.txt", inWords(updated, "Plan: 0 to add, 1 to change, 0 to destroy."), inWords(hostile, "Plan: 2 to add, 0 to change, 0 to destroy."))
	seeds(f, "plan.color.txt")
	wanted := wantedNames("region", "replica", "tags", "id", "list", "part", "*endpoint")
	f.Fuzz(func(t *testing.T, b []byte) {
		holdReading(t, b, Options{Wanted: wanted})
		// Whatever stands in a heredoc, it is no resource.
		var doc strings.Builder
		for line := range strings.Lines(string(b)) {
			doc.WriteString("            " + strings.TrimRight(line, "\r\n") + "\n")
		}
		if strings.ContainsAny(doc.String(), "\x1b") || doc.Len() > maxItem {
			return
		}
		in := inWords("  # a_b.c will be created\n  + resource \"a_b\" \"c\" {\n      + text   = <<-EOT\n"+doc.String()+"        EOT\n      + region = \"fr\"\n    }\n", "Plan: 1 to add, 0 to change, 0 to destroy.")
		all, err := ReadAll(strings.NewReader(in), Options{Wanted: wanted})
		if err != nil || len(all) != 1 || len(all[0].Resources) != 1 || all[0].Incomplete || shown(all[0].Resources[0].Body.Planned.One("region")) != "fr" {
			t.Errorf("a heredoc broke out: %v, %v", all, err)
		}
	})
}

func FuzzStream(f *testing.F) {
	seeds(f, "plan.jsonl", streamStart+plannedMessage(`"aws_x.a"`, `"action":"create"`)+summary("plan", 1, 0, 0, 0))
	f.Fuzz(func(t *testing.T, b []byte) {
		holdReading(t, append([]byte(`{"@level":`), b...), Options{Wanted: wantedNames("region")})
	})
}

func FuzzRawState(f *testing.F) {
	seeds(f, "terraform.tfstate", rawFour, rawThree)
	f.Fuzz(func(t *testing.T, b []byte) { holdReading(t, b, Options{}) })
}

func FuzzBinary(f *testing.F) {
	names, _ := filepath.Glob("../../testdata/plans/*/tfplan")
	for _, name := range names {
		z, err := zip.OpenReader(name)
		if err != nil {
			f.Fatal(err)
		}
		r, err := z.Open("tfplan")
		if err != nil {
			f.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, []byte(rawFour))
		z.Close()
	}
	f.Fuzz(func(t *testing.T, b, state []byte) {
		// Stored, so that the archive is no smaller than what is in it.
		var a bytes.Buffer
		z := zip.NewWriter(&a)
		for name, content := range map[string][]byte{"tfplan": b, "tfstate": state, "tfconfig/modules.json": state} {
			w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
			if err == nil {
				_, err = w.Write(content)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		holdReading(t, a.Bytes(), Options{})
	})
}

// FuzzPacked holds the length of a value against what stands behind it.
func FuzzPacked(f *testing.F) {
	for _, s := range []string{object1, "\x92\xc4\x08\"number\"\x07", "\xde\x00\x01\xa1a\x93\x01\xc0\xd4\x00\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		end, ok := packedEnd(b)
		if ok && (end < 1 || end > len(b)) {
			t.Fatalf("a value of %d bytes in %d", end, len(b))
		}
		packedValue(b, &mark{kids: map[string]*mark{"a": {all: true}, "1": {all: true}}})
		packedPairs(b, func(_, v []byte) { packedValue(v, nil) })
	})
}
