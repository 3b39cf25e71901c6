package cli

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/list"
	"depesche/ui/theme"
)

// rowsAtOnce bounds how much of a long list is in memory.
const rowsAtOnce = 500

type listOptions struct {
	query           string
	unread, starred bool
	source, folder  string
	oldest, json    bool
	limit           int
}

func (a *app) listCmd() *cobra.Command {
	t := &a.text.CLI
	var o listOptions
	cmd := a.verbCmd("list [QUERY...]", t.Verbs.List, groupRead, 0, -1, func(ctx context.Context, args []string) error {
		o.query = strings.Join(args, " ")
		return a.list(ctx, o)
	})
	f := cmd.Flags()
	f.BoolVarP(&o.unread, "unread", "u", false, t.Flags.Unread)
	f.BoolVarP(&o.starred, "starred", "s", false, t.Flags.Starred)
	f.StringVar(&o.source, "source", "", t.Flags.Source)
	f.StringVar(&o.folder, "folder", "", t.Flags.InFolder)
	f.BoolVar(&o.oldest, "oldest", false, t.Flags.Oldest)
	f.IntVarP(&o.limit, "limit", "n", 0, t.Flags.Limit)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	a.completeSources(cmd, "source")
	return cmd
}

func (a *app) list(ctx context.Context, o listOptions) error {
	return a.with(ctx, reading, func(c *cache.Cache) error {
		q := cache.Query{Filter: o.query, Unread: o.unread, Starred: o.starred, Folder: folders(o.folder), Limit: max(0, o.limit)}
		if o.oldest {
			q.Order = cache.Oldest
		}
		if o.source != "" {
			s, err := a.source(ctx, c, o.source)
			if err != nil {
				return err
			}
			q.Source = s.ID
		}
		return a.printList(ctx, c, q, o.json)
	})
}

// printList writes all rows of a query, some of them in memory at a time.
func (a *app) printList(ctx context.Context, c *cache.Cache, q cache.Query, asJSON bool) error {
	st := a.styles()
	if err := a.eachRows(ctx, c, q, func(rows []cache.Row) error { return a.printRows(st, rows, asJSON) }); err != nil {
		return err
	}
	return a.tellWaiting(ctx, c, q)
}

// eachRows gives the rows of a query in order, some of them in memory at a time.
func (a *app) eachRows(ctx context.Context, c *cache.Cache, q cache.Query, do func([]cache.Row) error) error {
	keys, err := c.Keys(ctx, q)
	if err != nil {
		return err
	}
	for chunk := range slices.Chunk(keys, rowsAtOnce) {
		rows, err := c.Rows(ctx, chunk)
		if err != nil {
			return err
		}
		if err := do(rows); err != nil {
			return err
		}
	}
	return nil
}

// printRows writes a list: JSON, columns on a terminal, else records.
func (a *app) printRows(st *theme.Styles, rows []cache.Row, asJSON bool) error {
	if asJSON {
		for i := range rows {
			if err := a.object(rowJSON(&rows[i])); err != nil {
				return err
			}
		}
		return nil
	}
	if a.tty {
		a.printColumns(st, rows)
		return nil
	}
	for i := range rows {
		r := &rows[i]
		fields := []string{string(r.ID), feed.FormatTime(r.Published), state(r), r.SourceTitle, headline(r), r.Link}
		if r.Snippet != "" {
			fields = append(fields, unmarked(r.Snippet))
		}
		a.record(fields...)
	}
	return nil
}

// sourceWidth is how many columns of a line the source's name may take.
const sourceWidth = 20

func (a *app) printColumns(st *theme.Styles, rows []cache.Row) {
	now, look := a.now(), &list.Look{Text: a.text, ASCII: !a.utf8()}
	cells := make([][]string, 0, len(rows))
	for i := range rows {
		r := &rows[i]
		title, mark := st.Row.Read, " "
		if !r.Read {
			title, mark = st.Row.Unread, "•"
		}
		if r.Starred {
			mark = "★"
		}
		line := title.Render(headline(r))
		if file := list.File(look, r); file != "" {
			line = st.Row.Meta.Render(file) + "  " + line
		}
		if r.Snippet != "" {
			line += "  " + highlighted(st, r.Snippet)
		}
		cells = append(cells, []string{
			st.Row.Marker.Render(mark), st.Row.Meta.Render(string(r.ID)), st.Row.Meta.Render(a.text.Dates.Age(r.Published, now)),
			st.Row.Meta.Render(ansi.Truncate(r.SourceTitle, sourceWidth, "…")), line,
		})
	}
	a.table(cells)
}

func headline(r *cache.Row) string {
	if r.Kicker != "" {
		return r.Kicker + ": " + r.Headline
	}
	return r.Headline
}

// state is a row's marks in words that scripts can look for.
func state(r *cache.Row) string {
	s := "unread"
	if r.Read {
		s = "read"
	}
	if r.Starred {
		s += ",starred"
	}
	if r.Changed {
		s += ",changed"
	}
	if r.Muted {
		s += ",muted"
	}
	if r.Hidden {
		s += ",hidden"
	}
	if r.Highlighted {
		s += ",highlighted"
	}
	return s
}

type listed struct {
	ID          feed.ID       `json:"id"`
	Source      feed.SourceID `json:"source"`
	SourceTitle string        `json:"source_title"`
	URL         string        `json:"url"`
	Kicker      string        `json:"kicker"`
	Headline    string        `json:"headline"`
	Standfirst  string        `json:"standfirst"`
	Section     string        `json:"section"`
	Language    string        `json:"language"`
	Agencies    []feed.Agency `json:"agencies"`
	Published   string        `json:"published"`
	Minutes     int           `json:"minutes"`
	Access      string        `json:"access"`
	Read        bool          `json:"read"`
	Starred     bool          `json:"starred"`
	Changed     bool          `json:"changed"`
	Muted       bool          `json:"muted"`
	Hidden      bool          `json:"hidden"`
	Highlighted bool          `json:"highlighted"`
	Tags        []string      `json:"tags"`
	HasPage     bool          `json:"has_page"`
	HasPicture  bool          `json:"has_picture"`
	Copies      int           `json:"copies"`
	Medium      string        `json:"medium"`   // of its first file: audio, video, image, document; "": it has none
	Duration    int64         `json:"duration"` // of that file, seconds
	Downloaded  bool          `json:"downloaded"`
	Snippet     string        `json:"snippet,omitempty"`
	Hits        []string      `json:"hits,omitempty"`
}

func rowJSON(r *cache.Row) listed {
	l := listed{
		ID: r.ID, Source: r.Source, SourceTitle: r.SourceTitle, URL: r.Link, Kicker: r.Kicker, Headline: r.Headline,
		Standfirst: r.Standfirst, Section: r.Section, Language: r.Language, Agencies: r.Agencies,
		Published: feed.FormatTime(r.Published), Minutes: r.Minutes, Access: r.Access.String(), Read: r.Read, Starred: r.Starred,
		Changed: r.Changed, Muted: r.Muted, Hidden: r.Hidden, Highlighted: r.Highlighted, Tags: append([]string{}, r.Tags...), HasPage: r.HasPage, HasPicture: r.HasPicture, Copies: r.Copies,
		Medium: r.Medium.String(), Duration: int64(r.Duration / time.Second), Downloaded: r.Downloaded,
		Snippet: unmarked(r.Snippet), Hits: hits(r.Snippet),
	}
	if l.Agencies == nil {
		l.Agencies = []feed.Agency{}
	}
	return l
}

// folders reads "News/Berlin".
func folders(path string) []string {
	path = strings.Trim(path, "/")
	if path == "" {
		return nil
	}
	return strings.Split(path, "/")
}

// stamp writes a time for a record; the zero time as nothing.
func stamp(t time.Time) string { return feed.FormatTime(t) }
