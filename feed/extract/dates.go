package extract

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

var zoned = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04:05Z07", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700",
	"2006-01-02 15:04:05.999999999 -0700 MST", "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -07:00", "2006-01-02 15:04:05.999999999Z0700", "2006-01-02 15:04 -0700",
	time.RFC1123Z, time.RFC822Z, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon Jan 2 2006 15:04:05 GMT-0700", "Mon, 02 Jan 2006 15:04:05 GMT-0700", "2006-01-02T15:04:05-07:00:00", "Mon Jan 02 2006 15:04:05 GMT-0700",
}

var named = []string{time.RFC1123, "Mon, 2 Jan 2006 15:04:05 MST", "Mon Jan 2 15:04:05 MST 2006", "Jan 2, 2006 15:04:05 MST", "2006-01-02 15:04:05 MST", "January 2, 2006 3:04 PM MST", "2 Jan 2006 15:04 MST", "Jan 2, 2006, 15:04 MST", "Jan 2, 2006 3:04 PM MST", "Mon Jan 2 2006 15:04:05 MST-0700"}

var unzoned = []string{
	"2006-01-02T15:04:05.999999999", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05.999999999", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006/01/02 15:04:05", "2006/01/02 15:04", "20060102150405", "20060102T150405", "200601021504",
	"02.01.2006 15:04:05", "02.01.2006 15:04", "02.01.2006, 15:04", "2.1.2006 15:04", "2.1.2006, 15:04", "2.1.2006 - 15:04", "January 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM", "Jan 2, 2006 3:04 PM", "Mon, 2 Jan 2006 15:04:05", "Jan 2, 2006, 3:04 PM", "2006.01.02 15:04", "2006.01.02. 15:04", "2 January 2006 15:04", "Monday, January 2, 2006 3:04 PM", "Monday, January 2, 2006, 3:04 PM", "02/01/2006 15:04", "2 Jan 2006 15:04",
}

var dayOnly = []string{"2006-01-02", "2006/01/02", "20060102", "02.01.2006", "2.1.2006", "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "2006.01.02", "Monday, January 2, 2006"}

// zones are the abbreviations that pages print, in seconds east of UTC.
var zones = map[string]int{
	"UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 3600, "WEST": 3600, "CET": 3600, "MEZ": 3600, "CEST": 7200, "MESZ": 7200, "EET": 7200, "EEST": 10800, "MSK": 10800,
	"IST": 19800, "SAST": 7200, "JST": 32400, "KST": 32400, "AEST": 36000, "AEDT": 39600, "EST": -18000, "EDT": -14400, "CST": -21600, "CDT": -18000, "MST": -25200, "MDT": -21600, "PST": -28800, "PDT": -25200, "AST": -14400, "ADT": -10800,
}

// homeZone is a country's clock: hours east of UTC in winter, and whether it keeps the
// European summer time.
type homeZone struct {
	minutes int
	summer  bool
}

// homeZones by top-level domain, for dates that are printed without a zone.
var homeZones = map[string]homeZone{
	"de": {60, true}, "at": {60, true}, "ch": {60, true}, "lu": {60, true}, "li": {60, true}, "nl": {60, true}, "be": {60, true}, "fr": {60, true}, "it": {60, true}, "es": {60, true}, "dk": {60, true},
	"no": {60, true}, "se": {60, true}, "pl": {60, true}, "cz": {60, true}, "sk": {60, true}, "hu": {60, true}, "hr": {60, true}, "si": {60, true}, "uk": {0, true}, "ie": {0, true}, "pt": {0, true}, "gr": {120, true}, "fi": {120, true}, "ee": {120, true}, "lv": {120, true}, "lt": {120, true}, "ro": {120, true}, "bg": {120, true}, "ua": {120, true},
	"ru": {180, false}, "tr": {180, false}, "jp": {540, false}, "kr": {540, false}, "cn": {480, false}, "tw": {480, false}, "hk": {480, false}, "in": {330, false}, "za": {120, false}, "tz": {180, false}, "ke": {180, false}, "il": {120, true},
}

// zone gives the clock of the page's country at a wall time.
func (p *page) zone(t time.Time) *time.Location {
	u, err := url.Parse(p.opt.URL)
	if err != nil {
		return time.UTC
	}
	h := u.Hostname()
	z, ok := homeZones[h[strings.LastIndexByte(h, '.')+1:]]
	if !ok {
		if z, ok = homeZones[langHome[baseLang(p.lang)]]; !ok {
			return time.UTC
		}
	}
	off := z.minutes
	if z.summer && t.After(lastSunday(t.Year(), time.March)) && t.Before(lastSunday(t.Year(), time.October)) {
		off += 60
	}
	return time.FixedZone("", off*60)
}

var langHome = map[string]string{"de": "de", "fr": "fr", "it": "it", "nl": "nl", "da": "dk", "no": "no", "nb": "no", "sv": "se", "pl": "pl", "cs": "cz", "ja": "jp", "ko": "kr", "tr": "tr"}

func lastSunday(year int, m time.Month) time.Time {
	t := time.Date(year, m, 31, 2, 0, 0, 0, time.UTC)
	return t.AddDate(0, 0, -int(t.Weekday()))
}

// date reads a date as pages write it; the zero time when it cannot.
func (p *page) date(s string) time.Time {
	s = strings.TrimSpace(feed.Line(s))
	if len(s) > 80 || !strings.ContainsAny(s, "0123456789") {
		return time.Time{}
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		switch {
		case len(s) == 10:
			return sane(time.Unix(n, 0).UTC())
		case len(s) == 13:
			return sane(time.UnixMilli(n).UTC())
		}
	}
	if i := strings.IndexAny(s, "[("); i > 10 { // "...+02:00[Europe/Berlin]"
		s = strings.TrimSpace(s[:i])
	}
	for _, l := range zoned {
		if t, err := time.Parse(l, s); err == nil {
			return sane(t)
		}
	}
	for _, l := range named {
		if t, err := time.Parse(l, s); err == nil {
			name, off := t.Zone()
			if z, ok := zones[name]; ok && off == 0 {
				t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.FixedZone(name, z))
			}
			return sane(t)
		}
	}
	for _, list := range [][]string{unzoned, dayOnly} {
		for _, l := range list {
			if t, err := time.Parse(l, s); err == nil {
				return sane(p.local(t))
			}
		}
	}
	return p.printedDate(s)
}

func (p *page) local(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, p.zone(t))
}

func sane(t time.Time) time.Time {
	if t.Year() < 1850 || t.Year() > 2100 {
		return time.Time{}
	}
	return t
}

var (
	printedWords = lazyOf(func() string {
		return `(?i)(\d{1,2})\.?(?:st|nd|rd|th|º|er|\.|日)?\s?(?:de |of |ב)?(` + monthNames() + `)\.?,?\s?(?:de |del )?(\d{4})`
	})
	printedUS    = lazyOf(func() string { return `(?i)(` + monthNames() + `)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})` })
	printedDots  = lazy(`\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b`)
	printedISO   = lazy(`\b(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})`)
	printedKorea = lazy(`(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})일`)
	printedClock = lazy(`(?i)\b(\d{1,2})[:.h時](\d{2})(?::\d{2})?\s?([ap]\.?m\.?)?`)
)

// printedDate reads a date in words: "28. April 2023, 20.15 Uhr".
func (p *page) printedDate(s string) time.Time {
	var y, mo, d int
	s = strings.Map(plainDigit, s)
	if !strings.ContainsAny(s, "0123456789") {
		return time.Time{}
	}
	var rest string // what the date is not
	switch {
	case printedISO().MatchString(s):
		m := printedISO().FindStringSubmatch(s)
		y, mo, d = atoi(m[1]), atoi(m[2]), atoi(m[3])
		rest = strings.Replace(s, m[0], " ", 1)
	case printedKorea().MatchString(s):
		m := printedKorea().FindStringSubmatch(s)
		y, mo, d = atoi(m[1]), atoi(m[2]), atoi(m[3])
		rest = strings.Replace(s, m[0], " ", 1)
	case printedWords().MatchString(s):
		m := printedWords().FindStringSubmatch(s)
		d, mo, y = atoi(m[1]), month(m[2]), atoi(m[3])
		rest = strings.Replace(s, m[0], " ", 1)
	case printedUS().MatchString(s):
		m := printedUS().FindStringSubmatch(s)
		mo, d, y = month(m[1]), atoi(m[2]), atoi(m[3])
		rest = strings.Replace(s, m[0], " ", 1)
	case printedDots().MatchString(s):
		m := printedDots().FindStringSubmatch(s)
		d, mo, y = atoi(m[1]), atoi(m[2]), atoi(m[3])
		if y < 100 {
			y += 2000
		}
		rest = strings.Replace(s, m[0], " ", 1)
	default:
		return time.Time{}
	}
	if mo < 1 || mo > 12 || d < 1 || d > 31 {
		return time.Time{}
	}
	h, mi := 0, 0
	if m := printedClock().FindStringSubmatch(rest); m != nil {
		h, mi = atoi(m[1]), atoi(m[2])
		if m[3] != "" && (m[3][0]|0x20) == 'p' && h < 12 {
			h += 12
		} else if m[3] != "" && (m[3][0]|0x20) == 'a' && h == 12 {
			h = 0
		}
		if h > 23 || mi > 59 {
			h, mi = 0, 0
		}
	}
	t := time.Date(y, time.Month(mo), d, h, mi, 0, 0, time.UTC)
	for name, off := range zones {
		if len(name) > 2 && strings.HasSuffix(s, " "+name) {
			return sane(t.Add(-time.Duration(off) * time.Second).In(time.FixedZone(name, off)))
		}
	}
	return sane(p.local(t))
}

func month(s string) int { return months()[strings.ToLower(s)] }

// plainDigit makes one of ours of an Arabic or full-width digit.
func plainDigit(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	case r >= '０' && r <= '９':
		return '0' + r - '０'
	}
	return r
}

// dates finds when the article was published and changed: JSON-LD, meta tags,
// <time> near the headline, the printed date.
func (p *page) dates(ld *ldArticle, head int32) (published, modified time.Time) {
	m := &p.meta
	for _, s := range append([]string{ld.published}, m.all("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date.created", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "article.published", "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "last-published", "published", "article:published", "og:published_time", "date.created", "creation_date", "displaydate", "rnews:datepublished", "datecreated", "og:regdate", "article.created")...) {
		if published = p.date(s); !published.IsZero() {
			break
		}
	}
	for _, s := range append([]string{ld.modified}, m.all("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified", "lastmod", "article.updated", "modified", "date.modified", "article:modified")...) {
		if modified = p.date(s); !modified.IsZero() {
			break
		}
	}
	if published.IsZero() {
		published = p.timeElement(head)
	}
	if published.IsZero() {
		published = p.date(ld.created)
	}
	if published.IsZero() {
		published = p.printedNear(head)
	}
	if published.IsZero() {
		published = p.printedBehind(head)
	}
	if published.IsZero() {
		published = modified
	}
	if modified.Before(published) {
		modified = time.Time{}
	}
	return published, modified
}

// timeElement gives the first <time> (or element marked as publication date)
// near the headline.
func (p *page) timeElement(head int32) time.Time {
	best := time.Time{}
	bestDistance := int32(1 << 30)
	for j := range p.nodes {
		nd := &p.nodes[j]
		if nd.tag != atom.Time && nd.tag != atom.Abbr && attr2(nd, "itemprop") != "datePublished" && attr2(nd, "property") != "datePublished" && (nd.marks&mDate == 0 || attr2(nd, "title") == "") {
			continue
		}
		d := int32(j) - head
		if d < 0 {
			d = -2 * d
		}
		if d >= bestDistance || nd.above&(mTeaser|mRelated|mComment) != 0 {
			continue
		}
		for _, v := range []string{attr(nd.n, "datetime"), attr(nd.n, "content"), attr(nd.n, "title"), p.line(int32(j))} {
			if t := p.date(v); !t.IsZero() {
				best, bestDistance = t, d
				break
			}
		}
	}
	return best
}

func attr2(nd *node, key string) string {
	if nd.tag == 0 || len(nd.n.Attr) == 0 {
		return ""
	}
	return attr(nd.n, key)
}

// printedBehind reads a date out of a line behind the headline that says what
// it is: "Erschienen am: 1. November 2023".
func (p *page) printedBehind(head int32) time.Time {
	for j := max(head, 0); j < int32(len(p.nodes)); j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 || nd.own < 8 || nd.text > 120 || nd.flag&fHidden != 0 || (nd.marks|nd.above)&(mRelated|mTeaser|mComment|mNav) != 0 {
			continue
		}
		if line := p.line(j); dateWord().MatchString(line) {
			if t := p.printedDate(line); !t.IsZero() {
				return t
			}
		}
	}
	return time.Time{}
}

var dateWord = lazy(`(?i)(?:^|\s)(?:datum|stand|erschienen|veröffentlicht|publiziert|erstellt|geschrieben|date|posted|published|publié|pubblicato|publicado|fecha|data|gepubliceerd|publiceret|publisert|publicerad|opublikowano|yayın)(?:\s(?:am|on|le|il|el|den|op))?\s?:?\s`)

// printedNear reads a date out of the text around the headline.
func (p *page) printedNear(head int32) time.Time {
	if head < 0 {
		return time.Time{}
	}
	for _, span := range [][2]int32{{head, head + 150}, {head - 80, head}} {
		for j := max(span[0], 0); j < min(span[1], int32(len(p.nodes))); j++ {
			nd := &p.nodes[j]
			if nd.tag != 0 || nd.text < 8 || nd.text > 120 || nd.flag&fHidden != 0 {
				continue
			}
			up := &p.nodes[nd.parent]
			if up.marks&mDate != 0 || nd.above&mDate != 0 || len(strings.TrimSpace(nd.n.Data)) < 60 {
				if t := p.printedDate(feed.Line(nd.n.Data)); !t.IsZero() {
					return t
				}
			}
		}
	}
	return time.Time{}
}
