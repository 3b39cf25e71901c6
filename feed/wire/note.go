package wire

import "strings"

// noteMarks are wordings, in small letters, that turn a sentence into a note
// on where the text comes from. alone: the note counts although it names no
// agency.
var noteMarks = [...]struct {
	text  string
	start bool // only at the start of the line
	alone bool
}{
	{"contributed to this", false, false},
	{"contributed reporting", false, false},
	{"contributed from", false, false},
	{"this report by", true, false},
	{"this story by", true, false},
	{"this content was produced by", true, false},
	{"this article was produced by", true, false},
	{"this article was provided by", true, false},
	{"this story was provided by", true, false},
	{"this story was produced by", true, false},
	{"syndicated feed", false, true},
	{"published from a wire", false, true},
	{"from a wire agency feed", false, true},
	{"this material may not be published", false, false},
	{"redaktionell nicht bearbeitet", false, true},
	{"nicht redaktionell bearbeitet", false, true},
	{"redaktionell nicht geprüft", false, true},
	{"automatisch von der", false, false},
	{"automatisch übernommen", false, false},
	{"automatisiert übernommen", false, false},
	{"diese meldung wurde", true, false},
	{"diese nachricht wurde", true, false},
	{"dieser text stammt", true, false},
	{"dieser artikel stammt", true, false},
	{"diese meldung stammt", true, false},
	{"dieser artikel wurde", true, false},
	{"dieser text wurde", true, false},
	{"dieser beitrag wurde", true, false},
	{"mit informationen", true, false},
	{"mit material", true, false},
	{"für diesen artikel wurde", true, false},
	{"für diesen text wurde", true, false},
	{"cet article a été", true, false},
	{"cette dépêche", true, false},
	{"avec les informations de", true, false},
	{"con información de", true, false},
	{"com informações d", true, false},
	{"riproduzione riservata", false, false},
	{"dit bericht is afkomstig", true, false},
	{"dette er en automatisk", true, false},
}

// isNote reports a sentence that says where a text comes from.
func isNote(f string) bool {
	_, ok := noteMark(f)
	return ok
}

func noteMark(f string) (alone, ok bool) {
	lower := strings.ToLower(strings.TrimLeft(f, " (*•–—-\"[_"))
	for _, m := range noteMarks {
		if m.start && strings.HasPrefix(lower, m.text) || !m.start && strings.Contains(lower, m.text) {
			alone = alone || m.alone
			ok = true
		}
	}
	return alone, ok || strings.HasSuffix(strings.TrimRight(lower, " .)"), " contributed") // "Agence France-Presse contributed"
}

// readNote collects the agencies a note names, and reports whether it credits
// any.
func readNote(f string, l locale, c *Credit) bool {
	words := strings.FieldsFunc(f, func(r rune) bool { return r == ' ' || r == '/' || r == ',' || r == ';' })
	agencyWord := false
	for i := 0; i < len(words); {
		agencyWord = agencyWord || agencyWords[strings.ToLower(trimMarks(words[i]))]
		a, n := longestAt(words, i, l)
		if a != nil {
			c.Agencies = appendOnce(c.Agencies, a.code)
		}
		i += n
	}
	if len(c.Agencies) > 0 {
		return true
	}
	alone, _ := noteMark(f)
	c.Unnamed = alone || agencyWord
	return c.Unnamed
}

// longestAt finds the longest agency name that begins at words[i] and how
// many words it takes; nil and 1 where there is none.
func longestAt(words []string, i int, l locale) (*agency, int) {
	for n := min(5, len(words)-i); n > 0; n-- {
		t := trimMarks(strings.Join(words[i:i+n], " "))
		if a := lookup(strings.TrimSuffix(t, "'s"), l); a != nil {
			return a, n
		}
	}
	return nil, 1
}
