package lint

import (
	"cmp"
	"crypto/sha256"
	"path"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/tf"
)

// Args fill the holes in a message: {what} takes the value of "what".
type Args map[string]string

// Say reports a finding of the rule that runs about a subject, with the words
// kept under key. site is the place it is about; nil for the whole resource.
func (p *Pass) Say(s *Subject, site *Judged, key string, args Args) {
	level := p.level(s, p.rule.Level)
	if level == Off {
		return
	}
	c := &p.cause
	*c = p.worded(key, level, func(hole string) string { return p.hole(s, site, args, hole) })
	c.Input = p.inputOf(s)
	c.Assumed = s.Class.Assumed && s.Service == nil || p.BodyAssumed
	role := ""
	if s.Placement.Vendor != nil {
		c.Vendor = s.Placement.Vendor.ID
	}
	p.why = p.reasons(p.why[:0], s.Placement.Why)
	if site != nil {
		role, c.Region = site.Role, site.Code
		p.siteReasons(c, site)
	} else {
		c.Region = mainRegion(s)
	}
	p.why = p.reasons(p.why, s.Class.Why)
	c.Why = p.why
	if answers(p.rule) {
		c.Instead = p.instead(s)
	}
	p.findings = append(p.findings, Finding{
		Address: s.addr, Cause: p.causes.one(c, keepCause), At: s.Resource.At,
		Fingerprint: p.print(s, c.Rule, c.Vendor, role),
	})
}

func (p *Pass) siteReasons(c *Cause, site *Judged) {
	p.why = p.reasons(p.why, site.Why)
	if site.Operator != nil {
		c.Vendor = site.Operator.ID
	}
	if o := site.Offer; o != nil {
		p.why = append(p.why, Why{Claim: p.Lang.Say("offer %s is %s", o.ID, p.Lang.Word(o.Status)), Source: p.factOf(o.Source)})
	}
}

// mainRegion is the region of the resource's main place.
func mainRegion(s *Subject) string {
	for _, site := range s.Sites {
		if site.Role == "primary" {
			return site.Code
		}
	}
	return ""
}

func keepCause(c Cause) *Cause {
	c.Why = slices.Clone(c.Why)
	return &c
}

// nowhere is the address of what is about the run itself.
var nowhere tf.Addr

// First reports whether the rule asks for a thing for the first time in this
// run, so that it can say once what holds for many resources.
func (p *Pass) First(thing string) bool {
	key := p.rule.ID + " " + thing
	first := !p.seen[key]
	p.seen[key] = true
	return first
}

// SayOnce reports what holds for many resources at the first of them. Its
// fingerprint is that of the thing, so that it stays the same when another
// resource comes first.
func (p *Pass) SayOnce(thing string, s *Subject, site *Judged, key string, args Args) {
	before := len(p.findings)
	if p.First(thing) {
		p.Say(s, site, key, args)
	}
	if len(p.findings) > before {
		p.findings[before].Fingerprint = p.fingerprint(p.rule.ID, tf.Addr{Local: key}, thing, "")
	}
}

// Note reports a finding about the run itself.
func (p *Pass) Note(key string, args Args) { p.NoteOn("", nil, key, args) }

// NoteOn reports a finding about the run itself that concerns one thing, named
// by id and written at a place; each id has a fingerprint of its own.
func (p *Pass) NoteOn(id string, at *At, key string, args Args) {
	level := p.set(nil, p.rule.Level)
	if level == Off {
		return
	}
	c := p.worded(key, level, func(hole string) string { return p.hole(nil, nil, args, hole) })
	p.findings = append(p.findings, Finding{Address: &nowhere, Cause: &c, At: at, Fingerprint: p.fingerprint(c.Rule, tf.Addr{Local: key}, id, "")})
}

// NoteOf is NoteOn about a resource: each has a fingerprint of its own for each id.
func (p *Pass) NoteOf(a *tf.Addr, id string, at *At, key string, args Args) {
	before := len(p.findings)
	p.NoteOn(id+" "+a.String(), at, key, args)
	if len(p.findings) > before {
		p.findings[before].Address = a
	}
}

// worded is a cause in the words of the rule that runs.
func (p *Pass) worded(key, level string, hole func(string) string) Cause {
	text := p.rule.Text(string(p.Lang))
	c := Cause{Rule: p.rule.ID, Name: p.rule.Name, Level: level,
		Message: p.expand(text.Say[key], hole), Hint: p.expand(either(text.Hint, key), hole)}
	if id := p.cited(); id != "" {
		c.Cites = p.citing(id)
	}
	return c
}

// citing names a clause with its doctrine.
func (p *Pass) citing(id string) []string {
	out := p.cites[id]
	if out == nil {
		out = []string{p.Doctrine.ID + "/" + id}
		p.cites[id] = out
	}
	return out
}

// cited is the clause that the edition has for the rule, else for its norm.
func (p *Pass) cited() string {
	return cmp.Or(p.Edition.Cites[p.rule.Name], p.Edition.Cites[p.rule.Norm])
}

// SetNorm names the rule whose clause and level a doctrine gives to what is said
// next: the one that a verdict stands for.
func (p *Pass) SetNorm(verdict string) { p.rule.Norm = norms[verdict] }

// norms are the rules on what a verdict says of a place.
var norms = map[string]string{
	ForeignControl: "foreign-control", Outside: "outside-territory", Unqualified: "unqualified-offer", Candidate: "candidate-offer",
}

// SetLevel lowers or raises the rule's own level for what it says next.
func (p *Pass) SetLevel(level string) { p.rule.Level = level }

// level is what a finding weighs: the rule's own level, milder where the data
// only passes by or only keys are held, where a person must assess the harm, and
// where the body is not bound; the user has the last word.
func (p *Pass) level(s *Subject, own string) string {
	level := own
	if l := cmp.Or(p.Doctrine.level(p.rule.Name), p.Doctrine.level(p.rule.Norm)); l != "" && own == Error {
		level = l
	}
	switch t := s.Placement.Type; {
	case t.Holds == catalog.Transits && slices.Contains(unopened, t.Service):
		level = milder(level, Notice)
	case t.Holds == catalog.Keys, t.Holds == catalog.Transits:
		level = milder(level, Warning)
	}
	if s.Reserved == "assessed" {
		level = milder(level, Warning)
	}
	if p.Strict && p.rule.Open && level != Notice {
		level = Error
	}
	if !p.Edition.Binds(p.Body) {
		level = milder(level, Notice)
	}
	return p.set(s, level)
}

// A FolderLevel is the level a rule has for what stands in some folders.
type FolderLevel struct {
	Rule    string   // name
	Folders []string // patterns over the folder of the block, or of the input where the block's place is not known: "sandbox/**"
	Level   string
	At      *At // where it is written; nil for not known
}

// set lays the caller's word over a rule's own level: what the configuration
// says of the rule, then of the folder, then what the flags leave of it. s is
// nil for what is about the run itself.
func (p *Pass) set(s *Subject, own string) string {
	by := saying{rule: p.rule.Name, level: own}
	if l, ok := p.Levels[p.rule.Name]; ok {
		by.level, by.at = l.Level, l.At
	}
	for _, l := range p.Folders {
		if s != nil && l.Rule == p.rule.Name && slices.ContainsFunc(l.Folders, func(g string) bool { return classify.Path(g, folderOf(s)) }) {
			by = saying{rule: l.Rule, level: l.Level, at: l.At, folders: strings.Join(l.Folders, ", ")}
		}
	}
	if p.rule.muted != "" {
		by = saying{rule: p.rule.Name, level: Off, flag: p.rule.muted}
	}
	p.heed(by, own, s != nil)
	return by.level
}

// folderOf is the folder a subject stands in, "" for the current one.
func folderOf(s *Subject) string {
	file := s.Config.Source
	if s.Resource.At != nil {
		file = s.Resource.At.File
	}
	if dir := path.Dir(file); dir != "." {
		return dir
	}
	return ""
}

// unopened are the services that pass data on without opening it: what neither
// stores, processes, copies nor logs is a notice at most.
var unopened = []string{"network", "vpn", "dns"}

func milder(a, b string) string {
	order := []string{Error, Warning, Notice, Off}
	if slices.Index(order, a) > slices.Index(order, b) {
		return a
	}
	return b
}

func either(m map[string]string, key string) string {
	if s, ok := m[key]; ok {
		return s
	}
	return m[""]
}

// maxTexts bounds how many different texts a pass remembers.
const maxTexts = 1 << 12

// expand fills the holes of a message, written {so}. What has no filling stays
// as it is.
func (p *Pass) expand(text string, hole func(string) string) string {
	if strings.IndexByte(text, '{') < 0 {
		return text
	}
	p.text = fill(p.text[:0], text, hole)
	if out, ok := p.texts[string(p.text)]; ok {
		return out
	}
	return p.once(string(p.text))
}

func fill(b []byte, text string, hole func(string) string) []byte {
	for {
		i := strings.IndexByte(text, '{')
		j := strings.IndexByte(text[max(i, 0):], '}')
		if i < 0 || j < 0 {
			break
		}
		b = append(b, text[:i]...)
		b = append(b, hole(text[i+1:i+j])...)
		text = text[i+j+1:]
	}
	return append(b, text...)
}

func (p *Pass) fingerprint(rule string, addr tf.Addr, about, role string) Fingerprint {
	b := append(append(p.text[:0], rule...), 0)
	b = append(addr.Append(b), 0)
	b = append(append(b, about...), 0)
	p.text = append(b, role...)
	sum := sha256.Sum256(p.text)
	return Fingerprint(sum[:8])
}
