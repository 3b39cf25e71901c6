package direct

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/extract"
	"depesche/feed/fetch"
	"depesche/feed/parse"
	"depesche/feed/wire"
)

// Bounds on what one entry of a feed may bring.
const (
	maxHeadline   = 500     // runes
	maxStandfirst = 700     // runes; a longer summary is a text
	maxContent    = 2 << 20 // bytes of HTML
	maxTopics     = 20
	maxTitle      = 300  // runes of a file's title
	fullText      = 1500 // runes of a summary that can only be the article itself
)

// conversion makes articles of a feed's entries.
type conversion struct {
	source  feed.Source
	doc     *parse.Document
	base    string // the feed's address after redirects
	now     time.Time
	foreign func(address string) bool // addresses that this feed must not bring; nil: none

	fragments extract.Fragments
	bylines   map[printed]byline // what was read: few write all of a feed
}

// printed is a byline as it stands in the feed, and the language it is in.
type printed struct{ line, language string }

// byline is a byline taken apart.
type byline struct {
	names    []string
	agencies []feed.Agency
}

// description is what the feed says of itself.
func (c *conversion) description() feed.Source {
	d := c.doc
	return feed.Source{
		ID: c.source.ID, Site: c.allow(d.Link), Title: c.title(), Description: cut(d.Description, maxStandfirst),
		Language: d.Language, Icon: c.allow(d.Icon), Hub: c.allow(d.Hub),
	}
}

// title is what the feed calls itself; one that has no name is called by its site.
func (c *conversion) title() string {
	if c.doc.Title != "" || c.source.Title != "" {
		return cut(c.doc.Title, maxHeadline)
	}
	u, err := url.Parse(c.allow(c.doc.Link))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func (c *conversion) allow(address string) string {
	if c.foreign != nil && c.foreign(address) {
		return ""
	}
	return address
}

// mark is what tells the entries of one feed apart.
type mark struct {
	guid, address, anchor, headline string
	published                       int64 // Unix time; 0 where the feed says none: changed later is no other entry
}

func markOf(a *feed.Article, e *parse.Entry) mark {
	m := mark{guid: a.GUID, address: feed.Address(a.Link), anchor: feed.Anchor(a.Link), headline: a.Headline}
	if !e.Published.IsZero() {
		m.published = e.Published.Unix()
	}
	return m
}

// articles converts all entries, in the feed's order, each once. Entries that share an id and an
// address are several all the same where headline or date differ. Each has an ID of its own;
// what it is in the cache, the cache knows.
func (c *conversion) articles() []feed.Article {
	out := make([]feed.Article, 0, len(c.doc.Entries))
	seen := make(map[mark]bool, len(c.doc.Entries))
	taken := make(map[feed.ID]bool, len(c.doc.Entries))
	for i := range c.doc.Entries {
		e := &c.doc.Entries[i]
		a := c.article(e)
		if a.Headline == "" && a.Standfirst == "" && len(a.Body) == 0 && a.Link == "" && len(a.Enclosures) == 0 {
			continue
		}
		m := markOf(&a, e)
		if seen[m] {
			continue
		}
		seen[m] = true
		key := a.Key()
		a.ID = feed.NewID(c.source.ID, key)
		for n := 0; taken[a.ID]; n++ {
			a.ID = feed.NewID(c.source.ID, strings.Join([]string{key, a.GUID, a.Headline, strconv.Itoa(n)}, "\n"))
		}
		taken[a.ID] = true
		out = append(out, a)
	}
	return out
}

// article converts one entry. Its ID is not yet set.
func (c *conversion) article(e *parse.Entry) feed.Article {
	a := feed.Article{
		Source: c.source.ID, GUID: e.ID, Link: c.allow(e.Link), Headline: cut(e.Title, maxHeadline),
		Topics: unique(e.Categories, maxTopics), Language: or(e.Language, or(c.doc.Language, c.source.Language)),
	}
	c.dates(&a, e)
	c.authors(&a, e)
	c.text(&a, e)
	c.lead(&a, e)
	a.Enclosures, a.Comments = c.enclosures(e, &a), c.allow(e.Comments)
	if a.Link == "" && len(a.Enclosures) > 0 { // an episode without a page is its file
		a.Link, a.Access = a.Enclosures[0].URL, feed.Full
	}
	takeWire(&a)
	if a.Headline == "" {
		a.Headline = opening(&a)
	}
	return a
}

// dates takes the entry's dates, but none of tomorrow: a feed that dates its
// advertisement 2099 does not stand on top for ever.
func (c *conversion) dates(a *feed.Article, e *parse.Entry) {
	past := func(t time.Time) time.Time {
		if t.After(c.now.Add(24 * time.Hour)) {
			return time.Time{}
		}
		return t
	}
	a.Published, a.Modified = past(e.Published), past(e.Updated)
	if a.Published.IsZero() {
		a.Published = a.Modified
	}
	if !a.Modified.After(a.Published) {
		a.Modified = time.Time{}
	}
}

// authors parts people from agencies: papers name either as the author.
func (c *conversion) authors(a *feed.Article, e *parse.Entry) {
	a.Byline = cut(strings.Join(e.Authors, ", "), maxHeadline)
	for _, line := range e.Authors {
		by := c.byline(printed{line, a.Language})
		a.Authors = append(a.Authors, by.names...)
		addAgencies(a, by.agencies)
	}
	a.Authors = unique(a.Authors, maxTopics)
}

func (c *conversion) byline(p printed) byline {
	by, known := c.bylines[p]
	if known {
		return by
	}
	by.names, by.agencies = wire.ParseByline(p.line, p.language)
	if len(by.names) == 0 && len(by.agencies) == 0 {
		by.names = []string{p.line}
	}
	if c.bylines == nil {
		c.bylines = map[printed]byline{}
	}
	c.bylines[p] = by
	return by
}

// text takes the body from the content. A summary beside it is the standfirst
// where it says something else; a summary alone makes a teaser, unless it is so
// long that it is the article.
func (c *conversion) text(a *feed.Article, e *parse.Entry) {
	base := or(e.Link, c.base)
	summary, content := c.blocks(e.Summary, base), c.blocks(e.Content, base)
	before, text := plain(summary), plain(content)
	if len(text) <= len(before) { // feeds repeat the summary as content, or cut the content
		a.Body = summary
		if utf8.RuneCountInString(before) < fullText || breaksOff(before) {
			a.Access = feed.Teaser
			c.asStandfirst(a)
		}
		return
	}
	a.Body = content
	if breaksOff(text) || before == "" && utf8.RuneCountInString(text) < maxStandfirst/2 {
		a.Access = feed.Teaser
	}
	if s := feed.Line(before); s != "" && utf8.RuneCountInString(s) <= maxStandfirst && !beginsWith(text, stem(s)) {
		a.Standfirst = s
	}
	if a.Access == feed.Teaser {
		c.asStandfirst(a)
	}
}

func (c *conversion) blocks(html, base string) []feed.Block {
	if strings.TrimSpace(html) == "" {
		return nil
	}
	if len(html) > maxContent {
		html = strings.ToValidUTF8(html[:maxContent], "")
	}
	return c.fragments.Blocks(html, base)
}

// asStandfirst makes a teaser of one or two plain paragraphs what it is in a
// newspaper: a standfirst without a body. A picture before it stays. A text with links
// stays a text, as a standfirst has none.
func (c *conversion) asStandfirst(a *feed.Article) {
	if a.Standfirst != "" {
		return
	}
	lines, pictures, ok := teaserOf(a.Body)
	if !ok {
		return
	}
	for _, t := range lines {
		if c.leadsElsewhere(a, t) {
			return
		}
	}
	a.Standfirst, a.Body = joined(lines), pictures
}

// teaserOf takes a short text apart: at most two paragraphs, of which the first ends as one
// does ("00:00 Intro" is a line of a list), and nothing but pictures besides.
func teaserOf(body []feed.Block) (lines []feed.Text, pictures []feed.Block, ok bool) {
	for _, b := range body {
		switch b.Kind {
		case feed.Paragraph:
			lines = append(lines, b.Text)
		case feed.Figure:
			pictures = append(pictures, b)
		default:
			return nil, nil, false
		}
	}
	s := joined(lines)
	if s == "" || len(lines) > 2 || utf8.RuneCountInString(s) > maxStandfirst {
		return nil, nil, false
	}
	if len(lines) == 2 {
		if end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(lines[0].String(), ` "”“»«)]`)); !strings.ContainsRune(".!?…。？！", end) {
			return nil, nil, false
		}
	}
	return lines, pictures, true
}

// joined makes one line of paragraphs.
func joined(lines []feed.Text) string {
	words := make([]string, len(lines))
	for i, t := range lines {
		words[i] = t.String()
	}
	return feed.Line(strings.Join(words, " "))
}

// leadsElsewhere reports whether a text links to more than the article's own page and the site's
// front page, as "read more" and "first published by" do.
func (c *conversion) leadsElsewhere(a *feed.Article, t feed.Text) bool {
	for _, s := range t {
		address := feed.Address(s.Link)
		switch {
		case address == "" || address == feed.Address(a.Link) || address == feed.Address(c.doc.Link):
		case isFront(address) && (fetch.SameHost(address, a.Link) || fetch.SameHost(address, c.doc.Link)):
		case slices.Contains(breaks[:], strings.ToLower(strings.TrimSpace(s.Text))):
		default:
			return true
		}
	}
	return false
}

// lead takes the entry's picture, else the one that the text opens with, and
// prints none twice.
func (c *conversion) lead(a *feed.Article, e *parse.Entry) {
	if c.foreign != nil {
		dropPictures(a, c.foreign)
	}
	if image := c.allow(e.Image); image != "" {
		a.Lead = &feed.Picture{URL: image, Caption: e.ImageCaption, Credit: e.ImageCredit}
		if s := a.Lead.Caption; s != "" && (s == a.Standfirst || s == feed.Line(plain(a.Body))) {
			a.Lead.Caption = "" // a film's description, which is the text
		}
	}
	if len(a.Body) == 0 || a.Body[0].Kind != feed.Figure || a.Body[0].Picture == nil {
		return
	}
	first := a.Body[0].Picture
	switch {
	case a.Lead == nil:
		a.Lead = first
	case samePicture(a.Lead.URL, first.URL):
		if a.Lead.Caption == "" {
			a.Lead.Caption = first.Caption
		}
		a.Lead.Credit, a.Lead.Alt = or(a.Lead.Credit, first.Credit), or(a.Lead.Alt, first.Alt)
		a.Lead.Width, a.Lead.Height = first.Width, first.Height
	default:
		return
	}
	a.Body = a.Body[1:]
}

// dropPictures removes pictures at addresses that the site must not lead us to.
func dropPictures(a *feed.Article, foreign func(string) bool) {
	if a.Lead != nil && foreign(a.Lead.URL) {
		a.Lead = nil
	}
	kept := a.Body[:0]
	for _, b := range a.Body {
		if b.Kind != feed.Figure || b.Picture == nil || !foreign(b.Picture.URL) {
			kept = append(kept, b)
		}
	}
	a.Body = kept
}

// samePicture compares file names: sites serve one picture in many sizes.
func samePicture(a, b string) bool {
	name := func(address string) string {
		address, _, _ = strings.Cut(address, "?")
		return address[strings.LastIndexByte(address, '/')+1:]
	}
	return a == b || name(a) != "" && name(a) == name(b)
}

// opening is a headline for what has none: the first words of the text.
func opening(a *feed.Article) string {
	s := or(a.Standfirst, feed.Line(plain(a.Body)))
	if s == "" && len(a.Enclosures) > 0 {
		s = a.Enclosures[0].Name()
	}
	if utf8.RuneCountInString(s) <= 100 {
		return s
	}
	s = string([]rune(s)[:100])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:–-") + " …"
}

// stem is the beginning of a summary as the text would have to begin to say the same.
func stem(s string) string {
	s = strings.TrimRight(s, " .…[]")
	n := 0
	for i := range s {
		if n++; n > 80 {
			return s[:i]
		}
	}
	return s
}

// beginsWith reports whether a text, were it one line, would begin so. Of a text no more is
// looked at than that takes.
func beginsWith(text, line string) bool {
	if first, _, _ := strings.Cut(text, "\n"); len(first) >= len(line) && feed.IsLine(first) {
		return strings.HasPrefix(first, line)
	}
	for n := 2*len(line) + 100; n < len(text); n *= 4 {
		if l := feed.Line(strings.ToValidUTF8(text[:n], "")); len(l) >= len(line) {
			return strings.HasPrefix(l, line)
		}
	}
	return strings.HasPrefix(feed.Line(text), line)
}

const longestBreak = len("continue reading")

var breaks = [...]string{"…", "...", "[…]", "[...]", "weiterlesen", "mehr", "read more", "continue reading", "more", "»", "→"}

// breaksOff reports whether a text ends as teasers do.
func breaksOff(s string) bool {
	s = strings.TrimRight(s, " \n.)]")
	s = s[max(0, len(s)-200):] // the end is all that counts
	if strings.HasSuffix(s, "…") {
		return true
	}
	last := s[strings.LastIndexByte(s, '\n')+1:]
	if len(last) > 3*(longestBreak+24) { // no letter is three times as long as its small one
		return false
	}
	last = strings.ToLower(last)
	for _, b := range breaks {
		if strings.HasSuffix(last, b) && len(last) < len(b)+24 {
			return true
		}
	}
	return false
}

func plain(body []feed.Block) string {
	a := feed.Article{Body: body}
	return strings.TrimSpace(a.PlainText())
}

func unique(list []string, most int) []string {
	if len(list) == 1 && list[0] != "" {
		return list
	}
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if k := strings.ToLower(s); s != "" && !seen[k] && len(out) < most {
			seen[k] = true
			out = append(out, s)
		}
	}
	return out
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
