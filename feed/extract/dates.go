package extract

import (
	"net/url"
	"strings"
	"time"

	"depesche/feed"
	"depesche/feed/date"
)

// home is where the page was written, by its host, its language tags, and the script of its
// title where it has no tag.
func (p *page) home() date.Home {
	host := ""
	if u, err := url.Parse(p.opt.URL); err == nil {
		host = u.Hostname()
	}
	tags := []string{p.lang, langTag(p.meta.get("og:locale")), langTag(p.meta.get("content-language"))}
	if strings.Join(tags, "") == "" {
		tags = append(tags, script(p.meta.title))
	}
	return date.HomeOf(host, tags...)
}

// date reads a date as pages write it, for programs or among other words; the zero time when it cannot.
func (p *page) date(s string) time.Time { return readDate(s, p.home()).Time }

// readDate reads a string that is a date or holds one. A year or a month alone is none.
func readDate(s string, home date.Home) date.Date {
	s = feed.Line(s)
	if d := date.Read(s, home); d.Precision >= date.Day {
		return d
	}
	return firstPublished(date.In(s, home))
}

func firstPublished(found []date.Found) date.Date {
	for _, want := range [...]date.Label{date.Published, date.Unlabelled, date.Updated} {
		for _, f := range found {
			if f.Label == want {
				return f.Date
			}
		}
	}
	return date.Date{}
}

// publishedTags and modifiedTags are the meta elements that hold the two dates, the surest first.
var (
	publishedTags = [...]string{"article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date.created", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "article.published", "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "last-published", "published", "article:published", "og:published_time", "date.created", "creation_date", "displaydate", "rnews:datepublished", "datecreated", "og:regdate", "article.created"}
	modifiedTags  = [...]string{"article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified", "lastmod", "article.updated", "modified", "date.modified", "article:modified"}
)

// dates finds when the article was published and changed: JSON-LD, meta tags, then
// what stands by the headline, for programs and in print.
func (p *page) dates(ld *ldArticle, head int32) (published, modified time.Time) {
	home := p.home()
	when := firstDate(append([]string{ld.published}, p.meta.all(publishedTags[:]...)...), home)
	changed := firstDate(append([]string{ld.modified}, p.meta.all(modifiedTags[:]...)...), home)
	var near []placed
	if !hasClock(when) || !changed.IsZero() && !hasClock(changed) {
		near = p.datesNear(head, home)
		when, changed = withClock(when, near, home), withClock(changed, near, home)
	}
	if when.IsZero() {
		when = withClock(bestOf(near), near, home)
	}
	if when.IsZero() {
		when = readDate(ld.created, home)
	}
	if when.IsZero() {
		when = p.farElement(head, home)
	}
	if when.IsZero() {
		when = p.labelledBehind(head, home)
	}
	updated := lastUpdate(near)
	if changed.IsZero() {
		changed = updated
	}
	if when.IsZero() {
		when = updated
	}
	if when.IsZero() {
		when = changed
	}
	onlyDate := !updated.IsZero() && when.Time.Equal(updated.Time) && changed.Time.Equal(updated.Time) // "as of": nothing says that it was another before
	if onlyDate || changed.Time.Before(when.Time) {
		changed = date.Date{}
	}
	return when.Time, changed.Time
}

func firstDate(values []string, home date.Home) date.Date {
	for _, s := range values {
		if d := readDate(s, home); !d.IsZero() {
			return d
		}
	}
	return date.Date{}
}

// placed is a date that stands by the headline.
type placed struct {
	date.Date
	label   date.Label
	machine bool // it is written for programs
	behind  bool // it stands behind the headline
	other   bool // words and a colon stand before it that say of something else what it is of
}

// bestOf picks the date of publication: one that says so, then one behind the headline, then one
// for programs; of equals the nearest.
func bestOf(near []placed) date.Date {
	best, most := date.Date{}, 0
	for _, d := range near {
		if n := d.rank(); n > most {
			best, most = d.Date, n
		}
	}
	return best
}

// rank tells how likely a date is that of publication; 0 for what it is not.
func (d *placed) rank() int {
	switch {
	case d.label == date.Updated:
		return 0
	case d.other:
		return 1
	}
	n := 2
	if d.machine {
		n++
	}
	if d.behind {
		n += 2
	}
	if d.label == date.Published {
		n += 4
	}
	return n
}

// lastUpdate is the latest date by the headline that says that it is of a change.
func lastUpdate(near []placed) date.Date {
	var last date.Date
	for _, d := range near {
		if d.label == date.Updated && d.Time.After(last.Time) {
			last = d.Date
		}
	}
	return last
}

// withClock gives a date that tells the day alone the time that stands by the headline with
// the same day.
func withClock(d date.Date, near []placed, home date.Home) date.Date {
	if d.IsZero() || hasClock(d) {
		return d
	}
	for _, label := range [...]date.Label{date.Published, date.Unlabelled} {
		for _, machine := range [...]bool{true, false} {
			for _, n := range near {
				if n.label != label || n.machine != machine || n.Precision != date.Minute {
					continue
				}
				if sameDay(d.Time, n.Date, home) {
					return n.Date
				}
			}
		}
	}
	return d
}

// hasClock reports whether a date tells the time: midnight on the second is what programs write for a day.
func hasClock(d date.Date) bool {
	h, m, s := d.Time.Clock()
	return d.Precision == date.Minute && h+m+s != 0
}

// sameDay reports whether a date is of a day, in its own zone or in the page's.
func sameDay(day time.Time, d date.Date, home date.Home) bool {
	const layout = "2006-01-02"
	want := day.Format(layout)
	if d.Time.Format(layout) == want {
		return true
	}
	return d.Zoned && home.In(d.Time).Format(layout) == want
}
