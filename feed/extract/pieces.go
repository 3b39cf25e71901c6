package extract

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/feed/date"
	"depesche/feed/extract/lexicon/literal"
)

// pieceRole is what the words in front of a name say that its bearer did.
type pieceRole uint8

const (
	writerRole  pieceRole = iota
	editorRole            // "Edited by", "责任编辑："
	pictureRole           // "Fotos:", "Photographs by"
	otherRole             // "Published:", "Lesezeit:"
)

// namePiece is a piece of a signature between two joints.
type namePiece struct {
	text       string
	role       pieceRole
	led        bool // a word such as "By" stood in front
	inherits   bool // joined to the piece before by "and" or a comma: its role is that one's
	afterComma bool
	afterWord  bool // "and" stood in front
	afterDay   bool // a date stood in front
}

// markDates puts a mark where dates and times stand.
func markDates(line string) string {
	if !strings.ContainsFunc(line, unicode.IsDigit) && !strings.ContainsAny(line, "年月日") {
		return line
	}
	line, months := markMonths(line)
	if mayBeDay(line) {
		line = printedDay().ReplaceAllString(line, dayMark)
	}
	if mayBeTime(line) {
		line = printedTime().ReplaceAllString(line, dayMark)
	}
	for i, name := range months {
		line = strings.Replace(line, string(monthMark+rune(i)), name, 1)
	}
	return strings.TrimSpace(line)
}

// mayBeDay reports whether a line may hold what printedDay finds: a figure by the mark of a month, figures
// with signs between them, a word of "3 hours ago", or signs of East Asia.
func mayBeDay(line string) bool {
	low := toLower(line)
	if containsAny(low, behindFigure[:]...) || strings.ContainsFunc(low, func(r rune) bool { return isFarEastern(r) && !isMonthMark(r) }) {
		return true
	}
	for i := 0; i < len(low); i++ {
		if !isDigit(low[i]) {
			continue
		}
		from := i
		for i+1 < len(low) && isDigit(low[i+1]) {
			i++
		}
		if figureOfDay(low[:from], low[i+1:]) {
			return true
		}
	}
	return false
}

// Bytes in which a month's mark stands before and behind a figure, with what may stand between them: "May,
// 3", "3rd of May".
const (
	beforeDay = 8
	behindDay = 12
)

// figureOfDay reports whether a figure may be one of a date, by what stands before and behind it.
func figureOfDay(before, behind string) bool {
	if behind != "" && strings.IndexByte("./-", behind[0]) >= 0 {
		if rest := strings.TrimPrefix(behind[1:], " "); rest != "" && isDigit(rest[0]) {
			return true
		}
	}
	for _, w := range beforeFigure {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return strings.ContainsFunc(before[max(0, len(before)-beforeDay):], isMonthMark) || strings.ContainsFunc(behind[:min(behindDay, len(behind))], isMonthMark)
}

func isMonthMark(r rune) bool { return r >= monthMark && r < monthMark+mostMonths }

// mayBeTime reports whether a line may hold what printedTime finds: behind a figure a sign and another, or a
// word for minutes, hours, halves of the day.
func mayBeTime(line string) bool {
	for i := 1; i < len(line); i++ {
		if !isDigit(line[i-1]) {
			continue
		}
		rest := strings.TrimLeft(line[i:], " -\t\n\r\f")
		switch {
		case len(line)-i > 1 && strings.IndexByte(":.hH", line[i]) >= 0 && isDigit(line[i+1]):
			return true
		case rest != "" && strings.IndexByte("mMaApPuU", rest[0]) >= 0, strings.HasPrefix(rest, "分"):
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// monthMark and those behind it stand for the months of a line while dates are looked for: their names in
// forty languages would make a pattern that takes a thousand times as long.
const (
	monthMark  = '\uE000'
	mostMonths = 0x100
)

// markMonths puts marks where months are named, and gives the names.
func markMonths(line string) (string, []string) {
	var names []string
	var out strings.Builder
	for at := 0; at < len(line); {
		word := strings.IndexFunc(line[at:], unicode.IsLetter)
		if word < 0 {
			out.WriteString(line[at:])
			break
		}
		out.WriteString(line[at : at+word])
		at += word
		end := strings.IndexFunc(line[at:], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if end < 0 {
			end = len(line) - at
		}
		if name := line[at : at+end]; len(names) < mostMonths && date.MonthOf(name) > 0 {
			out.WriteRune(monthMark + rune(len(names)))
			names = append(names, name)
		} else {
			out.WriteString(name)
		}
		at += end
	}
	return out.String(), names
}

// cutPieces cuts a line where names, agencies and labels are parted. Words that
// lead to a name are taken away and kept as the piece's role.
func cutPieces(line, lang string) []namePiece {
	if containsAny(line, "Jr", "Sr", "II", "IV") {
		line = joinSuffix().ReplaceAllString(line, " $1")
	}
	if baseLang(lang) == "pl" {
		line = doubleName().ReplaceAllString(line, "$1-$2") // "Kapusta - Gruchlik"
	}
	low := toLower(line)
	if strings.Contains(low, " und zu") {
		line = noble().ReplaceAllString(line, "$1 "+nobleMark+" $2")
	}
	if containsAny(low, "foto", "bild", "photo", "picture") {
		line = textAndPictures().ReplaceAllString(line, "$1")
	}
	if hasLabel(low) {
		lead := 0 // "Written by:" is one label
		if m := bylineLead().FindStringIndex(line); m != nil {
			lead = m[1]
		}
		line = line[:lead] + innerLabel().ReplaceAllString(line[lead:], "\n$1")
	}
	if strings.ContainsFunc(line, isFarEastern) && strings.ContainsAny(line, ":：/／") {
		line = easternLabel().ReplaceAllString(line, "\n$1：")
	}
	var out []namePiece
	from, joint := 0, "\n"
	put := func(to int) {
		if len(out) < maxPieces {
			out = append(out, readPiece(line[from:to], joint))
		}
	}
	for at := 0; at < len(line); {
		end := jointAt(line, at)
		if end < 0 {
			_, n := utf8.DecodeRuneInString(line[at:])
			at += n
			continue
		}
		put(at)
		from, joint = end, strings.TrimSpace(line[at:end])
		if joint == "" {
			joint = "\n"
		}
		at = end
	}
	put(len(line))
	return out
}

// hasLabel reports whether a line in small letters has a word that may be a label within it.
func hasLabel(low string) bool {
	for at := strings.IndexByte(low, ' '); at >= 0; {
		rest := strings.TrimLeft(low[at:], " ")
		end := 0
		for end < len(rest) && rest[end] > ' ' && rest[end] != ':' {
			end++
		}
		if end == len(rest) {
			return false
		}
		if labelWord[rest[:end]] {
			return true
		}
		at = len(low) - len(rest) + end
		if next := strings.IndexByte(low[at:], ' '); next >= 0 {
			at += next
		} else {
			at = -1
		}
	}
	return false
}

func isFarEastern(r rune) bool { return r >= 0x2E80 }

// jointAt gives where a joint ends that begins at a place of a line, with the blanks around it; -1
// where none does: signs, a dash or a word between blanks, one or several.
func jointAt(line string, at int) int {
	if isWordByte(line[at]) {
		return -1
	}
	from := at + blanks(line[at:])
	for k := from; k >= at; k-- { // the last of the blanks may belong to the word behind it
		end := k
		for n := oneJoint(line[end:]); n > 0; n = oneJoint(line[end:]) {
			end += n
		}
		if end > k {
			return end + blanks(line[end:])
		}
	}
	return -1
}

// jointSigns part the pieces of a byline wherever they stand.
const jointSigns = ",;|/•·●∙▪・&、，；／\n" + dayMark + "()（）[]【】<>"

// oneJoint is how many bytes a joint takes at the beginning of a text; 0 where there is none.
func oneJoint(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case n == 0:
		return 0
	case r != ' ' && strings.ContainsRune(jointSigns, r):
		return n
	case !isBlank(s[0]):
		return 0
	}
	end := 1
	for end < len(s) && end < longestJoint && !isBlank(s[end]) {
		end++
	}
	if end == len(s) || !isBlank(s[end]) {
		return 0
	}
	switch w := s[1:end]; {
	case w == "–" || w == "—" || w == "-", jointLetter[w], jointWord[strings.ToLower(w)]:
		return end + 1
	}
	return 0
}

// longestJoint is more than a blank and any word of jointWord take, in bytes.
const longestJoint = 10

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' }

// blanks is how many a text begins with.
func blanks(s string) int {
	n := 0
	for n < len(s) && isBlank(s[n]) {
		n++
	}
	return n
}

// maxPieces bounds the work on one line.
const maxPieces = 40

// readPiece takes the words that lead to a name from the front of a piece.
func readPiece(s, joint string) namePiece {
	pc := namePiece{
		text:      strings.Trim(s, " ()[]{}【】（）\"“”„*•|·–—-"),
		afterWord: strings.ContainsFunc(joint, unicode.IsLetter) || joint == "&",
		afterDay:  strings.Contains(joint, dayMark), afterComma: strings.ContainsAny(joint, ",，、;("),
		inherits: joint != "\n" && !strings.ContainsAny(joint, "|·•"+dayMark),
	}
	for range 3 {
		before := pc.text
		may := leadStarts().Of(pc.text)
		if role, rest, ok := leadingRole(pc.text); ok {
			pc.role, pc.text, pc.inherits = role, rest, false
			pc.led = pc.led || role == writerRole || role == editorRole
		} else if m := findLead(profileLead, may>>startsProfile, pc.text); m != "" {
			pc.text, pc.led = pc.text[len(m):], true
		} else if m := findLead(bylineLead, may>>startsByline, pc.text); m != "" && leadsName(m, pc.text[len(m):]) {
			pc.text, pc.led, pc.inherits = pc.text[len(m):], true, false
		}
		pc.text = strings.Trim(pc.text, " :：/-–—")
		if pc.text == before {
			break
		}
	}
	if pc.inherits && pc.afterComma {
		pc.led = false
	}
	return pc
}

// leadsName reports whether a by-word that can also begin a name ("Di", "De",
// "Na") leads to one here.
func leadsName(lead, rest string) bool {
	low := strings.ToLower(strings.TrimSpace(lead))
	if !particle()[low] || strings.ContainsAny(lead, ":：") || lead == strings.ToLower(lead) && strings.Contains(rest, " ") {
		return rest != ""
	}
	return strings.Contains(rest, " ") && low != "mc" && low != "st"
}

// leadingRole reads "Fotos:", "Editing by", "责任编辑：" at the start of a piece.
func leadingRole(s string) (pieceRole, string, bool) {
	may := leadStarts().Of(s)
	for i, l := range roleLeads {
		if m := findLead(l.pattern, may>>i, s); m != "" {
			return l.role, s[len(m):], true
		}
	}
	return 0, s, false
}

// Numbers in leadStarts of the patterns that are no roleLeads.
const (
	startsProfile = len(roleLeads) + iota
	startsByline
	startsFurniture
	startsFigureText
)

// leadStarts tells by a text's first letters which patterns may lead to a name there.
var leadStarts = sync.OnceValue(func() *literal.Starts {
	s := &literal.Starts{}
	add := func(number int, re *regexp.Regexp) {
		if tree, err := syntax.Parse(re.String(), syntax.Perl); err == nil {
			s.Add(number, tree)
		}
	}
	for i, l := range roleLeads {
		add(i, l.pattern())
	}
	add(startsProfile, profileLead())
	add(startsByline, bylineLead())
	add(startsFurniture, authorFurniture())
	add(startsFigureText, furnitureText())
	return s
})

// findLead is what a pattern matches at the beginning of a text; the last bit of may says whether it can.
func findLead(pattern func() *regexp.Regexp, may uint64, s string) string {
	if may&1 == 0 {
		return ""
	}
	return pattern().FindString(s)
}

// isFurniture reports a piece that is a button or a label of the page.
func isFurniture(s string) bool {
	low := strings.ToLower(strings.Trim(s, " .:!"))
	if low == "" || notName()[low] || furnitureWord[low] || label.match(low) {
		return true
	}
	if findLead(authorFurniture, leadStarts().Of(low)>>startsFurniture, low) != "" {
		return true
	}
	if containsAny(low, "min", "dk", "rss") && minutesToRead().MatchString(low) {
		return true
	}
	for w := range strings.FieldsSeq(low) {
		if !isDayWord(w) {
			return !strings.ContainsFunc(low, unicode.IsLetter)
		}
	}
	return true
}

// isDayWord reports a weekday, a month, or a word that stands with a time.
func isDayWord(w string) bool {
	low := strings.ToLower(strings.Trim(w, " .,:;"))
	return dayWord[low] || date.MonthOf(low) > 0
}

// isJob reports a word that says what a person is.
func isJob(w string) bool {
	low := strings.ToLower(strings.Trim(w, " .,:;()-–"))
	if jobWord[low] {
		return true
	}
	for _, end := range jobEnds {
		if len(low) > len(end)+2 && strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

func anyJob(tokens []string) bool {
	for _, w := range tokens {
		if isJob(w) {
			return true
		}
	}
	return false
}

// isOutlet reports a word that papers have in their names.
func isOutlet(w string) bool {
	low := strings.ToLower(strings.Trim(w, " .,"))
	if outletWord[low] {
		return true
	}
	for _, end := range outletEnds {
		if len(low) > len(end)+2 && strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// isAffiliation reports words behind a name that say where it works: a paper, a
// station's capitals, an address on the web.
func isAffiliation(tokens []string) bool {
	if len(tokens) == 0 || len(tokens) > 7 {
		return false
	}
	for _, w := range tokens {
		if isOutlet(w) || isCamel(w) || strings.Contains(strings.Trim(w, "."), ".") && len(w) > 5 && !initials().MatchString(w) {
			return true
		}
	}
	return isAcronym(tokens[0]) && (len(tokens) == 1 || !strings.ContainsAny(tokens[0], "AEIOUYÄÖÜ"))
}

// isOffice reports words that end in an office: "Minister", "LCGB-Präsident".
func isOffice(s string) bool {
	low := strings.ToLower(s)
	for _, end := range officeEnds {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// isAcronym reports a station's or a paper's capitals: "ZDF".
func isAcronym(w string) bool {
	return len(w) >= 2 && len(w) <= 5 && w == strings.ToUpper(w) && w != strings.ToLower(w) && !strings.Contains(w, ".") && !caseless(w)
}

// bylineWord reports whether a line begins with a word that leads to an author's
// name: "Von", "By", "作者：".
func bylineWord(line string) bool {
	if len(line) > longestSignature {
		return false
	}
	line = strings.TrimLeft(line, " *•|·–—-(【（[")
	if role, _, ok := leadingRole(line); ok {
		return role == writerRole
	}
	may := leadStarts().Of(line)
	m := findLead(bylineLead, may>>startsByline, line)
	return m != "" && leadsName(m, line[len(m):]) || findLead(profileLead, may>>startsProfile, line) != ""
}

// jobLike reports whether a short line says what somebody is or does: "Redakteurin
// im Ressort Politik", "Chief Political Correspondent".
func jobLike(line string) bool {
	const mostJobWords = 9
	words := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' || r == '/' || r == '(' || r == ')' })
	return len(words) > 0 && len(words) <= mostJobWords && !sentenceEnd(line) && anyJob(words)
}

// nameLike says from 0 to 1 how much a line looks like nothing but names of
// people, with a by-word or without.
func nameLike(line string) float64 {
	const (
		said    = 1    // a by-word stands in front
		whole   = 0.8  // two to four words with capitals each
		strange = 0.5  // a script without capitals: a short word may be anything
		single  = 0.3  // one word
		partly  = 0.25 // names, and words that are none
	)
	const longest = 160 // bytes
	low := strings.ToLower(line)
	first, _, _ := strings.Cut(low, " ")
	if len(line) > longest || leadsAway.match(low) && !bylineWord(line) || button[first] {
		return 0
	}
	s := readSignature(line, nil, "")
	if len(s.names) == 0 {
		return 0
	}
	if s.rest != "" || !s.only {
		return partly * float64(len(strings.Join(s.names, ""))) / float64(max(1, len(line)))
	}
	if s.led {
		return said
	}
	score := float64(whole)
	for _, n := range s.names {
		words := len(strings.Fields(n))
		switch {
		case caseless(n):
			score = min(score, strange)
		case words < 2 || words > 4:
			score = min(score, single)
		}
	}
	return score
}
