package locale

import "fmt"

var deskEN = Desk{
	Rule: Verb{
		"Rules for articles on arrival",
		`A rule mutes, highlights, marks as read, stars, tags or keeps every new article that its query meets: those that come with a refresh, and once more when their page has been fetched. Several deeds stand in one word, parted by commas. Muted articles are not deleted, only not listed; is:muted finds them.

add makes a rule, with --run for the articles that are there, too. preview lists what a rule, or a query, would meet. run carries rules out on the articles that are there. remove takes rules away; what they alone had muted, highlighted or kept comes back. Everything can be undone.`,
		"depesche rule add mute 'headline:Fußball' --run\ndepesche rule add star,tag:Klima Klimaschutz --until 2026-12-24\ndepesche rule preview 'agency:dpa section:Sport'\ndepesche rule list\ndepesche rule run 3\ndepesche rule remove 3",
	},
	Tag: Verb{
		"Give articles tags of your own",
		"Tags articles by id, by a query, or by the ids in the first field of each line of standard input (-), or takes the tag away. tag:NAME finds them; an article with a tag is not let go. list shows the tags with how many articles have them, and how many of these are unread.",
		"depesche tag add Klima k3v9\ndepesche search Klimaschutz | depesche tag add Klima -\ndepesche tag list\ndepesche list tag:Klima\ndepesche tag remove Klima age:>30d",
	},
	NoRuleVerb: func(name string) string {
		return quote(name) + " is nothing to do with rules: add, list, remove, preview or run."
	},
	NoTagVerb: func(name string) string { return quote(name) + " is nothing to do with tags: add, remove or list." },
	NoDeed: func(text, known string) string {
		return quote(text) + " is nothing a rule does; it can " + known + ", several parted by commas."
	},
	NoTagName: "A tag has no comma, no quotation mark, and at most 60 characters.",
	NoUntil: func(text string) string {
		return quote(text) + " is no time to come; write a day (2026-12-24) or a length of time (2w)."
	},
	EmptyRule: "A rule needs a query that asks for something, and something to do.", TooManyRules: "There are 500 rules already; remove some first.",
	UntilFlag: "until when the rule holds: 2026-12-24, 2w", RunFlag: "carry it out on the articles that are there, too",
	Deeds:  map[string]string{"mute": "mute", "highlight": "highlight", "read": "mark as read", "star": "star", "keep": "keep", "tag:": "tag …"},
	Tagged: func(tag string) string { return "tag with " + tag },
	Until:  func(when string) string { return "until " + when }, Expired: "has expired",
	Articles:   func(n int) string { return plural(",")(n, "article", "articles") },
	RulesTitle: "Rules for articles on arrival", RulesHint: "type to find; Enter shows what can be done with one",
	NoRules: func(key string) string { return "There are no rules yet; " + key + " makes one from an article." },
	NewRule: "a new rule …", RuleFrom: "A rule for articles like this one",
	OfWord: "word", OfSource: "source", OfAgency: "agency", OfAuthor: "author", OfSection: "section", OfKicker: "kicker", OwnQuery: "a query of your own …",
	DoWhat: func(query string) string { return "What is to be done with  " + query },
	RuleAdded: func(n int, undo string) string {
		return "Done with " + plural(",")(n, "article", "articles") + ", and with those to come; " + undo + " takes it back."
	},
	RuleRemoved: func(undo string) string { return "Rule removed; " + undo + " brings it back." },
	RuleChanged: func(n int, undo string) string {
		return "Rule changed, it meets " + plural(",")(n, "article", "articles") + "; " + undo + " takes it back."
	},
	RuleRan: func(n int, undo string) string {
		return "Carried out on " + plural(",")(n, "article", "articles") + "; " + undo + " takes it back."
	},
	RuleShow: "show the articles it meets", RuleRun: "carry it out on the articles that are there", RuleQuery: "change the query …", RuleUntil: "change until when it holds …", RuleDelete: "remove the rule",
	Edition: Verb{
		"Pack an edition for reading without a network",
		`Takes the newest and likeliest articles of a query, or of what is unread, fetches their pages and all their pictures, and keeps them; is:packed lists them, the most urgent first. With --minutes it takes as many as can be read in that time. An article counts as old as it is, but up to four times as young the more of its source, section or agency you have opened in the last thirty days. What could not be had is told with the reason.

With --out it also writes the edition as an EPUB: to a new file, or into a folder under the date.`,
		"depesche edition --minutes 45\ndepesche edition 'section:Politik or agency:dpa' --out train.epub\ndepesche edition --minutes 60 --out ~/Books   # from a timer",
	},
	MinutesFlag: "minutes to read it all; 0: no bound", OutFlag: "write it as an EPUB: a new file, or a folder", ArticlesFlag: "articles at most",
	EditionLabel: "Edition: ", EditionHint: "minutes, then a query: 45 agency:dpa; without a query what is unread", EditionTitle: "Edition",
	Packing: func(done, total int, pictures bool) string {
		if pictures {
			return fmt.Sprintf("Packing: %d of %d pictures", done, total)
		}
		return fmt.Sprintf("Packing: %d articles", done)
	},
	Packed: func(articles, minutes int) string {
		return fmt.Sprintf("Packed: %s, %d minutes.", plural(",")(articles, "article", "articles"), minutes)
	},
	NothingToPack: "There is nothing to pack.", NothingMissing: "Nothing is missing.",
	Missing: func(n int) string { return "Missing, " + plural(",")(n, "thing", "things") + ":" },
	Lacks:   map[string]string{"page": "Text", "picture": "Picture"},
	Budget:  "The day's allowance for pictures is used up.", PartOnly: "The site gives only a part of the text.",
	Offline: func(last string) string { return "Offline; what is here is from " + last + "." }, OfflineNever: "Offline.",
	Contents: "Contents", Photo: "Photo: ", Correction: "Correction", Original: "On the web", DateLine: datesEN.Stamp,
	Restored: func(sources, added, known int) string {
		s := plural(",")(sources, "source", "sources") + " and " + plural(",")(added, "article", "articles") + " added"
		if known > 0 {
			s += "; " + grouped(known, ",") + " were here, with the marks of both now"
		}
		return s + "."
	},
	FormatFlag: "opml, jsonl, epub, html, markdown or text; else by the file's ending",
	WrittenTo:  func(path string) string { return "Written: " + path }, NoPlaceFor: func(path string) string { return path + " is there already." },
	QueryLabel: "Articles: ", UntilLabel: "Until: ", UntilHint: "2026-12-24, 2w; empty: for ever",
}
