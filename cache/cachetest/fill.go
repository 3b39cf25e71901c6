// Package cachetest fills a cache with made-up news, for benchmarks and tests
// of what stands above it. The same numbers give the same articles.
package cachetest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"depesche/cache"
	"depesche/feed"
)

// Now is the time at which the made-up articles are the newest.
var Now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// Extra is the address of a source with a hundred articles that are new each time.
const Extra = "https://extra.lindenau.example/feed.xml"

// Origin delivers made-up sources, on fifty hosts of fifty publishers. It reaches no network.
//
// A fifth of the articles is printed by three papers under one address, which makes a story of them
// whatever their age. Another fifth is an agency's text under three headlines, which does so as
// long as it is new.
type Origin struct {
	Articles int // over all sources
	PerFeed  int // articles of a source; 0: 200, or as many as 500 sources need
	Words    int // of a text; 0: 450
	Fresh    int // articles that each source has new, each time it is asked again; 0: none, and it says so
}

// mostSources is how many a reader has who has many: a larger cache has older articles, not
// more of them.
const mostSources = 500

func (o Origin) perFeed() int {
	if o.PerFeed > 0 {
		return o.PerFeed
	}
	return max(200, (o.Articles+mostSources-1)/mostSources)
}

// List gives the sources: as many as the articles need, in ten folders.
func (o Origin) List() []feed.Source {
	out := make([]feed.Source, (o.Articles+o.perFeed()-1)/o.perFeed())
	for i := range out {
		out[i] = feed.Source{
			URL:    fmt.Sprintf("https://blatt%02d.example/feed/%d.xml", i%hosts, i),
			Title:  fmt.Sprintf("Lindenauer Blatt %d", i),
			Folder: []string{fmt.Sprintf("Ordner %d", i%10)},
		}
	}
	return out
}

// Sources gives none: the cache keeps the list.
func (Origin) Sources(context.Context) ([]feed.Source, error) { return nil, nil }

// Find offers the address itself.
func (Origin) Find(_ context.Context, address string) ([]feed.Source, error) {
	return []feed.Source{{URL: address}}, nil
}

// Pull makes the articles of a source. How often it was asked stands in the validator.
func (o Origin) Pull(_ context.Context, s feed.Source, v feed.Validators) (feed.Delivery, error) {
	const tag = `"made-up-%d"`
	asked := 0
	if _, err := fmt.Sscanf(v.ETag, tag, &asked); err == nil && o.Fresh == 0 {
		return feed.Delivery{NotModified: true, Validators: v}, nil
	}
	if s.URL == Extra {
		d := feed.Delivery{Source: feed.Source{Title: "Lindenauer Extrablatt"}}
		for i := range 100 {
			a := o.article(o.Articles + i)
			a.GUID, a.Link = fmt.Sprintf("extra-%d-%d", time.Now().UnixNano(), i), ""
			d.Articles = append(d.Articles, a)
		}
		return d, nil
	}
	var n int
	if _, err := fmt.Sscanf(s.URL[strings.LastIndexByte(s.URL, '/')+1:], "%d.xml", &n); err != nil {
		return feed.Delivery{}, errors.New("no source of this origin")
	}
	d := feed.Delivery{Source: feed.Source{Title: s.Title}, Validators: feed.Validators{ETag: fmt.Sprintf(tag, asked+1)}}
	if v.ETag != "" {
		for i := range o.Fresh {
			a := o.article(o.Articles + (n*1000+asked)*o.Fresh + i)
			a.Published = Now
			d.Articles = append(d.Articles, a)
		}
	}
	for i := n * o.perFeed(); i < min(o.Articles, (n+1)*o.perFeed()); i++ {
		d.Articles = append(d.Articles, o.printed(i))
	}
	return d, nil
}

const (
	hosts  = 50
	papers = 3 // that print a story
)

// printed makes the n-th article as its paper prints it: every fifth has the address of another
// paper's, and every fifth another's text.
func (o Origin) printed(n int) feed.Article {
	a := o.article(n)
	first := n - n/o.perFeed()%papers*o.perFeed() // in the first of the papers that print it
	if first == n {
		return a
	}
	switch n % 5 {
	case 1:
		a.Link = o.article(first).Link
	case 3:
		other := o.article(first)
		a.Body, a.Agencies, a.Credit = other.Body, other.Agencies, other.Credit
	}
	return a
}

// Explain has nothing to tell.
func (Origin) Explain(context.Context, feed.Article) ([]feed.Reason, error) { return nil, nil }

// Full has no more than the feed.
func (Origin) Full(_ context.Context, a feed.Article) (feed.Article, error) { return a, nil }

// Picture gives none.
func (Origin) Picture(context.Context, string) ([]byte, error) {
	return nil, errors.New("no picture")
}

// Download has no files.
func (Origin) Download(context.Context, feed.Article, feed.Enclosure, feed.Piece, int64, func(*feed.Transfer) error) error {
	return errors.New("no file")
}

// Push takes all marks.
func (Origin) Push(context.Context, []feed.Mark) error { return nil }

var (
	sections = [...]string{"Politik", "Wirtschaft", "Kultur", "Sport", "Wissen", "Lokales"}
	agencies = [...]feed.Agency{"dpa", "AFP", "Reuters", "APA"}
	stems    = strings.Fields("rat stadt haus bahn straße markt wasser energie schule steuer recht arbeit wohnung verkehr " +
		"brücke gericht klima theater musik verein klinik wahl haushalt gesetz antrag sitzung beschluss kosten planung " +
		"bürger meister kommission forschung hafen wetter ernte preis handel zeitung archiv garten feuer wehr ufer platz")
	small = strings.Fields("der die das und in von mit für auf ist im dem den nicht ein eine als auch es an werden aus er hat " +
		"dass sie nach wird bei noch wie einem über sich vor zur bis mehr durch man sein wurde sagte")
)

// article makes the n-th article. Words follow a steep curve, as in any text,
// and a share of them is rare: names, numbers, compounds.
func (o Origin) article(n int) feed.Article {
	r := rand.New(rand.NewPCG(uint64(n), 2026))
	size := o.Words
	if size <= 0 {
		size = 450
	}
	pick := func(list []string) string { return list[int(float64(len(list))*r.Float64()*r.Float64())] }
	word := func() string {
		switch k := r.IntN(20); {
		case k < 9:
			return pick(small)
		case k < 14:
			return pick(stems)
		case k < 19:
			return pick(stems) + pick(stems) + [...]string{"", "en", "s", "er"}[r.IntN(4)]
		}
		return fmt.Sprintf("%s%s%d", pick(stems), pick(stems), r.IntN(50_000))
	}
	sentence := func(n int) string {
		w := make([]string, n)
		for i := range w {
			w[i] = word()
		}
		s := strings.Join(w, " ")
		return strings.ToUpper(s[:1]) + s[1:] + "."
	}
	a := feed.Article{
		GUID: fmt.Sprint("made-up-", n), Link: fmt.Sprintf("https://blatt.lindenau.example/2026/artikel-%d.html", n),
		Kicker: pick(stems), Headline: strings.TrimSuffix(sentence(7), "."), Standfirst: sentence(22),
		Byline: "Von Ada Lindner", Authors: []string{"Ada Lindner"}, Section: sections[r.IntN(len(sections))],
		Language: "de", Published: Now.Add(-time.Duration(n) * 10 * time.Minute),
		Lead: &feed.Picture{
			URL:     fmt.Sprintf("https://blatt.lindenau.example/bild/%d.jpg", n),
			Caption: sentence(8), Credit: "Jan Krug", Width: 1200, Height: 800,
		},
	}
	if n%3 == 0 {
		a.Agencies = agencies[r.IntN(len(agencies)):][:1:1]
		a.Credit = "(" + string(a.Agencies[0]) + ")"
	}
	if n%5 == 0 {
		a.Access = feed.Teaser
	}
	for left := size; left > 0; left -= 60 {
		text := sentence(14) + " " + sentence(18) + " " + sentence(12) + " " + sentence(16)
		a.Body = append(a.Body, feed.Block{Kind: feed.Paragraph, Text: feed.Plain(text)})
	}
	return a
}

// Fill subscribes to the origin's sources and fetches them, and marks two thirds
// as read. The cache was opened with this origin.
func (o Origin) Fill(ctx context.Context, c *cache.Cache) error {
	if _, err := c.AddSources(ctx, o.List()...); err != nil {
		return err
	}
	for p := range c.Refresh(ctx) {
		if p.Err != nil {
			return p.Err
		}
	}
	if _, err := c.MarkAll(ctx, cache.Query{Order: cache.Oldest, Limit: o.Articles * 2 / 3}, feed.Read); err != nil {
		return err
	}
	return c.Settle(ctx)
}

// Fill opens a cache of n articles in a folder and gives it; one that is there
// already is used as it is, so that a benchmark fills it once.
func Fill(ctx context.Context, dir string, n int) (*cache.Cache, error) {
	return Origin{Articles: n}.Open(ctx, dir)
}

// Open is Fill with the articles of an origin.
func (o Origin) Open(ctx context.Context, dir string) (*cache.Cache, error) {
	c, err := cache.Open(ctx, cache.Options{Dir: dir, Now: func() time.Time { return Now }}, o)
	if err != nil {
		return nil, err
	}
	if have, err := c.Count(ctx, cache.Query{}); err == nil && have >= o.Articles {
		return c, nil
	}
	if err := o.Fill(ctx, c); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}
