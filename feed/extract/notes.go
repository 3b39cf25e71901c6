package extract

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

const (
	maxNotes = 300
	longNote = 3000 // bytes
)

// footnote is a note below the text that a mark in it leads to.
type footnote struct {
	at int32 // the element that holds the note
	n  int   // its number, in the order of the marks
}

// findNotes finds the footnotes of the text below root: short links to a place
// on the page where a text begins. The notes are taken out of the text; where
// they stand on the page does not matter.
func (p *page) findNotes(root int32) {
	var targets map[string]int32
	seen := map[int32]int{}
	for i := root + 1; i < p.nodes[root].end && len(p.notes) < maxNotes; i++ {
		nd := &p.nodes[i]
		if (nd.tag == atom.Span || nd.tag == atom.Small) && p.isSidenote(i) {
			p.addSidenote(i)
			i = nd.end - 1
			continue
		}
		if nd.tag != atom.A || nd.text == 0 || nd.text > 6 {
			continue
		}
		id, ok := strings.CutPrefix(attr(nd.n, "href"), "#")
		if !ok || id == "" || !p.isMark(i) {
			continue
		}
		if targets == nil {
			targets = p.ids()
		}
		at, ok := targets[id]
		if !ok || at <= i {
			continue
		}
		if at = p.noteAround(at); at < 0 || p.within(i, at) {
			continue
		}
		n := seen[at]
		if n == 0 {
			n = len(p.notes) + 1
			seen[at] = n
			p.notes = append(p.notes, footnote{at, n})
			p.nodes[at].flag |= fUsed
		}
		if p.marksAt == nil {
			p.marksAt = map[*html.Node]int{}
		}
		p.marksAt[nd.n] = n
	}
}

// isMark reports whether a short link looks like the mark of a footnote: set
// high, in brackets, a sign, or called one.
func (p *page) isMark(i int32) bool {
	nd := &p.nodes[i]
	text := p.line(i)
	bare := strings.Trim(text, "[]()")
	if len(bare) == 0 || len(bare) > 4 || strings.IndexFunc(bare, notInMark) >= 0 {
		return false
	}
	return bare != text || strings.ContainsAny(bare, "*†‡§") || p.parentTag(i) == atom.Sup || attr(nd.n, "role") == "doc-noteref" ||
		p.find(i, func(nd *node) bool { return nd.tag == atom.Sup }) >= 0
}

func notInMark(r rune) bool {
	return (r < '0' || r > '9') && (r < 'a' || r > 'z') && !strings.ContainsRune("*†‡§", r)
}

// ids are the elements that can be jumped to, by name.
func (p *page) ids() map[string]int32 {
	out := map[string]int32{}
	for i := range p.nodes {
		if p.nodes[i].tag == 0 {
			continue
		}
		for _, a := range p.nodes[i].n.Attr {
			if a.Key == "id" || a.Key == "name" && p.nodes[i].tag == atom.A {
				if _, have := out[a.Val]; !have {
					out[a.Val] = int32(i)
				}
			}
		}
	}
	return out
}

// noteAround is the block that holds the note to which a link leads, -1 where
// that is none.
func (p *page) noteAround(i int32) int32 {
	for i >= 0 && p.nodes[i].flag&fBlock == 0 {
		i = p.nodes[i].parent
	}
	if i < 0 {
		return -1
	}
	nd := &p.nodes[i]
	if nd.flag&(fHidden|fUI|fUsed) == fHidden || nd.text < 3 || nd.text > longNote || nd.marks&(mComment|mNav|mRelated|mTeaser) != 0 || nd.above&(mComment|mNav|mRelated) != 0 {
		return -1
	}
	switch nd.tag {
	case atom.Li, atom.P, atom.Dd, atom.Div, atom.Aside, atom.Td:
		return i
	}
	return -1
}

// mark is a footnote's mark in the text, always in brackets: a figure set high
// would otherwise be one of the word before it.
func (b *builder) mark(i int32, n int) {
	text := feed.Line(b.p.rawText(i))
	if bare := strings.Trim(text, "[]()"); strings.Trim(bare, "*†‡§") != "" {
		text = "[" + bare + "]"
	}
	old := b.link
	b.link = "#" + noteAnchor(n)
	b.text(text)
	b.link = old
}

func noteAnchor(n int) string { return "note-" + strconv.Itoa(n) }

// addNotes puts the footnotes below the text, in the order of their marks. A
// mark whose note turned out to be empty leads nowhere.
func (p *page) addNotes(body []feed.Block) []feed.Block {
	if len(p.notes) == 0 {
		return body
	}
	notes := p.takeNotes()
	have := map[string]bool{}
	for i := range notes {
		have["#"+notes[i].Anchor] = true
	}
	for i := range body {
		eachText(&body[i], func(t feed.Text) {
			for k := range t {
				if strings.HasPrefix(t[k].Link, "#") && !have[t[k].Link] {
					t[k].Link = ""
				}
			}
		})
	}
	return append(body, notes...)
}

// eachText calls f for every text of a block.
func eachText(b *feed.Block, f func(feed.Text)) {
	f(b.Text)
	for _, t := range b.Items {
		f(t)
	}
	for _, row := range b.Rows {
		for _, t := range row {
			f(t)
		}
	}
}

// takeNotes gives the footnotes as blocks.
func (p *page) takeNotes() []feed.Block {
	var out []feed.Block
	for _, note := range p.notes {
		p.hideMarks(note.at)
		b := builder{p: p, root: note.at, block: note.at, role: feed.Footnote}
		b.children(note.at)
		b.flush()
		first := true
		for k := range b.pieces {
			blk := b.pieces[k].Block
			if first && len(blk.Text) > 0 {
				blk.Text[0].Text = strings.TrimLeft(blk.Text[0].Text, ".:)] ")
				blk.Text = tidy(blk.Text)
			}
			if blk.Kind == feed.Paragraph && len(blk.Text) == 0 {
				continue
			}
			if first {
				blk.Anchor = noteAnchor(note.n)
				first = false
			}
			p.note(feed.Footnote.String(), "a mark in the text leads here", b.pieces[k].at)
			out = append(out, blk)
		}
	}
	return out
}

// hideMarks leaves out a note's own mark in front, and the arrow back.
func (p *page) hideMarks(at int32) {
	front := true
	for j := at + 1; j < p.nodes[at].end; j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 {
			front = front && nd.text == 0
			continue
		}
		if nd.tag != atom.A && nd.tag != atom.Sup || nd.text == 0 || nd.text > 12 {
			continue
		}
		bare := strings.Trim(p.line(j), "[]().: ")
		back := nd.tag == atom.A && strings.HasPrefix(attr(nd.n, "href"), "#")
		if front && len(bare) < 5 && strings.IndexFunc(bare, notInMark) < 0 || back && strings.IndexFunc(bare, unicode.IsLetter) < 0 {
			nd.flag |= fUsed
			j = nd.end - 1
		}
	}
}
