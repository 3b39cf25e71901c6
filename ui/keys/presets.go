package keys

// presets hold what a preset binds otherwise than the table. An action that is
// not named keeps its keys, so each preset moves out of the way what its own
// keys would cover; TestPresetsHaveNoConflicts holds them to it.
var presets = map[string]map[Action][]string{
	"depesche": {},
	"vim": {
		Down: {"j", "down", "ctrl+e"}, Up: {"k", "up", "ctrl+y"},
		Top: {"g g", "home"}, PageDown: {"ctrl+f", "pgdown"}, PageUp: {"ctrl+b", "pgup"},
		NextSubhead: {"] ]"}, PrevSubhead: {"[ ["}, NextUnread: {"] u"}, PrevUnread: {"[ u"},
		NextArticle: {"J", "ctrl+n"}, PrevArticle: {"K"},
		Browser: {"g x", "o"}, CopyLink: {"y y"}, Redo: {"ctrl+r"}, RefreshOne: {"r"},
		Quit: {"Z Z", "Z Q", "ctrl+c"}, Zen: {"z z"}, FoldFolder: {"z a"}, RemoveSource: {"d d"}, Changes: {"d c"},
		FocusNext: {"ctrl+w w", "tab"}, FocusPrev: {"ctrl+w p", "shift+tab"}, Outline: {"g O"},
	},
	"less": {
		Down: {"j", "e", "down", "ctrl+e"}, Up: {"k", "y", "up", "ctrl+y"},
		HalfDown: {"d", "ctrl+d"}, HalfUp: {"u", "ctrl+u"},
		PageDown: {"f", "pgdown", "ctrl+f", "ctrl+v"}, PageUp: {"b", "pgup", "ctrl+b", "shift+space", "alt+v"},
		Top: {"g", "<", "home"}, Bottom: {"G", ">", "end"},
		Narrower: {"{"}, Wider: {"}"}, Help: {"?", "H", "f1"}, UnreadOnly: {"L"},
		Back: {"esc", "left", "h"}, Changes: {"D"}, Undo: {"ctrl+r"}, Redo: {"U"}, CopyLink: {"Y"},
		RenameSource: {"E"}, RemoveSource: {"delete"}, RefreshOne: {"r"},
	},
	"newsboat": {
		Open: {"enter", "l", "right"}, Back: {"h", "left", "esc"},
		ToggleRead: {"N"}, PrevHit: {"p"}, MarkAllRead: {"A"}, ToggleStar: {"ctrl+e", "m"},
		NextUnread: {"n"}, PrevUnread: {"p"}, Save: {"s"}, Links: {"u", "tab"}, Undo: {"ctrl+r"},
		RenameSource: {"E"}, UnreadOnly: {"L"}, SortOrder: {","}, AddSource: {"a"}, StarterSources: {"S"},
		Filter: {"F"}, Commands: {":", "ctrl+p"}, FetchPage: {"x"}, Redo: {"U"}, CopyLink: {"y", "ctrl+b"},
		PageDown: {"pgdown", "ctrl+f"}, PageUp: {"b", "pgup"},
	},
	"emacs": {
		Down: {"ctrl+n", "j", "down"}, Up: {"ctrl+p", "k", "up"},
		PageDown: {"ctrl+v", "pgdown"}, PageUp: {"alt+v", "pgup", "shift+space"},
		HalfDown: {"alt+n"}, HalfUp: {"alt+p"}, Top: {"alt+<", "home"}, Bottom: {"alt+>", "end"},
		Open: {"enter", "ctrl+f", "right"}, Back: {"ctrl+g", "ctrl+b", "left", "esc"},
		NextSubhead: {"alt+}", "]"}, PrevSubhead: {"alt+{", "["},
		Search: {"ctrl+s", "/"}, SearchAll: {"alt+s", `\`}, Commands: {"alt+x", ":"},
		Help: {"?", "f1", "ctrl+h"}, Undo: {"ctrl+_", "ctrl+x u", "u"}, Redo: {"alt+_", "U"},
		Quit: {"ctrl+x ctrl+c", "ctrl+c", "Q"}, Save: {"ctrl+x ctrl+s", "w"}, FocusNext: {"ctrl+x o", "tab"},
		Pipe: {"alt+|", "|"}, RemoveSource: {"ctrl+k", "D"}, Zen: {"ctrl+x 1", "z"}, CopyLink: {"alt+w", "y"},
		NextHit: {"ctrl+s", "n"}, PrevHit: {"ctrl+r", "N"}, Accept: {"enter"},
	},
}

// Presets names the presets, the usual one first.
func Presets() []string { return []string{"depesche", "newsboat", "vim", "less", "emacs"} }
