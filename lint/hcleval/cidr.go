package hcleval

import (
	"errors"
	"fmt"
	"math/big"
	"net/netip"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"
)

// The functions on ranges of addresses are made of net/netip: package net would
// link the resolver of names, and with it the C library.
var (
	cidrHost = onRange([]string{"hostnum"}, func(in netip.Prefix, n []int) (string, error) {
		addr, err := host(in, n[0])
		return addr.String(), err
	})
	cidrNetmask = onRange(nil, func(in netip.Prefix, _ []int) (string, error) { return netmask(in).String(), nil })
	cidrSubnet  = onRange([]string{"newbits", "netnum"}, func(in netip.Prefix, n []int) (string, error) {
		out, err := subnet(in, n[0], n[1])
		return out.String(), err
	})
	cidrSubnets = function.New(&function.Spec{
		Params:   []function.Parameter{{Name: "prefix", Type: cty.String}},
		VarParam: &function.Parameter{Name: "newbits", Type: cty.Number},
		Type:     function.StaticReturnType(cty.List(cty.String)),
		Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
			in, n, err := rangeAnd(args)
			if err != nil {
				return cty.UnknownVal(want), err
			}
			list, err := subnets(in, n)
			if err != nil || len(list) == 0 {
				return cty.ListValEmpty(cty.String), err
			}
			out := make([]cty.Value, len(list))
			for i, p := range list {
				out[i] = cty.StringVal(p.String())
			}
			return cty.ListVal(out), nil
		},
	})
)

// onRange is a function on a range of addresses and so many numbers.
func onRange(numbers []string, fn func(in netip.Prefix, n []int) (string, error)) function.Function {
	params := []function.Parameter{{Name: "prefix", Type: cty.String}}
	for _, name := range numbers {
		params = append(params, function.Parameter{Name: name, Type: cty.Number})
	}
	return function.New(&function.Spec{
		Params: params,
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
			in, n, err := rangeAnd(args)
			if err != nil {
				return cty.UnknownVal(want), err
			}
			text, err := fn(in, n)
			if err != nil {
				return cty.UnknownVal(want), err
			}
			return cty.StringVal(text), nil
		},
	})
}

func rangeAnd(args []cty.Value) (netip.Prefix, []int, error) {
	in, err := netip.ParsePrefix(args[0].AsString())
	if err != nil {
		return in, nil, function.NewArgErrorf(0, "not a range of addresses: %s", err)
	}
	n := make([]int, len(args)-1)
	for i := range n {
		if err := gocty.FromCtyValue(args[i+1], &n[i]); err != nil {
			return in, nil, function.NewArgError(i+1, err)
		}
	}
	return in.Masked(), n, nil
}

// host is the address of a number in a range; a negative one counts from its end.
func host(in netip.Prefix, n int) (netip.Addr, error) {
	free := uint(in.Addr().BitLen() - in.Bits())
	at := big.NewInt(int64(n))
	if n < 0 {
		at.Add(at, new(big.Int).Lsh(big.NewInt(1), free))
	}
	if at.Sign() < 0 || at.BitLen() > int(free) {
		return in.Addr(), fmt.Errorf("%s has no host of number %d", in, n)
	}
	return plus(in.Addr(), at), nil
}

// netmask has a one for every bit that the range fixes.
func netmask(in netip.Prefix) netip.Addr {
	free := uint(in.Addr().BitLen() - in.Bits())
	last := new(big.Int).Lsh(big.NewInt(1), uint(in.Addr().BitLen()))
	last.Sub(last, new(big.Int).Lsh(big.NewInt(1), free))
	zero := netip.IPv6Unspecified()
	if in.Addr().Is4() {
		zero = netip.IPv4Unspecified()
	}
	if last.BitLen() > zero.BitLen() {
		return zero // nothing is fixed
	}
	return plus(zero, last)
}

// maxExtend is by how many bits Terraform lets a range be divided in one call.
const maxExtend = 32

// subnet is the part of a number among those that more bits make of a range.
func subnet(in netip.Prefix, more, n int) (netip.Prefix, error) {
	bits := in.Bits() + more
	switch {
	case more < 0 || more > maxExtend:
		return in, fmt.Errorf("%s cannot be extended by %d bits, only by up to %d", in, more, maxExtend)
	case bits > in.Addr().BitLen():
		return in, fmt.Errorf("%s has no room for %d more bits", in, more)
	case n < 0 || big.NewInt(int64(n)).BitLen() > more:
		return in, fmt.Errorf("%d bits make no part of number %d", more, n)
	}
	at := big.NewInt(int64(n))
	return netip.PrefixFrom(plus(in.Addr(), at.Lsh(at, uint(in.Addr().BitLen()-bits))), bits), nil
}

// subnets are parts of a range one after the other, each with its own number of
// more bits.
func subnets(in netip.Prefix, more []int) (out []netip.Prefix, err error) {
	next := in.Addr()
	for _, m := range more {
		bits := in.Bits() + m
		if m < 1 || m > maxExtend || bits > in.Addr().BitLen() {
			return nil, fmt.Errorf("%s cannot be extended by %d bits", in, m)
		}
		size := new(big.Int).Lsh(big.NewInt(1), uint(in.Addr().BitLen()-bits))
		part := netip.PrefixFrom(next, bits).Masked()
		if part.Addr() != next { // the one before ends inside of it
			part = netip.PrefixFrom(plus(part.Addr(), size), bits)
		}
		if !next.IsValid() || !in.Contains(part.Addr()) {
			return nil, errors.New("no room is left in " + in.String())
		}
		out, next = append(out, part), plus(part.Addr(), size)
	}
	return out, nil
}

// plus is the address so many further on; no address where there is none.
func plus(a netip.Addr, n *big.Int) netip.Addr {
	b := a.AsSlice()
	sum := new(big.Int).SetBytes(b)
	if sum.Add(sum, n); sum.BitLen() > len(b)*8 {
		return netip.Addr{}
	}
	out, _ := netip.AddrFromSlice(sum.FillBytes(b))
	return out
}
