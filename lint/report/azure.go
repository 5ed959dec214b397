package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// Azure writes logging commands of Azure DevOps, worst first. It knows errors
// and warnings; a notice is a plain line. What is waived is not logged.
func Azure(w io.Writer, r *lint.Report, o Options) error {
	out := bufio.NewWriter(w)
	for _, b := range merged(r, o) {
		if b.waived {
			continue
		}
		f := b.first()
		text := b.says()
		if f.Hint != "" {
			text += ". Fix: " + cut(Clean(f.Hint), 4*maxName)
		}
		if f.Level != lint.Error && f.Level != lint.Warning {
			fmt.Fprintf(out, "sovlint %s %s: %s\n", cmp.Or(Clean(f.Level), lint.Notice), Clean(f.Rule+" "+f.Name), azureData(text))
			continue
		}
		fmt.Fprintf(out, "##vso[task.logissue %s]%s\n", azureProperties(b), azureData(text))
	}
	return out.Flush()
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
