package extract

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/wire"
)

// attachCaptions joins captions and credits that stand beside their picture.
func (p *page) attachCaptions(pieces []piece) {
	last := -1
	for i := range pieces {
		pc := &pieces[i]
		if pc.Kind == feed.Figure {
			last = i
			continue
		}
		if pc.drop != "" {
			continue
		}
		pic := (*feed.Picture)(nil)
		if last >= 0 {
			pic = pieces[last].Picture
		}
		near := last >= 0 && pc.at-pieces[last].at < 60
		if i == len(pieces)-1 && (!near && pc.marks&(mCaption|mCredit|mFigure) == 0 || p.isAgencyLine(pc.text)) {
			break // what ends the text is no caption without a picture or a mark
		}
		switch {
		case pc.Kind != feed.Paragraph, buttons(pc.Text):
			last = -1
		case pc.marks&mCaption != 0 && len(pc.text) < 1000:
			pc.drop = "caption"
			if near && pic.Caption == "" {
				caption, credit := splitCredit(pc.text)
				pic.Caption, pic.Credit = caption, joinCredits(pic.Credit, credit)
			} else if near && pic.Credit == "" && isCredit(pc.text) {
				pic.Credit = cleanCredit(pc.text)
			}
		case len(pc.text) < 200 && (pc.marks&mCredit != 0 && !isSentence(pc.text) || (near || pc.marks&mFigure != 0) && isCredit(pc.text)):
			if near && pic.Credit == "" {
				pic.Credit = cleanCredit(pc.text)
				pc.drop = "credit"
			} else if pc.marks&mCredit != 0 || near {
				pc.drop = "credit"
			}
		case near && pic.Caption == "" && creditedCaption(pc, pic):
			pc.drop = "caption that ends in its credit"
		case near && pic.Caption == "" && len(pc.text) < 250 && i+1 < len(pieces) && creditBelow(&pieces[i+1]):
			pic.Caption = trimCaption(pc.text)
			pc.drop = "caption, its credit below"
		default:
			if len(pc.text) > 20 {
				last = -1
			}
		}
	}
	pictureTwice(pieces)
}

// buttons reports whether a text holds links in brackets: "by /u/eva [link] [comments]" is
// no credit.
func buttons(t feed.Text) bool {
	return slices.ContainsFunc(t, func(s feed.Span) bool {
		words := strings.TrimSpace(s.Text)
		return s.Link != "" && strings.HasPrefix(words, "[") && strings.HasSuffix(words, "]")
	})
}

// pictureTwice drops a picture without a caption right before the same one.
func pictureTwice(pieces []piece) {
	for i := 1; i < len(pieces); i++ {
		x, y := &pieces[i-1], &pieces[i]
		if x.drop == "" && x.Kind == feed.Figure && y.Kind == feed.Figure && x.Picture.URL != "" && x.Picture.Caption == "" && sizeOf(x.Picture.URL, y.Picture.URL) {
			x.drop = "picture twice"
			y.Picture.Credit = joinCredits(y.Picture.Credit, x.Picture.Credit)
		}
	}
}

// creditedCaption takes a paragraph right behind a picture as its caption where
// it ends in a credit that says it is one: "... Foto: Ada Lindner".
func creditedCaption(pc *piece, pic *feed.Picture) bool {
	if len(pc.text) > 400 || pc.tag == atom.Li || firstMark(pc.text) == nil {
		return false
	}
	caption, credit := splitCredit(pc.text)
	if caption == "" || credit == "" || len(credit) > 100 {
		return false
	}
	pic.Caption, pic.Credit = caption, joinCredits(pic.Credit, credit)
	return true
}

// creditBelow reports whether a piece is a line that holds nothing but a marked
// photo credit.
func creditBelow(pc *piece) bool {
	return pc.Kind == feed.Paragraph && pc.drop == "" && len(pc.text) < 150 && markedLine(pc.text)
}

// captionInData gives a picture without a caption the one its element keeps for
// the enlarged view.
func (p *page) captionInData(i int32, pic *feed.Picture) {
	said := ""
	for j := i; j < p.nodes[i].end; j++ {
		if nd := &p.nodes[j]; nd.tag == atom.Img || nd.tag == atom.Picture {
			for _, k := range [...]string{"data-caption", "data-image-caption", "data-img-caption"} {
				if said == "" {
					said = plain(attr(nd.n, k))
				}
			}
		}
	}
	if caption, credit := splitCredit(said); caption != "" && len(caption) < 1000 && !furniture(caption) {
		pic.Caption, pic.Credit = caption, joinCredits(pic.Credit, credit)
	}
}

// creditNames are what the attributes are called in which templates keep a photo credit.
var creditNames = lazy(`^data-.*(?:credit|copyright|photographer|fotograf|urheber|bildnachweis|quelle|rights)`)

// longestData is the longest credit in an attribute, in bytes.
const longestData = 120

// creditInData gives the photo credit that an attribute of a picture, or of its frame, holds.
func (p *page) creditInData(i int32) string {
	for j := i; j > 0 && (j == i || p.nodes[j].tag == atom.Figure || p.nodes[j].tag == atom.Picture || p.nodes[j].tag == atom.A); j = p.nodes[j].parent {
		for k := j; k < min(p.nodes[j].end, j+6); k++ {
			if p.nodes[k].tag == 0 {
				continue
			}
			for _, a := range p.nodes[k].n.Attr {
				if !strings.HasPrefix(a.Key, "data-") || len(a.Val) > longestData || !creditNames().MatchString(a.Key) {
					continue
				}
				if v := cleanCredit(plain(a.Val)); strings.ContainsFunc(v, unicode.IsLetter) && !strings.Contains(v, "://") {
					return v
				}
			}
		}
	}
	return ""
}

type figureParts struct{ caption, credit, other []string }

// captionOf reads the text of a figure: the caption, and the photo credit,
// which stands in an element of its own, at the caption's end, or beside it.
func (p *page) captionOf(i int32) (caption, credit string) {
	var parts figureParts
	p.parts(i, i, 0, &parts)
	caption = strings.TrimSpace(strings.Join(distinct(parts.caption), " "))
	credit = joinParts(parts.credit)
	other := parts.other
	if caption == "" && credit == "" && len(other) > 0 || caption == "" && len(other) > 0 && !isCredit(other[0]) {
		caption = strings.Join(other, " ")
		other = nil
	}
	for _, o := range other {
		if credit == "" && len(o) < 120 && (isCredit(o) || !isSentence(o) && !furniture(o)) {
			credit = cleanCredit(o)
		}
	}
	if credit != "" && caption != "" { // the caption often repeats it
		if c, cr := splitCredit(caption); cr != "" {
			caption, credit = c, joinCredits(cr, credit)
		}
	} else {
		if caption == "" && isSentence(credit) {
			caption, credit = credit, ""
		}
		if c, cr := splitCredit(caption); cr != "" {
			caption, credit = c, cr
		}
	}
	if credit == "" && caption != "" {
		caption, credit = p.lastInline(i, caption)
	}
	if furniture(caption) || foldKey(caption) == foldKey(credit) {
		caption = ""
	}
	return trimCaption(caption), credit
}

// distinct are the texts of a list, each once: a caption often stands a second
// time for the enlarged view.
func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// lastInline parts a credit that stands in the caption's last element: a short
// one of names, behind text that ends.
func (p *page) lastInline(i int32, caption string) (string, string) {
	at := i
	if c := p.find(i, func(nd *node) bool { return nd.tag == atom.Figcaption || nd.marks&mCaption != 0 && nd.text > 0 }); c >= 0 {
		at = c
	}
	for range 6 {
		last, n := int32(-1), 0
		for j := at + 1; j < p.nodes[at].end; j = p.nodes[j].end {
			if nd := &p.nodes[j]; nd.text > 0 {
				last = j
				n++
			}
		}
		if last < 0 || p.nodes[last].tag == 0 {
			return caption, ""
		}
		text := p.line(last)
		rest := strings.TrimSpace(strings.TrimSuffix(caption, text))
		if n > 1 && len(text) <= 90 && len(rest) >= 12 && rest != caption && !isSentence(text) && !sentenceEnd(text) && (unicode.IsUpper(firstRune(text)) || hasLibrary(text) || firstRune(text) > 0x2E80) &&
			(sentenceEnd(rest) || hasLibrary(text) || p.nodes[last].tag != atom.A) {
			return rest, cleanCredit(text)
		}
		at = last
	}
	return caption, ""
}

func joinParts(parts []string) string {
	out := ""
	for _, s := range parts {
		s = cleanCredit(s)
		if s != "" {
			out = joinCredits(out, s)
		}
	}
	return out
}

// parts sorts the texts of a figure by the marks of the elements they stand in.
func (p *page) parts(i, top int32, ctx mark, out *figureParts) {
	nd := &p.nodes[i]
	if nd.flag&(fHidden|fUI) != 0 && i != top {
		return
	}
	m := nd.marks
	if i != top {
		switch {
		case nd.tag == atom.Figcaption:
			ctx = ctx&^mCredit | mCaption
			if m&mCredit != 0 && m&mCaption == 0 && p.find(i, func(nd *node) bool { return nd.tag != atom.A && nd.tag != atom.Br }) < 0 {
				ctx = mCredit
			}
		case m&mCredit != 0 || ctx&(mCaption|mFigure) != 0 && m&(mByline|mSource) != 0 || nd.tag == atom.Small && ctx&mCaption != 0:
			if nd.text < 250 && !(m&mCaption != 0 && p.find(i, func(nd *node) bool { return nd.marks&mCredit != 0 }) >= 0) {
				ctx = mCredit
			}
		case m&(mCaption|mStandfirst) != 0 && ctx&mCredit == 0:
			ctx = mCaption
		case m&(mShare|mAd|mTool|mCounter|mNav|mLogo) != 0 && m&mFigure == 0 && nd.tag != atom.A:
			return
		}
	}
	var run strings.Builder
	put := func() {
		s := feed.Line(run.String())
		run.Reset()
		switch {
		case s == "":
		case ctx&mCredit != 0:
			out.credit = append(out.credit, s)
		case ctx&mCaption != 0:
			out.caption = append(out.caption, s)
		default:
			out.other = append(out.other, s)
		}
	}
	apart := p.onlyElements(i)
	for j := i + 1; j < nd.end; j = p.nodes[j].end {
		c := &p.nodes[j]
		if apart {
			put()
		}
		switch {
		case c.tag == 0:
			if c.flag&(fHidden|fUI) == 0 {
				run.WriteString(c.n.Data)
			}
		case p.plainInline(j):
			if c.tag == atom.Br {
				run.WriteByte(' ')
			} else if c.flag&(fHidden|fUI) == 0 {
				run.WriteString(p.rawText(j))
			}
		default:
			put()
			p.parts(j, top, ctx, out)
		}
	}
	put()
}

// onlyElements reports whether an element holds two or more elements with text
// and none of its own: parts of a caption set side by side.
func (p *page) onlyElements(i int32) bool {
	n := 0
	for j := i + 1; j < p.nodes[i].end; j = p.nodes[j].end {
		switch c := &p.nodes[j]; {
		case c.tag == 0 && c.text > 0:
			return false
		case c.tag == atom.Span || c.tag == atom.Cite || c.tag == atom.Small || c.tag == atom.Em:
			if c.text > 0 {
				n++
			}
		}
	}
	return n > 1
}

// plainInline reports whether an element is just part of the line it stands in.
func (p *page) plainInline(j int32) bool {
	nd := &p.nodes[j]
	if nd.flag&fBlock != 0 {
		return false
	}
	switch nd.tag {
	case atom.Small, atom.Cite:
		return false
	case atom.Span:
		if nd.marks&(mCredit|mCaption|mByline|mSource|mTool|mShare|mCounter) != 0 {
			return false
		}
	}
	if nd.marks&(mCredit|mCaption) != 0 {
		return false
	}
	for k := j + 1; k < nd.end; k++ {
		c := &p.nodes[k]
		if c.tag != 0 && (c.flag&fBlock != 0 || c.marks&(mCredit|mCaption) != 0 || c.tag == atom.Small || c.tag == atom.Img) {
			return false
		}
	}
	return true
}

// isAgencyLine reports whether a line is an agency's credit in brackets or between slashes, the mark that ends
// an article.
func (p *page) isAgencyLine(s string) bool {
	if s == "" || s[0] != '(' && !strings.Contains(s, "/") {
		return false
	}
	_, ok := wire.ParseCredit(s, p.lang)
	return ok
}
