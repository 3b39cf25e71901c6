package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
)

// left is a page that was left by a link, as it was.
type left struct {
	open reading
	at   page.Position
	line int // at the window's top, exactly, where the page is still set as it was
}

// maxTrail is how many pages the way back leads over.
const maxTrail = 50

// followTarget shows what the chosen link leads to, here and not in the browser.
func (m *Model) followTarget() tea.Cmd {
	if m.target == nil {
		return nil
	}
	link := m.target.URL
	m.leaveLinks()
	if feed.WebLink(link) == "" { // mail
		return m.openLink(link)
	}
	return m.follow(link, false)
}

func (m *Model) follow(link string, again bool) tea.Cmd {
	m.following = link
	return tea.Batch(m.say(m.t.Screen.Fetching(hostOf(link)), false), followCmd(m.ctx, m.o.Store, link, m.open.row.Source, again))
}

func followCmd(ctx context.Context, s Store, link string, from feed.SourceID, again bool) tea.Cmd {
	return func() tea.Msg {
		l, err := s.Follow(ctx, link, from, again)
		return followedMsg{link: link, again: again, from: from, to: l, err: err}
	}
}

// followed shows what a link led to, if the reader still waits for it.
func (m *Model) followed(msg followedMsg) tea.Cmd {
	if msg.link != m.following || m.prefs.focus != panePage {
		return nil
	}
	m.following = ""
	if msg.err != nil {
		return m.fail(msg.err)
	}
	m.toast.text = ""
	if msg.to.Row.ID != "" {
		return m.visit(msg.to.Row)
	}
	a, source := &msg.to.Article, msg.from
	if hostOf(msg.link) != hostOf(m.open.row.Link) {
		source = "" // what a source may reach, a page elsewhere may not
	}
	if !msg.again || m.open.row.ID != a.ID {
		m.leave()
	}
	m.open = reading{linked: true, article: *a, row: cache.Row{
		ID: a.ID, Source: source, SourceTitle: hostOf(msg.link), Headline: a.Headline, Link: msg.link, Access: a.Access, Language: a.Language,
		Read: true, Fetched: msg.to.Fetched,
	}}
	if msg.again {
		m.pages.renew(a.ID)
	}
	return tea.Batch(m.leavePictures(), m.setOpen())
}

// visit opens an article from another one; back leads there again.
func (m *Model) visit(row cache.Row) tea.Cmd {
	if row.ID == m.open.row.ID {
		return m.say(m.t.Screen.LeadsHere, false)
	}
	m.leave()
	trail := m.trail
	cmd := m.openArticle(row, true)
	m.trail = trail
	return tea.Batch(cmd, m.focus(panePage))
}

// leave notes the open page on the way back.
func (m *Model) leave() {
	if m.open.shown.id == "" {
		return
	}
	m.trail = append(m.trail, left{open: m.open, at: m.page.Position(), line: m.page.Line()})
	if n := len(m.trail) - maxTrail; n > 0 {
		m.trail = m.trail[n:]
	}
}

// stepBack leads to where the last link was followed: from a footnote to its mark,
// else to the page before. It reports whether there was a way back.
func (m *Model) stepBack() (tea.Cmd, bool) {
	if n := m.note; n != nil {
		m.note = nil
		if n.article == m.open.row.ID && n.to == m.page.Position() {
			m.page.Restore(n.from)
			return nil, true
		}
	}
	if len(m.trail) == 0 {
		return nil, false
	}
	save := m.savePosition()
	last := m.trail[len(m.trail)-1]
	m.trail = m.trail[:len(m.trail)-1]
	m.open, m.following = last.open, ""
	m.open.shown, m.open.restored = pageKey{}, false
	m.open.back = &last
	return tea.Batch(save, m.leavePictures(), m.setOpen()), true
}

// noteJump is a jump to a footnote or from it, to lead back.
type noteJump struct {
	article  feed.ID
	from, to page.Position
}

// jumpToNote goes to a footnote, or from it to its mark in the text.
func (m *Model) jumpToNote(name string) {
	from := m.page.Position()
	if m.page.Jump(name) {
		m.note = &noteJump{m.open.row.ID, from, m.page.Position()}
	}
}

// inList reports whether the open page is an article of the cache, that can be
// marked; else it says so.
func (m *Model) inList() (tea.Cmd, bool) {
	if m.prefs.focus == panePage && m.open.linked {
		return m.say(m.t.Screen.OnlyLinked(m.key("keep-page")), false), false
	}
	return nil, true
}
