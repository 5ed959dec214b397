package catalog

import (
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "make the compiled registers again")

// TestCompiledRegisters holds the JSON that is embedded against the HCL it is
// made of.
func TestCompiledRegisters(t *testing.T) {
	want := parseRegisters(embedded())
	if len(want) == 0 {
		t.Fatal("no register was read")
	}
	file := "compiled/registers.json"
	if *update {
		raw, err := json.MarshalIndent(want, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, append(raw, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got []*Register
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s is older than its HCL; go test ./lint/catalog -update makes it again (-want +got):\n%s", file, d)
	}
}
