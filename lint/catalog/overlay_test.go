package catalog

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

const nubo = `vendor "nubo" {
  name          = "Nubo"
  eu_controlled = "yes"
  hosts         = ["*.nubo.example.gouv.fr"]
  region "paris-1" {
    city    = "Paris"
    country = "FR"
  }
  source {
    name       = "the ministry itself"
    as_of      = "2026-11-01"
    confidence = "verified"
  }
}
`

func register(asOf, status string) string {
	return `register "secnumcloud" {
  title = "a register"
  as_of = "` + asOf + `"
  offer "outscale-iaas" {
    name    = "Outscale"
    vendor  = "outscale"
    holder  = "Outscale"
    kinds   = ["iaas"]
    regions = ["cloudgouv-eu-west-1"]
    status  = "` + status + `"
    from    = "2026-12-01"
    until   = "2029-11-30"
    source {
      name       = "a register"
      as_of      = "` + asOf + `"
      confidence = "verified"
    }
  }
  source {
    name       = "a register"
    as_of      = "` + asOf + `"
    confidence = "verified"
  }
}
`
}

// facts are the first lines of a table.
const facts = "# source: me\n# as_of: 2026-11-01\n"

func TestOverlayFile(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, file, data string
		check            func(c *Catalog) bool
	}{
		{"a vendor with hosts and regions", "my/nubo.hcl", nubo, func(c *Catalog) bool {
			h, _ := c.Host("https://keystone.nubo.example.gouv.fr:5000/v3")
			r := c.Region("nubo", "PARIS-1")
			return h.Vendor == "nubo" && r != nil && r.Country == "FR" && c.Vendor("nubo").EUControlled == Yes && c.Vendor("aws") != nil
		}},
		{"a newer register", "december.hcl", register("2026-12-15", "qualified"), func(c *Catalog) bool {
			r := c.Register("secnumcloud")
			return r.AsOf == "2026-12-15" && len(r.Offers) == 1 && len(c.Registers()) == len(Embedded().Registers())
		}},
		{"a line of a table wins by its key", `C:\my\identify\hosts.tsv`, facts + "io.cloud.ovh.net\tscaleway\tfr-par\t-\tverified\n", func(c *Catalog) bool {
			h, _ := c.Host("s3.gra.io.cloud.ovh.net")
			other, _ := c.Host("s3.fr-par.scw.cloud")
			return h.Vendor == "scaleway" && h.Region == "fr-par" && h.Fact.Name == "me" && other.Vendor == "scaleway"
		}},
		{"regions by their name alone", "outscale.regions.tsv", facts + "new-1\tLille\tFR\tyes\tyes\tregion\t-\t-\t-\t-\t-\treported\n", func(c *Catalog) bool {
			return c.Region("outscale", "new-1") != nil && c.Region("outscale", "eu-west-2") != nil
		}},
		{"types in any order", "providers/outscale/outscale.tsv", "outscale_z\tkeys\tkey-management\t-\t-\t-\noutscale_a\tstores,processes\tcompute\t-\t-\tcopies:x\noutscale_volume\tnothing\tother\t-\t-\t-\n", func(c *Catalog) bool {
			z, _ := c.Type("outscale/outscale", "outscale_z")
			a, _ := c.Type("outscale/outscale", "outscale_a")
			v, _ := c.Type("outscale/outscale", "outscale_volume")
			vm, _ := c.Type("outscale/outscale", "outscale_vm")
			return z.Holds == Keys && a.Does(Stores) && a.Does(Processes) && !a.Does(Keys) && v.Holds == Nothing && vm.Name != ""
		}},
		{"rules of a family come first", "identify/rules.tsv", facts + "azure\tmetadata_host host_suffix cloud.example.org\tbleu\t-\tverified\t-\t-\n", func(c *Catalog) bool {
			rules := c.Identifications("azure")
			return rules[0].When[0].Values[0] == "cloud.example.org" && len(rules) == len(Embedded().Identifications("azure"))+1
		}},
		{"a habit", "traits/traits.tsv", "hashicorp/aws\tdummy-region\tregion\tbecause\t2026-11-01\tverified\n", func(c *Catalog) bool {
			trait, ok := c.Trait("hashicorp/aws", "dummy-region")
			return ok && trait.Why == "because"
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o, err := OverlayFile(tt.file, []byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			c, err := New(o)
			if err != nil {
				t.Fatal(err)
			}
			if !tt.check(c) {
				t.Error("the overlay has no effect")
			}
		})
	}
}

// TestOverlaysLayer wants the last overlay to have the say, and a folder to hold
// several files.
func TestOverlaysLayer(t *testing.T) {
	t.Parallel()
	folder := fstest.MapFS{
		"vendors/nubo.hcl":       {Data: []byte(nubo)},
		"vendors/pi.hcl":         {Data: []byte(strings.NewReplacer("nubo", "pi", "Nubo", "Pi").Replace(nubo))},
		"vendors/pi.regions.tsv": {Data: []byte(facts + "lyon-1\tLyon\tFR\tyes\tyes\tregion\t-\t-\t-\t-\t-\tverified\n")},
		"README.md":              {Data: []byte("ours")},
		".git/config":            {Data: []byte("x")},
	}
	later := fstest.MapFS{"vendors/nubo.hcl": {Data: []byte(strings.Replace(nubo, `name          = "Nubo"`, `name          = "Nubo II"`, 1))}}
	c, err := New(folder, later)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Vendor("nubo").Name; got != "Nubo II" {
		t.Errorf("vendor is %q, want that of the last overlay", got)
	}
	if got := len(c.Regions("pi")); got != 2 {
		t.Errorf("got %d regions, want those of the block and of the table", got)
	}
	if c.Vendors()[0] == nil || len(c.Vendors()) != len(Embedded().Vendors())+2 {
		t.Errorf("got %d vendors, want two more", len(c.Vendors()))
	}
}

func TestBrokenOverlays(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, file, data, want string }{
		{"no catalog file", "facts.json", "{}", `facts.json:1:1: want a file that ends in .hcl or .tsv`},
		{"an unknown table", "x/things.tsv", "a\tb\n", `x/things.tsv:1:1: which table this is does not show`},
		{"another block", "a.hcl", "\ncloud \"x\" {}\n", `a.hcl:2:1: block "cloud": want vendor "ID" {} or register "ID" {}`},
		{"two blocks", "a.hcl", nubo + nubo, `a.hcl:1:1: want exactly one block`},
		{"no HCL", "a.hcl", "vendor \"x\" {\n  name = \n}\n", `a.hcl:2:10: `},
		{"an unknown argument", "a.hcl", strings.Replace(nubo, "city ", "town ", 1), `a.hcl:6:5: `},
		{"no id", "a.hcl", strings.Replace(nubo, `"nubo"`, `"../nubo"`, 1), `a.hcl:1:8: "../nubo" is no id`},
		{"a word that is not allowed", "a.hcl", strings.Replace(nubo, `"yes"`, `"oui"`, 1), `a.hcl:3:19: eu_controlled "oui": want one of yes, no, unknown`},
		{"no country", "a.hcl", strings.Replace(nubo, `"FR"`, `"France"`, 1), `a.hcl:7:15: country "France": want a country of two capital letters`},
		{"no day", "a.hcl", strings.Replace(nubo, `"2026-11-01"`, `"November"`, 1), `a.hcl:11:18: as_of "November": want a day as YYYY-MM-DD`},
		{"no host", "a.hcl", strings.Replace(nubo, `"*.nubo.`, `"https://nubo.`, 1), `a.hcl:4:19: hosts "https://nubo.example.gouv.fr": want a host name`},
		{"an older register", "r.hcl", register("2020-01-01", "qualified"), `r.hcl:3:11: as_of "2020-01-01": the register of `},
		{"a status", "r.hcl", register("2026-12-15", "maybe"), `r.hcl:10:15: status "maybe": want one of qualified, candidate, withdrawn`},
		{"a region nobody has", "r.hcl", strings.Replace(register("2026-12-15", "qualified"), "cloudgouv-eu-west-1", "mars-1", 1), `r.hcl:9:15: regions "mars-1": want a region code of outscale`},
		{"from after until", "r.hcl", strings.Replace(register("2026-12-15", "qualified"), "2029-11-30", "2026-11-30", 1), `until "2026-11-30": want a day that is not before from`},
		{"too few columns", "identify/hosts.tsv", facts + "# x\na.example.org\taws\n", `identify/hosts.tsv:4:1: 2 columns, want 5, tab-separated: suffix, vendor, region, country, confidence`},
		{"no vendor", "identify/hosts.tsv", facts + "é.example.org\taws\t-\t-\tverified\n", `identify/hosts.tsv:3:1: suffix "é.example.org": want a host name in lower case`},
		{"an unknown vendor", "identify/hosts.tsv", facts + "a.example.org\tnobody\t-\t-\tverified\n", `identify/hosts.tsv:3:15: vendor "nobody": want the id of a vendor`},
		{"a confidence", "identify/hosts.tsv", facts + "a.example.org\taws\t-\t-\tsure\n", `identify/hosts.tsv:3:23: confidence "sure": want one of verified, reported, unverified`},
		{"no source", "identify/hosts.tsv", "a.example.org\taws\t-\t-\tverified\n", `identify/hosts.tsv:1:1: want first the lines "# source: ..."`},
		{"a holding", "providers/a/b.tsv", "b_x\tkeeps\tother\t-\t-\t-\n", `providers/a/b.tsv:1:5: holds "keeps": want one of stores, processes, transits, keys, identity, telemetry, nothing`},
		{"a link", "providers/a/b.tsv", "b_x\tstores\tother\t-\t-\tsinks:x\n", `providers/a/b.tsv:1:22: links "sinks:x": want kind:path`},
		{"a rule", "identify/rules.tsv", facts + "f\targ is x\taws\t-\tverified\t-\t-\n", `identify/rules.tsv:3:3: when "arg is x": want "argument operator value|value"`},
		{"an expression", "identify/rules.tsv", facts + "f\targ regex (\taws\t-\tverified\t-\t-\n", `identify/rules.tsv:3:3: when "arg regex (": want a regular expression`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o, err := OverlayFile(tt.file, []byte(tt.data))
			if err == nil {
				_, err = New(o)
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
	if _, err := New(fstest.MapFS{"notes.txt": {}}); err == nil || !strings.Contains(err.Error(), "notes.txt:1:1: not a file of a catalog") {
		t.Errorf("a stray file: got %v", err)
	}
	if _, err := New(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is taken for an overlay")
	}
}

// TestSingle holds the file system of one file against the rules of io/fs.
func TestSingle(t *testing.T) {
	t.Parallel()
	o, err := OverlayFile("nubo.hcl", []byte(nubo))
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(o, "vendors/nubo.hcl"); err != nil {
		t.Error(err)
	}
	var _ fs.FS = o
}

var placed = regexp.MustCompile(`(?s)^.*:\d+:\d+: .`)

// FuzzOverlay lays anything over the catalog: it never panics, an error has a
// place, and what is taken answers.
func FuzzOverlay(f *testing.F) {
	for _, name := range []string{"a.hcl", "identify/hosts.tsv", "identify/rules.tsv", "providers/a/b.tsv", "x.regions.tsv", "traits/places.tsv", "identify/saas-regions.tsv", "traits/azapi-types.tsv"} {
		f.Add(name, nubo)
		f.Add(name, register("2026-12-15", "qualified"))
		f.Add(name, "a\tb\tc\td\te\n")
		f.Add(name, facts+"a.example.org\taws\t-\t-\tverified\n\xff\t\x00")
	}
	f.Fuzz(func(t *testing.T, name, data string) {
		o, err := OverlayFile(name, []byte(data))
		var c *Catalog
		if err == nil {
			c, err = New(o)
		}
		if err != nil {
			if !placed.MatchString(err.Error()) && !strings.HasPrefix(err.Error(), "the overlay has no file") {
				t.Errorf("an error without a place: %v", err)
			}
			return
		}
		c.Vendors()
		c.Registers()
		c.Host("x.example.org")
		c.Provider("a/b")
		c.Type("a/b", "b_x")
		c.Under("aiven", data)
		c.Places("hashicorp/aws", "aws_x")
		c.ARMType(data)
		c.Layers("aiven/aiven", "aiven_pg")
	})
}
