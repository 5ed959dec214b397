package report

import (
	"io"

	"github.com/sovlint/sovlint/lint"
)

// JSONLines writes one JSON object a line, each with its kind: first "report",
// which is sovlint/report/v1 without its lists, then every "resource", every
// "finding" and every "gap" with the fields they have there.
func JSONLines(w io.Writer, r *lint.Report, _ Options) error {
	j := newJSONWriter(w)
	j.line(struct {
		Kind      string             `json:"kind"`
		Schema    string             `json:"schema"`
		Tool      lint.Tool          `json:"tool"`
		AsOf      string             `json:"as_of"`
		Doctrine  lint.DoctrineRef   `json:"doctrine"`
		Registers []lint.RegisterRef `json:"registers"`
		Inputs    []lint.Input       `json:"inputs"`
		Summary   lint.Summary       `json:"summary"`
	}{"report", r.Schema, r.Tool, r.AsOf, r.Doctrine, list(r.Registers), list(r.Inputs), r.Summary})
	for i := range r.Resources {
		j.line(struct {
			Kind string `json:"kind"`
			lint.Resource
		}{"resource", filled(r.Resources[i])})
	}
	for i := range r.Findings {
		j.line(struct {
			Kind string `json:"kind"`
			lint.Finding
		}{"finding", whole(r.Findings[i])})
	}
	for _, g := range r.Gaps {
		j.line(struct {
			Kind string `json:"kind"`
			lint.Gap
		}{"gap", g})
	}
	return j.flush()
}

func (j *jsonWriter) line(v any) {
	j.compact(v)
	j.raw("\n")
}
