package parse

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"depesche/feed"
	"depesche/feed/date"
	"depesche/feed/markup"
)

// item is an entry in the making.
type item struct {
	e              Entry
	title          slot
	link           linkSlot
	id             slot
	summary        textSlot
	content        textSlot
	comments       linkSlot
	commentsFeed   linkSlot
	published      timeSlot
	updated        timeSlot
	authors        []string
	authorRank     int8
	originalAuthor []string
	pictures       []picture
	base           *url.URL
	original       string        // the address of the first file, before FeedBurner
	duration       time.Duration // of the first file that does not say its own
	filled         bool          // an element stood in it
}

// begun starts an entry.
func (r *reader) begun(t *markup.Token) {
	r.spare = item{pictures: append(r.spare.pictures[:0], picture{parent: -1})}
	r.item = &r.spare
	f := &r.stack[len(r.stack)-1]
	f.media = 0
	r.item.base = f.base
	r.item.e.Language = f.lang
	if v := r.about(t.Attrs); v != nil {
		about := r.line(v)
		r.item.id.set(about, 1)
		r.item.link.set(about, f.base, 1)
	}
	if v := attr(t.Attrs, "href"); v != nil { // CDF
		r.item.link.set(r.line(v), f.base, 5)
	}
	if v := attr(t.Attrs, "lastmod"); v != nil {
		r.item.updated.set(date.Time(r.line(v)), 5)
	}
}

// close ends the open entry; cut says that the document ended inside.
func (r *reader) close(cut bool) {
	it := r.item
	r.item = nil
	e := &it.e
	e.Title, e.Link, e.ID = it.title.value, it.link.value, it.id.value
	e.Published, e.Updated = it.published.value, it.updated.value
	e.Comments, e.CommentsFeed = it.comments.value, it.commentsFeed.value
	e.Authors = it.authors
	if e.Authors == nil {
		e.Authors = it.originalAuthor
	}
	if e.Link == "" && r.atom && strings.HasPrefix(e.ID, "http") {
		e.Link = feed.WebLink(e.ID) // an id that is an address is the page's
	}
	if !it.filled && e.Link == "" {
		return
	}
	it.settle(r)
	if cut && (e.Title == "" || e.Link == "" && e.ID == "") {
		return // what is left of it could not be told from the whole one later
	}
	if it.original != "" && len(e.Enclosures) > 0 {
		e.Enclosures[0].URL = it.original
	}
	it.finishFiles()
	it.choose()
	e.Cut = cut
	r.doc.take(e)
}

// settle reads the texts, now that the address of the entry's page is known.
func (it *item) settle(r *reader) {
	e := &it.e
	var page *url.URL
	if e.Link != "" && (it.summary.rank > 0 || it.content.rank > 0) {
		page = markup.Base(it.base, e.Link)
	}
	e.Summary, e.Content = it.summary.read(r, page), it.content.read(r, page)
}

// inItem reads an element of an entry. weak says that it stood in an element we do not
// know: it counts only where nothing better comes.
func (r *reader) inItem(is element, x *text, f frame, weak bool) {
	it := r.item
	rank := int8(5)
	if weak {
		rank = -1
	}
	own := r.atomic(x) || x.space == plain
	switch is {
	case title:
		if f.is == image || x.space == media {
			return
		}
		if !own {
			rank--
		}
		if it.title.wants(1+rank) && !x.cut {
			it.title.set(r.plain(x), 1+rank)
		}
	case link:
		r.itemLink(x, f, rank)
	case burnerLink:
		it.link.set(x.address(r), f.base, 12) // the feed's own link is a redirect that counts readers
	case burnerFile:
		it.original = reference(f.base, x.address(r))
	case peerLink:
		r.enclosure(r.line(attr(x.attrs, "href")), f.base, Enclosure{Type: r.line(attr(x.attrs, "type"))})
	case guid:
		r.guid(x, f, rank)
	case description, podcastSummary, podcastSubtitle, mediaDescription, mediaTitle:
		r.itemSummary(is, x, f, rank)
	case content:
		r.itemContent(x, f, rank)
	case published, created, dateTold, updated, lastBuild:
		r.itemDate(is, x, rank)
	case author, creator, podcastAuthor:
		r.itemAuthor(is, x)
	case category, keywords:
		r.itemCategory(is, x)
	case comments, commentsFeed, commentLink, commentCount:
		r.itemComments(is, x, f)
	case enclosure:
		r.enclosure(r.line(attr(x.attrs, "url")), f.base, r.printed(x.attrs, "length"))
	case podcastDuration:
		it.duration = max(it.duration, duration(x.word(r)))
	case podcastImage:
		it.picture(r.imageRef(x, f.base), fromPodcast, 0, 0, 0)
	case address, logo, icon:
		if f.is == image || f.is == unknown {
			it.picture(reference(f.base, x.word(r)), fromElement, 0, 0, 0)
		}
	case mediaCredit, mediaCopyright:
		r.credit(is, x, f)
	case language:
		if v := languageTag(x.word(r)); v != "" {
			it.e.Language = v
		}
	default: // the rest means nothing here
	}
}

func (r *reader) itemLink(x *text, f frame, rank int8) {
	if x.cut {
		return
	}
	it := r.item
	href := attr(x.attrs, "href")
	if href == nil {
		ref := x.address(r)
		if ref == "" {
			ref = r.line(attr(x.attrs, "rdf:resource"))
		}
		it.link.set(ref, f.base, 5+rank)
		return
	}
	ref, kind := r.line(href), strings.ToLower(r.line(attr(x.attrs, "type")))
	switch relation(r.line(attr(x.attrs, "rel"))) {
	case "", "alternate":
		switch {
		case kind == "" || strings.Contains(kind, "html"):
			it.link.set(ref, f.base, 5+rank)
		case strings.HasPrefix(kind, "image/"):
			it.picture(reference(f.base, ref), fromElement, 0, 0, 0)
		default:
			it.link.set(ref, f.base, 3+rank)
		}
	case "enclosure":
		r.enclosure(ref, f.base, r.printed(x.attrs, "length"))
	case "replies", "comments":
		if kind == "" || strings.Contains(kind, "html") {
			it.comments.set(ref, f.base, 4)
		} else {
			it.commentsFeed.set(ref, f.base, 4)
		}
		if n, err := strconv.Atoi(r.line(attr(x.attrs, "thr:count"))); err == nil && n > 0 {
			it.e.CommentCount = n
		}
	case "image", "preview", "thumbnail", "icon":
		it.picture(reference(f.base, ref), fromThumbnail, 0, 0, 0)
	case "related":
		it.link.set(ref, f.base, 2+min(rank, 0))
	case "self":
		it.link.set(ref, f.base, 1+min(rank, 0))
	}
}

// relation is the last part of a link's rel: registered relations may be
// written as addresses.
func relation(rel string) string {
	rel = strings.ToLower(rel)
	if i := strings.LastIndexAny(rel, "/#"); i >= 0 {
		rel = rel[i+1:]
	}
	return rel
}

func (r *reader) guid(x *text, f frame, rank int8) {
	if x.cut {
		return
	}
	v := x.word(r)
	if x.space != plain || r.atom {
		if relative(v) && strings.IndexByte(v, '/') >= 0 { // the same path on another site is another entry
			v = reference(f.base, v)
		}
		r.item.id.set(v, 5+rank)
		return
	}
	r.item.id.set(v, 5+rank)
	switch perma := strings.ToLower(r.line(attr(x.attrs, "ispermalink"))); {
	case perma == "true":
		r.item.link.set(v, f.base, 2)
	case perma == "" && strings.HasPrefix(v, "http"):
		r.item.link.set(v, f.base, 2)
	}
}

func (r *reader) itemSummary(is element, x *text, f frame, rank int8) {
	it := r.item
	switch is {
	case description:
		if f.is == image {
			return
		}
		if x.space == dublin {
			rank--
		}
		rank += 3
	case podcastSummary:
		rank = 2
	case mediaDescription, mediaTitle:
		r.caption(is, x, f)
		if is == mediaTitle {
			if it.title.wants(1) {
				it.title.set(r.plain(x), 1)
			}
			return
		}
		rank = 1
		if f.is != entry && f.is != mediaGroup {
			return
		}
	default:
		rank = 1
	}
	if it.summary.wants(rank) {
		it.summary.set(r, x, f.base, rank)
		it.summary.lines = is == mediaDescription
	}
}

func (r *reader) itemContent(x *text, f frame, rank int8) {
	it := r.item
	if src := attr(x.attrs, "src"); src != nil && r.atomic(x) {
		kind := strings.ToLower(r.line(attr(x.attrs, "type")))
		if kind == "" || strings.Contains(kind, "html") {
			it.link.set(r.line(src), f.base, 1)
		} else {
			r.enclosure(r.line(src), f.base, Enclosure{Type: kind})
		}
		return
	}
	if x.space == xhtml {
		rank--
	}
	if x.space == encoded {
		rank++
	}
	if it.content.wants(rank + 2) {
		it.content.set(r, x, f.base, rank+2)
	}
}

func (r *reader) itemDate(is element, x *text, rank int8) {
	if x.cut {
		return
	}
	t := date.TimeIn(x.word(r), r.tongue())
	switch is {
	case published:
		if x.space == dublin {
			rank--
		}
		r.item.published.set(t, 4+rank)
	case created:
		r.item.published.set(t, 2+rank)
	case dateTold:
		r.item.published.set(t, 1+rank)
	case updated:
		r.item.updated.set(t, 4+rank)
	default:
		r.item.updated.set(t, 2+rank)
	}
}

func (r *reader) itemAuthor(is element, x *text) {
	rank := int8(3)
	switch is {
	case creator:
		rank = 4
	case podcastAuthor:
		rank = 1
	default: // the rest means nothing here
	}
	name, mail := r.person(x)
	if name == "" {
		name, rank = mail, min(rank, 2)
	}
	r.item.addAuthor(name, rank)
}

// addAuthor keeps the authors of the highest rank, each once.
func (it *item) addAuthor(name string, rank int8) {
	if name == "" || rank < it.authorRank || len(it.authors) >= maxList {
		return
	}
	if rank > it.authorRank {
		it.authors, it.authorRank = nil, rank
	}
	if !slices.Contains(it.authors, name) {
		it.authors = append(it.authors, name)
	}
}

func (r *reader) itemCategory(is element, x *text) {
	if is == keywords {
		for word := range strings.SplitSeq(r.plain(x), ",") {
			r.item.addCategory(strings.TrimSpace(word))
		}
		return
	}
	for _, name := range []string{"label", "term"} {
		if v := attr(x.attrs, name); len(v) > 0 {
			r.item.addCategory(short(plainTitle(r.line(v))))
			return
		}
	}
	r.item.addCategory(r.plain(x))
}

func (it *item) addCategory(c string) {
	if c != "" && len(it.e.Categories) < maxList && !slices.Contains(it.e.Categories, c) {
		it.e.Categories = append(it.e.Categories, c)
	}
}

func (r *reader) itemComments(is element, x *text, f frame) {
	it := r.item
	v := x.word(r)
	switch is {
	case comments:
		it.comments.set(v, f.base, 5)
	case commentsFeed:
		it.commentsFeed.set(v, f.base, 5)
	case commentLink:
		it.comments.set(v, f.base, 1)
	case commentCount:
		if n, err := strconv.Atoi(v); err == nil && n > 0 {
			it.e.CommentCount = n
		}
	default: // the rest means nothing here
	}
}
