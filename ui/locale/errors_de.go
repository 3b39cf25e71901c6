package locale

import (
	"fmt"
)

var errorsDE = Errors{
	Reported: func(path string) string {
		return "Hier hat depesche einen Fehler. Der Bericht steht in " + path + "; wer ihn einsendet, hilft."
	},
	Internal:    "Hier hat depesche einen Fehler; im Protokoll steht mehr, und eine Meldung ist willkommen.",
	Interrupted: "Unterbrochen; was schon da war, bleibt.",
	TimedOut:    "Das hat zu lange gedauert: später noch einmal versuchen.",

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
			return "Der Proxy funktioniert nicht: HTTP_PROXY und HTTPS_PROXY prüfen."
		},
	},
	Status: func(code int, h string) string {
		return fmt.Sprintf("%s hat mit %d geantwortet: die Adresse im Browser prüfen.", h, code)
	},
	Forbidden: func(code int, h string) string {
		return fmt.Sprintf("%s verweigert die Antwort (%d): vielleicht ist eine Anmeldung nötig, oder Programme sind unerwünscht.", h, code)
	},
	Login: func(h string) string {
		return h + " verlangt eine Anmeldung (401): Benutzer und Passwort in config.toml unter [[source]] angeben."
	},
	Challenge: func(h string) string { return h + " will erst einen Browser sehen: die Seite dort öffnen." },
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
		"a text is too long": "ein Text ist zu lang", "it has too many entries": "er hat zu viele Einträge",
	},
	EmptyFeed: "Es steht nichts darin: weder ein Feed noch eine Seite, kein Byte Text.",
	NoEntries: "Der Feed enthält gerade keine Artikel; was schon da war, bleibt.",
	BrokeOff:  "Der Feed ist unterwegs abgerissen; was ankam, wurde gelesen.",
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
			return "Für die Kopie, in der " + p + " gelesen wird, ist kein Platz: im Ordner für temporäre Dateien Platz schaffen oder mit TMPDIR einen anderen nennen."
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
	Closed: "Die Datenbank wurde mittendrin geschlossen; verloren ist nichts.",
	Index:  "Das Suchverzeichnis ist beschädigt: Der nächste Abruf legt es neu an, ebenso depesche doctor --repair.",
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
	Moved: func(p, m string) string {
		return "Die Datenbank " + p + " war beschädigt; sie liegt jetzt als " + m + " daneben, und was sich lesen ließ, wurde übernommen."
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
		"not-a-time":      func(s, _ string) string { return quoteDE(s) + " ist keine Zeit: 2026-11-23, heute, 3d oder 12h" },
		"not-a-number":    func(s, _ string) string { return quoteDE(s) + " ist keine Zahl" },
		"bad-regexp":      func(s, _ string) string { return quoteDE(s) + " ist kein regulärer Ausdruck" },
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
