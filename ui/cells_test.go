package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// unsteady are texts that take more columns, or fewer, where the terminal knows no clusters.
var unsteady = []string{
	"Familie 👩‍👩‍👧‍👦 und Fahne 🏳️‍🌈 am Kai", "Daumen 👍🏽✊🏿 und Herz ❤️ und Taste 1️⃣ und Telefon ☎️", "समस्तीपुर पुलिस ने दो बदमाशों को पकड़ा, गहना भी बरामद किया",
	"ประชาชนในท่าเรือกำลังรอเรือข้ามฟากเที่ยวสุดท้าย", "வணக்கம் துறைமுகம்", strings.Repeat("👨‍👩‍👦", 30), strings.Repeat("हिन्दी", 40),
}

// What stands beside a text is not pushed aside by it, in terminals that know grapheme
// clusters and in those that do not: Bubble Tea draws by the same answer.
func TestNothingIsPushedAside(t *testing.T) {
	for _, clusters := range []bool{false, true} {
		for _, size := range [][3]int{{120, 40, 1}, {200, 50, 1}, {200, 50, 2}, {80, 24, 1}, {104, 5, 1}} {
			t.Run(fmt.Sprint(clusters, size), func(t *testing.T) {
				p := newPapers()
				for i, s := range unsteady {
					a := article(40+i, "", s, time.Duration(i)*time.Minute, strings.Repeat(s+" ", 12))
					a.Section, a.Lead = s, &feed.Picture{URL: "https://bote.lindenau.example/x.jpg", Alt: s}
					p.articles[boteURL] = append(p.articles[boteURL], a)
				}
				pl := &player{t: t, p: p, c: filledCache(t, p)}
				pl.start(size[0], size[1], func(o *Options) { o.Columns = size[2] })
				b := uv.NewScreenBuffer(size[0], size[1])
				if b.Method = ansi.GraphemeWidth; !clusters {
					b.Method = ansi.WcWidth
					pl.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized})
				}
				for range unsteady {
					pl.standUpright(b)
					pl.press("enter").standUpright(b)
					pl.press("space").standUpright(b)
					pl.press("h", "j")
				}
			})
		}
	}
}

// standUpright complains where a line between panes or columns is not straight.
func (pl *player) standUpright(b uv.ScreenBuffer) {
	pl.t.Helper()
	uv.NewStyledString(pl.m.View().Content).Draw(b, b.Bounds())
	l := &pl.m.layout
	bars := []int{}
	for _, r := range []rect{l.List, l.Page} {
		if r.W > 0 && r.X > 0 {
			bars = append(bars, r.X-1)
		}
	}
	for _, x := range bars {
		for y := l.Rule.Y + 1; y < l.Status.Y; y++ {
			if c := b.CellAt(x, y); c == nil || c.Content != "│" {
				pl.t.Fatalf("column %d of line %d is no line:\n%s", x, y, ansi.Strip(b.Render()))
			}
		}
	}
}
