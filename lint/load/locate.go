package load

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// Locate lends the lines of an evaluated source to the resources of a plan, and
// what the source decides where the plan only names a reference. Blocks are
// matched by their whole module path, never by type and name alone. Where the
// source does not match the plan it lends nothing, adds a Gap and reports false.
func Locate(plan, source *tf.Config, lang speech.Lang) bool {
	l := newLender(plan, source)
	if why := l.mismatch(lang); why != "" {
		plan.Gaps = append(plan.Gaps, tf.Gap{What: lang.Say("the source in %s does not match the plan, so no lines were taken from it: %s", source.Source, why)})
		return false
	}
	plan.Gaps = slices.DeleteFunc(plan.Gaps, func(g tf.Gap) bool { return g.What == gapUnlent })
	l.trusted = l.sameVariables()
	if where := l.contradiction(); where != "" {
		l.trusted = false
		plan.Gaps = append(plan.Gaps, tf.Gap{What: lang.Say("the source in %s says something else than the plan of %s, so no values were taken from it: was it changed, or the plan made with other variables?", source.Source, where)})
	}
	for _, r := range plan.Resources {
		l.resource(r)
	}
	l.calls()
	l.backend()
	plan.Comments = source.Comments
	return true
}

// A lender knows where the blocks of a source stand.
type lender struct {
	plan, source *tf.Config
	exact        map[tf.Addr]*tf.Resource
	blocks       map[tf.Addr][]*tf.Resource // instances of each block
	unread       map[string]*tf.Resource    // modules that could not be read, by path without keys
	trusted      bool                       // the source was evaluated with the plan's variables
	sparse       bool                       // the plan shows only a part of the attributes
	bodies       map[pairing]tf.Body
	providers    map[[2]*tf.Provider]*tf.Provider
	kinds        kinds
}

// A pairing is all that a joined body depends on.
type pairing struct {
	plan, source [2]uintptr
	module       string
	values       bool
}

func newLender(plan, source *tf.Config) *lender {
	l := &lender{
		plan: plan, source: source,
		exact: map[tf.Addr]*tf.Resource{}, blocks: map[tf.Addr][]*tf.Resource{}, unread: map[string]*tf.Resource{},
		bodies: map[pairing]tf.Body{}, providers: map[[2]*tf.Provider]*tf.Provider{}, kinds: newKinds(),
		sparse: plan.Format == "plan-text" || plan.Format == "plan-stream",
	}
	for _, r := range source.Resources {
		if r.Mode == tf.Module {
			l.unread[tf.Unkeyed(r.Module)] = r
			continue
		}
		l.exact[r.Addr] = r
		at := blockOf(r)
		l.blocks[at] = append(l.blocks[at], r)
	}
	return l
}

// blockOf is the address of a resource's block: no instance keys.
func blockOf(r *tf.Resource) tf.Addr { return tf.Addr{Module: tf.Unkeyed(r.Module), Local: r.Base()} }

// mismatch says what of the plan the source cannot have led to; "" for nothing.
func (l *lender) mismatch(lang speech.Lang) string {
	for _, r := range l.plan.Resources {
		if r.Mode != tf.Managed || !r.Action.Remains() || r.Deposed() != "" || l.outside(r) != nil {
			continue
		}
		if _, ok := l.source.Declared[blockOf(r)]; !ok {
			if r.Action == tf.Exists && strings.HasPrefix(l.plan.Format, "plan-") {
				continue // -target leaves in place what the source no longer has
			}
			return lang.Say("%s is not in the source", r)
		}
		for _, s := range l.blocks[blockOf(r)] {
			if !sameName(s.Provider.Source, r.Provider.Source) {
				return lang.Say("%s uses provider %s in the plan and %s in the source", r, r.Provider.Source, s.Provider.Source)
			}
			if r.Module == "" && r.Provider.Joined && s.Provider.Joined && r.Provider.Alias != s.Provider.Alias {
				return lang.Say("%s uses provider %s in the plan and %s in the source", r, r.Provider.Key, s.Provider.Key)
			}
		}
	}
	return ""
}

// outside is the module call through which a resource lies beyond what the
// source could read; nil for none.
func (l *lender) outside(r *tf.Resource) *tf.Resource {
	for m := tf.Unkeyed(r.Module); m != ""; m = tf.Up(m) {
		if u := l.unread[m]; u != nil {
			return u
		}
	}
	return nil
}

// sameName compares provider sources without registry host and case; Terraform
// 0.12 knew only the last part.
func sameName(a, b string) bool {
	x, y := strings.Split(strings.ToLower(a), "/"), strings.Split(strings.ToLower(b), "/")
	n := min(len(x), len(y), 2)
	return slices.Equal(x[len(x)-n:], y[len(y)-n:])
}

// sameVariables reports whether the plan and the source have the same values
// for the root's variables, as far as both know them.
func (l *lender) sameVariables() bool {
	plan, source := l.plan.Calls[""], l.source.Calls[""]
	if plan == nil || source == nil {
		return true
	}
	for name, p := range plan.Args {
		if p.State != tf.Known || p.V == nil || source.Secret[name] {
			continue
		}
		s, given := source.Args[name]
		if !given {
			if d, ok := source.Defaults[name]; ok {
				s = tf.Value{State: tf.Known, V: d}
			}
		}
		if s.State == tf.Known && s.V != nil && !alike(p, s) {
			return false
		}
	}
	return true
}

// contradiction names an attribute of which the plan has another value than the
// source, evaluated with what the plan says of its variables; "" for none.
func (l *lender) contradiction() string {
	for _, r := range l.plan.Resources {
		if r.Mode != tf.Managed || !r.Action.Remains() || r.Deposed() != "" {
			continue
		}
		s, same := l.match(r)
		if s == nil || !same {
			continue
		}
		for _, name := range sortedNames(r.Body.Planned) {
			said, ok := s.Body.Planned[name]
			if ok && l.compares(r, said) && !fits(r.Body.Planned[name], said) {
				return r.String() + "." + name
			}
		}
	}
	return ""
}

// compares reports whether a value of a plan has to be what the source says. A
// whole plan also shows what is there already, as its provider spells it, and
// lists that a provider adds to; of it only texts of what is made are compared.
func (l *lender) compares(r *tf.Resource, said tf.Value) bool {
	_, text := said.V.(string)
	return l.sparse || text && (r.Action == tf.Create || r.Action == tf.Replace)
}

func (l *lender) calls() {
	if len(l.plan.Calls) == 0 {
		if !l.trusted {
			return
		}
		l.plan.Calls = l.source.Calls
		return
	}
	at := map[string]*tf.Range{}
	for m, c := range l.source.Calls {
		at[tf.Unkeyed(m)] = c.At
		if own := l.plan.Calls[m]; own != nil {
			unfold(own.Args, c.Args)
			unfold(own.Outputs, c.Outputs)
		}
	}
	for m, u := range l.unread {
		at[m] = u.At
	}
	for m, c := range l.plan.Calls {
		c.At = at[tf.Unkeyed(m)]
	}
}

// unfold gives arguments or outputs that rest on locals what the source rests
// them on.
func unfold(plan, source map[string]tf.Value) {
	for name, v := range plan {
		plan[name] = unfolded(v, source[name])
	}
}

// backend takes the backend from the source where the plan does not show it.
func (l *lender) backend() {
	b := l.source.Backend
	switch {
	case b == nil:
	case l.plan.Backend == nil:
		l.plan.Backend = b
		l.plan.Gaps = slices.DeleteFunc(l.plan.Gaps, func(g tf.Gap) bool { return g.What == gapBackend })
	case l.plan.Backend.Type == b.Type && l.plan.Backend.At == nil:
		l.plan.Backend.At = b.At
	}
}

// Vars gives the values a plan has for its root variables as text, so that the
// source can be evaluated with them.
func Vars(plan *tf.Config) map[string]string {
	root := plan.Calls[""]
	if root == nil {
		return nil
	}
	out := map[string]string{}
	for name, v := range root.Args {
		if v.State != tf.Known || v.V == nil {
			continue
		}
		if text, ok := v.V.(string); ok {
			out[name] = text
			continue
		}
		if raw, err := json.Marshal(bare(v)); err == nil {
			// HCL reads JSON, but for what starts an interpolation.
			out[name] = strings.NewReplacer("${", "$${", "%{", "%%{").Replace(string(raw))
		}
	}
	return out
}

// bare is a value as encoding/json has it.
func bare(v tf.Value) any {
	switch x := v.V.(type) {
	case tf.Attrs:
		m := map[string]any{}
		for k, e := range x {
			m[k] = bare(e)
		}
		return m
	case []tf.Value:
		l := []any{}
		for _, e := range x {
			l = append(l, bare(e))
		}
		return l
	}
	return v.V
}
