package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/wire"
)

const maxText = 4 << 20

// Text takes an article in plain text apart: a saved or pasted page in the
// shape of a newspaper. Kicker, headline, standfirst, caption, a "Foto: ..."
// line, paragraphs, short lines without a full stop as subheads, "(afp/red)";
// what follows the end of the article (comments, pointers) is dropped.
func Text(text []byte, o Options) (feed.Article, error) {
	a := feed.Article{Link: o.URL}
	if len(text) > maxText {
		text = text[:maxText]
	}
	lines := paragraphs(feed.Clean(string(bytes.ToValidUTF8(text, []byte("\uFFFD")))))
	p := &page{opt: o}
	p.lang = detect(strings.Join(lines, "\n"))
	a.Language = p.lang
	t := plainText{p: p, a: &a, lines: p.articleLines(dropLabels(lines))}
	t.head()
	t.body()
	if len(a.Body) == 0 {
		return a, ErrNoArticle
	}
	return a, nil
}

// paragraphs gives the paragraphs of a text: its lines, or, in a text that was
// wrapped at some width, what stands between empty lines.
func paragraphs(text string) []string {
	raw := strings.Split(text, "\n")
	long, inner, chunks := 0, 0, 0
	prev, last := "", 0
	for _, l := range raw {
		l = strings.TrimSpace(l)
		long = max(long, utf8.RuneCountInString(l))
		switch {
		case l != "" && prev == "":
			chunks++
		case l != "":
			inner++
		}
		prev = l
	}
	wrapped := long <= 100 && chunks > 2 && inner > chunks
	var out []string
	open := false
	for _, l := range raw {
		bullet := listMark().MatchString(l)
		l = feed.Line(l)
		switch {
		case l == "":
			open = false
			continue
		case wrapped && open && !bullet && last*10 >= long*6:
			out[len(out)-1] += " " + l
		default:
			out = append(out, l)
		}
		open, last = true, utf8.RuneCountInString(l)
	}
	return out
}

// dropLabels drops buttons and menu words from the first lines of a pasted page.
func dropLabels(lines []string) []string {
	var out []string
	for i, l := range lines {
		if low := strings.ToLower(l); i < 12 && len(l) < 40 && (label.match(low) || invitation.match(low)) {
			continue
		}
		out = append(out, l)
	}
	return out
}

var listMark = lazy(`^\s*(?:[-*•–]|\d{1,2}[.)])\s+\S`)

// articleLines cuts off what stands behind the article: everything below a
// heading of comments or the agency's credit.
func (p *page) articleLines(lines []string) []string {
	text := 0
	for i, l := range lines {
		low := strings.ToLower(l)
		if text > 250 && len(l) < 80 && (commentHeading().MatchString(low) || stopHeading.match(low) && !pointsOn(l) && !moreText(lines[i+1:])) {
			p.walled = paywallLine.match(low)
			return p.keepCorrections(lines[:i], lines[i+1:])
		}
		if text > 250 && len(l) < 200 {
			if _, ok := wire.ParseCredit(l, p.lang); ok {
				return p.keepCorrections(lines[:i+1], lines[i+1:])
			}
		}
		if len(l) > 80 {
			text += len(l)
			if _, _, ok := wire.TrailingCredit(l, p.lang); ok && text > 400 {
				return p.keepCorrections(lines[:i+1], lines[i+1:])
			}
		}
	}
	return lines
}

func (p *page) keepCorrections(keep, rest []string) []string {
	out := append([]string{}, keep...)
	for _, l := range rest {
		if correction.match(strings.ToLower(l)) {
			out = append(out, l)
		}
	}
	return out
}

// pointsOn reports whether a line names the article it points to: "Read also: ...".
func pointsOn(l string) bool {
	i := strings.IndexByte(l, ':')
	return i > 0 && i+3 < len(l)
}

// moreText reports whether running text goes on below a stop heading.
func moreText(lines []string) bool {
	for _, l := range lines {
		if commentHeading().MatchString(strings.ToLower(l)) {
			break
		}
		if len(l) > 110 && sentenceEnd(l) {
			return true
		}
	}
	return false
}

// plainText reads an article line by line.
type plainText struct {
	p     *page
	a     *feed.Article
	lines []string
}

func (t *plainText) next() string {
	if len(t.lines) == 0 {
		return ""
	}
	return t.lines[0]
}

func (t *plainText) skip() { t.lines = t.lines[1:] }

// head takes what stands above the text.
func (t *plainText) head() {
	t.meta()
	if len(t.lines) > 2 && t.kickerFirst() {
		t.a.Kicker = trimKicker(t.next())
		t.skip()
		t.meta()
	}
	if l := t.next(); l != "" && len(l) < 300 && len(t.lines) > 1 {
		t.a.Headline = l
		t.skip()
	}
	t.meta()
	if t.standfirstNext() {
		t.a.Standfirst = t.next()
		t.skip()
	}
	t.meta()
	t.leadPicture()
	t.meta()
}

// meta takes byline, date and address lines, in whatever order they stand.
func (t *plainText) meta() {
	for len(t.lines) > 1 {
		l := t.next()
		low := strings.ToLower(l)
		switch {
		case len(l) < 120 && t.a.Byline == "" && bylineStart().MatchString(l) && !sentenceEnd(l):
			t.a.Byline = l
			for _, n := range splitNames(l) {
				if g, ok := wire.Lookup(n, t.p.lang); ok {
					addAgencies(t.a, []feed.Agency{g})
				} else if n = cleanName(n); n != "" && !contains(t.a.Authors, n) {
					t.a.Authors = append(t.a.Authors, n)
				}
			}
		case len(l) < 70 && !t.p.date(dateStart().ReplaceAllString(l, "")).IsZero():
			if d := t.p.date(dateStart().ReplaceAllString(l, "")); t.a.Published.IsZero() {
				t.a.Published = d
			} else if d.After(t.a.Published) {
				t.a.Modified = d
			}
		case strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://"):
			if t.a.Canonical == "" {
				t.a.Canonical = t.p.address(l)
			}
		case len(l) < 60 && label.match(low):
		default:
			return
		}
		t.skip()
	}
}

var (
	bylineStart = lazy(`^(?:(?:Von|VON|By|BY|Par|Di|Por|Door|Af|Av|Text:|Autor(?:in)?:|Author:|Teksti:|Oprac\.|Napsala?|Yazan:)\s+\p{Lu}|(?:بقلم|מאת)\s+\pL|(?:執筆|文|취재|글|记者|記者)\s?[:：]\s?\pL)`)
	dateStart   = lazy(`(?i)^(?:stand|veröffentlicht|publiziert|erschienen|aktualisiert|published|updated|posted|publié|pubblicato|publicado)(?:\s(?:am|on|le|el|il))?[:\s]+`)
)

// kickerFirst reports whether the first line is a kicker: short, no sentence,
// and followed by a headline.
func (t *plainText) kickerFirst() bool {
	first, second := t.lines[0], t.lines[1]
	n, m := utf8.RuneCountInString(first), utf8.RuneCountInString(second)
	if _, credit := splitCredit(second); credit != "" {
		return false
	}
	return n <= 50 && !sentenceEndButColon(first) && m > 15 && m <= 140 && !strings.HasSuffix(second, ".") && n < m+10 &&
		!bylineStart().MatchString(second) && len(t.lines) > 3
}

func sentenceEndButColon(s string) bool { return !strings.HasSuffix(s, ":") && sentenceEnd(s) }

// standfirstNext reports whether the next line is a standfirst: a sentence or
// three, with the text still to come.
func (t *plainText) standfirstNext() bool {
	l := t.next()
	if len(t.lines) < 3 || len(l) < 40 || len(l) > 450 || isCredit(l) {
		return false
	}
	if _, _, _, ok := wire.ParseDateline(l, t.p.lang); ok {
		return false
	}
	if len(t.lines) > 2 && (isCredit(t.lines[1]) || !sentenceEnd(l) && len(l) < 60) { // a caption: its credit follows
		return false
	}
	if _, credit := splitCredit(l); credit != "" {
		return false
	}
	for _, x := range t.lines[1:min(len(t.lines), 4)] { // more of the head follows: this is no text yet
		if len(x) < 200 && isCredit(x) || bylineStart().MatchString(x) && len(x) < 120 && !sentenceEnd(x) {
			return true
		}
	}
	rest, n := 0, 0
	for _, x := range t.lines[1:] {
		if len(x) > 120 {
			rest += len(x)
			n++
		}
	}
	return n > 1 && len(l)*4 < rest/n*3
}

// leadPicture takes a caption and the credit below it, or in one line.
func (t *plainText) leadPicture() {
	if len(t.lines) < 2 {
		return
	}
	l := t.next()
	switch {
	case isCredit(l):
		t.a.Lead = &feed.Picture{Credit: cleanCredit(l)}
		t.skip()
	case len(l) < 400 && isCredit(t.lines[1]):
		t.a.Lead = &feed.Picture{Caption: l, Credit: cleanCredit(t.lines[1])}
		t.skip()
		t.skip()
	case len(l) < 400:
		if caption, credit := splitCredit(l); credit != "" && caption != "" {
			t.a.Lead = &feed.Picture{Caption: caption, Credit: credit}
			t.skip()
		}
	}
}

// body takes the text: paragraphs, subheads, lists, pictures.
func (t *plainText) body() {
	var pieces []piece
	lines := t.lines
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		low := strings.ToLower(l)
		switch {
		case t.creditish(l):
			pieces = append(pieces, piece{Block: feed.Block{Text: feed.Plain(l)}, text: l})
		case i == len(lines)-1 && smallPrint.match(low) && len(l) < 200:
		case listMark().MatchString(l) && len(l) < 500:
			_, item := cutMark(l)
			kind := feed.List
			if unicode.IsDigit(firstRune(l)) {
				kind = feed.OrderedList
			}
			if n := len(pieces); n > 0 && pieces[n-1].Kind == kind {
				pieces[n-1].Items = append(pieces[n-1].Items, item)
				pieces[n-1].text += "\n" + item.String()
				continue
			}
			pieces = append(pieces, piece{Block: feed.Block{Kind: kind, Items: []feed.Text{item}}, text: item.String()})
		case i+1 < len(lines) && len(l) < 220 && markedLine(lines[i+1]) && sentenceBreak(l) == 0:
			pieces = append(pieces, piece{Block: feed.Block{Kind: feed.Figure, Picture: &feed.Picture{Caption: l, Credit: cleanCredit(lines[i+1])}}, text: l})
			i++
		case isCredit(l) && len(l) < 150:
			pieces = append(pieces, piece{Block: feed.Block{Kind: feed.Figure, Picture: &feed.Picture{Credit: cleanCredit(l)}}})
		case len(l) < 90 && i+1 < len(lines) && len(lines[i+1]) > len(l) && !sentenceEndButQuestion(l) && !t.creditish(l) && !pointer.match(low):
			pieces = append(pieces, piece{Block: feed.Block{Kind: feed.Subhead, Text: feed.Plain(l)}, text: l})
		default:
			pieces = append(pieces, piece{Block: feed.Block{Text: feed.Plain(l)}, text: l})
		}
	}
	t.finish(pieces)
}

func (t *plainText) finish(pieces []piece) {
	p, a := t.p, t.a
	p.dropKnown(pieces, a)
	p.stopHeadings(pieces)
	p.dropLines(pieces, a)
	p.creditLine(pieces, a)
	p.endMatter(pieces, a)
	p.trimEnd(pieces)
	p.loneSubheads(pieces)
	p.dateline(pieces, a)
	for i := range pieces {
		if pieces[i].drop == "" {
			a.Body = append(a.Body, pieces[i].Block)
		}
	}
	if p.walled {
		a.Access = feed.Paywall
	}
}

func (t *plainText) creditish(l string) bool {
	_, ok := wire.ParseCredit(l, t.p.lang)
	return ok
}

// sentenceEndButQuestion reports whether a line ends as a sentence; a subhead
// may be a question or end in a quotation mark.
func sentenceEndButQuestion(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r != '?' && r != '!' && sentenceEnd(s)
}

// markedLine reports whether a line is a photo credit and says so: "Foto: ...".
func markedLine(l string) bool {
	m := firstMark(l)
	return m != nil && m[0] == 0 && isCredit(l)
}

// cutMark parts the bullet or number from a list's item.
func cutMark(l string) (mark string, item feed.Text) {
	mark, rest, _ := strings.Cut(strings.TrimSpace(l), " ")
	return mark, feed.Plain(strings.TrimSpace(rest))
}
