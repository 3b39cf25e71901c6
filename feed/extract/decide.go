package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/extract/chain"
	"depesche/feed/extract/lexicon"
)

// reading is a page read: which part each candidate is.
type reading struct {
	*sheet
	items []chain.Item
	path  []int // state of each candidate
	model *chain.Model
}

// read decides what each candidate is, all at once: the reading of the page whose evidence and order
// weigh most together.
func (s *sheet) read(m *chain.Model) *reading {
	r := &reading{sheet: s, model: m, items: s.items()}
	if s.saysItsTitle() {
		r.items[s.anchor].Only = 1 << sHeadline
	}
	r.path = m.Best(r.items)
	if r.path == nil {
		r.path = make([]int, len(s.cands))
	}
	r.readAgain()
	r.longStandfirst()
	r.captionsOfKept()
	r.endAtWall()
	r.keepByRule()
	return r
}

// An article of which hardly anything was taken for text was misread more often than it stands among so much other
// prose.
const (
	leastProse   = 3 // lines of prose that an element of the text has at least
	hardlyText   = 1 // lines of text that are hardly any
	hardlyPart   = 3 // of the prose one in so many
	secondGlance = 3 // what prose in the element of the text weighs more as text, the second time
)

// readAgain reads a page once more whose text is hardly any of the prose in its element.
func (r *reading) readAgain() {
	if r.p.copied { // it has but one element
		return
	}
	prose, text := 0, 0
	from, to := r.span(r.sheet.body)
	from = max(from, r.anchor+1)
	for i := from; i < to; i++ {
		if r.cands[i].prose {
			prose, text = prose+1, text+yes(r.part(i) == partText)
		}
	}
	if prose < leastProse || text > hardlyText || text*hardlyPart > prose {
		return
	}
	lift := make([]float32, r.model.Labels)
	lift[partText] = secondGlance
	for i := from; i < to; i++ {
		if r.cands[i].prose && !r.inOtherArticle(r.cands[i].at) {
			r.items[i].Lift = lift
		}
	}
	path := r.model.Best(r.items)
	for i, state := range path {
		if r.part(i) == partText && states[state].part != partText {
			return // another article was found in place of this one
		}
	}
	if path != nil {
		r.path = path
	}
}

// A standfirst of more lines of prose than this that are so long together, in letters, is none.
const (
	mostStandfirst    = 2
	longestStandfirst = 480
)

// longStandfirst reads a page once more whose standfirst is longer than any: that is text.
func (r *reading) longStandfirst() {
	runes := 0
	prose := slices.DeleteFunc(r.all(partStandfirst), func(i int) bool { return !r.cands[i].prose })
	for _, i := range prose {
		runes += r.cands[i].runes
	}
	if len(prose) <= mostStandfirst || runes <= longestStandfirst {
		return
	}
	text := uint64(1<<sText | 1<<sCaption2 | 1<<sAside2)
	for _, i := range prose {
		r.items[i].Only = text
	}
	if path := r.model.Best(r.items); path != nil {
		r.path = path
	}
}

// fewArticles is how many elements for articles beside each other are articles; more are the parts of one.
const fewArticles = 2

// inOtherArticle reports whether a node stands in an element for an article that does not hold the headline.
func (r *reading) inOtherArticle(i int32) bool {
	for ; i > 0; i = r.p.nodes[i].parent {
		if r.p.nodes[i].tag == atom.Article {
			break
		}
	}
	if i <= 0 || r.anchor >= 0 && r.p.within(r.cands[r.anchor].at, i) {
		return false
	}
	alike := 0
	parent := r.p.nodes[i].parent
	for j := parent + 1; j < r.p.nodes[parent].end; j = r.p.nodes[j].end {
		alike += yes(r.p.nodes[j].tag == atom.Article)
	}
	return alike <= fewArticles
}

// surelyTitle is how much of the page's title a heading has to say that nothing else can be the headline.
const surelyTitle = 0.97

// saysItsTitle reports whether a heading of the page, outside its menus, is what the page calls itself.
func (s *sheet) saysItsTitle() bool {
	if s.anchor < 0 || s.likes[s.anchor] < surelyTitle {
		return false
	}
	at := s.cands[s.anchor].at
	return s.p.nodes[at].tag == atom.H1 && !s.p.inList(at) && !s.p.tagAbove(at, atom.Nav, atom.Footer)
}

func (r *reading) part(i int) part   { return states[r.path[i]].part }
func (r *reading) stretch(i int) int { return states[r.path[i]].stretch }

// endAtWall ends the text before the lines that papers print where it stops for those who do not pay. A list behind
// them is one of other articles where its heading is none of this one.
func (r *reading) endAtWall() {
	listed, headed := false, false
	for i := len(r.cands) - 1; i >= 0; i-- {
		c := &r.cands[i]
		text := r.part(i).isText()
		switch {
		case c.runes <= longLine && c.says.All().Has(lexicon.Paywall):
			if !text && !headed {
				continue
			}
			for k := i; k < len(r.cands); k++ {
				if r.part(k).isText() {
					r.path[k] = int(sAfter)
				}
			}
			listed, headed = false, false
		case text && r.p.inList(c.at):
			listed = true
		case listed && c.kind == aLine && isHeading(r.p.nodes[c.at].tag) && !text:
			headed = true
		case text:
			return
		}
	}
}

// captionsOfKept takes what stands in the caption of a picture that was taken for one of the article's as said of
// it, where it was taken for furniture and has none of its words.
func (r *reading) captionsOfKept() {
	for i := range r.cands {
		c := &r.cands[i]
		if r.part(i) != partAside && r.part(i) != partBefore || c.kind != aLine || c.heads() != 0 || furniture(c.text) || inFigure(r.sheet, i) != inFigcaption {
			continue
		}
		if j := r.pictureOf(i); j < 0 || r.part(j) != partFigure || !r.p.sameFrame(c.at, r.cands[j].at) {
			continue
		}
		to := [2]state{sCaption1, sCaption2}
		if isCredit(c.text) {
			to = [2]state{sCredit1, sCredit2}
		}
		r.path[i] = int(to[yes(r.stretch(i) == stretchText)])
	}
}

// keepByRule makes text of what the reader's own rules keep.
func (r *reading) keepByRule() {
	if len(r.p.kept) == 0 {
		return
	}
	for i := range r.cands {
		c := &r.cands[i]
		if r.p.nodes[c.at].flag&fKept == 0 && r.p.nodes[c.from].flag&fKept == 0 {
			continue
		}
		switch {
		case c.kind == aPicture:
			r.path[i] = int(sFigure2)
		case c.kind == aLine && isHeading(r.p.nodes[c.at].tag):
			r.path[i] = int(sSubhead)
		case r.part(i) != partHeadline && r.part(i) != partCaption && r.part(i) != partCredit:
			r.path[i] = int(sText)
		}
		r.p.note(r.part(i).String(), "your rule: keep", c.at)
	}
}

// all are the candidates of a part, top to bottom.
func (r *reading) all(p part) []int {
	var out []int
	for i := range r.path {
		if r.part(i) == p {
			out = append(out, i)
		}
	}
	return out
}

// joined is the text of several candidates, one behind the other.
func (r *reading) joined(list []int) string {
	var parts []string
	for _, i := range list {
		parts = append(parts, r.cands[i].text)
	}
	return strings.Join(parts, " ")
}

// reasonParts is how many pieces of evidence are told of a decision.
const reasonParts = 5

// explain tells for each candidate what it was taken for and what weighed most for it, against the part that came
// next; by is how much less the best reading of the whole page weighs in which it is that.
func (r *reading) explain() {
	if r.p.why == nil {
		return
	}
	names := layout().names
	totals := r.model.Totals(r.items)
	for i := range r.cands {
		won := r.part(i)
		other := -1
		for l, v := range totals[i] {
			if part(l) != won && (other < 0 || v > totals[i][other]) {
				other = l
			}
		}
		by := max(totals[i][won]-totals[i][other], 0) // what was decided behind the reading has no weight
		type piece struct {
			name   string
			weight float32
		}
		var all []piece
		for _, f := range r.items[i].Features {
			w := r.model.Emit[int(f)*r.model.Labels:]
			if d := w[won] - w[other]; d != 0 {
				all = append(all, piece{names[f], d})
			}
		}
		slices.SortFunc(all, func(a, b piece) int { return cmp.Compare(abs(b.weight), abs(a.weight)) })
		var said []string
		for _, x := range all[:min(len(all), reasonParts)] {
			said = append(said, fmt.Sprintf("%s %+.1f", x.name, x.weight))
		}
		what := won.String()
		if won == partBefore || won == partAside || won == partAfter {
			what = "drop"
		}
		c := &r.cands[i]
		text := c.text
		if c.kind == aPicture {
			text = cmp.Or(c.alt, c.address)
		}
		rule := fmt.Sprintf("%s rather than %s by %.1f: %s", won, part(other), by, strings.Join(said, ", "))
		if r.items[i].Only == 1<<sHeadline {
			rule = "heading that is the page's title"
		}
		r.p.why.lines = append(r.p.why.lines, feed.Reason{What: what, Path: r.p.path(c.at), Text: cut(text, reasonText), Rule: rule})
	}
}

func abs(v float32) float32 { return max(v, -v) }
