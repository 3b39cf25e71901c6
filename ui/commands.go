package ui

import (
	"context"
	"errors"
	"image"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
	"depesche/ui/picture"
	"depesche/ui/theme"
)

// Commands are functions of values: they get all they need as arguments, touch
// no model, and do the whole job in one go.

// firstRows is how many rows a list begins with; its keys come behind.
const firstRows = 300

func listCmd(ctx context.Context, s Store, gen int, p place, keep cache.Key, rows int) tea.Cmd {
	return func() tea.Msg {
		q := p.query
		q.Limit, q.Now = rows, true
		waiting := waitingFor(ctx, s, q)
		rows, err := s.List(ctx, q)
		return listMsg{gen: gen, place: p, rows: rows, keep: keep, waiting: waiting, err: err}
	}
}

func keysCmd(ctx context.Context, s Store, gen int, q cache.Query, keep cache.Key) tea.Cmd {
	return func() tea.Msg {
		q.Now = true
		waiting := waitingFor(ctx, s, q)
		keys, err := s.Keys(ctx, q)
		return keysMsg{gen: gen, keys: keys, keep: keep, waiting: waiting, err: err}
	}
}

// restCmd is keysCmd for a list that was shown before all could be searched.
func restCmd(ctx context.Context, s Store, gen int, q cache.Query) tea.Cmd {
	return func() tea.Msg {
		q.Now = true
		waiting := waitingFor(ctx, s, q)
		keys, err := s.Keys(ctx, q)
		return keysMsg{gen: gen, keys: keys, waiting: waiting, followed: true, err: err}
	}
}

// waitingFor tells what a search does not know yet. It is asked first, so that 0 means that the
// answer is whole; an error is the search's to tell.
func waitingFor(ctx context.Context, s Store, q cache.Query) int {
	if q.Filter == "" {
		return 0
	}
	n, err := s.Waiting(ctx, q.Filter)
	if err != nil {
		return 0
	}
	return n
}

func rowsCmd(ctx context.Context, s Store, gen, marks int, keys []cache.Key) tea.Cmd {
	if len(keys) == 0 {
		return nil
	}
	return func() tea.Msg {
		rows, err := s.Rows(ctx, keys)
		return rowsMsg{gen: gen, marks: marks, asked: keys, rows: rows, err: err}
	}
}

func hitsCmd(ctx context.Context, s Store, gen int, q cache.Query, words string) tea.Cmd {
	return func() tea.Msg {
		q.Filter, q.Now = both(q.Filter, words), true
		waiting := waitingFor(ctx, s, q)
		keys, err := s.Keys(ctx, q)
		return hitsMsg{gen: gen, query: words, keys: keys, waiting: waiting, err: err}
	}
}

func jumpCmd(ctx context.Context, s Store, gen int, q cache.Query, dir int) tea.Cmd {
	return func() tea.Msg {
		q.Unread, q.Now = true, true
		keys, err := s.Keys(ctx, q)
		return jumpMsg{gen: gen, dir: dir, keys: keys, err: err}
	}
}

func sourcesCmd(ctx context.Context, s Store, midnight time.Time, views []View) tea.Cmd {
	return func() tea.Msg {
		rows, err := s.Sources(ctx)
		if err != nil {
			return sourcesMsg{err: err}
		}
		starred, err := s.Count(ctx, cache.Query{Starred: true})
		if err != nil {
			return sourcesMsg{rows: rows, err: err}
		}
		today, err := s.Count(ctx, cache.Query{Unread: true, Since: midnight})
		if err != nil {
			return sourcesMsg{rows: rows, starred: starred, err: err}
		}
		tags, err := s.Tags(ctx)
		return sourcesMsg{rows: rows, starred: starred, today: today, tags: tags, found: foundCounts(ctx, s, views), err: err}
	}
}

// setting is all that a page is set from.
type setting struct {
	st   *theme.Styles
	opts page.Options
	key  pageKey
	rows int // 0: the whole article
	// changed: the site changed the text since it was read; openCmd finds out when
	changed bool
}

// long is the number of words from which an article's first screen is set alone,
// so that it opens at once; the rest follows behind it.
const long = 1200

// openCmd loads an article and its position and sets its page. Of a long
// article only the first screens are set, unless the reader was further down.
func openCmd(ctx context.Context, s Store, set setting, ahead bool) tea.Cmd {
	return func() tea.Msg {
		msg := pageMsg{key: set.key, ahead: ahead}
		msg.article, msg.err = s.Article(ctx, set.key.id, set.key.version)
		if msg.err != nil {
			return msg
		}
		if set.changed {
			set.opts.Changed = changedAt(ctx, s, set.key.id)
			msg.changed = set.opts.Changed
		}
		set.opts.Files = filesHere(ctx, s, &msg.article)
		msg.files = set.opts.Files
		msg.position, _ = s.Position(ctx, set.key.id) // a lost position is no reason not to read
		if ahead || msg.position != (cache.Position{}) || msg.article.Words() < long {
			set.rows = 0
		}
		return set.page(msg)
	}
}

// setCmd sets a page of an article that is at hand.
func setCmd(a feed.Article, at cache.Position, set setting) tea.Cmd {
	return func() tea.Msg { return set.page(pageMsg{key: set.key, article: a, position: at}) }
}

// filesHere are the addresses of an article's files that are on the disk.
func filesHere(ctx context.Context, s Store, a *feed.Article) map[string]bool {
	if len(a.Enclosures) == 0 {
		return nil
	}
	files, err := s.Files(ctx, a.ID)
	if err != nil {
		return nil // the article can be read all the same
	}
	here := make(map[string]bool, len(files))
	for _, f := range files {
		here[f.URL] = true
	}
	return here
}

// changedAt is when the cache saw that the site had changed a text.
func changedAt(ctx context.Context, s Store, id feed.ID) time.Time {
	var at time.Time
	revs, err := s.Revisions(ctx, id)
	if err != nil {
		return at
	}
	for _, r := range revs {
		if r.Seen.After(at) {
			at = r.Seen
		}
	}
	return at
}

func (s setting) page(msg pageMsg) tea.Msg {
	s.opts.Width, s.opts.Columns, s.opts.Rows = s.key.width, s.key.columns, s.rows
	msg.page, msg.err = page.Set(s.st, msg.article, s.opts)
	return msg
}

// pictureCmd gets a picture, from the cache or the network, and draws it. Each has
// its own time: what was fetched for another size is not fetched again.
func pictureCmd(fetching, drawing context.Context, s Store, k picture.Key, o picture.Order) tea.Cmd {
	return func() tea.Msg {
		msg := pictureMsg{key: k, id: o.ID}
		data, err := s.Picture(fetching, k.URL)
		if err == nil {
			msg.drawing, err = picture.Draw(drawing, data, o)
		}
		msg.err = err
		return msg
	}
}

// keepPicturesCmd gets pictures into the cache, one after the other, and says how
// large they are; those that cannot be had have no size.
func keepPicturesCmd(ctx context.Context, s Store, pics []*feed.Picture) tea.Cmd {
	return func() tea.Msg {
		msg := keptMsg{sizes: map[string]image.Point{}}
		for _, p := range pics {
			data, _ := s.Picture(ctx, p.URL) // why not is told when it is looked at
			if ctx.Err() != nil {
				break
			}
			msg.sizes[p.URL], _ = picture.Size(data)
		}
		return msg
	}
}

func markCmd(ctx context.Context, s Store, mark feed.Mark, said string) tea.Cmd {
	return func() tea.Msg { return markedMsg{id: mark.Article, said: said, err: s.Mark(ctx, mark)} }
}

// standingCmd reads how articles stand in the store, one by one: one that is gone has no row.
func standingCmd(ctx context.Context, s Store, marks int, ids []feed.ID) tea.Cmd {
	if len(ids) == 0 {
		return nil
	}
	return func() tea.Msg {
		msg := standingMsg{marks: marks, ids: ids}
		for _, id := range ids {
			if row, err := s.Row(ctx, id); err == nil {
				msg.rows = append(msg.rows, row)
			}
		}
		return msg
	}
}

func markAllCmd(ctx context.Context, s Store, q cache.Query) tea.Cmd {
	return func() tea.Msg {
		n, err := s.MarkAll(ctx, q, feed.Read)
		return allMarkedMsg{n: n, err: err}
	}
}

// markTheseCmd marks what is unread among some keys. It takes the place of
// markAllCmd where news have come that the reader has not seen yet.
func markTheseCmd(ctx context.Context, s Store, q cache.Query, seen []cache.Key, now time.Time) tea.Cmd {
	return func() tea.Msg {
		q.Unread = true
		unread, err := s.Keys(ctx, q)
		if err != nil {
			return allMarkedMsg{err: err}
		}
		in := make(map[cache.Key]bool, len(seen))
		for _, k := range seen {
			in[k] = true
		}
		unread = slices.DeleteFunc(unread, func(k cache.Key) bool { return !in[k] })
		rows, err := s.Rows(ctx, unread)
		if err != nil {
			return allMarkedMsg{err: err}
		}
		marks := make([]feed.Mark, len(rows))
		for i := range rows {
			marks[i] = feed.Mark{Article: rows[i].ID, Kind: feed.Read, At: now}
		}
		return allMarkedMsg{n: len(marks), err: s.Mark(ctx, marks...)}
	}
}

// undoCmd takes back what was done last, n actions, or does it again.
func undoCmd(ctx context.Context, s Store, redo bool, n int) tea.Cmd {
	return func() tea.Msg {
		undo := s.Undo
		if redo {
			undo = s.Redo
		}
		msg := undoneMsg{redo: redo}
		for range clamp(n, 1, keptHistory) {
			a, err := undo(ctx)
			if errors.Is(err, cache.ErrNothing) && msg.n > 0 {
				break
			}
			if err != nil {
				msg.err = err
				break
			}
			msg.n++
			msg.action, msg.sources = a, msg.sources || a.What == "import" || a.What == "save" || strings.HasSuffix(a.What, "-source") || strings.HasSuffix(a.What, "-rule") || a.What == "edition"
			msg.views = msg.views || strings.HasSuffix(a.What, "-view")
		}
		if msg.views {
			stored, err := s.Recall(ctx, viewsName)
			if err != nil {
				msg.err = errors.Join(msg.err, err)
			}
			msg.stored = stored
		}
		return msg
	}
}

// refreshCmd begins a refresh; waitCmd waits for its next step. The channel is
// read by one command at a time.
func refreshCmd(ctx context.Context, s Store, due bool, ids []feed.SourceID) tea.Cmd {
	return func() tea.Msg {
		var steps <-chan cache.Progress
		if due {
			steps = s.RefreshDue(ctx)
		} else {
			steps = s.Refresh(ctx, ids...)
		}
		return waitCmd(steps)()
	}
}

func waitCmd(steps <-chan cache.Progress) tea.Cmd {
	return func() tea.Msg {
		p, ok := <-steps
		return progressMsg{p: p, ok: ok, steps: steps}
	}
}

func fullCmd(ctx context.Context, s Store, id feed.ID) tea.Cmd {
	return func() tea.Msg {
		_, err := s.Full(ctx, id)
		if err != nil {
			return fullMsg{id: id, err: err}
		}
		row, err := s.Row(ctx, id)
		return fullMsg{id: id, changed: row.Changed, err: err}
	}
}

func findCmd(ctx context.Context, s Store, address string) tea.Cmd {
	return func() tea.Msg {
		found, err := s.Find(ctx, address)
		return foundMsg{address: address, sources: found, err: err}
	}
}

// watchCmd asks a page without a feed for its headlines; why says that it has no feed, which is
// what is told if it has none either.
func watchCmd(ctx context.Context, s Store, address string, why error) tea.Cmd {
	return func() tea.Msg {
		found, err := s.Find(ctx, feed.Watch(address))
		if err != nil {
			return foundMsg{address: address, err: why, last: true}
		}
		return foundMsg{address: address, sources: found, last: true}
	}
}

func addCmd(ctx context.Context, s Store, sources []feed.Source) tea.Cmd {
	return func() tea.Msg {
		for i := range sources {
			if sources[i].ID == "" {
				sources[i].ID = feed.NewSourceID(sources[i].URL)
			}
		}
		n, err := s.AddSources(ctx, sources...)
		msg := addedMsg{n: n, err: err}
		for i := range sources {
			msg.ids = append(msg.ids, sources[i].ID)
		}
		return msg
	}
}

// changeCmd changes the list of sources; say is what to tell when it is done.
func changeCmd(change func() error, say func() string) tea.Cmd {
	return func() tea.Msg { return changedMsg{what: say, err: change()} }
}

func importsCmd(ctx context.Context, find func(context.Context) ([]Found, error)) tea.Cmd {
	return func() tea.Msg {
		found, err := find(ctx)
		return importsMsg{found: found, err: err}
	}
}

func fromFileCmd(ctx context.Context, read func(context.Context, string) (Found, error), path string) tea.Cmd {
	return func() tea.Msg {
		f, err := read(ctx, path)
		return importsMsg{found: []Found{f}, named: true, err: err}
	}
}

func takeOverCmd(ctx context.Context, take func(context.Context, []Found) (TakenOver, error), found []Found) tea.Cmd {
	return func() tea.Msg {
		done, err := take(ctx, found)
		return takenOverMsg{done: done, err: err}
	}
}

func storiesCmd(ctx context.Context, s Store, id feed.ID) tea.Cmd {
	return func() tea.Msg {
		rows, err := s.Stories(ctx, id)
		return storiesMsg{id: id, rows: rows, err: err}
	}
}

func openLinkCmd(ctx context.Context, open func(context.Context, string) error, url string) tea.Cmd {
	return func() tea.Msg { return openedMsg{url: url, err: open(ctx, url)} }
}

func savePositionCmd(ctx context.Context, s Store, id feed.ID, at cache.Position) tea.Cmd {
	return func() tea.Msg {
		if err := s.SetPosition(ctx, id, at); err != nil {
			return unkeptMsg{err: err}
		}
		return nil
	}
}

func rememberCmd(ctx context.Context, s Store, name, value string) tea.Cmd {
	return func() tea.Msg {
		if err := s.Remember(ctx, name, value); err != nil {
			return unkeptMsg{err: err}
		}
		return nil
	}
}

// keepCmd keeps what can be undone.
func keepCmd(ctx context.Context, s Store, what, name, value string) tea.Cmd {
	return func() tea.Msg {
		if err := s.Change(ctx, what, name, value); err != nil {
			return unkeptMsg{err: err}
		}
		return nil
	}
}

func recallCmd(ctx context.Context, s Store, names ...string) tea.Cmd {
	return func() tea.Msg {
		values := map[string]string{}
		for _, n := range names {
			if v, err := s.Recall(ctx, n); err == nil && v != "" {
				values[n] = v
			}
		}
		return recalledMsg{values: values}
	}
}

// settledCmd has given back what a start or a refresh needed.
func settledCmd(settled func()) tea.Cmd {
	if settled == nil {
		return nil
	}
	return func() tea.Msg {
		settled()
		return nil
	}
}

func versionCmd(ctx context.Context, s Store) tea.Cmd {
	return func() tea.Msg {
		v, err := s.Version(ctx)
		return versionMsg{version: v, err: err}
	}
}

func after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}
