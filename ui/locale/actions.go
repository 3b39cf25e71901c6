package locale

// actionsEN says what each action of the key table does, by its name there.
var actionsEN = map[string]string{
	"down": "down", "up": "up", "half-page-down": "half a page down", "half-page-up": "half a page up",
	"forward": "read on: a page down, at the end the next unread article", "page-down": "a page down", "page-up": "a page up",
	"top": "to the top; with a number to that row", "bottom": "to the end", "open": "open", "back": "back",
	"close": "back, and out of depesche at the outermost list", "next-pane": "to the next pane", "previous-pane": "to the pane before",
	"next-unread": "next unread article or source", "previous-unread": "unread article or source before",
	"next-article": "open the next article", "previous-article": "open the article before",

	"next-subhead": "next subhead", "previous-subhead": "subhead before", "outline": "choose a subhead", "links": "letters at the links",
	"follow-link": "read what the chosen link leads to", "open-target": "open the chosen link in the browser", "copy-target": "copy the chosen link",
	"versions": "text of feed, of page, or the fuller one", "changes": "what changed in this article", "other-papers": "the same story in other papers",
	"picture": "the picture with the screen to itself", "next-picture": "next picture", "previous-picture": "picture before",
	"close-picture": "back to the page", "pictures": "show or hide the pictures in the page",
	"zen": "the page alone", "wider": "wider column", "narrower": "narrower column", "columns": "one or two columns of text",

	"choose": "choose this one too, for the next key to be about all chosen", "choose-span": "choose from here to the cursor, and end that", "choose-all": "choose all, or none",
	"tag": "give tags to the article, or take them away", "tidy": "let go what the settings no longer keep", "undo-list": "what was done, to take back or do again", "save-view": "keep this list under a name, with the sources",
	"toggle-read": "mark as read or unread", "toggle-hidden": "hide the article, or show it again; is:hidden finds them", "toggle-star": "star, or take the star away", "mark-all-read": "mark all here as read",
	"rule-from-article": "mute, highlight, tag … articles like this one", "rules": "rules for new articles",
	"edition": "pack an edition to read without a network",
	"undo":    "take back", "redo": "do again", "browser": "open in the browser", "copy-link": "copy the address",
	"fetch-page": "fetch the whole page now", "why": "how the page was taken apart, and what was left out", "save": "save to a file", "pipe": "give the article to a program",

	"refresh": "refresh this source or folder", "refresh-all": "refresh all sources", "add-source": "add a source", "starter-sources": "sources to begin with",
	"import-sources": "take over from another reader", "rename-source": "rename the source", "move-source": "move the source to a folder",
	"remove-source": "remove the source", "fold-folder": "fold or unfold the folder", "toggle-sources": "show or hide the sources", "problems": "how the sources do: failures, next times",

	"search": "search here", "search-everywhere": "search all articles", "filter": "filter the list", "next-match": "next match", "previous-match": "match before",
	"unread-only": "hide or show what has been read", "sort": "change the order", "reload-list": "take in what is new",

	"commands": "commands by name", "help": "this help", "theme": "choose theme and paper", "preview": "let the page follow the cursor, or not",
	"linear": "a screen for ears and braille, or panes again", "redraw": "draw the screen anew", "suspend": "suspend", "quit": "leave depesche",

	"accept": "take", "cancel": "leave", "older": "line typed before", "newer": "line typed after", "complete": "complete the word",
	"cursor-left": "left", "cursor-right": "right", "cursor-start": "to the start", "cursor-end": "to the end", "word-left": "a word left", "word-right": "a word right",
	"delete-back": "delete before the cursor", "delete-forward": "delete under the cursor", "delete-word": "delete the word before",
	"delete-line": "delete to the start", "delete-rest": "delete to the end",
	"menu-down": "down", "menu-up": "up", "menu-page-down": "a page down", "menu-page-up": "a page up", "menu-first": "to the first", "menu-last": "to the last",
	"menu-toggle": "choose one of several",
}

var actionsDE = map[string]string{
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
	"fetch-page": "die ganze Seite jetzt holen", "why": "wie die Seite zerlegt wurde, und was fehlt", "save": "in eine Datei speichern", "pipe": "den Artikel einem Programm geben",

	"refresh": "diese Quelle oder diesen Ordner aktualisieren", "refresh-all": "alle Quellen aktualisieren", "add-source": "Quelle hinzufügen", "starter-sources": "Quellen für den Anfang",
	"import-sources": "von einem anderen Feedreader übernehmen", "rename-source": "Quelle umbenennen", "move-source": "Quelle in einen Ordner legen",
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
