package ui

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

const (
	visitName  = "visit" // by which the time of the last visit is remembered
	visitRows  = 2000    // so many articles are counted by source
	visitNamed = 3       // so many sources are named
)

// sinceCmd counts what came since the reader was here last, and where.
func sinceCmd(ctx context.Context, s Store, last time.Time) tea.Cmd {
	if last.IsZero() {
		return nil
	}
	return func() tea.Msg {
		q := cache.Query{Since: last, Unread: true}
		n, err := s.Count(ctx, q)
		if err != nil || n == 0 {
			return sinceMsg{err: err}
		}
		q.Limit = visitRows
		rows, err := s.List(ctx, q)
		by := map[string]int{}
		for i := range rows {
			by[feed.Line(rows[i].SourceTitle)]++
		}
		msg := sinceMsg{n: n, err: err}
		for name, n := range by {
			msg.where = append(msg.where, facet{name, n})
		}
		slices.SortFunc(msg.where, func(a, b facet) int {
			return cmp.Or(cmp.Compare(b.unread, a.unread), strings.Compare(a.name, b.name))
		})
		return msg
	}
}

// showSince tells what came since the last visit; it is a list of its own, too.
func (m *Model) showSince(msg sinceMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	m.sources.since = msg.n
	if msg.n == 0 {
		return nil
	}
	m.listSources()
	if m.toast.text != "" {
		return nil // something else is being said
	}
	var where []string
	for _, f := range msg.where[:min(len(msg.where), visitNamed)] {
		where = append(where, f.name+" "+strconv.Itoa(f.unread))
	}
	if rest := len(msg.where) - visitNamed; rest > 0 {
		where = append(where, m.t.Screen.AndOthers(rest))
	}
	return m.say(m.t.Screen.SinceVisitSaid(msg.n, m.t.Dates.Stamp(m.lastTime), strings.Join(where, ", ")), false)
}

func (m *Model) sincePlace() place {
	return place{title: m.t.Screen.SinceVisit, query: cache.Query{Since: m.lastTime}}
}

// visited is what the next visit will count from: when the sources were asked
// last, for what they had printed by then has been here.
func (m *Model) visited() time.Time {
	var last time.Time
	for i := range m.sources.rows {
		if f := m.sources.rows[i].Fetched; f.After(last) {
			last = f
		}
	}
	if last.IsZero() || last.After(m.now) {
		return m.now
	}
	return last
}
