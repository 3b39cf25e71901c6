package keys

// presets hold what a preset binds otherwise than the table. An action that is
// not named keeps its keys, so each preset moves out of the way what its own
// keys would cover; TestPresetsHaveNoConflicts holds them to it.
var presets = map[string]map[Action][]string{
	"depesche": {},
	"vim": {
		Down: {"j", "down", "ctrl+e", "ctrl+n"}, Up: {"k", "up", "ctrl+y", "ctrl+p"}, Commands: {":"},
		Top: {"g g", "home"}, PageDown: {"ctrl+f", "pgdown"}, PageUp: {"ctrl+b", "pgup"},
		NextSubhead: {"] ]"}, PrevSubhead: {"[ ["}, NextUnread: {"] u"}, PrevUnread: {"[ u"},
		NextArticle: {"J"}, PrevArticle: {"K"},
		Browser: {"g x", "o"}, CopyLink: {"y y"}, Redo: {"ctrl+r"}, RefreshOne: {"r"},
		Quit: {"Z Z", "Z Q", "ctrl+c"}, Zen: {"z z"}, FoldFolder: {"z a"}, RemoveSource: {"d d"}, ToggleHidden: {"d d"}, Changes: {"d c"},
		FocusNext: {"ctrl+w w", "tab"}, FocusPrev: {"ctrl+w p", "shift+tab"}, Outline: {"g O"},
	},
	"less": {
		Down: {"j", "e", "down", "ctrl+e", "ctrl+n"}, Up: {"k", "y", "up", "ctrl+y", "ctrl+k", "ctrl+p"}, Commands: {":"},
		HalfDown: {"d", "ctrl+d"}, HalfUp: {"u", "ctrl+u"},
		PageDown: {"f", "pgdown", "ctrl+f", "ctrl+v"}, PageUp: {"b", "pgup", "ctrl+b", "shift+space", "alt+v"},
		Top: {"g", "<", "home", "alt+<"}, Bottom: {"G", ">", "end", "alt+>"},
		Narrower: {"{"}, Wider: {"}"}, Help: {"h", "H", "?", "f1"}, UnreadOnly: {"L"}, KeepPage: {"alt+k"},
		Back: {"esc", "left"}, Changes: {"D"}, Undo: {"backspace"}, Redo: {"U"}, CopyLink: {"Y"},
		Save: {"s", "w"}, ToggleStar: {"ctrl+s"}, Filter: {"&", "F"}, Linear: {"alt+l"}, Redraw: {"ctrl+l", "ctrl+r"},
		Quit: {"Q", "Z Z", "ctrl+c"}, RenameSource: {"E"}, RemoveSource: {"delete"}, ToggleHidden: {"delete"}, RefreshOne: {"r"}, Enclosure: {"alt+e"},
	},
	// newsboat's j and k go from feed to feed, and only in the list of articles; nearly
	// everybody binds them to down and up, which is what they are here. D is its delete-article.
	"newsboat": {
		Open: {"enter", "right"}, Back: {"h", "left", "esc"},
		ToggleRead: {"N"}, PrevHit: {"p"}, MarkAllRead: {"A"}, ToggleStar: {"ctrl+e", "m"},
		NextUnread: {"n"}, PrevUnread: {"p"}, Save: {"s"}, Links: {"u", "tab"}, Undo: {"U"}, Redo: {"ctrl+r"},
		RenameSource: {"E"}, UnreadOnly: {"l"}, SortOrder: {"g", "G"}, Top: {"home"}, Bottom: {"end"},
		AddSource: {"a"}, StarterSources: {"S"}, Browser: {"o", "O"}, Versions: {"ctrl+u", "v"}, HalfUp: {"alt+u"}, Outline: {"alt+o"},
		Filter: {"F", "f"}, Commands: {":", "ctrl+p"}, FetchPage: {"x"}, CopyLink: {"y", "ctrl+b"},
		PageDown: {"pgdown"}, PageUp: {"b", "pgup"}, Download: {"e", "_"}, Enclosure: {"alt+e"}, // its e puts an episode into podboat's queue
	},
	"emacs": {
		Down: {"ctrl+n", "j", "down"}, Up: {"ctrl+p", "k", "up"},
		PageDown: {"ctrl+v", "pgdown"}, PageUp: {"alt+v", "pgup", "shift+space"},
		HalfDown: {"alt+n"}, HalfUp: {"alt+p"}, Top: {"alt+<", "home"}, Bottom: {"alt+>", "end"},
		Open: {"enter", "ctrl+f", "right"}, Back: {"ctrl+g", "ctrl+b", "left", "esc"},
		NextSubhead: {"alt+}", "]"}, PrevSubhead: {"alt+{", "["},
		Search: {"ctrl+s", "/"}, SearchAll: {"alt+s", `\`}, Commands: {"alt+x", ":"},
		Help: {"?", "f1", "ctrl+h"}, Undo: {"ctrl+_", "ctrl+x u", "u"}, Redo: {"ctrl+alt+_", "alt+_", "U"},
		Quit: {"ctrl+x ctrl+c", "ctrl+c", "Q"}, Save: {"ctrl+x ctrl+s", "w"}, FocusNext: {"ctrl+x o", "tab"},
		Pipe: {"alt+|", "|"}, RemoveSource: {"ctrl+k", "D"}, ToggleHidden: {"ctrl+k", "D"}, Zen: {"ctrl+x 1", "z"}, CopyLink: {"alt+w", "y"},
		ChooseSpan: {"ctrl+space", "V"}, ChooseAll: {"ctrl+x h", "*"},
		NextHit: {"ctrl+s", "n"}, PrevHit: {"ctrl+r", "N"}, Accept: {"enter"},
	},
}

// Presets names the presets, the usual one first.
func Presets() []string { return []string{"depesche", "newsboat", "vim", "less", "emacs"} }
