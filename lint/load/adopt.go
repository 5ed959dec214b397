package load

import "github.com/sovlint/sovlint/lint/tf"

// adopt lends a plan what the evaluated source it was made from tells: the
// provider blocks, the expressions and their lines. The plan's own values, its
// provider instances and its backend stand.
func adopt(plan, src *tf.Config) {
	blocks := map[tf.Addr]*tf.Resource{}
	providers := map[providerID]*tf.Provider{}
	for _, r := range src.Resources {
		at := tf.Addr{Module: tf.Unkeyed(r.Module), Local: r.Base()}
		if blocks[r.Addr] = r; blocks[at] == nil {
			blocks[at] = r
		}
		if p := r.Provider; p != nil && p.Joined {
			id := idOf(p)
			if providers[id] == nil {
				providers[id] = p
			}
		}
	}
	for _, r := range plan.Resources {
		b := blocks[r.Addr]
		if b == nil {
			b = blocks[tf.Addr{Module: tf.Unkeyed(r.Module), Local: r.Base()}]
		}
		if b != nil {
			r.At, r.Body.Written = b.At, b.Body.Written
		}
		if p := providers[idOf(r.Provider)]; p != nil && !r.Provider.Joined {
			r.Provider.Joined, r.Provider.Written, r.Provider.At, r.Provider.Key = true, p.Written, p.At, p.Key
		}
	}
	plan.Calls = src.Calls
	plan.Gaps = append(plan.Gaps, src.Gaps...)
	if plan.Backend != nil && src.Backend != nil && plan.Backend.Type == src.Backend.Type {
		plan.Backend.At = src.Backend.At
	}
}

// providerID tells provider instances apart, whatever registry served them.
type providerID struct{ source, alias, module string }

func idOf(p *tf.Provider) providerID {
	return providerID{p.Source, p.Alias, tf.Unkeyed(p.Module)}
}
