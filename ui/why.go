package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/keys"
)

// askWhy gives an account of the open article's page: what was taken as what, by
// which evidence or rule, and what was left out.
func (m *Model) askWhy() tea.Cmd {
	row, ok := m.current()
	if !ok {
		return m.noArticle()
	}
	return tea.Batch(m.say(m.t.Screen.Fetching(hostOf(row.Link)), false), whyCmd(m.ctx, m.o.Store, &row))
}

func whyCmd(ctx context.Context, s Store, row *cache.Row) tea.Cmd {
	msg, from, link := whyMsg{id: row.ID, title: feed.Line(row.Headline)}, row.Source, row.Link
	return func() tea.Msg {
		msg.reasons, msg.err = s.Why(ctx, from, link)
		return msg
	}
}

// whyIndent is how far the rule and what did not fit in a line stand to the right.
const whyIndent = 3

// showWhy opens the account, if the reader is still there.
func (m *Model) showWhy(msg whyMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	if row, ok := m.current(); !ok || row.ID != msg.id {
		return nil
	}
	m.sheet = &sheet{title: msg.title, by: keys.Why, hang: whyIndent}
	for _, r := range msg.reasons {
		tone := headTone
		if r.What == "drop" {
			tone = removedTone
		}
		p := para{{tone, m.t.Why.Part(r.What)}, {plainTone, "  " + r.Text + "\n"}, {mutedTone, strings.Repeat(" ", whyIndent) + m.t.Why.Rule(r.Rule)}}
		if r.Path != "" {
			p = append(p, run{mutedTone, " · " + r.Path})
		}
		m.sheet.paras = append(m.sheet.paras, p)
	}
	return m.say("", false)
}
