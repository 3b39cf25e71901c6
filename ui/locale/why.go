package locale

import "strings"

// Why are the words of an account of a page: its parts and the rules. What
// stands in no map is said as it is, in English.
type Why struct {
	Parts, Rules map[string]string
	Rather       string // between what a line was taken for and what came next
	By           string // before the weight that lay between
}

// Part names a part of the article, or what became of it.
func (w Why) Part(name string) string { return known(w.Parts, name) }

// Rule names the rule that decided, or says what weighed most: "headline rather than aside by 3.1: ...". Evidence
// keeps the names that it has in the file of its weights.
func (w Why) Rule(name string) string {
	won, rest, ok := strings.Cut(name, " rather than ")
	other, evidence, weighed := strings.Cut(rest, " by ")
	if !ok || !weighed || w.Rather == "" {
		return known(w.Rules, name)
	}
	return w.Part(won) + w.Rather + w.Part(other) + w.By + evidence
}

func known(words map[string]string, name string) string {
	if s := words[name]; s != "" {
		return s
	}
	return name
}
