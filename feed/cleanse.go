package feed

import (
	"slices"
	"strings"
)

// Clean brings an article that came as a value, as from a file, through the door that
// parsers send theirs through: every text is cleaned, every address is one of the web
// or gone.
func (a *Article) Clean() {
	for _, s := range []*string{
		&a.Kicker, &a.Headline, &a.Standfirst, &a.Byline, &a.Dateline, &a.Section, &a.Credit, &a.Language, &a.GUID,
	} {
		*s = Clean(*s)
	}
	for _, list := range [][]string{a.Authors, a.Topics, a.Corrections} {
		for i := range list {
			list[i] = Clean(list[i])
		}
	}
	for i := range a.Agencies {
		a.Agencies[i] = Agency(Line(string(a.Agencies[i])))
	}
	a.Link, a.Canonical, a.Comments = webOnly(a.Link), webOnly(a.Canonical), webOnly(a.Comments)
	for i := range a.Body {
		a.Body[i].clean()
	}
	a.Enclosures = slices.DeleteFunc(a.Enclosures, func(e Enclosure) bool { return webOnly(e.URL) == "" })
	for i := range a.Enclosures {
		e := &a.Enclosures[i]
		e.Type, e.Title = Line(e.Type), Line(e.Title)
	}
	a.newer = cleanNewer(a.newer, false)
	for _, p := range a.Pictures() {
		p.Alt, p.Caption, p.Credit, p.URL = Clean(p.Alt), Clean(p.Caption), Clean(p.Credit), webOnly(p.URL)
	}
}

func (b *Block) clean() {
	b.Text.clean()
	for _, t := range b.Items {
		t.clean()
	}
	for _, row := range b.Rows {
		for _, t := range row {
			t.clean()
		}
	}
	b.Anchor = Line(b.Anchor)
	b.newer = cleanNewer(b.newer, true)
}

func (t Text) clean() {
	for i := range t {
		s := &t[i]
		s.Text = Clean(s.Text)
		switch {
		case strings.HasPrefix(s.Link, "#"):
			s.Link = Line(s.Link)
		case strings.HasPrefix(s.Link, "mailto:") && !strings.ContainsAny(s.Link, " \t\n\x1b"):
			s.Link = Line(s.Link)
		default:
			s.Link = webOnly(s.Link)
		}
	}
}

// webOnly gives an address as it stands if it is one of the web, else "".
func webOnly(link string) string {
	if WebLink(link) == "" {
		return ""
	}
	return Line(link)
}
