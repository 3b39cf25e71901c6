package locale

// QueryLine is a piece of the query language and what it finds. Help and manual print them
// as examples of search, the README in a table.
type QueryLine struct{ Query, Finds string }

var queriesEN = []QueryLine{
	{`Haushalt Brücke`, `both words; umlauts and ß in any spelling`},
	{`steuer`, `the word, and within the words of a headline`},
	{`"zweite Lesung"`, `these words together`},
	{`"Rat Brücke"~5`, `these words near each other`},
	{`hafen*`, `words that begin so`},
	{`-Sport`, `without this word; also: not`},
	{`(Bahn or Bus) Lindenau`, `one or the other; brackets`},
	{`/^EU-.*gipfel/`, `headlines that fit the pattern`},
	{`headline:Wahl kicker:Kommentar`, `in one part: headline, kicker, author, caption, text`},
	{`source:Hafenblatt folder:Politik`, `of a source, or a folder of sources`},
	{`agency:dpa section:Kultur lang:de`, `by agency, section, language`},
	{`tag:Berlin`, `with a tag of yours`},
	{`is:unread`, `unread, read, starred, new, changed, full, teaser, paywall, muted, hidden, highlighted, packed`},
	{`has:picture`, `with a picture, an agency, the page, copies in other papers`},
	{`after:yesterday before:2026-11-01`, `by date: days, times, or how long ago (3h, 2d, 1w)`},
	{`age:2d`, `at most so old; age:>30d: older`},
	{`minutes:3-8`, `by reading time; minutes:>10`},
}

var queriesDE = []QueryLine{
	{`Haushalt Brücke`, `beide Wörter; Umlaute und ß in jeder Schreibweise`},
	{`steuer`, `das Wort, auch innerhalb der Wörter einer Überschrift`},
	{`"zweite Lesung"`, `diese Wörter beieinander`},
	{`"Rat Brücke"~5`, `diese Wörter nahe beieinander`},
	{`hafen*`, `Wörter, die so beginnen`},
	{`-Sport`, `ohne dieses Wort; auch: nicht`},
	{`(Bahn oder Bus) Lindenau`, `eines von beiden; Klammern`},
	{`/^EU-.*gipfel/`, `Überschriften, auf die das Muster passt`},
	{`titel:Wahl dachzeile:Kommentar`, `in einem Teil: titel, dachzeile, autor, bildtext, text`},
	{`quelle:Hafenblatt ordner:Politik`, `aus einer Quelle oder einem Ordner von Quellen`},
	{`agentur:dpa ressort:Kultur sprache:de`, `nach Agentur, Ressort, Sprache`},
	{`tag:Berlin`, `mit einem eigenen Schlagwort`},
	{`ist:ungelesen`, `ungelesen, gelesen, gemerkt, neu, geändert, voll, anriss, bezahlt, stumm, versteckt, hervorgehoben, gepackt`},
	{`hat:bild`, `mit Bild, Agentur, Seite, Kopien in anderen Blättern`},
	{`ab:gestern bis:1.11.2026`, `nach Datum: Tage, Uhrzeiten oder wie lange her (3h, 2t, 1w)`},
	{`alter:2t`, `höchstens so alt; alter:>30t: älter`},
	{`minuten:3-8`, `nach Lesezeit; minuten:>10`},
}
