package ui

import (
	"context"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// An edition is packed for reading without a network; being without one is calm:
// a line says so, and the screen asks again by itself, ever more seldom.

// packing is what the screen knows of the edition in the making.
type packing struct {
	running     bool
	done, total int
	pictures    bool
}

// packMsg is a step of packing; ok is false when it has ended.
type packMsg struct {
	step  cache.PackStep
	ok    bool
	steps <-chan cache.PackStep
}

// usualMinutes is what is offered for the length of an edition.
const usualMinutes = "45"

// askEdition asks how many minutes an edition should fill, and with what.
func (m *Model) askEdition() tea.Cmd {
	if m.packing.running {
		return nil
	}
	m.askFor("edition", m.t.Desk.EditionLabel, usualMinutes, m.t.Desk.EditionHint, func(text string) tea.Cmd {
		o := editionOf(text)
		m.packing = packing{running: true}
		return packCmd(m.ctx, m.o.Store, o)
	}).plain = true
	return nil
}

// editionOf reads "45 agency:dpa": minutes, then a query. Without a query it is what
// is unread, without minutes all of it.
func editionOf(text string) cache.EditionOptions {
	first, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	n, err := strconv.Atoi(first)
	if err != nil || n < 0 {
		n, rest = 0, text
	}
	q := cache.Query{Filter: strings.TrimSpace(rest)}
	q.Unread = q.Filter == ""
	return cache.EditionOptions{Minutes: n, Query: q}
}

func packCmd(ctx context.Context, s Store, o cache.EditionOptions) tea.Cmd {
	return func() tea.Msg { return waitPackCmd(s.Pack(ctx, o))() }
}

func waitPackCmd(steps <-chan cache.PackStep) tea.Cmd {
	return func() tea.Msg {
		s, ok := <-steps
		return packMsg{step: s, ok: ok, steps: steps}
	}
}

// packed takes one step of packing.
func (m *Model) packed(msg packMsg) tea.Cmd {
	switch {
	case !msg.ok:
		m.packing = packing{}
		return nil
	case msg.step.Err != nil:
		return tea.Batch(m.fail(msg.step.Err), waitPackCmd(msg.steps))
	case msg.step.Edition != nil:
		return tea.Batch(m.showEdition(msg.step.Edition), waitPackCmd(msg.steps))
	}
	m.packing = packing{running: true, done: msg.step.Done, total: msg.step.Total, pictures: msg.step.Pictures}
	return waitPackCmd(msg.steps)
}

// showEdition lists the edition, and says on a sheet over it what it lacks.
func (m *Model) showEdition(e *cache.Edition) tea.Cmd {
	t := &m.t.Desk
	said := t.Packed(len(e.Rows), e.Minutes)
	if len(e.Rows) == 0 {
		return m.say(t.NothingToPack, false)
	}
	p := place{title: t.EditionTitle, query: cache.Query{Filter: "is:packed"}, found: true}
	cmd := tea.Batch(m.goTo(p, 0), m.focus(paneList))
	if len(e.Lacks) == 0 {
		return tea.Batch(cmd, m.say(said+" "+t.NothingMissing, false))
	}
	paras := []para{{{plainTone, t.Missing(len(e.Lacks))}}, nil}
	last := ""
	for _, l := range e.Lacks {
		line := t.Lacks[l.What] + "  " + feed.Line(l.Headline)
		why := m.words(l.Err)
		if line+why == last { // several pictures of one article
			continue
		}
		last = line + why
		paras = append(paras, para{{headTone, line}}, para{{mutedTone, why}}, nil)
	}
	m.sheet = &sheet{title: said, paras: paras}
	return cmd
}

// retryFirst is after how long the network is tried again; the time doubles up to
// the interval of refreshes. Some seconds more or less keep many readers on one
// train from asking at once.
const retryFirst = time.Minute

// retryMsg says that it is time to look for the network again.
type retryMsg struct{}

// wentOffline notes that nobody was reached, says so once, and tries again later.
func (m *Model) wentOffline() tea.Cmd {
	first := m.offline == 0
	m.offline = max(retryFirst, min(2*m.offline, max(m.o.Interval, retryFirst)))
	cmd := m.after(m.offline+rand.N(m.offline/4), retryMsg{})
	if first {
		return tea.Batch(cmd, m.say(m.offlineText(), false))
	}
	return cmd
}

func (m *Model) retry() tea.Cmd {
	if m.offline == 0 || m.refresh.running {
		return nil
	}
	return m.startRefresh(true, nil)
}

// offlineText is the one line about it: since when nothing new has come.
func (m *Model) offlineText() string {
	var last time.Time
	for i := range m.sources.rows {
		if at := m.sources.rows[i].Fetched; at.After(last) {
			last = at
		}
	}
	if last.IsZero() {
		return m.t.Desk.OfflineNever
	}
	return m.t.Desk.Offline(m.t.Dates.Stamp(last.In(m.now.Location())))
}

// queued subscribes to an address nobody could ask about: its feed is looked at when
// there is a network again.
func (m *Model) queued(address string) tea.Cmd {
	link := feed.WebLink(address)
	if link == "" {
		link = feed.WebLink("https://" + address)
	}
	if link == "" {
		return m.say(m.t.Screen.NoFeed(address), true)
	}
	return addCmd(m.ctx, m.o.Store, []feed.Source{{URL: link}})
}
