package extract

var italian = language{
	code:     "it",
	common:   "il di che la un è per una non sono con del della dei le gli nel alla più anche ha dal",
	months:   "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto ago|settembre set|ottobre ott|novembre|dicembre dic",
	credits:  []string{"fotografia", "crediti?", "fonte", "foto d'archivio"},
	bylines:  []string{"di", "a cura di", "scritto da"},
	profiles: []string{"tutti gli articoli di"},
	roles:    []string{"giornalista", "inviat[oa]", "corrispondente", "redattor[ei]", "redattrice"},
	notNames: "redazione|la redazione|redazione online",
	stops: []string{
		"leggi anche", "articoli correlati", "potrebbe interessarti", "ti potrebbe interessare", "commenti", "temi", "ultime notizie", "i più letti",
		"per approfondire", `approfondimenti[^\pL]*$`, "notizie correlate",
	},
	pointers: []string{"leggi (?:anche|tutto|qui)", "guarda anche", "vedi anche"},
	invitations: []string{
		"iscriviti", "riproduzione riservata", `segui(?:ci)?\b.{0,20}(?:su|canale)`, "ricevi (?:la|ogni|le) .{0,40}newsletter",
		"condividi (?:l'articolo|questo articolo)", "scarica l'app",
	},
	weakInvitations: []string{"abbonati"},
	labels: []string{
		"pubblicità", "condividi", "stampa", "salva", "ascolta", "commenta", `\d+ min(?:uti)? di lettura`, "tempo di lettura.{0,20}",
	},
	corrections: []string{"rettifica", "errata corrige", "una versione precedente di quest"},
	smallPrints: []string{"tutti i diritti riservati"},
	bios:        []string{"è", "scrive", "lavora"},
	comments:    []string{"commenti", "lascia un commento"},
	paywall: []string{
		"contenuto riservato", "per continuare a leggere", "riservato agli abbonati", "sei già abbonat", "abbonati per (?:leggere|continuare)",
		"continua a leggere con",
	},
	consent:    []string{"utilizziamo i cookie", "accetta tutt[io]", "i nostri partner", "il tuo consenso", "dati personali"},
	embedNotes: []string{"per visualizzare questo contenuto"},
}
