package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// Parts of a sentence that an element says more of than their letters.

// ruby sets how a word is read in brackets behind it.
func (b *builder) ruby(i int32) {
	if b.p.nodes[i].text == 0 {
		return
	}
	if b.p.find(i, func(nd *node) bool { return nd.tag == atom.Rt }) >= 0 { // <rtc> around several
		b.children(i)
		return
	}
	b.text("(")
	b.children(i)
	b.text(")")
}

// quoted puts a <q> in the quotation marks of the page's language, unless it has its own.
func (b *builder) quoted(i int32) {
	if b.p.nodes[i].text == 0 {
		return
	}
	r := firstRune(strings.TrimLeft(b.p.nodes[i].firstText(), " \t\n"))
	if unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("\"'„‚「『", r) {
		b.children(i)
		return
	}
	depth := 0
	b.p.up(i, func(j int32) bool {
		if b.p.nodes[j].tag == atom.Q {
			depth++
		}
		return b.p.nodes[j].flag&fBlock == 0
	})
	left, right := quotationMarks(b.p.lang, depth)
	b.text(left)
	b.children(i)
	b.text(right)
}

// quotationMarks are those of a language; a quotation within one has others.
func quotationMarks(lang string, depth int) (left, right string) {
	marks := quoteMarks(baseLang(lang))
	if strings.HasSuffix(strings.ToLower(lang), "-ch") {
		marks = "«»‹›"
	}
	r := []rune(marks)
	if depth%2 == 1 {
		r = r[2:]
	}
	left, right = string(r[0]), string(r[1])
	if baseLang(lang) == "fr" {
		return left + "\u00a0", "\u00a0" + right
	}
	return left, right
}

// quoteMarks are the outer and the inner marks of a language.
func quoteMarks(lang string) string {
	switch lang {
	case "de", "cs", "sk", "sl", "hr", "bg", "is", "et", "lt", "ka":
		return "„“‚‘"
	case "pl", "hu", "ro", "sr":
		return "„”«»"
	case "fr", "ru", "uk", "be", "el", "hy", "fa":
		return "«»„“"
	case "es", "it", "pt", "ca", "no", "nb", "nn":
		return "«»“”"
	case "sv", "fi":
		return "””’’"
	case "da":
		return "»«›‹"
	case "ja":
		return "「」『』"
	}
	return "“”‘’"
}

// pictureSpan takes an inline element that is marked as a picture and stands in a
// paragraph: the picture with what is said of it is set before the text.
func (b *builder) pictureSpan(i int32) bool {
	nd := &b.p.nodes[i]
	if nd.text > maxSpanCaption || nd.end-i > maxSpanNodes {
		return false
	}
	pictures := 0
	for j := i + 1; j < nd.end; j++ {
		if b.p.nodes[j].tag == atom.Img && b.p.picture(j) != nil {
			pictures++
		}
	}
	if pictures != 1 || !b.p.captionOnly(i) {
		return false
	}
	b.cutRun()
	b.framed(i)
	return true
}

const (
	maxSpanCaption = 400 // bytes of what is said of a picture within a paragraph
	maxSpanNodes   = 60  // of it in the tree
)

// captionOnly reports whether all text of an element is a caption or a credit,
// by its mark or by what it says.
func (p *page) captionOnly(i int32) bool {
	marked := int32(0)
	p.each(i, func(j int32) bool {
		if p.nodes[j].marks&(mCaption|mCredit) != 0 {
			marked += p.nodes[j].text
			return false
		}
		return true
	})
	return marked == p.nodes[i].text || isCredit(p.line(i))
}
