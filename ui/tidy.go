package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
)

// Tidying lets go at once what the settings no longer keep. It cannot be taken back, and
// so what would go is shown before.

// leavingMsg says what would go, or what went.
type leavingMsg struct {
	cache.Tidied
	dry bool
	err error
}

func leavingCmd(ctx context.Context, s Store, dry bool) tea.Cmd {
	return func() tea.Msg {
		done, err := s.Tidy(ctx, dry)
		return leavingMsg{Tidied: done, dry: dry, err: err}
	}
}

// askTidy finds out what would go.
func (m *Model) askTidy() tea.Cmd {
	return tea.Batch(m.say(m.t.Keep.Looking, false), leavingCmd(m.ctx, m.o.Store, true))
}

// tidied shows what would go for the reader to decide, or says what went.
func (m *Model) tidied(msg leavingMsg) tea.Cmd {
	t := &m.t.Keep
	switch {
	case msg.err != nil:
		return m.fail(msg.err)
	case !msg.dry:
		return tea.Batch(m.reload(), m.sourcesCmd(), m.say(m.t.CLI.Tidied(len(msg.Articles), msg.Pictures, m.t.Dates.Freed(msg.Before-msg.After)), false))
	case len(msg.Articles)+msg.Pictures == 0:
		return m.say(m.t.CLI.Tidied(0, 0, ""), false)
	}
	m.toast = toast{seq: m.toast.seq}
	n := m.t.Dates.Number
	items := []item{{label: t.LetGo}, {label: t.LeaveAll}}
	counts := map[cache.Reason]int{}
	for i := range msg.Articles {
		counts[msg.Articles[i].Why]++
	}
	group := m.t.CLI.WouldGo(len(msg.Articles), msg.Pictures, m.t.Dates.Bytes(msg.PictureBytes))
	for _, why := range []cache.Reason{cache.OverAge, cache.OverCount, cache.OverSize, cache.OfNoSource} {
		if counts[why] > 0 {
			items = append(items, item{group: group, key: n(counts[why]), label: t.Why[string(why)]})
		}
	}
	for i := range msg.Articles[:min(len(msg.Articles), shownLeaving)] {
		r := &msg.Articles[i]
		items = append(items, item{group: t.Oldest, label: r.Headline, detail: r.SourceTitle + ", " + m.t.Dates.Ago(r.Published, m.now)})
	}
	m.menu = newMenu(t.Title, t.Hint, items, func(picked []int) tea.Cmd {
		if picked[0] != 0 {
			return nil
		}
		return tea.Batch(m.say(t.Tidying, false), leavingCmd(m.ctx, m.o.Store, false))
	})
	return nil
}

// shownLeaving is how many of the articles that would go are named.
const shownLeaving = 200
