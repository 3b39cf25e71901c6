package direct

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/extract"
	"depesche/feed/fetch"
)

// Articles that a site prints in several pages.

// maxParts bounds how many pages are fetched behind the first.
const maxParts = 10

// addParts fetches the other pages of an article and puts their text behind that of the first,
// which is first and was taken apart into a. It ends at the first that cannot be had, or
// holds nothing new, and keeps what came. Where the site has all of it on one page, that one
// is taken instead.
func (o *Origin) addParts(ctx context.Context, a *feed.Article, first *fetch.Page, private bool) {
	src, _ := charset.UTF8(first.Body, first.ContentType)
	if a.Access != feed.Full || !extract.IsHTML(src) {
		return // what a wall hides of the first page, it hides of all
	}
	if extract.NextPage(src, first.URL, 1) == "" {
		return
	}
	p := &parts{o: o, first: first, private: private, seen: map[string]bool{feed.Address(first.URL): true}}
	if whole := extract.WholePage(src, first.URL); whole != "" {
		if b, _, ok := p.get(ctx, whole); ok && b.Words() > a.Words() {
			*a = b
			return
		}
	}
	for n := 1; n <= maxParts; n++ {
		next := extract.NextPage(src, first.URL, n)
		if next == "" {
			return
		}
		b, page, ok := p.get(ctx, next)
		if !ok || !join(a, &b, n+1) {
			return
		}
		src = page
	}
}

// parts are the pages of an article while they are fetched.
type parts struct {
	o       *Origin
	first   *fetch.Page
	private bool
	seen    map[string]bool // addresses that were asked
}

// get fetches one of them and takes it apart; src is the page in UTF-8. A page that leads
// elsewhere, and one that is not to be had whole, is none.
func (p *parts) get(ctx context.Context, address string) (a feed.Article, src []byte, ok bool) {
	if p.seen[feed.Address(address)] || !fetch.SameHost(p.first.URL, address) {
		return a, nil, false
	}
	p.seen[feed.Address(address)] = true
	page, err := p.o.client.Get(ctx, fetch.Request{URL: address, Accept: fetch.AcceptPage, Private: p.private})
	if err != nil || wholePage(page, address) != nil {
		return a, nil, false
	}
	if to := feed.Address(page.URL); to != feed.Address(address) {
		if p.seen[to] || !fetch.SameHost(p.first.URL, to) {
			return a, nil, false // back to the first page, as where there is no such one
		}
		p.seen[to] = true
	}
	if a, err = p.o.takeApart(page); err != nil || a.Access != feed.Full {
		return a, nil, false
	}
	if !p.private {
		dropPictures(&a, fetch.Local)
	}
	src, _ = charset.UTF8(page.Body, page.ContentType)
	return a, src, true
}

// join puts the text of page n of an article behind what there is of it, without what each
// page repeats: the picture above, the summary, lines of credit. It reports whether the page
// held more that is new than is known: else it is the same page once more.
func join(a, more *feed.Article, n int) bool {
	known := map[string]bool{a.Headline: true, a.Standfirst: true, a.Kicker: true, a.Byline: true, a.Credit: true}
	for i := range a.Body {
		known[a.Body[i].Text.String()] = true
	}
	body := more.Body
	if more.Lead != nil {
		body = append([]feed.Block{{Kind: feed.Figure, Picture: more.Lead}}, body...)
	}
	if s := more.Standfirst; s != "" && !known[s] && !strings.HasPrefix(a.Standfirst, s) {
		body = append([]feed.Block{{Text: feed.Plain(s)}}, body...) // the extractor took the page's first lines for one
	}
	var fresh []feed.Block
	added, repeated := 0, 0
	for _, b := range body {
		switch text := b.Text.String(); {
		case b.Kind == feed.Figure && b.Picture != nil && shows(a, b.Picture.URL):
		case text != "" && known[text]:
			repeated += len(text)
		default:
			added += len(text) + len(b.Items) + len(b.Rows)
			fresh = append(fresh, b)
		}
	}
	if added == 0 || repeated > added {
		return false
	}
	renameNotes(fresh, n)
	a.Body = append(a.Body, fresh...)
	if len(a.Agencies) == 0 && a.Credit == "" { // it stands behind the last line
		a.Agencies, a.Credit = more.Agencies, more.Credit
	}
	for _, c := range more.Corrections {
		if !slices.Contains(a.Corrections, c) {
			a.Corrections = append(a.Corrections, c)
		}
	}
	if more.Modified.After(a.Modified) {
		a.Modified = more.Modified
	}
	return true
}

// shows reports whether an article has a picture, in whatever size.
func shows(a *feed.Article, address string) bool {
	return slices.ContainsFunc(a.Pictures(), func(p *feed.Picture) bool { return samePicture(p.URL, address) })
}

// renameNotes gives the footnotes of page n names that no other page has.
func renameNotes(body []feed.Block, n int) {
	suffix := "-" + strconv.Itoa(n)
	rename := func(t feed.Text) {
		for i := range t {
			if strings.HasPrefix(t[i].Link, "#") {
				t[i].Link += suffix
			}
		}
	}
	for i := range body {
		b := &body[i]
		if b.Anchor != "" {
			b.Anchor += suffix
		}
		rename(b.Text)
		for _, item := range b.Items {
			rename(item)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				rename(cell)
			}
		}
	}
}
