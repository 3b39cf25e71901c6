package ui

import (
	"cmp"
	"errors"
	"net/url"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/keys"
)

// refreshing is what the screen knows of the refresh that runs.
type refreshing struct {
	running     bool
	done, total int
	pages       bool
	pictures    bool
	title       string
	failed      int             // sources that did not answer
	sources     int             // how many were asked
	lost        int             // pages that could not be had
	brought     int             // new articles, those included that the reader has taken in meanwhile
	offline     bool            // nobody was reached
	stopped     error           // nothing can be stored
	asked       bool            // by the reader, for sources just added: their articles are wanted at once
	said        string          // what is told at the end where nothing is new; "": that
	next        []feed.SourceID // added meanwhile: asked as soon as this one has ended
}

// sourcesEvery is after how many answers of a refresh the counts are read anew.
const sourcesEvery = 25

// startRefresh asks sources for news: those named, or all; due: only those
// whose time has come. One refresh runs at a time.
func (m *Model) startRefresh(due bool, ids []feed.SourceID) tea.Cmd {
	if m.refresh.running {
		return m.say(m.t.Screen.AlreadyRefreshing, false)
	}
	m.refresh = refreshing{running: true}
	return refreshCmd(m.ctx, m.o.Store, due, ids)
}

// refreshOne asks the source of the current article, or under the cursor.
func (m *Model) refreshOne() tea.Cmd {
	if m.prefs.focus == paneSources {
		if src := m.sources.source(); src != nil {
			return m.refreshSource(src.ID)
		}
		p := m.sources.current(m)
		var ids []feed.SourceID
		for i := range m.sources.rows {
			r := &m.sources.rows[i]
			if f := p.query.Folder; len(f) > 0 && len(r.Folder) >= len(f) && slices.Equal(r.Folder[:len(f)], f) {
				ids = append(ids, r.ID)
			}
		}
		return m.startRefresh(false, ids)
	}
	row, ok := m.current()
	if !ok {
		return m.startRefresh(false, nil)
	}
	return m.refreshSource(row.Source)
}

// refreshSource asks one source; there is none behind saved pages.
func (m *Model) refreshSource(id feed.SourceID) tea.Cmd {
	for i := range m.sources.rows {
		if r := &m.sources.rows[i]; r.ID == id && r.Saved {
			return m.say(m.t.Screen.SavedNotAsked, false)
		}
	}
	return m.startRefresh(false, []feed.SourceID{id})
}

// showProgress takes one step of a refresh. Nothing moves: news are counted,
// and the list is made anew when the reader says so, or when it is empty.
func (m *Model) showProgress(msg progressMsg) tea.Cmd {
	if !msg.ok {
		return m.refreshed()
	}
	r, p := &m.refresh, msg.p
	r.done, r.total, r.title, r.pages, r.pictures = p.Done, p.Total, feed.Line(p.Title), p.Pages, p.Pictures
	if errors.Is(p.Err, cache.ErrOffline) {
		r.offline = true
		return waitCmd(msg.steps)
	}
	var place *cache.StorageError
	if p.Source == "" && errors.As(p.Err, &place) {
		r.stopped = p.Err
		return waitCmd(msg.steps)
	}
	m.countStep(p)
	m.fresh, r.brought = m.fresh+p.New, r.brought+p.New
	cmds := []tea.Cmd{waitCmd(msg.steps), m.pageCame(p)}
	if p.Done%sourcesEvery == 0 && !p.Pages && !p.Pictures {
		cmds = append(cmds, m.sourcesCmd())
	}
	if p.New > 0 && m.list.Len() == 0 && !m.loading {
		cmds = append(cmds, m.reload())
	}
	return tea.Batch(cmds...)
}

// countStep keeps apart who did not answer and what could not be had: a page that is
// gone is no fault of its source.
func (m *Model) countStep(p cache.Progress) {
	r, what := &m.refresh, "source failed"
	switch {
	case !p.Pages && !p.Pictures:
		r.sources = max(r.sources, p.Total)
		if p.Err != nil {
			r.failed++
		}
	case p.Pages && p.Err != nil:
		r.lost, what = r.lost+1, "page failed"
	case p.Err != nil:
		what = "picture failed"
	}
	if p.Err != nil && m.o.Log != nil {
		m.o.Log.Warn(what, "source", p.Source, "err", p.Err)
	}
}

func (m *Model) refreshed() tea.Cmd {
	r := m.refresh
	m.refresh = refreshing{}
	cmds := []tea.Cmd{m.reread(), versionCmd(m.ctx, m.o.Store), m.after(settledAfter, settledMsg{})}
	m.version = 0 // the change was our own
	if !r.offline {
		m.offline = 0
	}
	switch {
	case r.offline:
		cmds = append(cmds, m.wentOffline())
	case r.stopped != nil:
		cmds = append(cmds, m.fail(r.stopped))
	case r.failed > 0:
		cmds = append(cmds, m.say(m.t.Screen.Failed(r.failed, max(r.sources, r.failed), m.key("problems")), true))
	case r.lost > 0:
		cmds = append(cmds, m.say(m.t.Screen.PagesLost(r.lost), false))
	case r.brought == 0 && r.said != "":
		cmds = append(cmds, m.say(r.said, false))
	case r.brought == 0 && r.total > 0:
		cmds = append(cmds, m.say(m.t.Screen.NothingNew, false))
	}
	if m.list.Len() == 0 || r.asked {
		cmds = append(cmds, m.reload())
	}
	if len(r.next) > 0 && !r.offline {
		cmds = append(cmds, m.startRefresh(false, r.next))
		m.refresh.asked = true
	}
	return tea.Batch(cmds...)
}

// found hears which feeds an address offers: one is added, of several the reader chooses.
func (m *Model) found(msg foundMsg) tea.Cmd {
	switch {
	case cache.Unanswered(msg.err) && m.offline > 0:
		return m.queued(msg.address)
	case errors.Is(msg.err, feed.ErrNoFeed) && !msg.last:
		return watchCmd(m.ctx, m.o.Store, msg.address, msg.err)
	case msg.err != nil:
		return m.fail(msg.err)
	case msg.last && len(msg.sources) > 0:
		return m.offerHeadlines(msg)
	case len(msg.sources) == 0:
		return m.say(m.t.Screen.NoFeed(msg.address), true)
	case len(msg.sources) == 1:
		return addCmd(m.ctx, m.o.Store, msg.sources)
	}
	m.toast.text = "" // that it was looked for
	m.chooseSources(m.t.Screen.Several(len(msg.sources), hostOf(msg.address)), msg.sources)
	return nil
}

// offerHeadlines shows what a page without a feed announces: whoever chooses one follows all.
func (m *Model) offerHeadlines(msg foundMsg) tea.Cmd {
	m.toast.text = ""
	var items []item
	sources := slices.Clone(msg.sources)
	for i := range sources {
		for line := range strings.Lines(sources[i].Description) {
			items = append(items, item{label: feed.Line(line)})
		}
		sources[i].Description = ""
	}
	t := &m.t.Screen
	m.menu = newMenu(t.Headlines(hostOf(msg.sources[0].URL)), t.FollowHint(m.key("accept")), items, func([]int) tea.Cmd {
		return addCmd(m.ctx, m.o.Store, sources)
	})
	return nil
}

// chooseSources offers sources to subscribe to.
func (m *Model) chooseSources(title string, sources []feed.Source) {
	items := make([]item, len(sources))
	for i, s := range sources {
		group := ""
		if len(s.Folder) > 0 {
			group = strings.Join(s.Folder, " / ")
		}
		label := feed.Line(s.Title)
		if label == "" {
			label = s.URL
		}
		items[i] = item{group: group, label: label, detail: feed.Line(s.URL)}
	}
	m.menu = newMenu(title, m.t.Screen.ChooseHint(m.key("menu-toggle"), m.key("accept")), items, func(picked []int) tea.Cmd {
		var out []feed.Source
		for _, i := range picked {
			out = append(out, sources[i])
		}
		return addCmd(m.ctx, m.o.Store, out)
	})
	m.menu.multi = true
}

// added shows the sources that were added and asks them for their articles:
// that is what adding them was for.
func (m *Model) added(msg addedMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	if msg.n == 0 {
		return m.say(m.t.Screen.AlreadyThere, false)
	}
	if m.o.Log != nil {
		m.o.Log.Info("sources added", "n", msg.n)
	}
	cmds := []tea.Cmd{m.say(m.t.Screen.Added(msg.n), false), m.sourcesCmd()}
	if !m.refresh.running {
		cmds = append(cmds, m.startRefresh(false, msg.ids))
		m.refresh.asked = true
	} else {
		m.refresh.next = append(m.refresh.next, msg.ids...)
		cmds = append(cmds, m.reload())
	}
	return tea.Batch(cmds...)
}

func (m *Model) changed(msg changedMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	return tea.Batch(m.say(msg.what(), false), m.sourcesCmd(), m.reload())
}

// removeSource unsubscribes at once: undo brings it back, with its articles.
func (m *Model) removeSource() tea.Cmd {
	if it := m.sources.item(); it != nil && it.kind == viewItem {
		return m.removeView(it)
	}
	src := m.sources.source()
	if src == nil {
		return m.say(m.t.Screen.NoSource, true)
	}
	id, title := src.ID, sourceTitle(src)
	if m.place.query.Source == id {
		m.place = m.allPlace()
	}
	starred := 0
	return changeCmd(func() (err error) {
		if starred, err = m.o.Store.StarredIn(m.ctx, id); err != nil {
			return err
		}
		return m.o.Store.RemoveSource(m.ctx, id)
	}, func() string { return m.t.Screen.Removed(title, starred, m.key("undo")) })
}

func (m *Model) chooseStarter() tea.Cmd {
	list := m.o.Starter
	if list == nil {
		list = Starter()
	}
	m.chooseSources(m.t.Screen.StarterTitle, list)
	return nil
}

func (m *Model) askImport() tea.Cmd {
	if m.o.Import == nil {
		return m.say(m.t.Screen.NothingToImport, true)
	}
	return importsCmd(m.ctx, m.o.Import)
}

func (m *Model) chooseImport(msg importsMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	if len(msg.found) == 0 {
		return m.askImportFile()
	}
	items := make([]item, len(msg.found), len(msg.found)+1)
	for i, f := range msg.found {
		detail := m.t.Screen.Estate(len(f.Sources), f.Articles, f.Read, f.Starred) + "  " + feed.Line(cmp.Or(f.Path, f.Data))
		if f.Err != nil {
			detail = m.words(f.Err)
		}
		items[i] = item{label: f.Program, detail: detail}
	}
	if m.o.FromFile != nil && !msg.named {
		items = append(items, item{label: m.t.Screen.ImportFile})
	}
	m.menu = newMenu(m.t.Screen.ImportTitle, m.t.Screen.ChooseHint(m.key("menu-toggle"), m.key("accept")), items, func(picked []int) tea.Cmd {
		var out []Found
		for _, i := range picked {
			if i == len(msg.found) {
				return m.askImportFile()
			}
			out = append(out, msg.found[i])
		}
		return tea.Batch(m.say(m.t.Screen.TakingOver, false), takeOverCmd(m.ctx, m.o.TakeOver, out))
	})
	m.menu.multi = true
	return nil
}

// askImportFile asks for a file that another reader wrote; what it holds is shown before it is taken.
func (m *Model) askImportFile() tea.Cmd {
	if m.o.FromFile == nil {
		return m.say(m.t.Screen.NothingToImport, true)
	}
	m.askFor("import", m.t.Screen.ImportLabel, "", m.t.Screen.ImportHint, func(path string) tea.Cmd {
		return fromFileCmd(m.ctx, m.o.FromFile, path)
	})
	return nil
}

// takenOver tells what has come from other readers, and asks its sources for news.
func (m *Model) takenOver(msg takenOverMsg) tea.Cmd {
	r := msg.done.Restored
	if msg.err != nil {
		return tea.Batch(m.fail(msg.err), m.sourcesCmd(), m.reload())
	}
	said := m.t.Screen.TakenOver(r.Sources, r.Added, r.Known, m.key("undo"))
	if m.o.Log != nil {
		m.o.Log.Info("taken over", "sources", r.Sources, "articles", r.Added, "known", r.Known)
	}
	cmds := []tea.Cmd{m.say(said, false), m.sourcesCmd(), m.reload()}
	if r.Sources > 0 && !m.refresh.running {
		cmds = append(cmds, m.startRefresh(false, msg.done.IDs))
		m.refresh.said = said
	}
	return tea.Batch(cmds...)
}

// showProblems lists the sources that fail, each with what is wrong, and then all
// others; of each it says when it is asked again.
func (m *Model) showProblems() tea.Cmd {
	var failing, fine []para
	for i := range m.sources.rows {
		r := &m.sources.rows[i]
		state := run{mutedTone, m.t.State(r.Fetched, r.Failed, r.Next, r.Fails, r.Gone, m.now)}
		if r.Problem == "" && !r.Gone {
			if !r.Sample && !r.Saved {
				fine = append(fine, para{{plainTone, sourceTitle(r) + "  "}, state})
			}
			continue
		}
		problem := feed.Line(r.Problem)
		if r.Gone {
			problem = m.t.Screen.Gone
		}
		failing = append(failing, para{{headTone, sourceTitle(r)}}, para{{plainTone, problem}}, para{state})
		if address := feed.Line(r.URL); address != sourceTitle(r) {
			failing = append(failing, para{{mutedTone, address}})
		}
		failing = append(failing, nil)
	}
	if len(failing) == 0 {
		failing = []para{{{headTone, m.t.Screen.NoProblems}}, nil}
	}
	m.sheet = &sheet{title: m.t.Screen.ProblemsTitle, by: keys.Problems, paras: append(failing, fine...)}
	return nil
}

// askStories looks for the same story in other papers.
func (m *Model) askStories() tea.Cmd {
	row, ok := m.current()
	if !ok {
		return m.noArticle()
	}
	return storiesCmd(m.ctx, m.o.Store, row.ID)
}

func (m *Model) chooseStory(msg storiesMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	if len(msg.rows) == 0 {
		return m.say(m.t.Screen.NoCopies, false)
	}
	items := make([]item, len(msg.rows))
	for i := range msg.rows {
		r := &msg.rows[i]
		items[i] = item{label: feed.Line(r.SourceTitle), detail: feed.Line(r.Headline) + "  " + m.t.Dates.Age(r.Published, m.now)}
	}
	m.menu = newMenu(m.t.Screen.CopiesTitle, "", items, func(picked []int) tea.Cmd {
		if m.prefs.focus == panePage {
			return m.visit(msg.rows[picked[0]])
		}
		return tea.Batch(m.openArticle(msg.rows[picked[0]], true), m.focus(panePage))
	})
	return nil
}

// hostOf is the site an address belongs to, for people.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return feed.Line(address)
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
