package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/extract/lexicon"
)

// Lines that are told by what they are beside their words: said again and
// again, a heading by mark, a list of labels, a picture's heading.

// repeated drops a short line that the page says three times or more: a label
// between paragraphs, the note on a button.
func repeated(pieces []piece) {
	said := map[string]int{}
	short := func(pc *piece) bool {
		return pc.drop == "" && (pc.Kind == feed.Paragraph || pc.Kind == feed.Subhead) && pc.Role == feed.Ordinary && len(pc.text) > 2 && len(pc.text) < 60 && !sentenceEnd(pc.text)
	}
	for i := range pieces {
		if short(&pieces[i]) {
			said[pieces[i].text]++
		}
	}
	for i := range pieces {
		if pc := &pieces[i]; short(pc) && said[pc.text] > 2 {
			pc.drop = "said again and again"
		}
	}
}

// markedSubheads makes subheads of lines that are marked as such and are set as
// paragraphs.
func (p *page) markedSubheads(pieces []piece) {
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop != "" || pc.Kind != feed.Paragraph || pc.link > 0 || len(pc.text) > 140 || strings.HasSuffix(pc.text, ".") || p.nodes == nil {
			continue
		}
		nd := &p.nodes[pc.at]
		m := nd.marks
		if nd.parent >= 0 && p.nodes[nd.parent].text == nd.text {
			m |= p.nodes[nd.parent].marks
		}
		if m&mSubhead != 0 && m&(mByline|mDate|mCaption|mCredit|mBox) == 0 && i+1 < len(pieces) {
			pc.Kind = feed.Subhead
			pc.Text = feed.Plain(pc.text)
		}
	}
}

// labels reports whether most items of a list are words of the page's own:
// "Teilen", "Drucken".
func labels(pc *piece) bool {
	if len(pc.Items) < 3 {
		return false
	}
	n := 0
	for _, it := range pc.Items {
		if s := it.String(); len(s) < 40 && label.match(strings.ToLower(s)) {
			n++
		}
	}
	return n*2 >= len(pc.Items)
}

// saysMore reports whether a heading behind the last paragraph is text of its
// own: a whole sentence, or one of several that stand over pictures.
func saysMore(pieces []piece, i int) bool {
	if s := pieces[i].text; len(s) > 30 && strings.HasSuffix(s, ".") {
		return true
	}
	over, after := 0, false
	for k := range pieces {
		pc := &pieces[k]
		if pc.drop != "" {
			continue
		}
		if pc.Kind == feed.Figure && after {
			over++
		}
		after = pc.Kind == feed.Subhead
	}
	return over > 2 && (i+1 < len(pieces) && pieces[i+1].Kind == feed.Figure || i > 0 && pieces[i-1].Kind == feed.Figure)
}

// headList drops a list above or behind the text that says when and by whom:
// its items are dates, bylines, labels.
func (p *page) headList(pieces []piece, a *feed.Article) {
	for i := range pieces {
		if pc := &pieces[i]; pc.drop == "" && pc.Kind == feed.List {
			p.dropHeadList(pc, a)
		} else if pc.drop == "" && pc.Kind == feed.Paragraph && len(pc.text) > 80 {
			break
		}
	}
	for i := len(pieces) - 1; i >= 0 && i >= len(pieces)-4; i-- {
		if pc := &pieces[i]; pc.drop == "" && pc.Kind == feed.List {
			p.dropHeadList(pc, a)
		}
	}
}

func (p *page) dropHeadList(pc *piece, a *feed.Article) {
	known := 0
	for _, it := range pc.Items {
		s := it.String()
		switch {
		case len(s) > 120:
		case !p.printedDate(s).IsZero(), label.match(strings.ToLower(s)), saidLead().MatchString(s):
			known++
		}
	}
	if known < 2 || known*3 < len(pc.Items)*2 {
		return
	}
	pc.drop = "list of date and byline"
	for _, it := range pc.Items {
		if s := it.String(); len(a.Authors) == 0 && saidLead().MatchString(s) && p.printedDate(s).IsZero() {
			p.takeByline(a, s)
		}
	}
}

// joinInitial joins a first letter that is set large, in an element of its own,
// to its word: "N a endlich". A letter that can be a word of the language stays.
func joinInitial(t feed.Text, lang string) {
	words := strings.Join(lexicon.Language(baseLang(lang), lexicon.OneLetter), "")
	if words == "" {
		return
	}
	first := &t[0].Text
	r, n := utf8.DecodeRuneInString(*first)
	if !unicode.IsUpper(r) || strings.ContainsRune(words, r) || !strings.HasPrefix((*first)[n:], " ") {
		return
	}
	rest := (*first)[n+1:]
	if rest == "" && len(t) > 1 {
		rest = t[1].Text
	}
	if unicode.IsLower(firstRune(rest)) {
		*first = (*first)[:n] + (*first)[n+1:]
	}
}
