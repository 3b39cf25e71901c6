package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// listing is a list on its way to a block.
type listing struct {
	items  []feed.Text
	levels []int
	nested bool
}

func (l *listing) add(t feed.Text, level int) {
	l.items = append(l.items, t)
	l.levels = append(l.levels, level)
	l.nested = l.nested || level > 0
}

// list takes a list apart, or, where its items hold whole passages, as text.
func (b *builder) list(i int32) {
	b.flush()
	if b.layoutList(i) {
		b.flow(i)
		return
	}
	blk := feed.Block{Kind: feed.List}
	if b.p.nodes[i].tag == atom.Ol {
		blk.Kind = feed.OrderedList
		blk.Start = atoi(attr(b.p.nodes[i].n, "start"))
	}
	var l listing
	b.items(i, 0, &l)
	b.addList(blk, &l, i)
}

func (b *builder) addList(blk feed.Block, l *listing, at int32) {
	if len(l.items) == 0 {
		return
	}
	blk.Items = l.items
	if l.nested {
		blk.Levels = l.levels
	}
	var all strings.Builder
	links := 0
	for k, t := range l.items {
		if k > 0 {
			all.WriteByte('\n')
		}
		for _, s := range t {
			all.WriteString(s.Text)
			if s.Link != "" {
				links += len(s.Text)
			}
		}
	}
	b.add(piece{Block: blk, at: at, tag: b.p.nodes[at].tag, text: all.String(), link: links})
}

// items collects the items of a list, each before those of the lists in it.
func (b *builder) items(i int32, level int, l *listing) {
	for j := i + 1; j < b.p.nodes[i].end; j = b.p.nodes[j].end {
		nd := &b.p.nodes[j]
		if nd.tag == 0 || nd.flag&(fHidden|fUI|fUsed) != 0 {
			continue
		}
		if isList(nd) { // not allowed there, but often written
			b.items(j, min(level+1, feed.MaxLevel), l)
			continue
		}
		if t := b.item(j); len(t) > 0 {
			l.add(t, level)
		}
		b.p.each(j, func(k int32) bool {
			if !isList(&b.p.nodes[k]) {
				return true
			}
			b.items(k, min(level+1, feed.MaxLevel), l)
			return false
		})
	}
}

func isList(nd *node) bool { return nd.tag == atom.Ul || nd.tag == atom.Ol || nd.tag == atom.Menu }

// item is the text of a list's item without the lists in it.
func (b *builder) item(i int32) feed.Text {
	old := b.inItem
	b.inItem = true
	t := b.inline(i)
	b.inItem = old
	return t
}

// layoutList reports whether a list is there for its looks: its items hold
// headings, figures or several paragraphs.
func (b *builder) layoutList(i int32) bool {
	paragraphs, items := 0, 0
	for j := i + 1; j < b.p.nodes[i].end; j++ {
		switch nd := &b.p.nodes[j]; nd.tag {
		case atom.Li, atom.Dd:
			items++
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.Figure, atom.Table, atom.Blockquote, atom.Picture:
			return true
		case atom.Img:
			if nd.flag&fHidden == 0 {
				return true
			}
		case atom.P:
			if nd.own > 40 {
				paragraphs++
			}
		}
	}
	return paragraphs > items+items/2
}

const longDefinition = 300 // bytes of one that is a text of its own

// definitions takes a list of terms, each with what it is in the same item.
// Where that is long, as in questions and answers, both are text.
func (b *builder) definitions(i int32) {
	b.flush()
	if b.layoutList(i) || b.p.find(i, func(nd *node) bool { return nd.tag == atom.Dd && nd.text > longDefinition }) >= 0 {
		b.flow(i)
		return
	}
	var l listing
	var term feed.Text
	b.p.each(i, func(j int32) bool {
		nd := &b.p.nodes[j]
		if nd.tag == 0 || nd.flag&(fHidden|fUI|fUsed) != 0 {
			return false
		}
		var t feed.Text
		switch nd.tag {
		case atom.Dt:
			if t = bold(b.inline(j)); len(t) > 0 && len(term) > 0 {
				t = append(append(term, feed.Span{Text: ", ", Style: feed.Strong}), t...)
			}
			term = t
		case atom.Dd:
			if t = b.inline(j); len(t) == 0 {
				return false
			}
			if n := len(l.items); len(term) == 0 && n > 0 {
				l.items[n-1] = append(append(l.items[n-1], feed.Span{Text: "; "}), t...)
				return false
			}
			if len(term) > 0 {
				t = append(append(term, feed.Span{Text: afterTerm(term)}), t...)
				term = nil
			}
			l.add(t, 0)
		default:
			return true
		}
		return false
	})
	if len(term) > 0 {
		l.add(term, 0)
	}
	b.addList(feed.Block{Kind: feed.List}, &l, i)
}

// afterTerm parts a term from what it is.
func afterTerm(t feed.Text) string {
	switch r, _ := utf8.DecodeLastRuneInString(t[len(t)-1].Text); r {
	case ':', '：', '?', '？', '!', '–', '—', '-':
		return " "
	}
	return ": "
}

// bold is a text all in bold.
func bold(t feed.Text) feed.Text {
	for k := range t {
		t[k].Style |= feed.Strong
	}
	return t
}

func allStrong(t feed.Text) bool {
	for _, s := range t {
		if s.Style&feed.Strong == 0 && strings.TrimSpace(s.Text) != "" {
			return false
		}
	}
	return len(t) > 0
}
