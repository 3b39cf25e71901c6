package ui

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/prompt"
)

// question is an open prompt and what its answer is for.
type question struct {
	name   string // of its history
	prompt prompt.Prompt
	answer func(text string) tea.Cmd
	plain  bool // the answer may be empty
	query  bool // the answer is a filter: one that cannot be read is put right where it stands
}

// keptLines is how many lines of input each prompt remembers.
const keptLines = 100

func (m *Model) askFor(name, label, text, hint string, answer func(string) tea.Cmd) *question {
	m.ask = &question{name: name, prompt: prompt.New(label, text, m.lines[name]), answer: answer}
	m.ask.prompt.Hint = hint
	return m.ask
}

// answered closes the prompt and does what it was for.
func (m *Model) answered() tea.Cmd {
	q := m.ask
	text := strings.TrimSpace(q.prompt.Text())
	var wrong *cache.QueryError
	if _, err := cache.ParseQuery(text); q.query && errors.As(err, &wrong) {
		q.prompt.Set(text)
		q.prompt.At(wrong.Pos)
		return m.say(m.words(wrong), true)
	}
	m.ask = nil
	if text == "" && !q.plain {
		return nil
	}
	m.lines[q.name] = prompt.Remember(m.lines[q.name], text, keptLines)
	cmd := q.answer(text)
	if data, err := json.Marshal(m.lines[q.name]); err == nil && text != "" {
		cmd = tea.Batch(cmd, rememberCmd(m.ctx, m.o.Store, historyName+q.name, string(data)))
	}
	return cmd
}

func (m *Model) askSearch() tea.Cmd {
	q := m.askFor("search", "/", "", m.t.Screen.SearchHint, func(text string) tea.Cmd {
		if m.prefs.focus == panePage {
			if m.page.Search(text) == 0 {
				m.page.Search("")
				return m.say(m.t.Screen.NothingFound(text), true)
			}
			return nil
		}
		if text == "" {
			m.list.Mark("", nil)
			return nil
		}
		return hitsCmd(m.ctx, m.o.Store, m.gen, m.place.query, text)
	})
	q.plain = true
	return nil
}

func (m *Model) askEverywhere() tea.Cmd {
	q := m.askFor("search", m.t.Screen.SearchEverywhere, "", m.t.Screen.FilterHint, func(text string) tea.Cmd {
		p := place{title: m.t.Screen.Found(text), query: cache.Query{Filter: text, Order: cache.BestHit}, found: true}
		return tea.Batch(m.goTo(p, 0), m.focus(paneList))
	})
	q.query = true
	q.prompt.Complete = m.completeFilter
	return nil
}

func (m *Model) askFilter() tea.Cmd {
	q := m.askFor("filter", m.t.Screen.FilterLabel, m.place.query.Filter, m.t.Screen.FilterHint, func(text string) tea.Cmd {
		return m.change(func(q *cache.Query) { q.Filter = text })
	})
	q.plain, q.query = true, true
	q.prompt.Complete = m.completeFilter
	return nil
}

// inLanguage lists values by their German names or their English ones, and then by all others.
func inLanguage(values [][]string, german bool) (out []string) {
	at := func(names []string) int {
		if german {
			return len(names) - 1
		}
		return 0
	}
	for _, names := range values {
		out = append(out, names[at(names)])
	}
	for _, names := range values {
		for i, n := range names {
			if i != at(names) {
				out = append(out, n)
			}
		}
	}
	return out
}

// completeFilter offers the fields of the query language, then their values
// where these are known: states, and the sources' names.
func (m *Model) completeFilter(word string) []string {
	var out []string
	name, value, typed := strings.Cut(strings.ToLower(word), ":")
	for _, f := range cache.Fields() {
		switch {
		case typed && slices.Contains(f.Names, name):
			values := inLanguage(f.Values, name == f.Names[len(f.Names)-1])
			if f.Names[0] == "source" {
				values = m.sourceNames()
			}
			for _, v := range values {
				if strings.HasPrefix(strings.ToLower(v), value) {
					out = append(out, word[:len(name)+1]+v)
				}
			}
		case typed:
		case name != "":
			for _, n := range inLanguage([][]string{f.Names}, m.t.Code == "de") {
				if strings.HasPrefix(n, name) {
					out = append(out, n+":")
				}
			}
		case m.t.Code == "de":
			out = append(out, f.Names[len(f.Names)-1]+":")
		default:
			out = append(out, f.Names[0]+":")
		}
	}
	return out
}

// sourceNames are the sources' titles as a filter takes them.
func (m *Model) sourceNames() []string {
	var out []string
	for i := range m.sources.rows {
		out = append(out, quoted(sourceTitle(&m.sources.rows[i])))
	}
	return out
}

func (m *Model) askAdd() tea.Cmd {
	m.askFor("add", m.t.Screen.AddLabel, "", m.t.Screen.AddHint, func(text string) tea.Cmd {
		if m.o.FromFile != nil && (filepath.IsAbs(text) || strings.HasPrefix(text, "~/") || strings.HasPrefix(text, "./")) {
			return fromFileCmd(m.ctx, m.o.FromFile, text)
		}
		return tea.Batch(m.say(m.t.Screen.Looking(text), false), findCmd(m.ctx, m.o.Store, text))
	})
	return nil
}

func (m *Model) askRename() tea.Cmd {
	if it := m.sources.item(); it != nil && it.kind == viewItem {
		return m.renameView(it)
	}
	src := m.sources.source()
	if src == nil {
		return m.say(m.t.Screen.NoSource, true)
	}
	s := src.Source
	m.askFor("rename", m.t.Screen.RenameLabel, sourceTitle(src), "", func(text string) tea.Cmd {
		s.Title = text
		return changeCmd(func() error { return m.o.Store.ChangeSource(m.ctx, s) }, func() string { return m.t.Screen.Renamed(text) })
	})
	return nil
}

func (m *Model) askFolder() tea.Cmd {
	src := m.sources.source()
	if src == nil {
		return m.say(m.t.Screen.NoSource, true)
	}
	s := src.Source
	q := m.askFor("folder", m.t.Screen.FolderLabel, strings.Join(s.Folder, "/"), m.t.Screen.FolderHint, func(text string) tea.Cmd {
		s.Folder = nil
		for f := range strings.SplitSeq(text, "/") {
			if f = strings.TrimSpace(f); f != "" {
				s.Folder = append(s.Folder, f)
			}
		}
		return changeCmd(func() error { return m.o.Store.ChangeSource(m.ctx, s) }, func() string { return m.t.Screen.Moved(s.Title, text) })
	})
	q.plain = true
	q.prompt.Complete = func(word string) []string {
		var out []string
		for i := range m.sources.rows {
			f := strings.Join(m.sources.rows[i].Folder, "/")
			if f != "" && strings.HasPrefix(strings.ToLower(f), strings.ToLower(word)) && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
		return out
	}
	return nil
}

func (m *Model) askSave() tea.Cmd {
	a, ok := m.article()
	if !ok {
		return m.say(m.t.Screen.OpenFirst, true)
	}
	m.askFor("save", m.t.Screen.SaveLabel, fileName(&a)+".md", "", func(text string) tea.Cmd {
		return saveCmd(m.o.Save, text, a)
	})
	return nil
}

func (m *Model) askPipe() tea.Cmd {
	a, ok := m.article()
	if !ok {
		return m.say(m.t.Screen.OpenFirst, true)
	}
	q := m.askFor("pipe", "| ", "", m.t.Screen.PipeHint, func(text string) tea.Cmd {
		if _, own := m.o.Commands[text]; own {
			return m.runProgram(text)
		}
		line, terminal := strings.CutPrefix(text, "!")
		argv, err := fields(line)
		if err != nil {
			return m.fail(err)
		}
		if len(argv) == 0 {
			return nil
		}
		return Program{Run: argv, Output: map[bool]string{true: "terminal"}[terminal]}.give(m.ctx, text, a)
	})
	q.prompt.Complete = func(word string) []string {
		var out []string
		for name := range m.o.Commands {
			if strings.HasPrefix(name, word) {
				out = append(out, name)
			}
		}
		slices.Sort(out)
		return out
	}
	return nil
}

// article is the article that is on the page, if it is the one keys act on.
func (m *Model) article() (feed.Article, bool) {
	row, ok := m.current()
	if !ok || m.open.shown.id != row.ID || m.open.failed {
		return feed.Article{}, false
	}
	return m.open.article, true
}

// writeNew writes a file that is not there yet.
func writeNew(name string, data []byte) error {
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		home, err := os.UserHomeDir()
		if err != nil {
			return err
		}
		name = filepath.Join(home, rest)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}
