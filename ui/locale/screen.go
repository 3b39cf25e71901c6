package locale

import (
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
	StillReading, NothingYet     func(waiting int) string // a search that does not know all articles yet; the rest of what it finds follows
	Found                        func(what string) string // title of a list of hits
	SearchEverywhere, SearchHint string
	FilterLabel, FilterHint      string

	AllRead      func(n int, undo string) string
	Undone       func(what string) string
	Redone       func(what string) string
	Did          map[string]func(n int) string // what the journal holds, by cache.Action.What
	Fetching     func(host string) string
	Fetched      string
	FetchedNews  func(changes string) string // and the text is not the one that was read
	TextCame     func(key string) string     // the page of the article that is being read
	TextChanged  func(key string) string     // the site changed the text that is being read
	Width        func(columns int) string
	OneColumn    string
	TwoColumns   string
	TooNarrow    func(columns int) string // for two columns of text
	Unchanged    string
	ChangedAt    func(when string) string
	OpenFirst    string
	NotHere      func(key string) string // an article or a source that was removed meanwhile
	SaveLabel    string
	Saved        func(name string) string
	PipeHint     string
	PipedQuietly func(command string) string

	NoLinks, LinkHint, NoWebLink string
	Target                       func(url, follow, open, copyKey string) string
	LeadsHere                    string                  // a link to the open article
	OnlyLinked                   func(key string) string // a page behind a link cannot be marked, but saved
	PageSaved                    func(headline, undo string) string
	SavingPage                   func(from string) string
	SavePageLabel, SavePageHint  string
	SavedNotAsked                string // r on the saved pages
	EnterSaves                   func(from string) string
	Opening, Copied              func(url string) string
	NoSubheads, OutlineTitle     string
	NoMoreSubheads, NoSuchLink   string
	NoArticle, NothingToFold     string
	NoCopies, CopiesTitle        string

	AlreadyRefreshing, RefreshStarts, NothingNew string
	NothingNewYet                                string // while a refresh runs
	Refreshing, FetchingPages                    func(done, total int, title string) string
	New                                          func(n int, key string) string
	Failed                                       func(n, total int, key string) string
	PagesLost                                    func(n int) string // pages behind the feed's text that could not be fetched
	NoProblems, ProblemsTitle                    string

	AddLabel, AddHint        string
	Looking, NoFeed          func(address string) string
	Several                  func(n int, host string) string
	Headlines                func(host string) string // of a page without a feed follow
	FollowHint               func(accept string) string
	ChooseHint               func(toggle, accept string) string
	Added, SourceCount       func(n int) string
	AlreadyThere, NoSource   string
	RenameLabel, FolderLabel string
	FolderHint               string
	Renamed                  func(title string) string
	Moved                    func(title, folder string) string
	Removed                  func(title string, starred int, undo string) string // starred: articles that stay, saved
	StarterTitle             string
	ImportTitle              string
	NothingToImport          string
	ImportFile               string // the line of the menu for a file the reader names
	ImportLabel, ImportHint  string
	TakingOver               string
	Estate                   func(sources, articles, read, starred int) string // what another program left
	TakenOver                func(sources, added, known int, undo string) string

	DidMany                                 func(what, undo string) string
	NotMarked                               func(why string) string // a mark that could not be stored
	DoneCount                               func(n int) string
	NothingDone, DoneTitle, UndoneTitle     string
	HistoryTitle, HistoryHint               string
	TagLabel, TagHint, ViewLabel            string
	FilterFirst                             func(key string) string
	ViewSaved, ViewInSettings, ViewRemoved  func(name string) string
	TagsTitle, AgenciesTitle, SectionsTitle string

	StateUnread, StateRead, StateStarred string // of an article, in words, for ears and braille
	StateChosen, StateHit, StatePending  string
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
	NoShell      string                                   // the program cannot be suspended here
	Outermost    func(quit string) string                 // there is no way further back

	HelpTitle, CommandsTitle, TypeToFind string
	ThemeTitle, SchemeTitle, InUse       string
	Schemes                              [3]string         // by ui.Scheme
	Groups                               [7]string         // by keys.Group
	SignsTitle                           string            // over the marks of the list, in the help
	Signs                                [10]string        // what each means, in the order of list.Legend
	Actions                              map[string]string // what each action does, by its name
	Short                                map[string]string // in a word, for the status line
}
