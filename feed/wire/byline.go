package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
)

// longestByline bounds, in bytes, what ParseByline looks at.
const longestByline = 600

// ParseByline takes a byline apart: "Von Ada Lindner und Jan Krug, dpa" gives
// two names and dpa. Roles, places, dates and addresses are neither. A paper
// printed as an author is a name.
func ParseByline(byline, lang string) (names []string, agencies []feed.Agency) {
	if len(byline) > 4*longestByline {
		return nil, nil
	}
	s := feed.Line(byline)
	if s == "" || len(s) > longestByline {
		return nil, nil
	}
	l := newLocale(lang)
	f := fold(s)
	if isPicture(f) {
		return nil, nil
	}
	f = cutByWords(f)
	parts := cut(f, l)
	for i := range parts {
		p := &parts[i]
		if p.agency != nil {
			agencies = appendOnce(agencies, p.agency.code)
			continue
		}
		if name, a := nameAndAgency(p.text, l); a != nil {
			names = appendName(names, name)
			agencies = appendOnce(agencies, a.code)
			continue
		}
		if name := nameOf(p, i, parts); name != "" {
			names = appendName(names, name)
		}
	}
	return names, agencies
}

// bylineIntros stand in front of the first name, in small letters.
var bylineIntros = [...]string{
	"ein gastbeitrag von", "gastbeitrag von", "ein kommentar von", "kommentar von", "eine analyse von", "analyse von", "ein interview von", "interview von", "eine kolumne von", "kolumne von", "ein essay von", "aufgezeichnet von", "protokoll von", "eine reportage von", "reportage von", "ein bericht von", "bericht von", "ein artikel von", "artikel von", "von unserem korrespondenten", "von unserer korrespondentin", "von unserem mitarbeiter", "von unserer mitarbeiterin",
	"analysis by", "opinion by", "written by", "story by", "words by", "reported by", "report by", "text by", "posted by", "published by", "review by", "interview by", "article by",
	"propos recueillis par", "publié par", "texte par", "écrit par", "texto de", "escrito por", "publicado por", "di redazione", "a cura di",
	"text:", "texte:", "texto:", "testo:", "autor:", "autorin:", "autoren:", "author:", "authors:", "byline:", "written by:", "tekst:", "skriven av", "skrevet av", "skrevet af", "geschreven door",
	"von:", "by:", "par:", "por:", "von", "by", "par", "por", "door", "av", "af", "di", "da", "de", "per", "od", "autor", "autorin", "autoren", "author", "text", "yazan", "автор", "记者", "記者", "文/", "文",
	"mit", "with", "avec", "con", "quelle:", "source:", "fuente:", "fonte:", "bron:", "källa:", "kilde:", "źródło:", "来源:", "來源:", "出典:",
}

// cutByWords takes "Von", "By", "Ein Gastbeitrag von" away.
func cutByWords(f string) string {
	for range 2 {
		lower := strings.ToLower(f)
		before := f
		for _, w := range bylineIntros {
			if lower == "" || lower[0] != w[0] {
				continue
			}
			rest, ok := strings.CutPrefix(lower, w)
			if !ok || len(lower) != len(f) {
				continue
			}
			first, _ := utf8.DecodeRuneInString(rest)
			last, _ := utf8.DecodeLastRuneInString(w)
			if first == ' ' || first == ':' || !unicode.IsLetter(last) || last > 0x3000 {
				f = strings.TrimLeft(f[len(w):], " :")
				break
			}
		}
		if f == before {
			break
		}
	}
	return f
}

// nameAndAgency reads "Ada Lindner of The Associated Press".
func nameAndAgency(text string, l locale) (string, *agency) {
	for _, w := range [...]string{" of ", " for ", " von der ", " von ", " der ", " de l'", " für ", " di ", " de ", " da "} {
		i := strings.LastIndex(text, w)
		if i <= 0 {
			continue
		}
		if a := agencyThen(strings.TrimPrefix(text[i+len(w):], "the "), l); a != nil {
			return strings.TrimSpace(text[:i]), a
		}
	}
	return "", nil
}

// roles are what a person is or does, in small letters: no part of a name.
var roles = set(
	"staff", "staff writer", "staff reporter", "reporter", "correspondent", "editor", "journalist", "freelance", "freelancer", "contributor", "columnist", "redakteur", "redakteurin", "chefredakteur", "chefredakteurin", "korrespondent", "korrespondentin", "volontär", "volontärin", "autor", "autorin", "freier autor", "freie autorin", "freier mitarbeiter", "freie mitarbeiterin", "redaktionsleiter", "redaktionsleiterin", "ressortleiter", "ressortleiterin", "reporterin", "journalistin", "text", "texte", "video", "fotos", "foto", "photo", "photos", "grafik", "illustration", "kommentar", "analyse", "interview", "gastbeitrag", "exklusiv", "politik", "wirtschaft", "sport", "kultur", "online", "redaktion",
	"rédaction", "journaliste", "correspondant", "correspondante", "envoyé spécial", "envoyée spéciale", "redacción", "corresponsal", "redator", "uhr", "published", "updated", "aktualisiert", "senior editor", "news editor", "political editor", "chief", "für", "exclusive",
)

// nameOf gives the name in a part, "" where it is none.
func nameOf(p *part, i int, parts []part) string {
	t := strings.Trim(p.text, " .,:;-")
	lower := strings.ToLower(t)
	if t == "" || len(t) > 80 || roles[lower] || strings.ContainsAny(t, "@0123456789<>") || isPress(lower) {
		return ""
	}
	switch p.class {
	case sign:
		if !ownDesk[lower] && i == 0 && len(parts) == 1 {
			return t // the paper prints its editor's sign as byline
		}
		return ""
	case desk, unnamed, paper, press, place:
		return ""
	case agencyHit, person, other:
	}
	if afterHit := i > 0 && parts[i-1].class == agencyHit; afterHit && p.joint == comma && p.class != person {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(t)
	if !isCapital(r) && !nameWords[strings.SplitN(t, " ", 2)[0]] || strings.Count(t, " ") > 6 {
		return ""
	}
	if i > 0 && p.joint == comma && isRole(lower) {
		return ""
	}
	for _, w := range [...]string{" in ", " aus ", " à ", " from "} {
		if j := strings.Index(t, w); j > 0 && isPlace(t[j+len(w):]) {
			t = t[:j]
		}
	}
	return strings.TrimSpace(t)
}

// isRole reports a part that ends in a role: "Chief Political Correspondent".
func isRole(lower string) bool {
	return roles[lower[strings.LastIndexByte(lower, ' ')+1:]] || roles[strings.SplitN(lower, " ", 2)[0]]
}

func appendName(names []string, name string) []string {
	for _, n := range names {
		if n == name {
			return names
		}
	}
	return append(names, name)
}
