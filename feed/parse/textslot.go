package parse

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"depesche/feed"
	"depesche/feed/markup"
)

// textSlot keeps a text of the highest rank, not read yet: what its relative addresses are
// relative to may stand behind it.
type textSlot struct {
	rank     int8
	text     text
	base     *url.URL
	bindings []binding // that were in scope
	lines    bool      // it is plain text whose lines count
}

func (s *textSlot) wants(rank int8) bool { return rank > s.rank }

// set keeps x if there is anything in it; so that an empty text is never in the way of one of
// lower rank.
func (s *textSlot) set(r *reader, x *text, base *url.URL, rank int8) {
	if short := len(x.raw) < 64; short || r.atomic(x) && bytes.Contains(x.attrs, []byte("base64")) {
		try := *x
		if r.html(&try, nil) == "" {
			return
		}
	}
	*s = textSlot{rank: rank, text: *x, base: base}
	if x.tags && len(r.bindings) > 0 {
		s.bindings = slices.Clone(r.bindings)
	}
}

// read gives the text as HTML. page is the address of the entry's page: a browser on it reads
// relative addresses against it. A base that the feed itself names goes before.
func (s *textSlot) read(r *reader, page *url.URL) string {
	if s.rank == 0 {
		return ""
	}
	base := s.base
	if base == r.docBase && page != nil {
		base = page
	}
	outer := r.bindings
	r.bindings = s.bindings
	defer func() { r.bindings = outer }()
	if s.lines {
		if v := feed.Clean(string(r.markup(&s.text))); !looksHTML(v) {
			return withLines(v)
		}
	}
	return r.html(&s.text, base)
}

// withLines writes plain text as HTML that keeps its lines: chapters of a film, addresses.
func withLines(s string) string {
	s = markup.Escape(strings.TrimSpace(s))
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	var b strings.Builder
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString("<p>" + line + "</p>")
		}
	}
	return b.String()
}
