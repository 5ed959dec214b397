// Package rules holds what is looked for: the rules, their words and pages,
// and the doctrines they judge by.
package rules

import (
	"embed"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
)

// All lists every rule, in order of id, with its words in English and in the
// languages that are named; with none named in all of them.
func All(languages ...string) []lint.Rule {
	all := []lint.Rule{
		unqualifiedOffer,
		outsideTerritory,
		unplacedData,
		unknownProvider,
		candidateOffer,
		uncoveredService,
		replicaLeaves,
		backupLeaves,
		implicitCopy,
		snapshotShared,
		stateBackend,
		saasHost,
		foreignControl,
		foreignKey,
		foreignIdentity,
		edgeTermination,
		foreignTechnology,
		contestedEstablishment,
		officeSuite,
		logExport,
		telemetryVendor,
		mailService,
		remoteRun,
		registryHost,
		moduleSource,
		aiInference,
		lapsedOffer,
		expiringOffer,
		lapsedWaiver,
		expiringWaiver,
		invalidWaiver,
		unusedWaiver,
		newUnderWaiver,
		undeclaredClass,
		staleRegister,
		incompleteInput,
	}
	texts := map[string]map[string]lint.Text{}
	for _, lang := range Languages() {
		if lang == "en" || len(languages) == 0 || slices.Contains(languages, lang) {
			texts[lang], _ = messages(lang) // a test reads every embedded file
		}
	}
	for i := range all {
		all[i].Texts = map[string]lint.Text{}
		for lang, t := range texts {
			if text, ok := t[all[i].Name]; ok {
				all[i].Texts[lang] = text
			}
		}
	}
	return all
}

// Languages lists the languages messages are written in, English first.
func Languages() []string { return []string{"en", "fr"} }

//go:embed *.md
var pages embed.FS

// Page returns a rule's page in a language, in English where there is none.
// The rule is named by id or name.
func Page(rule, lang string) (string, error) {
	for _, r := range All() {
		if !strings.EqualFold(r.ID, rule) && r.Name != rule {
			continue
		}
		if b, err := pages.ReadFile(r.Name + "." + lang + ".md"); err == nil {
			return string(b), nil
		}
		b, err := pages.ReadFile(r.Name + ".md")
		return string(b), err
	}
	return "", speech.Errorf("rule %q: no such rule", rule)
}

type messageFile struct {
	Rules []struct {
		Name    string `hcl:"name,label"`
		Summary string `hcl:"summary"`
		Message string `hcl:"message"`
		Hint    string `hcl:"hint"`
		Cases   []struct {
			Key     string `hcl:"key,label"`
			Message string `hcl:"message"`
			Hint    string `hcl:"hint,optional"`
		} `hcl:"case,block"`
	} `hcl:"rule,block"`
}

// parseMessages reads the words of every rule, by rule name.
func parseMessages(name string, raw []byte) (map[string]lint.Text, error) {
	var f messageFile
	if err := hclsimple.Decode(name, raw, nil, &f); err != nil {
		return nil, place(err)
	}
	out := map[string]lint.Text{}
	for _, r := range f.Rules {
		t := lint.Text{Summary: r.Summary, Say: map[string]string{"": r.Message}, Hint: map[string]string{"": r.Hint}}
		for _, c := range r.Cases {
			t.Say[c.Key] = c.Message
			if c.Hint != "" {
				t.Hint[c.Key] = c.Hint
			}
		}
		out[r.Name] = t
	}
	return out, nil
}
