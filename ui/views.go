package ui

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// View is a saved query with a name: a smart folder.
type View struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

// facetRows is how many of the newest articles are looked through for agencies and sections.
const facetRows = 3000

// facet is an agency or a section with how much of it is unread.
type facet struct {
	name   string
	unread int
}

// The lists of the sources pane that are folded until they are asked for, by what
// stands in the place of a folder's path. No folder has such a name.
const (
	agenciesFold = "\x01agencies"
	sectionsFold = "\x01sections"
	tagsFold     = "\x01tags"
)

// viewsName is what they are stored under.
const viewsName = "views"

// setViews takes the queries as they are stored.
func (m *Model) setViews(stored string) {
	m.views = nil
	if stored != "" && json.Unmarshal([]byte(stored), &m.views) != nil {
		m.views = nil // another version wrote it
	}
}

// saveView keeps what the list shows now under a name.
func (m *Model) saveView() tea.Cmd {
	q := m.place.expression()
	if q == "" {
		return m.say(m.t.Screen.FilterFirst(m.key("filter")), true)
	}
	m.askFor("view", m.t.Screen.ViewLabel, "", q, func(text string) tea.Cmd {
		m.views = append(slices.DeleteFunc(m.views, func(v View) bool { return v.Name == text }), View{Name: text, Query: q})
		return tea.Batch(m.keepViews("save-view"), m.say(m.t.Screen.ViewSaved(text), false))
	})
	return nil
}

// keepViews stores the queries that the reader has saved; what is the action on them.
func (m *Model) keepViews(what string) tea.Cmd {
	data, err := json.Marshal(m.views)
	if err != nil {
		return m.fail(err)
	}
	m.listSources()
	return tea.Batch(keepCmd(m.ctx, m.o.Store, what, viewsName, string(data)), m.sourcesCmd())
}

// removeView takes a saved query away; one of the settings has to go there.
func (m *Model) removeView(it *sourceItem) tea.Cmd {
	if it.settings {
		return m.say(m.t.Screen.ViewInSettings(it.place.title), true)
	}
	name := it.place.title
	m.views = slices.DeleteFunc(m.views, func(v View) bool { return v.Name == name })
	return tea.Batch(m.keepViews("remove-view"), m.say(m.t.Screen.ViewRemoved(name), false))
}

// renameView asks for another name.
func (m *Model) renameView(it *sourceItem) tea.Cmd {
	if it.settings {
		return m.say(m.t.Screen.ViewInSettings(it.place.title), true)
	}
	name := it.place.title
	m.askFor("view", m.t.Screen.RenameLabel, name, "", func(text string) tea.Cmd {
		for i := range m.views {
			if m.views[i].Name == name {
				m.views[i].Name = text
			}
		}
		return m.keepViews("rename-view")
	})
	return nil
}

// expression writes what a place shows in the query language; "" for all articles.
func (p *place) expression() string {
	var parts []string
	q := &p.query
	if q.Source != "" {
		parts = append(parts, "source:"+quoted(p.title))
	}
	if len(q.Folder) > 0 {
		parts = append(parts, "folder:"+quoted(strings.Join(q.Folder, "/")))
	}
	if q.Unread {
		parts = append(parts, "is:unread")
	}
	if q.Starred {
		parts = append(parts, "is:starred")
	}
	if f := strings.TrimSpace(q.Filter); f != "" {
		if len(parts) > 0 {
			f = "(" + f + ")"
		}
		parts = append(parts, f)
	}
	return strings.Join(parts, " ")
}

// quoted is a value as the query language takes it.
func quoted(s string) string {
	if strings.ContainsAny(s, " ()|") {
		return `"` + strings.ReplaceAll(s, `"`, "") + `"`
	}
	return s
}

// isFolded reports whether what stands under a heading is hidden: a folder's
// sources where the reader folded it, the others unless they were unfolded.
func (s *sourcesPane) isFolded(it *sourceItem) bool {
	return s.folded[it.foldKey()] == (it.kind == folderItem)
}

// lookForFacets has agencies and sections counted where they are shown.
func (m *Model) lookForFacets() tea.Cmd {
	if m.sources.folded[agenciesFold] || m.sources.folded[sectionsFold] {
		return facetsCmd(m.ctx, m.o.Store)
	}
	return nil
}

// allViews are the saved queries: those of the settings first.
func (m *Model) allViews() []View { return append(slices.Clone(m.o.Views), m.views...) }

// addViews appends the saved queries, tags, agencies and sections.
func (m *Model) addViews(s *sourcesPane) {
	for i, v := range m.allViews() {
		s.items = append(s.items, sourceItem{
			place: place{title: feed.Line(v.Name), query: cache.Query{Filter: v.Query}, own: v.Query}, kind: viewItem, settings: i < len(m.o.Views),
			unread: s.found[v.Query], gap: i == 0,
		})
	}
	gap := true
	add := func(fold, title, field string, of []facet) {
		s.items = append(s.items, sourceItem{place: place{title: title}, kind: foldItem, fold: fold, gap: gap})
		gap = false
		if !s.folded[fold] {
			return
		}
		for _, f := range of {
			q := field + ":" + quoted(f.name)
			s.items = append(s.items, sourceItem{
				place: place{title: f.name, query: cache.Query{Filter: q}, own: q}, kind: viewItem, settings: true, depth: 1, unread: f.unread, fold: fold,
			})
		}
	}
	if len(s.rows) == 0 {
		return
	}
	if len(s.tags) > 0 {
		of := make([]facet, len(s.tags))
		for i, t := range s.tags {
			of[i] = facet{t.Name, t.Unread}
		}
		add(tagsFold, m.t.Screen.TagsTitle, "tag", of)
	}
	add(agenciesFold, m.t.Screen.AgenciesTitle, "agency", s.agencies)
	add(sectionsFold, m.t.Screen.SectionsTitle, "section", s.sections)
}

// facetsCmd looks for the agencies and sections of what came last.
func facetsCmd(ctx context.Context, s Store) tea.Cmd {
	return func() tea.Msg {
		rows, err := s.List(ctx, cache.Query{Limit: facetRows})
		agencies, sections := map[string]int{}, map[string]int{}
		for i := range rows {
			n := 1
			if rows[i].Read {
				n = 0
			}
			for _, a := range rows[i].Agencies {
				agencies[string(a)] += n
			}
			if name := feed.Line(rows[i].Section); name != "" {
				sections[name] += n
			}
		}
		return facetsMsg{agencies: facets(agencies), sections: facets(sections), err: err}
	}
}

func facets(counted map[string]int) []facet {
	out := make([]facet, 0, len(counted))
	for name, n := range counted {
		out = append(out, facet{name, n})
	}
	slices.SortFunc(out, func(a, b facet) int {
		return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return out
}

func (m *Model) showFacets(msg facetsMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	m.sources.agencies, m.sources.sections = msg.agencies, msg.sections
	m.listSources()
	return nil
}

// foundCounts counts what is unread in each saved query.
func foundCounts(ctx context.Context, s Store, views []View) map[string]int {
	out := make(map[string]int, len(views))
	for _, v := range views {
		if n, err := s.Count(ctx, cache.Query{Filter: v.Query, Unread: true, Now: true}); err == nil { // a query that cannot be read says so when it is opened
			out[v.Query] = n
		}
	}
	return out
}
