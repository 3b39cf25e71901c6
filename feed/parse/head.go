package parse

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"depesche/feed/date"
	"depesche/feed/markup"
)

// head is what a feed says of itself, in the making.
type head struct {
	title       slot
	description slot
	link        linkSlot
	self        linkSlot
	hub         linkSlot
	icon        linkSlot
	language    slot
	updated     timeSlot
	authors     []string
	authorRank  int8
	period      time.Duration
	frequency   int
}

// inHead reads an element of the feed itself.
func (r *reader) inHead(is element, x *text, f frame, weak bool) {
	h := &r.head
	rank := int8(5)
	if weak {
		rank = -1
	}
	if x.space != plain && x.space != atom {
		rank--
	}
	if x.cut && (is == link || is == title || is == updated) {
		return
	}
	switch is {
	case title:
		if h.title.wants(1 + rank) {
			h.title.set(r.plain(x), 1+rank)
		}
	case description, subtitle, podcastSummary, podcastSubtitle:
		if is == podcastSummary || is == podcastSubtitle {
			rank = 1
		}
		if h.description.wants(1 + rank) {
			h.description.set(r.plain(x), 1+rank)
		}
	case link:
		r.headLink(x, f, rank)
	case language:
		h.language.set(languageTag(x.word(r)), rank)
	case icon:
		h.icon.set(x.word(r), f.base, 5)
	case logo:
		h.icon.set(x.word(r), f.base, 4)
	case podcastImage:
		h.icon.set(r.imageRef(x, f.base), f.base, 2)
	case updated, lastBuild:
		h.updated.set(date.TimeIn(x.word(r), r.tongue()), 4+rank)
	case published, dateTold, created:
		h.updated.set(date.TimeIn(x.word(r), r.tongue()), 1+rank)
	case author, creator, podcastAuthor, podcastOwner:
		r.headAuthor(is, x)
	case ttl, updatePeriod, updateFrequency:
		r.rhythm(is, x)
	default: // the rest means nothing here
	}
}

// tongue is the language of what is read now, as far as it has been said.
func (r *reader) tongue() string {
	if r.item != nil && r.item.e.Language != "" {
		return r.item.e.Language
	}
	return or(r.top().lang, r.head.language.value)
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// headAuthor notes who made the feed, and so its entries that name nobody: Atom's author, a
// podcast's, and only then its owner.
func (r *reader) headAuthor(is element, x *text) {
	h := &r.head
	rank := int8(2)
	if is == podcastOwner {
		rank = 1
	}
	name, mail := r.person(x)
	first(&name, mail)
	if name == "" || rank < h.authorRank || len(h.authors) >= maxList {
		return
	}
	if rank > h.authorRank {
		h.authors, h.authorRank = nil, rank
	}
	if !slices.Contains(h.authors, name) {
		h.authors = append(h.authors, name)
	}
}

func (r *reader) headLink(x *text, f frame, rank int8) {
	h := &r.head
	href := attr(x.attrs, "href")
	if href == nil {
		h.link.set(x.address(r), f.base, 3+rank)
		return
	}
	ref, kind := r.line(href), strings.ToLower(r.line(attr(x.attrs, "type")))
	switch relation(r.line(attr(x.attrs, "rel"))) {
	case "", "alternate":
		if r.atom {
			rank += 3
		} else {
			rank-- // the channel's own <link> goes before
		}
		if kind != "" && !strings.Contains(kind, "html") {
			rank -= 2
		}
		h.link.set(ref, f.base, rank)
	case "self":
		h.self.set(ref, f.base, 5)
	case "hub":
		h.hub.set(ref, f.base, 5)
	case "icon", "shortcut icon":
		h.icon.set(ref, f.base, 3)
	}
}

// image reads the channel's picture; in an entry, the entry's.
func (h *head) image(r *reader, is element, x *text, f frame) {
	if is != address {
		return
	}
	u := reference(f.base, x.word(r))
	if r.item != nil {
		r.item.picture(u, fromElement, 0, 0, 0)
		return
	}
	h.icon.set(u, f.base, 3)
}

// maxTTL bounds how long a feed can ask to be left alone.
const maxTTL = 7 * 24 * time.Hour

var periods = map[string]time.Duration{
	"hourly": time.Hour, "daily": 24 * time.Hour, "weekly": 7 * 24 * time.Hour, "monthly": 30 * 24 * time.Hour, "yearly": 365 * 24 * time.Hour,
}

func (r *reader) rhythm(is element, x *text) {
	v := strings.ToLower(x.word(r))
	switch is {
	case updatePeriod:
		r.head.period = periods[v]
	case updateFrequency:
		if n, err := strconv.Atoi(v); err == nil && n > 0 && n < 10000 {
			r.head.frequency = n
		}
	default:
		if n, err := strconv.Atoi(v); err == nil && n > 0 && n < 1e6 {
			r.doc.TTL = min(time.Duration(n)*time.Minute, maxTTL)
		}
	}
}

// finish writes what was found into the document.
func (h *head) finish(d *Document) {
	d.Title, d.Description = h.title.value, h.description.value
	d.Link, d.FeedURL, d.Hub, d.Icon = h.link.value, h.self.value, h.hub.value, h.icon.value
	d.Updated = h.updated.value
	if h.language.value != "" {
		d.Language = h.language.value
	}
	if d.TTL == 0 && h.period > 0 {
		d.TTL = min(h.period/time.Duration(max(1, h.frequency)), maxTTL)
	}
	for i := range d.Entries {
		if d.Entries[i].Authors == nil && h.authors != nil {
			d.Entries[i].Authors = h.authors[:len(h.authors):len(h.authors)]
		}
	}
}

// settle makes what is still relative absolute, against the feed's own address or
// the site's where the feed's was not known; drops what stays relative; and hands the
// feed's language down.
func (d *Document) settle(base *url.URL) {
	if base == nil {
		base = markup.Base(nil, d.FeedURL)
	}
	if base == nil {
		base = markup.Base(nil, d.Link)
	}
	web := func(s *string) {
		if *s == "" {
			return
		}
		if *s = markup.Link(base, *s); strings.HasPrefix(*s, "mailto:") {
			*s = ""
		}
	}
	for _, s := range []*string{&d.FeedURL, &d.Icon, &d.Hub, &d.Link} {
		web(s)
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		e.Link = markup.Link(base, e.Link)
		web(&e.Comments)
		web(&e.CommentsFeed)
		web(&e.Image)
		kept := e.Enclosures[:0]
		for _, c := range e.Enclosures {
			if web(&c.URL); c.URL != "" {
				kept = append(kept, c)
			}
		}
		e.Enclosures = kept
		if e.Language == "" {
			e.Language = d.Language
		}
	}
}

// languageTag writes a language as BCP 47 does: "de", "de-AT". What is none is "".
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if s == "" || len(s) > 20 {
		return ""
	}
	parts := strings.Split(s, "-")
	for i, p := range parts {
		if p == "" || len(p) > 8 {
			return ""
		}
		for j := range len(p) {
			if c := p[j] | 0x20; (c < 'a' || c > 'z') && (i == 0 || p[j] < '0' || p[j] > '9') {
				return ""
			}
		}
		switch {
		case i == 0:
			if len(p) < 2 || len(p) > 3 {
				return ""
			}
			parts[i] = strings.ToLower(p)
		case len(p) == 2:
			parts[i] = strings.ToUpper(p)
		case len(p) == 4:
			parts[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		}
	}
	return strings.Join(parts, "-")
}
