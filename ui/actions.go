package ui

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"depesche/ui/keys"
)

// action is what a key does here. count is the number typed before it, 0: none.
type action = func(count int) tea.Cmd

// actions ties every action outside prompts and menus to its method.
func (m *Model) actions() map[keys.Action]action {
	out := map[keys.Action]action{}
	for _, part := range []map[keys.Action]action{m.moveActions(), m.readActions(), m.viewerActions(), m.sourceActions(), m.screenActions(), m.programActions()} {
		maps.Copy(out, part)
	}
	return out
}

// once is for actions that a count does not change.
func once(f func() tea.Cmd) func(int) tea.Cmd { return func(int) tea.Cmd { return f() } }

func (m *Model) moveActions() map[keys.Action]action {
	return map[keys.Action]action{
		keys.Down:        func(n int) tea.Cmd { return m.move(max(n, 1)) },
		keys.Up:          func(n int) tea.Cmd { return m.move(-max(n, 1)) },
		keys.HalfDown:    func(n int) tea.Cmd { return m.times(n, m.halfDown) },
		keys.HalfUp:      func(n int) tea.Cmd { return m.times(n, m.halfUp) },
		keys.PageDown:    func(n int) tea.Cmd { return m.times(n, m.pageDown) },
		keys.PageUp:      func(n int) tea.Cmd { return m.times(n, m.pageUp) },
		keys.Forward:     once(m.forward),
		keys.Top:         m.top,
		keys.Bottom:      m.bottom,
		keys.Open:        once(m.openCurrent),
		keys.Back:        once(m.goBack),
		keys.Close:       once(m.close),
		keys.FocusNext:   once(func() tea.Cmd { return m.cycleFocus(1) }),
		keys.FocusPrev:   once(func() tea.Cmd { return m.cycleFocus(-1) }),
		keys.NextUnread:  once(func() tea.Cmd { return m.unread(1) }),
		keys.PrevUnread:  once(func() tea.Cmd { return m.unread(-1) }),
		keys.NextArticle: func(n int) tea.Cmd { return m.step(max(n, 1)) },
		keys.PrevArticle: func(n int) tea.Cmd { return m.step(-max(n, 1)) },
		keys.Search:      once(m.askSearch),
		keys.SearchAll:   once(m.askEverywhere),
		keys.Filter:      once(m.askFilter),
		keys.NextHit:     once(func() tea.Cmd { return m.nextHit(1) }),
		keys.PrevHit:     once(func() tea.Cmd { return m.nextHit(-1) }),
		keys.UnreadOnly:  once(m.toggleUnreadOnly),
		keys.SortOrder:   once(m.cycleOrder),
		keys.ReloadList:  once(m.takeNew),
		keys.SaveView:    once(m.saveView),
	}
}

func (m *Model) readActions() map[keys.Action]action {
	return map[keys.Action]action{
		keys.NextSubhead:  func(n int) tea.Cmd { return m.subhead(n, m.page.NextSubhead) },
		keys.PrevSubhead:  func(n int) tea.Cmd { return m.subhead(n, m.page.PrevSubhead) },
		keys.Outline:      once(m.chooseSubhead),
		keys.Links:        once(m.linkMode),
		keys.FollowLink:   once(m.followTarget),
		keys.OpenTarget:   once(m.openTarget),
		keys.CopyTarget:   once(m.copyTarget),
		keys.Cancel:       once(m.leaveLinks),
		keys.Versions:     once(m.nextVersion),
		keys.Changes:      once(m.askChanges),
		keys.Copies:       once(m.askStories),
		keys.Picture:      once(m.viewPicture),
		keys.Pictures:     once(m.togglePictures),
		keys.Zen:          once(m.toggleZen),
		keys.Wider:        func(n int) tea.Cmd { return m.widen(2 * max(n, 1)) },
		keys.Narrower:     func(n int) tea.Cmd { return m.widen(-2 * max(n, 1)) },
		keys.Columns:      once(m.toggleColumns),
		keys.ToggleRead:   once(m.toggleRead),
		keys.ToggleStar:   once(m.toggleStar),
		keys.ToggleHidden: once(m.toggleHidden),
		keys.MarkAllRead:  once(m.markAllRead),
		keys.Undo:         func(n int) tea.Cmd { return m.writes.add(undoCmd(m.lasting(), m.o.Store, false, n)) },
		keys.Redo:         func(n int) tea.Cmd { return m.writes.add(undoCmd(m.lasting(), m.o.Store, true, n)) },
		keys.UndoList:     once(m.askHistory),
		keys.Choose:       m.choose,
		keys.ChooseSpan:   once(m.chooseSpan),
		keys.ChooseAll:    once(m.chooseAll),
		keys.Tag:          once(m.askTags),
		keys.RuleFrom:     once(m.ruleFromRow),
		keys.Rules:        once(m.listRules),
		keys.Edition:      once(m.askEdition),
		keys.Browser:      once(m.browse),
		keys.CopyLink:     once(m.copyLink),
		keys.Comments:     once(m.comments),
		keys.Enclosure:    once(m.openFile),
		keys.Download:     once(m.download),
		keys.Downloads:    once(m.listDownloads),
		keys.FetchPage:    once(m.fetchPage),
		keys.Why:          once(m.askWhy),
		keys.Save:         once(m.askSave),
		keys.KeepPage:     once(m.keepPage),
		keys.SavePage:     once(m.askSavePage),
		keys.Pipe:         once(m.askPipe),
	}
}

func (m *Model) viewerActions() map[keys.Action]action {
	return map[keys.Action]action{
		keys.NextPicture:  func(n int) tea.Cmd { return m.turn(max(n, 1)) },
		keys.PrevPicture:  func(n int) tea.Cmd { return m.turn(-max(n, 1)) },
		keys.ClosePicture: once(m.closeViewer),
	}
}

func (m *Model) sourceActions() map[keys.Action]action {
	return map[keys.Action]action{
		keys.RefreshOne:     once(m.refreshOne),
		keys.RefreshAll:     once(func() tea.Cmd { return m.startRefresh(false, nil) }),
		keys.AddSource:      once(m.askAdd),
		keys.StarterSources: once(m.chooseStarter),
		keys.ImportSources:  once(m.askImport),
		keys.RenameSource:   once(m.askRename),
		keys.MoveSource:     once(m.askFolder),
		keys.RemoveSource:   once(m.removeSource),
		keys.FoldFolder:     once(m.foldFolder),
		keys.ToggleSources:  once(m.toggleSources),
		keys.Problems:       once(m.showProblems),
	}
}

func (m *Model) screenActions() map[keys.Action]action {
	return map[keys.Action]action{
		keys.Commands: once(m.showCommands),
		keys.Help:     once(m.showHelp),
		keys.Theme:    once(m.chooseTheme),
		keys.Preview:  once(m.togglePreview),
		keys.Linear:   once(m.toggleLinear),
		keys.Tidy:     once(m.askTidy),
		keys.Redraw:   once(m.redraw),
		keys.Suspend:  once(func() tea.Cmd { return tea.Sequence(m.savePosition(), tea.Suspend) }),
		keys.Quit:     once(func() tea.Cmd { return tea.Sequence(m.savePosition(), tea.Quit) }),
	}
}
