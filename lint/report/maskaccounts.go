package report

import "strings"

var (
	// A mail address, or what a URL says before its host.
	mails = lazily(`(://[^\s"@]*)?[\pL\pN_.+-]+@([\pL\pN_-]+(?:\.[\pL\pN_-]+)+)`)
	// An account of AWS or Google, of Azure, of OpenStack.
	accounts = lazily(`(?i:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|[0-9A-Fa-f]{12,}`)
	// The value of an argument that names one.
	named = lazily(`((?i:[a-z_]*(?:account|subscription|tenant|project|organi[sz]ation)[a-z_]*)\s*=\s*"?)([^"\s,;]+)`)
	// A project in the name of something that belongs to it.
	owned = lazily(`(\b(?:projects|organizations|folders|billingAccounts)/)([^/"\s,;]+)`)
	// A namespace at a host that many share: its owner is an account there.
	shared = lazily(`([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/([\pL\pN_.-]+)/([\pL\pN_.-]+)`)
)

// ofKind are the ends of arguments that say what kind of account it is.
var ofKind = lazily(`(?i)_(?:type|tier|kind|class|level|enabled)\s*=\s*"?$`)

// mails masks mail addresses. What stands before the host of a URL is none.
func (m *Masker) mails(s string) string {
	return mails().ReplaceAllStringFunc(s, func(x string) string {
		if strings.HasPrefix(x, "://") {
			return x
		}
		return m.mask("mail", x)
	})
}

// accounts masks what names an account, a subscription, a tenant or a project.
func (m *Masker) accounts(s string) string {
	s = named().ReplaceAllStringFunc(s, func(x string) string {
		part := named().FindStringSubmatch(x)
		if ofKind().MatchString(part[1]) {
			return x
		}
		return part[1] + m.mask("account", part[2])
	})
	s = owned().ReplaceAllStringFunc(s, func(x string) string {
		part := owned().FindStringSubmatch(x)
		return part[1] + m.mask("account", part[2])
	})
	m.orgs(s)
	return m.numbers(s)
}

// numbers masks accounts that are known by their form alone.
func (m *Masker) numbers(s string) string {
	var b strings.Builder
	last := 0
	for _, at := range accounts().FindAllStringIndex(s, -1) {
		if x := s[at[0]:at[1]]; isAccount(x) && !within(s, at[0], at[1], strings.Contains(x, "-") || len(x) == 32) {
			b.WriteString(s[last:at[0]] + m.mask("account", x))
			last = at[1]
		}
	}
	return b.String() + s[last:]
}

func isAccount(x string) bool {
	return len(x) == 32 || strings.Contains(x, "-") || len(x) == 12 && strings.Trim(x, "0123456789") == ""
}

// within reports whether a number is a part of a longer one, or, where letters
// count, of a word.
func within(s string, start, end int, letters bool) bool {
	part := func(c byte) bool {
		return '0' <= c && c <= '9' || letters && ('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z')
	}
	return start > 0 && part(s[start-1]) || end < len(s) && part(s[end])
}

// orgs finds the owners of what is at a host that many share. The public
// registries name nobody who is not public there.
func (m *Masker) orgs(s string) {
	for _, part := range shared().FindAllStringSubmatch(s, -1) {
		suffix, known := m.known(part[1])
		if known && strings.EqualFold(suffix, part[1]) && !m.public(part[1]) {
			m.masks[part[2]+"/"+part[3]] = m.mask("account", part[2]) + "/" + part[3]
		}
	}
}
