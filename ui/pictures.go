package ui

import (
	"context"
	"errors"
	"image"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
	"depesche/ui/picture"
)

// pictures is what the screen knows of pictures: what the terminal can show, what
// is drawn, and what the reader wants.
type pictures struct {
	term    picture.Terminal
	setting picture.Setting
	asked   bool // the terminal was asked what it can do
	hidden  bool // the reader wants none in the page
	demand  bool // they are fetched only when the reader asks
	wanted  feed.ID
	shelf   picture.Shelf
	sizes   *sizes
	of      feed.ID // the article on the page
	turn    int     // counts how often its pictures' places changed while it was open
	lost    bool    // one of them is not to be had
	bare    bool    // there was no network when it was opened: what is not there has no place
	article scope   // fetching ends with it
	size    scope   // drawing ends with the window's size as well
}

// scope is for how long something is worth doing.
type scope struct {
	context.Context
	end context.CancelFunc
}

func newScope(parent context.Context) scope {
	ctx, end := context.WithCancel(parent)
	return scope{ctx, end}
}

func newPictures(o *Options) pictures {
	p := pictures{
		term: picture.NewTerminal(o.environ()), setting: o.Pictures, demand: o.PicturesOnDemand,
		sizes: &sizes{known: map[string]image.Point{}, came: map[string]image.Point{}},
	}
	p.article = newScope(context.Background())
	p.size = newScope(p.article)
	p.term.Plain = o.ASCII || o.Mono
	if p.setting == picture.Off {
		p.setting, p.hidden = picture.Auto, true
	}
	return p
}

// ask gives the one question to the terminal; the answers come as messages.
func (p *pictures) ask() tea.Cmd {
	if q := p.term.Query(); q != "" && !p.asked && !p.term.Plain {
		p.asked = true
		return tea.Raw(q)
	}
	return nil
}

// room says what place pictures have in a page: how many lines at most, 0: they
// are not drawn.
type room struct {
	rows int
	cell image.Point
	turn int // as in pictures
	bare bool
}

func (m *Model) room(id feed.ID) room {
	p := &m.pictures
	if p.hidden || m.prefs.linear || m.onDemand(id) && p.wanted != id || p.term.Inline(p.setting) == picture.None {
		return room{}
	}
	r := room{rows: clamp(m.layout.Page.H*4/10, 3, 40), cell: p.term.Cell, bare: m.offline > 0}
	if id == p.of {
		r.turn, r.bare = p.turn, p.bare
	}
	return r
}

// onDemand reports whether the pictures of an article are fetched only when the reader asks for
// them.
func (m *Model) onDemand(id feed.ID) bool {
	if m.pictures.demand || len(m.o.Bare) == 0 {
		return m.pictures.demand
	}
	row := m.open.row
	if row.ID != id {
		row, _ = m.list.Find(id)
	}
	i := slices.IndexFunc(m.sources.rows, func(s cache.SourceRow) bool { return s.ID == row.Source })
	return i >= 0 && m.o.Bare[feed.Address(m.sources.rows[i].URL)]
}

// places gives page.Options.PictureRows; nil where pictures are not drawn.
func (m *Model) places(r room) func(*feed.Picture, int) int {
	if r.rows == 0 {
		return nil
	}
	ctx, store, known := m.ctx, m.o.Store, m.pictures.sizes
	return func(p *feed.Picture, width int) int {
		at := known.of(ctx, store, p, r.bare)
		if at == (image.Point{}) {
			return 0
		}
		return picture.Fit(at, width, r.rows, r.cell).Y
	}
}

// sizes are those of pictures, by address. The first that is given for a picture
// holds as long as its article is open, so that nothing moves when it arrives.
type sizes struct {
	mu    sync.Mutex
	known map[string]image.Point
	came  map[string]image.Point // true ones, learnt since
}

// of is what a picture's file says where it is at hand, else what the page says,
// else the usual; no size at all where the picture is known not to be had, or there is
// no network to have it by.
func (s *sizes) of(ctx context.Context, store Store, p *feed.Picture, offline bool) image.Point {
	s.mu.Lock()
	at, ok := s.known[p.URL]
	s.mu.Unlock()
	if ok && at != (image.Point{}) {
		return at
	}
	data, err := store.KeptPicture(ctx, p.URL) // not under the lock: Update takes it as well
	switch {
	case err == nil:
		at, _ = picture.Size(data) // what is no picture has none
	case ok || errors.Is(err, cache.ErrNoPicture):
	case offline:
		return at // for this time
	case p.Width > 0 && p.Height > 0:
		at = image.Pt(p.Width, p.Height)
	default:
		at = picture.Usual
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if first := s.known[p.URL]; first != (image.Point{}) {
		return first // of another command, meanwhile
	}
	s.known[p.URL] = at
	return at
}

func (s *sizes) learn(url string, at image.Point) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.came[url] = at
}

// giveUp says that a picture is not to be had; it has no place from now on.
func (s *sizes) giveUp(url string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known[url] = image.Point{}
	delete(s.came, url)
}

// settle takes over what was learnt: another article is opened. It reports whether a
// picture keeps a place that will not be filled, or has none and has come.
func (s *sizes) settle() (changed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	const many = 4096
	if len(s.known) > many {
		clear(s.known)
	}
	var none image.Point
	for url, at := range s.came {
		changed = changed || (at == none) != (s.known[url] == none)
	}
	maps.Copy(s.known, s.came)
	clear(s.came)
	return changed
}

// leavePictures gives up what was not drawn yet: the reader opens another article.
func (m *Model) leavePictures() tea.Cmd {
	p := &m.pictures
	p.article.end()
	p.article = newScope(m.ctx)
	p.size = newScope(p.article)
	if p.sizes.settle() || p.turn > 0 {
		m.pages.renew(p.of)
	}
	p.of, p.turn, p.lost, p.bare = m.open.row.ID, 0, false, m.offline > 0
	return m.forget(p.shelf.Retry())
}

// resizePictures gives up what is being drawn for a window of another size. All is set
// anew for it, so that what will not be filled need not keep its place any longer.
func (m *Model) resizePictures() {
	p := &m.pictures
	if p.sizes.settle() {
		p.turn++
	}
	p.term.Resized(m.layout.W, m.layout.H)
	p.size.end()
	p.size = newScope(p.article)
}

// forget makes the terminal free pictures.
func (m *Model) forget(ids []int) tea.Cmd {
	if len(ids) == 0 {
		return nil
	}
	return tea.Raw(picture.Forget(ids, m.pictures.term.Tmux))
}

// hear takes an answer of the terminal; the page is set anew where it gives
// pictures another place.
func (m *Model) hear(msg tea.Msg) tea.Cmd {
	if !m.pictures.term.Hear(msg) {
		return nil
	}
	m.pictures.term.Resized(m.layout.W, m.layout.H)
	return m.setOpen()
}

// pictureKey is how a picture is drawn in cols by rows cells.
func (m *Model) pictureKey(url string, way picture.Protocol, cols, rows int) picture.Key {
	t := &m.pictures.term
	return picture.Key{URL: url, Protocol: way, Cols: cols, Rows: rows, Cell: t.Cell, Colours: t.Colours}
}

func (m *Model) figureKey(f *page.Figure) picture.Key {
	return m.pictureKey(f.Picture.URL, m.pictures.term.Inline(m.pictures.setting), f.Width, f.Rows)
}

// drawPictures has those drawn that are in sight, or soon will be.
func (m *Model) drawPictures() tea.Cmd {
	switch {
	case m.viewer != nil:
		return m.drawViewed()
	case m.layout.Page.W == 0 || m.open.shown.id == "" || m.open.shown.room.rows == 0:
		return nil
	}
	var cmds []tea.Cmd
	for _, f := range m.page.Figures() {
		if f.Rows > 0 {
			cmds = append(cmds, m.drawPicture(m.figureKey(f)))
		}
	}
	return tea.Batch(cmds...)
}

// drawPicture has a picture drawn, if nobody is at it yet.
func (m *Model) drawPicture(k picture.Key) tea.Cmd {
	p := &m.pictures
	if k.Protocol == picture.None || p.shelf.Get(k) != nil {
		return nil
	}
	e := p.shelf.Ask(k)
	if e == nil {
		return nil
	}
	e.Since = m.now
	order := picture.Order{
		Protocol: k.Protocol, Cols: k.Cols, Rows: k.Rows, Cell: k.Cell, Colours: k.Colours, ID: e.ID, Wrapped: p.term.Tmux,
	}
	return tea.Batch(pictureCmd(p.article, p.size, m.o.Store, k, order), m.after(patience, patienceMsg{}))
}

// pictureDrawn takes a drawing in. One of Kitty's is sent first and shown when it
// has left, so that the terminal never sees its cells before it.
func (m *Model) pictureDrawn(msg pictureMsg) tea.Cmd {
	p := &m.pictures
	if errors.Is(msg.err, context.Canceled) || msg.key.Protocol == picture.Kitty && !m.inSight(msg.key) {
		p.shelf.Drop(msg.key, msg.id) // not worth sending any more
		return nil
	}
	thrown, ok := p.shelf.Put(msg.key, msg.id, msg.drawing, msg.err)
	if !ok {
		return nil
	}
	if msg.err != nil {
		p.sizes.learn(msg.key.URL, image.Point{})
		p.lost = true
		if m.o.Log != nil {
			m.o.Log.Info("picture", "url", msg.key.URL, "err", msg.err)
		}
		return m.forget(thrown)
	}
	p.sizes.learn(msg.key.URL, msg.drawing.Pixels)
	m.pictureKept(msg.key.URL)
	if msg.key.Protocol != picture.Kitty {
		return m.forget(thrown)
	}
	sent := func() tea.Msg { return sentMsg{key: msg.key, id: msg.id} }
	return tea.Batch(m.forget(thrown), tea.Sequence(tea.Raw(msg.drawing.Send), sent))
}

// yieldPlaces has the page set without the place of a picture that is not to be had, as
// soon as nothing in the window moves by it; one at a time.
func (m *Model) yieldPlaces() tea.Cmd {
	p := &m.pictures
	pg := m.page.Page()
	if !p.lost || m.viewer != nil || m.open.asked != m.open.shown || m.open.shown.id != p.of || !pg.Whole {
		return nil
	}
	for i := range pg.Figures {
		f := &pg.Figures[i]
		if f.Rows == 0 || !m.page.Spares(f) {
			continue
		}
		if e := p.shelf.Get(m.figureKey(f)); e == nil || e.Err == nil {
			continue
		}
		p.sizes.giveUp(f.Picture.URL)
		p.turn++
		k := m.pageKey(m.open.row.ID, m.open.version)
		m.open.asked = k
		set := m.setting(k, &m.open.row)
		set.rows = 0
		return setCmd(m.open.article, m.position(), set)
	}
	return nil
}

// yielded takes in what yieldPlaces had set, if it still moves nothing; it reports
// whether msg is that.
func (m *Model) yielded(msg pageMsg) bool {
	k := m.open.shown
	if k.room.turn == msg.key.room.turn {
		return false
	}
	if k.room.turn = msg.key.room.turn; k != msg.key {
		return false // of another size as well
	}
	msg.page.ID = msg.key.id
	if m.page.Exchange(msg.page) {
		m.open.shown = msg.key
	} else {
		m.open.asked = m.open.shown // the reader has come there: another time
	}
	return true
}

// inSight reports whether a drawing is what the screen would ask for now.
func (m *Model) inSight(k picture.Key) bool {
	if m.viewer != nil {
		return m.viewerKey() == k
	}
	for _, f := range m.page.Figures() {
		if m.figureKey(f) == k {
			return true
		}
	}
	return false
}

// pictureKept says in the list that the open article's picture is there.
func (m *Model) pictureKept(url string) {
	if a := &m.open.article; a.Lead != nil && a.Lead.URL == url && !m.open.row.HasPicture {
		m.changeRow(m.open.row.ID, func(r *cache.Row) { r.HasPicture = true })
	}
}

// art is a line of a figure: of its picture, or of what stands in its place.
func (m *Model) art(f *page.Figure, row int) string {
	e := m.pictures.shelf.Get(m.figureKey(f))
	switch {
	case e == nil:
		return ""
	case e.Ready:
		at := row - (f.Rows-e.Cells.Y)/2
		if at < 0 || at >= len(e.Lines) {
			return ""
		}
		return e.Lines[at]
	case e.Err != nil:
		return m.frame(f.Picture, m.t.Pictures.Failed, f.Width, f.Rows, row)
	case m.now.Sub(e.Since) >= patience:
		return m.frame(f.Picture, m.t.Pictures.Loading, f.Width, f.Rows, row)
	}
	return ""
}

// frame is a line of what stands where a picture is not: a frame around what it
// shows, as the page describes it.
func (m *Model) frame(p *feed.Picture, said string, w, h, row int) string {
	st := &m.st.Page
	if w < 4 || h < 3 {
		if row > 0 {
			return ""
		}
		return st.Caption.Render(ansi.Truncate(said, w, m.more()))
	}
	switch row {
	case 0:
		return st.Frame.Render("┌" + strings.Repeat("─", w-2) + "┐")
	case h - 1:
		return st.Frame.Render("└" + strings.Repeat("─", w-2) + "┘")
	}
	words := []string{said}
	if page.TellsMore(p.Alt, p.Caption) { // else the caption says it
		words = append(words, strings.Split(ansi.Wrap(p.Alt, max(1, min(w-6, 60)), ""), "\n")...)
	}
	words = words[:min(len(words), h-2)]
	text := ""
	if i := row - 1 - (h-2-len(words))/2; i >= 0 && i < len(words) {
		text = ansi.Truncate(words[i], w-4, m.more())
	}
	text = m.cells.Cut(text, w-2)
	left := (w - 2 - m.cells.Width(text)) / 2
	side := st.Frame.Render("│")
	return side + strings.Repeat(" ", left) + st.Caption.Render(text) + strings.Repeat(" ", w-2-left-m.cells.Width(text)) + side
}

// togglePictures shows or hides the pictures of the page; where they come on
// demand, those of this article.
func (m *Model) togglePictures() tea.Cmd {
	p := &m.pictures
	t := &m.t.Pictures
	if p.term.Inline(p.setting) == picture.None {
		return m.say(t.Unable, false)
	}
	if m.onDemand(m.open.row.ID) && !p.hidden {
		if p.wanted == m.open.row.ID {
			p.wanted = ""
			return tea.Batch(m.setOpen(), m.say(t.Hidden, false))
		}
		p.wanted = m.open.row.ID
		return tea.Batch(p.ask(), m.setOpen(), m.say(t.Shown, false))
	}
	p.hidden = !p.hidden
	said, word := t.Shown, "shown"
	if p.hidden {
		said, word = t.Hidden, "hidden"
	} else {
		p.wanted = m.open.row.ID
	}
	return tea.Batch(p.ask(), m.setOpen(), m.say(said, false),
		rememberCmd(m.ctx, m.o.Store, picturesName, word+"/"+m.o.Pictures.String()))
}

// picturesName is under what the store remembers whether pictures are shown.
const picturesName = "pictures"

// recallPictures takes up what the reader chose last, unless the settings have
// been changed since.
func (m *Model) recallPictures(v string) {
	if word, base, ok := strings.Cut(v, "/"); ok && base == m.o.Pictures.String() {
		m.pictures.hidden = word == "hidden"
	}
}

// renewPictures has them drawn and sent anew: the terminal may have lost them.
func (m *Model) renewPictures() tea.Cmd {
	if m.viewer != nil {
		m.viewer.sent = false
	}
	return m.forget(m.pictures.shelf.Clear())
}

func (m *Model) redraw() tea.Cmd { return tea.Sequence(tea.ClearScreen, m.renewPictures()) }

// fetchPictures brings the pictures of an article into the cache before they come
// in sight; of one that is only set ahead, the first.
func (m *Model) fetchPictures(msg pageMsg) tea.Cmd {
	if m.onDemand(msg.article.ID) || m.pictures.hidden || msg.key.room.rows == 0 {
		return nil
	}
	pics := webPictures(&msg.article)
	if msg.ahead {
		pics = pics[:min(1, len(pics))]
	}
	if len(pics) == 0 {
		return nil
	}
	return keepPicturesCmd(m.pictures.article, m.o.Store, pics)
}

// webPictures are an article's pictures that can be fetched, in the order of the page.
func webPictures(a *feed.Article) []*feed.Picture {
	return slices.DeleteFunc(a.Pictures(), func(p *feed.Picture) bool { return p.URL == "" })
}

// patience is how long nothing stands in a picture's place before it says that
// the picture is coming.
const patience = 400 * time.Millisecond
