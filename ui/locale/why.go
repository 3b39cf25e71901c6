package locale

// Why are the words of an account of a page: its parts and the rules. What
// stands in no map is said as it is, in English.
type Why struct{ Parts, Rules map[string]string }

// Part names a part of the article, or what became of it.
func (w Why) Part(name string) string { return known(w.Parts, name) }

// Rule names the rule that decided.
func (w Why) Rule(name string) string { return known(w.Rules, name) }

func known(words map[string]string, name string) string {
	if s := words[name]; s != "" {
		return s
	}
	return name
}
