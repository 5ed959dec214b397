package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// maxIssues is how many issues are logged; the timeline shows ten of each kind,
// and nobody reads more in a log.
const maxIssues = 1000

// Azure writes logging commands of Azure DevOps, worst first. It knows errors
// and warnings; a notice is a plain line. Of what is waived, the waivers are
// logged.
func Azure(w io.Writer, r *lint.Report, o Options) error {
	out := bufio.NewWriter(w)
	for _, g := range aside(r, o) {
		fmt.Fprintf(out, "sovlint %s%s\n", o.label(told(g)), azureData(cut(Clean(g.What+place(g.At)), 2*maxName)))
	}
	written := 0
	all := merged(r, o)
	for i, b := range all {
		if b.waived {
			break // the rest is
		}
		if written == maxIssues {
			fmt.Fprintf(out, "sovlint: %s\n", o.say("%d more are not logged, the mildest; -o json has them all", left(all[i:])))
			break
		}
		written++
		f := b.first()
		text := b.says()
		if f.Hint != "" {
			text += ". " + o.label("Fix") + cut(Clean(f.Hint), 4*maxName)
		}
		if f.Level != lint.Error && f.Level != lint.Warning {
			fmt.Fprintf(out, "sovlint %s %s: %s\n", o.word(cmp.Or(Clean(f.Level), lint.Notice)), Clean(f.Rule+" "+f.Name), azureData(text))
			continue
		}
		fmt.Fprintf(out, "##vso[task.logissue %s]%s\n", azureProperties(b), azureData(text))
	}
	return out.Flush()
}

// left counts what is not waived.
func left(all []block) int {
	n := 0
	for _, b := range all {
		if !b.waived {
			n++
		}
	}
	return n
}

func azureProperties(b block) string {
	f := b.first()
	props := "type=" + f.Level + ";"
	if b.spot.at != nil {
		props += fmt.Sprintf("sourcepath=%s;linenumber=%d;", azureProperty(b.spot.file), b.spot.at.Line)
		if b.spot.at.Column > 0 {
			props += fmt.Sprintf("columnnumber=%d;", b.spot.at.Column)
		}
	}
	return props + "code=" + azureProperty(Clean(f.Rule)) + ";"
}

// The agent decodes %AZP25 as a percent sign, and everything else as written.
var (
	azureDataEscapes     = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A")
	azurePropertyEscapes = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A", "]", "%5D", ";", "%3B")
)

func azureData(s string) string     { return azureDataEscapes.Replace(s) }
func azureProperty(s string) string { return azurePropertyEscapes.Replace(s) }
