package ui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// Pages are saved to be read later: the open one, or what an address or a file holds.

// keepPage saves the open page among the articles: one that a link led to, or an article of
// a source, which then is listed with the saved pages besides.
func (m *Model) keepPage() tea.Cmd {
	a, ok := m.article()
	switch {
	case !ok:
		return m.say(m.t.Screen.OpenFirst, true)
	case m.open.linked:
		return savePageCmd(m.ctx, m.o.Store, a, m.open.row.Fetched)
	}
	return saveListedCmd(m.ctx, m.o.Store, m.open.row.ID)
}

func savePageCmd(ctx context.Context, s Store, a feed.Article, fetched time.Time) tea.Cmd {
	return func() tea.Msg {
		row, err := s.Save(ctx, a, fetched)
		return pageSavedMsg{row: row, err: err}
	}
}

func saveListedCmd(ctx context.Context, s Store, id feed.ID) tea.Cmd {
	return func() tea.Msg {
		row, err := s.SaveListed(ctx, id)
		return pageSavedMsg{row: row, err: err}
	}
}

// askSavePage asks for an address or a file, to save what it holds.
func (m *Model) askSavePage() tea.Cmd {
	m.askFor("page", m.t.Screen.SavePageLabel, "", m.t.Screen.SavePageHint, m.savePage)
	return nil
}

// savePage saves the page at an address, or a file.
func (m *Model) savePage(from string) tea.Cmd {
	save := m.o.SavePage
	if save == nil {
		save = followAndSave(m.o.Store)
	}
	return tea.Batch(m.say(m.t.Screen.SavingPage(from), false), func() tea.Msg {
		row, err := save(m.ctx, from)
		return pageSavedMsg{row: row, err: err}
	})
}

// followAndSave saves what an address leads to.
func followAndSave(s Store) func(context.Context, string) (cache.Row, error) {
	return func(ctx context.Context, address string) (cache.Row, error) {
		l, err := s.Follow(ctx, address, "", false)
		switch {
		case err != nil:
			return cache.Row{}, err
		case l.Row.ID != "":
			return s.SaveListed(ctx, l.Row.ID)
		}
		return s.Save(ctx, l.Article, l.Fetched)
	}
}

// pageSaved says what was saved, and lists it.
func (m *Model) pageSaved(msg pageSavedMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	m.changeRow(msg.row.ID, func(r *cache.Row) { r.Starred, r.Read = true, false })
	return tea.Batch(m.say(m.t.Screen.PageSaved(feed.Line(msg.row.Headline), m.key("undo")), false), m.sourcesCmd(), m.reload())
}

// saveArgument is what is behind "save" in a line that was typed; "" where that is neither
// an address nor the name of a file.
func saveArgument(line string) string {
	word, from, _ := strings.Cut(strings.TrimSpace(line), " ")
	if from = strings.TrimSpace(from); word != "save" || !strings.ContainsAny(from, "./") {
		return ""
	}
	return from
}
