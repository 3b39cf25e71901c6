package opml

import (
	"strings"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/markup"
)

// ReadURLs reads newsboat's urls file: an address a line, then its tags, which
// become folders; a tag that begins with "~" is the title, "!" hides and is dropped. Lines that
// would run a program or search other feeds are reported, never run. It fails
// with ErrNotURLs where not one line is an address.
func ReadURLs(data []byte) (List, error) {
	text, _ := charset.UTF8(data, "")
	var b builder
	n := 0
	for line := range strings.SplitSeq(string(text), "\n") {
		n++
		words := arguments(line)
		if len(words) == 0 {
			continue
		}
		u := feed.WebLink(markup.Link(nil, words[0]))
		if u == "" || why(words[0]) != Address {
			b.skip(n, line, why(words[0]))
			continue
		}
		s := feed.Source{URL: u}
		var tags []string
		for _, w := range words[1:] {
			w = feed.Line(w)
			switch {
			case w == "" || strings.HasPrefix(w, "!"):
			case strings.HasPrefix(w, "~"):
				s.Title = strings.TrimSpace(w[1:])
			default:
				tags = append(tags, w)
			}
		}
		if len(tags) == 0 {
			b.add(s)
		}
		for _, t := range tags {
			s.Folder = []string{t}
			b.add(s)
		}
	}
	if len(b.list.Sources) == 0 {
		for _, s := range b.list.Skipped {
			if s.Why != Address {
				return b.list, nil
			}
		}
		if len(b.list.Skipped) > 0 {
			return b.list, ErrNotURLs
		}
	}
	return b.list, nil
}

// arguments cuts a line into words: quotes hold words together, a backslash in them takes
// the next character as it is, "#" at the start of a word begins a comment.
func arguments(line string) []string {
	var words []string
	for i := 0; i < len(line); {
		switch line[i] {
		case ' ', '\t', '\r':
			i++
		case '#':
			return words
		case '"':
			var b strings.Builder
			for i++; i < len(line) && line[i] != '"'; i++ {
				if line[i] == '\\' && i+1 < len(line) {
					i++
				}
				b.WriteByte(line[i])
			}
			i++
			words = append(words, b.String())
		default:
			begin := i
			for i < len(line) && line[i] != ' ' && line[i] != '\t' && line[i] != '\r' {
				i++
			}
			words = append(words, line[begin:i])
		}
	}
	return words
}
