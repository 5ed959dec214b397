package report

import (
	"cmp"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sovlint/sovlint/lint"
)

var (
	findingColumns = []string{"level", "rule", "name", "address", "verdict", "vendor", "region", "class", "message", "hint", "clauses",
		"file", "line", "waiver", "waived_until", "waiver_reason", "input", "fingerprint"}
	siteColumns = []string{"address", "type", "action", "holds", "service", "class", "class_assumed", "role", "operator", "country", "region",
		"offer", "certainty", "verdict", "questions", "file", "line", "input"}
)

// CSV writes a table by RFC 4180: a row for each finding, or for `sovlint map`
// a row for each site. No cell is one that a spreadsheet would run.
func CSV(w io.Writer, r *lint.Report, o Options) error {
	c := csv.NewWriter(w)
	if o.Map {
		csvSites(c, r)
	} else {
		csvFindings(c, r)
	}
	for _, g := range byCaller(r) {
		file, line := fileAndLine(g.At)
		row := make([]string, len(findingColumns))
		row[0], row[2], row[8], row[11], row[12] = lint.Notice, o.word(told(g)), g.What, file, line
		if o.Map {
			row = make([]string, len(siteColumns))
			row[14], row[15], row[16] = o.gapText(lint.Gap{What: g.What, Kind: g.Kind}), file, line
		}
		_ = c.Write(cells(row))
	}
	c.Flush()
	return c.Error()
}

func csvFindings(c *csv.Writer, r *lint.Report) {
	_ = c.Write(findingColumns) // the first error is kept for the end
	at := 0
	for i := range r.Findings {
		f := &r.Findings[i]
		vendor, region := about(r, f)
		row := []string{f.Level, f.Rule, f.Name, f.Address.String(), "", vendor, region, "", f.Message, f.Hint, strings.Join(f.Cites, " "),
			"", "", "", "", "", f.Input, f.Fingerprint.String()}
		for at < len(r.Resources) && r.Resources[at].Address.Compare(*f.Address) < 0 {
			at++
		}
		if at < len(r.Resources) && *r.Resources[at].Address == *f.Address {
			row[4], row[7] = r.Resources[at].Verdict, r.Resources[at].Class.Name
		}
		row[11], row[12] = fileAndLine(f.At)
		if w := f.Waiver; w != nil {
			row[13], row[14], row[15] = w.ID, w.Until, w.Reason
		}
		_ = c.Write(cells(row))
	}
}

func csvSites(c *csv.Writer, r *lint.Report) {
	_ = c.Write(siteColumns)
	for i := range r.Resources {
		x := &r.Resources[i]
		if !holding(*x) {
			continue
		}
		sites := x.Sites
		if len(sites) == 0 {
			sites = []lint.Site{{}}
		}
		var open []string
		for _, q := range x.Questions {
			open = append(open, q.What)
		}
		for _, s := range sites {
			row := []string{x.Address.String(), x.Type, x.Action, x.Holds, x.Service, x.Class.Name, strconv.FormatBool(x.Class.Assumed), s.Role,
				cmp.Or(s.Operator, x.Vendor), s.Lands(), s.Region, s.Offer, s.Certainty, cmp.Or(s.Verdict, x.Verdict), strings.Join(open, "; ")}
			file, line := fileAndLine(x.At)
			_ = c.Write(cells(append(row, file, line, x.Input)))
		}
	}
}

func fileAndLine(at *lint.At) (file, line string) {
	if at == nil || at.Line < 1 {
		return "", ""
	}
	return at.File, strconv.Itoa(at.Line)
}

// cells cleans a row and takes the edge off formulas.
func cells(row []string) []string {
	out := slices.Clone(row)
	for i, s := range out {
		out[i] = unformula(Clean(s))
	}
	return out
}

// unformula puts an apostrophe before what a spreadsheet would compute.
func unformula(s string) string {
	first, _ := utf8.DecodeRuneInString(s)
	if s != "" && strings.ContainsRune("=+-@\t\r\uff1d\uff0b\uff0d\uff20", first) {
		return "'" + s
	}
	return s
}
