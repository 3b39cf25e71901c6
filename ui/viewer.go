package ui

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/keys"
	"depesche/ui/picture"
)

// viewer shows one picture of the article with the screen to itself, in the best
// way the terminal has: what is painted, like sixels, is drawn only here, for it is
// no text that could be scrolled.
type viewer struct {
	pics []*feed.Picture
	at   int
	seq  int  // of what is painted; an older order to paint is dropped
	sent bool // the order to paint was given
}

// paintAfter is how long the emptied screen takes to be drawn before sixels are
// painted on it. Bubble Tea draws some sixty times a second.
const paintAfter = 100 * time.Millisecond

// viewPicture opens the viewer at the picture that is in sight.
func (m *Model) viewPicture() tea.Cmd {
	p := &m.pictures
	pics := webPictures(&m.open.article)
	switch {
	case m.open.shown.id == "":
		return m.say(m.t.Pictures.NoText, false)
	case len(pics) == 0 && !m.open.row.HasPage && !m.open.linked:
		return m.say(m.t.Pictures.NoPage(m.key("fetch-page")), false)
	case len(pics) == 0:
		return m.say(m.t.Pictures.None, false)
	case p.term.Full(p.setting) == picture.None:
		return m.say(m.t.Pictures.Unable, false)
	}
	m.viewer = &viewer{pics: pics}
	if f := m.page.Figures(); len(f) > 0 {
		for i := range pics {
			if pics[i].URL == f[0].Picture.URL {
				m.viewer.at = i
				break
			}
		}
	}
	return tea.Batch(p.ask(), m.turn(0))
}

// turn goes to the nth picture from here, round the end.
func (m *Model) turn(n int) tea.Cmd {
	v := m.viewer
	if v == nil {
		return nil
	}
	v.at = ((v.at+n)%len(v.pics) + len(v.pics)) % len(v.pics)
	return m.repaint()
}

// repaint empties the screen where something is painted on it, to paint it anew.
func (m *Model) repaint() tea.Cmd {
	v := m.viewer
	painted := v.sent
	v.seq++
	v.sent = false
	if painted {
		return tea.ClearScreen
	}
	return nil
}

func (m *Model) closeViewer() tea.Cmd {
	if m.viewer == nil {
		return nil
	}
	cmd := m.repaint()
	m.viewer = nil
	return cmd
}

// viewerKey is how the picture in the viewer is drawn: above its caption.
func (m *Model) viewerKey() picture.Key {
	p := &m.pictures
	v := m.viewer
	w, h := m.layout.W, max(1, m.layout.H-len(m.viewerWords(m.layout.W)))
	return m.pictureKey(v.pics[v.at].URL, p.term.Full(p.setting), w, h)
}

// drawViewed has the picture in the viewer drawn, and painted when it is there.
func (m *Model) drawViewed() tea.Cmd {
	v, k := m.viewer, m.viewerKey()
	e := m.pictures.shelf.Get(k)
	if e == nil {
		return m.drawPicture(k)
	}
	if !e.Ready || v.sent || !k.Protocol.Painted() {
		return nil
	}
	v.sent = true
	return m.after(paintAfter, paintMsg{seq: v.seq})
}

// paint draws what is no text at its place; the cursor goes back to where Bubble
// Tea left it.
func (m *Model) paint(msg paintMsg) tea.Cmd {
	if m.viewer == nil || m.viewer.seq != msg.seq {
		return nil
	}
	k := m.viewerKey()
	e := m.pictures.shelf.Get(k)
	if e == nil || !e.Ready {
		return nil
	}
	x, y := (k.Cols-e.Cells.X)/2, (k.Rows-e.Cells.Y)/2
	return tea.Raw(ansi.SaveCursor + ansi.CursorPosition(x+1, y+1) + e.Send + ansi.RestoreCursor)
}

// viewerWords are the lines under the picture: caption and credit, and which of
// how many it is.
func (m *Model) viewerWords(w int) []string {
	v := m.viewer
	p := v.pics[v.at]
	const most = 3 // lines of caption
	caption := p.Caption
	if caption == "" {
		caption = p.Alt
	}
	var out []string
	if caption != "" && m.layout.H > 2*most {
		for i, l := range strings.Split(ansi.Wrap(feed.Line(caption), max(1, w-2), ""), "\n") {
			if i == most {
				out[most-1] = ansi.Truncate(out[most-1], max(1, w-3), "") + m.more()
				break
			}
			out = append(out, l)
		}
	}
	count := strconv.Itoa(v.at+1) + "/" + strconv.Itoa(len(v.pics))
	hint := m.hint(keys.ClosePicture.String())
	if len(v.pics) > 1 {
		hint = m.hint(keys.NextPicture.String()) + "  " + hint
	}
	left := feed.Line(p.Credit)
	if left == "" {
		left, hint = hint, ""
	}
	right := strings.TrimSpace(hint + "  " + count)
	if room := w - 3 - ansi.StringWidth(right); ansi.StringWidth(left) > room {
		right = count
	}
	left = ansi.Truncate(left, max(0, w-3-ansi.StringWidth(right)), m.more())
	return append(out, left+strings.Repeat(" ", max(1, w-2-ansi.StringWidth(left)-ansi.StringWidth(right)))+right)
}

// viewerLines is the whole screen.
func (m *Model) viewerLines() []string {
	l := &m.layout
	k := m.viewerKey()
	words := m.viewerWords(l.W)
	out := make([]string, 0, l.H)
	e := m.pictures.shelf.Get(k)
	for y := range l.H - len(words) {
		line := ""
		switch {
		case e == nil:
		case e.Err != nil:
			line = m.frame(m.viewer.pics[m.viewer.at], m.t.Pictures.Failed, k.Cols, k.Rows, y)
		case !e.Ready && m.now.Sub(e.Since) >= patience:
			line = m.frame(m.viewer.pics[m.viewer.at], m.t.Pictures.Loading, k.Cols, k.Rows, y)
		case e.Ready:
			if at := y - (k.Rows-e.Cells.Y)/2; at >= 0 && at < len(e.Lines) {
				line = strings.Repeat(" ", (k.Cols-e.Cells.X)/2) + e.Lines[at]
			}
		}
		out = append(out, fit(line, l.W))
	}
	for i, s := range words {
		st := m.st.Page.Caption
		if i == len(words)-1 {
			st = m.st.Page.Credit
		}
		out = append(out, fit(" "+st.Render(ansi.Truncate(s, max(0, l.W-1), "")), l.W))
	}
	return out[:min(len(out), l.H)]
}
