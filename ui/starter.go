package ui

import "depesche/feed"

// starterSources are newspapers and broadcasters with public feeds, for a first
// look. Nothing is fetched before the reader chooses.
var starterSources = []feed.Source{
	{Title: "tagesschau", URL: "https://www.tagesschau.de/index~rss2.xml", Site: "https://www.tagesschau.de", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "Deutschlandfunk Nachrichten", URL: "https://www.deutschlandfunk.de/nachrichten-100.rss", Site: "https://www.deutschlandfunk.de", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "DER SPIEGEL", URL: "https://www.spiegel.de/schlagzeilen/index.rss", Site: "https://www.spiegel.de", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "DIE ZEIT", URL: "https://newsfeed.zeit.de/index", Site: "https://www.zeit.de", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "Süddeutsche Zeitung", URL: "https://rss.sueddeutsche.de/rss/Topthemen", Site: "https://www.sueddeutsche.de", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "Frankfurter Allgemeine", URL: "https://www.faz.net/rss/aktuell/", Site: "https://www.faz.net", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "taz", URL: "https://taz.de/!p4608;rss/", Site: "https://taz.de", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "Neue Zürcher Zeitung", URL: "https://www.nzz.ch/recent.rss", Site: "https://www.nzz.ch", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "DER STANDARD", URL: "https://www.derstandard.at/rss", Site: "https://www.derstandard.at", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "ORF News", URL: "https://rss.orf.at/news.xml", Site: "https://orf.at", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "heise online", URL: "https://www.heise.de/rss/heise-atom.xml", Site: "https://www.heise.de", Language: "de", Folder: []string{"Deutsch"}},
	{Title: "BBC News", URL: "https://feeds.bbci.co.uk/news/rss.xml", Site: "https://www.bbc.co.uk/news", Language: "en-GB", Folder: []string{"English"}},
	{Title: "The Guardian", URL: "https://www.theguardian.com/international/rss", Site: "https://www.theguardian.com", Language: "en-GB", Folder: []string{"English"}},
	{Title: "The New York Times", URL: "https://rss.nytimes.com/services/xml/rss/nyt/HomePage.xml", Site: "https://www.nytimes.com", Language: "en-US", Folder: []string{"English"}},
	{Title: "NPR", URL: "https://feeds.npr.org/1001/rss.xml", Site: "https://www.npr.org", Language: "en-US", Folder: []string{"English"}},
	{Title: "Al Jazeera", URL: "https://www.aljazeera.com/xml/rss/all.xml", Site: "https://www.aljazeera.com", Language: "en", Folder: []string{"English"}},
	{Title: "DW", URL: "https://rss.dw.com/rdf/rss-en-all", Site: "https://www.dw.com", Language: "en", Folder: []string{"English"}},
	{Title: "Le Monde", URL: "https://www.lemonde.fr/rss/une.xml", Site: "https://www.lemonde.fr", Language: "fr", Folder: []string{"Français · Español · Italiano"}},
	{Title: "El País", URL: "https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada", Site: "https://elpais.com", Language: "es", Folder: []string{"Français · Español · Italiano"}},
	{Title: "ANSA", URL: "https://www.ansa.it/sito/ansait_rss.xml", Site: "https://www.ansa.it", Language: "it", Folder: []string{"Français · Español · Italiano"}},
}

// Starter lists the sources that a first run offers, by language.
func Starter() []feed.Source { return append([]feed.Source(nil), starterSources...) }
