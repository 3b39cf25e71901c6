package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/date"
)

// Bounds of the search for dates by the headline.
const (
	nodesBefore   = 80   // in front of the headline
	nodesBehind   = 2500 // behind it, unless prose begins
	proseBehind   = 3    // blocks of prose that the head may go on beside: standfirst, and paragraphs beside a box
	looseLine     = 60   // bytes of a line in which a date may stand anywhere
	dateLine      = 180  // bytes of a line in which one may stand at an end
	labelledLine  = 120  // bytes of a line far from the headline
	longLink      = 30   // bytes of a link that is a headline rather than a name
	ownProse      = 300  // bytes of prose that make an element more than a card
	labelOnly     = 40   // bytes of a line that may be the label of the next
	mostFarLines  = 3000 // that are read in search of a date far from the headline
	cardNodes     = 400  // of an element that may be another article's card
	cardDepth     = 12   // elements around a date that may be one
	clockLineSize = 40   // bytes of a line that is the time to the day before it
)

// datesNear gives the dates by the headline in the order of their nearness: those behind it, down to where the
// text begins, then those in front of it.
func (p *page) datesNear(head int32, home date.Home) []placed {
	if head < 0 || head >= int32(len(p.nodes)) {
		return nil
	}
	out := p.datesIn(p.nodes[head].end, min(p.nodes[head].end+nodesBehind, int32(len(p.nodes))), head, home)
	for i := range out {
		out[i].behind = true
	}
	before := p.datesIn(max(head-nodesBefore, 0), head, head, home)
	for i := len(before) - 1; i >= 0; i-- {
		out = append(out, before[i])
	}
	return out
}

// dateScan reads the dates of a stretch of the page, line by line.
type dateScan struct {
	p    *page
	home date.Home
	head int32
	out  []placed

	block   int32 // the block that the line stands in
	line    strings.Builder
	since   int    // bytes of the line that the last element with a date ends at
	lead    string // the line before, where it is a label
	dayOnly int    // 1 + index of a date without time at the end of the last line
}

// datesIn reads the dates from node from to node to, or to where prose begins.
func (p *page) datesIn(from, to, head int32, home date.Home) []placed {
	s := dateScan{p: p, home: home, head: head, block: -1}
	prose := 0
	for j := from; j < to; j++ {
		nd := &p.nodes[j]
		if nd.flag&fProse != 0 && j > head {
			if prose++; prose > proseBehind {
				break
			}
		}
		switch {
		case nd.tag == 0:
			s.text(j)
		case nd.tag == atom.Blockquote, nd.tag == atom.Figure:
			s.endLine()
			j = nd.end - 1
		case nd.flag&fBlock != 0 || nd.tag == atom.Br:
			s.endLine()
			s.block = j
			s.element(j)
		default:
			s.element(j)
		}
	}
	s.endLine()
	return s.out
}

// text adds a text to the line.
func (s *dateScan) text(j int32) {
	nd := &s.p.nodes[j]
	if nd.flag&(fHidden|fUI) != 0 || s.line.Len() > dateLine {
		return
	}
	if b := s.p.blockOf(j); b != s.block { // back in an element that a block has interrupted
		s.endLine()
		s.block = b
	}
	s.line.WriteString(nd.n.Data)
	s.line.WriteByte(' ')
}

// element reads a date that an element tells programs.
func (s *dateScan) element(j int32) {
	if s.p.nodes[j].flag&fUI != 0 {
		return
	}
	d, label := s.p.elementDate(j, s.home)
	if d.IsZero() || s.p.foreign(j, s.head) {
		return
	}
	if label == date.Unlabelled {
		before := s.line.String()[min(s.since, s.line.Len()):]
		if label = date.LabelAt(before); label == date.Unlabelled && strings.TrimSpace(before) == "" {
			label = date.LabelAt(s.lead)
		}
	}
	s.since = s.line.Len()
	s.out = append(s.out, placed{Date: d, label: label, machine: true})
}

// endLine reads the line that has been gathered.
func (s *dateScan) endLine() {
	line := feed.Line(s.line.String())
	s.line.Reset()
	s.since = 0
	if line == "" {
		return
	}
	last, lead := s.dayOnly, s.lead
	s.dayOnly, s.lead = 0, ""
	if last > 0 && len(line) <= clockLineSize {
		if d := date.Clock(line, s.out[last-1].Date, s.home); !d.IsZero() {
			s.out[last-1].Date = d
			return
		}
	}
	if len(line) > dateLine {
		return
	}
	found := date.In(line, s.home)
	if len(found) == 0 {
		if len(line) <= labelOnly {
			s.lead = line
		}
		return
	}
	if s.block >= 0 && s.p.foreign(s.block+1, s.head) {
		return
	}
	prose := s.block >= 0 && s.p.nodes[s.block].flag&fProse != 0
	for i, f := range found {
		if i == 0 && f.Label == date.Unlabelled {
			f.Label = date.LabelAt(lead)
		}
		if !ownDate(line, &f, prose) {
			continue
		}
		other := f.Label == date.Unlabelled && strings.HasSuffix(strings.TrimRight(line[:f.From], " "), ":")
		s.out = append(s.out, placed{Date: f.Date, label: f.Label, other: other})
		if f.Precision == date.Day && i == len(found)-1 {
			s.dayOnly = len(s.out)
		}
	}
}

// ownDate reports whether a date in a line is what the line is for, and not what it tells about.
func ownDate(line string, f *date.Found, prose bool) bool {
	atEdge := f.From == 0 || strings.Trim(line[f.To:], " .)]") == ""
	labelled := f.Label != date.Unlabelled
	if prose {
		return atEdge && f.Precision == date.Minute || labelled && len(line) < labelledLine
	}
	return atEdge || labelled || len(line) < looseLine
}

// elementDate reads the date that an element tells programs, with the time that it shows where
// it tells them the day alone; and what the date is of, where its name says so.
func (p *page) elementDate(j int32, home date.Home) (date.Date, date.Label) {
	nd := &p.nodes[j]
	if nd.tag == 0 || nd.tag == atom.Del || nd.tag == atom.Ins {
		return date.Date{}, date.Unlabelled
	}
	label := date.Unlabelled
	switch prop := attr2(nd, "itemprop") + attr2(nd, "property"); prop {
	case "datePublished", "dateCreated", "schema:datePublished":
		label = date.Published
	case "dateModified", "schema:dateModified":
		label = date.Updated
	default:
		known := nd.tag == atom.Time || nd.tag == atom.Abbr || attr2(nd, "datetime") != ""
		if titled := nd.marks&mDate != 0 && attr2(nd, "title") != ""; !known && !titled {
			return p.attributeDate(nd, home), label
		}
	}
	d := firstDate([]string{attr2(nd, "datetime"), attr2(nd, "content"), attr2(nd, "title")}, home)
	if hasClock(d) || nd.text > dateLine {
		return d, label
	}
	shown := p.line(j)
	printed := readDate(shown, home)
	switch {
	case d.IsZero():
		d = printed
	case printed.Precision == date.Minute && sameDay(d.Time, printed, home):
		d = printed
	}
	if label == date.Unlabelled && nd.tag == atom.Time {
		if found := date.In(shown, home); len(found) == 1 {
			label = found[0].Label
		}
	}
	return d, label
}

// attributeDate reads the moment that a short element has in its title or in an attribute for scripts
// that says so by its name: what it shows is "3 hours ago".
func (p *page) attributeDate(nd *node, home date.Home) date.Date {
	if nd.text > looseLine || nd.flag&fLink != 0 || nd.tag == atom.Img {
		return date.Date{}
	}
	for _, a := range nd.n.Attr {
		if !dateAttribute(a.Key) || len(a.Val) < leastMoment {
			continue
		}
		if d := date.Read(a.Val, home); d.Precision == date.Minute {
			return d
		}
	}
	return date.Date{}
}

// leastMoment is the shortest date with a time, in bytes: "1.2.25 3h".
const leastMoment = 9

// dateAttribute reports whether an attribute may hold a moment by its name.
func dateAttribute(key string) bool {
	if name, ok := strings.CutPrefix(key, "data-"); ok {
		return strings.Contains(name, "date") || strings.Contains(name, "time")
	}
	return key == "title"
}

// foreign reports whether a date at j belongs to another article: it stands in the same box as
// a heading or a long line that leads there.
func (p *page) foreign(j, head int32) bool {
	if j >= int32(len(p.nodes)) {
		return false
	}
	nearest := true
	depth := 0
	for i := p.nodes[j].parent; i >= 0 && depth < cardDepth; i = p.nodes[i].parent {
		depth++
		nd := &p.nodes[i]
		if p.within(head, i) || nd.good > ownProse || nd.end-i > cardNodes {
			return false
		}
		if nd.tag == atom.A && nd.text > longLink+dateSize {
			return true
		}
		if card := nd.tag == atom.Article || nd.tag == atom.Li; card && p.leadsAway(i, nd.end, true) {
			return true
		}
		if nd.flag&fBlock == 0 {
			continue
		}
		end := j // what leads there stands before the date, or beside it
		if nearest {
			end = nd.end
		}
		if p.leadsAway(i, end, false) {
			return true
		}
		nearest = false
	}
	return false
}

// dateSize is what a date takes in a link, in bytes.
const dateSize = 20

// leadsAway reports whether a heading that is a link stands below i before end, or, with lines, a
// long link.
func (p *page) leadsAway(i, end int32, lines bool) bool {
	for k := i + 1; k < end && k < p.nodes[i].end; k++ {
		nd := &p.nodes[k]
		switch nd.tag {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			if nd.text > 0 && (nd.link*2 > nd.text || nd.flag&fLink != 0) {
				return true
			}
		case atom.A:
			if lines && nd.text > longLink {
				return true
			}
		}
	}
	return false
}

// blockOf is the nearest block around a node.
func (p *page) blockOf(j int32) int32 {
	for i := p.nodes[j].parent; i >= 0; i = p.nodes[i].parent {
		if p.nodes[i].flag&fBlock != 0 {
			return i
		}
	}
	return -1
}

// farElement gives the date that the element nearest to the headline tells programs, wherever it stands.
func (p *page) farElement(head int32, home date.Home) date.Date {
	best, nearest := date.Date{}, int32(1<<30)
	read := 0
	for j := range int32(len(p.nodes)) {
		if read > mostFarLines {
			break
		}
		away := j - head
		if away < 0 {
			away = -2 * away
		}
		if away >= nearest || p.nodes[j].above&(mTeaser|mRelated|mComment) != 0 {
			continue
		}
		d, label := p.elementDate(j, home)
		if d.IsZero() {
			continue
		}
		read++
		if label != date.Updated && !p.foreign(j, head) {
			best, nearest = d, away
		}
	}
	return best
}

// labelledBehind reads a date out of a line behind the headline that says what
// it is: "Erschienen am: 1. November 2023".
func (p *page) labelledBehind(head int32, home date.Home) date.Date {
	update, lines := date.Date{}, 0
	for j := max(head, 0); j < int32(len(p.nodes)) && lines < mostFarLines; j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 || nd.own < leastMoment || nd.text > labelledLine {
			continue
		}
		if nd.flag&fHidden != 0 || (nd.marks|nd.above)&(mRelated|mTeaser|mComment|mNav) != 0 {
			continue
		}
		lines++
		for _, f := range date.In(p.line(j), home) {
			if f.Label == date.Published {
				return f.Date
			}
			if f.Label == date.Updated && update.IsZero() {
				update = f.Date
			}
		}
	}
	return update
}

func attr2(nd *node, key string) string {
	if nd.tag == 0 || len(nd.n.Attr) == 0 {
		return ""
	}
	return attr(nd.n, key)
}
