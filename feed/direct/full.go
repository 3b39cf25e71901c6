package direct

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the formats a terminal picture can be made of
	_ "image/jpeg"
	_ "image/png"
	"io"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	_ "golang.org/x/image/webp"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/extract"
	"depesche/feed/fetch"
)

// Reasons why there is no page or picture.
var (
	ErrNoPage     = errors.New("the article has no page")
	ErrNotPicture = errors.New("not a picture that can be shown")
)

const (
	maxPicture = 20 << 20   // bytes
	maxPixels  = 40_000_000 // of one picture, before it is decoded; ui/picture has the same bounds
)

// Full fetches the article's page and takes it apart, with the other pages where it stands on
// several. ID, Source, GUID and Link
// stay; what the page does not say is filled from the feed, and where the feed's
// text is longer than the page's it stays. Access says what the page let us have.
// With an error the article is the one that was given.
func (o *Origin) Full(ctx context.Context, a feed.Article) (feed.Article, error) {
	if feed.WebLink(a.Link) == "" || a.FileLink() {
		return a, ErrNoPage
	}
	page, private, err := o.page(ctx, a)
	if err != nil {
		return a, err
	}
	got, err := o.takeApart(page)
	if err != nil && got.Access == feed.Full {
		return a, fmt.Errorf("read %s: %w", fetch.Shown(page.URL), err)
	}
	if !private {
		dropPictures(&got, fetch.Local)
	}
	if err == nil {
		o.addParts(ctx, &got, page, private)
	}
	return merge(a, got), nil
}

// page fetches an article's page; private says that it may lie in the own network.
func (o *Origin) page(ctx context.Context, a feed.Article) (page *fetch.Page, private bool, err error) {
	s, known := o.source(a.Source)
	private = known && o.mayReach(s, a.Link)
	page, err = o.client.Get(ctx, fetch.Request{URL: a.Link, Accept: fetch.AcceptPage, Private: private, Source: s.URL})
	if err == nil {
		err = wholePage(page, a.Link)
	}
	return page, private, err
}

// Explain fetches the article's page and tells how it is taken apart. A page that
// holds no article is accounted for as well.
func (o *Origin) Explain(ctx context.Context, a feed.Article) ([]feed.Reason, error) {
	if feed.WebLink(a.Link) == "" || a.FileLink() {
		return nil, ErrNoPage
	}
	page, _, err := o.page(ctx, a)
	if err != nil {
		return nil, err
	}
	text, _ := charset.UTF8(page.Body, page.ContentType)
	_, reasons, err := extract.Explain(text, extract.Options{URL: page.URL, Rules: o.o.Rules.For(page.URL)})
	if err != nil && len(reasons) == 0 {
		return nil, fmt.Errorf("read %s: %w", fetch.Shown(page.URL), err)
	}
	return reasons, nil
}

// wholePage reports what is wrong with an answer that should hold the article.
func wholePage(page *fetch.Page, link string) error {
	shown := fetch.Shown(page.URL)
	switch {
	case page.Gone:
		return &fetch.StatusError{URL: shown, Code: http.StatusGone, Wait: page.Wait}
	case page.Truncated:
		return &fetch.NetError{URL: shown, Kind: fetch.Broken, Err: io.ErrUnexpectedEOF}
	case isFront(page.URL) && !isFront(link):
		// Papers lead what they have taken down to their front page.
		return fmt.Errorf("read %s: %w", shown, extract.ErrNoArticle)
	}
	return nil
}

// isFront reports whether an address names a site and no page of it.
func isFront(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// takeApart reads a page by its kind.
func (o *Origin) takeApart(page *fetch.Page) (a feed.Article, err error) {
	o.o.Turns.Do(func() { a, err = takeApart(page, o.o.Rules) })
	return a, err
}

func takeApart(page *fetch.Page, rules extract.Sites) (feed.Article, error) {
	kind, _, _ := strings.Cut(strings.ToLower(page.ContentType), "/")
	if kind == "image" || kind == "audio" || kind == "video" || bytes.HasPrefix(page.Body, []byte("%PDF-")) {
		return feed.Article{}, extract.ErrNoArticle
	}
	text, _ := charset.UTF8(page.Body, page.ContentType)
	o := extract.Options{URL: page.URL, Rules: rules.For(page.URL)}
	if strings.HasPrefix(strings.ToLower(page.ContentType), "text/plain") && !extract.IsHTML(text) {
		return extract.Text(text, o)
	}
	return extract.Article(text, o)
}

// merge puts the page over what the feed delivered.
func merge(a, page feed.Article) feed.Article {
	out := page
	out.ID, out.Source, out.GUID, out.Link = a.ID, a.Source, a.GUID, a.Link
	out.Canonical = or(page.Canonical, a.Canonical)
	out.Kicker = or(page.Kicker, a.Kicker)
	out.Headline = or(page.Headline, a.Headline)
	out.Section, out.Language = or(page.Section, a.Section), or(page.Language, a.Language)
	if page.Byline == "" && len(page.Authors) == 0 {
		out.Byline, out.Authors = a.Byline, a.Authors
	}
	if len(page.Topics) == 0 {
		out.Topics = a.Topics
	}
	out.Enclosures, out.Comments = a.Enclosures, a.Comments // only feeds know of them
	// The feed's date is what the list is sorted by: it stays.
	if !a.Published.IsZero() {
		out.Published = a.Published
	}
	if out.Modified.Before(a.Modified) {
		out.Modified = a.Modified
	}
	mergeText(&out, &a)
	if page.Standfirst == "" && a.Standfirst != "" && !strings.Contains(feed.Line(plain(out.Body)), stem(a.Standfirst)) {
		out.Standfirst = a.Standfirst
	}
	mergeLead(&out, &a)
	mergeLinks(&out, &a)
	return out
}

// mergeLinks keeps what the feed's short text links to, as in a link blog or with the comments
// of an aggregator: words stand before the page's text, bare links behind it.
func mergeLinks(out, a *feed.Article) {
	lines, _, ok := teaserOf(a.Body)
	if !ok || a.Standfirst != "" || len(out.Body) == 0 || &out.Body[0] == &a.Body[0] {
		return
	}
	if strings.Contains(feed.Line(plain(out.Body)), stem(joined(lines))) {
		return
	}
	words, links := 0, 0
	added := make([]feed.Block, len(lines))
	for i, t := range lines {
		added[i] = feed.Block{Text: t}
		for _, s := range t {
			if s.Link == "" {
				words += len(strings.Fields(s.Text))
			} else {
				links++
			}
		}
	}
	switch {
	case links == 0:
	case words <= bareWords:
		out.Body = append(out.Body, added...)
	default:
		out.Body = append(added, out.Body...)
	}
}

// bareWords is how many words may stand beside links that nobody reads as a text: "submitted by".
const bareWords = 4

// mergeText keeps the feed's text where the page has less of it, and its credit
// where the page has none.
func mergeText(out, a *feed.Article) {
	if len(out.Agencies) == 0 && out.Credit == "" {
		out.Agencies, out.Credit = a.Agencies, a.Credit
	}
	if utf8.RuneCountInString(plain(out.Body)) >= utf8.RuneCountInString(plain(a.Body)) {
		return
	}
	out.Body, out.Dateline = a.Body, a.Dateline
	if a.Access == feed.Full {
		out.Access = feed.Full // the reader has the whole text, whatever the page asks for it
	} else if out.Access == feed.Full {
		out.Access = a.Access
	}
}

// mergeLead gives the feed's picture to a page that shows none, and what the
// feed knows of a picture that both show.
func mergeLead(out, a *feed.Article) {
	switch {
	case a.Lead == nil:
	case out.Lead == nil:
		for _, b := range out.Body {
			if b.Kind == feed.Figure {
				return
			}
		}
		out.Lead = a.Lead
	case samePicture(out.Lead.URL, a.Lead.URL):
		out.Lead.Caption, out.Lead.Credit = or(out.Lead.Caption, a.Lead.Caption), or(out.Lead.Credit, a.Lead.Credit)
	}
}

// Picture fetches one picture: JPEG, PNG, GIF or WebP, at most 20 MB and 40
// megapixels. Anything else is ErrNotPicture.
func (o *Origin) Picture(ctx context.Context, address string) ([]byte, error) {
	private := false
	if fetch.Local(address) {
		for _, s := range o.sources() {
			private = private || o.mayReach(s, address)
		}
	}
	page, err := o.client.Get(ctx, fetch.Request{URL: address, Accept: fetch.AcceptPicture, MaxBytes: maxPicture, Private: private})
	if err == nil {
		err = wholePage(page, page.URL)
	}
	if err != nil {
		return nil, err
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(page.Body))
	if err != nil || c.Width <= 0 || c.Height <= 0 || int64(c.Width)*int64(c.Height) > maxPixels {
		return nil, fmt.Errorf("read %s: %w", fetch.Shown(page.URL), ErrNotPicture)
	}
	return page.Body, nil
}
