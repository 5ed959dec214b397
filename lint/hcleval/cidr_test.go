package hcleval

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"testing"

	"github.com/hashicorp/go-cty-funcs/cidr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// TestRanges holds the functions on ranges against those of go-cty-funcs, but for
// parts of a range that begins at zero: there those find no room.
func TestRanges(t *testing.T) {
	pairs := []struct {
		name       string
		ours, want function.Function
	}{
		{"cidrhost", cidrHost, cidr.HostFunc}, {"cidrnetmask", cidrNetmask, cidr.NetmaskFunc},
		{"cidrsubnet", cidrSubnet, cidr.SubnetFunc}, {"cidrsubnets", cidrSubnets, cidr.SubnetsFunc},
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		in := fmt.Sprintf("%d.%d.%d.%d/%d", rnd.IntN(256), rnd.IntN(256), rnd.IntN(256), rnd.IntN(258), rnd.IntN(34))
		if rnd.IntN(3) == 0 {
			in = fmt.Sprintf("%x:%x::%x/%d", rnd.IntN(65536), rnd.IntN(65536), rnd.IntN(65536), rnd.IntN(130))
		}
		for _, f := range pairs {
			args := []cty.Value{cty.StringVal(in)}
			for range max(len(f.want.Params())-1, 0) {
				args = append(args, cty.NumberIntVal(int64(rnd.IntN(70))))
			}
			if f.want.VarParam() != nil {
				for range rnd.IntN(6) {
					args = append(args, cty.NumberIntVal(int64(rnd.IntN(9))))
				}
			}
			if f.name == "cidrhost" && rnd.IntN(4) == 0 {
				args[1] = args[1].Negate()
			}
			if p, err := netip.ParsePrefix(in); err == nil && f.name == "cidrsubnets" && p.Masked().Addr().IsUnspecified() {
				continue
			}
			got, err := f.ours.Call(args)
			want, err2 := f.want.Call(args)
			if (err == nil) != (err2 == nil) || err == nil && !got.RawEquals(want) {
				t.Fatalf("%s(%#v): %#v (%v), want %#v (%v)", f.name, args, got, err, want, err2)
			}
		}
	}
}

// TestNoRange refuses what is no range of addresses.
func TestNoRange(t *testing.T) {
	for _, in := range []string{"", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "010.0.0.0/8", "fe80::1%eth0/64", "x/8"} {
		if got, err := cidrNetmask.Call([]cty.Value{cty.StringVal(in)}); err == nil {
			t.Errorf("%q: %#v, want an error", in, got)
		}
	}
}
