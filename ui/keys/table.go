package keys

// Action is something a key does.
type Action uint8

// Every action of the screen. Names, scopes and keys stand in the table below.
const (
	None Action = iota

	Down
	Up
	HalfDown
	HalfUp
	PageDown
	PageUp
	Forward
	Top
	Bottom
	Open
	Back
	Close
	FocusNext
	FocusPrev
	NextArticle
	PrevArticle
	NextUnread
	PrevUnread

	NextSubhead
	PrevSubhead
	Outline
	Links
	FollowLink
	OpenTarget
	CopyTarget
	Versions
	Changes
	Copies
	Picture
	NextPicture
	PrevPicture
	ClosePicture
	Pictures
	Zen
	Wider
	Narrower
	Columns

	Choose
	ChooseSpan
	ChooseAll
	ToggleRead
	ToggleStar
	ToggleHidden
	Tag
	MarkAllRead
	RuleFrom
	Rules
	Edition
	Undo
	Redo
	UndoList
	Browser
	CopyLink
	Comments
	Enclosure
	Download
	Downloads
	FetchPage
	Why
	Save
	KeepPage
	SavePage
	Pipe

	RefreshOne
	RefreshAll
	AddSource
	StarterSources
	ImportSources
	RenameSource
	MoveSource
	RemoveSource
	FoldFolder
	ToggleSources
	Problems

	Search
	SearchAll
	Filter
	NextHit
	PrevHit
	UnreadOnly
	SortOrder
	ReloadList
	SaveView

	Commands
	Help
	Theme
	Preview
	Linear
	Tidy
	Redraw
	Suspend
	Quit

	Accept
	Cancel
	Older
	Newer
	Complete
	CursorLeft
	CursorRight
	CursorStart
	CursorEnd
	WordLeft
	WordRight
	DeleteBack
	DeleteForward
	DeleteWord
	DeleteLine
	DeleteRest
	MenuDown
	MenuUp
	MenuPageDown
	MenuPageUp
	MenuFirst
	MenuLast
	MenuToggle
	actions // how many there are
)

// Own is the action of the n-th of the reader's own programs.
func Own(n int) Action { return actions + 1 + Action(n) }

// Scope is a set of places in which a key means something.
type Scope uint16

// The places. Hits lies over List or Page while a search is shown, Links and
// Target over Page while a link is chosen.
const (
	Sources Scope = 1 << iota
	List
	Page
	Sheet
	Hits
	LinkMode
	Target
	Viewer // a picture that has the screen for itself
	Menu
	Prompt

	panes = Sources | List | Page
	moves = panes | Sheet
	typed = Prompt | Menu
)

// Group is a heading of the help screen.
type Group uint8

// The groups, in the order of the help screen.
const (
	Moving Group = iota
	Reading
	Articles
	Subscriptions
	Searching
	Program
	Typing
	Groups // how many there are
)

// Entry is a line of the table: an action, where it exists, and its keys in
// the preset depesche.
type Entry struct {
	Action Action
	Name   string // as in the configuration and the palette: "next-subhead"
	Scope  Scope
	Group  Group
	Keys   []string // "j", "ctrl+d", sequences with blanks between: "g g"
}

// Table lists every action once, in the order of the help screen.
func Table() []Entry { return append([]Entry(nil), table[:]...) }

var table = [...]Entry{
	{Down, "down", moves, Moving, []string{"j", "down"}},
	{Up, "up", moves, Moving, []string{"k", "up"}},
	{HalfDown, "half-page-down", moves, Moving, []string{"ctrl+d"}},
	{HalfUp, "half-page-up", moves, Moving, []string{"ctrl+u"}},
	{Forward, "forward", moves, Moving, []string{"space"}},
	{PageDown, "page-down", moves, Moving, []string{"f", "pgdown", "ctrl+f"}},
	{PageUp, "page-up", moves, Moving, []string{"b", "pgup", "ctrl+b", "shift+space"}},
	{Top, "top", moves, Moving, []string{"g", "home"}},
	{Bottom, "bottom", moves, Moving, []string{"G", "end"}},
	{Open, "open", Sources | List, Moving, []string{"enter", "l", "right"}},
	{Back, "back", moves | Hits, Moving, []string{"h", "left", "esc"}},
	{Close, "close", moves, Moving, []string{"q"}},
	{FocusNext, "next-pane", Sources | List, Moving, []string{"tab"}},
	{FocusPrev, "previous-pane", panes, Moving, []string{"shift+tab"}},
	{NextUnread, "next-unread", panes, Moving, []string{"n"}},
	{PrevUnread, "previous-unread", panes, Moving, []string{"p"}},
	{NextArticle, "next-article", List | Page, Moving, []string{"J"}},
	{PrevArticle, "previous-article", List | Page, Moving, []string{"K"}},

	{NextSubhead, "next-subhead", Page, Reading, []string{"]"}},
	{PrevSubhead, "previous-subhead", Page, Reading, []string{"["}},
	{Outline, "outline", Page, Reading, []string{"O"}},
	{Links, "links", Page, Reading, []string{"tab"}},
	{FollowLink, "follow-link", Target, Reading, []string{"enter"}},
	{OpenTarget, "open-target", Target, Reading, []string{"o"}},
	{CopyTarget, "copy-target", Target, Reading, []string{"y"}},
	{Versions, "versions", List | Page, Reading, []string{"v"}},
	{Changes, "changes", List | Page | Sheet, Reading, []string{"d"}},
	{Copies, "other-papers", List | Page, Reading, []string{"c"}},
	{Picture, "picture", Page, Reading, []string{"i"}},
	{NextPicture, "next-picture", Viewer, Reading, []string{"right", "l", "down", "j", "n", "space"}},
	{PrevPicture, "previous-picture", Viewer, Reading, []string{"left", "h", "up", "k", "p"}},
	{ClosePicture, "close-picture", Viewer, Reading, []string{"esc", "q", "i", "enter"}},
	{Pictures, "pictures", List | Page, Reading, []string{"I"}},
	{Zen, "zen", List | Page, Reading, []string{"z"}},
	{Wider, "wider", List | Page, Reading, []string{">"}},
	{Narrower, "narrower", List | Page, Reading, []string{"<"}},
	{Columns, "columns", List | Page, Reading, []string{"C"}},

	{Choose, "choose", List, Articles, []string{"t"}},
	{ChooseSpan, "choose-span", List, Articles, []string{"V"}},
	{ChooseAll, "choose-all", List, Articles, []string{"*"}},
	{ToggleRead, "toggle-read", List | Page, Articles, []string{"m"}},
	{ToggleStar, "toggle-star", List | Page, Articles, []string{"s"}},
	{ToggleHidden, "toggle-hidden", List | Page, Articles, []string{"D"}},
	{Tag, "tag", List | Page, Articles, []string{"#"}},
	{MarkAllRead, "mark-all-read", panes, Articles, []string{"A"}},
	{RuleFrom, "rule-from-article", List | Page, Articles, []string{"M"}},
	{Rules, "rules", panes, Articles, []string{"%"}},
	{Edition, "edition", List | Page, Articles, []string{"E"}},
	{Undo, "undo", panes, Articles, []string{"u"}},
	{Redo, "redo", panes, Articles, []string{"U"}},
	{UndoList, "undo-list", panes, Articles, []string{"W"}},
	{Browser, "browser", panes, Articles, []string{"o"}},
	{CopyLink, "copy-link", panes, Articles, []string{"y"}},
	{Comments, "comments", List | Page, Articles, []string{`"`}},
	{Enclosure, "enclosure", List | Page, Articles, []string{"e"}},
	{Download, "download", List | Page, Articles, []string{"_"}},
	{Downloads, "downloads", panes, Articles, []string{"="}},
	{FetchPage, "fetch-page", List | Page, Articles, []string{"x"}},
	{Why, "why", List | Page | Sheet, Articles, []string{"X"}},
	{Save, "save", List | Page, Articles, []string{"w"}},
	{KeepPage, "keep-page", Page, Articles, []string{"L"}},
	{SavePage, "save-page", panes, Articles, []string{"@"}},
	{Pipe, "pipe", List | Page, Articles, []string{"|"}},

	{RefreshOne, "refresh", panes, Subscriptions, []string{"r"}},
	{RefreshAll, "refresh-all", panes, Subscriptions, []string{"R"}},
	{AddSource, "add-source", panes, Subscriptions, []string{"a"}},
	{StarterSources, "starter-sources", panes, Subscriptions, []string{"S"}},
	{ImportSources, "import-sources", Sources | List, Subscriptions, []string{"i"}},
	{RenameSource, "rename-source", Sources, Subscriptions, []string{"e"}},
	{MoveSource, "move-source", Sources, Subscriptions, []string{"M"}},
	{RemoveSource, "remove-source", Sources, Subscriptions, []string{"D"}},
	{FoldFolder, "fold-folder", Sources, Subscriptions, []string{"-"}},
	{ToggleSources, "toggle-sources", panes, Subscriptions, []string{"B"}},
	{Problems, "problems", moves, Subscriptions, []string{"!"}},

	{Search, "search", List | Page, Searching, []string{"/"}},
	{NextHit, "next-match", Hits, Searching, []string{"n"}},
	{PrevHit, "previous-match", Hits, Searching, []string{"N"}},
	{SearchAll, "search-everywhere", panes, Searching, []string{`\`}},
	{Filter, "filter", panes, Searching, []string{"F"}},
	{UnreadOnly, "unread-only", panes, Searching, []string{"H"}},
	{SaveView, "save-view", panes, Searching, []string{"+"}},
	{SortOrder, "sort", Sources | List, Searching, []string{","}},
	{ReloadList, "reload-list", panes, Searching, []string{"."}},

	{Commands, "commands", moves, Program, []string{":", "ctrl+p"}},
	{Help, "help", moves, Program, []string{"?", "f1"}},
	{Theme, "theme", panes, Program, []string{"T"}},
	{Preview, "preview", Sources | List, Program, []string{"P"}},
	{Linear, "linear", panes, Program, []string{"&"}},
	{Tidy, "tidy", panes, Program, []string{"~"}},
	{Redraw, "redraw", moves | Viewer, Program, []string{"ctrl+l"}},
	{Suspend, "suspend", moves, Program, []string{"ctrl+z"}},
	{Quit, "quit", moves | Viewer, Program, []string{"Q", "ctrl+c"}},

	{Accept, "accept", typed, Typing, []string{"enter"}},
	{Cancel, "cancel", typed | LinkMode | Target, Typing, []string{"esc", "ctrl+g", "ctrl+c"}},
	{Older, "older", Prompt, Typing, []string{"up", "ctrl+p"}},
	{Newer, "newer", Prompt, Typing, []string{"down", "ctrl+n"}},
	{Complete, "complete", Prompt, Typing, []string{"tab"}},
	{CursorLeft, "cursor-left", typed, Typing, []string{"left", "ctrl+b"}},
	{CursorRight, "cursor-right", typed, Typing, []string{"right", "ctrl+f"}},
	{CursorStart, "cursor-start", typed, Typing, []string{"ctrl+a"}},
	{CursorEnd, "cursor-end", typed, Typing, []string{"ctrl+e"}},
	{WordLeft, "word-left", typed, Typing, []string{"ctrl+left", "alt+b"}},
	{WordRight, "word-right", typed, Typing, []string{"ctrl+right", "alt+f"}},
	{DeleteBack, "delete-back", typed, Typing, []string{"backspace", "ctrl+h"}},
	{DeleteForward, "delete-forward", typed, Typing, []string{"delete", "ctrl+d"}},
	{DeleteWord, "delete-word", typed, Typing, []string{"ctrl+w", "alt+backspace"}},
	{DeleteLine, "delete-line", typed, Typing, []string{"ctrl+u"}},
	{DeleteRest, "delete-rest", typed, Typing, []string{"ctrl+k"}},
	{MenuDown, "menu-down", Menu, Typing, []string{"down", "ctrl+n"}},
	{MenuUp, "menu-up", Menu, Typing, []string{"up", "ctrl+p"}},
	{MenuPageDown, "menu-page-down", Menu, Typing, []string{"pgdown", "ctrl+v"}},
	{MenuPageUp, "menu-page-up", Menu, Typing, []string{"pgup", "alt+v"}},
	{MenuFirst, "menu-first", Menu, Typing, []string{"home"}},
	{MenuLast, "menu-last", Menu, Typing, []string{"end"}},
	{MenuToggle, "menu-toggle", Menu, Typing, []string{"tab"}},
}

// String is the action's name.
func (a Action) String() string {
	for i := range table {
		if table[i].Action == a {
			return table[i].Name
		}
	}
	return ""
}

// ParseAction finds an action by its name.
func ParseAction(name string) (Action, bool) {
	for i := range table {
		if table[i].Name == name {
			return table[i].Action, true
		}
	}
	return None, false
}

var scopeNames = [...]string{"sources", "list", "page", "sheet", "matches", "links", "target", "picture", "menu", "prompt"}

// String names the places in the set, with blanks between: "list page".
func (s Scope) String() string {
	out := ""
	for i, n := range scopeNames {
		if s&(1<<i) == 0 {
			continue
		}
		if out != "" {
			out += " "
		}
		out += n
	}
	return out
}
