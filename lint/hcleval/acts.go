package hcleval

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// An Act is what a run does beside the resources it keeps: nobody judges it, so
// it is counted and named.
type Act uint8

// The kinds of acts. The zero Act is an action.
const (
	Action      Act = iota // an action block, or its invocation in a plan
	Ephemeral              // a resource that is read while the run lasts
	Import                 // an import block whose resource nothing declares
	Provisioner            // commands and copies of a resource
	Hook                   // a command that Terragrunt runs
	Request                // a data source that runs a program or sends data
	Forgotten              // what is no longer managed, and stays
	acts
)

// shownActs is how many acts of a kind are named.
const shownActs = 3

// Acts are the acts of one input. The zero value holds none.
type Acts [acts]struct {
	n     int
	names []string
	at    *tf.Range // of the first; nil where there is no line
}

// Add notes n acts of a kind under one name.
func (a *Acts) Add(kind Act, name string, n int, at *tf.Range) {
	k := &a[kind]
	if k.n == 0 {
		k.at = at
	}
	k.n += n
	if name = cutTo(name, 100); !slices.Contains(k.names, name) && len(k.names) <= shownActs {
		k.names = append(k.names, name)
	}
}

// Gaps says what was not judged, a gap for each kind.
func (a *Acts) Gaps(l speech.Lang) (out []tf.Gap) {
	for kind, k := range a {
		if k.n == 0 {
			continue
		}
		names := strings.Join(k.names[:min(len(k.names), shownActs)], ", ")
		if len(k.names) > shownActs {
			names += ", ..."
		}
		out = append(out, tf.Gap{What: Act(kind).say(l, k.n, names), At: k.at})
	}
	return out
}

func (kind Act) say(l speech.Lang, n int, names string) string {
	switch kind {
	case Action:
		return l.Count(n, "%d action runs beside the resources (%s): what it does was not judged",
			"%d actions run beside the resources (%s): what they do was not judged", names)
	case Ephemeral:
		return l.Count(n, "%d ephemeral resource is read while Terraform runs (%s): where it stands was not judged",
			"%d ephemeral resources are read while Terraform runs (%s): where they stand was not judged", names)
	case Import:
		return l.Count(n, "%d resource is imported that no file declares (%s): it was not judged",
			"%d resources are imported that no file declares (%s): they were not judged", names)
	case Hook:
		return l.Count(n, "%d hook of Terragrunt runs a command (%s): it may change the source, and what it does was not judged",
			"%d hooks of Terragrunt run commands (%s): they may change the source, and what they do was not judged", names)
	case Forgotten:
		return l.Count(n, "%d resource is let go of and stays where it is (%s): it was not judged",
			"%d resources are let go of and stay where they are (%s): they were not judged", names)
	case Provisioner:
		return l.Count(n, "%d provisioner runs commands or copies files (%s): what it does was not judged",
			"%d provisioners run commands or copy files (%s): what they do was not judged", names)
	}
	return l.Count(n, "%d data source runs a program or sends a request with a body (%s): where that goes was not judged",
		"%d data sources run a program or send a request with a body (%s): where that goes was not judged", names)
}

// Requests reports whether a data source runs a program or sends a request with
// a body. The arguments that are written are asked for by name.
func Requests(typ string, written func(arg string) bool) bool {
	return typ == "external" || typ == "http" && (written("request_body") || written("method"))
}

// act notes the act of a block, once for all instances of its module.
func (s *scope) act(kind Act, name string, n int, at hcl.Range) {
	if n > 0 && !s.e.acted[at] {
		s.e.acted[at] = true
		s.e.acts.Add(kind, name, n, s.e.where(s.f, at))
	}
}

// besides notes what a module does beside its resources.
func (s *scope) besides() {
	for _, b := range s.f.besides {
		switch b.typ {
		case "action", "ephemeral":
			if r := s.expand(b); r.known && len(r.frames) == 0 {
				continue
			}
			kind := Action
			if b.typ == "ephemeral" {
				kind = Ephemeral
			}
			s.act(kind, b.typ+"."+b.labels[0]+"."+b.labels[1], 1, b.DefRange())
		case "import":
			if name, ok := imported(b); ok && s.f.resources[name] == nil {
				s.act(Import, name, 1, b.DefRange())
			}
		case "removed":
			s.removed(b)
		case "check":
			for _, n := range b.blocks(func(typ string) bool { return typ == "data" }) {
				if len(n.Labels) == 2 {
					s.does("check."+b.labels[0]+".data."+n.Labels[0]+"."+n.Labels[1], parsedBlock(b.src, n))
				}
			}
		}
	}
}

// removed notes what a removed block does, and what it leaves behind.
func (s *scope) removed(b *block) {
	s.act(Provisioner, "removed", b.count("provisioner"), b.DefRange())
	for _, n := range b.blocks(func(typ string) bool { return typ == "lifecycle" }) {
		if a := n.Body.Attributes["destroy"]; a == nil || !isFalse(a.Expr) {
			continue
		}
		name := "removed"
		if from, ok := addressed(b, "from"); ok {
			name = from
		}
		s.act(Forgotten, name, 1, n.DefRange())
	}
}

// imported is the address that an import block of the root takes in, without
// its key; false where it is in a module, whose source declares it.
func imported(b *block) (string, bool) {
	name, ok := addressed(b, "to")
	return name, ok && !strings.HasPrefix(name, "module.")
}

// addressed is the address that an argument names, without keys; false for none.
func addressed(b *block, arg string) (string, bool) {
	a := b.attr(arg)
	if a == nil {
		return "", false
	}
	x := unwrap(a.Expr)
	if text, ok := literal(x); ok { // as JSON writes it
		parsed, diags := hclsyntax.ParseExpression([]byte(text), "", firstPos)
		if len(text) > maxLiteral || diags.HasErrors() {
			return "", false
		}
		x = parsed
	}
	for {
		idx, ok := x.(*hclsyntax.IndexExpr)
		if !ok {
			break
		}
		x = idx.Collection
	}
	t, ok := x.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return "", false
	}
	name, _ := subject(t.Traversal)
	return name, name != "" && t.Traversal.RootName() != "module"
}

// does notes what a resource block that has instances does beside standing
// somewhere.
func (s *scope) does(addr string, b *block) {
	s.act(Provisioner, addr, b.count("provisioner"), b.DefRange())
	if b.typ == "data" && Requests(b.labels[0], func(arg string) bool { return b.attr(arg) != nil && !reads(b.attr(arg).Expr) }) {
		s.act(Request, addr, 1, b.DefRange())
	}
}

// reads reports whether an expression is the name of a method that sends nothing.
func reads(x hclsyntax.Expression) bool {
	text, _ := literal(x)
	return text == "GET" || text == "HEAD"
}
