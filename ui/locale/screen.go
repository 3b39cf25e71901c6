package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Screen is what the screen says: list, sources, status line, prompts, help.
type Screen struct {
	All, Unread, Starred, Today string // the lists of all sources
	Teaser, Paywall, Consent    string // of an article that is not whole, in a word
	Changed, Gone               string // the text was changed; it is no longer there
	Hidden                      string // by hand
	End                         string // under the last article
	NothingHere, AllReadHere    string // an empty list

	NoSources   func(add, imp, starter string) string
	UnreadCount func(n int) string
	Weekday     func(t time.Time) string
	Month       func(t time.Time) string // with its year

	ShowingAll, ShowingUnread    string
	PreviewOn, PreviewOff        string
	Orders                       [4]string // by cache.Order
	Versions                     [3]string // by cache.Version
	NothingUnread, EndOfList     string
	NothingFound                 func(what string) string
	Found                        func(what string) string // title of a list of hits
	SearchEverywhere, SearchHint string
	FilterLabel, FilterHint      string

	AllRead      func(n int, undo string) string
	Undone       func(what string) string
	Redone       func(what string) string
	Did          map[string]func(n int) string // what the journal holds, by cache.Action.What
	Fetching     func(host string) string
	Fetched      string
	Width        func(columns int) string
	OneColumn    string
	TwoColumns   string
	TooNarrow    func(columns int) string // for two columns of text
	Unchanged    string
	ChangedAt    func(when string) string
	OpenFirst    string
	SaveLabel    string
	Saved        func(name string) string
	PipeHint     string
	PipedQuietly func(command string) string

	NoLinks, LinkHint, NoWebLink string
	Target                       func(url, follow, open, copyKey string) string
	LeadsHere, OnlyLinked        string // a link to the open article; a page behind a link cannot be marked
	Opening, Copied              func(url string) string
	NoSubheads, OutlineTitle     string
	NoMoreSubheads, NoSuchLink   string
	NoArticle, NothingToFold     string
	NoCopies, CopiesTitle        string

	AlreadyRefreshing, RefreshStarts, NothingNew string
	Refreshing, FetchingPages                    func(done, total int, title string) string
	New                                          func(n int, key string) string
	Failed                                       func(n, total int, key string) string
	NoProblems, ProblemsTitle                    string

	AddLabel, AddHint        string
	Looking, NoFeed          func(address string) string
	Several                  func(n int, host string) string
	ChooseHint               func(toggle, accept string) string
	Added, SourceCount       func(n int) string
	AlreadyThere, NoSource   string
	RenameLabel, FolderLabel string
	FolderHint               string
	Renamed                  func(title string) string
	Moved                    func(title, folder string) string
	Removed                  func(title, undo string) string
	StarterTitle             string
	ImportTitle              string
	NothingToImport          string
	TakingOver               string
	Estate                   func(sources, articles, read, starred int) string // what another program left
	TakenOver                func(sources, added, known int, undo string) string

	DidMany                                 func(what, undo string) string
	DoneCount                               func(n int) string
	NothingDone, DoneTitle, UndoneTitle     string
	HistoryTitle, HistoryHint               string
	TagLabel, TagHint, ViewLabel            string
	FilterFirst                             func(key string) string
	ViewSaved, ViewInSettings, ViewRemoved  func(name string) string
	TagsTitle, AgenciesTitle, SectionsTitle string

	StateUnread, StateRead, StateStarred string // of an article, in words, for ears and braille
	StateChosen, StateHit                string
	StatePage, StatePicture              string
	StateMinutes, StateCopies            func(n int) string
	Folded, Unfolded, Failing, Shown     string // of a line of the sources
	LinearOn, LinearOff                  string

	SinceVisit     string // the list of what came since the reader was here last
	SinceVisitSaid func(n int, when, where string) string
	AndOthers      func(n int) string // further sources
	Through        string             // under the last article where all is read

	Places       [3]string // sources, list, page: where a key holds
	UnknownKey   func(key, help string) string
	OnlyWhile    string // an action is for a link, a picture or a prompt
	NoSearch     func(search string) string
	KeyElsewhere func(key string, places []string) string // not here, but there
	Outermost    func(quit string) string                 // there is no way further back

	HelpTitle, CommandsTitle, TypeToFind string
	ThemeTitle, SchemeTitle, InUse       string
	Schemes                              [3]string         // by ui.Scheme
	Groups                               [7]string         // by keys.Group
	Actions                              map[string]string // what each action does, by its name
	Short                                map[string]string // in a word, for the status line
}

var screenEN = Screen{
	All: "All articles", Unread: "Unread", Starred: "Starred", Today: "Today",
	Teaser: "summary only", Paywall: "paywall", Consent: "consent wall",
	Changed: "changed", Gone: "no longer there", Hidden: "hidden",
	End:         "that is all",
	NothingHere: "There is nothing here.", AllReadHere: "Everything here has been read.",

	NoSources: func(add, imp, starter string) string {
		return fmt.Sprintf("There are no sources yet. %s adds one by its address, %s takes over those of another reader, %s offers some to begin with.", add, imp, starter)
	},
	UnreadCount: func(n int) string { return grouped(n, ",") + " unread" },
	Weekday:     func(t time.Time) string { return daysEN[t.Weekday()] },
	Month:       func(t time.Time) string { return monthsEN[t.Month()-1] + " " + strconv.Itoa(t.Year()) },

	ShowingAll: "Read articles are shown.", ShowingUnread: "Only unread articles are shown.",
	PreviewOn: "The page follows the cursor.", PreviewOff: "The page stays until an article is opened.",
	Orders:        [4]string{"Newest first.", "Oldest first.", "By source.", "Best matches first."},
	Versions:      [3]string{"The fullest text there is.", "The text as the feed delivered it.", "The text as taken from the page."},
	NothingUnread: "Nothing further is unread here.", EndOfList: "The list ends here.",
	NothingFound:     func(what string) string { return "Nothing found: " + what },
	Found:            func(what string) string { return "Search: " + what },
	SearchEverywhere: "Search: ", SearchHint: "words; an empty search ends it",
	FilterLabel: "Filter: ", FilterHint: "words, agency:dpa, is:unread, after:2026-11-01; Tab completes",

	AllRead: func(n int, undo string) string {
		return plural(",")(n, "article", "articles") + " marked as read; " + undo + " takes it back."
	},
	Undone: func(what string) string { return "Taken back: " + what },
	Redone: func(what string) string { return "Done again: " + what },
	Did: map[string]func(int) string{
		"read":          func(n int) string { return plural(",")(n, "article", "articles") + " marked as read" },
		"unread":        func(n int) string { return plural(",")(n, "article", "articles") + " marked as unread" },
		"star":          func(n int) string { return plural(",")(n, "article", "articles") + " starred" },
		"unstar":        func(n int) string { return plural(",")(n, "star", "stars") + " taken away" },
		"hide":          func(n int) string { return plural(",")(n, "article", "articles") + " hidden" },
		"unhide":        func(n int) string { return plural(",")(n, "article", "articles") + " shown again" },
		"marks":         func(n int) string { return plural(",")(n, "article", "articles") + " marked" },
		"tag":           func(n int) string { return plural(",")(n, "article", "articles") + " tagged" },
		"untag":         func(n int) string { return plural(",")(n, "article", "articles") + " untagged" },
		"add-rule":      func(n int) string { return plural(",")(n, "rule", "rules") + " added" },
		"change-rule":   func(n int) string { return plural(",")(n, "rule", "rules") + " changed" },
		"remove-rule":   func(n int) string { return plural(",")(n, "rule", "rules") + " removed" },
		"run-rule":      func(n int) string { return "rules met " + plural(",")(n, "article", "articles") },
		"import":        func(n int) string { return plural(",")(n, "article", "articles") + " taken over" },
		"import-marks":  func(n int) string { return plural(",")(n, "article", "articles") + " with the marks of a file" },
		"edition":       func(n int) string { return "an edition of " + plural(",")(n, "article", "articles") + " packed" },
		"save-view":     func(int) string { return "list kept under a name" },
		"rename-view":   func(int) string { return "list renamed" },
		"remove-view":   func(int) string { return "list removed" },
		"add-source":    func(n int) string { return plural(",")(n, "source", "sources") + " added" },
		"remove-source": func(n int) string { return plural(",")(n, "source", "sources") + " removed" },
		"change-source": func(n int) string { return plural(",")(n, "source", "sources") + " changed" },
	},
	Fetching:     func(host string) string { return "Fetching the page from " + host + " …" },
	Fetched:      "The page has been fetched.",
	Width:        func(n int) string { return fmt.Sprintf("The text is %d characters wide.", n) },
	OneColumn:    "One column.",
	TwoColumns:   "Two columns.",
	TooNarrow:    func(n int) string { return fmt.Sprintf("Two columns, once the window is %d wide.", n) },
	Unchanged:    "No earlier text of this article is known.",
	ChangedAt:    func(when string) string { return "Changed, seen on " + when + ":" },
	OpenFirst:    "Open the article first.",
	SaveLabel:    "Save as: ",
	Saved:        func(name string) string { return "Saved: " + name },
	PipeHint:     "a program and its arguments; with ! in front it gets the terminal",
	PipedQuietly: func(command string) string { return command + " is done and said nothing." },

	NoLinks: "There is no link in sight.", LinkHint: "Type the letter of a link; Esc leaves.", NoWebLink: "There is no web address to open here.",
	Target: func(url, follow, open, copyKey string) string {
		return fmt.Sprintf("%s here, %s browser, %s copy: %s", follow, open, copyKey, url)
	},
	LeadsHere: "The link leads to this article.", OnlyLinked: "This page is behind a link and in no list.",
	Opening:        func(url string) string { return "Opening " + url },
	Copied:         func(url string) string { return "Copied: " + url },
	NoMoreSubheads: "There is no further subhead.", NoSuchLink: "No link in sight has that letter.",
	NoArticle: "There is no article here.", NothingToFold: "There is no folder to fold here.",
	NoSubheads: "This article has no subheads.", OutlineTitle: "In this article",
	NoCopies: "No other paper here has the same story.", CopiesTitle: "The same story in other papers",

	AlreadyRefreshing: "A refresh is running already.", RefreshStarts: "Asking the sources …", NothingNew: "Nothing new.",
	Refreshing: func(done, total int, title string) string {
		return fmt.Sprintf("Refreshing %d/%d  %s", done, total, title)
	},
	FetchingPages: func(done, total int, title string) string {
		return fmt.Sprintf("Fetching pages %d/%d  %s", done, total, title)
	},
	New: func(n int, key string) string { return grouped(n, ",") + " new; " + key + " shows them." },
	Failed: func(n, total int, key string) string {
		return fmt.Sprintf("%d of %s failed; %s says why.", n, plural(",")(total, "source", "sources"), key)
	},
	NoProblems: "All sources work.", ProblemsTitle: "How the sources do",

	AddLabel: "Add: ", AddHint: "address of a site or feed, such as example.org",
	Looking: func(address string) string { return "Looking for feeds at " + address + " …" },
	NoFeed:  func(address string) string { return "No feed was found at " + address + "." },
	Several: func(n int, host string) string { return fmt.Sprintf("%s offers %d feeds", host, n) },
	ChooseHint: func(toggle, accept string) string {
		return toggle + " chooses several, " + accept + " takes them; type to find"
	},
	Added: func(n int) string { return plural(",")(n, "source", "sources") + " added." }, SourceCount: func(n int) string { return plural(",")(n, "source", "sources") },
	AlreadyThere: "That source is there already.", NoSource: "There is no source under the cursor.",
	RenameLabel: "Name: ", FolderLabel: "Folder: ", FolderHint: "name, or name/name; empty: none",
	Renamed: func(title string) string { return "Now called " + title + "." },
	Moved: func(title, folder string) string {
		if folder == "" {
			return title + " is in no folder now."
		}
		return title + " is in " + folder + " now."
	},
	Removed:         func(title, undo string) string { return title + " removed; " + undo + " brings it back." },
	StarterTitle:    "Sources to begin with",
	ImportTitle:     "Found on this machine; nothing there is changed",
	NothingToImport: "Nothing of other readers was found; depesche import FILE takes what they export.",
	TakingOver:      "Taking over …",
	Estate: func(sources, articles, read, starred int) string {
		s := plural(",")(sources, "source", "sources")
		if articles > 0 {
			s += ", " + plural(",")(articles, "article", "articles") + fmt.Sprintf(", %s read, %s starred", grouped(read, ","), grouped(starred, ","))
		}
		return s
	},
	TakenOver: func(sources, added, known int, undo string) string {
		s := plural(",")(sources, "source", "sources") + " and " + plural(",")(added, "article", "articles") + " taken over"
		if known > 0 {
			s += ", " + grouped(known, ",") + " were here"
		}
		return s + "; " + undo + " takes it back."
	},

	DidMany:     func(what, undo string) string { return what + "; " + undo + " takes it back." },
	DoneCount:   func(n int) string { return plural(",")(n, "action", "actions") },
	NothingDone: "Nothing has been done yet.", DoneTitle: "Done", UndoneTitle: "Taken back",
	HistoryTitle: "What was done", HistoryHint: "Enter takes back all down to here, or does it again",
	TagLabel: "Tags: ", TagHint: "words; -word takes one away", ViewLabel: "Keep this list as: ",
	FilterFirst:    func(key string) string { return "Nothing to keep: " + key + " filters the list first." },
	ViewSaved:      func(name string) string { return "Kept as " + name + ", with the sources." },
	ViewInSettings: func(name string) string { return name + " is not kept here and cannot be changed here." },
	ViewRemoved:    func(name string) string { return name + " removed; the articles stay." },
	TagsTitle:      "Tags", AgenciesTitle: "Agencies", SectionsTitle: "Sections",

	StateUnread: "Unread", StateRead: "Read", StateStarred: "starred", StateChosen: "chosen", StateHit: "found",
	StatePage: "whole page kept", StatePicture: "picture kept",
	StateMinutes: func(n int) string { return plural(",")(n, "minute", "minutes") },
	StateCopies:  func(n int) string { return "also in " + plural(",")(n, "other paper", "other papers") },
	Folded:       "folded", Unfolded: "unfolded", Failing: "fails", Shown: "shown",
	LinearOn: "The screen is linear, for ears and braille.", LinearOff: "The screen has panes again.",

	SinceVisit: "Since last time",
	SinceVisitSaid: func(n int, when, where string) string {
		return grouped(n, ",") + " new since " + when + ": " + where
	},
	AndOthers: func(n int) string { return plural(",")(n, "other source", "other sources") },
	Through:   "that is all, and all of it read",

	Places:     [3]string{"with the sources", "in the list", "on the page"},
	OnlyWhile:  "That is for a chosen link, a picture by itself, or while one types.",
	NoSearch:   func(search string) string { return "There is no search here; " + search + " begins one." },
	UnknownKey: func(key, help string) string { return key + " does nothing here; " + help + " shows all keys." },
	KeyElsewhere: func(key string, places []string) string {
		return key + " works " + strings.Join(places, " and ") + ", not here."
	},
	Outermost: func(quit string) string { return "There is nothing further back; " + quit + " leaves depesche." },

	HelpTitle: "Keys", CommandsTitle: "Commands", TypeToFind: "type to find",
	ThemeTitle: "Theme", SchemeTitle: "Paper", InUse: "in use",
	Schemes: [3]string{"as the terminal", "light", "dark"},
	Groups:  [7]string{"Moving", "Reading", "Articles", "Sources", "Searching", "Program", "In prompts and menus"},
	Actions: actionsEN,
	Short: map[string]string{
		"open": "open", "next-unread": "next unread", "add-source": "add source", "refresh-all": "refresh", "help": "help",
		"accept": "take", "cancel": "leave", "menu-toggle": "choose", "forward": "on", "back": "back", "next-article": "next", "links": "links",
		"refresh": "refresh", "rename-source": "rename", "move-source": "folder", "remove-source": "remove",
		"import-sources": "import", "starter-sources": "starter sources", "picture": "picture", "next-picture": "next picture", "close-picture": "back",
	},
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
	NothingFound:     func(what string) string { return "Nichts gefunden: " + what },
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
		"import-marks":  func(n int) string { return plural(".")(n, "Artikel", "Artikel") + " mit den Marken einer Datei" },
		"edition":       func(n int) string { return "Ausgabe aus " + plural(".")(n, "Artikel", "Artikeln") + " gepackt" },
		"save-view":     func(int) string { return "Liste unter einem Namen behalten" },
		"rename-view":   func(int) string { return "Liste umbenannt" },
		"remove-view":   func(int) string { return "Liste entfernt" },
		"add-source":    func(n int) string { return plural(".")(n, "Quelle", "Quellen") + " hinzugefügt" },
		"remove-source": func(n int) string { return plural(".")(n, "Quelle", "Quellen") + " entfernt" },
		"change-source": func(n int) string { return plural(".")(n, "Quelle", "Quellen") + " geändert" },
	},
	Fetching:     func(host string) string { return "Die Seite wird von " + host + " geholt …" },
	Fetched:      "Die Seite ist geholt.",
	Width:        func(n int) string { return fmt.Sprintf("Der Text ist %d Zeichen breit.", n) },
	OneColumn:    "Eine Spalte.",
	TwoColumns:   "Zwei Spalten.",
	TooNarrow:    func(n int) string { return fmt.Sprintf("Zwei Spalten, sobald das Fenster %d Zeichen breit ist.", n) },
	Unchanged:    "Ein früherer Text dieses Artikels ist nicht bekannt.",
	ChangedAt:    func(when string) string { return "Geändert, bemerkt am " + when + ":" },
	OpenFirst:    "Erst den Artikel öffnen.",
	SaveLabel:    "Speichern als: ",
	Saved:        func(name string) string { return "Gespeichert: " + name },
	PipeHint:     "ein Programm mit seinen Argumenten; mit ! davor bekommt es das Terminal",
	PipedQuietly: func(command string) string { return command + " ist fertig und sagt nichts." },

	NoLinks: "Hier ist kein Link zu sehen.", LinkHint: "Buchstaben eines Links tippen; Esc verlässt.", NoWebLink: "Hier gibt es keine Webadresse zum Öffnen.",
	Target: func(url, follow, open, copyKey string) string {
		return fmt.Sprintf("%s hier, %s Browser, %s Kopie: %s", follow, open, copyKey, url)
	},
	LeadsHere: "Der Link führt zu diesem Artikel.", OnlyLinked: "Diese Seite steht hinter einem Link und in keiner Liste.",
	Opening:        func(url string) string { return "Wird geöffnet: " + url },
	Copied:         func(url string) string { return "Kopiert: " + url },
	NoMoreSubheads: "Weiter gibt es keinen Zwischentitel.", NoSuchLink: "Diesen Buchstaben hat hier kein Link.",
	NoArticle: "Hier steht kein Artikel.", NothingToFold: "Hier ist kein Ordner zuzuklappen.",
	NoSubheads: "Dieser Artikel hat keine Zwischentitel.", OutlineTitle: "In diesem Artikel",
	NoCopies: "Keine andere Zeitung hier hat dieselbe Meldung.", CopiesTitle: "Dieselbe Meldung in anderen Zeitungen",

	AlreadyRefreshing: "Es wird schon aktualisiert.", RefreshStarts: "Die Quellen werden gefragt …", NothingNew: "Nichts Neues.",
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
	NoProblems: "Alle Quellen funktionieren.", ProblemsTitle: "Zustand der Quellen",

	AddLabel: "Hinzufügen: ", AddHint: "Adresse einer Seite oder eines Feeds, etwa example.org",
	Looking: func(address string) string { return "Sucht Feeds unter " + address + " …" },
	NoFeed:  func(address string) string { return "Unter " + address + " wurde kein Feed gefunden." },
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
	Removed:         func(title, undo string) string { return title + " entfernt; " + undo + " holt sie zurück." },
	StarterTitle:    "Quellen für den Anfang",
	ImportTitle:     "Auf diesem Rechner gefunden; dort wird nichts geändert",
	NothingToImport: "Nichts von anderen Feedreadern gefunden; depesche import DATEI nimmt, was sie exportieren.",
	TakingOver:      "Wird übernommen …",
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

	StateUnread: "Ungelesen", StateRead: "Gelesen", StateStarred: "gemerkt", StateChosen: "gewählt", StateHit: "gefunden",
	StatePage: "ganze Seite vorhanden", StatePicture: "Bild vorhanden",
	StateMinutes: func(n int) string { return plural(".")(n, "Minute", "Minuten") },
	StateCopies:  func(n int) string { return "auch in " + plural(".")(n, "anderen Zeitung", "anderen Zeitungen") },
	Folded:       "zugeklappt", Unfolded: "aufgeklappt", Failing: "antwortet nicht richtig", Shown: "wird gezeigt",
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
		return key + " gilt " + strings.Join(places, " und ") + ", hier nicht."
	},
	Outermost: func(quit string) string { return "Weiter zurück geht es nicht; " + quit + " verlässt depesche." },

	HelpTitle: "Tasten", CommandsTitle: "Befehle", TypeToFind: "tippen sucht",
	ThemeTitle: "Farben", SchemeTitle: "Papier", InUse: "gilt",
	Schemes: [3]string{"wie das Terminal", "hell", "dunkel"},
	Groups:  [7]string{"Bewegen", "Lesen", "Artikel", "Quellen", "Suchen", "Programm", "In Eingaben und Menüs"},
	Actions: actionsDE,
	Short: map[string]string{
		"open": "öffnen", "next-unread": "nächster ungelesener", "add-source": "Quelle hinzufügen", "refresh-all": "aktualisieren", "help": "Hilfe",
		"accept": "nehmen", "cancel": "verlassen", "menu-toggle": "wählen", "forward": "weiter", "back": "zurück", "next-article": "nächster", "links": "Links",
		"refresh": "aktualisieren", "rename-source": "umbenennen", "move-source": "Ordner", "remove-source": "entfernen",
		"import-sources": "importieren", "starter-sources": "Vorschläge", "picture": "Bild", "next-picture": "nächstes Bild", "close-picture": "zurück",
	},
}
