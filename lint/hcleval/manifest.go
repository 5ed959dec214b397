package hcleval

import (
	"encoding/json"
	"errors"
	"net/url"
	"path"
	"strings"

	"github.com/hashicorp/go-version"

	"github.com/sovlint/sovlint/lint/speech"
)

// A download is where terraform init has put a remote module, and what it was.
type download struct {
	dir     string
	outside bool   // it leads out of what was given
	noted   bool   // Source and version were noted; else they are taken on trust
	source  string // as terraform init noted it
	version string // "" for what has none
}

// readManifest reads where terraform init has put the remote modules.
func (e *evaluator) readManifest() map[string]download {
	raw, err := readFile(e.fsys, path.Join(e.root, ".terraform/modules/modules.json"), maxFile)
	if err != nil {
		return nil
	}
	var m struct {
		Modules []struct{ Key, Source, Version, Dir string }
	}
	if json.Unmarshal(raw, &m) != nil {
		e.gap(".terraform/modules/modules.json was not read: it is no valid JSON", nil)
		return nil
	}
	out := map[string]download{}
	for _, x := range m.Modules {
		if x.Key == "" {
			continue
		}
		dir, ok := within(e.root, x.Dir)
		out[x.Key] = download{dir: dir, outside: !ok, noted: true, source: x.Source, version: x.Version}
	}
	return out
}

// holds gives the folder, where what was downloaded is what the call asks for.
func (d download) holds(source, constraint string) (string, error) {
	switch {
	case d.outside:
		return "", errors.New("it was downloaded to a folder outside of what was given; pipe the plan")
	case !d.noted:
		return d.dir, nil
	case !strings.Contains("/"+d.dir+"/", "/.terraform/modules/"):
		return "", errors.New("it is said to lie where terraform init puts no module; run terraform init, or pipe the plan")
	case plainSource(d.source) != plainSource(source):
		return "", errors.New("what was downloaded comes from another source; run terraform init, or pipe the plan")
	case !allows(constraint, d.version):
		return "", speech.Errorf("version %s was downloaded, and %s is asked for; run terraform init, or pipe the plan", cut(d.version), cut(constraint))
	}
	return d.dir, nil
}

// allows reports whether a constraint allows a version. What cannot be read
// forbids nothing.
func allows(constraint, is string) bool {
	c, err := version.NewConstraint(constraint)
	v, err2 := version.NewVersion(is)
	return err != nil || err2 != nil || c.Check(v)
}

var (
	getter  = lazily(`^[a-z0-9]+::`)
	scpLike = lazily(`^[^@/:]+@([^:/]+):`)
	dotGit  = lazily(`\.git(//|/|$)`)
)

// plainSource writes a module's source so that all spellings of one are equal:
// terraform init notes them in another than people write.
func plainSource(source string) string {
	s, query, _ := strings.Cut(getter().ReplaceAllString(source, ""), "?")
	s = scpLike().ReplaceAllString(s, "$1/")
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	if host, rest, ok := strings.Cut(s, "/"); ok {
		if _, bare, ok := strings.Cut(host, "@"); ok {
			host = bare
		}
		s = strings.ToLower(host) + "/" + rest
	}
	for _, registry := range []string{terraformRegistry, tofuRegistry} {
		s = strings.TrimPrefix(s, registry+"/")
	}
	s = dotGit().ReplaceAllString(s, "$1")
	if q, err := url.ParseQuery(query); err == nil && q.Get("ref") != "" {
		s += "?ref=" + q.Get("ref")
	}
	return strings.TrimSuffix(s, "/")
}

// trusted are the folders that a caller gives.
func trusted(dirs map[string]string) map[string]download {
	if dirs == nil {
		return nil
	}
	out := map[string]download{}
	for key, dir := range dirs {
		out[key] = download{dir: dir}
	}
	return out
}
