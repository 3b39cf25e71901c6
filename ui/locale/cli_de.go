package locale

import "fmt"

var cliDE = CLI{
	Queries: queriesDE,
	Short:   "Eine Zeitung für das Terminal",
	Long: `depesche holt die abonnierten Feeds, hebt ihre Artikel zum Lesen ohne Netz auf und setzt sie wie eine Zeitung: Dachzeile, Überschrift, Vorspann, Bilder mit Bildtext und Nachweis, die Agentur unter dem Text.

Ohne Verb öffnet sich das Leseprogramm; ist die Ausgabe kein Terminal, werden die Artikel aufgelistet. Jedes Verb arbeitet für sich in Skripten: je Datensatz eine Zeile, Felder durch Tabulatoren getrennt, oder mit --json als JSON Lines.`,
	Example: `# lesen
depesche
# abonnieren; die Adresse der Seite genügt
depesche add https://www.example.org
# Neues holen, dann Ungelesenes auflisten
depesche refresh
depesche list --unread
# einen Artikel hier lesen oder irgendeine Seite zerlegen
depesche show k3v9
depesche extract --json https://www.example.org/artikel.html`,
	Help: Help{
		Read: "Lesen", Sources: "Quellen", Script: "für Skripte", Self: "depesche selbst",
		Titles: map[string]string{"USAGE": "AUFRUF", "EXAMPLES": "BEISPIELE", "FLAGS": "OPTIONEN", "COMMANDS": "VERBEN"},
	},

	Verbs: Verbs{
		List: Verb{
			"Artikel auflisten, neueste zuerst",
			"Listet die vorhandenen Artikel auf. In eine Pipe schreibt es je Zeile Kennung, Datum, Zustand, Quelle, Überschrift und Adresse, durch Tabulatoren getrennt. Eine Anfrage engt die Liste ein; ihre Sprache erklärt depesche man.",
			"depesche list --unread\ndepesche list --source Lindenau -n 20\ndepesche list agency:dpa after:3d\ndepesche list --json is:starred | jq .headline",
		},
		Show: Verb{
			"Einen Artikel als Seite zeigen",
			"Setzt einen Artikel als Seite, in eine Pipe als reinen Text. Der Anfang seiner Kennung genügt, wenn keine andere so beginnt. Unter einer Adresse zeigt es den Artikel von dort oder sonst die Seite, die dabei für später aufbewahrt wird. Nichts wird als gelesen vermerkt.",
			"depesche show k3v9\ndepesche show https://lindenau.example/artikel\ndepesche show k3v9 --width 60 | lpr\ndepesche show k3v9 --json",
		},
		Search: Verb{
			"Im Volltext suchen, beste Treffer zuerst",
			"Sucht in Überschriften, Texten, Bildtexten und Namen. Umlaute werden in jeder Schreibweise gefunden. Jeder Treffer kommt mit der Stelle, an der er steht.",
			"depesche search Haushalt\ndepesche search '\"zweite Lesung\" -Sport after:2026-01-01'",
		},
		Mark: Verb{
			"Artikel als gelesen, gemerkt oder versteckt vermerken",
			"Vermerkt Artikel nach Kennung, nach einer Anfrage oder nach den Kennungen im ersten Feld jeder Zeile der Standardeingabe (-). Was versteckt ist, steht in keiner Liste mehr; ist:versteckt findet es. Jeder Vermerk lässt sich rückgängig machen.",
			"depesche mark star k3v9\ndepesche mark read source:Lindenau age:7d\ndepesche search Wetter | depesche mark read -\ndepesche mark unhide ist:versteckt",
		},
		Undo: Verb{
			"Die letzte Änderung zurücknehmen",
			"Nimmt zurück, was zuletzt vermerkt, entfernt, hinzugefügt oder verschoben wurde, hier oder im Leseprogramm, auch nach einem Neustart. Noch einmal nimmt das davor zurück, eine Zahl so viele.",
			"depesche undo\ndepesche undo --list\ndepesche undo 3",
		},
		Redo: Verb{"Zurückgenommenes wiederholen", "", "depesche redo"},

		Refresh: Verb{
			"Neues holen",
			"Fragt die Quellen nach neuen Artikeln: alle oder die nach Kennung, Adresse oder Name genannten. Je Antwort eine Zeile: Kennung, Name, neue, geänderte Artikel. Was nicht gelang, steht in der Fehlerausgabe; der Status ist nur dann 1, wenn keine Quelle geantwortet hat.",
			"depesche refresh\ndepesche refresh --due --quiet   # für einen Zeitgeber\ndepesche refresh Lindenau",
		},
		Sources: Verb{
			"Die Quellen auflisten",
			"Je Quelle eine Zeile: Kennung, Name, Ordner, ungelesene, alle, Adresse und was zuletzt mit ihr nicht stimmte.",
			"depesche sources\ndepesche sources --failing",
		},
		Add: Verb{
			"Einen Feed abonnieren oder den einer Seite",
			"Fragt die Adresse; ist sie eine Seite, werden die Feeds aufgelistet, die sie nennt, und der erste wird genommen. Eine schon abonnierte Adresse bekommt den Namen (--title) oder Ordner (--folder), der angegeben ist.",
			"depesche add example.org\ndepesche add https://example.org/feed --folder Zeitung/Lokales --title Lindenau\ndepesche add example.org --all",
		},
		Remove: Verb{
			"Abbestellen",
			"Entfernt Quellen, nach Kennung, Adresse oder Name, samt ihren Artikeln. depesche undo bringt sie zurück.",
			"depesche remove Lindenau",
		},
		Import: Verb{
			"Von einem anderen Feedreader übernehmen: Quellen, Artikel, Gelesenes und Gemerktes",
			`Ohne Namen: zeigt, was newsboat, newsraft, nom und andere auf diesem Rechner hinterlassen haben, mit der Zahl der Quellen, Artikel, gelesenen und gemerkten. Mit dem Namen eines davon oder seinem Ordner: übernimmt seine Liste und seine Artikel.

Eine Datei (FILE) gilt als das, was in ihr steht: eine Liste von Quellen (OPML, die urls von newsboat, die feeds von newsraft, die config.yml von nom), eine Datenbank (cache.db von newsboat, newsraft.sqlite3 von newsraft, nom.db von nom), ein Export als JSON (die Einträge von Miniflux, FreshRSS, Google Reader und alle, die antworten wie er) oder was depesche export als JSON Lines geschrieben hat.

Gelesene und gemerkte Artikel bleiben es, auch wenn der Feed sie noch einmal bringt. Ein Artikel mit Flags in newsboat ist gemerkt und hat die Schlagwörter newsboat-a, newsboat-b und so weiter; die wichtigen von newsraft und die Favoriten von nom sind gemerkt; Labels werden Schlagwörter. Was dort gelöscht ist, kommt nicht wieder. Was schon hier ist, bleibt, wie es ist, und bekommt diese Markierungen dazu. Beim zweiten Mal kommt nichts hinzu.

Dort wird nichts geändert: Eine Datenbank wird in einer Kopie gelesen. depesche undo nimmt die ganze Übernahme zurück.`,
			"depesche import\ndepesche import newsboat\ndepesche import ~/.newsboat --dry-run\ndepesche import feeds.opml\ndepesche import starred.json",
		},
		Export: Verb{
			"Quellen oder Artikel schreiben: OPML, JSON Lines, EPUB, HTML, Markdown, Text",
			"Ohne Abfrage die Quellen als OPML; mit einer die Artikel, als JSON Lines, wenn --format oder die Endung der Datei nichts anderes sagt. JSON Lines enthalten die Artikel mit allem, was zu ihnen gehört, auch Markierungen und Schlagwörter; depesche import nimmt sie wieder auf. Ein EPUB enthält die Bilder, die im Speicher sind. Eine vorhandene Datei wird nicht überschrieben.",
			"depesche export > feeds.opml\ndepesche export --format jsonl -o alles.jsonl\ndepesche export tag:Klima -o klima.epub\ndepesche export --format markdown ist:gemerkt",
		},
		Extract: Verb{
			"Eine Seite zerlegen: Überschrift, Text, Bilder, Nachweise",
			"Liest eine Seite, HTML oder einen Artikel als reinen Text, aus einer Datei, von einer Adresse oder der Standardeingabe (-) und druckt sie als Seite oder mit --json als Objekt.\n\nMit --why legt es stattdessen Rechenschaft über die Seite ab, je Entscheidung eine Zeile: wofür ein Teil gehalten wurde („drop“: weggelassen), nach welcher Regel, wo er steht, wie er beginnt.\n\nMit --lines liest es je Zeile ein JSON-Objekt {\"id\", \"url\", \"path\"} und antwortet auf jedes mit einer Zeile {\"id\", \"elapsed_us\", ...Artikel} oder mit \"error\", sobald sie fertig ist.",
			"depesche extract seite.html --url https://www.example.org/seite.html --json\ndepesche extract https://www.example.org/seite.html\ndepesche extract --why seite.html\ndepesche extract --lines < jobs.jsonl",
		},
		Preview: Verb{
			"Zeigen, was ein Feed enthält, vor dem Abonnieren",
			"Liest einen Feed von einer Adresse, aus einer Datei oder der Standardeingabe (-) und listet seine Einträge auf.\n\nMit --lines liest es je Zeile ein JSON-Objekt {\"id\", \"path\", \"url\", \"headers\", \"kind\"}; kind ist feed oder opml, path der Inhalt, wie er empfangen wurde. Es antwortet auf jedes mit einer Zeile {\"id\", \"error\", \"feed\", \"entries\"} oder {\"id\", \"error\", \"opml\"}.",
			"depesche preview example.org/feed\ndepesche preview --json feed.xml\ndepesche preview --lines < jobs.jsonl",
		},

		Doctor: Verb{
			"Einstellungen, Datenordner, Datenbank und Terminal prüfen",
			"Sieht nach allem, worauf depesche steht, und sagt, was nicht stimmt. Ohne --repair wird nichts geändert, ohne --network nichts geholt.",
			"depesche doctor\ndepesche doctor --network",
		},
		Tidy: Verb{
			"Gehen lassen, was die Einstellungen nicht mehr behalten",
			"Lässt Artikel und Bilder gehen, die über [keep] in den Einstellungen hinausgehen, und gibt ihren Platz der Platte zurück. Von selbst geschieht das nach dem Holen und während das Leseprogramm offen ist; hiermit jetzt, nach den Einstellungen, wie sie sind. Eine Zeile je Artikel, der geht: warum, Kennung, Datum, Quelle, Überschrift. Es bleibt, was gemerkt ist, ein Schlagwort hat, auf ungelesen zurückgesetzt ist, was eine Regel behält oder was in der Ausgabe gepackt ist, und was ein Feed noch enthält.",
			"depesche tidy --dry-run\ndepesche tidy\ndepesche tidy --dry-run --json | jq -r .why | sort | uniq -c",
		},
		Config: Verb{
			"Die Einstellungen zeigen",
			"Druckt die geltenden Einstellungen als config.toml.",
			"depesche config\ndepesche config --init   # eine erklärte config.toml schreiben, falls es keine gibt",
		},
		Keys: Verb{"Die Tasten des Leseprogramms auflisten", "Je Aktion eine Zeile: ihr Name in config.toml, ihre Tasten, wo sie gelten, was sie tut.", "depesche keys\ndepesche keys --preset vim"},
		Log:  Verb{"Sagen, wo das Protokoll liegt, oder sein Ende zeigen", "", "depesche log\ndepesche log -n 50"},
		Man:  Verb{"Die Handbuchseite drucken", "", "depesche man | man -l -"},
		Completion: Verb{
			"Vervollständigungen für eine Shell drucken",
			"",
			"depesche completion bash > ~/.local/share/bash-completion/completions/depesche\ndepesche completion zsh > ~/.zfunc/_depesche\ndepesche completion fish > ~/.config/fish/completions/depesche.fish",
		},
		Version: Verb{"Die Version drucken", "", "depesche version --json"},
		Help:    Verb{"Ein Verb erklären", "", "depesche help extract"},
	},

	Flags: Flags{
		Version: "die Version drucken", Data: "Ordner der Datenbank und der Bilder", Config: "Datei mit den Einstellungen", Help: "dies erklären", Accessible: "linearer Bildschirm zum Hören und für Braille: Zustände in Worten, keine Rahmen", Pictures: "wie Bilder gezeichnet werden, wie screen.pictures sagt",
		JSON: "als JSON drucken, je Zeile ein Objekt", Unread: "nur ungelesene", Starred: "nur gemerkte", Source: "nur aus dieser Quelle: Kennung, Adresse oder Name",
		InFolder: "nur aus Quellen in diesem Ordner: Zeitung/Lokales", Oldest: "älteste zuerst", Limit: "höchstens so viele; 0: alle",
		Newest: "neueste zuerst statt beste zuerst", Text: "welcher Text: best, feed, page", Full: "die Seite jetzt holen",
		Width: "Spalten Text; 0: wie eingestellt", Failing: "nur gestörte und eingestellte", Due: "nur Quellen, die an der Reihe sind",
		Quiet: "nur sagen, was nicht gelang", Title: "ein eigener Name dafür", Folder: "in diesen Ordner legen: Zeitung/Lokales", All: "alle angebotenen Feeds nehmen",
		Choose: "diesen der angebotenen Feeds nehmen", Unchecked: "abonnieren, ohne die Adresse zu fragen; für unterwegs",
		NoRefresh: "die Artikel noch nicht holen", DryRun: "nur sagen, was hinzukäme", WouldGo: "nur sagen, was ginge und warum", Output: "in diese neue Datei schreiben",
		History: "die Änderungen auflisten, neueste zuerst", URL: "die Adresse, von der Seite oder Feed stammen", Why: "sagen, was wofür gehalten und was weggelassen wurde, und nach welcher Regel", Lines: "Aufträge von der Standardeingabe lesen, je Zeile ein JSON-Objekt",
		Workers: "wie viele zugleich bei --lines", Path: "drucken, wo die Datei liegt", Example: "eine erklärte config.toml drucken",
		Init: "diese als Einstellungen schreiben, falls es keine gibt", Preset: "Tasten einer Vorlage: depesche, newsboat, vim, less, emacs", Tail: "so viele Zeilen seines Endes zeigen",
		Network: "jede Quelle fragen, ob sie antwortet", Repair: "in Ordnung bringen, was sich in Ordnung bringen lässt",
	},

	NoScreen: func(term string) string {
		return "auf einem Terminal der Art " + term + " lässt sich kein Bildschirm zeigen: dies ist die Liste; depesche show ID druckt einen Artikel."
	},
	TryHelp: "depesche help erklärt die Verben und ihre Optionen.",
	NoVerb: func(name, near string) string {
		return "Ein Verb " + quoteDE(name) + " gibt es nicht" + maybe(near, "; am nächsten liegt ", "") + "."
	},
	TooFew: func(use string) string { return "Es fehlt etwas; der Aufruf lautet: " + use },
	TooMany: func(extra, use string) string {
		return quoteDE(extra) + " ist zu viel; der Aufruf lautet: " + use + "."
	},
	NoFlag: func(name string) string { return "Eine Option " + name + " gibt es hier nicht." },
	FlagNeeds: func(name string) string {
		return "Die Option " + name + " braucht einen Wert."
	},
	FlagBad: func(name, value, want string) string {
		return "Die Option " + name + " kann nicht " + quoteDE(value) + " sein" + maybe(want, "; möglich ist ", "") + "."
	},
	NoMark: func(name string) string {
		return quoteDE(name) + " ist kein Vermerk: read, unread, star, unstar, hide oder unhide."
	},
	NoShell: func(name string) string {
		return quoteDE(name) + " ist keine hier bekannte Shell: bash, zsh, fish oder powershell."
	},
	LinesAlone:   "Mit --lines kommen die Aufträge von der Standardeingabe; eine Datei lässt sich nicht außerdem nennen.",
	WhyOnePage:   "--why gibt Auskunft über eine einzige Seite und passt nicht zu --lines.",
	BadLine:      func(why string) string { return "Die Zeile ist kein Auftrag in JSON (" + why + ")." },
	Ambiguous:    func(name, which string) string { return quoteDE(name) + " kann jede von diesen sein: " + which + "." },
	OnlyFeeds:    func(n int) string { return fmt.Sprintf("Es stehen nur %d Feeds zur Wahl.", n) },
	Offers:       func(n int) string { return fmt.Sprintf("Die Seite nennt %d Feeds (--choose, --all):", n) },
	NoPassword:   "Das Passwort wird nicht mit der Adresse aufbewahrt, wo Listen und Protokoll es verrieten: In config.toml ist unter [[source]] Platz dafür.",
	AlreadyThere: func(title string) string { return quoteDE(title) + " ist schon abonniert." },
	CanUndo:      "depesche undo nimmt das zurück.",
	Asked:        func(done, total int) string { return fmt.Sprintf("%d von %d Quellen", done, total) },
	Fetched:      func(done, total int) string { return fmt.Sprintf("%d von %d Seiten", done, total) },
	Imported: func(added, known int) string {
		s := plural(".")(added, "Quelle", "Quellen") + " hinzugefügt"
		if known > 0 {
			s += fmt.Sprintf(", %d schon da", known)
		}
		return s + "."
	},
	Skipped: map[string]string{
		"exec": "sie startet ein Programm", "filter": "sie filtert durch ein Programm", "query": "sie ist eine Anfrage über andere Feeds", "address": "sie ist keine Web-Adresse", "include": "sie ist eine weitere Liste", "many": "es sind zu viele",
	},
	LeftOut: func(line int, text, why string) string {
		return fmt.Sprintf("Zeile %d wurde ausgelassen, denn %s: %s", line, why, text)
	},
	FileTooBig: func(p string, mb int) string { return fmt.Sprintf("%s ist größer als %d MB.", p, mb) },
	NothingToImport: func(path string) string {
		return "In " + path + " steht kein Feed: gebraucht wird OPML, eine urls-Datei von newsboat oder die config.yml von nom."
	},
	WithoutSource: func(n int) string {
		return plural(".")(n, "Artikel wurde", "Artikel wurden") + " ausgelassen: Der Feed hat keine Web-Adresse oder ist nicht mehr abonniert."
	},
	NoOtherReader: "Nichts von anderen Feedreadern gefunden; eine Datei nennen: depesche import DATEI.",
	NotThere:      "nicht vorhanden; es gelten die Vorgaben",
	NoUTF8:        "die Locale ist nicht UTF-8; Buchstaben jenseits von ASCII können falsch aussehen",
	NoTerminal:    "die Ausgabe ist kein Terminal",
	Tidied: func(articles, pictures int, freed string) string {
		if articles+pictures == 0 {
			return "Nichts muss gehen."
		}
		say := "Gegangen: " + plural(".")(articles, "Artikel", "Artikel")
		if pictures > 0 {
			say += ", " + plural(".")(pictures, "Bild", "Bilder")
		}
		say += "."
		if freed != "" {
			say += " Die Platte hat " + freed + " wieder."
		}
		return say
	},
	WouldGo: func(articles, pictures int, bytes string) string {
		if articles+pictures == 0 {
			return "Nichts muss gehen."
		}
		say := "Es gingen: " + plural(".")(articles, "Artikel", "Artikel")
		if pictures > 0 {
			say += ", " + plural(".")(pictures, "Bild", "Bilder") + " (" + bytes + ")"
		}
		return say + "."
	},
	StricterFrom: func(when string) string {
		return "Die Einstellungen sind strenger, als sie waren: Von selbst gelten sie ab " + when + "."
	},
	Holds: func(sources, articles, pages, pictures, size string) string {
		return fmt.Sprintf("%s Quellen, %s Artikel, %s Seiten, %s Bilder, %s", sources, articles, pages, pictures, size)
	},

	ConfigHead: "Die Einstellungen von depesche. Jede steht hier mit ihrer Vorgabe, dem, was\nmöglich ist, und einem Beispiel; wer eine ändern will, nimmt das \"# \" weg.",
	Settings: map[string]string{
		"language":            "Sprache von depesche selbst. auto: wie LC_ALL, LC_MESSAGES oder LANG sagen.",
		"browser":             "Programm, das Links öffnet, mit seinen Argumenten; die Adresse kommt als\nletztes hinzu. Leer: das des Systems.",
		"screen.theme":        "Farben; jede Wahl hat eine helle und eine dunkle Hälfte.",
		"screen.background":   "Welche Hälfte. auto: wie das Terminal antwortet.",
		"screen.width":        "Höchstens so viele Spalten Text auf einer Seite.",
		"screen.hyphenate":    "Silbentrennung. auto: wo eine Zeile sonst zu kurz bliebe.",
		"screen.columns":      "Textspalten nebeneinander, wo das Fenster mindestens 160 Zeichen breit ist;\ngeblättert wird dann, nicht gerollt.",
		"screen.justify":      "Blocksatz.",
		"screen.unread":       "Mit dem Ungelesenen beginnen.",
		"screen.preview":      "Die Seite neben der Liste folgt dem Cursor.",
		"screen.accessible":   "Linearer Bildschirm zum Hören und für Braille: ein Bereich nach dem andern, Zustände\nin Worten, keine Rahmen, der Cursor auf der Zeile. Auch --accessible.",
		"screen.mouse":        "Das Rad rollt, ein Klick wählt. Aus: Das Terminal markiert Text.",
		"screen.pictures":     "Wie Bilder gezeichnet werden. auto: so gut das Terminal kann; kitty: mit Kittys\nGrafik; half: mit halben Blöcken; sixel, iterm: auf der Seite halbe Blöcke,\nallein auf dem Schirm diese; off: nicht auf der Seite. --pictures gilt einmal.",
		"refresh.at_start":    "Neues holen, wenn sich das Leseprogramm öffnet.",
		"refresh.interval":    "Nach dieser Zeit wieder holen, solange es offen ist. 0: nur auf Tastendruck.\nKeine Quelle wird öfter gefragt.",
		"refresh.full_text":   "Die Seiten hinter den Feeds holen, damit sich ganze Artikel ohne Netz lesen lassen.",
		"refresh.pictures":    "Wann Bilder geholt werden. ahead: hinter neuen Artikeln und wenn einer geöffnet\nwird; open: nur wenn ein Artikel geöffnet wird; demand: nur auf Wunsch.",
		"refresh.picture_day": "So viel wird an einem Tag höchstens an Bildern im Voraus geholt.",
		"refresh.connections": "Verbindungen zugleich, insgesamt.",
		"refresh.per_host":    "Verbindungen zugleich zu einem Rechner.",
		"refresh.timeout":     "So lange darf ein Server überlegen, bevor er antwortet.",
		"refresh.max_size":    "Die größte Antwort, die angenommen wird.",
		"keep.days":           "So viele Tage bleibt ein Artikel, nachdem er seinen Feed verlassen hat. 0: für immer.\nWas hier auch steht: Es bleibt, was ein Feed noch enthält, und was du haben willst:\nGemerktes, was ein Schlagwort hat, was auf ungelesen zurückgesetzt ist, was eine Regel\nbehält und was in der Ausgabe gepackt ist. Eine strengere Einstellung gilt von selbst\nnach einer Woche; depesche tidy tut es gleich, und depesche tidy --dry-run sagt, was\nginge und warum.",
		"keep.articles":       "So viele Artikel bleiben insgesamt, die neuesten. 0: beliebig viele.",
		"keep.per_source":     "So viele Artikel bleiben von jeder Quelle, die neuesten. 0: beliebig viele.",
		"keep.size":           "Platz auf der Platte für Texte und Bilder, ohne die täglichen Kopien. 0: beliebig.\nDarüber gehen zuerst die ältesten Bilder, dann die ältesten Texte.",
		"keep.pictures":       "Platz für Bilder. 0: beliebig. Die ältesten gehen; sie lassen sich wieder holen.",
		"keys.preset":         "Wessen Tasten gelten; depesche keys --preset zeigt sie.",
		"keys.bind":           "Eigene Tasten: Aktion = Taste oder Tasten, anstelle derer der Vorlage. Mehrere\nAktionen in einer Zeichenkette laufen nacheinander. depesche keys nennt die Namen.",
		"commands":            "Eigene Programme nach Namen, denen ein Artikel gegeben wird: mit |, aus den Befehlen oder\nmit einer Taste für run-NAME in [keys.bind]. Nie durch eine Shell; {url}, {headline},\n{source} und {id} in den Argumenten stehen für die des Artikels.",
		"open":                "Was eine Adresse anstelle des Browsers öffnet, nach einem Muster der Adresse ohne\nhttps:// oder ihres letzten Teils; das erste, das passt.",
		"views":               "Suchen, die bei den Quellen stehen, nach Namen.",
		"site":                "Eigene Regeln, nach denen die Seiten eines Hauses zerlegt werden, als CSS-Selektoren, nach\nRechner (seine Unterdomänen sind mitgemeint): was zum Text gehört, wie es auch aussieht,\nwas nicht, und wo der Artikel endet. fetch-page liest den offenen Artikel neu.",
		"source": `Wie einzelne Quellen gefragt werden: je eine Tabelle. Sie gilt für den Feed unter url und
für alles beim selben Rechner, etwa Artikel hinter einer Anmeldung; an andere Rechner geht nichts davon.
Geheimnisse stehen nicht hier: Ein Programm gibt sie aus, oder eine Umgebungsvariable hält sie.
exec = ["Programm", ...] statt url ist eine Quelle, die ein Programm macht (mit title und
folder); filter ist ein Programm, durch das ein Feed geht. Keine Shell liest sie, und sie
kommen nur aus dieser Datei. keep sagt, wie viel allein von diesem Feed bleibt, anstelle
dessen, was [keep] sagt; size meint seine Texte.`,
	},
	Man: manDE,
}

var manDE = Man{
	Name: "Name", Synopsis: "Übersicht", Description: "Beschreibung", Verbs: "Verben", Flags: "Optionen für jedes Verb",
	Query: "Anfragen", Keys: "Tasten", Settings: "Einstellungen", Environment: "Umgebung", Files: "Dateien", Exit: "Status", Examples: "Beispiele",
	QueryText: `list, search und mark verstehen dieselbe Sprache wie das Leseprogramm. Alle Wörter müssen vorkommen, die Reihenfolge ist gleich. Was in Anführungszeichen steht, muss so vorkommen; ein Wort mit * am Ende steht für seinen Anfang. -wort schließt aus, or verbindet, Klammern fassen zusammen.

Felder engen weiter ein, auf Deutsch oder Englisch:

  source:NAME  agency:KÜRZEL  section:NAME  author:NAME  lang:KÜRZEL
  kicker:WORT  caption:WORT
  is:unread  is:read  is:starred  is:new  is:changed  is:full  is:teaser
  is:muted  is:hidden  is:highlighted  is:packed  tag:NAME
  has:picture  has:tag
  after:DATUM  before:DATUM  age:3d  minutes:10
  /regulärer Ausdruck/   über Überschriften

Daten schreibt man 2026-11-23, today, yesterday oder als Alter: 12h, 3d, 2w.`,
	KeysText:     "Dies sind die Tasten der Vorlage depesche. Im Leseprogramm zeigt ? die geltenden.",
	SettingsText: "Die Einstellungen stehen in config.toml; depesche config --init schreibt eine, die sich selbst erklärt. Eine Einstellung, die es nicht gibt, ist ein Fehler, der ihre Zeile nennt.",
	Variables: []Term{
		{"XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "wo Einstellungen, Daten und Protokoll liegen"},
		{"LC_ALL, LC_MESSAGES, LANG", "die Sprache, und ob das Terminal UTF-8 zeigt"},
		{"NO_COLOR", "keine Farben, wenn überhaupt gesetzt"},
		{"TERM", "dumb: keine Farben, keine Zeile, die sich selbst überschreibt"},
		{"HTTP_PROXY, HTTPS_PROXY, NO_PROXY", "der Proxy, über den geholt wird"},
	},
	Paths: []Term{
		{"~/.config/depesche/config.toml", "die Einstellungen"},
		{"~/.local/share/depesche/", "die Datenbank und die Bilder"},
		{"~/.local/state/depesche/depesche.log", "das Protokoll; es enthält keinen Artikeltext"},
	},
	Codes: []Term{
		{"0", "es hat geklappt"},
		{"1", "etwas ist nicht gelungen; die Fehlerausgabe sagt, was"},
		{"2", "Befehlszeile, Anfrage oder Einstellungen sind falsch"},
	},
}
