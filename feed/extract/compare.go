package extract

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// How texts are compared, and what headings lead to.

// leadsHome reports whether a heading is a link to the site's front page: it
// shows the site's name.
func (p *page) leadsHome(i int32) bool {
	nd := &p.nodes[i]
	if nd.link*10 < nd.text*9 {
		return false
	}
	a := p.find(i, func(nd *node) bool { return nd.tag == atom.A })
	if a < 0 && nd.parent >= 0 && p.nodes[nd.parent].tag == atom.A {
		a = nd.parent
	}
	if a < 0 {
		return false
	}
	u, err := url.Parse(p.address(attr(p.nodes[a].n, "href")))
	return err == nil && u.Host != "" && u.RawQuery == "" && strings.Trim(u.Path, "/") == "" && (p.base == nil || strings.Trim(p.base.Path, "/") != "")
}

// likeness is the share of words that two texts have in common, 0 to 1.
func likeness(a, b string) float64 { return overlap(keyWords(a), keyWords(b)) }

func overlap(x, y map[string]int) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	n := 0
	for w, c := range x {
		n += min(c, y[w])
	}
	sx, sy := 0, 0
	for _, c := range x {
		sx += c
	}
	for _, c := range y {
		sy += c
	}
	return 2 * float64(n) / float64(sx+sy)
}

// keyWords counts the words of s in small letters; of scripts without blanks,
// the characters.
func keyWords(s string) map[string]int {
	out := map[string]int{}
	eachWord(s, func(w string) { out[strings.ToLower(w)]++ })
	return out
}

// eachWord calls yield with the words of s; of scripts without blanks, with the characters.
func eachWord(s string, yield func(word string)) {
	start := -1
	for i, r := range s {
		letter := r < utf8.RuneSelf && isWordByte(byte(r)) && r != '_' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if r >= 0x2E80 && r <= 0xD7A3 && letter {
			if start >= 0 {
				yield(s[start:i])
				start = -1
			}
			yield(s[i : i+utf8.RuneLen(r)])
			continue
		}
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			yield(s[start:i])
			start = -1
		}
	}
	if start >= 0 {
		yield(s[start:])
	}
}

// wordBags are the words of some texts, with which many others are compared.
type wordBags struct {
	number map[string]int // of each word
	bags   [][]int        // how often a text has each word, by its number
	sizes  []int          // of the texts, in words
	count  []int          // how often the text that is compared has each word
}

func (b *wordBags) add(s string) {
	if b.number == nil {
		b.number = map[string]int{}
	}
	size := 0
	bag := make([]int, len(b.number))
	eachWord(s, func(w string) {
		size++
		n, ok := b.number[strings.ToLower(w)]
		if !ok {
			n = len(b.number)
			b.number[strings.ToLower(w)] = n
			bag, b.count = append(bag, 0), append(b.count, 0)
		}
		bag[n]++
	})
	b.bags, b.sizes = append(b.bags, bag), append(b.sizes, size)
}

// likest is the likeness of s to the text that is likest to it.
func (b *wordBags) likest(s string) float64 {
	clear(b.count)
	size, some := 0, false
	eachWord(s, func(w string) {
		size++
		if n, ok := b.lookup(w); ok {
			b.count[n]++
			some = true
		}
	})
	if !some {
		return 0
	}
	like := 0.0
	for k, bag := range b.bags {
		n := 0
		for i := range bag {
			n += min(bag[i], b.count[i])
		}
		if n > 0 {
			like = max(like, 2*float64(n)/float64(size+b.sizes[k]))
		}
	}
	return like
}

// lookup gives the number of a word.
func (b *wordBags) lookup(w string) (int, bool) {
	var room [32]byte
	if len(w) > len(room) {
		n, ok := b.number[strings.ToLower(w)]
		return n, ok
	}
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			n, ok := b.number[strings.ToLower(w)]
			return n, ok
		}
		room[i] = lowerByte(w[i])
	}
	n, ok := b.number[string(room[:len(w)])]
	return n, ok
}

// foldKey keeps the letters and digits of s in small letters: what two texts
// are compared by.
func foldKey(s string) string {
	key := make([]byte, 0, len(s))
	for i, r := range s {
		if r < utf8.RuneSelf {
			if c := s[i]; isWordByte(c) && c != '_' {
				key = append(key, lowerByte(c))
			}
			continue
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			key = utf8.AppendRune(key, unicode.ToLower(r))
		}
	}
	return string(key)
}

// sameLetter reports whether two letters are one but for their case.
func sameLetter(a, b rune) bool { return a == b || strings.EqualFold(string(a), string(b)) }

func trimKicker(s string) string { return strings.TrimRight(feed.Line(s), " :|-–—/•·") }

func (p *page) inList(i int32) bool {
	in := false
	p.up(i, func(j int32) bool {
		switch p.nodes[j].tag {
		case atom.Ul, atom.Ol, atom.Nav:
			in = true
			return false
		case atom.Article, atom.Main, atom.Header:
			return false
		}
		return true
	})
	return in
}

// kickedTitle reports whether a title is kicker, separator, headline.
func kickedTitle(title, kicker, headline string) bool {
	if len(title) <= len(kicker) || !strings.EqualFold(title[:len(kicker)], kicker) {
		return false
	}
	rest := strings.TrimLeft(title[len(kicker):], " ")
	if rest == "" || !strings.ContainsRune(":|-–—/", firstRune(rest)) {
		return false
	}
	return likeness(rest, headline) > 0.6
}

var clockTime = lazy(`\b\d{1,2}[:h]\d{2}\b`)

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }
