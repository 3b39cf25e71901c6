package cache

import (
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/maphash"
	"regexp"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
	"modernc.org/sqlite"

	"depesche/feed"
)

// maxText bounds what one stored article may unpack to.
const maxText = 64 << 20

// codec packs articles for the database, and gives SQL the functions that look
// into them. It is shared by all connections.
type codec struct {
	enc *zstd.Encoder
	dec *zstd.Decoder

	mu   sync.Mutex
	seed maphash.Seed
	last uint64 // what parts was last asked for
	kept parts

	patterns map[string]*regexp.Regexp
}

// parts is what the search index knows of an article, in its columns' order.
type parts [6]string

func newCodec() (*codec, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(2), zstd.WithWindowSize(1<<20), zstd.WithEncoderCRC(false))
	if err != nil {
		return nil, err
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(maxText))
	if err != nil {
		return nil, err
	}
	return &codec{enc: enc, dec: dec, seed: maphash.MakeSeed(), patterns: map[string]*regexp.Regexp{}}, nil
}

func (k *codec) close() {
	k.dec.Close()
}

// pack writes an article as it is stored.
func (k *codec) pack(a *feed.Article) ([]byte, error) {
	data, err := json.Marshal(a)
	if err != nil {
		return nil, fmt.Errorf("pack article: %w", err)
	}
	return k.enc.EncodeAll(data, make([]byte, 0, len(data)/2)), nil
}

// unpack reads what pack wrote.
func (k *codec) unpack(blob []byte) (feed.Article, error) {
	var a feed.Article
	data, err := k.dec.DecodeAll(blob, nil)
	if err != nil {
		return a, fmt.Errorf("unpack article: %w", err)
	}
	if err := json.Unmarshal(data, &a); err != nil {
		return a, fmt.Errorf("unpack article: %w", err)
	}
	return a, nil
}

// best unpacks the two versions of an article and makes the best of them. Either
// blob may be empty, not both.
func (k *codec) best(fromFeed, fromPage []byte) (feed.Article, error) {
	if len(fromPage) == 0 {
		return k.unpack(fromFeed)
	}
	page, err := k.unpack(fromPage)
	if err != nil || len(fromFeed) == 0 {
		return page, err
	}
	entry, err := k.unpack(fromFeed)
	if err != nil {
		return page, err
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
	byline := a.Byline
	for _, name := range a.Authors {
		if !strings.Contains(byline, name) {
			byline += " " + name
		}
	}
	var caption strings.Builder
	add := func(p *feed.Picture) {
		if p != nil {
			caption.WriteString(p.Caption + "\n" + p.Credit + "\n")
		}
	}
	add(a.Lead)
	for i := range a.Body {
		add(a.Body[i].Picture)
	}
	body := a.PlainText()
	for _, s := range [...]string{a.Dateline, a.Credit, strings.Join(a.Corrections, "\n")} {
		if s != "" {
			body += s + "\n"
		}
	}
	return parts{a.Headline, a.Kicker, a.Standfirst, strings.TrimSpace(byline), strings.TrimSpace(caption.String()), body}
}

// textVersion changes when split or merge give other texts than before.
const textVersion = "1"

// functions makes our functions known to a driver.
func (k *codec) functions(d *sqlite.Driver) error {
	return errors.Join(
		d.RegisterDeterministicScalarFunction("part", 3, k.part),
		d.RegisterDeterministicScalarFunction("matches", 2, k.matches),
	)
}

// part(feed, page, n) is the n-th part of the best text. SQL asks for all six
// of one article in a row, so that the last answer is kept.
func (k *codec) part(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	fromFeed, _ := args[0].([]byte)
	fromPage, _ := args[1].([]byte)
	n, _ := args[2].(int64)
	if len(fromFeed)+len(fromPage) == 0 || n < 0 || int(n) >= len(parts{}) {
		return "", nil
	}
	var h maphash.Hash
	h.SetSeed(k.seed)
	h.Write(fromFeed)
	h.WriteByte(0)
	h.Write(fromPage)
	sum := h.Sum64()
	k.mu.Lock()
	if k.last == sum {
		defer k.mu.Unlock()
		return k.kept[n], nil
	}
	k.mu.Unlock()
	a, err := k.best(fromFeed, fromPage)
	if err != nil {
		return nil, err
	}
	p := split(&a)
	k.mu.Lock()
	k.last, k.kept = sum, p
	k.mu.Unlock()
	return p[n], nil
}

// matches(pattern, text) is the filter language's /regex/. RE2 runs in linear
// time; ParseQuery has bounded the pattern.
func (k *codec) matches(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	pattern, _ := args[0].(string)
	text, _ := args[1].(string)
	k.mu.Lock()
	re := k.patterns[pattern]
	k.mu.Unlock()
	if re == nil {
		var err error
		if re, err = compilePattern(pattern); err != nil {
			return nil, err
		}
		k.mu.Lock()
		if len(k.patterns) > 32 {
			clear(k.patterns)
		}
		k.patterns[pattern] = re
		k.mu.Unlock()
	}
	return re.MatchString(text), nil
}

// hash64 is a number for a text, the same in every run.
func hash64(parts ...string) int64 {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return int64(binary.BigEndian.Uint64(h.Sum(nil)))
}

// textHash tells whether an article's text changed: what a reader would see,
// not markup, dates or picture sizes.
func textHash(a *feed.Article) int64 {
	p := split(a)
	return hash64(append([]string{a.Access.String()}, p[:]...)...)
}
