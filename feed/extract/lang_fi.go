package extract

var finnish = language{
	code:       "fi",
	common:     "ja on ei että se oli hän mutta myös ovat kun sen kuin joka mukaan sekä jälkeen niin vuonna ole tai jonka joiden tämä tämän kanssa voi vain siitä hänen jo nyt kaksi viime",
	months:     "tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|toukokuuta toukokuu|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|syyskuuta syyskuu|lokakuuta lokakuu|marraskuuta marraskuu|joulukuuta joulukuu",
	credits:    []string{"kuvat?", "valokuvat?", "kuvaaja", "lähde", "arkistokuva", "kuvitus", "grafiikka"},
	creditLead: []string{"kuva"},
	bylines:    []string{"teksti", "kirjoittanut", "kirjoittaja"},
	roles:      []string{"(?:pää)?toimittaja", "kirjeenvaihtaja", "kolumnisti"},
	notNames:   "toimitus|uutistoimitus",
	stops: []string{
		"lue myös", "lue lisää", "aiheesta lisää", "lisää aiheesta", "luetuimmat", "uusimmat", "suosittelemme", `kommentit[^\pL]*$`, `aiheet[^\pL]*$`,
	},
	pointers: []string{"lue (?:myös|lisää|täältä|koko)", "katso (?:myös|video)", "kuuntele myös"},
	invitations: []string{
		"tilaa (?:uutiskirje|lehti|nyt|maksuton)", "seuraa meitä", "jaa (?:artikkeli|juttu)", "lataa sovellus", "lähetä uutisvinkki",
	},
	labels:      []string{"mainos", "jaa", "tallenna", "tulosta", "kuuntele", "kommentit", "lukuaika.{0,20}"},
	corrections: []string{"oikaisu", "jutun aiemmassa versiossa", "juttua (?:korjattu|oikaistu)"},
	smallPrints: []string{"kaikki oikeudet pidätetään"},
	bios:        []string{"on", "kirjoittaa"},
	comments:    []string{"kommentit", "keskustelu"},
	paywall:     []string{"vain tilaajille", "jatka lukemista", "oletko jo tilaaja", "kirjaudu (?:sisään )?lukeaksesi"},
	consent:     []string{"käytämme evästeitä", "hyväksy kaikki", "kumppanimme", "suostumuk", "henkilötie"},
}
