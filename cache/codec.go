package cache

import (
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"modernc.org/sqlite"

	"depesche/feed"
)

// codec packs articles for the database, and gives SQL the functions that look
// into them. It is shared by all connections.
type codec struct {
	packing atomic.Pointer[packing]
	reload  func(text []byte) error // looks for the dictionary that a text was packed with
	buffers sync.Pool               // *buffers

	mu       sync.Mutex
	sample   []byte // of texts, for the first dictionary
	tasted   int
	patterns map[string]*pattern
}

// parts is what the search index knows of an article, in its columns' order.
type parts [6]string

func newCodec() (*codec, error) {
	p, err := newPacking(nil, nil)
	if err != nil {
		return nil, err
	}
	k := &codec{patterns: map[string]*pattern{}}
	k.packing.Store(p)
	return k, nil
}

func (k *codec) close() { k.packing.Load().dec.Close() }

// best unpacks the two versions of an article and makes the best of them. Either
// blob may be empty, not both. Where one cannot be read, the other is the best.
func (k *codec) best(fromFeed, fromPage []byte) (feed.Article, error) {
	if len(fromPage) == 0 {
		return k.unpack(fromFeed)
	}
	page, err := k.unpack(fromPage)
	if len(fromFeed) == 0 {
		return page, err
	}
	entry, err2 := k.unpack(fromFeed)
	switch {
	case err2 != nil:
		return page, err
	case err != nil:
		return entry, nil
	}
	return merge(entry, page), nil
}

// merge is the text worth reading: the page's where it holds more, with what only
// the feed knew filled in, and the other way round.
func merge(entry, page feed.Article) feed.Article {
	a, b := page, entry
	if page.Words() < entry.Words() {
		a, b = entry, page
	}
	fill := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	fill(&a.Headline, b.Headline)
	fill(&a.Kicker, b.Kicker)
	fill(&a.Section, b.Section)
	fill(&a.Language, b.Language)
	fill(&a.Link, b.Link)
	fill(&a.Canonical, b.Canonical)
	if a.Byline == "" && len(a.Authors) == 0 {
		a.Byline, a.Authors = b.Byline, b.Authors
	}
	if a.Credit == "" && len(a.Agencies) == 0 {
		a.Credit, a.Agencies = b.Credit, b.Agencies
	}
	if len(a.Topics) == 0 {
		a.Topics = b.Topics
	}
	if a.Lead == nil {
		a.Lead = b.Lead
	}
	a.Enclosures, a.Comments = entry.Enclosures, entry.Comments // of which only feeds tell
	if a.Published.IsZero() {
		a.Published = b.Published
	}
	if a.Modified.IsZero() {
		a.Modified = b.Modified
	}
	return a
}

// split takes an article apart for the search index. Whoever changes what it
// gives raises textVersion: the index is made anew then.
func split(a *feed.Article) parts {
	return parts{a.Headline, a.Kicker, a.Standfirst, authors(a), captions(a), string(appendBody(nil, a))}
}

// authors is the byline with the names it does not hold.
func authors(a *feed.Article) string {
	byline := a.Byline
	for _, name := range a.Authors {
		if !strings.Contains(byline, name) {
			byline += " " + name
		}
	}
	return strings.TrimSpace(byline)
}

// captions are those of all pictures, with their credits.
func captions(a *feed.Article) string {
	var b strings.Builder
	add := func(p *feed.Picture) {
		if p != nil {
			b.WriteString(p.Caption + "\n" + p.Credit + "\n")
		}
	}
	add(a.Lead)
	for i := range a.Body {
		add(a.Body[i].Picture)
	}
	return strings.TrimSpace(b.String())
}

// appendBody appends the text with what stands before and behind it.
func appendBody(b []byte, a *feed.Article) []byte {
	b = a.AppendPlainText(b)
	for _, s := range [...]string{a.Dateline, a.Credit, strings.Join(a.Corrections, "\n")} {
		if s != "" {
			b = append(append(b, s...), '\n')
		}
	}
	return b
}

// textVersion changes when split or merge give other texts than before.
const textVersion = "2"

// functions makes our functions known to a driver.
func (k *codec) functions(d *sqlite.Driver) error {
	return d.RegisterDeterministicScalarFunction("matches", 2, k.matches)
}

// matches(pattern, text) is the filter language's /regex/. RE2 runs in linear
// time; ParseQuery has bounded the pattern.
func (k *codec) matches(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	source, _ := args[0].(string)
	text, _ := args[1].(string)
	k.mu.Lock()
	p := k.patterns[source]
	k.mu.Unlock()
	if p == nil {
		var err error
		if p, err = newPattern(source); err != nil {
			return nil, err
		}
		k.mu.Lock()
		if len(k.patterns) > 32 {
			clear(k.patterns)
		}
		k.patterns[source] = p
		k.mu.Unlock()
	}
	return p.matches(text), nil
}

// hash64 is a number for a text, the same in every run.
func hash64(parts ...string) int64 {
	n := 0
	for _, p := range parts {
		n += len(p) + 1
	}
	var short [512]byte
	buf := short[:0]
	if n > len(short) {
		buf = make([]byte, 0, n)
	}
	for _, p := range parts {
		buf = append(append(buf, p...), 0)
	}
	sum := sha256.Sum256(buf)
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// textHash tells whether an article's text changed: what a reader would see,
// not markup, dates or picture sizes. It is hash64 of the access and of what split gives.
func (k *codec) textHash(a *feed.Article) int64 {
	buf := k.buffer()
	b := buf.text[:0]
	for _, s := range [...]string{a.Access.String(), a.Headline, a.Kicker, a.Standfirst, authors(a), captions(a)} {
		b = append(append(b, s...), 0)
	}
	b = append(appendBody(b, a), 0)
	sum := sha256.Sum256(b)
	buf.text = b
	k.keep(buf)
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// besideHash tells whether what goes with an article's text changed: its files and the page of
// its comments. It is 0 where there is nothing.
func besideHash(a *feed.Article) int64 {
	if len(a.Enclosures) == 0 && a.Comments == "" {
		return 0
	}
	parts := []string{a.Comments}
	for i := range a.Enclosures {
		e := &a.Enclosures[i]
		parts = append(parts, e.URL, e.Type, e.Title, strconv.FormatInt(e.Length, 10), e.Duration.String())
	}
	return hash64(parts...)
}
