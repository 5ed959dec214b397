package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// A codeQuality is one degradation as GitLab's Code Quality reads it; GitLab
// ignores every other field.
type codeQuality struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"` // unique in the file, else the widget drops it
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

var gitlabSeverities = map[string]string{"error": "critical", "warning": "minor"}

// GitLab writes a Code Quality report: an array without a byte order mark,
// empty when there is nothing. Of what is waived, the waivers are in it, one
// entry for each: the widget would count every finding as new.
func GitLab(w io.Writer, r *lint.Report, o Options) error {
	j := newJSONWriter(w)
	names := numbered{}
	separator := "["
	for _, b := range merged(r, o) {
		if b.waived {
			continue
		}
		j.raw(separator + "\n")
		j.compact(degradation(b, names))
		separator = ","
	}
	for _, g := range aside(r, o) {
		j.raw(separator + "\n")
		j.compact(remark(g, names, o))
		separator = ","
	}
	if separator == "[" {
		j.raw("[")
	}
	j.raw("\n]\n")
	return j.flush()
}

// remark is a gap that the caller made. Its number may change from run to run,
// its fingerprint not.
func remark(g lint.Gap, names numbered, o Options) codeQuality {
	what, _, _ := strings.Cut(g.What, ":")
	sum := sha256.Sum256([]byte(g.Kind + what))
	out := codeQuality{Description: cut(Clean(o.gapText(g)), 2*maxName), CheckName: "sovlint " + o.word(told(g)), Severity: "info",
		Fingerprint: names.name(hex.EncodeToString(sum[:8]))}
	out.Location.Path, out.Location.Lines.Begin = nowhereFile, 1
	return out
}

func degradation(b block, names numbered) codeQuality {
	f := b.first()
	out := codeQuality{Description: b.says(), CheckName: Clean(f.Rule + " " + f.Name), Severity: gitlabSeverities[f.Level],
		Fingerprint: names.name(f.Fingerprint.String())}
	if out.Severity == "" {
		out.Severity = "info"
	}
	out.Location.Path, out.Location.Lines.Begin = b.spot.file, b.spot.line()
	if b.spot.at == nil {
		// GitLab asks for a file and a line; this file is in no repository.
		out.Location.Path, out.Location.Lines.Begin = nowhereFile, 1
		out.Description += " (" + b.o.word("its line in the source is not known") + ")"
	}
	return out
}
