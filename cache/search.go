package cache

import (
	"strconv"
	"strings"
)

// Full-text search. The index folds capitals and accents, so that "ä" is found
// as "a"; that "ae" means "ä" and "ss" means "ß" is seen to here.

// maxSpellings bounds the spellings a word is looked for in.
const maxSpellings = 8

// spellings gives the ways a word may be written: Mueller, Müller; Strasse, Straße.
// The word itself comes first.
func spellings(word string) []string {
	w := strings.ToLower(word)
	out := []string{w}
	seen := map[string]bool{w: true}
	for _, pair := range [...][2]string{
		{"ä", "ae"},
		{"ö", "oe"},
		{"ü", "ue"},
		{"ß", "ss"},
		{"ae", "a"},
		{"oe", "o"},
		{"ue", "u"},
		{"ss", "ß"}, // the index holds ä as a
	} {
		for _, s := range out {
			for from := 0; ; {
				i := strings.Index(s[from:], pair[0])
				if i < 0 || len(out) >= maxSpellings {
					break
				}
				i += from
				next := s[:i] + pair[1] + s[i+len(pair[0]):]
				if !seen[next] {
					seen[next] = true
					out = append(out, next)
				}
				from = i + len(pair[0])
			}
		}
	}
	return out
}

// phrases gives the spellings of a text node's words.
func (t textNode) phrases() [][]string {
	phrases := [][]string{nil}
	for _, w := range t.words {
		var next [][]string
		for _, p := range phrases {
			for _, s := range spellings(w) {
				if len(next) < maxSpellings {
					next = append(next, append(p[:len(p):len(p)], s))
				}
			}
		}
		phrases = next
	}
	return phrases
}

// fts writes a text node in the index's query syntax. Every word is quoted:
// nothing a reader types is an operator there.
func (t textNode) fts() string {
	var alternatives []string
	for _, p := range t.phrases() {
		if t.near > 0 && len(p) > 1 {
			alternatives = append(alternatives, `NEAR("`+strings.Join(p, `" "`)+`", `+strconv.Itoa(t.near)+")")
			continue
		}
		s := `"` + strings.Join(p, " ") + `"`
		if t.prefix {
			s += " *"
		}
		alternatives = append(alternatives, s)
	}
	expr := "(" + strings.Join(alternatives, " OR ") + ")"
	if t.columns != nil {
		expr = "({" + strings.Join(t.columns, " ") + "} : " + expr + ")"
	}
	if t.partial() {
		expr = "(" + expr + " OR " + t.partsFTS() + ")"
	}
	return expr
}

// textOf gives the index query of a node that asks for nothing but text.
func textOf(n node) (string, bool) {
	var of []node
	op := " AND "
	switch n := n.(type) {
	case textNode:
		return n.fts(), true
	case andNode:
		of = n.of
	case orNode:
		of, op = n.of, " OR "
	default:
		return "", false
	}
	parts := make([]string, len(of))
	for i, m := range of {
		s, ok := textOf(m)
		if !ok {
			return "", false
		}
		parts[i] = s
	}
	return "(" + strings.Join(parts, op) + ")", true
}

// match parts a conjunction into what the text index answers, as one query of
// its own, and the rest. match is "" where nothing in it asks for text; without is then a query for
// what the text must not have, if it must not have anything.
func match(of []node) (match, without string, rest []node) {
	var want, not []string
	for _, n := range of {
		if s, ok := textOf(n); ok {
			want = append(want, s)
			continue
		}
		if m, ok := n.(notNode); ok {
			if s, ok := textOf(m.of); ok {
				not = append(not, s)
				continue
			}
		}
		rest = append(rest, n)
	}
	if want == nil {
		return "", strings.Join(not, " OR "), rest
	}
	match = strings.Join(want, " AND ")
	if not != nil {
		match = "(" + match + ") NOT (" + strings.Join(not, " OR ") + ")"
	}
	return match, "", rest
}
