package catalog

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/sovlint/sovlint/lint/speech"
)

// A format says what the columns of a kind of table hold. The same formats are
// held over the embedded tables by a test and over a user's by New.
type format struct {
	pattern string // the table's path
	// sourced is true where the first lines give source and day for all of it.
	sourced bool
	columns []column
}

// A column checks its cells: it returns "" for a good one, else what is allowed.
// A name that ends in ? is that of a last column that may be missing.
type column struct {
	name  string
	check func(c *Catalog, cell string) string
}

// free is a column that may hold anything.
func free(*Catalog, string) string { return "" }

// some is a column that must not be empty.
func some(_ *Catalog, cell string) string {
	if cell == "" || cell == "-" {
		return "want a text"
	}
	return ""
}

func oneOf(words ...string) func(*Catalog, string) string {
	return func(_ *Catalog, cell string) string {
		if slices.Contains(words, cell) {
			return ""
		}
		return "want one of " + strings.Join(words, ", ")
	}
}

// orNone lets "-" pass.
func orNone(check func(*Catalog, string) string) func(*Catalog, string) string {
	return func(c *Catalog, cell string) string {
		if cell == "-" {
			return ""
		}
		return check(c, cell)
	}
}

// each checks the parts of a list.
func each(sep string, check func(*Catalog, string) string) func(*Catalog, string) string {
	return func(c *Catalog, cell string) string {
		for part := range strings.SplitSeq(cell, sep) {
			if bad := check(c, part); bad != "" {
				return bad
			}
		}
		return ""
	}
}

func fits(pattern, want string) func(*Catalog, string) string {
	re := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)$`) })
	return func(_ *Catalog, cell string) string {
		if re().MatchString(cell) {
			return ""
		}
		return "want " + want
	}
}

func vendorID(c *Catalog, cell string) string {
	if c.Vendor(cell) == nil {
		return "want the id of a vendor"
	}
	return ""
}

func except(words []string, check func(*Catalog, string) string) func(*Catalog, string) string {
	return func(c *Catalog, cell string) string {
		if slices.Contains(words, cell) {
			return ""
		}
		if bad := check(c, cell); bad != "" {
			return bad + ", or one of " + strings.Join(words, ", ")
		}
		return ""
	}
}

// regular is a column with a regular expression.
func regular(_ *Catalog, cell string) string {
	if _, err := regexp.Compile(cell); err != nil {
		return "want a regular expression: " + err.Error()
	}
	return ""
}

func globbed(_ *Catalog, cell string) string {
	if _, err := path.Match(cell, "x"); err != nil || cell == "" {
		return "want a pattern such as aws_db_*"
	}
	return ""
}

var (
	confident = oneOf(Confidences()...)
	isoCode   = fits(`[A-Z]{2}`, "a country of two capital letters, or EU")
	day       = fits(dayPattern, "a day as YYYY-MM-DD")
	yesNo     = oneOf("yes", "no", "-")
	sources   = fits(`[a-z0-9._-]+/[a-z0-9._-]+`, "namespace/name in lower case")
	holds     = each(",", oneOf("stores", "processes", "transits", "keys", "identity", "telemetry", "nothing"))
	linked    = orNone(each(",", fits(`(copies|backs-up|geo|geo-backup|default|logs|encrypted-by|fronts|identified-by|infers|mails|from|shares|pulls|fetches|passes|idle|sends|names|at):[^:=]+(=.+)?`,
		"kind:path or kind:path=VALUE|VALUE, with one of the kinds copies, backs-up, geo, geo-backup, default, logs, encrypted-by, fronts, identified-by, infers, mails, from, shares, pulls, fetches, passes, idle, sends, names, at")))
	hostSuffix = fits(`[a-z0-9-]+(\.[a-z0-9-]+)+`, "a host name in lower case")
)

const dayPattern = `20\d\d(-\d\d(-\d\d)?)?`

// Confidences are the words for how far a fact is trusted.
func Confidences() []string { return []string{"verified", "reported", "unverified"} }

func conditions(_ *Catalog, cell string) string {
	for part := range strings.SplitSeq(cell, "; ") {
		f := strings.SplitN(part, " ", 3)
		ops := []string{"host_suffix", "host_table", "host_known", "in", "in_norm", "prefix", "prefix_norm", "regex", "set", "set_and_not", "not_region", "not_regex", "region", "reference", "absent"}
		if len(f) < 2 || !slices.Contains(ops, f[1]) {
			return `want "argument operator value|value", joined by "; ", with one of the operators ` + strings.Join(ops, ", ")
		}
		if strings.HasSuffix(f[1], "regex") {
			if len(f) < 3 {
				return "want a regular expression behind regex"
			}
			if bad := regular(nil, f[2]); bad != "" {
				return bad
			}
		}
	}
	return ""
}

var formats = []format{
	{"vendors/*.regions.tsv", true, []column{{"code", some}, {"city", free}, {"country", orNone(isoCode)}, {"eu", yesNo}, {"eea", yesNo}, {"kind", some},
		{"pair", free}, {"aliases", free}, {"zones", free}, {"members", free}, {"countries", orNone(each(",", isoCode))}, {"confidence", confident}}},
	{"identify/hosts.tsv", true, []column{{"suffix", hostSuffix}, {"vendor", vendorID}, {"region", free}, {"country", orNone(isoCode)}, {"confidence", confident}}},
	{"identify/providers.tsv", true, []column{{"source", sources}, {"family", some}, {"vendor", orNone(vendorID)}, {"local", yesNo}, {"regions", free}, {"hosts", free},
		{"default", free}, {"environment", free}, {"confidence", confident}, {"types?", orNone(sources)}}},
	{"identify/rules.tsv", true, []column{{"family", some}, {"when", orNone(conditions)}, {"vendor", except([]string{"@host", "@reference", "loopback", "self-hosted", "unknown"}, vendorID)},
		{"partition", free}, {"confidence", confident}, {"stands", yesNo}, {"note", free}}},
	{"identify/backends.tsv", true, []column{{"backend", some}, {"family", some}, {"vendor", orNone(vendorID)}, {"regions", free}, {"hosts", free}, {"default host", free},
		{"keeps in", free}, {"environment", free}, {"note", free}, {"confidence", confident}, {"links?", linked}}},
	{"identify/saas.tsv", true, []column{{"provider", sources}, {"types", globbed}, {"operator", func(c *Catalog, cell string) string {
		if cell == "-" || strings.HasPrefix(cell, "?") {
			return ""
		}
		return vendorID(c, cell)
	}}, {"host", except([]string{"-", "@vendor"}, vendorID)}, {"cloud", free}, {"region", free}, {"form", orNone(regular)}, {"note", free}, {"confidence", confident}}},
	{"identify/saas-regions.tsv", true, []column{{"operator", vendorID}, {"code", some}, {"host", orNone(vendorID)}, {"region", free}, {"note", free}, {"confidence", confident}}},
	{"identify/words.tsv", true, []column{{"word", fits(`[a-z0-9]+`, "a word in lower case")}, {"vendor", vendorID}, {"use", oneOf("names", "regions")}, {"note", free}, {"confidence", confident}}},
	{"providers/*/*.tsv", false, []column{{"type", fits(`[a-z0-9_-]+`, "a resource type")}, {"holds", holds}, {"service", some}, {"where", free}, {"parent", free}, {"links", linked}}},
	{"traits/traits.tsv", false, []column{{"provider", some}, {"trait", some}, {"argument", free}, {"why", some}, {"as of", day}, {"confidence", confident}}},
	{"traits/services.tsv", false, []column{{"provider", sources}, {"type prefix", some}, {"endpoint names", some}}},
	{"registers/alternatives.tsv", true, []column{{"service", some}, {"offer", some}, {"types", some}, {"how", free}, {"confidence", confident}}},
	{"traits/kinds.tsv", true, []column{{"service", some}, {"kinds", each(",", oneOf("iaas", "caas", "paas", "saas"))}}},
	{"traits/keys.tsv", false, []column{{"provider", sources}, {"type", some}, {"attributes", some}}},
	{"traits/places.tsv", true, []column{{"provider", sources}, {"types", globbed}, {"path", some}, {"value", regular},
		{"place", except([]string{Anywhere, Zone}, each(",", isoCode))}, {"why", some}, {"as of", day}, {"confidence", confident}}},
	{"traits/azapi-types.tsv", false, []column{{"ARM type", some}, {"holds", holds}, {"service", some}, {"where", free}, {"parent", free}, {"links", linked}, {"twin", free}}},
}

// formatOf is the format of a table by its path; nil for none.
func formatOf(name string) *format {
	for i, f := range formats {
		if ok, _ := path.Match(f.pattern, name); ok {
			return &formats[i]
		}
	}
	return nil
}

// check reads a table and says what is wrong with the first bad cell.
func (f *format) check(c *Catalog, name, text string) error {
	if src := header(text); f.sourced && (src.Name == "" || day(c, src.AsOf) != "") {
		return speech.Errorf("%s:1:1: want first the lines \"# source: ...\" and \"# as_of: YYYY-MM-DD\": a fact without a source is none", name)
	}
	return lines(text, func(at int, line string) error {
		cells := strings.Split(line, "\t")
		if n := len(cells); n != len(f.columns) && !(n == len(f.columns)-1 && strings.HasSuffix(f.columns[n].name, "?")) {
			return speech.Errorf("%s:%d:1: %d columns, want %d, tab-separated: %s", name, at, len(cells), len(f.columns), f.names())
		}
		col := 1
		for i, cell := range cells {
			if bad := f.columns[i].check(c, cell); bad != "" || !utf8.ValidString(cell) {
				return speech.Errorf("%s:%d:%d: %s %q: %s", name, at, col, f.columns[i].name, cell, or(bad, "want UTF-8"))
			}
			col += utf8.RuneCountInString(cell) + 1
		}
		return nil
	})
}

func (f *format) names() string {
	var out []string
	for _, c := range f.columns {
		out = append(out, c.name)
	}
	return strings.Join(out, ", ")
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
