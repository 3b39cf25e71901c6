package locale

import "fmt"

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
			"Sets one article as a page: plain text on a pipe. The beginning of its id is enough where no other begins so. Of an address it shows the article from there, else the page itself, which is kept for the next time. Nothing is marked as read.",
			"depesche show k3v9\ndepesche show https://lindenau.example/article\ndepesche show k3v9 --width 60 | lpr\ndepesche show k3v9 --json",
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
			"Asks the address; where it is a page, the feeds it names are listed and the first is taken. An address that is subscribed to already gets the --title or --folder given.",
			"depesche add example.org\ndepesche add https://example.org/feed --folder News/Local --title Lindenau\ndepesche add example.org --all",
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
			"Reads one page, HTML or an article as plain text, from a file, an address or standard input (-), and prints it as a page or, with --json, as an object.\n\nWith --why it accounts for the page instead, a line a decision: what a part was taken as (\"drop\": left out), by which rule, where it stands, how it begins.\n\nWith --lines it reads a JSON object {\"id\", \"url\", \"path\"} a line and answers each with a line {\"id\", \"elapsed_us\", ...article}, or with \"error\", as soon as it is ready.",
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
		Choose: "take this one of the feeds that are offered", Unchecked: "subscribe without asking the address; for use offline",
		NoRefresh: "do not fetch the articles yet", DryRun: "only say what would be added", WouldGo: "only say what would go, and why", Output: "write to this new file",
		History: "list the changes, newest first", URL: "the address that the page or feed came from", Why: "tell what was taken as what, and what was dropped, by which rule", Lines: "read jobs from standard input, a JSON object a line",
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
	LinesAlone:   "With --lines the jobs come from standard input; a file cannot be named as well.",
	WhyOnePage:   "--why gives an account of one page: it does not go with --lines.",
	BadLine:      func(why string) string { return "The line is no job in JSON (" + why + ")." },
	Ambiguous:    func(name, which string) string { return quote(name) + " may be any of these: " + which + "." },
	OnlyFeeds:    func(n int) string { return fmt.Sprintf("There are only %d feeds to choose from.", n) },
	Offers:       func(n int) string { return fmt.Sprintf("The page names %d feeds (--choose, --all):", n) },
	NoPassword:   "The password is not kept with the address, where lists and logs would tell it: config.toml has a place for it, see [[source]].",
	AlreadyThere: func(title string) string { return quote(title) + " is subscribed to already." },
	CanUndo:      "depesche undo takes this back.",
	Asked:        func(done, total int) string { return fmt.Sprintf("%d of %d sources", done, total) },
	Fetched:      func(done, total int) string { return fmt.Sprintf("%d of %d pages", done, total) },
	Imported: func(added, known int) string {
		s := plural(",")(added, "source", "sources") + " added"
		if known > 0 {
			s += fmt.Sprintf(", %d already there", known)
		}
		return s + "."
	},
	Skipped: map[string]string{
		"exec": "it runs a program", "filter": "it filters through a program", "query": "it is a query over other feeds", "address": "it is no web address", "include": "it is another list", "many": "there are too many of them",
	},
	LeftOut: func(line int, text, why string) string {
		return fmt.Sprintf("Line %d was left out, because %s: %s", line, why, text)
	},
	FileTooBig: func(p string, mb int) string { return fmt.Sprintf("%s is bigger than %d MB.", p, mb) },
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
		"refresh.interval":    "Fetch again after this time while the reader is open. 0: only by key.\nNo source is asked more often than this.",
		"refresh.full_text":   "Fetch the pages behind the feeds, so that whole articles can be read offline.",
		"refresh.pictures":    "When pictures are fetched. ahead: behind new articles and when one is opened;\nopen: only when an article is opened; demand: only when you ask for them.",
		"refresh.picture_day": "At most so much is fetched ahead of pictures, in a day.",
		"refresh.connections": "Connections at a time, in all.",
		"refresh.per_host":    "Connections at a time to one host.",
		"refresh.timeout":     "How long a server may think before it answers.",
		"refresh.max_size":    "The biggest answer that is taken.",
		"keep.days":           "Days that an article stays after it has left its feed. 0: for ever. Whatever is said\nhere, what a feed still holds stays, and what you want to have: what is starred or\ntagged, was set back to unread, is kept by a rule or packed in the edition.\nA stricter setting holds by itself after a week; depesche tidy does it at once, and\ndepesche tidy --dry-run says what would go and why.",
		"keep.articles":       "Articles that stay in all, the newest. 0: any number.",
		"keep.per_source":     "Articles that stay of each source, the newest. 0: any number.",
		"keep.size":           "Room on the disk for texts and pictures, without the daily copies. 0: any. Beyond it\nthe oldest pictures go first, then the oldest texts.",
		"keep.pictures":       "Room for pictures. 0: any. The oldest go; they can be fetched again.",
		"keys.preset":         "Whose keys to follow; depesche keys --preset shows them.",
		"keys.bind":           "Your own keys: action = key or keys, which replace the preset's. Several\nactions in one string run one after the other. depesche keys lists the names.",
		"commands":            "Your own programs, by name, that an article is given to: |, the palette, or a key for\nrun-NAME in [keys.bind]. Never through a shell; {url}, {headline}, {source} and {id} in\nthe arguments stand for the article's.",
		"open":                "What opens an address in place of the browser, by a pattern of the address without\nhttps:// or of its last part; the first that fits.",
		"views":               "Queries that stand with the sources, by name.",
		"site":                "Your own rules for taking the pages of a site apart, as CSS selectors, by host (its\nsubdomains are meant too): what is part of the text whatever it looks like, what is\nnot, where the article ends. fetch-page reads the open article anew.",
		"source": `How single sources are asked: a table for each. It holds for the feed at url and for
what else is at the same host, articles behind a login for one; nothing of it is sent to another host.
Secrets do not stand here: a program prints them, or a variable of the environment holds them.
exec = ["program", ...] in place of url is a source that a program makes (with title and
folder); filter is a program that a feed goes through. No shell reads them, and they come
from nowhere but this file. keep says how much stays of this feed alone, in place of what
[keep] says; size is that of its texts.`,
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
  has:picture  has:tag
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
	},
}
