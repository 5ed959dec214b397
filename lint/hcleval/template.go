package hcleval

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// templateEnds are what the names of files end in that stand beside the source
// to be copied and filled in: variables.tf.template.
var templateEnds = []string{".template", ".tmpl", ".tpl", ".example", ".sample", ".dist"}

// isTemplate reports whether a file name is that of source once its end is taken
// off.
func isTemplate(name string) bool {
	return slices.ContainsFunc(templateEnds, func(end string) bool {
		rest, ok := strings.CutSuffix(name, end)
		return ok && IsSource(rest) && !strings.HasSuffix(rest, ".json")
	})
}

// propose gives the defaults that templates beside the root module hold for
// variables that it uses and nothing declares. They are no values: whoever fills
// the template in may write others.
func (e *evaluator) propose(f *folder, defaults map[string]any) {
	entries, _ := fs.ReadDir(e.fsys, f.dir) // the folder was read before
	for _, d := range entries {
		if d.IsDir() || !isTemplate(d.Name()) {
			continue
		}
		name := path.Join(f.dir, d.Name())
		src, err := readFile(e.fsys, name, maxFile)
		if err != nil {
			e.gap(e.o.Lang.Say("%s was not read: %v", d.Name(), reason(err)), e.gapAt(lineOne(name)))
			continue
		}
		_, blocks := read(name, src)
		if proposed := f.proposed(blocks, defaults); len(proposed) > 0 {
			e.gap(e.o.Lang.Say("%s is a template that proposes %s, declared nowhere: what rests on that is probable only",
				d.Name(), strings.Join(proposed, ", ")), e.gapAt(lineOne(name)))
		}
	}
}

// proposed adds the plain defaults of the variables that a template declares and
// the folder does not, and names them.
func (f *folder) proposed(blocks []*block, defaults map[string]any) []string {
	var out []string
	for _, b := range blocks {
		if b.typ != "variable" || len(b.labels) != 1 || f.inputs[b.labels[0]] != nil {
			continue
		}
		v := readVariable(b)
		if v.fallback == nil || v.sensitive {
			continue
		}
		text, ok := literal(v.fallback)
		if _, there := defaults[b.labels[0]]; there || !ok || len(text) > maxLiteral {
			continue
		}
		defaults[b.labels[0]] = strings.Clone(text)
		out = append(out, b.labels[0])
	}
	return out
}
