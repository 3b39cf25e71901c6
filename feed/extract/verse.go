package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

const (
	leastVerse  = 4  // lines: three are as often an address
	longVerse   = 90 // characters of a line; what is longer wraps
	usualVerse  = 60 // characters of a line on average
	leastLetter = 2  // of a word that tells verse from a list of names
)

// isVerse reports whether a run parted by single breaks is verse: many short
// lines that go on from one to the next, and no list of names, dates or links.
func (b *builder) isVerse(run []feed.Span, gaps []int) bool {
	if len(gaps)+1 < leastVerse || b.inItem || b.block < 0 {
		return false
	}
	if !holdsVerse(b.p.nodes[b.block].tag) {
		return false
	}
	lines, ends, size, worded := 0, 0, 0, 0
	for _, l := range versesOf(run, gaps) {
		s := l.String()
		if s == "" {
			continue
		}
		n := columns(s)
		if n > longVerse || l.linked() || notVerse(s) {
			return false
		}
		lines++
		size += n
		if sentenceEnd(s) && !strings.HasSuffix(s, ";") && !strings.HasSuffix(s, ":") {
			ends++
		}
		if readsOn(s) {
			worded++
		}
	}
	if lines < leastVerse || size > lines*usualVerse {
		return false
	}
	return ends*2 <= lines && worded*3 >= lines*2
}

// columns is how wide a line is: a character of Chinese or Japanese counts twice.
func columns(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r >= 0x2E80 {
			n++
		}
	}
	return n
}

// holdsVerse reports whether an element of that name may hold verse.
func holdsVerse(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Blockquote, atom.Article, atom.Section, atom.Main, atom.Body, atom.Center:
		return true
	}
	return false
}

// notVerse reports whether a line is one of a list: it has figures or a sign in
// front, an address in it, or names what follows a colon.
func notVerse(s string) bool {
	r := firstRune(s)
	return strings.ContainsAny(s, "0123456789@|/") || strings.ContainsRune("-–•*·►", r) || strings.Contains(s, ": ")
}

// readsOn reports whether a line has a word in small letters, or is written in
// letters that know no small ones.
func readsOn(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r := firstRune(w)
		caseless := unicode.IsLetter(r) && unicode.ToUpper(r) == unicode.ToLower(r)
		if caseless || unicode.IsLower(r) && len(w) >= leastLetter {
			return true
		}
	}
	return false
}

type verseLine struct{ feed.Text }

func (l verseLine) linked() bool {
	for _, s := range l.Text {
		if s.Link != "" {
			return true
		}
	}
	return false
}

// versesOf are the lines of a run; an empty one parts stanzas.
func versesOf(run []feed.Span, gaps []int) []verseLine {
	var out []verseLine
	start := 0
	for _, at := range append(gaps[:len(gaps):len(gaps)], len(run)) {
		out = append(out, verseLine{tidied(run[start:at])})
		start = at
	}
	return out
}

// verse adds the lines as one block; stanzas are parted by an empty line.
func (b *builder) verse(lines []verseLine) {
	var text feed.Text
	empty := false
	for _, l := range lines {
		switch {
		case len(l.Text) == 0:
			empty = len(text) > 0
			continue
		case empty:
			text = append(text, feed.Span{Text: "\n\n"})
		case len(text) > 0:
			text = append(text, feed.Span{Text: "\n"})
		}
		empty = false
		text = append(text, l.Text...)
	}
	if len(text) == 0 {
		return
	}
	at := max(b.block, 0)
	b.add(piece{Block: feed.Block{Kind: feed.Quote, Text: joined(text)}, at: at, tag: b.p.nodes[at].tag})
}

// joined makes one span of neighbours in one style.
func joined(t feed.Text) feed.Text {
	out := t[:0:0]
	for from := 0; from < len(t); {
		to := from + 1
		for to < len(t) && t[to].Style == t[from].Style && t[to].Link == t[from].Link {
			to++
		}
		one := t[from]
		one.Text = t[from:to].String()
		out = append(out, one)
		from = to
	}
	return out
}

// preVerse takes a <pre> that its class calls verse.
func (b *builder) preVerse(i int32) {
	b.flush()
	var lines []verseLine
	for l := range strings.SplitSeq(b.p.codeText(i), "\n") {
		lines = append(lines, verseLine{feed.Plain(feed.Line(l))})
	}
	old := b.block
	b.block = i
	b.verse(lines)
	b.block = old
}
