package wire

import "strings"

// noteRule says where a wording makes a line a note.
type noteRule uint8

const (
	inside noteRule = 1 << iota // anywhere in the line; else only at its start
	alone                       // the note counts although it names no agency
	listed                      // agencies must end the line: "Mit Informationen unserer Leute sowie der Agenturen dpa und AFP"
)

// noteMarks are wordings, in small letters, that make a line a note on where
// the text comes from.
var noteMarks = [...]struct {
	text string
	rule noteRule
}{
	{"contributed to this report", inside},
	{"contributed to this story", inside},
	{"contributed to this article", inside},
	{"contributed to this piece", inside},
	{"contributed to this dispatch", inside},
	{"contributed reporting", inside},
	{"this report by", 0},
	{"this story by", 0},
	{"this content was produced by", 0},
	{"this article was produced by", 0},
	{"this article was provided by", 0},
	{"this article was first published by", 0},
	{"this article was originally published by", 0},
	{"this story was first published by", 0},
	{"this story was originally published by", 0},
	{"this story was provided by", 0},
	{"this story was produced by", 0},
	{"syndicated feed", inside | alone},
	{"published from a wire", inside | alone},
	{"from a wire agency feed", inside | alone},
	{"this material may not be published", inside},
	{"redaktionell nicht bearbeitet", inside | alone},
	{"nicht redaktionell bearbeitet", inside | alone},
	{"redaktionell nicht geprüft", inside | alone},
	{"automatisch von der deutschen presse", inside},
	{"automatisch von der nachrichtenagentur", inside},
	{"automatisch von der agentur", inside},
	{"automatisch von der dpa", inside},
	{"automatisch übernommen", inside},
	{"automatisiert übernommen", inside},
	{"diese meldung wurde", 0},
	{"diese nachricht wurde", 0},
	{"diese meldung stammt", 0},
	{"dieser text stammt", 0},
	{"dieser text wurde", 0},
	{"dieser artikel stammt", 0},
	{"dieser artikel wurde", 0},
	{"dieser beitrag wurde", 0},
	{"dieser beitrag stammt", 0},
	{"mit informationen", listed},
	{"mit material", listed},
	{"cet article a été", 0},
	{"cette dépêche", 0},
	{"avec les informations de", listed},
	{"con información de", listed},
	{"com informações d", listed},
	{"riproduzione riservata", inside},
	{"this article originally appeared", 0},
	{"this story originally appeared", 0},
	{"this article is from", 0},
	{"originally published by", 0},
	{"first published by", 0},
	{"this report was produced by", 0},
	{"this dispatch", 0},
	{"hinweis: diese", 0},
	{"hinweis: dieser", 0},
	{"diese meldung ist", 0},
	{"dieser text ist", 0},
	{"dieser artikel ist", 0},
	{"dieser beitrag ist", 0},
	{"der text stammt von", 0},
	{"übernommen von der", 0},
	{"cet article est", 0},
	{"cet article provient", 0},
	{"cette information a été", 0},
	{"este artículo fue", 0},
	{"este artículo ha sido", 0},
	{"esta noticia fue", 0},
	{"esta noticia ha sido", 0},
	{"esta información fue", 0},
	{"este contenido", 0},
	{"este texto foi", 0},
	{"esta notícia foi", 0},
	{"este conteúdo foi", 0},
	{"questo articolo è stato", 0},
	{"questo articolo è", 0},
	{"articolo distribuito", 0},
	{"articolo pubblicato da", 0},
	{"dit artikel is", 0},
	{"dit bericht is", 0},
	{"dit nieuwsbericht", 0},
	{"denne artikkelen er", 0},
	{"saken er levert av", 0},
	{"denne saken er", 0},
	{"denne artikel er", 0},
	{"artiklen er leveret af", 0},
	{"den här artikeln", 0},
	{"texten kommer från", 0},
	{"tämän jutun", 0},
	{"artykuł pochodzi", 0},
	{"tekst pochodzi", 0},
	{"depesza", 0},
	{"tento článek", 0},
	{"článek převzat", 0},
	{"správa prevzatá", 0},
	{"bu haber", 0},
	{"материал предоставлен", 0},
	{"материал подготовлен", 0},
	{"dit bericht is afkomstig", 0},
}

// correctionWords make a line that begins like a note the paper's own
// correction, which may well quote an agency.
var correctionWords = [...]string{"früheren", "korrigiert", "geändert", "berichtigt", "corrected", "correction", "earlier version", "previous version", "updated", "corrigé", "corregid", "mis à jour", "modifié"}

// isNote reports a line that says in words where a text comes from.
func isNote(f string, l locale) bool {
	_, ok := noteMark(f, l)
	return ok
}

func noteMark(f string, l locale) (mayBeAlone, ok bool) {
	lower := strings.ToLower(strings.TrimLeft(f, " (*•–—-\"[_"))
	for _, m := range noteMarks {
		if m.rule&inside == 0 && !strings.HasPrefix(lower, m.text) || !strings.Contains(lower, m.text) {
			continue
		}
		if m.rule&listed != 0 && !endsWithAgency(f, l) {
			continue
		}
		mayBeAlone = mayBeAlone || m.rule&alone != 0
		ok = true
	}
	if !ok {
		return false, strings.HasSuffix(strings.TrimRight(lower, " .)"), " contributed") // "Agence France-Presse contributed"
	}
	for _, w := range correctionWords {
		if strings.Contains(lower, w) {
			return false, false
		}
	}
	return mayBeAlone, true
}

// endsWithAgency reports an agency as the last words of a line.
func endsWithAgency(f string, l locale) bool {
	words := strings.Fields(strings.TrimRight(f, ".)"))
	for n := min(4, len(words)); n > 0; n-- {
		if lookup(trimMarks(strings.Join(words[len(words)-n:], " ")), l) != nil {
			return true
		}
	}
	return false
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
	mayBeAlone, _ := noteMark(f, l)
	c.Unnamed = mayBeAlone || agencyWord
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
		if i := strings.IndexByte(t, '\''); i > 0 && leadIns[strings.ToLower(t[:i+1])] { // "l'AFP"
			if a := lookup(t[i+1:], l); a != nil {
				return a, n
			}
		}
	}
	return nil, 1
}
