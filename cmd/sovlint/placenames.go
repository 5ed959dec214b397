package main

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
)

// maxService is how long a label of a host may be that names a service: "s3",
// "oos". A longer one that is no region may be a secret.
const maxService = 5

// placeNames reports whether a text is what some vendor calls a region or a zone,
// a vendor's host that names nothing but one, or a class of data.
func placeNames(c *catalog.Catalog) func(string) bool {
	region := func(text string) bool {
		return slices.ContainsFunc(c.Vendors(), func(v *catalog.Vendor) bool { return c.Region(v.ID, text) != nil })
	}
	return func(text string) bool {
		return region(text) || vendorHost(c, text, region) || classify.Known(strings.ToLower(text))
	}
}

func vendorHost(c *catalog.Catalog, text string, region func(string) bool) bool {
	name := catalog.HostName(text)
	bare := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(text, "https://"), "http://"), "/")
	h, ok := c.Host(text)
	if !ok || bare != name {
		return false
	}
	for label := range strings.SplitSeq(strings.TrimSuffix(name, h.Suffix), ".") {
		if len(label) > maxService && !region(label) {
			return false
		}
	}
	return true
}
