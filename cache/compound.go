package cache

import (
	"strings"
	"unicode/utf8"
)

// German builds words of words: who looks for "Steuer" means "Einkommensteuer",
// too. The search index holds the ends of a headline's long words behind a mark
// (for "Einkommensteuer": einkommensteuer, kommensteuer ... steuer, teuer), so that a word within a
// word is the beginning of one of them. What a search leaves out (-word) is the word alone.

const (
	partMark    = "\ue000" // a letter for the index, and in no text that passed feed.Clean as a word of its own
	partMin     = 4        // letters of a word that is looked for in others
	partBefore  = 3        // letters before it, unless none
	headwordMin = 8        // letters of a word that may hold others
	headwordMax = 80       // bytes
)

// headParts gives the ends of a headline's long words as the search index holds them.
func headParts(headline string) string {
	var b strings.Builder
	for _, w := range words(headline) {
		if len(w) < headwordMin || len(w) > headwordMax || utf8.RuneCountInString(w) < headwordMin {
			continue
		}
		w = foldWord(w)
		letters := utf8.RuneCountInString(w)
		n := 0
		for i := range w {
			if (n == 0 || n >= partBefore) && letters-n >= partMin {
				b.WriteString(" " + partMark + w[i:])
			}
			n++
		}
	}
	return b.String()
}

// partial reports a word that is also looked for in the longer ones of headlines.
func (t textNode) partial() bool {
	return !t.whole && !t.prefix && len(t.words) == 1 && utf8.RuneCountInString(t.words[0]) >= partMin &&
		(t.columns == nil || len(t.columns) == 1 && t.columns[0] == partColumns[0])
}

// partsFTS asks the index for the headlines' words that hold the word.
func (t textNode) partsFTS() string {
	var out []string
	for _, s := range t.partSpellings() {
		out = append(out, `"`+partMark+s+`" *`)
	}
	return "({" + partColumns[0] + "} : (" + strings.Join(out, " OR ") + "))"
}

// partSpellings gives the folded spellings that headlines' words may hold.
func (t textNode) partSpellings() []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range spellings(t.words[0]) {
		if s = foldWord(s); !seen[s] && utf8.RuneCountInString(s) >= partMin {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// holds reports whether a headline's word, folded, holds a part where headParts has one.
func holds(word, part string) bool {
	if len(word) > headwordMax || utf8.RuneCountInString(word) < headwordMin {
		return false
	}
	for from := 0; ; {
		i := strings.Index(word[from:], part)
		if i < 0 {
			return false
		}
		i += from
		if n := utf8.RuneCountInString(word[:i]); n == 0 || n >= partBefore {
			return true
		}
		_, size := utf8.DecodeRuneInString(word[i:])
		from = i + size
	}
}
