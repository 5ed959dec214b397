package load

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// adopt lends a plan what the evaluated source it was made from tells: the
// provider blocks, the expressions and their lines. Which provider instance a
// resource uses the plan itself says, and it is believed.
func adopt(plan, src *tf.Config, l speech.Lang) {
	blocks := map[providerID]*tf.Provider{}
	for _, r := range src.Resources {
		if p := r.Provider; p != nil && p.Joined && blocks[idOf(p)] == nil {
			blocks[idOf(p)] = p
		}
	}
	for _, r := range plan.Resources {
		p := r.Provider
		if b := blocks[idOf(p)]; b != nil && !p.Joined {
			p.Joined, p.Written, p.At, p.Key = true, b.Written, b.At, b.Key
		}
	}
	plan.Gaps = slices.DeleteFunc(plan.Gaps, func(g tf.Gap) bool { // the source says it with its line
		return slices.ContainsFunc(src.Gaps, func(s tf.Gap) bool { return s.What == g.What })
	})
	plan.Gaps = append(plan.Gaps, src.Gaps...)
	unshown(plan, src, l)
	Locate(plan, src, l)
}

// unshown says which resources of the source a whole plan does not show. Of a
// block with instance keys there may be none.
func unshown(plan, src *tf.Config, l speech.Lang) {
	if plan.Incomplete || plan.Errored {
		return
	}
	shown := map[tf.Addr]bool{}
	for _, r := range plan.Resources {
		shown[blockOf(r)] = true
	}
	var left []string
	for _, r := range src.Resources {
		if r.Mode == tf.Managed && r.Key() == "" && !strings.Contains(r.Module, "[") && !shown[blockOf(r)] {
			left = append(left, r.String())
		}
	}
	plan.Gaps = append(plan.Gaps, notShown(len(left), strings.Join(left[:min(len(left), 1)], ""), l)...)
}

// A providerID tells provider instances apart, whatever registry served them.
type providerID struct{ source, alias, module string }

func idOf(p *tf.Provider) providerID {
	return providerID{lastTwo(p.Source), p.Alias, tf.Unkeyed(p.Module)}
}

// lastTwo is a provider's source without the registry's host and without case.
func lastTwo(source string) string {
	parts := strings.Split(strings.ToLower(source), "/")
	return strings.Join(parts[max(len(parts)-2, 0):], "/")
}
