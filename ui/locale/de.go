package locale

import (
	"fmt"
	"strconv"
	"time"
)

// German is depesche in German.
func German() *Text {
	return &Text{Code: "de", Page: pageDE, Screen: screenDE, CLI: cliDE, Errors: errorsDE, Dates: datesDE, Schedule: scheduleDE, Pictures: picturesDE, Desk: deskDE, Keep: keepDE, Why: whyDE, Files: filesDE}
}

var screenDE = Screen{
	All: "Alle Artikel", Unread: "Ungelesen", Starred: "Gemerkt", Today: "Heute",
	Teaser: "nur Anriss", Paywall: "Bezahlschranke", Consent: "Zustimmung verlangt",
	Changed: "geändert", Gone: "nicht mehr da", Hidden: "versteckt",
	End:         "das ist alles",
	NothingHere: "Hier ist nichts.", AllReadHere: "Hier ist alles gelesen.",

	NoSources: func(add, imp, starter string) string {
		return fmt.Sprintf("Es gibt noch keine Quellen. %s fügt eine nach ihrer Adresse hinzu, %s übernimmt die eines anderen Feedreaders, %s schlägt welche vor.", add, imp, starter)
	},
	UnreadCount: func(n int) string { return grouped(n, ".") + " ungelesen" },
	Weekday:     func(t time.Time) string { return daysDE[t.Weekday()] },
	Month:       func(t time.Time) string { return monthsDE[t.Month()-1] + " " + strconv.Itoa(t.Year()) },

	ShowingAll: "Auch Gelesenes wird gezeigt.", ShowingUnread: "Nur Ungelesenes wird gezeigt.",
	PreviewOn: "Die Seite folgt der Auswahl.", PreviewOff: "Die Seite bleibt, bis ein Artikel geöffnet wird.",
	Orders:        [4]string{"Neueste zuerst.", "Älteste zuerst.", "Nach Quellen.", "Beste Treffer zuerst."},
	Versions:      [3]string{"Der vollste Text, den es gibt.", "Der Text, wie ihn der Feed liefert.", "Der Text, wie er auf der Seite steht."},
	NothingUnread: "Weiter ist hier nichts ungelesen.", EndOfList: "Hier endet die Liste.",
	NothingFound: func(what string) string { return "Nichts gefunden: " + what },
	StillReading: func(n int) string {
		return plural(".")(n, "Artikel fehlt", "Artikel fehlen") + " noch im Suchindex; was sich darin findet, folgt unten."
	},
	NothingYet: func(n int) string {
		return "Noch nichts gefunden; " + plural(".")(n, "Artikel fehlt", "Artikel fehlen") + " noch im Suchindex."
	},
	Found:            func(what string) string { return "Suche: " + what },
	SearchEverywhere: "Suche: ", SearchHint: "Wörter; eine leere Suche beendet sie",
	FilterLabel: "Filter: ", FilterHint: "Wörter, agentur:dpa, ist:ungelesen, ab:2026-11-01; Tab ergänzt",

	AllRead: func(n int, undo string) string {
		return plural(".")(n, "Artikel", "Artikel") + " als gelesen markiert; " + undo + " nimmt es zurück."
	},
	Undone: func(what string) string { return "Zurückgenommen: " + what },
	Redone: func(what string) string { return "Wiederholt: " + what },
	Did: map[string]func(int) string{
		"read":          func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " als gelesen markiert" },
		"unread":        func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " als ungelesen markiert" },
		"star":          func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " gemerkt" },
		"unstar":        func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " nicht mehr gemerkt" },
		"hide":          func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " versteckt" },
		"unhide":        func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " wieder gezeigt" },
		"marks":         func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " markiert" },
		"tag":           func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " mit Schlagwort versehen" },
		"untag":         func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " ein Schlagwort genommen" },
		"add-rule":      func(n int) string { return plural(".")(n, "Regel", "Regeln") + " hinzugefügt" },
		"change-rule":   func(n int) string { return plural(".")(n, "Regel", "Regeln") + " geändert" },
		"remove-rule":   func(n int) string { return plural(".")(n, "Regel", "Regeln") + " entfernt" },
		"run-rule":      func(n int) string { return "Regeln trafen " + plural(".")(n, "Artikel", "Artikel") },
		"import":        func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " übernommen" },
		"save":          func(n int) string { return plural(".")(n, "Seite", "Seiten") + " zum späteren Lesen gespeichert" },
		"import-marks":  func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " mit den Marken einer Datei" },
		"edition":       func(n int) string { return "Ausgabe aus " + plural(".")(n, "Artikel", "Artikeln") + " gepackt" },
		"save-view":     func(int) string { return "Liste unter einem Namen behalten" },
		"rename-view":   func(int) string { return "Liste umbenannt" },
		"remove-view":   func(int) string { return "Liste entfernt" },
		"add-source":    func(n int) string { return plural(".")(n, "Quelle", "Quellen") + " hinzugefügt" },
		"remove-source": func(n int) string { return plural(".")(n, "Quelle", "Quellen") + " entfernt" },
		"change-source": func(n int) string { return plural(".")(n, "Quelle", "Quellen") + " geändert" },
	},
	Fetching:    func(host string) string { return "Die Seite wird von " + host + " geholt …" },
	Fetched:     "Die Seite ist geholt.",
	TextCame:    func(key string) string { return "Der vollständige Text ist da; " + key + " zeigt ihn." },
	TextChanged: func(key string) string { return "Der Text wurde geändert; " + key + " zeigt den neuen." },
	FetchedNews: func(changes string) string {
		return "Die Seite ist geholt; der Text hat sich geändert, " + changes + " zeigt, was."
	},
	Width:        func(n int) string { return fmt.Sprintf("Der Text ist %d Zeichen breit.", n) },
	OneColumn:    "Eine Spalte.",
	TwoColumns:   "Zwei Spalten.",
	TooNarrow:    func(n int) string { return fmt.Sprintf("Zwei Spalten, sobald das Fenster %d Zeichen breit ist.", n) },
	Unchanged:    "Ein früherer Text dieses Artikels ist nicht bekannt.",
	ChangedAt:    func(when string) string { return "Geändert, bemerkt am " + when + ":" },
	OpenFirst:    "Erst den Artikel öffnen.",
	NotHere:      func(key string) string { return "Das wurde inzwischen entfernt; " + key + " lädt die Liste neu." },
	SaveLabel:    "Speichern als: ",
	Saved:        func(name string) string { return "Gespeichert: " + name },
	PipeHint:     "ein Programm mit seinen Argumenten; mit ! davor bekommt es das Terminal",
	PipedQuietly: func(command string) string { return command + " ist fertig und sagt nichts." },

	NoLinks: "Hier ist kein Link zu sehen.", LinkHint: "Buchstaben eines Links tippen; Esc verlässt.", NoWebLink: "Hier gibt es keine Webadresse zum Öffnen.",
	Target: func(url, follow, open, copyKey string) string {
		return fmt.Sprintf("%s hier, %s Browser, %s Kopie: %s", follow, open, copyKey, url)
	},
	LeadsHere: "Der Link führt zu diesem Artikel.", OnlyLinked: func(key string) string {
		return "Diese Seite steht in keiner Liste; " + key + " speichert sie für später."
	},
	PageSaved: func(headline, undo string) string {
		return "Für später gespeichert: " + headline + "; " + undo + " macht es rückgängig"
	},
	SavingPage:    func(from string) string { return from + " wird gespeichert …" },
	SavedNotAsked: "Gespeicherte Seiten sind kein Feed; es gibt nichts abzurufen.",
	SavePageLabel: "Für später speichern: ", SavePageHint: "eine Adresse oder eine Datei mit HTML oder Text",
	EnterSaves:     func(from string) string { return "Enter speichert " + from + " für später." },
	Opening:        func(url string) string { return "Wird geöffnet: " + url },
	Copied:         func(url string) string { return "Kopiert: " + url },
	NoMoreSubheads: "Weiter gibt es keinen Zwischentitel.", NoSuchLink: "Diesen Buchstaben hat hier kein Link.",
	NoArticle: "Hier steht kein Artikel.", NothingToFold: "Hier ist kein Ordner zuzuklappen.",
	NoSubheads: "Dieser Artikel hat keine Zwischentitel.", OutlineTitle: "In diesem Artikel",
	NoCopies: "Keine andere Zeitung hier hat dieselbe Meldung.", CopiesTitle: "Dieselbe Meldung in anderen Zeitungen",

	AlreadyRefreshing: "Es wird schon aktualisiert.", RefreshStarts: "Die Quellen werden gefragt …", NothingNew: "Nichts Neues.",
	NothingNewYet: "Bisher nichts Neues; der Abruf läuft noch.",
	Refreshing: func(done, total int, title string) string {
		return fmt.Sprintf("Aktualisiert %d/%d  %s", done, total, title)
	},
	FetchingPages: func(done, total int, title string) string {
		return fmt.Sprintf("Holt Seiten %d/%d  %s", done, total, title)
	},
	New: func(n int, key string) string { return grouped(n, ".") + " neu; " + key + " zeigt sie." },
	Failed: func(n, total int, key string) string {
		verb := "antworten"
		if n == 1 {
			verb = "antwortet"
		}
		return fmt.Sprintf("%d von %s %s nicht richtig; %s sagt, warum.", n, plural(".")(total, "Quelle", "Quellen"), verb, key)
	},
	PagesLost: func(n int) string {
		if n == 1 {
			return "Eine Seite war nicht zu holen; ihr Artikel hat vorerst nur den Text des Feeds."
		}
		return grouped(n, ".") + " Seiten waren nicht zu holen; ihre Artikel haben vorerst nur den Text des Feeds."
	},
	NoProblems: "Alle Quellen funktionieren.", ProblemsTitle: "Zustand der Quellen",

	AddLabel: "Hinzufügen: ", AddHint: "Adresse einer Seite oder eines Feeds, etwa example.org",
	Looking:   func(address string) string { return "Sucht Feeds unter " + address + " …" },
	NoFeed:    func(address string) string { return "Unter " + address + " wurde kein Feed gefunden." },
	Headlines: func(host string) string { return "Kein Feed: den Überschriften von " + host + " folgen?" }, FollowHint: func(accept string) string { return accept + " allen folgen" },
	Several: func(n int, host string) string { return fmt.Sprintf("%s bietet %d Feeds an", host, n) },
	ChooseHint: func(toggle, accept string) string {
		return toggle + " wählt mehrere, " + accept + " nimmt sie; tippen sucht"
	},
	Added: func(n int) string { return plural(".")(n, "Quelle", "Quellen") + " hinzugefügt." }, SourceCount: func(n int) string { return plural(".")(n, "Quelle", "Quellen") },
	AlreadyThere: "Diese Quelle ist schon da.", NoSource: "Auf der Zeile steht keine Quelle.",
	RenameLabel: "Name: ", FolderLabel: "Ordner: ", FolderHint: "Name oder Name/Name; leer: keiner",
	Renamed: func(title string) string { return "Heißt jetzt " + title + "." },
	Moved: func(title, folder string) string {
		if folder == "" {
			return title + " liegt jetzt in keinem Ordner."
		}
		return title + " liegt jetzt in " + folder + "."
	},
	Removed: func(title string, starred int, undo string) string {
		if starred == 0 {
			return title + " entfernt; " + undo + " holt sie zurück."
		}
		return title + " entfernt; " + plural(".")(starred, "gemerkter Artikel bleibt", "gemerkte Artikel bleiben") + " unter „Gespeichert“. " + undo + " holt sie zurück."
	},
	StarterTitle:    "Quellen für den Anfang",
	ImportTitle:     "Auf diesem Rechner gefunden; dort wird nichts geändert",
	NothingToImport: "Nichts von anderen Feedreadern gefunden; depesche import DATEI nimmt, was sie exportieren.",
	ImportFile:      "eine Datei …", ImportLabel: "Datei: ", ImportHint: "OPML, urls oder ein Export, etwa ~/Downloads/feeds.opml",
	TakingOver: "Wird übernommen …",
	Estate: func(sources, articles, read, starred int) string {
		s := plural(".")(sources, "Quelle", "Quellen")
		if articles > 0 {
			s += ", " + plural(".")(articles, "Artikel", "Artikel") + fmt.Sprintf(", %s gelesen, %s gemerkt", grouped(read, "."), grouped(starred, "."))
		}
		return s
	},
	TakenOver: func(sources, added, known int, undo string) string {
		s := plural(".")(sources, "Quelle", "Quellen") + " und " + plural(".")(added, "Artikel", "Artikel") + " übernommen"
		if known > 0 {
			s += ", " + grouped(known, ".") + " waren da"
		}
		return s + "; " + undo + " nimmt es zurück."
	},

	NotMarked:   func(why string) string { return "Markierung nicht gespeichert und zurückgesetzt. " + why },
	DidMany:     func(what, undo string) string { return what + "; " + undo + " nimmt es zurück." },
	DoneCount:   func(n int) string { return plural(".")(n, "Vorgang", "Vorgänge") },
	NothingDone: "Noch ist nichts geschehen.", DoneTitle: "Geschehen", UndoneTitle: "Zurückgenommen",
	HistoryTitle: "Was geschehen ist", HistoryHint: "Enter nimmt alles bis hierher zurück oder wiederholt es",
	TagLabel: "Schlagwörter: ", TagHint: "Wörter; -Wort nimmt eines weg", ViewLabel: "Liste behalten als: ",
	FilterFirst:    func(key string) string { return "Noch nichts zu behalten: erst mit " + key + " filtern." },
	ViewSaved:      func(name string) string { return "Behalten als " + name + ", bei den Quellen." },
	ViewInSettings: func(name string) string { return name + " lässt sich hier nicht ändern." },
	ViewRemoved:    func(name string) string { return name + " entfernt; die Artikel bleiben." },
	TagsTitle:      "Schlagwörter", AgenciesTitle: "Agenturen", SectionsTitle: "Ressorts",

	StateUnread: "Ungelesen", StateRead: "Gelesen", StateStarred: "gemerkt", StateChosen: "gewählt", StateHit: "gefunden", StatePending: "noch nicht gespeichert",
	StatePage: "ganze Seite vorhanden", StatePicture: "Bild vorhanden",
	StateMinutes: func(n int) string { return plural(".")(n, "Minute", "Minuten") },
	StateCopies: func(n int) string {
		if n == 1 {
			return "auch in einer anderen Zeitung"
		}
		return "auch in " + grouped(n, ".") + " anderen Zeitungen"
	},
	Folded: "zugeklappt", Unfolded: "aufgeklappt", Failing: "antwortet nicht richtig", Shown: "wird gezeigt",
	LinearOn: "Der Bildschirm ist linear, zum Hören und für Braille.", LinearOff: "Der Bildschirm hat wieder Bereiche.",

	SinceVisit: "Seit dem letzten Mal",
	SinceVisitSaid: func(n int, when, where string) string {
		return grouped(n, ".") + " neu seit dem " + when + ": " + where
	},
	AndOthers: func(n int) string { return plural(".")(n, "weitere Quelle", "weitere Quellen") },
	Through:   "das ist alles, und alles ist gelesen",

	Places:     [3]string{"bei den Quellen", "in der Liste", "auf der Seite"},
	OnlyWhile:  "Das gilt einem gewählten Link, einem Bild allein oder beim Tippen.",
	NoSearch:   func(search string) string { return "Hier läuft keine Suche; " + search + " beginnt eine." },
	UnknownKey: func(key, help string) string { return key + " tut hier nichts; " + help + " zeigt alle Tasten." },
	KeyElsewhere: func(key string, places []string) string {
		return key + " gilt " + joined(places, " und ") + ", hier nicht."
	},
	NoShell:   "Hier gibt es keine Shell, in die depesche zurückkehren könnte.",
	Outermost: func(quit string) string { return "Weiter zurück geht es nicht; " + quit + " verlässt depesche." },

	HelpTitle: "Tasten", CommandsTitle: "Befehle", TypeToFind: "tippen sucht",
	ThemeTitle: "Farben", SchemeTitle: "Papier", InUse: "gilt",
	Schemes:    [3]string{"wie das Terminal", "hell", "dunkel"},
	SignsTitle: "Zeichen in der Liste",
	Signs: [10]string{
		"noch nicht gelesen", "gemerkt", "für die nächste Taste ausgewählt", "von einer Regel hervorgehoben", "der ganze Text der Seite ist da, auch ohne Netz",
		"mit Bild", "dieselbe Meldung in so vielen anderen Zeitungen", "markiert, aber noch nicht gespeichert",
		"mit Tondatei, dahinter die Dauer; Videos und andere Dateien ebenso", "und sie ist heruntergeladen",
	},
	Groups:  [7]string{"Bewegen", "Lesen", "Artikel", "Quellen", "Suchen", "Programm", "In Eingaben und Menüs"},
	Actions: actionsDE,
	Short: map[string]string{
		"open": "öffnen", "next-unread": "nächster ungelesener", "add-source": "Quelle hinzufügen", "refresh-all": "aktualisieren", "help": "Hilfe",
		"accept": "nehmen", "cancel": "verlassen", "menu-toggle": "wählen", "forward": "weiter", "back": "zurück", "next-article": "nächster", "links": "Links", "keep-page": "speichern",
		"refresh": "aktualisieren", "rename-source": "umbenennen", "move-source": "Ordner", "remove-source": "entfernen",
		"import-sources": "importieren", "starter-sources": "Vorschläge", "picture": "Bild", "next-picture": "nächstes Bild", "close-picture": "zurück",
		"changes": "schließen", "why": "schließen", "problems": "schließen", // auf den Blättern, die sie öffnen
	},
}

var pageDE = Page{
	Minutes:    func(n int) string { return fmt.Sprintf("%d Min.", n) },
	Updated:    func(when string) string { return "geändert " + when },
	Photo:      "Foto: ",
	PhotoWords: []string{"foto", "fotos", "fotograf", "fotografie", "bild", "bilder", "grafik", "illustration", "quelle", "©", "photo", "image", "credit"},
	Picture:    "Bild",
	Quote:      "Zitat",
	PullQuote:  "Aus dem Text",
	Subhead:    "Zwischentitel",
	FactBox:    "Infokasten.",
	BoxEnd:     "Ende des Infokastens.",
	Correction: "Korrektur",
	Links:      "Links",
	Teaser:     "Geliefert wurde nur die Zusammenfassung; der ganze Artikel steht auf der Seite.",
	Paywall:    "Hier endet der Text: Den Rest zeigt die Zeitung nur mit Abo.",
	Consent:    "Statt des Artikels kam ein Zustimmungsdialog.",
	Untitled:   "Ohne Überschrift",
	Empty:      "Die Quelle hat zu diesem Artikel keinen Text geliefert.",
	Fetched:    func(when string) string { return "Abgerufen am " + when + "." },
	Changed: func(when string) string {
		return "Der Text hat sich geändert, seit Sie ihn gelesen haben: am " + when + "."
	},
	By: func(names []string) string { return "Von " + joined(names, " und ") },
}

var keepDE = Keep{
	Title: "Gehen lassen, was die Einstellungen nicht mehr behalten", Hint: "Enter auf der ersten Zeile lässt es für immer gehen, Esc da.",
	Looking: "Es wird nachgesehen, was ginge.", Tidying: "Es wird aufgeräumt; du kannst weiterlesen.",
	LetGo: "All das jetzt gehen lassen", LeaveAll: "Es dalassen", Oldest: "Die ältesten davon",
	Why: map[string]string{
		"days": "haben ihren Feed vor längerer Zeit verlassen als keep.days", "articles": "mehr als keep.articles oder keep.per_source",
		"size": "über die Größe in den Einstellungen hinaus", "removed": "von Quellen, die du vor einem Monat entfernt hast",
	},
}

var actionsDE = map[string]string{
	"comments": "Seite mit den Kommentaren im Browser öffnen", "enclosure": "Datei des Artikels öffnen: Podcastfolge oder Video abspielen; die heruntergeladene, wenn es sie gibt",
	"download": "Dateien des Artikels herunterladen; noch einmal: abbrechen", "downloads": "laufende Downloads zeigen und abbrechen",
	"down": "hinunter", "up": "hinauf", "half-page-down": "eine halbe Seite hinunter", "half-page-up": "eine halbe Seite hinauf",
	"forward": "weiterlesen: eine Seite, am Ende der nächste ungelesene Artikel", "page-down": "eine Seite hinunter", "page-up": "eine Seite hinauf",
	"top": "an den Anfang; mit einer Zahl zu dieser Zeile", "bottom": "ans Ende", "open": "öffnen", "back": "zurück",
	"close": "zurück, und aus der äußersten Liste heraus aus depesche", "next-pane": "zum nächsten Bereich", "previous-pane": "zum Bereich davor",
	"next-unread": "nächster ungelesener Artikel, nächste Quelle mit Ungelesenem", "previous-unread": "ungelesener Artikel oder Quelle davor",
	"next-article": "nächsten Artikel öffnen", "previous-article": "Artikel davor öffnen",

	"next-subhead": "nächster Zwischentitel", "previous-subhead": "Zwischentitel davor", "outline": "Zwischentitel wählen", "links": "Buchstaben an den Links",
	"follow-link": "lesen, wohin der gewählte Link führt", "open-target": "gewählten Link im Browser öffnen", "copy-target": "gewählten Link kopieren",
	"versions": "Text des Feeds, der Seite oder der vollere", "changes": "was sich an diesem Artikel geändert hat", "other-papers": "dieselbe Meldung in anderen Zeitungen",
	"picture": "das Bild allein auf dem Schirm", "next-picture": "nächstes Bild", "previous-picture": "Bild davor",
	"close-picture": "zurück zur Seite", "pictures": "Bilder auf der Seite zeigen oder nicht",
	"zen": "nur die Seite", "wider": "breitere Spalte", "narrower": "schmalere Spalte", "columns": "eine oder zwei Textspalten",

	"choose": "auch diesen wählen: die nächste Taste gilt dann allen gewählten", "choose-span": "von hier bis zur Zeile wählen, und das beenden", "choose-all": "alle wählen oder keinen",
	"tag": "dem Artikel Schlagwörter geben oder nehmen", "tidy": "gehen lassen, was die Einstellungen nicht mehr behalten", "undo-list": "was geschehen ist, zum Zurücknehmen oder Wiederholen", "save-view": "diese Liste unter einem Namen behalten, bei den Quellen",
	"toggle-read": "als gelesen oder ungelesen markieren", "toggle-star": "merken oder nicht mehr merken", "toggle-hidden": "Artikel verstecken oder wieder zeigen; ist:versteckt findet sie", "mark-all-read": "alles hier als gelesen markieren",
	"rule-from-article": "Artikel wie diesen stummstellen, hervorheben …", "rules": "Regeln für neue Artikel",
	"edition": "eine Ausgabe packen, zum Lesen ohne Netz",
	"undo":    "zurücknehmen", "redo": "wiederholen", "browser": "im Browser öffnen", "copy-link": "Adresse kopieren",
	"fetch-page": "die ganze Seite jetzt holen", "why": "wie die Seite zerlegt wurde, und was fehlt", "save": "in eine Datei speichern", "keep-page": "diese Seite für später speichern", "save-page": "eine Adresse oder Datei für später speichern", "pipe": "den Artikel einem Programm geben",

	"refresh": "diese Quelle oder diesen Ordner aktualisieren", "refresh-all": "alle Quellen aktualisieren", "add-source": "Quelle hinzufügen", "starter-sources": "Quellen für den Anfang",
	"import-sources": "von einem anderen Feedreader oder aus einer Datei übernehmen", "rename-source": "Quelle umbenennen", "move-source": "Quelle in einen Ordner legen",
	"remove-source": "Quelle entfernen", "fold-folder": "Ordner auf- oder zuklappen", "toggle-sources": "Quellen zeigen oder verbergen", "problems": "Zustand der Quellen: Fehler, nächste Abrufe",

	"search": "hier suchen", "search-everywhere": "alle Artikel durchsuchen", "filter": "Liste filtern", "next-match": "nächster Treffer", "previous-match": "Treffer davor",
	"unread-only": "Gelesenes verbergen oder zeigen", "sort": "Reihenfolge ändern", "reload-list": "Neues aufnehmen",

	"commands": "Befehle nach Namen", "help": "diese Hilfe", "theme": "Farben und Papier wählen", "preview": "die Seite der Auswahl folgen lassen oder nicht",
	"linear": "Bildschirm zum Hören und für Braille oder wieder Bereiche", "redraw": "Bildschirm neu zeichnen", "suspend": "anhalten", "quit": "depesche verlassen",

	"accept": "nehmen", "cancel": "verlassen", "older": "frühere Eingabe", "newer": "spätere Eingabe", "complete": "Wort ergänzen",
	"cursor-left": "nach links", "cursor-right": "nach rechts", "cursor-start": "an den Anfang", "cursor-end": "ans Ende", "word-left": "ein Wort nach links", "word-right": "ein Wort nach rechts",
	"delete-back": "vor dem Cursor löschen", "delete-forward": "unter dem Cursor löschen", "delete-word": "Wort davor löschen",
	"delete-line": "bis zum Anfang löschen", "delete-rest": "bis zum Ende löschen",
	"menu-down": "hinunter", "menu-up": "hinauf", "menu-page-down": "eine Seite hinunter", "menu-page-up": "eine Seite hinauf", "menu-first": "zum ersten", "menu-last": "zum letzten",
	"menu-toggle": "eines von mehreren wählen",
}

var picturesDE = Pictures{
	Loading: "Das Bild ist unterwegs",
	Failed:  "Das Bild lässt sich nicht zeigen",
	None:    "Dieser Artikel hat keine Bilder.",
	NoText:  "Der Text dieses Artikels ist noch nicht da.",
	NoPage:  func(fetch string) string { return "Der Text des Feeds hat keine Bilder; " + fetch + " holt die Seite." },
	Unable:  "Dieses Terminal zeigt keine Bilder.",
	Shown:   "Die Seite zeigt Bilder.", Hidden: "Die Seite zeigt keine Bilder.",
	Fetching: func(done, total int) string { return fmt.Sprintf("Holt Bilder %d/%d", done, total) },
}

var deskDE = Desk{
	SavedPages: "Gespeichert",
	CameBack: func(articles, marks, copied int) string {
		n := plural(".")
		return "Die Datenbank war beschädigt: " + n(articles, "Artikel", "Artikel") + " und " + n(marks, "Markierung", "Markierungen") + " sind wieder da, " + grouped(copied, ".") + " aus einer Kopie"
	},
	Rule: Verb{
		"Regeln für neue Artikel",
		`Eine Regel stellt jeden neuen Artikel, den ihre Abfrage trifft, stumm, hebt ihn hervor, markiert ihn als gelesen, merkt ihn, gibt ihm ein Schlagwort oder behält ihn: wenn er mit einer Aktualisierung kommt, und noch einmal, wenn seine Seite geholt ist. Mehreres steht durch Kommas getrennt in einem Wort. Stumme Artikel werden nicht gelöscht, nur nicht aufgeführt; ist:stumm findet sie.

add legt eine Regel an, mit --run auch für die vorhandenen Artikel. preview zeigt, was eine Regel oder Abfrage träfe. run wendet Regeln auf die vorhandenen Artikel an. remove entfernt Regeln; was allein sie stummgestellt, hervorgehoben oder behalten haben, kommt zurück. Alles lässt sich zurücknehmen.`,
		"depesche rule add mute 'titel:Fußball' --run\ndepesche rule add star,tag:Klima Klimaschutz --until 2026-12-24\ndepesche rule preview 'agentur:dpa ressort:Sport'\ndepesche rule list\ndepesche rule run 3\ndepesche rule remove 3",
	},
	Tag: Verb{
		"Artikeln eigene Schlagwörter geben",
		"Gibt Artikeln ein Schlagwort, nach Kennung, nach Abfrage oder nach den Kennungen im ersten Feld jeder Zeile der Standardeingabe (-), oder nimmt es ihnen. tag:NAME findet sie; ein Artikel mit Schlagwort wird nicht gelöscht. list zeigt die Schlagwörter, wie viele Artikel sie haben und wie viele davon ungelesen sind.",
		"depesche tag add Klima k3v9\ndepesche search Klimaschutz | depesche tag add Klima -\ndepesche tag list\ndepesche list tag:Klima\ndepesche tag remove Klima alter:>30d",
	},
	NoRuleVerb: func(name string) string {
		return quoteDE(name) + " gibt es bei Regeln nicht: add, list, remove, preview oder run."
	},
	NoTagVerb: func(name string) string {
		return quoteDE(name) + " gibt es bei Schlagwörtern nicht: add, remove oder list."
	},
	NoDeed: func(text, known string) string {
		return quoteDE(text) + " kann eine Regel nicht; sie kann " + known + ", mehreres durch Kommas getrennt."
	},
	NoTagName: "Ein Schlagwort hat kein Komma, kein Anführungszeichen und höchstens 60 Zeichen.",
	NoUntil: func(text string) string {
		return quoteDE(text) + " ist keine kommende Zeit; ein Tag (2026-12-24) oder eine Dauer (2w) wird verstanden."
	},
	EmptyRule: "Eine Regel braucht eine Abfrage, die nach etwas fragt, und etwas zu tun.", TooManyRules: "Es gibt schon 500 Regeln; erst müssen welche weg.",
	UntilFlag: "bis wann die Regel gilt: 2026-12-24, 2w", RunFlag: "auch auf die vorhandenen Artikel anwenden",
	Deeds:  map[string]string{"mute": "stummstellen", "highlight": "hervorheben", "read": "als gelesen markieren", "star": "merken", "keep": "behalten", "tag:": "Schlagwort geben …"},
	Tagged: func(tag string) string { return "Schlagwort " + tag },
	Until:  func(when string) string { return "bis " + when }, Expired: "abgelaufen",
	Articles:   func(n int) string { return plural(".")(n, "Artikel", "Artikel") },
	RulesTitle: "Regeln für neue Artikel", RulesHint: "tippen sucht; Enter zeigt, was sich tun lässt",
	NoRules: func(key string) string { return "Es gibt noch keine Regeln; " + key + " macht eine aus einem Artikel." },
	NewRule: "eine neue Regel …", RuleFrom: "Eine Regel für Artikel wie diesen",
	OfWord: "Wort", OfSource: "Quelle", OfAgency: "Agentur", OfAuthor: "Autor", OfSection: "Ressort", OfKicker: "Dachzeile", OwnQuery: "eine eigene Abfrage …",
	DoWhat: func(query string) string { return "Was soll geschehen mit  " + query },
	RuleAdded: func(n int, undo string) string {
		return "Angewandt auf " + plural(".")(n, "Artikel", "Artikel") + " und auf alle, die kommen; " + undo + " nimmt es zurück."
	},
	RuleRemoved: func(undo string) string { return "Regel entfernt; " + undo + " holt sie zurück." },
	RuleChanged: func(n int, undo string) string {
		return "Regel geändert, sie trifft " + plural(".")(n, "Artikel", "Artikel") + "; " + undo + " nimmt es zurück."
	},
	RuleRan: func(n int, undo string) string {
		return "Angewandt auf " + plural(".")(n, "Artikel", "Artikel") + "; " + undo + " nimmt es zurück."
	},
	RuleShow: "die Artikel zeigen, die sie trifft", RuleRun: "auf die vorhandenen Artikel anwenden", RuleQuery: "die Abfrage ändern …", RuleUntil: "ändern, bis wann sie gilt …", RuleDelete: "die Regel entfernen",
	Edition: Verb{
		"Eine Ausgabe packen, zum Lesen ohne Netz",
		`Nimmt die neuesten und nächstliegenden Artikel einer Abfrage, oder was ungelesen ist, holt ihre Seiten und alle ihre Bilder und behält sie; ist:gepackt führt sie auf. Mit --minutes so viele, wie in dieser Zeit zu lesen sind. Ein Artikel zählt so alt, wie er ist, aber bis zu viermal so jung, je mehr aus seiner Quelle, seinem Ressort oder von seiner Agentur Sie in den letzten dreißig Tagen geöffnet haben. Was nicht zu haben war, wird mit dem Grund genannt.

Mit --out wird die Ausgabe auch als EPUB geschrieben: in eine neue Datei, oder in einen Ordner unter dem Datum.`,
		"depesche edition --minutes 45\ndepesche edition 'ressort:Politik or agentur:dpa' --out bahn.epub\ndepesche edition --minutes 60 --out ~/Bücher   # von einem Zeitgeber",
	},
	MinutesFlag: "Minuten, um alles zu lesen; 0: ohne Grenze", OutFlag: "als EPUB schreiben: eine neue Datei oder ein Ordner", ArticlesFlag: "höchstens so viele Artikel",
	EditionLabel: "Ausgabe: ", EditionHint: "Minuten und Abfrage: 45 agentur:dpa; ohne Abfrage das Ungelesene", EditionTitle: "Ausgabe",
	Packing: func(done, total int, pictures bool) string {
		if pictures {
			return fmt.Sprintf("Packt: %d von %d Bildern", done, total)
		}
		return fmt.Sprintf("Packt: %d Artikel", done)
	},
	Packed: func(articles, minutes int) string {
		return fmt.Sprintf("Gepackt: %s, %d Minuten.", plural(".")(articles, "Artikel", "Artikel"), minutes)
	},
	NothingToPack: "Es gibt nichts zu packen.", NothingMissing: "Nichts fehlt.",
	Missing: func(n int) string { return "Das fehlt (" + grouped(n, ".") + "):" },
	Lacks:   map[string]string{"page": "Text", "picture": "Bild"},
	Budget:  "Das Tagesmaß für Bilder ist aufgebraucht.", PartOnly: "Die Seite gibt nur einen Teil des Textes her.",
	Offline: func(last string) string { return "Ohne Netz; Stand: " + last + "." }, OfflineNever: "Ohne Netz.",
	Contents: "Inhalt", Photo: "Foto: ", Correction: "Korrektur", Original: "Im Netz", DateLine: datesDE.Stamp,
	Restored: func(sources, added, known int) string {
		s := plural(".")(sources, "Quelle", "Quellen") + " und " + plural(".")(added, "Artikel", "Artikel") + " hinzugefügt"
		if known > 0 {
			s += "; " + grouped(known, ".") + " waren da und haben nun die Markierungen beider"
		}
		return s + "."
	},
	FormatFlag: "opml, jsonl, epub, html, markdown oder text; sonst nach der Endung der Datei",
	WrittenTo:  func(path string) string { return "Geschrieben: " + path }, NoPlaceFor: func(path string) string { return path + " gibt es schon." },
	QueryLabel: "Artikel: ", UntilLabel: "Bis: ", UntilHint: "2026-12-24, 2w; leer: für immer",
}

var scheduleDE = Schedule{
	Never: "noch nicht gefragt",
	Asked: func(ago, next string) string { return "hat " + ago + " geantwortet" + maybe(next, "; ", "") },
	Failing: func(n int, ago, next string) string {
		return "gestört, zuerst " + ago + maybe(map[bool]string{true: strconv.Itoa(n) + "-mal in Folge"}[n > 1], ", ", "") + maybe(next, "; ", "")
	},
	Ended: "eingestellt (410), wird nicht mehr gefragt",
	Saved: "gespeicherte Seiten, kein Abruf",
	At:    func(when string) string { return "nächster Abruf: " + when },
	Due:   "jetzt an der Reihe",
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
	{`ist:ungelesen`, `ungelesen, gelesen, gemerkt, neu, geändert, voll, anriss, bezahlt, stumm, versteckt, hervorgehoben, gepackt, heruntergeladen, folge`},
	{`hat:bild`, `mit Bild, Agentur, Seite, Kopien in anderen Blättern, Datei (anhang), ton, video`},
	{`ab:gestern bis:1.11.2026`, `nach Datum: Tage, Uhrzeiten oder wie lange her (3h, 2t, 1w)`},
	{`alter:2t`, `höchstens so alt; alter:>30t: älter`},
	{`minuten:3-8`, `nach Lesezeit; minuten:>10`},
}

var whyDE = Why{
	Parts: map[string]string{
		"drop": "weggelassen", "body": "Text", "kicker": "Dachzeile", "headline": "Überschrift", "standfirst": "Vorspann", "byline": "Autorenzeile",
		"published": "erschienen", "modified": "geändert", "section": "Ressort", "topics": "Themen", "language": "Sprache", "agency": "Agentur",
		"access": "Zugang", "lead": "Aufmacher", "credit": "Bildnachweis", "paragraph": "Absatz", "subhead": "Zwischentitel", "quote": "Zitat",
		"list": "Liste", "ordered_list": "Liste mit Nummern", "table": "Tabelle", "figure": "Bild", "code": "Code", "rule": "Trennlinie",
		"embed": "Einbettung", "footnote": "Fußnote", "before": "vor dem Artikel", "after": "hinter dem Artikel", "aside": "neben dem Text",
		"text": "Text", "caption": "Bildunterschrift", "photo credit": "Bildnachweis", "source": "Quelle",
	},
	Rather: " statt ", By: " um ",
	Rules: map[string]string{
		"JSON-LD": "JSON-LD", "JSON-LD, printed as on the page": "JSON-LD, gedruckt wie auf der Seite", "JSON-LD, then meta tags": "JSON-LD, dann Meta-Angaben",
		"a mark in the text leads here": "ein Zeichen im Text führt hierher", "agency credit": "Agenturzeile", "aside": "Randspalte", "author's portrait": "Bild des Autors",
		"byline": "Autorenzeile", "byline on the page, then meta tags": "Autorenzeile auf der Seite, dann Meta-Angaben", "byline or date": "Autorenzeile oder Datum",
		"caption": "Bildunterschrift", "caption that ends in its credit": "Bildunterschrift, die mit dem Bildnachweis endet",
		"caption, its credit below": "Bildunterschrift, der Bildnachweis darunter", "consent dialogue": "Zustimmungsdialog", "correction": "Korrekturhinweis",
		"credit": "Bildnachweis", "credit line, byline, dateline": "Agenturzeile, Autorenzeile, Ortsmarke", "date": "Datum", "dateline": "Ortsmarke",
		"end matter": "Beiwerk am Ende", "first picture above the text, else og:image": "erstes Bild über dem Text, sonst og:image", "form": "Formular",
		"heading that is the page's title": "Überschrift, die der Titel der Seite ist", "heading without text": "Überschrift ohne Text",
		"headline again": "die Überschrift noch einmal", "label": "Beschriftung", "lead picture": "Aufmacherbild", "linked heading": "Überschrift, die ein Link ist",
		"links": "Links", "meta tag, <time> or date in print": "Meta-Angabe, <time> oder gedrucktes Datum", "no letters": "ohne Buchstaben",
		"part of the quotation": "gehört zum Zitat", "paywall": "Bezahlschranke", "pull quote": "Zitat, das im Text steht", "small print": "Kleingedrucktes",
		"source line": "Quellenzeile", "standfirst": "Vorspann", "standfirst again": "der Vorspann noch einmal", "stands in the text": "steht im Text", "teaser": "Anreißer",
		"text twice": "Text zum zweiten Mal", "the page's data, a paywall, what the text says": "Angaben der Seite, Bezahlschranke, Worte im Text",
		"the page's word, checked against the text": "Angabe der Seite, am Text geprüft", "time of the entry": "Uhrzeit des Eintrags", "your rule: drop": "Ihre Regel: drop",
		"your rule: keep": "Ihre Regel: keep", "your rule: stop_at": "Ihre Regel: stop_at",
	},
}

var (
	monthsDE = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
	daysDE   = [...]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
)

var datesDE = Dates{
	Date:  func(t time.Time) string { return fmt.Sprintf("%d. %s %d", t.Day(), monthsDE[t.Month()-1], t.Year()) },
	Clock: func(t time.Time) string { return t.Format("15:04") },
	Stamp: func(t time.Time) string {
		return fmt.Sprintf("%d. %s %d, %s Uhr", t.Day(), monthsDE[t.Month()-1], t.Year(), t.Format("15:04"))
	},
	Day: func(t, now time.Time) string {
		return day(t, now, "Heute", "Gestern", "%s, %d. %s", daysDE[:], monthsDE[:])
	},
	Age:    func(t, now time.Time) string { return age(t, now, "neu", "min", "h", "T", "W", "J") },
	Ago:    agoDE,
	Number: func(n int) string { return grouped(n, ".") },
	Bytes:  func(n int64) string { return bytes(n, ",") },
	Plural: plural("."),
}

func agoDE(t, now time.Time) string {
	n, unit := span(now.Sub(t))
	if n == 0 {
		return "gerade eben"
	}
	return "vor " + plural(".")(n, [...]string{"Minute", "Stunde", "Tag", "Monat", "Jahr"}[unit], [...]string{"Minuten", "Stunden", "Tagen", "Monaten", "Jahren"}[unit])
}

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
			"Setzt einen Artikel als Seite, in eine Pipe als reinen Text. Der Anfang seiner Kennung genügt, wenn keine andere so beginnt. Unter einer Adresse zeigt es den Artikel von dort oder sonst die Seite, die dabei für später aufbewahrt wird.\n\nEin Name, der auf .txt, .html oder .md endet oder einen Schrägstrich enthält, ist eine Datei: Ihr Artikel wird gezeigt und nicht gespeichert. Jeder andere Name ist zuerst eine Kennung und nur dann eine Datei, wenn keine Kennung so beginnt. Nichts wird als gelesen vermerkt.",
			"depesche show k3v9\ndepesche show https://lindenau.example/artikel\ndepesche show k3v9 --width 60 | lpr\ndepesche show k3v9 --json\ndepesche show seite.html",
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
		Save: Verb{
			"Eine Seite oder einen Text speichern, um sie später zu lesen",
			"Legt eine Seite zu den Artikeln: gemerkt und ungelesen, mit ihrem Text, in die Quelle Gespeichert. Angegeben werden Adressen, Dateien mit HTML oder einem Artikel als reinem Text, oder die Standardeingabe (-). Auf jede Angabe antwortet eine Zeile, wie list sie schreibt, mit der Kennung vorn.\n\nWas zweimal gespeichert wird, ist ein Artikel, der wieder gemerkt und ungelesen ist. Eine Adresse wird in jeder Schreibweise wiedererkannt; ein Artikel, den eine Ihrer Quellen gebracht hat, wird gespeichert, wo er steht, und bleibt, wenn diese Quelle entfernt wird. Eine Datei wird an ihrem Inhalt erkannt, nicht an ihrem Namen, und an ihrer Adresse: an der mit --url angegebenen, sonst an der, die sich die Seite selbst gibt.\n\nGespeicherte Artikel bleiben, bis sie nicht mehr gemerkt sind. depesche undo macht es rückgängig.",
			"depesche save https://www.example.org/seite.html\ndepesche save seite.html notizen.txt\npdftotext aufsatz.pdf - | depesche save - --url https://www.example.org/aufsatz.pdf\ndepesche list quelle:gespeichert",
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
			"Fragt die Adresse; ist sie eine Seite, werden die Feeds aufgelistet, die sie nennt, und der erste wird genommen. Eine schon abonnierte Adresse bekommt den Namen (--title) oder Ordner (--folder), der angegeben ist. --watch folgt den Überschriften einer Seite ohne Feed: der Liste von Links, die sich dort in einer Form wiederholt; depesche preview --watch zeigt sie vorher.",
			"depesche add example.org\ndepesche add --watch https://example.org/aktuell\ndepesche add https://example.org/feed --folder Zeitung/Lokales --title Lindenau\ndepesche add example.org --all",
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
			"Liest eine Seite, HTML oder einen Artikel als reinen Text, aus einer Datei, von einer Adresse oder der Standardeingabe (-) und druckt sie als Seite oder mit --json als Objekt.\n\nMit --why legt es stattdessen Rechenschaft über die Seite ab, je Entscheidung eine Zeile: wofür ein Teil gehalten wurde („drop“: weggelassen), was dafür und dagegen sprach und wie viel das wog, wo er steht, wie er beginnt.\n\nMit --lines liest es je Zeile ein JSON-Objekt {\"id\", \"url\", \"path\"} und antwortet auf jedes mit einer Zeile {\"id\", \"elapsed_us\", ...Artikel} oder mit \"error\", sobald sie fertig ist.",
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
		Restore: Verb{
			"Die Kopien der Datenbank auflisten oder eine zurückholen",
			"Ohne Argument listet der Befehl die Kopien auf, die depesche von seiner Datenbank gemacht hat, die neueste zuerst: Name, Zeit, Art, Quellen, Artikel, Markierungen, Größe, Datei. Arten: täglich; älter, von vor einer Aktualisierung, die die Datenbank geändert hat; ersetzt, was einer zurückgeholten Kopie gewichen ist; beschädigt, was sich nicht lesen ließ. Mit einem Namen oder dessen Anfang wird diese Kopie zur Datenbank. Die bisherige bleibt erhalten und steht als ersetzt in der Liste, sodass sich auch das wieder rückgängig machen lässt. Ein anderswo geöffnetes Leseprogramm ist vorher zu beenden.",
			"depesche restore\ndepesche restore 2026-11-23",
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
		Choose: "diesen der angebotenen Feeds nehmen", Watch: "den Überschriften einer Seite folgen, die keinen Feed hat", Unchecked: "abonnieren, ohne die Adresse zu fragen; für unterwegs",
		NoRefresh: "die Artikel noch nicht holen", DryRun: "nur sagen, was hinzukäme", WouldGo: "nur sagen, was ginge und warum", Output: "in diese neue Datei schreiben",
		History: "die Änderungen auflisten, neueste zuerst", URL: "die Adresse, von der Seite oder Feed stammen", Why: "sagen, was wofür gehalten und was weggelassen wurde, und was dafür sprach", Lines: "Aufträge von der Standardeingabe lesen, je Zeile ein JSON-Objekt",
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
	LinesAlone: "Mit --lines kommen die Aufträge von der Standardeingabe; eine Datei lässt sich nicht außerdem nennen.",
	OneAddress: "--url gehört zu einer Datei; speichern Sie die anderen für sich.",
	WhyOnePage: "--why gibt Auskunft über eine einzige Seite und passt nicht zu --lines.",
	BadLine:    func(why string) string { return "Die Zeile ist kein Auftrag in JSON (" + why + ")." },
	Ambiguous:  func(name, which string) string { return quoteDE(name) + " kann jede von diesen sein: " + which + "." },
	OnlyFeeds:  func(n int) string { return fmt.Sprintf("Es stehen nur %d Feeds zur Wahl.", n) },
	NotSearched: func(n int) string {
		return plural(".")(n, "Artikel wurde", "Artikel wurden") + " nicht durchsucht: noch nicht im Suchindex"
	},
	Offers:       func(n int) string { return fmt.Sprintf("Die Seite nennt %d Feeds (--choose, --all):", n) },
	NoPassword:   "Das Passwort wird nicht mit der Adresse aufbewahrt, wo Listen und Protokoll es verrieten: In config.toml ist unter [[source]] Platz dafür.",
	AlreadyThere: func(title string) string { return quoteDE(title) + " ist schon abonniert." },
	CanUndo:      "depesche undo nimmt das zurück.",
	StarredStay: func(title string, starred int) string {
		return title + ": " + plural(".")(starred, "gemerkter Artikel bleibt", "gemerkte Artikel bleiben") + " in der Quelle „Gespeichert“."
	},
	Asked:   func(done, total int) string { return fmt.Sprintf("%d von %d Quellen", done, total) },
	Fetched: func(done, total int) string { return fmt.Sprintf("%d von %d Seiten", done, total) },
	Imported: func(added, known int) string {
		s := plural(".")(added, "Quelle", "Quellen") + " hinzugefügt"
		if known > 0 {
			s += fmt.Sprintf(", %d schon da", known)
		}
		return s + "."
	},
	Skipped: map[string]string{
		"exec": "sie startet ein Programm", "filter": "sie filtert durch ein Programm", "query": "sie ist eine Anfrage über andere Feeds", "address": "sie ist keine Web-Adresse", "include": "sie ist eine weitere Liste", "many": "es sind zu viele",
		"quotes": "Anführungszeichen oder Klammern sind nicht maskiert", "unclosed": "</outline> fehlt", "surplus": "ein </outline> ist überzählig", "cut": "die Liste bricht ab", "head": "der Anfang ist beschädigt",
	},
	Mended: func(line int, what string) string {
		return fmt.Sprintf("Zeile %d: %s; was lesbar war, wurde übernommen.", line, what)
	},
	LeftOut: func(line int, text, why string) string {
		return fmt.Sprintf("Zeile %d wurde ausgelassen, denn %s: %s", line, why, text)
	},
	FileTooBig: func(p string, mb int) string { return fmt.Sprintf("%s ist größer als %d MB.", p, mb) },
	DumpByVerb: func(path string) string {
		return path + " hat depesche selbst geschrieben; depesche import nimmt es auf."
	},
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
	CopyKinds: map[string]string{"daily": "täglich", "older": "älter", "replaced": "ersetzt", "damaged": "beschädigt"},
	NoCopies:  "Es gibt noch keine Kopien: depesche macht jeden Tag eine.",
	Restored: func(copy string, sources, articles, marks int, kept string) string {
		n := plural(".")
		said := "Zurück zur Kopie vom " + copy + ": " + n(sources, "Quelle", "Quellen") + ", " + n(articles, "Artikel", "Artikel") + ", " + n(marks, "Markierung", "Markierungen") + "."
		if kept != "" {
			said += " Die bisherige Datenbank bleibt erhalten: depesche restore " + kept + " macht das rückgängig."
		}
		return said
	},
	WhatToDo: map[string]string{
		"integrity": "depesche beenden, dann depesche doctor --repair: Der nächste Start rettet, was sich lesen lässt, und nimmt den Rest aus der neuesten Kopie.",
		"tables":    "depesche doctor --repair legt sie leer neu an; depesche restore zeigt Kopien, die den Inhalt noch haben können.",
		"texts":     "Sie bleiben erhalten. Wer eine ältere Kopie des Datenordners hat, lege deren depesche.db als depesche-old.db in den Ordner copies: Dort wird das Wörterbuch gefunden.",
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
		"refresh.interval":    "Nach dieser Zeit wieder holen, solange es offen ist. 0: nur auf Tastendruck.\nKeine Quelle wird öfter abgerufen, und keine öfter als alle zehn Minuten.",
		"refresh.full_text":   "Die Seiten hinter den Feeds holen, damit sich ganze Artikel ohne Netz lesen lassen.",
		"refresh.pictures":    "Wann Bilder geholt werden. ahead: hinter neuen Artikeln und wenn einer geöffnet\nwird; open: nur wenn ein Artikel geöffnet wird; demand: nur auf Wunsch.",
		"refresh.picture_day": "So viel wird an einem Tag höchstens an Bildern im Voraus geholt.",
		"refresh.connections": "Verbindungen zugleich, insgesamt.",
		"refresh.per_host":    "Verbindungen zugleich zu einem Rechner.",
		"refresh.timeout":     "So lange darf ein Server überlegen, bevor er antwortet.",
		"refresh.max_size":    "Die größte Antwort, die angenommen wird.",
		"network.proxy":       "Der Proxy für alles außer dem eigenen Netz; mit socks5h löst er auch die Namen auf.\n\"\": wie HTTP_PROXY und HTTPS_PROXY sagen; direct: keiner.",
		"keep.days":           "So viele Tage bleibt ein Artikel, nachdem er seinen Feed verlassen hat. 0: für immer.\nWas hier auch steht: Es bleibt, was ein Feed noch enthält, und was du haben willst:\nGemerktes, was ein Schlagwort hat, was auf ungelesen zurückgesetzt ist, was eine Regel\nbehält und was in der Ausgabe gepackt ist. Eine strengere Einstellung gilt von selbst\nnach einer Woche; depesche tidy tut es gleich, und depesche tidy --dry-run sagt, was\nginge und warum.",
		"keep.articles":       "So viele Artikel bleiben insgesamt, die neuesten. 0: beliebig viele.",
		"keep.per_source":     "So viele Artikel bleiben von jeder Quelle, die neuesten. 0: beliebig viele.",
		"keep.size":           "Platz auf der Platte für Texte und Bilder, ohne die täglichen Kopien. 0: beliebig.\nDarüber gehen zuerst die ältesten Bilder, dann die ältesten Texte.",
		"keep.pictures":       "Platz für Bilder. 0: beliebig. Die ältesten gehen; sie lassen sich wieder holen.",
		"download.folder":     "Ordner, in den Dateien von Artikeln (Podcasts, Videos) heruntergeladen werden. \"\": der\nOrdner downloads im Datenordner.",
		"download.max_size":   "Größte Datei, die heruntergeladen wird. 0: beliebig.",
		"keys.preset":         "Wessen Tasten gelten; depesche keys --preset zeigt sie.",
		"keys.bind":           "Eigene Tasten: Aktion = Taste oder Tasten, anstelle derer der Vorlage. Mehrere\nAktionen in einer Zeichenkette laufen nacheinander. depesche keys nennt die Namen.",
		"commands":            "Eigene Programme nach Namen, denen ein Artikel gegeben wird: mit |, aus den Befehlen oder\nmit einer Taste für run-NAME in [keys.bind]. Nie durch eine Shell; {url}, {headline},\n{source} und {id} in den Argumenten stehen für die des Artikels.",
		"open":                "Was eine Adresse anstelle des Browsers öffnet, nach einem Muster der Adresse ohne\nhttps:// oder ihres letzten Teils; das erste, das passt. Für Dateien von Artikeln (e) auch nach\neinem Muster ihres Namens auf der Platte oder ihrer Art: \"audio/*\".",
		"views":               "Suchen, die bei den Quellen stehen, nach Namen.",
		"site":                "Eigene Regeln, nach denen die Seiten eines Hauses zerlegt werden, als CSS-Selektoren, nach\nRechner (seine Unterdomänen sind mitgemeint): was zum Text gehört, wie es auch aussieht,\nwas nicht, und wo der Artikel endet. fetch-page liest den offenen Artikel neu.",
		"source": `Wie einzelne Quellen gefragt werden: je eine Tabelle. Sie gilt für den Feed unter url und
für alles beim selben Rechner, etwa Artikel hinter einer Anmeldung; an andere Rechner geht nichts davon.
Geheimnisse stehen nicht hier: Ein Programm gibt sie aus, oder eine Umgebungsvariable hält sie.
exec = ["Programm", ...] statt url ist eine Quelle, die ein Programm macht (mit title und
folder); filter ist ein Programm, durch das ein Feed geht. Keine Shell liest sie, und sie
kommen nur aus dieser Datei. keep sagt, wie viel allein von diesem Feed bleibt, anstelle
dessen, was [keep] sagt; size meint seine Texte.
interval ist die Zeit zwischen zwei Abrufen, ohne sie werden stille Quellen seltener abgerufen;
proxy, full_text und pictures gelten anstelle von [network] und [refresh]. Auch die Artikel der
Quelle nehmen ihren Proxy; Bilder auf anderen Rechnern nehmen den für alles. pictures = false: nur
auf Verlangen.`,
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
  is:episode  is:downloaded
  has:picture  has:tag  has:enclosure  has:audio  has:video
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
		{"129, 130, 131, 143", "durch ein Signal beendet: 128 und seine Nummer, von HUP, INT, QUIT, TERM"},
	},
}

var errorsDE = Errors{
	Reported: func(path string) string {
		return "Hier hat depesche einen Fehler. Der Bericht steht in " + path + "; wer ihn einsendet, hilft."
	},
	Internal:    "Hier hat depesche einen Fehler; im Protokoll steht mehr, und eine Meldung ist willkommen.",
	Interrupted: "Unterbrochen; was schon da war, bleibt.",
	Unstored: func(n int, why string) string {
		return plural(".")(n, "Markierung wurde", "Markierungen wurden") + " nicht gespeichert. " + why
	},
	TimedOut: "Das hat zu lange gedauert: später noch einmal versuchen.",

	Net: map[string]func(string) string{
		"failed":       func(h string) string { return h + " war nicht zu erreichen: später noch einmal versuchen." },
		"no such host": func(h string) string { return h + " wurde nicht gefunden: Schreibweise und Netzverbindung prüfen." },
		"connection refused": func(h string) string {
			return "Bei " + h + " antwortet niemand: Der Server ist aus, oder der Port ist falsch."
		},
		"network unreachable": func(h string) string { return "Zu " + h + " führt kein Weg: Netzverbindung prüfen." },
		"timed out":           func(h string) string { return h + " hat nicht rechtzeitig geantwortet: später noch einmal versuchen." },
		"the connection broke": func(h string) string {
			return "Die Verbindung zu " + h + " ist abgerissen: später noch einmal versuchen."
		},
		"the certificate has expired": func(h string) string {
			return "Das Zertifikat von " + h + " ist abgelaufen, darum wurde nichts geholt: die Uhr dieses Rechners prüfen oder warten, bis die Seite es erneuert hat."
		},
		"the certificate is for another host": func(h string) string {
			return "Das Zertifikat von " + h + " gehört einem anderen Rechner, darum wurde nichts geholt: die Adresse prüfen."
		},
		"the certificate is not signed by anybody known": func(h string) string {
			return "Das Zertifikat von " + h + " hat niemand Bekanntes unterschrieben, darum wurde nichts geholt: wer ihm traut, nimmt seine Stelle ins System auf."
		},
		"no secure connection": func(h string) string {
			return "Mit " + h + " kommt keine sichere Verbindung zustande: vielleicht muss die Adresse mit http:// beginnen."
		},
		"the answer is malformed": func(h string) string {
			return h + " hat eine Antwort geschickt, die gegen die Regeln von HTTP verstößt: später noch einmal versuchen."
		},
		"the answer cannot be unpacked": func(h string) string {
			return h + " hat eine Antwort geschickt, die sich nicht auspacken lässt: später noch einmal versuchen."
		},
		"the proxy does not work": func(string) string {
			return "Der Proxy funktioniert nicht: proxy in config.toml sowie HTTP_PROXY und HTTPS_PROXY prüfen."
		},
	},
	Status: func(code int, h string) string {
		return fmt.Sprintf("%s hat mit %d geantwortet: die Adresse im Browser prüfen.", h, code)
	},
	Forbidden: func(code int, h string) string {
		if code == 403 {
			return h + " verweigert den Zugriff (403): vielleicht ist eine Anmeldung nötig, oder Programme sind unerwünscht; ein anderer user_agent in config.toml unter [[source]] kann helfen."
		}
		return fmt.Sprintf("%s verweigert den Zugriff (%d): im Browser nachsehen, was verlangt wird.", h, code)
	},
	Login: func(h string) string {
		return h + " verlangt eine Anmeldung (401): Benutzer und Passwort in config.toml unter [[source]] angeben."
	},
	LoginPage: func(h string) string {
		return h + " verlangt eine Anmeldung: im Browser anmelden und dessen Cookie in config.toml unter [[source]] angeben."
	},
	Challenge: func(h string) string {
		return h + " stellt eine Prüfung auf Bots vor die Seiten: im Browser öffnen oder in config.toml unter [[source]] einen anderen user_agent setzen."
	},
	NotThere: func(code int, a string) string {
		return fmt.Sprintf("Unter %s gibt es nichts (%d): die Adresse prüfen.", a, code)
	},
	Gone: func(a string) string {
		return a + " ist endgültig eingestellt (410): die Quelle entfernen oder ihre Nachfolgerin suchen."
	},
	TooMany: func(h, w string) string {
		if w == "" {
			return h + " möchte nicht so oft gefragt werden: später noch einmal versuchen."
		}
		return h + " möchte die nächsten " + w + " nicht gefragt werden."
	},
	ServerFault: func(code int, h string) string {
		return fmt.Sprintf("%s hat selbst eine Störung (%d): später noch einmal versuchen.", h, code)
	},
	Private: func(a string) string {
		return subject(a, "Diese Adresse") + " liegt in einem privaten Netz; dorthin führt nur eine Quelle, die Sie selbst dort hinzufügen."
	},
	TooBig: func(a string) string {
		return subject(a, "Die Antwort") + " ist größer, als refresh.max_size erlaubt."
	},
	Scheme: func(a string) string {
		return subject(a, "Das") + " ist keine Web-Adresse: geholt wird nur über http:// und https://."
	},
	Address: func(a string) string {
		return subject(a, "Das") + " ist keine Web-Adresse: sie muss aussehen wie https://host/pfad."
	},
	Redirects: func(a string) string { return subject(a, "Die Adresse") + " führt im Kreis: im Browser prüfen." },
	Wait:      func(until string) string { return "Der Server möchte bis " + until + " Uhr in Ruhe gelassen werden." },

	NotFeed: func(is string) string {
		return "Das ist kein Feed, sondern " + is + ": die Adresse eines RSS-, Atom- oder JSON-Feeds angeben oder einer Seite, die einen nennt."
	},
	NotFeedOffers: func(is, a string) string { return "Das ist kein Feed, sondern " + is + "; ihr Feed ist " + a + "." },
	Is: map[string]string{
		"html": "eine Webseite", "json": "JSON anderer Art", "opml": "eine Liste von Quellen (dafür gibt es depesche import)",
		"sitemap": "eine Sitemap", "xml": "XML anderer Art", "text": "reiner Text", "pdf": "ein PDF-Dokument",
		"picture": "ein Bild", "archive": "gepackte Daten", "data": "Binärdaten", "empty": "gar nichts",
	},
	BrokenFeed: func(p string) string { return "Der Feed ist kaputt (" + p + "); was sich lesen ließ, wurde gelesen." },
	Problems: map[string]string{
		"it is cut short": "er bricht ab", "an entry has no end": "einem Eintrag fehlt das Ende", "an end tag is missing": "ein End-Tag fehlt",
		"a CDATA section has no end": "einem CDATA-Abschnitt fehlt das Ende", "there is text in front of it": "davor steht Text",
		"a text is too long": "ein Text ist zu lang",
	},
	EmptyFeed:   "Es steht nichts darin: weder ein Feed noch eine Seite, kein Byte Text.",
	NoHeadlines: "Die Seite hat keine Liste verlinkter Überschriften, der sich folgen ließe: Vielleicht ist sie ein Artikel, oder sie baut sich erst im Browser auf.",
	NoEntries:   "Der Feed enthält gerade keine Artikel; was schon da war, bleibt.",
	BrokeOff:    "Der Feed ist unterwegs abgerissen; die Artikel, die ganz ankamen, wurden übernommen, die übrigen folgen beim nächsten Abruf.",
	ManyEntries: func(taken, of int) string {
		return grouped(taken, ".") + " von " + grouped(of, ".") + " Einträgen übernommen, die neuesten."
	},
	TooBigFeed: func(taken int) string {
		return "Der Feed ist größer, als refresh.max_size erlaubt; die ersten " + grouped(taken, ".") + " Artikel wurden übernommen."
	},
	NoFeed: func(a, is string) string {
		return "Unter " + a + " wurde kein Feed gefunden" + maybe(is, " (dort steht ", ")") + ": seine Adresse auf der Seite suchen."
	},
	NotList:    "Das ist keine Liste von Quellen (OPML): im anderen Programm eine ausgeben lassen.",
	NotURLs:    "Das ist keine Liste von Adressen, eine je Zeile.",
	BrokenList: "Die Liste ist beschädigt: Sie bricht ab, oder ihre Tags passen nicht zusammen; was sich lesen ließ, wurde gelesen.",
	Heritage: map[string]func(string) string{
		"unknown": func(p string) string {
			return p + " stammt von keinem Programm, das hier bekannt ist: depesche help import zählt sie auf."
		},
		"damaged": func(p string) string {
			return p + " ist beschädigt oder abgeschnitten, und nichts davon wurde übernommen: mit dem eigenen Programm reparieren oder eine Kopie nehmen."
		},
		"busy": func(p string) string {
			return p + " wird gerade geschrieben: das Programm beenden, dem die Datei gehört, und noch einmal versuchen."
		},
		"big":  func(p string) string { return p + " ist größer, als übernommen wird: 1 GB, als JSON 256 MB." },
		"many": func(p string) string { return p + " enthält mehr als die 500.000 Artikel, die übernommen werden." },
		"slow": func(p string) string {
			return p + " lässt sich in drei Minuten nicht lesen und ist vielleicht gefälscht; nichts davon wurde übernommen."
		},
		"no-place": func(p string) string {
			return "Für die Kopie, in der " + p + " gelesen wird, ist kein Platz: auf der Platte mit den Daten von depesche Platz schaffen oder mit --data einen anderen Ordner nennen."
		},
		"packed": func(p string) string { return p + " ist ein Archiv: auspacken und die Dateien darin übernehmen." },
		"none":   func(p string) string { return p + " nennt keinen Feed mit einer Web-Adresse." },
	},
	NoArticle:   "Auf der Seite wurde kein Artikel gefunden: Vielleicht ist es eine Startseite, oder sie baut sich erst im Browser auf.",
	NoPage:      "Dieser Artikel hat keine eigene Seite: Mehr als den Text des Feeds gibt es nicht.",
	NotPicture:  "Das Bild ist keines, das sich zeigen lässt.",
	OnlyConsent: "Statt des Artikels kam ein Zustimmungsdialog.",
	OnlyPaywall: "Diesen Artikel zeigt die Zeitung nur mit Abo.",

	NotFound:      "Diesen Artikel oder diese Quelle gibt es hier nicht: depesche list und depesche sources zeigen, was da ist.",
	NothingToUndo: "Es gibt nichts mehr rückgängig zu machen oder zu wiederholen.",
	Ended:         "Die Quelle ist endgültig eingestellt (410): sie entfernen oder ihre Nachfolgerin suchen.",
	Ambiguous:     "So beginnen die Kennungen mehrerer Artikel: mehr davon angeben.",
	Taken:         "Diese Adresse hat schon eine andere Quelle.",
	Kept:          "Diese Quelle steht in den Einstellungen (config.toml, [[source]]): sie dort herausnehmen.",
	Program: map[string]func(string, string) string{
		"not started": func(n, _ string) string {
			return subject(n, "Das Programm") + " lässt sich nicht starten: Pfad und Rechte prüfen."
		},
		"failed": func(n, said string) string {
			return "Das Programm " + n + " ist gescheitert" + maybe(said, " (", ")") + ": es von Hand versuchen."
		},
		"timed out": func(n, _ string) string { return "Das Programm " + n + " brauchte zu lange und wurde beendet." },
		"too much":  func(n, _ string) string { return "Das Programm " + n + " gibt mehr aus, als refresh.max_size erlaubt." },
	},
	NoProgram: "Die Einstellungen nennen das Programm nicht mehr, das diese Quelle machte.",
	NoVariable: func(n string) string {
		return "Die Variable " + n + ", die config.toml für ein Geheimnis nennt, ist nicht gesetzt."
	},
	Closed:     "Die Datenbank wurde mittendrin geschlossen; verloren ist nichts.",
	Index:      "Das Suchverzeichnis ist beschädigt: Der nächste Abruf legt es neu an, ebenso depesche doctor --repair.",
	StoredText: "Der gespeicherte Text dieses Artikels lässt sich nicht lesen. Er bleibt erhalten; depesche doctor sagt, woran es liegt.",
	ReadOnly: func(p string) string {
		return "In den Datenordner" + paren(p) + " lässt sich nicht schreiben: seine Rechte prüfen oder mit --data einen anderen angeben."
	},
	Full: func(p string) string {
		return "Der Datenträger ist voll" + paren(p) + ": Platz schaffen und noch einmal versuchen; verloren ist nichts."
	},
	Busy: func(p string) string {
		return "Ein anderes Programm hält die Datenbank" + paren(p) + " fest: es schließen oder warten, dann noch einmal versuchen."
	},
	Storage: func(p, why string) string {
		return "Der Datenordner " + p + " ist nicht zu gebrauchen (" + why + "): ihn prüfen oder mit --data einen anderen angeben."
	},
	Damaged: func(p, why string) string {
		return "Die Datenbank " + p + " ist beschädigt (" + why + ") und blieb, wie sie ist: depesche doctor --repair rettet, was sich lesen lässt."
	},
	Defect: func(while, report string) string {
		return "depesche hat einen Fehler bei " + while + "; alles andere lief weiter. Der Bericht ist " + report + ": bitte einsenden."
	},
	Recovered: func(r Recovery) string {
		said := "Die Datenbank " + r.Path + " war beschädigt und liegt jetzt als " + r.Moved + " daneben."
		if r.Lost {
			said = "Die Datenbank " + r.Path + " fehlte oder war leer."
		}
		n := plural(".")
		if r.Sources+r.Articles == 0 {
			return said + " Nichts davon ließ sich lesen" + maybe(r.Copy, "; es gibt eine Kopie vom ", "") + ": depesche restore zeigt die Kopien."
		}
		said += " Wieder da sind " + n(r.Sources, "Quelle", "Quellen") + ", " + n(r.Articles, "Artikel", "Artikel") + " und " + n(r.Marks, "Markierung", "Markierungen")
		switch {
		case r.Lost:
			said += ", aus der Kopie vom " + r.Copy + "; was danach kam, ist verloren"
		case r.FromCopy > 0:
			said += ", davon " + grouped(r.FromCopy, ".") + " nur in der Kopie vom " + r.Copy
		}
		return said + "."
	},
	NoCopy: func(id string, several bool) string {
		if several {
			return "Mehrere Kopien beginnen mit " + quoteDE(id) + ": depesche restore zeigt alle."
		}
		return "Eine Kopie " + quoteDE(id) + " gibt es nicht: depesche restore zeigt alle."
	},
	OpenElsewhere: func(p string) string {
		return "Ein anderes depesche hat die Datenbank " + p + " offen: beenden, dann noch einmal versuchen. Geändert wurde nichts."
	},
	Newer: func(p string) string {
		return "Die Datenbank " + p + " stammt von einem neueren depesche und blieb, wie sie ist: dieses hier aktualisieren oder mit --data einen anderen Ordner angeben."
	},

	Query: map[string]func(string, string) string{
		"unclosed-quote":   func(string, string) string { return `ein schließendes " fehlt` },
		"unclosed-bracket": func(string, string) string { return "eine schließende Klammer fehlt" },
		"closing-bracket":  func(string, string) string { return "eine schließende Klammer ist zu viel" },
		"unknown-field": func(s, near string) string {
			return "ein Feld " + quoteDE(s) + " gibt es nicht" + maybe(near, "; am nächsten liegt ", "")
		},
		"unknown-value": func(s, near string) string {
			return quoteDE(s) + " ist hier nicht bekannt" + maybe(near, "; am nächsten liegt ", "")
		},
		"not-a-time":   func(s, _ string) string { return quoteDE(s) + " ist keine Zeit: 2026-11-23, heute, 3d oder 12h" },
		"not-a-number": func(s, _ string) string { return quoteDE(s) + " ist keine Zahl" },
		"bad-regexp":   func(s, _ string) string { return quoteDE(s) + " ist kein regulärer Ausdruck" },
		"no-group": func(_, field string) string {
			return "hinter " + quoteDE(field) + " steht ein Wert und keine Klammer: (" + field + "… oder " + field + "…)"
		},
		"empty-value":     func(s, _ string) string { return "hinter " + quoteDE(s) + " steht nichts" },
		"missing-operand": func(s, _ string) string { return "auf " + quoteDE(s) + " folgt nichts" },
		"too-long":        func(string, string) string { return "die Anfrage ist zu lang" },
	},
	QueryAt: func(pos int, what string) string {
		return fmt.Sprintf("Die Anfrage stimmt beim %d. Zeichen nicht: %s.", pos, what)
	},
	UnknownIn: func(f string, line int, key, near string) string {
		return fmt.Sprintf("%s, Zeile %d: Eine Einstellung %s gibt es nicht%s.", f, line, key, maybe(near, "; am nächsten liegt ", ""))
	},
	BadValue: func(f string, line int, key, v, want string) string {
		return fmt.Sprintf("%s, Zeile %d: %s kann nicht %s sein; möglich ist %s.", f, line, key, v, want)
	},
	Syntax: func(f string, line int, why string) string {
		return fmt.Sprintf("%s, Zeile %d: Das ist kein TOML (%s).", f, line, why)
	},
	Config: func(f, why string) string { return "Die Einstellungen in " + f + " sind nicht zu lesen (" + why + ")." },
	NoHome: "Es ist kein Heimordner gesetzt: HOME setzen oder --data und --config angeben.",

	KeyTwice: func(key, action, where, with, whereWith string) string {
		return fmt.Sprintf("Die Taste %s gehört zu %s%s und zu %s%s: für eines von beiden eine andere wählen.", quoteDE(key), action, paren(where), with, paren(whereWith))
	},
	KeyBegins: func(key, action, other, with string) string {
		return fmt.Sprintf("Die Tasten %s für %s beginnen mit %s, das zu %s gehört: andere wählen.", quoteDE(key), action, quoteDE(other), with)
	},
	NoName: func(what, name, near, where string) string {
		return prefix(where) + fmt.Sprintf("%s %s gibt es nicht%s.", thingsDE[what], quoteDE(name), maybe(near, "; am nächsten liegt ", ""))
	},

	NoFile:     func(p string) string { return "Eine Datei " + p + " gibt es nicht: den Pfad prüfen." },
	NoAccess:   func(p string) string { return p + " darf nicht gelesen oder geschrieben werden: die Rechte prüfen." },
	NotAFolder: func(p string) string { return "Im Pfad " + p + " steht eine Datei, wo ein Ordner sein müsste." },
	IsFolder:   func(p string) string { return p + " ist ein Ordner: eine Datei darin angeben." },
	Exists:     func(p string) string { return p + " gibt es schon und blieb, wie es ist." },
	File:       func(op, p, why string) string { return fmt.Sprintf("%s %s: %s.", op, p, why) },
}

var thingsDE = map[string]string{"action": "eine Aktion", "preset": "eine Vorlage", "key": "eine Taste"}

func quoteDE(s string) string { return "„" + s + "“" }

var filesDE = Files{
	Media:    map[string]string{"audio": "Audio", "video": "Video", "image": "Bild", "document": "Datei"},
	Here:     "heruntergeladen",
	Comments: "Kommentare",
	Download: Verb{
		"Die Dateien von Artikeln herunterladen",
		"Lädt die Dateien herunter, die zu Artikeln gehören (Podcastfolgen, Videos, Dokumente): nach Kennung, nach einer Anfrage oder nach den Kennungen im ersten Feld jeder Zeile der Standardeingabe (-), eine nach der anderen, in den Ordner unter [download] in den Einstellungen. Was da ist, wird nicht noch einmal geholt und nie überschrieben; was abgebrochen ist, wird fortgesetzt, wo der Server es zulässt. Gibt Kennung, Pfad und Größe jeder Datei aus.",
		"depesche download k3v9\ndepesche download ist:folge ist:gemerkt\ndepesche download quelle:Hafenfunk alter:7t --dir ~/Podcasts\ndepesche list ist:heruntergeladen",
	},
	DirFlag: "Ordner für die Dateien, anstelle dessen in den Einstellungen",
	Progress: func(name, done, size string, percent int) string {
		if percent < 0 {
			return name + " wird heruntergeladen: " + done
		}
		return fmt.Sprintf("%s wird heruntergeladen: %d %% von %s", name, percent, size)
	},
	NoFile:  "Hier gibt es keine Datei zum Herunterladen.",
	NotFile: "Der Server hat statt der Datei eine Webseite geschickt: Öffnen Sie die Seite des Artikels im Browser.",
	Running: "Diese Datei wird schon heruntergeladen.",
	TooBig: func(most string) string {
		return "Die Datei ist größer als " + most + ": Mit einem höheren Wert für download.max_size lässt sie sich herunterladen."
	},
	OtherPart:  "Der Server hat einen anderen Teil der Datei geschickt als verlangt: noch einmal herunterladen.",
	NoFileHere: "Zu diesem Artikel gehört keine Datei.", NoComments: "Dieser Artikel nennt keine Seite mit Kommentaren.",
	OpenTitle: "Datei öffnen", DownloadTitle: "Dateien herunterladen", QueueTitle: "Downloads",
	QueueHint: func(toggle, accept string) string {
		return accept + " bricht einen Download ab, " + toggle + " wählt mehrere"
	},
	Queued: func(n int, key string) string {
		return plural(".")(n, "Datei wird heruntergeladen", "Dateien werden heruntergeladen") + "; " + key + " zeigt die Downloads."
	},
	IsHere: func(path, key string) string { return "Heruntergeladen: " + path + "; " + key + " öffnet die Datei." },
	Cancelled: func(n int) string {
		return plural(".")(n, "Download", "Downloads") + " abgebrochen; erneutes Herunterladen setzt fort."
	},
	NoDownloads: func(key string) string {
		return "Zurzeit wird nichts heruntergeladen; " + key + " lädt die Datei eines Artikels herunter."
	},
	Waiting: func(n int) string { return plural(".")(n, "weitere Datei", "weitere Dateien") },
	Loading: func(name string, more int) string {
		if more > 0 {
			return name + " wird heruntergeladen, danach " + plural(".")(more, "weitere Datei", "weitere Dateien") + "."
		}
		return name + " wird heruntergeladen."
	},
	NoOpener: func(file string) string {
		return "Unter [open] ist kein Programm für solche Dateien eingestellt; diese ist " + file + "."
	},
	Partial: func(have, size string) string {
		return angekommen(have, size) + "; der Server erlaubt kein Fortsetzen: noch einmal von vorn herunterladen."
	},
	PartialKept: func(have, size string) string { return angekommen(have, size) + "; erneutes Herunterladen setzt fort." },
}

// angekommen says how much of a file came.
func angekommen(have, size string) string {
	if size == "" {
		return have + " sind angekommen"
	}
	return have + " von " + size + " sind angekommen"
}
