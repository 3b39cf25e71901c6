package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/wire"
)

// signature is what a line says about who wrote.
type signature struct {
	names    []string      // people, as printed, each once, in printed order
	wires    []string      // agencies as printed: "The Associated Press"
	agencies []feed.Agency // the same by their codes, each once
	linked   bool          // a link to an author's page stands in the line
	led      bool          // a word such as "By" stands in front of a name
	rest     string        // words that are neither name nor agency, date, job or label
	office   bool          // somebody's office stands behind a name: whom a paper talks to, not who writes
	only     bool          // the line is a signature and nothing else
}

// Bounds, in bytes, on what is read as a signature, and on one name.
const (
	longestSignature = 400
	longestName      = 80
)

// nobleMark stands in a line for the "und" of "von und zu", which joins no names.
const nobleMark = "\x02"

// dayMark stands in a line where a date or a time was.
const dayMark = "\x01"

// readSignature reads a printed line that may say who wrote: "Von Ada Lindner und
// Jan Krug, dpa · 12.3.2024". links are the texts of the links to author's pages
// within the line; where they name anybody, no other words of the line do. lang
// is the page's language (BCP 47, may be empty).
func readSignature(line string, links []string, lang string) signature {
	line = feed.Line(strings.Map(plainSpace, line))
	if line == "" || len(line) > longestSignature {
		return signature{rest: line}
	}
	r := signatureReader{lang: lang}
	linked := r.linked(links, line)
	r.read(cutPieces(markDates(line), lang))
	if len(linked) > 0 {
		r.judgeLinked(linked)
	}
	if len(r.names) == 0 {
		r.names = r.editors
	}
	out := signature{names: r.names, wires: r.wires, agencies: r.agencies, led: r.led, office: r.office, rest: strings.Join(r.rest, " ")}
	out.only = r.only(line)
	return out
}

// signs reports whether a line leads to a name with a word such as "By", and whether it is a signature and
// nothing else: what readSignature says of both, and quicker of prose.
func signs(line, lang string) (led, only bool) {
	line = feed.Line(strings.Map(plainSpace, line))
	if line == "" || len(line) > longestSignature {
		return false, false
	}
	pieces := cutPieces(markDates(line), lang)
	r := signatureReader{lang: lang, brief: !slices.ContainsFunc(pieces, func(pc namePiece) bool { return pc.led })}
	if r.brief && sentenceEnd(line) && !initialEnd().MatchString(line) {
		return false, false
	}
	r.read(pieces)
	return r.led, r.only(line)
}

// only reports whether what was read is a signature and nothing else.
func (r *signatureReader) only(line string) bool {
	some := len(r.names)+len(r.editors)+len(r.agencies) > 0
	return len(r.rest) == 0 && some && (r.led || !sentenceEnd(line) || initialEnd().MatchString(line))
}

// signatureReader collects what the pieces of a line are.
type signatureReader struct {
	lang     string
	names    []string
	editors  []string // who edited; they count where nobody wrote
	wires    []string
	agencies []feed.Agency
	rest     []string
	led      bool
	office   bool
	brief    bool      // what stands behind words that say nothing of a signature matters no more
	link     bool      // what is read is a link to an author's page
	role     pieceRole // what the piece before was about: "Fotos: Ada Lindner und Jan Krug"
}

// linked are the names among the texts of links.
func (r *signatureReader) linked(links []string, line string) (names []string) {
	for _, l := range links {
		l = feed.Line(strings.Map(plainSpace, l))
		if l == "" || len(l) > longestName || !strings.Contains(line, l) || r.isWire(l) {
			continue
		}
		sub := signatureReader{lang: r.lang, link: true}
		sub.read(cutPieces(markDates(l), r.lang))
		for _, n := range sub.names {
			names = addName(names, n)
		}
	}
	return names
}

// judgeLinked keeps the names that links give; what else was taken for one
// stays unread.
func (r *signatureReader) judgeLinked(linked []string) {
	for _, n := range r.names {
		if !contains(linked, n) && !slices.ContainsFunc(linked, func(l string) bool { return strings.Contains(n, l) }) {
			r.rest = append(r.rest, n)
		}
	}
	r.names = linked
	r.led = true
}

func (r *signatureReader) isWire(s string) bool {
	_, ok := wire.Lookup(s, r.lang)
	return ok
}

// read sorts the pieces of a line into names, agencies and the rest.
func (r *signatureReader) read(pieces []namePiece) {
	for i := range pieces {
		if r.brief && len(r.rest) > 0 {
			return
		}
		pc := &pieces[i]
		if pc.text == "" {
			r.role = pc.role
			continue
		}
		if pc.inherits {
			pc.role = r.role
		}
		r.role = pc.role
		switch {
		case pc.role == pictureRole || pc.role == otherRole:
		case r.agency(pc.text):
		case isFurniture(pc.text):
		case len(r.names) > 0 && isOffice(pc.text):
			r.office = true
		default:
			r.name(pc, i+1 < len(pieces) && pieces[i+1].afterDay)
		}
	}
}

// agency takes a piece that is an agency, alone or behind words that lead to it.
func (r *signatureReader) agency(text string) bool {
	if !wire.Mentions(text) {
		return false
	}
	t := strings.Trim(text, " .()[]")
	g, ok := wire.Lookup(t, r.lang)
	if !ok {
		found := []feed.Agency(nil)
		if c, isCredit := wire.ParseCredit(t, r.lang); isCredit && !c.Unnamed && len(c.Agencies) == 1 {
			found = c.Agencies
		}
		if len(found) == 0 {
			return false
		}
		g, t = found[0], string(found[0]) // "Von dpa", "avec AFP"
	}
	if !slices.Contains(r.wires, t) {
		r.wires = append(r.wires, t)
	}
	if !slices.Contains(r.agencies, g) {
		r.agencies = append(r.agencies, g)
	}
	return true
}

// name takes the name a piece begins with; what is no job and no label behind it
// stays unread.
func (r *signatureReader) name(pc *namePiece, beforeDay bool) {
	first := len(r.names) == 0 && len(r.editors) == 0
	at := nameSetting{led: pc.led || r.link && first, linked: r.link, first: first, beforeDay: beforeDay, paper: !first && !pc.led && !pc.afterWord, lang: r.lang}
	if k := len(r.names); k > 0 {
		last := r.names[k-1]
		at.joined = pc.afterWord && strings.Contains(last, " ")
		at.capitals = last == strings.ToUpper(last) && !caseless(last)
	}
	n := readName(pc.text, at)
	if n.agency != "" {
		r.agency(n.agency)
	}
	switch {
	case n.name != "" && pc.role == editorRole:
		r.editors = addName(r.editors, n.name)
		r.led = true
	case n.name != "":
		r.names = addName(r.names, n.name)
		r.led = r.led || pc.led
	}
	if n.rest != "" {
		r.rest = append(r.rest, n.rest)
	}
}

// addName adds a name that is not there yet.
func addName(list []string, name string) []string {
	if contains(list, name) {
		return list
	}
	return append(list, name)
}

// nameSetting is where a piece stands.
type nameSetting struct {
	led       bool // behind "By"
	first     bool // nobody was named before
	beforeDay bool // a date follows
	paper     bool // behind a name and a comma, where a paper, a place or a job may stand
	joined    bool // behind a name and "and"
	capitals  bool // the name before is in capitals throughout
	linked    bool // the whole is a link to an author's page
	lang      string
}

// nameRead is what a piece of a line begins with.
type nameRead struct {
	name   string
	agency string // behind the name: "Ada Lindner of The Associated Press"
	rest   string
}

// readName reads the name at the start of a piece, past jobs in front of it.
func readName(s string, at nameSetting) nameRead {
	tokens := strings.Fields(s)
	whole := len(tokens)
	for len(tokens) > 1 && isJob(tokens[0]) && (len(tokens) > 2 || !isNameWord(tokens[1])) || len(tokens) == 2 && isJob(tokens[0]) && at.led {
		tokens = tokens[1:]
	}
	switch {
	case len(tokens) == 0, len(tokens) == 1 && isJob(tokens[0]), isPlaceLine(tokens):
		return nameRead{}
	case len(tokens) < whole && unicode.IsLower(firstRune(tokens[0])): // "Corrispondente da Udine"
		return nameRead{}
	}
	if caseless(tokens[0]) {
		return readCaseless(tokens, at)
	}
	n := nameLength(tokens)
	if n == 0 || n < len(tokens) && linkWord[strings.ToLower(tokens[0])] { // "Aus Paris berichtet ..."
		return readOdd(tokens, at)
	}
	if at.paper && isDescribed(tokens[n:]) {
		return nameRead{}
	}
	out := nameRead{name: trimName(strings.Join(tokens[:n], " "))}
	if glued, ok := unglue(out.name, len(tokens) > n || at.beforeDay); ok {
		out.name = glued
	}
	if at.paper && isAffiliation(tokens) && !(at.capitals && n > 1 && !isOutlet(tokens[n-1])) || notName()[strings.ToLower(out.name)] {
		return nameRead{}
	}
	if n < 2 && !at.led && (at.paper || at.joined) { // "Ada Lindner, Lindenau"
		return nameRead{}
	}
	out.agency, out.rest = readBehind(tokens[n:], at)
	return out
}

// isPlaceLine reports "in Berlin", "Aus Paris": where somebody writes.
func isPlaceLine(tokens []string) bool {
	const longest = 4
	return len(tokens) > 1 && len(tokens) <= longest && linkWord[strings.ToLower(tokens[0])] && (unicode.IsUpper(firstRune(tokens[1])) || len(tokens) > 2)
}

// isDescribed reports small words behind capitals: "Lindenau university's professor
// of law" behind a name says who that is.
func isDescribed(behind []string) bool {
	return len(behind) > 0 && unicode.IsLower(firstRune(behind[0])) && !linkWord[behind[0]]
}

// readBehind reads what stands behind a name in its piece: an agency, a job, a
// paper. What it cannot read it gives back.
func readBehind(tokens []string, at nameSetting) (agency, rest string) {
	if len(tokens) == 0 {
		return "", ""
	}
	text := strings.Join(tokens, " ")
	if len(tokens) < 6 && wire.Mentions(text) {
		if _, list := wire.ParseByline(text, at.lang); len(list) > 0 {
			return text, ""
		}
	}
	if anyJob(tokens) || isAffiliation(tokens) || linkWord[strings.ToLower(tokens[0])] {
		return "", ""
	}
	var unread []string
	for _, w := range tokens {
		if !isDayWord(w) && !notName()[strings.ToLower(w)] && !strings.Contains(w, "@") {
			unread = append(unread, w)
		}
	}
	return "", strings.Join(unread, " ")
}

// readOdd is a piece that begins with no name in capitals: a handle in a link,
// else nothing that could be read.
func readOdd(tokens []string, at nameSetting) nameRead {
	text := strings.Join(tokens, " ")
	switch {
	case anyJob(tokens) && len(tokens) < 7:
		return nameRead{}
	case at.paper && isAffiliation(tokens):
		return nameRead{}
	case at.linked && isSmallName(tokens):
		return nameRead{name: text}
	}
	return nameRead{rest: text}
}

// isSmallName reports a first name and a surname in small letters, as style sheets
// print them: "ada lindner".
func isSmallName(tokens []string) bool {
	for _, w := range tokens {
		if len(w) < 3 || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) || linkWord[w] || notName()[w] || furnitureWord[w] {
			return false
		}
	}
	return len(tokens) == 2
}

// readCaseless reads a name in a script without capitals: the first word of Han or
// Hangul, up to four words of other scripts.
func readCaseless(tokens []string, at nameSetting) nameRead {
	w := tokens[0]
	eastern := isEastern(firstRune(w))
	most := 4
	if eastern {
		most = 1
		if len(tokens) > 1 && isEastern(firstRune(tokens[1])) && utf8.RuneCountInString(w) <= 3 && utf8.RuneCountInString(tokens[1]) <= 3 && !isJob(tokens[1]) {
			most = 2 // "嶋田 健志"
		}
	}
	n := 0
	for n < len(tokens) && n < most && caseless(tokens[n]) && !isJob(tokens[n]) && !strings.ContainsAny(tokens[n], ".!?،") {
		n++
	}
	name := strings.Join(tokens[:n], " ")
	if eastern {
		if easternPlace().MatchString(name) {
			return nameRead{}
		}
		name = easternTail().ReplaceAllString(name, "")
	}
	switch letters := utf8.RuneCountInString(name); {
	case name == "" || notName()[name]:
		return nameRead{}
	case eastern && letters > 10, !at.led && eastern && letters < 2:
		return nameRead{rest: strings.Join(tokens, " ")}
	}
	rest := tokens[n:]
	if anyJob(rest) || eastern && len(rest) > 0 && utf8.RuneCountInString(rest[0]) <= 4 && isJob(rest[0]) {
		rest = nil
	}
	return nameRead{name: trimName(name), rest: strings.Join(rest, " ")}
}

// nameLength is how many words the name takes that the words begin with: none
// where there is none.
func nameLength(tokens []string) int {
	n, capitals := 0, 0
	for n < len(tokens) && capitals < 5 {
		w := tokens[n]
		low := strings.ToLower(strings.Trim(w, ".,"))
		switch {
		case linkWord[low] && n > 0 && w == low:
			return endName(tokens, n, capitals)
		case n+1 < len(tokens) && (w == nobleMark || particle()[low] && w == low):
			n++
			continue
		case suffixWord[low] && n > 0:
			n++
			continue
		case capitals == 1 && isCamel(w) && n+1 < len(tokens): // "Jorun VikHarbour Post"
			return n + 1
		case !isNameWord(w) || capitals > 0 && isJob(w) || capitals > 1 && isCamel(w) && isOutsider(len(tokens), n):
			return endName(tokens, n, capitals)
		}
		n++
		capitals++
	}
	return endName(tokens, n, capitals)
}

// isOutsider reports whether a word of two capitals ends the name before it: behind
// two words it does, unless it is the last: "Anna Maria McLeod".
func isOutsider(tokens, n int) bool { return n+1 < tokens || n > 2 }

// endName takes from the end of a name what is none: days, months, a paper's name.
func endName(tokens []string, n, capitals int) int {
	if capitals == 0 {
		return 0
	}
	for n > 1 && particle()[strings.ToLower(tokens[n-1])] && tokens[n-1] == strings.ToLower(tokens[n-1]) {
		n--
	}
	for n > 2 && isDayWord(tokens[n-1]) && !firstNameMonth[strings.ToLower(tokens[n-1])] {
		n--
	}
	for n > 2 && button[strings.ToLower(tokens[n-1])] {
		n--
	}
	if n == 1 && isDayWord(tokens[0]) && len(tokens) == 1 {
		return 0
	}
	if n > 3 && isOutlet(tokens[n-1]) && capitals > 3 && !paperArticle[strings.ToLower(tokens[0])] {
		return 2 // "Jorun Vik Harbour Post"
	}
	return n
}

// trimName takes the stop from a name that ends in no initial.
func trimName(s string) string {
	s = strings.Trim(strings.ReplaceAll(s, nobleMark, "und"), " ,:;|-–—*\"'")
	if strings.HasSuffix(s, ".") && !initialEnd().MatchString(s) {
		s = strings.TrimRight(s, ". ")
	}
	return s
}

// unglue parts a name from what stood beside it without a blank: "Jorun
// VikHarbour". It does so only where more follows, or what is glued to it is a job
// or a month.
func unglue(name string, more bool) (whole string, ok bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 || !isCamel(name[i+1:]) {
		return name, false
	}
	at := camelBreak(name[i+1:])
	left, right := name[:i+1+at], name[i+1+at:]
	if more || isJob(right) || isDayWord(right) {
		return left, true
	}
	return name, false
}

// isNameWord reports a word that a name can hold: it begins with a capital and
// has no figures, or is an initial.
func isNameWord(w string) bool {
	if strings.HasPrefix(w, "O'") || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’") {
		return true
	}
	if !unicode.IsUpper(firstRune(w)) && !unicode.IsTitle(firstRune(w)) {
		return false
	}
	for _, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".-'’‐‑_", r) {
			return false
		}
	}
	return len(w) < 30
}

// caseless reports a word in a script that has no capitals.
func caseless(w string) bool {
	r := firstRune(w)
	return unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r) && !unicode.IsTitle(r)
}

func isEastern(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// camelBreak is where a capital stands behind three small letters or more, and
// three letters or more behind it: the seam of "VikHarbour", not of "McLeod". 0
// where there is none.
func camelBreak(w string) int {
	prev := rune(0)
	for i, r := range w {
		if i >= 3 && unicode.IsUpper(r) && unicode.IsLower(prev) && len(w)-i >= 3 && !namePrefix[strings.ToLower(w[:i])] {
			return i
		}
		prev = r
	}
	return 0
}

func isCamel(w string) bool { return camelBreak(w) > 0 }
