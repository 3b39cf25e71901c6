package ui

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/keys"
	"depesche/ui/locale"
)

// askChanges compares the open article with the text it had before.
func (m *Model) askChanges() tea.Cmd {
	row, ok := m.current()
	if !ok {
		return m.noArticle()
	}
	return changesCmd(m.ctx, m.o.Store, m.t, row.ID)
}

func changesCmd(ctx context.Context, s Store, t *locale.Text, id feed.ID) tea.Cmd {
	return func() tea.Msg {
		msg := changesMsg{id: id}
		revs, err := s.Revisions(ctx, id)
		if err != nil && !errors.Is(err, cache.ErrNotFound) || len(revs) == 0 {
			msg.err = err
			return msg
		}
		now, err := s.Article(ctx, id, cache.Best)
		if err != nil {
			msg.err = err
			return msg
		}
		msg.title = feed.Line(now.Headline)
		newer := now
		for _, r := range newestFirst(revs) {
			msg.paras = append(msg.paras, para{{mutedTone, t.Screen.ChangedAt(t.Dates.Stamp(r.Seen))}}, nil)
			msg.paras = append(msg.paras, compare(texts(&r.Article), texts(&newer))...)
			newer = r.Article
		}
		return msg
	}
}

func newestFirst(revs []cache.Revision) []cache.Revision {
	if len(revs) > 1 && revs[0].Seen.Before(revs[len(revs)-1].Seen) {
		out := make([]cache.Revision, 0, len(revs))
		for i := len(revs) - 1; i >= 0; i-- {
			out = append(out, revs[i])
		}
		return out
	}
	return revs
}

func (m *Model) showChanges(msg changesMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	if len(msg.paras) == 0 {
		return m.say(m.t.Screen.Unchanged, false)
	}
	m.sheet = &sheet{title: msg.title, by: keys.Changes, paras: msg.paras}
	return nil
}

// texts are the paragraphs of an article that a reader compares.
func texts(a *feed.Article) []string {
	out := []string{a.Kicker, a.Headline, a.Standfirst}
	out = append(out, strings.Split(strings.TrimSuffix(a.PlainText(), "\n"), "\n")...)
	out = append(out, a.Corrections...)
	return append(out, a.Credit)
}

// compare sets the changed paragraphs of two texts, word by word; what stayed
// is left out but for a sign.
func compare(before, now []string) []para {
	var out []para
	skipped := false
	var gone []string
	flush := func(added []string) {
		for len(gone) > 0 || len(added) > 0 {
			var a, b string
			if len(gone) > 0 {
				a, gone = gone[0], gone[1:]
			}
			if len(added) > 0 {
				b, added = added[0], added[1:]
			}
			out = append(out, words(a, b), nil)
		}
	}
	var added []string
	for _, e := range edits(before, now) {
		switch e.op {
		case 0:
			if len(gone)+len(added) > 0 {
				flush(added)
				added, skipped = nil, false
			}
			if !skipped && e.text != "" {
				out = append(out, para{{mutedTone, "[…]"}}, nil)
				skipped = true
			}
		case -1:
			gone = append(gone, e.text)
		case 1:
			added = append(added, e.text)
		}
	}
	flush(added)
	return out
}

// words is a paragraph with the words that went struck out and those that came marked.
func words(a, b string) para {
	var out para
	for _, e := range edits(strings.SplitAfter(a, " "), strings.SplitAfter(b, " ")) {
		if e.text == "" {
			continue
		}
		t := plainTone
		switch e.op {
		case -1:
			t = removedTone
		case 1:
			t = addedTone
		}
		if n := len(out); n > 0 && out[n-1].tone == t {
			out[n-1].text += e.text
			continue
		}
		out = append(out, run{t, e.text})
	}
	return spaced(out)
}

// spaced takes the blanks at the end of what went and what came out of their marks, and puts
// one between the two where the paragraph ends with them.
func spaced(p para) para {
	var out para
	plain := ""
	for i, r := range p {
		if r.tone == plainTone {
			plain += r.text
			continue
		}
		if plain != "" {
			out, plain = append(out, run{plainTone, plain}), ""
		}
		bare := strings.TrimRight(r.text, " ")
		out = append(out, run{r.tone, bare})
		if i < len(p)-1 || bare != r.text {
			plain = " "
		}
	}
	if plain != "" {
		out = append(out, run{plainTone, plain})
	}
	return out
}

// edit is a step from one text to another: op 0 stays, -1 goes, 1 comes.
type edit struct {
	op   int
	text string
}

// maxCompared bounds the table of edits, which grows with both lengths.
const maxCompared = 4 << 20

// edits is the shortest way from a to b.
func edits(a, b []string) []edit {
	var head, tail []edit
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		head = append(head, edit{0, a[0]})
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		tail = append(tail, edit{0, a[len(a)-1]})
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	out := head
	if len(a)*len(b) > maxCompared {
		for _, s := range a {
			out = append(out, edit{-1, s})
		}
		for _, s := range b {
			out = append(out, edit{1, s})
		}
	} else {
		out = append(out, shortest(a, b)...)
	}
	for i := len(tail) - 1; i >= 0; i-- {
		out = append(out, tail[i])
	}
	return out
}

// shortest fills the table of the longest common run and walks it.
func shortest(a, b []string) []edit {
	w := len(b) + 1
	table := make([]int32, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i*w+j] = table[(i+1)*w+j+1] + 1
			} else {
				table[i*w+j] = max(table[(i+1)*w+j], table[i*w+j+1])
			}
		}
	}
	var out []edit
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			out = append(out, edit{0, a[i]})
			i, j = i+1, j+1
		case j >= len(b) || i < len(a) && table[(i+1)*w+j] >= table[i*w+j+1]:
			out = append(out, edit{-1, a[i]})
			i++
		default:
			out = append(out, edit{1, b[j]})
			j++
		}
	}
	return out
}
