package locale

// Why are the words of an account of a page: its parts and the rules. What
// stands in no map is said as it is, in English.
type Why struct{ Parts, Rules map[string]string }

// Part names a part of the article, or what became of it.
func (w Why) Part(name string) string { return known(w.Parts, name) }

// Rule names the rule that decided.
func (w Why) Rule(name string) string { return known(w.Rules, name) }

func known(words map[string]string, name string) string {
	if s := words[name]; s != "" {
		return s
	}
	return name
}

var whyEN = Why{Parts: map[string]string{"drop": "left out", "ordered_list": "numbered list"}}

var whyDE = Why{
	Parts: map[string]string{
		"drop": "weggelassen", "body": "Text", "kicker": "Dachzeile", "headline": "Überschrift", "standfirst": "Vorspann", "byline": "Autorenzeile",
		"published": "erschienen", "modified": "geändert", "section": "Ressort", "topics": "Themen", "language": "Sprache", "agency": "Agentur",
		"access": "Zugang", "lead": "Aufmacher", "credit": "Bildnachweis", "paragraph": "Absatz", "subhead": "Zwischentitel", "quote": "Zitat",
		"list": "Liste", "ordered_list": "Liste mit Nummern", "table": "Tabelle", "figure": "Bild", "code": "Code", "rule": "Trennlinie",
		"embed": "Einbettung", "footnote": "Fußnote",
	},
	Rules: map[string]string{
		"a film's caption": "Unterschrift eines Films", "a mark in the text leads here": "ein Zeichen im Text führt hierher", "about the author": "über den Autor",
		"above the headline": "über der Überschrift", "agency credit": "Agenturzeile", "aside": "Randspalte", "author's portrait": "Bild des Autors",
		"behind the end of the article": "hinter dem Ende des Artikels", "below a stop heading": "unter einer Überschrift, die wegführt", "byline": "Autorenzeile",
		"byline on the page, then meta tags": "Autorenzeile auf der Seite, dann Meta-Angaben", "byline or date": "Autorenzeile oder Datum",
		"caption": "Bildunterschrift", "caption that ends in its credit": "Bildunterschrift, die mit dem Bildnachweis endet", "caption, its credit below": "Bildunterschrift, der Bildnachweis darunter",
		"card that leads to another article": "Kachel, die zu einem anderen Artikel führt", "consent dialogue": "Zustimmungsdialog",
		"correction": "Korrekturhinweis", "credit": "Bildnachweis", "credit line, byline, dateline": "Agenturzeile, Autorenzeile, Ortsmarke", "date": "Datum",
		"dateline": "Ortsmarke", "element before the headline": "Element vor der Überschrift", "element with nearly all of the prose": "Element mit fast dem ganzen Fließtext",
		"end matter": "Beiwerk am Ende", "first part of the heading": "erster Teil der Überschrift",
		"first picture above the text, else og:image": "erstes Bild über dem Text, sonst og:image", "form": "Formular",
		"heading likest to the page's titles": "Überschrift, die den Titeln der Seite am nächsten kommt", "heading of the standfirst": "Überschrift des Vorspanns",
		"heading without text": "Überschrift ohne Text", "headline again": "die Überschrift noch einmal", "invitation": "Aufforderung an die Leser",
		"JSON-LD": "JSON-LD", "JSON-LD, printed as on the page": "JSON-LD, gedruckt wie auf der Seite", "JSON-LD, then meta tags": "JSON-LD, dann Meta-Angaben",
		"label": "Beschriftung", "label above the text": "Beschriftung über dem Text", "lead picture": "Aufmacherbild", "link alone": "Link allein",
		"linked heading": "Überschrift, die ein Link ist", "links": "Links", "list of invitations": "Liste von Aufforderungen", "list of links": "Liste von Links",
		"list of date and byline": "Liste aus Datum und Autorenzeile", "list of labels": "Liste von Beschriftungen", "said again and again": "steht immer wieder da",
		"marked as noise": "als Beiwerk ausgezeichnet", "menu above the text": "Menü über dem Text", "meta tag, <time> or date in print": "Meta-Angabe, <time> oder gedrucktes Datum",
		"no heading on the page: its title": "keine Überschrift auf der Seite: ihr Titel", "no letters": "ohne Buchstaben", "note in place of an embed": "Hinweis anstelle einer Einbettung",
		"part of the quotation": "gehört zum Zitat", "paywall": "Bezahlschranke", "place and look of the line": "Ort und Aussehen der Zeile",
		"pointer to another article": "Verweis auf einen anderen Artikel", "pull quote": "Zitat, das im Text steht", "small print": "Kleingedrucktes",
		"source line": "Quellenzeile", "standfirst": "Vorspann", "standfirst again": "der Vorspann noch einmal", "stands in the text": "steht im Text",
		"stop heading": "Überschrift, die wegführt", "summary between headline and text": "Zusammenfassung zwischen Überschrift und Text", "teaser": "Anreißer",
		"teaser article": "angerissener Artikel", "teaser figure": "Bild, das zu einem anderen Artikel führt", "text twice": "Text zum zweiten Mal",
		"the page's data, a paywall, what the text says": "Angaben der Seite, Bezahlschranke, Worte im Text", "the page's word, checked against the text": "Angabe der Seite, am Text geprüft",
		"time of the entry": "Uhrzeit des Eintrags", "your rule: drop": "Ihre Regel: drop", "your rule: keep": "Ihre Regel: keep", "your rule: stop_at": "Ihre Regel: stop_at",
	},
}
