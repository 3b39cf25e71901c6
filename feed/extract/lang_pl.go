package extract

var polish = language{
	code:       "pl",
	common:     "i w na z się nie do to że jest o jak po przez od dla za ale był oraz który są",
	months:     "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
	credits:    []string{"fot", "zdjęci[ea]", "źródło", "ilustracja"},
	creditBy:   []string{`fot\.`},
	creditLead: []string{`fot\.`},
	bylines:    []string{"przez", "na", `oprac\.`, "opracował[a]?"},
	roles:      []string{"reporterka", "dziennikar(?:z|ka)", "korespondent(?:ka)?", "redaktor(?:ka)?"},
	notNames:   "redakcja",
	stops: []string{
		"czytaj (?:także|też|więcej|również)", "zobacz (?:także|też|również)", "polecamy", "przeczytaj", "komentarze", "tagi", "najczęściej czytane",
		"najnowsze", "powiązane", "więcej na ten temat", `tematy[^\pL]*$`,
	},
	pointers: []string{
		"czytaj (?:także|też|więcej|również)", "zobacz (?:także|też|również)", "przeczytaj (?:także|też|również)", "posłuchaj (?:także|też|podcastu)",
	},
	invitations: []string{
		"zapisz się", "obserwuj nas", "polub nas", "śledź nas", "udostępnij (?:ten )?artykuł", "pobierz (?:naszą )?aplikację",
	},
	weakInvitations: []string{"subskryb"},
	labels:          []string{"reklama", "udostępnij", "drukuj", "zapisz", "posłuchaj", "skomentuj", "czas czytania.{0,20}"},
	corrections:     []string{"sprostowanie", "w (?:poprzedniej|pierwotnej) wersji", `korekta\s?:`},
	smallPrints:     []string{"wszelkie prawa zastrzeżone"},
	bios:            []string{"jest", "pisze"},
	comments:        []string{"komentarze", "dodaj komentarz", "skomentuj"},
	paywall: []string{
		"tylko dla (?:prenumeratorów|subskrybentów)", "aby czytać dalej", `pozostało \d+ ?% (?:artykułu|tekstu|treści)`,
		"masz już (?:prenumeratę|subskrypcję)", "czytaj dalej z",
	},
	consent: []string{
		"używamy plików cookie", "nasi partnerzy", "(?:zaakceptuj|akceptuję) (?:wszystk|i przejdź)", "twoja zgoda", "dan(?:ych|e) osobow",
	},
}
