package locale

import (
	"fmt"
	"strconv"
	"time"
)

// English is all that depesche says, in English.
func English() *Text {
	return &Text{Code: "en", Page: pageEN, Screen: screenEN, CLI: cliEN, Errors: errorsEN, Dates: datesEN, Schedule: scheduleEN, Pictures: picturesEN, Desk: deskEN, Keep: keepEN, Why: whyEN, Files: filesEN}
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
	NothingFound: func(what string) string { return "Nothing found: " + what },
	StillReading: func(n int) string {
		return plural(",")(n, "article is", "articles are") + " still being indexed; what is found there follows below."
	},
	NothingYet: func(n int) string {
		return "Nothing found yet; " + plural(",")(n, "article is", "articles are") + " still being indexed."
	},
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
		"save":          func(n int) string { return plural(",")(n, "page", "pages") + " saved to read later" },
		"import-marks":  func(n int) string { return plural(",")(n, "article", "articles") + " with the marks of a file" },
		"edition":       func(n int) string { return "an edition of " + plural(",")(n, "article", "articles") + " packed" },
		"save-view":     func(int) string { return "list kept under a name" },
		"rename-view":   func(int) string { return "list renamed" },
		"remove-view":   func(int) string { return "list removed" },
		"add-source":    func(n int) string { return plural(",")(n, "source", "sources") + " added" },
		"remove-source": func(n int) string { return plural(",")(n, "source", "sources") + " removed" },
		"change-source": func(n int) string { return plural(",")(n, "source", "sources") + " changed" },
	},
	Fetching:    func(host string) string { return "Fetching the page from " + host + " …" },
	Fetched:     "The page has been fetched.",
	TextCame:    func(key string) string { return "The full text is here; " + key + " shows it." },
	TextChanged: func(key string) string { return "The text has changed; " + key + " shows the new one." },
	FetchedNews: func(changes string) string {
		return "The page has been fetched; the text has changed, " + changes + " shows what."
	},
	Width:        func(n int) string { return fmt.Sprintf("The text is %d characters wide.", n) },
	OneColumn:    "One column.",
	TwoColumns:   "Two columns.",
	TooNarrow:    func(n int) string { return fmt.Sprintf("Two columns, once the window is %d wide.", n) },
	Unchanged:    "No earlier text of this article is known.",
	ChangedAt:    func(when string) string { return "Changed, seen on " + when + ":" },
	OpenFirst:    "Open the article first.",
	NotHere:      func(key string) string { return "That has been removed meanwhile; " + key + " loads the list anew." },
	SaveLabel:    "Save as: ",
	Saved:        func(name string) string { return "Saved: " + name },
	PipeHint:     "a program and its arguments; with ! in front it gets the terminal",
	PipedQuietly: func(command string) string { return command + " is done and said nothing." },

	NoLinks: "There is no link in sight.", LinkHint: "Type the letter of a link; Esc leaves.", NoWebLink: "There is no web address to open here.",
	Target: func(url, follow, open, copyKey string) string {
		return fmt.Sprintf("%s here, %s browser, %s copy: %s", follow, open, copyKey, url)
	},
	LeadsHere: "The link leads to this article.", OnlyLinked: func(key string) string {
		return "This page is in no list; " + key + " saves it to read later."
	},
	PageSaved: func(headline, undo string) string {
		return "Saved to read later: " + headline + "; " + undo + " undoes it"
	},
	SavingPage:    func(from string) string { return "Saving " + from + " …" },
	SavedNotAsked: "Saved pages are no feed; there is nothing to fetch.",
	SavePageLabel: "Save to read later: ", SavePageHint: "an address, or a file with HTML or text",
	EnterSaves:     func(from string) string { return "Enter saves " + from + " to read later." },
	Opening:        func(url string) string { return "Opening " + url },
	Copied:         func(url string) string { return "Copied: " + url },
	NoMoreSubheads: "There is no further subhead.", NoSuchLink: "No link in sight has that letter.",
	NoArticle: "There is no article here.", NothingToFold: "There is no folder to fold here.",
	NoSubheads: "This article has no subheads.", OutlineTitle: "In this article",
	NoCopies: "No other paper here has the same story.", CopiesTitle: "The same story in other papers",

	AlreadyRefreshing: "A refresh is running already.", RefreshStarts: "Asking the sources …", NothingNew: "Nothing new.",
	NothingNewYet: "Nothing new so far; the refresh is still running.",
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
	PagesLost: func(n int) string {
		if n == 1 {
			return "One page could not be had; its article has the feed's text for now."
		}
		return grouped(n, ",") + " pages could not be had; their articles have the feed's text for now."
	},
	NoProblems: "All sources work.", ProblemsTitle: "How the sources do",

	AddLabel: "Add: ", AddHint: "address of a site or feed, such as example.org",
	Looking:   func(address string) string { return "Looking for feeds at " + address + " …" },
	NoFeed:    func(address string) string { return "No feed was found at " + address + "." },
	Headlines: func(host string) string { return "No feed: follow the headlines of " + host + "?" }, FollowHint: func(accept string) string { return accept + " follow all of them" },
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
	Removed: func(title string, starred int, undo string) string {
		if starred == 0 {
			return title + " removed; " + undo + " brings it back."
		}
		return title + " removed; " + plural(",")(starred, "starred article stays", "starred articles stay") + " in Saved. " + undo + " brings it back."
	},
	StarterTitle:    "Sources to begin with",
	ImportTitle:     "Found on this machine; nothing there is changed",
	NothingToImport: "Nothing of other readers was found; depesche import FILE takes what they export.",
	ImportFile:      "a file …", ImportLabel: "File: ", ImportHint: "OPML, urls or an export, such as ~/Downloads/feeds.opml",
	TakingOver: "Taking over …",
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

	NotMarked:   func(why string) string { return "Mark not saved, and undone. " + why },
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

	StateUnread: "Unread", StateRead: "Read", StateStarred: "starred", StateChosen: "chosen", StateHit: "found", StatePending: "not saved yet",
	StatePage: "whole page kept", StatePicture: "picture kept",
	StateMinutes: func(n int) string { return plural(",")(n, "minute", "minutes") },
	StateCopies: func(n int) string {
		if n == 1 {
			return "also in another paper"
		}
		return "also in " + grouped(n, ",") + " other papers"
	},
	Folded: "folded", Unfolded: "unfolded", Failing: "fails", Shown: "shown",
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
		return key + " works " + joined(places, " and ") + ", not here."
	},
	NoShell:   "There is no shell to return to here.",
	Outermost: func(quit string) string { return "There is nothing further back; " + quit + " leaves depesche." },

	HelpTitle: "Keys", CommandsTitle: "Commands", TypeToFind: "type to find",
	ThemeTitle: "Theme", SchemeTitle: "Paper", InUse: "in use",
	Schemes:    [3]string{"as the terminal", "light", "dark"},
	SignsTitle: "Signs in the list",
	Signs: [10]string{
		"not read yet", "starred", "chosen for the next key", "highlighted by a rule", "the whole text of the page is here, also without a network",
		"with a picture", "the same story in so many other papers", "marked, but not saved yet",
		"with an audio file and how long it takes; video and other files likewise", "and it has been downloaded",
	},
	Groups:  [7]string{"Moving", "Reading", "Articles", "Sources", "Searching", "Program", "In prompts and menus"},
	Actions: actionsEN,
	Short: map[string]string{
		"open": "open", "next-unread": "next unread", "add-source": "add source", "refresh-all": "refresh", "help": "help",
		"accept": "take", "cancel": "leave", "menu-toggle": "choose", "forward": "on", "back": "back", "next-article": "next", "links": "links", "keep-page": "save",
		"refresh": "refresh", "rename-source": "rename", "move-source": "folder", "remove-source": "remove",
		"import-sources": "import", "starter-sources": "starter sources", "picture": "picture", "next-picture": "next picture", "close-picture": "back",
		"changes": "close", "why": "close", "problems": "close", // on the sheets that they open
	},
}

var pageEN = Page{
	Minutes:    func(n int) string { return fmt.Sprintf("%d min", n) },
	Updated:    func(when string) string { return "updated " + when },
	Photo:      "Photo: ",
	PhotoWords: []string{"photo", "photograph", "photography", "image", "picture", "credit", "illustration", "graphic", "©", "foto", "bild"},
	Picture:    "Picture",
	Quote:      "Quotation",
	PullQuote:  "From the text",
	Subhead:    "Subhead",
	FactBox:    "Fact box.",
	BoxEnd:     "End of the fact box.",
	Correction: "Correction",
	Links:      "Links",
	Teaser:     "Only the summary has been delivered; the whole article is on the site.",
	Paywall:    "The text ends here: the paper shows the rest to subscribers.",
	Consent:    "The site answered with a consent dialogue in place of the article.",
	Untitled:   "Without a headline",
	Empty:      "The source delivered no text for this article.",
	Fetched:    func(when string) string { return "Fetched on " + when + "." },
	Changed:    func(when string) string { return "The text has changed since you read it, on " + when + "." },
	By:         func(names []string) string { return "By " + joined(names, " and ") },
}

var keepEN = Keep{
	Title: "Let go what the settings no longer keep", Hint: "Enter on the first line lets it go for good, Esc leaves it.",
	Looking: "Looking what would go.", Tidying: "Tidying; you can read on.",
	LetGo: "Let all of this go now", LeaveAll: "Leave it", Oldest: "The oldest of them",
	Why: map[string]string{
		"days": "left their feed longer ago than keep.days", "articles": "more than keep.articles or keep.per_source",
		"size": "beyond the size in the settings", "removed": "of sources you removed a month ago",
	},
}

// actionsEN says what each action of the key table does, by its name there.
var actionsEN = map[string]string{
	"comments": "open the page of comments in the browser", "enclosure": "open the article's file: play the podcast episode or video; the downloaded one, where there is one",
	"download": "download the article's files; again: cancel", "downloads": "list running downloads, to cancel some",
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
	"fetch-page": "fetch the whole page now", "why": "how the page was taken apart, and what was left out", "save": "save to a file", "keep-page": "save this page to read later", "save-page": "save an address or a file to read later", "pipe": "give the article to a program",

	"refresh": "refresh this source or folder", "refresh-all": "refresh all sources", "add-source": "add a source", "starter-sources": "sources to begin with",
	"import-sources": "take over from another reader or a file", "rename-source": "rename the source", "move-source": "move the source to a folder",
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

var picturesEN = Pictures{
	Loading: "The picture is on its way",
	Failed:  "The picture cannot be shown",
	None:    "This article has no pictures.",
	NoText:  "The text of this article is not there yet.",
	NoPage:  func(fetch string) string { return "The feed's text has no pictures; " + fetch + " fetches the page." },
	Unable:  "This terminal shows no pictures.",
	Shown:   "Pictures are shown in the page.", Hidden: "Pictures are not shown in the page.",
	Fetching: func(done, total int) string { return fmt.Sprintf("Fetching pictures %d/%d", done, total) },
}

var deskEN = Desk{
	SavedPages: "Saved",
	CameBack: func(articles, marks, copied int) string {
		n := plural(",")
		return "The database was damaged: " + n(articles, "article", "articles") + " and " + n(marks, "mark", "marks") + " are back, " + grouped(copied, ",") + " from a copy"
	},
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
	Missing: func(n int) string { return "Missing (" + grouped(n, ",") + "):" },
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

var scheduleEN = Schedule{
	Never: "not asked yet",
	Asked: func(ago, next string) string { return "answered " + ago + maybe(next, "; ", "") },
	Failing: func(n int, ago, next string) string {
		return "failing, first " + ago + maybe(map[bool]string{true: strconv.Itoa(n) + " times in a row"}[n > 1], ", ", "") + maybe(next, "; ", "")
	},
	Ended: "ended (410), not asked any more",
	Saved: "saved pages, not fetched",
	At:    func(when string) string { return "next at " + when },
	Due:   "due now",
}

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
	{`is:unread`, `unread, read, starred, new, changed, full, teaser, paywall, muted, hidden, highlighted, packed, downloaded, episode`},
	{`has:picture`, `with a picture, an agency, the page, copies in other papers, a file (enclosure), audio, video`},
	{`after:yesterday before:2026-11-01`, `by date: days, times, or how long ago (3h, 2d, 1w)`},
	{`age:2d`, `at most so old; age:>30d: older`},
	{`minutes:3-8`, `by reading time; minutes:>10`},
}

var whyEN = Why{Parts: map[string]string{"drop": "left out", "ordered_list": "numbered list"}}

var (
	monthsEN = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	daysEN   = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
)

var datesEN = Dates{
	Date:  func(t time.Time) string { return fmt.Sprintf("%d %s %d", t.Day(), monthsEN[t.Month()-1], t.Year()) },
	Clock: func(t time.Time) string { return t.Format("15:04") },
	Stamp: func(t time.Time) string {
		return fmt.Sprintf("%d %s %d, %s", t.Day(), monthsEN[t.Month()-1], t.Year(), t.Format("15:04"))
	},
	Day: func(t, now time.Time) string {
		return day(t, now, "Today", "Yesterday", "%s, %d %s", daysEN[:], monthsEN[:])
	},
	Age:    func(t, now time.Time) string { return age(t, now, "now", "m", "h", "d", "w", "y") },
	Ago:    agoEN,
	Number: func(n int) string { return grouped(n, ",") },
	Bytes:  func(n int64) string { return bytes(n, ".") },
	Plural: plural(","),
}

func agoEN(t, now time.Time) string {
	n, unit := span(now.Sub(t))
	if n == 0 {
		return "just now"
	}
	return plural(",")(n, [...]string{"minute", "hour", "day", "month", "year"}[unit], [...]string{"minutes", "hours", "days", "months", "years"}[unit]) + " ago"
}

var cliEN = CLI{
	Queries: queriesEN,
	Short:   "A newspaper reader for the terminal",
	Long: `depesche fetches the feeds you subscribe to, keeps their articles for reading offline, and sets them as a newspaper does: kicker, headline, standfirst, pictures with caption and credit, the agency under the text.

Without a verb it opens the reader; where the output is no terminal it lists the articles. Every verb works on its own in scripts: records come a line each, fields parted by tabs, or as JSON Lines with --json.`,
	Example: `# read
depesche
# subscribe; a site's address will do
depesche add https://www.example.org
# fetch what is new, then list what is unread
depesche refresh
depesche list --unread
# read one article here, or take any page apart
depesche show k3v9
depesche extract --json https://www.example.org/article.html`,
	Help: Help{Read: "reading", Sources: "sources", Script: "for scripts", Self: "depesche itself"},

	Verbs: Verbs{
		List: Verb{
			"List articles, newest first",
			"Lists the cached articles. On a pipe a line holds id, date, state, source, headline and address, parted by tabs. A query narrows the list; depesche man explains its language.",
			"depesche list --unread\ndepesche list --source Lindenau -n 20\ndepesche list agency:dpa after:3d\ndepesche list --json is:starred | jq .headline",
		},
		Show: Verb{
			"Show an article as a page",
			"Sets one article as a page: plain text on a pipe. The beginning of its id is enough where no other begins so. Of an address it shows the article from there, else the page itself, which is kept for the next time.\n\nA name that ends in .txt, .html or .md, or has a slash in it, is a file: its article is shown and not saved. Any other name is an id first, and a file only where no id begins so. Nothing is marked as read.",
			"depesche show k3v9\ndepesche show https://lindenau.example/article\ndepesche show k3v9 --width 60 | lpr\ndepesche show k3v9 --json\ndepesche show page.html",
		},
		Search: Verb{
			"Search the full text, best hits first",
			"Searches headlines, texts, captions and names. Umlauts are found however they are written. Each hit comes with the place where it stands.",
			"depesche search Haushalt\ndepesche search '\"zweite Lesung\" -Sport after:2026-01-01'",
		},
		Mark: Verb{
			"Mark articles read, starred or hidden, or not",
			"Marks articles by id, by a query, or by the ids in the first field of each line of standard input (-). What is hidden is in no list any more; is:hidden finds it. Every marking can be undone.",
			"depesche mark star k3v9\ndepesche mark read source:Lindenau age:7d\ndepesche search Wetter | depesche mark read -\ndepesche mark unhide is:hidden",
		},
		Save: Verb{
			"Save a page or a text to read it later",
			"Puts a page among the articles: starred and unread, with its text, in the source Saved. It takes addresses, files with HTML or an article as plain text, and standard input (-). Each is answered with a line as list writes it, its id first.\n\nWhat is saved twice is one article, which is starred and unread again. An address is known again in any spelling; an article that one of your sources has brought is saved where it stands and stays when that source is removed. A file is known by what it holds, not by its name, and by its address: the one given with --url, else the one that the page gives itself.\n\nSaved articles stay until their star is taken away. depesche undo undoes it.",
			"depesche save https://www.example.org/page.html\ndepesche save page.html notes.txt\npdftotext paper.pdf - | depesche save - --url https://www.example.org/paper.pdf\ndepesche list source:saved",
		},
		Undo: Verb{
			"Take the last change back",
			"Takes back what was last marked, removed, added or moved, here or in the reader, also after a restart. Once more takes back the one before; a number takes back so many.",
			"depesche undo\ndepesche undo --list\ndepesche undo 3",
		},
		Redo: Verb{"Do again what was undone", "", "depesche redo"},

		Refresh: Verb{
			"Fetch what is new",
			"Asks the sources for new articles: all, or those named by id, address or name. A line for each answer: id, name, new articles, changed articles. What failed is said on standard error; the exit code is 1 only when no source has answered.",
			"depesche refresh\ndepesche refresh --due --quiet   # from a timer\ndepesche refresh Lindenau",
		},
		Sources: Verb{
			"List the sources",
			"A line for each source: id, name, folder, unread, all, address, and what went wrong with it last.",
			"depesche sources\ndepesche sources --failing",
		},
		Add: Verb{
			"Subscribe to a feed, or to the feed of a site",
			"Asks the address; where it is a page, the feeds it names are listed and the first is taken. An address that is subscribed to already gets the --title or --folder given. --watch follows the headlines of a page that has no feed: the list of links there that is repeated in one shape; depesche preview --watch shows it first.",
			"depesche add example.org\ndepesche add --watch https://example.org/news\ndepesche add https://example.org/feed --folder News/Local --title Lindenau\ndepesche add example.org --all",
		},
		Remove: Verb{
			"Unsubscribe",
			"Removes sources, named by id, address or name, with their articles. depesche undo brings them back.",
			"depesche remove Lindenau",
		},
		Import: Verb{
			"Take over from another reader: sources, articles, what was read and starred",
			`Without a name: lists what newsboat, newsraft, nom and others have left on this machine, with the number of sources, articles, read and starred ones. With the name of one of them, or its folder: takes over its list and its articles.

A FILE is taken for what stands in it: a list of sources (OPML, newsboat's urls, newsraft's feeds, nom's config.yml), a database (newsboat's cache.db, newsraft's newsraft.sqlite3, nom's nom.db), an export in JSON (Miniflux's entries, FreshRSS, Google Reader and all who answer as it did), or what depesche export wrote as JSON Lines.

Read and starred articles stay so, also when the feed brings them again. An article with flags in newsboat is starred and tagged newsboat-a, newsboat-b and so on; newsraft's important ones and nom's favourites are starred; labels become tags. What was deleted there does not come again. What is here already stays as it is and gets these marks besides. A second time nothing is added.

Nothing there is changed: a database is read in a copy. depesche undo takes the whole import back.`,
			"depesche import\ndepesche import newsboat\ndepesche import ~/.newsboat --dry-run\ndepesche import feeds.opml\ndepesche import starred.json",
		},
		Export: Verb{
			"Write sources or articles: OPML, JSON Lines, EPUB, HTML, Markdown, text",
			"Without a query it writes the sources as OPML; with one, articles, as JSON Lines unless --format or the file's ending says otherwise. JSON Lines hold the articles with all that is kept of them, marks and tags too; depesche import takes them back. An EPUB holds the pictures that are in the cache. A file that is there is not overwritten.",
			"depesche export > feeds.opml\ndepesche export --format jsonl -o all.jsonl\ndepesche export tag:Klima -o klima.epub\ndepesche export --format markdown is:starred",
		},
		Extract: Verb{
			"Take a page apart into headline, text, pictures, credits",
			"Reads one page, HTML or an article as plain text, from a file, an address or standard input (-), and prints it as a page or, with --json, as an object.\n\nWith --why it accounts for the page instead, a line a decision: what a part was taken as (\"drop\": left out), on which evidence and how much that weighed, where it stands, how it begins.\n\nWith --lines it reads a JSON object {\"id\", \"url\", \"path\"} a line and answers each with a line {\"id\", \"elapsed_us\", ...article}, or with \"error\", as soon as it is ready.",
			"depesche extract page.html --url https://www.example.org/page.html --json\ndepesche extract https://www.example.org/page.html\ndepesche extract --why page.html\ndepesche extract --lines < jobs.jsonl",
		},
		Preview: Verb{
			"Show what a feed holds, before subscribing",
			"Reads one feed from an address, a file or standard input (-) and lists its entries.\n\nWith --lines it reads a JSON object {\"id\", \"path\", \"url\", \"headers\", \"kind\"} a line, kind being feed or opml and path the body as received, and answers each with a line {\"id\", \"error\", \"feed\", \"entries\"} or {\"id\", \"error\", \"opml\"}.",
			"depesche preview example.org/feed\ndepesche preview --json feed.xml\ndepesche preview --lines < jobs.jsonl",
		},

		Doctor: Verb{
			"Check settings, data folder, database and terminal",
			"Looks at everything depesche stands on and says what is wrong. Nothing is changed without --repair, nothing is fetched without --network.",
			"depesche doctor\ndepesche doctor --network",
		},
		Restore: Verb{
			"List the copies of the database, or take one back",
			"Without an argument it lists the copies that depesche has made of its database, newest first: name, time, kind, sources, articles, marks, size, file. Kinds: daily; older, from before an update changed the database; replaced, what a restored copy took the place of; damaged, what could not be read. With a name, or the beginning of one, that copy becomes the database. What stood there is kept and listed as replaced, so a restore can be undone by another one. A reader that is open elsewhere has to be quit first.",
			"depesche restore\ndepesche restore 2026-11-23",
		},
		Tidy: Verb{
			"Let go what the settings no longer keep",
			"Lets articles and pictures go that are beyond [keep] in the settings, and gives their room back to the disk. It happens by itself after a refresh and while the reader is open; this does it now, with the settings as they are. A line for each article that goes: why, id, date, source, headline. What is starred or tagged, was set back to unread, is kept by a rule or packed in the edition stays, and what a feed still holds.",
			"depesche tidy --dry-run\ndepesche tidy\ndepesche tidy --dry-run --json | jq -r .why | sort | uniq -c",
		},
		Config: Verb{
			"Show the settings",
			"Prints the settings that hold, as a config.toml.",
			"depesche config\ndepesche config --init   # write an explained config.toml, if there is none",
		},
		Keys: Verb{"List the keys of the reader", "A line for each action: its name in config.toml, its keys, where it works, what it does.", "depesche keys\ndepesche keys --preset vim"},
		Log:  Verb{"Say where the log is, or show its end", "", "depesche log\ndepesche log -n 50"},
		Man:  Verb{"Print the manual page", "", "depesche man | man -l -"},
		Completion: Verb{
			"Print completions for a shell",
			"",
			"depesche completion bash > ~/.local/share/bash-completion/completions/depesche\ndepesche completion zsh > ~/.zfunc/_depesche\ndepesche completion fish > ~/.config/fish/completions/depesche.fish",
		},
		Version: Verb{"Print the version", "", "depesche version --json"},
		Help:    Verb{"Explain a verb", "", "depesche help extract"},
	},

	Flags: Flags{
		Version: "print the version", Data: "folder of the database and the pictures", Config: "file of the settings", Help: "explain this", Accessible: "a linear screen for ears and braille: states in words, no frames", Pictures: "how pictures are drawn, as screen.pictures says",
		JSON: "print JSON, an object a line", Unread: "only unread", Starred: "only starred", Source: "only of this source: id, address or name",
		InFolder: "only of sources in this folder: News/Local", Oldest: "oldest first", Limit: "at most so many; 0: all",
		Newest: "newest first, instead of best first", Text: "which text: best, feed, page", Full: "fetch the page now",
		Width: "columns of text; 0: as set", Failing: "only those that fail or have ended", Due: "only sources whose time has come",
		Quiet: "say only what failed", Title: "your own name for it", Folder: "put it into this folder: News/Local", All: "take all feeds that are offered",
		Choose: "take this one of the feeds that are offered", Watch: "follow the headlines of a page that has no feed", Unchecked: "subscribe without asking the address; for use offline",
		NoRefresh: "do not fetch the articles yet", DryRun: "only say what would be added", WouldGo: "only say what would go, and why", Output: "write to this new file",
		History: "list the changes, newest first", URL: "the address that the page or feed came from", Why: "tell what was taken as what, and what was left out, on which evidence", Lines: "read jobs from standard input, a JSON object a line",
		Workers: "how many at a time with --lines", Path: "print where the file is", Example: "print an explained config.toml",
		Init: "write that as the settings, if there are none", Preset: "keys of a preset: depesche, newsboat, vim, less, emacs", Tail: "show so many lines of its end",
		Network: "ask every source whether it answers", Repair: "mend what can be mended",
	},

	NoScreen: func(term string) string {
		return "a terminal of the kind " + term + " has no screen to read on: this is the list; depesche show ID prints an article."
	},
	TryHelp: "depesche help explains the verbs and their flags.",
	NoVerb: func(name, near string) string {
		return "There is no verb " + quote(name) + maybe(near, "; the nearest is ", "") + "."
	},
	TooFew:    func(use string) string { return "Something is missing; it is used as: " + use },
	TooMany:   func(extra, use string) string { return quote(extra) + " is too much; it is used as: " + use },
	NoFlag:    func(name string) string { return "There is no flag " + name + " here." },
	FlagNeeds: func(name string) string { return "The flag " + name + " needs a value." },
	FlagBad: func(name, value, want string) string {
		return "The flag " + name + " cannot be " + quote(value) + maybe(want, "; it takes ", "") + "."
	},
	NoMark: func(name string) string {
		return quote(name) + " is no mark: read, unread, star, unstar, hide or unhide."
	},
	NoShell: func(name string) string {
		return quote(name) + " is no shell known here: bash, zsh, fish or powershell."
	},
	LinesAlone: "With --lines the jobs come from standard input; a file cannot be named as well.",
	OneAddress: "--url belongs to one file; save the others by themselves.",
	WhyOnePage: "--why gives an account of one page: it does not go with --lines.",
	BadLine:    func(why string) string { return "The line is no job in JSON (" + why + ")." },
	Ambiguous:  func(name, which string) string { return quote(name) + " may be any of these: " + which + "." },
	OnlyFeeds:  func(n int) string { return fmt.Sprintf("There are only %d feeds to choose from.", n) },
	NotSearched: func(n int) string {
		return plural(",")(n, "article was", "articles were") + " not searched: not in the search index yet"
	},
	Offers:       func(n int) string { return fmt.Sprintf("The page names %d feeds (--choose, --all):", n) },
	NoPassword:   "The password is not kept with the address, where lists and logs would tell it: config.toml has a place for it, see [[source]].",
	AlreadyThere: func(title string) string { return quote(title) + " is subscribed to already." },
	CanUndo:      "depesche undo takes this back.",
	StarredStay: func(title string, starred int) string {
		return title + ": " + plural(",")(starred, "starred article stays", "starred articles stay") + " in the source Saved."
	},
	Asked:   func(done, total int) string { return fmt.Sprintf("%d of %d sources", done, total) },
	Fetched: func(done, total int) string { return fmt.Sprintf("%d of %d pages", done, total) },
	Imported: func(added, known int) string {
		s := plural(",")(added, "source", "sources") + " added"
		if known > 0 {
			s += fmt.Sprintf(", %d already there", known)
		}
		return s + "."
	},
	Skipped: map[string]string{
		"exec": "it runs a program", "filter": "it filters through a program", "query": "it is a query over other feeds", "address": "it is no web address", "include": "it is another list", "many": "there are too many of them",
		"quotes": "quotation marks or brackets are not escaped", "unclosed": "</outline> is missing", "surplus": "one </outline> too many", "cut": "the list breaks off", "head": "the beginning is damaged",
	},
	Mended: func(line int, what string) string {
		return fmt.Sprintf("Line %d: %s; what could be read was taken.", line, what)
	},
	LeftOut: func(line int, text, why string) string {
		return fmt.Sprintf("Line %d was left out, because %s: %s", line, why, text)
	},
	FileTooBig: func(p string, mb int) string { return fmt.Sprintf("%s is bigger than %d MB.", p, mb) },
	DumpByVerb: func(path string) string {
		return path + " was written by depesche itself; depesche import takes it in."
	},
	NothingToImport: func(path string) string {
		return "There is no feed in " + path + ": OPML, a newsboat urls file or nom's config.yml is needed."
	},
	WithoutSource: func(n int) string {
		return plural(",")(n, "article was", "articles were") + " left out: the feed has no web address, or is not subscribed to any more."
	},
	NoOtherReader: "Nothing of another reader was found; name a file: depesche import FILE.",
	NotThere:      "not there; the defaults hold",
	NoUTF8:        "the locale is not UTF-8; letters beyond ASCII may look wrong",
	NoTerminal:    "the output is no terminal",
	Tidied: func(articles, pictures int, freed string) string {
		if articles+pictures == 0 {
			return "Nothing has to go."
		}
		say := "Let go: " + plural(",")(articles, "article", "articles")
		if pictures > 0 {
			say += ", " + plural(",")(pictures, "picture", "pictures")
		}
		say += "."
		if freed != "" {
			say += " The disk has " + freed + " back."
		}
		return say
	},
	WouldGo: func(articles, pictures int, bytes string) string {
		if articles+pictures == 0 {
			return "Nothing has to go."
		}
		say := "Would go: " + plural(",")(articles, "article", "articles")
		if pictures > 0 {
			say += ", " + plural(",")(pictures, "picture", "pictures") + " (" + bytes + ")"
		}
		return say + "."
	},
	StricterFrom: func(when string) string {
		return "The settings are stricter than they were: by themselves they hold from " + when + "."
	},
	CopyKinds: map[string]string{"daily": "daily", "older": "older", "replaced": "replaced", "damaged": "damaged"},
	NoCopies:  "There are no copies yet: depesche makes one a day.",
	Restored: func(copy string, sources, articles, marks int, kept string) string {
		n := plural(",")
		said := "Back to the copy of " + copy + ": " + n(sources, "source", "sources") + ", " + n(articles, "article", "articles") + ", " + n(marks, "mark", "marks") + "."
		if kept != "" {
			said += " The database as it was is kept: depesche restore " + kept + " undoes this."
		}
		return said
	},
	WhatToDo: map[string]string{
		"integrity": "Quit depesche, then run depesche doctor --repair: the next start saves what can be read, and takes the rest from the newest copy.",
		"tables":    "Run depesche doctor --repair, which makes them anew, empty; depesche restore lists copies that may have what stood in them.",
		"texts":     "They are kept. If you have an older copy of the data folder, put its depesche.db into the folder copies as depesche-old.db: its dictionary is found there.",
	},
	Holds: func(sources, articles, pages, pictures, size string) string {
		return fmt.Sprintf("%s sources, %s articles, %s pages, %s pictures, %s", sources, articles, pages, pictures, size)
	},

	ConfigHead: "The settings of depesche. Each stands here with its default, what it takes,\nand an example; take the \"# \" away to change one.",
	Settings: map[string]string{
		"language":            "Language of depesche itself. auto: as LC_ALL, LC_MESSAGES or LANG say.",
		"browser":             "Program that opens links, with its arguments; the address is added as the\nlast one. Empty: the system's.",
		"screen.theme":        "Colours; each has a light and a dark half.",
		"screen.background":   "Which half. auto: as the terminal answers.",
		"screen.width":        "Columns of text on a page, at most.",
		"screen.hyphenate":    "Divide words. auto: where a line would stay too short.",
		"screen.columns":      "Columns of text side by side, where the window is at least 160 wide; pages are\nthen turned, not scrolled.",
		"screen.justify":      "Even right edge.",
		"screen.unread":       "Begin with what is unread.",
		"screen.preview":      "The page beside the list follows the cursor.",
		"screen.accessible":   "A linear screen for ears and braille: one part at a time, states in words, no\nframes, the cursor on the line. Also --accessible.",
		"screen.mouse":        "The wheel scrolls, a click selects. Off: the terminal selects text.",
		"screen.pictures":     "How pictures are drawn. auto: as well as the terminal can; kitty: Kitty's\ngraphics; half: half blocks; sixel, iterm: in the page half blocks, alone on\nthe screen these; off: not in the page. --pictures says it for once.",
		"refresh.at_start":    "Fetch what is new when the reader opens.",
		"refresh.interval":    "Fetch again after this time while the reader is open. 0: only by key.\nNo source is asked more often than this, nor more often than every ten minutes.",
		"refresh.full_text":   "Fetch the pages behind the feeds, so that whole articles can be read offline.",
		"refresh.pictures":    "When pictures are fetched. ahead: behind new articles and when one is opened;\nopen: only when an article is opened; demand: only when you ask for them.",
		"refresh.picture_day": "At most so much is fetched ahead of pictures, in a day.",
		"refresh.connections": "Connections at a time, in all.",
		"refresh.per_host":    "Connections at a time to one host.",
		"refresh.timeout":     "How long a server may think before it answers.",
		"refresh.max_size":    "The biggest answer that is taken.",
		"network.proxy":       "The proxy for everything, but for your own network; with socks5h it looks names up, too.\n\"\": as HTTP_PROXY and HTTPS_PROXY say; direct: none.",
		"keep.days":           "Days that an article stays after it has left its feed. 0: for ever. Whatever is said\nhere, what a feed still holds stays, and what you want to have: what is starred or\ntagged, was set back to unread, is kept by a rule or packed in the edition.\nA stricter setting holds by itself after a week; depesche tidy does it at once, and\ndepesche tidy --dry-run says what would go and why.",
		"keep.articles":       "Articles that stay in all, the newest. 0: any number.",
		"keep.per_source":     "Articles that stay of each source, the newest. 0: any number.",
		"keep.size":           "Room on the disk for texts and pictures, without the daily copies. 0: any. Beyond it\nthe oldest pictures go first, then the oldest texts.",
		"keep.pictures":       "Room for pictures. 0: any. The oldest go; they can be fetched again.",
		"download.folder":     "Folder that files of articles (podcasts, videos) are downloaded into. \"\": the folder\ndownloads in the data folder.",
		"download.max_size":   "Largest file to download. 0: any size.",
		"keys.preset":         "Whose keys to follow; depesche keys --preset shows them.",
		"keys.bind":           "Your own keys: action = key or keys, which replace the preset's. Several\nactions in one string run one after the other. depesche keys lists the names.",
		"commands":            "Your own programs, by name, that an article is given to: |, the palette, or a key for\nrun-NAME in [keys.bind]. Never through a shell; {url}, {headline}, {source} and {id} in\nthe arguments stand for the article's.",
		"open":                "What opens an address in place of the browser, by a pattern of the address without\nhttps:// or of its last part; the first that fits. For files of articles (e) also by a\npattern of their name on the disk, or of their type: \"audio/*\".",
		"views":               "Queries that stand with the sources, by name.",
		"site":                "Your own rules for taking the pages of a site apart, as CSS selectors, by host (its\nsubdomains are meant too): what is part of the text whatever it looks like, what is\nnot, where the article ends. fetch-page reads the open article anew.",
		"source": `How single sources are asked: a table for each. It holds for the feed at url and for
what else is at the same host, articles behind a login for one; nothing of it is sent to another host.
Secrets do not stand here: a program prints them, or a variable of the environment holds them.
exec = ["program", ...] in place of url is a source that a program makes (with title and
folder); filter is a program that a feed goes through. No shell reads them, and they come
from nowhere but this file. keep says how much stays of this feed alone, in place of what
[keep] says; size is that of its texts.
interval is the time between two fetches by schedule, without it quiet sources are fetched less
often; proxy, full_text and pictures hold in place of [network] and [refresh]. The articles of the
source take its proxy, too; pictures on other hosts take the one for all. pictures = false: only when
you ask for them.`,
	},
	Man: manEN,
}

var manEN = Man{
	Name: "name", Synopsis: "synopsis", Description: "description", Verbs: "verbs", Flags: "flags for every verb",
	Query: "queries", Keys: "keys", Settings: "settings", Environment: "environment", Files: "files", Exit: "exit status", Examples: "examples",
	QueryText: `list, search and mark take the same language, as does the reader. Words must all occur; their order does not matter. What is quoted must occur as it stands; a word that ends in * stands for its beginning. -word excludes, or joins, brackets group.

Fields narrow further:

  source:NAME  agency:CODE  section:NAME  author:NAME  lang:CODE
  kicker:WORD  caption:WORD
  is:unread  is:read  is:starred  is:new  is:changed  is:full  is:teaser
  is:muted  is:hidden  is:highlighted  is:packed  tag:NAME
  is:episode  is:downloaded
  has:picture  has:tag  has:enclosure  has:audio  has:video
  after:DATE  before:DATE  age:3d  minutes:10
  /regular expression/   on headlines

Dates are written 2026-11-23, today, yesterday, or as an age: 12h, 3d, 2w.`,
	KeysText:     "These are the keys of the preset depesche. In the reader, ? shows those that hold.",
	SettingsText: "The settings are read from config.toml; depesche config --init writes one that explains itself. A setting that does not exist is an error that names its line.",
	Variables: []Term{
		{"XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "where settings, data and log are kept"},
		{"LC_ALL, LC_MESSAGES, LANG", "the language, and whether the terminal shows UTF-8"},
		{"NO_COLOR", "no colours, if set to anything"},
		{"TERM", "dumb: no colours, no line that redraws itself"},
		{"HTTP_PROXY, HTTPS_PROXY, NO_PROXY", "the proxy to fetch through"},
	},
	Paths: []Term{
		{"~/.config/depesche/config.toml", "the settings"},
		{"~/.local/share/depesche/", "the database and the pictures"},
		{"~/.local/state/depesche/depesche.log", "the log; it holds no text of articles"},
	},
	Codes: []Term{
		{"0", "it worked"},
		{"1", "something failed; standard error says what"},
		{"2", "the command line, a query or the settings are wrong"},
		{"129, 130, 131, 143", "ended by a signal: 128 and its number, of HUP, INT, QUIT, TERM"},
	},
}

var errorsEN = Errors{
	Reported: func(path string) string {
		return "depesche has a defect here. The report is in " + path + "; sending it in helps."
	},
	Internal:    "depesche has a defect here; the log says more, and a report is welcome.",
	Interrupted: "Interrupted; what was already there is kept.",
	Unstored: func(n int, why string) string {
		return plural(",")(n, "mark was", "marks were") + " not saved. " + why
	},
	TimedOut: "That took too long: try again later.",

	Net: map[string]func(string) string{
		"failed":       func(h string) string { return h + " could not be reached: try again later." },
		"no such host": func(h string) string { return h + " was not found: check the spelling and the network connection." },
		"connection refused": func(h string) string {
			return "Nothing answers at " + h + ": the server is down, or the port is wrong."
		},
		"network unreachable":  func(h string) string { return "There is no way to " + h + ": check the network connection." },
		"timed out":            func(h string) string { return h + " did not answer in time: try again later." },
		"the connection broke": func(h string) string { return "The connection to " + h + " broke off: try again later." },
		"the certificate has expired": func(h string) string {
			return "The certificate of " + h + " has expired, so nothing was fetched: check this machine's clock, or wait until the site has renewed it."
		},
		"the certificate is for another host": func(h string) string {
			return "The certificate of " + h + " belongs to another host, so nothing was fetched: check the address."
		},
		"the certificate is not signed by anybody known": func(h string) string {
			return "The certificate of " + h + " is signed by nobody known, so nothing was fetched: add its authority to the system if you trust it."
		},
		"no secure connection": func(h string) string {
			return "There is no secure connection to " + h + ": the address may have to begin with http://."
		},
		"the answer is malformed": func(h string) string { return h + " sent an answer that breaks the rules of HTTP: try again later." },
		"the answer cannot be unpacked": func(h string) string {
			return h + " sent an answer that cannot be unpacked: try again later."
		},
		"the proxy does not work": func(string) string {
			return "The proxy does not work: check proxy in config.toml, and HTTP_PROXY and HTTPS_PROXY."
		},
	},
	Status: func(code int, h string) string {
		return fmt.Sprintf("%s answered %d: check the address in a browser.", h, code)
	},
	Forbidden: func(code int, h string) string {
		if code == 403 {
			return h + " refused access (403): it may require a login, or keep programs out; another user_agent in config.toml under [[source]] may help."
		}
		return fmt.Sprintf("%s refused access (%d): open it in a browser to see what it asks for.", h, code)
	},
	Login: func(h string) string {
		return h + " asks for a login (401): give user and password in config.toml under [[source]]."
	},
	LoginPage: func(h string) string {
		return h + " asks for a login: log in with a browser and give its cookie in config.toml under [[source]]."
	},
	Challenge: func(h string) string {
		return h + " puts a test for bots in front of its pages: open it in a browser, or set another user_agent in config.toml under [[source]]."
	},
	NotThere: func(code int, a string) string {
		return fmt.Sprintf("There is nothing at %s (%d): check the address.", a, code)
	},
	Gone: func(a string) string {
		return a + " has ended for good (410): remove the source, or look for its successor."
	},
	TooMany: func(h, w string) string {
		if w == "" {
			return h + " asks not to be asked so often: try again later."
		}
		return h + " asks not to be asked for another " + w + "."
	},
	ServerFault: func(code int, h string) string {
		return fmt.Sprintf("%s has trouble of its own (%d): try again later.", h, code)
	},
	Private: func(a string) string {
		return subject(a, "That address") + " lies in a private network; only a source that you add there yourself may lead to it."
	},
	TooBig: func(a string) string {
		return subject(a, "The answer") + " is bigger than refresh.max_size allows."
	},
	Scheme: func(a string) string {
		return subject(a, "That") + " is no web address: only http:// and https:// are fetched."
	},
	Address: func(a string) string {
		return subject(a, "That") + " is no web address: it has to look like https://host/path."
	},
	Redirects: func(a string) string {
		return subject(a, "The address") + " leads round in circles: check it in a browser."
	},
	Wait: func(until string) string { return "The server asked to be left alone until " + until + "." },

	NotFeed: func(is string) string {
		return "This is no feed but " + is + ": give the address of an RSS, Atom or JSON feed, or of a site that names one."
	},
	NotFeedOffers: func(is, a string) string { return "This is no feed but " + is + "; its feed is " + a + "." },
	Is: map[string]string{
		"html": "a web page", "json": "JSON of another kind", "opml": "a list of subscriptions (use depesche import)",
		"sitemap": "a sitemap", "xml": "XML of another kind", "text": "plain text", "pdf": "a PDF document",
		"picture": "a picture", "archive": "compressed data", "data": "binary data", "empty": "nothing at all",
	},
	BrokenFeed: func(p string) string { return "The feed is broken (" + p + "); what could be read of it was read." },
	Problems: map[string]string{
		"it is cut short": "it is cut short", "an entry has no end": "an entry has no end", "an end tag is missing": "an end tag is missing",
		"a CDATA section has no end": "a CDATA section has no end", "there is text in front of it": "there is text in front of it",
		"a text is too long": "a text is too long",
	},
	EmptyFeed:   "There is nothing in it: neither a feed nor a page, not one byte of text.",
	NoHeadlines: "The page has no list of linked headlines that could be followed: it may be an article, or need a browser to build itself.",
	NoEntries:   "The feed holds no articles at the moment; what was there before is kept.",
	BrokeOff:    "The feed broke off in transit; the articles that arrived whole were taken, the others follow with the next fetch.",
	ManyEntries: func(taken, of int) string {
		return grouped(taken, ",") + " of " + grouped(of, ",") + " entries taken, the newest."
	},
	TooBigFeed: func(taken int) string {
		return "The feed is bigger than refresh.max_size allows; its first " + grouped(taken, ",") + " articles were taken."
	},
	NoFeed: func(a, is string) string {
		return "No feed was found at " + a + maybe(is, " (it is ", ")") + ": look for its address on the site."
	},
	NotList:    "This is no list of sources (OPML): export one from the other program.",
	NotURLs:    "This is no list of addresses, one a line.",
	BrokenList: "The list is damaged: it is cut short, or its tags do not match; what could be read was read.",
	Heritage: map[string]func(string) string{
		"unknown": func(p string) string {
			return p + " is of no program known here: depesche help import lists those that are."
		},
		"damaged": func(p string) string {
			return p + " is damaged or cut off, and nothing of it was taken over: repair it with its own program, or take a copy."
		},
		"busy": func(p string) string {
			return p + " is being written just now: quit the program it belongs to, and try again."
		},
		"big":  func(p string) string { return p + " is bigger than what is taken over: 1 GB, of JSON 256 MB." },
		"many": func(p string) string { return p + " holds more than the 500,000 articles that are taken over." },
		"slow": func(p string) string {
			return p + " cannot be read in three minutes and may be forged; nothing of it was taken over."
		},
		"no-place": func(p string) string {
			return "There is no place for the copy in which " + p + " is read: make room on the disk of depesche's data, or name another folder with --data."
		},
		"packed": func(p string) string { return p + " is an archive: unpack it, and import the files in it." },
		"none":   func(p string) string { return p + " names no feed with a web address." },
	},
	NoArticle:   "No article was found on the page: it may be a front page, or need a browser to build itself.",
	NoPage:      "This article has no page of its own: the feed's text is all there is.",
	NotPicture:  "The picture is none that can be shown.",
	OnlyConsent: "The site answered with a consent dialogue in place of the article.",
	OnlyPaywall: "The site shows this article to subscribers only.",

	NotFound:      "There is no such article or source here: depesche list and depesche sources show what there is.",
	NothingToUndo: "There is nothing left to undo or redo.",
	Ended:         "The source has ended for good (410): remove it, or look for its successor.",
	Ambiguous:     "Several articles have an id that begins so: give more of it.",
	Taken:         "Another source has this address already.",
	Kept:          "This source stands in the settings (config.toml, [[source]]): take it out there.",
	Program: map[string]func(string, string) string{
		"not started": func(n, _ string) string {
			return subject(n, "The program") + " cannot be started: check its path and rights."
		},
		"failed": func(n, said string) string {
			return "The program " + n + " failed" + maybe(said, " (", ")") + ": try it by hand."
		},
		"timed out": func(n, _ string) string { return "The program " + n + " took too long and was ended." },
		"too much":  func(n, _ string) string { return "The program " + n + " gives more than refresh.max_size allows." },
	},
	NoProgram:  "The settings do not name the program any more that made this source.",
	NoVariable: func(n string) string { return "The variable " + n + " that config.toml names for a secret is not set." },
	Closed:     "The cache was closed in the middle of it; nothing was lost.",
	Index:      "The search index is damaged: the next refresh makes it anew, and so does depesche doctor --repair.",
	StoredText: "The stored text of this article cannot be read. It is kept; depesche doctor says what is wrong.",
	ReadOnly: func(p string) string {
		return "The data folder" + paren(p) + " cannot be written: check its rights, or give another one with --data."
	},
	Full: func(p string) string {
		return "There is no space left on the disk" + paren(p) + ": make room and try again; nothing was lost."
	},
	Busy: func(p string) string {
		return "Another program holds the database" + paren(p) + ": close it or wait, then try again."
	},
	Storage: func(p, why string) string {
		return "The data folder " + p + " cannot be used (" + why + "): check it, or give another one with --data."
	},
	Damaged: func(p, why string) string {
		return "The database " + p + " is damaged (" + why + ") and was left as it is: depesche doctor --repair saves what can be read."
	},
	Defect: func(while, report string) string {
		return "depesche has a defect at " + while + "; the rest went on. The report is " + report + ": please send it in."
	},
	Recovered: func(r Recovery) string {
		said := "The database " + r.Path + " was damaged and is kept as " + r.Moved + "."
		if r.Lost {
			said = "The database " + r.Path + " was missing or empty."
		}
		n := plural(",")
		if r.Sources+r.Articles == 0 {
			return said + " Nothing of it could be read" + maybe(r.Copy, "; there is a copy of ", "") + ": depesche restore lists the copies."
		}
		said += " Back are " + n(r.Sources, "source", "sources") + ", " + n(r.Articles, "article", "articles") + " and " + n(r.Marks, "mark", "marks")
		switch {
		case r.Lost:
			said += ", from the copy of " + r.Copy + "; what came later is lost"
		case r.FromCopy > 0:
			said += ", " + grouped(r.FromCopy, ",") + " of them only in the copy of " + r.Copy
		}
		return said + "."
	},
	NoCopy: func(id string, several bool) string {
		if several {
			return "Several copies begin with " + quote(id) + ": depesche restore lists all."
		}
		return "There is no copy " + quote(id) + ": depesche restore lists all."
	},
	OpenElsewhere: func(p string) string {
		return "Another depesche has the database " + p + " open: quit it, then try again. Nothing was changed."
	},
	Newer: func(p string) string {
		return "The database " + p + " was written by a newer depesche and was left as it is: update this one, or give another folder with --data."
	},

	Query: map[string]func(string, string) string{
		"unclosed-quote":   func(string, string) string { return `a closing " is missing` },
		"unclosed-bracket": func(string, string) string { return "a closing bracket is missing" },
		"closing-bracket":  func(string, string) string { return "there is a closing bracket too many" },
		"unknown-field": func(s, near string) string {
			return "there is no field " + quote(s) + maybe(near, "; the nearest is ", "")
		},
		"unknown-value": func(s, near string) string {
			return quote(s) + " is not known here" + maybe(near, "; the nearest is ", "")
		},
		"not-a-time":   func(s, _ string) string { return quote(s) + " is no time: write 2026-11-23, today, 3d or 12h" },
		"not-a-number": func(s, _ string) string { return quote(s) + " is no number" },
		"bad-regexp":   func(s, _ string) string { return quote(s) + " is no regular expression" },
		"no-group": func(_, field string) string {
			return "behind " + quote(field) + " stands one value and no bracket: (" + field + "… or " + field + "…)"
		},
		"empty-value":     func(s, _ string) string { return "nothing stands behind " + quote(s) },
		"missing-operand": func(s, _ string) string { return "nothing follows " + quote(s) },
		"too-long":        func(string, string) string { return "the query is too long" },
	},
	QueryAt: func(pos int, what string) string {
		return fmt.Sprintf("The query is wrong at character %d: %s.", pos, what)
	},
	UnknownIn: func(f string, line int, key, near string) string {
		return fmt.Sprintf("%s, line %d: there is no setting %s%s.", f, line, key, maybe(near, "; the nearest is ", ""))
	},
	BadValue: func(f string, line int, key, v, want string) string {
		return fmt.Sprintf("%s, line %d: %s cannot be %s; it takes %s.", f, line, key, v, want)
	},
	Syntax: func(f string, line int, why string) string {
		return fmt.Sprintf("%s, line %d: this is no TOML (%s).", f, line, why)
	},
	Config: func(f, why string) string { return "The settings in " + f + " cannot be read (" + why + ")." },
	NoHome: "No home folder is set: set HOME, or give --data and --config.",

	KeyTwice: func(key, action, where, with, whereWith string) string {
		return fmt.Sprintf("The key %s is bound to %s%s and to %s%s: choose another for one of them.", quote(key), action, paren(where), with, paren(whereWith))
	},
	KeyBegins: func(key, action, other, with string) string {
		return fmt.Sprintf("The keys %s for %s begin with %s, which is bound to %s: choose others.", quote(key), action, quote(other), with)
	},
	NoName: func(what, name, near, where string) string {
		return prefix(where) + fmt.Sprintf("there is no %s %s%s.", what, quote(name), maybe(near, "; the nearest is ", ""))
	},

	NoFile:     func(p string) string { return "There is no file " + p + ": check the path." },
	NoAccess:   func(p string) string { return p + " may not be read or written: check its rights." },
	NotAFolder: func(p string) string { return "A part of the path " + p + " is a file where a folder should be." },
	IsFolder:   func(p string) string { return p + " is a folder: name a file in it." },
	Exists:     func(p string) string { return p + " is already there and was left as it is." },
	File:       func(op, p, why string) string { return fmt.Sprintf("%s %s: %s.", op, p, why) },
}

var filesEN = Files{
	Media:    map[string]string{"audio": "Audio", "video": "Video", "image": "Picture", "document": "File"},
	Here:     "downloaded",
	Comments: "Comments",
	Download: Verb{
		"Download the files of articles",
		"Downloads the files that go with articles (podcast episodes, videos, documents), by id, by a query, or by the ids in the first field of each line of standard input (-), one after the other, into the folder of [download] in the settings. A file that is there is not fetched again and never overwritten; what broke off is resumed where the server allows it. Prints id, path and size of each file.",
		"depesche download k3v9\ndepesche download is:episode is:starred\ndepesche download source:Hafenfunk age:7d --dir ~/Podcasts\ndepesche list is:downloaded",
	},
	DirFlag: "folder to download into, in place of the one in the settings",
	Progress: func(name, done, size string, percent int) string {
		if percent < 0 {
			return "Downloading " + name + ": " + done
		}
		return fmt.Sprintf("Downloading %s: %d %% of %s", name, percent, size)
	},
	NoFile:  "There is no file to download here.",
	NotFile: "The server sent a web page instead of the file: open the article's page in the browser.",
	Running: "This file is already being downloaded.",
	TooBig: func(most string) string {
		return "The file is larger than " + most + ": raise download.max_size to download it."
	},
	OtherPart:  "The server sent another part of the file than was asked for: download it again.",
	NoFileHere: "This article has no file to open.", NoComments: "This article names no page of comments.",
	OpenTitle: "Open a file", DownloadTitle: "Download files", QueueTitle: "Downloads",
	QueueHint: func(toggle, accept string) string {
		return accept + " cancels a download, " + toggle + " selects several"
	},
	Queued: func(n int, key string) string {
		return plural(",")(n, "file is being downloaded", "files are being downloaded") + "; " + key + " lists downloads."
	},
	IsHere: func(path, key string) string { return "Downloaded: " + path + "; " + key + " opens it." },
	Cancelled: func(n int) string {
		return plural(",")(n, "download", "downloads") + " cancelled; downloading again resumes."
	},
	NoDownloads: func(key string) string { return "No downloads are running; " + key + " downloads an article's file." },
	Waiting:     func(n int) string { return plural(",")(n, "more file", "more files") },
	Loading: func(name string, more int) string {
		if more > 0 {
			return "Downloading " + name + ", " + plural(",")(more, "more file", "more files") + "."
		}
		return "Downloading " + name + "."
	},
	NoOpener: func(file string) string {
		return "No program is set under [open] for such files; this one is " + file + "."
	},
	Partial: func(have, size string) string {
		return arrived(have, size) + "; the server does not allow to resume: start again."
	},
	PartialKept: func(have, size string) string { return arrived(have, size) + "; download it again to resume." },
}

// arrived says how much of a file came.
func arrived(have, size string) string {
	if size == "" {
		return have + " have arrived"
	}
	return have + " of " + size + " have arrived"
}
