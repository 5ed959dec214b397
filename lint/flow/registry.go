package flow

import (
	"encoding/json"
	"strings"
)

// hub is where an image without a host comes from.
const hub = "docker.io"

// registryOf gives the host that a container image or a package comes from: of an
// image, of an address, or of the first image in a list of containers written as
// JSON; "" for none.
func registryOf(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{") {
		text = imageIn(text)
	}
	if _, rest, ok := strings.Cut(text, "://"); ok {
		host, _, _ := strings.Cut(rest, "/")
		return host
	}
	host, _, path := strings.Cut(text, "/")
	switch {
	case text == "":
		return ""
	case path && strings.ContainsAny(host, ".:"), path && host == "localhost", !path && strings.Contains(host, ".") && !strings.Contains(host, ":"):
		return host
	}
	return hub
}

// imageIn is the first image of a list of containers.
func imageIn(text string) string {
	var list []struct{ Image string }
	if json.Unmarshal([]byte(text), &list) != nil || len(list) == 0 {
		return ""
	}
	return list[0].Image
}
