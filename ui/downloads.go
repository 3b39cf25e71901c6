package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
)

// Files that go with articles: they are opened by another program, and downloaded in the
// background, one after the other, so that a refresh keeps its connections.

// downloads are the files that are wanted; the first is on its way.
type downloads struct {
	files      []wantedFile
	done, size int64 // bytes of the first; size -1: not known
	seq        int   // counts those that were begun; what is told of an older one is dropped
	stop       context.CancelFunc
}

// wantedFile is a file of an article.
type wantedFile struct {
	id   feed.ID
	name string
	url  string
}

// What is wanted of an article's files, and of its comments.
const (
	wantComments = iota
	wantOpen
	wantDownload
)

// goodsMsg brings what goes with articles.
type goodsMsg struct {
	want     int
	articles []feed.Article
	here     map[string]string // files on the disk, by their addresses
	err      error
}

// downloadStepMsg tells how far a download is; ok is false when it has ended.
type downloadStepMsg struct {
	seq        int
	done, size int64
	ok         bool
	steps      <-chan [2]int64
}

// downloadedMsg tells how a download ended.
type downloadedMsg struct {
	seq  int
	want wantedFile
	file cache.File
	err  error
}

func (m *Model) comments() tea.Cmd { return m.goods(wantComments) }
func (m *Model) openFile() tea.Cmd { return m.goods(wantOpen) }

// download fetches the files of an article, or of those chosen. Of an article whose files are on
// their way it calls them off.
func (m *Model) download() tea.Cmd {
	if row, ok := m.current(); ok && m.chosen() == nil && m.callOff(func(w wantedFile) bool { return w.id == row.ID }) {
		return m.say(m.t.Files.Cancelled(1), false)
	}
	return m.goods(wantDownload)
}

// goods asks what goes with the current article, or with those chosen.
func (m *Model) goods(want int) tea.Cmd {
	if ks := m.chosen(); ks != nil && want == wantDownload {
		return chosenGoodsCmd(m.ctx, m.o.Store, want, ks)
	}
	row, ok := m.current()
	switch {
	case !ok:
		return m.noArticle()
	case m.prefs.focus == panePage && m.open.linked: // no feed has told of it
		return m.useGoods(goodsMsg{want: want, articles: []feed.Article{m.open.article}})
	}
	return goodsCmd(m.ctx, m.o.Store, want, row.ID)
}

func chosenGoodsCmd(ctx context.Context, s Store, want int, ks []cache.Key) tea.Cmd {
	return func() tea.Msg {
		rows, err := s.Rows(ctx, ks)
		if err != nil {
			return goodsMsg{want: want, err: err}
		}
		var ids []feed.ID
		for i := range rows {
			if rows[i].Medium != feed.NoFile {
				ids = append(ids, rows[i].ID)
			}
		}
		return goodsCmd(ctx, s, want, ids...)()
	}
}

func goodsCmd(ctx context.Context, s Store, want int, ids ...feed.ID) tea.Cmd {
	return func() tea.Msg {
		msg := goodsMsg{want: want, here: map[string]string{}}
		for _, id := range ids {
			a, err := s.Article(ctx, id, cache.Best)
			if err != nil {
				return goodsMsg{want: want, err: err}
			}
			files, err := s.Files(ctx, id)
			if err != nil {
				return goodsMsg{want: want, err: err}
			}
			for _, f := range files {
				msg.here[f.URL] = f.Path
			}
			msg.articles = append(msg.articles, a)
		}
		return msg
	}
}

// useGoods does with what goes with articles what was wanted.
func (m *Model) useGoods(msg goodsMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	if msg.want == wantComments {
		if link := feed.WebLink(msg.articles[0].Comments); link != "" {
			return m.openLink(link)
		}
		return m.say(m.t.Files.NoComments, false)
	}
	var wanted []wantedFile
	var files []feed.Enclosure
	for i := range msg.articles {
		a := &msg.articles[i]
		for j := range a.Enclosures {
			name := a.Headline
			if len(a.Enclosures) > 1 {
				name = a.Enclosures[j].Name()
			}
			wanted = append(wanted, wantedFile{a.ID, name, a.Enclosures[j].URL})
		}
		files = append(files, a.Enclosures...)
	}
	switch {
	case len(files) == 0 && msg.want == wantOpen:
		return m.say(m.t.Files.NoFileHere, false)
	case len(files) == 0:
		return m.say(m.t.Files.NoFile, false)
	case len(msg.articles) == 1 && len(files) > 1:
		return m.chooseFile(msg, files, wanted)
	case msg.want == wantOpen:
		return m.openGoods(files[0], msg.here[files[0].URL])
	}
	return m.wantFiles(wanted, msg.here)
}

// chooseFile lists the files of an article that has several: one to open, or some to download.
func (m *Model) chooseFile(msg goodsMsg, files []feed.Enclosure, wanted []wantedFile) tea.Cmd {
	items := make([]item, len(files))
	for i := range files {
		e := &files[i]
		facts := page.FileFacts(m.t, e)
		if msg.here[e.URL] != "" {
			facts = append(facts, m.t.Files.Here)
		}
		items[i] = item{label: feed.Line(e.Name()), detail: strings.Join(facts, ", ")}
	}
	title, hint := m.t.Files.OpenTitle, m.t.Screen.TypeToFind
	if msg.want == wantDownload {
		title, hint = m.t.Files.DownloadTitle, m.t.Screen.ChooseHint(m.key("menu-toggle"), m.key("accept"))
	}
	m.menu = newMenu(title, hint, items, func(picked []int) tea.Cmd {
		if msg.want == wantOpen {
			return m.openGoods(files[picked[0]], msg.here[files[picked[0]].URL])
		}
		var some []wantedFile
		for _, i := range picked {
			some = append(some, wanted[i])
		}
		return m.wantFiles(some, msg.here)
	})
	m.menu.multi = msg.want == wantDownload
	return nil
}

// openGoods hands a file to its program: as it is on the disk where it is there.
func (m *Model) openGoods(e feed.Enclosure, file string) tea.Cmd {
	if m.o.OpenFile == nil {
		return m.openLink(e.URL)
	}
	name := e.URL
	if file != "" {
		name = file
	}
	return tea.Batch(m.say(m.t.Screen.Opening(name), false), openFileCmd(m.ctx, m.o.OpenFile, e, file))
}

func openFileCmd(ctx context.Context, open func(context.Context, feed.Enclosure, string) error, e feed.Enclosure, file string) tea.Cmd {
	return func() tea.Msg { return openedMsg{url: e.URL, err: open(ctx, e, file)} }
}

// wantFiles puts files behind those that are on their way.
func (m *Model) wantFiles(files []wantedFile, here map[string]string) tea.Cmd {
	added, last := 0, ""
	for _, w := range files {
		if here[w.url] != "" {
			last = here[w.url]
			continue
		}
		if slices.ContainsFunc(m.queue.files, func(q wantedFile) bool { return q.url == w.url }) {
			continue
		}
		m.queue.files = append(m.queue.files, w)
		added++
	}
	switch {
	case added == 0 && last != "":
		return m.say(m.t.Files.IsHere(last, m.key("enclosure")), false)
	case added == 0:
		return m.say(m.t.Files.Running, false)
	}
	said := m.say(m.t.Files.Queued(added, m.key("downloads")), false)
	if m.queue.stop != nil {
		return said
	}
	return tea.Batch(said, m.nextDownload())
}

// nextDownload begins the first of the files that are wanted.
func (m *Model) nextDownload() tea.Cmd {
	m.queue.stop = nil
	if len(m.queue.files) == 0 {
		return nil
	}
	ctx, stop := context.WithCancel(m.ctx)
	m.queue.seq++
	m.queue.stop, m.queue.done, m.queue.size = stop, 0, -1
	steps := make(chan [2]int64, 1)
	return tea.Batch(downloadCmd(ctx, m.o.Store, m.queue.seq, m.queue.files[0], steps), waitDownloadCmd(m.queue.seq, steps))
}

// tellEvery is how often the status line hears of a download.
const tellEvery = 500 * time.Millisecond

func downloadCmd(ctx context.Context, s Store, seq int, w wantedFile, steps chan<- [2]int64) tea.Cmd {
	return func() tea.Msg {
		defer close(steps)
		var last time.Time
		f, err := s.Download(ctx, w.id, w.url, func(done, size int64) {
			if now := time.Now(); now.Sub(last) >= tellEvery {
				last = now
				select {
				case steps <- [2]int64{done, size}:
				default: // the last is not read yet
				}
			}
		})
		return downloadedMsg{seq: seq, want: w, file: f, err: err}
	}
}

func waitDownloadCmd(seq int, steps <-chan [2]int64) tea.Cmd {
	return func() tea.Msg {
		at, ok := <-steps
		return downloadStepMsg{seq: seq, done: at[0], size: at[1], ok: ok, steps: steps}
	}
}

func (m *Model) downloadStep(msg downloadStepMsg) tea.Cmd {
	if !msg.ok {
		return nil
	}
	if msg.seq == m.queue.seq {
		m.queue.done, m.queue.size = msg.done, msg.size
	}
	return waitDownloadCmd(msg.seq, msg.steps)
}

// downloaded hears how a download ended, and begins the next.
func (m *Model) downloaded(msg downloadedMsg) tea.Cmd {
	if msg.seq != m.queue.seq {
		return nil
	}
	m.queue.stop()
	m.queue.files = slices.DeleteFunc(m.queue.files, func(w wantedFile) bool { return w == msg.want })
	next := m.nextDownload()
	switch {
	case errors.Is(msg.err, context.Canceled):
		return next // it has been said
	case msg.err != nil:
		return tea.Batch(m.fail(msg.err), next)
	}
	m.pages.renew(msg.want.id)
	m.changeRow(msg.want.id, func(r *cache.Row) { r.Downloaded = true })
	if m.open.row.ID == msg.want.id {
		here := map[string]bool{msg.want.url: true}
		for url := range m.open.files {
			here[url] = true
		}
		m.open.files = here
	}
	return tea.Batch(m.setOpen(), m.say(m.t.Files.IsHere(msg.file.Path, m.key("enclosure")), false), next)
}

// callOff takes files out of the queue, and reports whether there were any. What has come of the one on
// its way stays, to be taken up again.
func (m *Model) callOff(which func(wantedFile) bool) bool {
	n := len(m.queue.files)
	if n == 0 {
		return false
	}
	if which(m.queue.files[0]) && m.queue.stop != nil {
		m.queue.stop() // it leaves the queue when it has ended
	}
	first := m.queue.files[0]
	m.queue.files = append([]wantedFile{first}, slices.DeleteFunc(m.queue.files[1:], which)...)
	return which(first) || len(m.queue.files) < n
}

// listDownloads lists the files on their way, to call some off.
func (m *Model) listDownloads() tea.Cmd {
	if len(m.queue.files) == 0 {
		return m.say(m.t.Files.NoDownloads(m.key("download")), false)
	}
	files := slices.Clone(m.queue.files)
	items := make([]item, len(files))
	for i := range files {
		items[i] = item{label: feed.Line(files[i].name), detail: hostOf(files[i].url)}
	}
	m.menu = newMenu(m.t.Files.QueueTitle, m.t.Files.QueueHint(m.key("menu-toggle"), m.key("accept")), items, func(picked []int) tea.Cmd {
		n := 0
		for _, i := range picked {
			if m.callOff(func(w wantedFile) bool { return w == files[i] }) {
				n++
			}
		}
		return m.say(m.t.Files.Cancelled(n), false)
	})
	m.menu.multi = true
	return nil
}

// downloadText says what is on its way; for ears it does not count.
func (m *Model) downloadText() string {
	t, q := &m.t.Files, &m.queue
	name, size, percent := feed.Line(q.files[0].name), "", -1
	if q.size > 0 {
		size, percent = m.t.Dates.Bytes(q.size), int(100*q.done/q.size)
	}
	more := len(q.files) - 1
	if m.prefs.linear {
		return t.Loading(name, more)
	}
	said := t.Progress(name, m.t.Dates.Bytes(q.done), size, percent)
	if more > 0 {
		said += ", " + t.Waiting(more)
	}
	return said
}
