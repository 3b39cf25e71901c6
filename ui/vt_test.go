package ui

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"depesche/feed"
)

// probed is the model with a question that a test may ask of it while the
// program runs: what it draws now.
type probed struct{ *Model }

type probeMsg chan string

func (p probed) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if c, ok := msg.(probeMsg); ok {
		c <- p.View().Content
		return p, nil
	}
	_, cmd := p.Model.Update(msg)
	return p, cmd
}

// newlines makes the line ends of a terminal that is not raw: the emulator has
// no line discipline.
type newlines struct{ w io.Writer }

func (n newlines) Write(p []byte) (int, error) {
	if _, err := n.w.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// What the terminal shows is what the view says, whatever was pressed.
func TestTheTerminalShowsWhatTheViewSays(t *testing.T) {
	all := []string{
		"j", "k", "j", "k", "J", "K", "n", "p", "space", "b", "ctrl+d", "ctrl+u", "G", "g", "enter", "h", "esc",
		"tab", "]", "[", "s", "m", "z", "H", ",", "?", "down", "up", "v", "P", "<", ">", "u", "T", ":",
	}
	scroll := []string{"j", "k", "down", "up", "space", "f", "b", "ctrl+d", "ctrl+u", "G", "g", "]", "[", "tab", "esc", "<", ">", "9", "C"}
	fuzz(t, "everything", 104, 30, nil, all, func(*Options) {})
	fuzz(t, "scrolling", 80, 24, []string{"enter"}, scroll, func(*Options) {})
	fuzz(t, "two columns", 166, 40, []string{"enter"}, scroll, func(o *Options) { o.Columns, o.Justify = 2, true })
	fuzz(t, "no UTF-8", 60, 20, []string{"enter"}, scroll, func(o *Options) { o.ASCII, o.Mono = true, true })
}

// scripts is an article in the world's scripts, to be scrolled.
func scripts() feed.Article {
	a := article(40, "", "リンデナウ", 0) // no letter with the byte 0x9c: the emulator ends a window title there
	for i := range 12 {
		a.Body = append(a.Body,
			feed.Block{Kind: feed.Subhead, Text: feed.Plain(fmt.Sprint("リンデナウ ", i))},
			feed.Block{Text: feed.Plain("リンデナウ市議会は月曜日の夜、七時間に及ぶ審議の末、来年度の予算案を可決した。「節約しなければならない」と財務担当者は述べた。")},
			feed.Block{Text: feed.Plain("قال المجلس البلدي يوم الاثنين إن الحافلة رقم 12 ستستمر في العمل بين المدينة والضاحية الشرقية، بعد نقاش استمر سبع ساعات.")},
			feed.Block{Kind: feed.Quote, Text: feed.Plain("Familie fährt 🚌 nach Āla\u0304m — und ein e\u0301 aus zwei Zeichen, 120\u202f000\u00a0Euro.")},
			feed.Block{Text: feed.Text{{Text: "Die Donaudampfschifffahrtsgesellschaft "}, {Text: "kündigte Widerspruch an", Link: "https://lindenau.example/w"}, {Text: "; 리덴나우 시의회는 월요일 밤."}}},
		)
	}
	return a
}

// fuzz presses keys at random in a program that paints into a terminal emulator.
func fuzz(t *testing.T, name string, w, h int, first, names []string, change func(*Options)) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		pl := playWith(t, w, h, change)
		pl.p.articles = map[string][]feed.Article{boteURL: append([]feed.Article{scripts()}, pl.p.articles[boteURL]...)}
		pl.c = filledCache(t, pl.p)
		pl.start(w, h, change)
		m := New(pl.m.o)
		m.ctx = t.Context()
		m.first(io.Discard)
		em := vt.NewSafeEmulator(w, h)
		in, answers := io.Pipe()
		go func() { _, _ = io.Copy(answers, em) }() // what the terminal answers goes to the program
		prog := tea.NewProgram(probed{m}, tea.WithInput(in), tea.WithOutput(newlines{em}), tea.WithWindowSize(w, h),
			tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignals(), tea.WithFPS(120))
		ended := make(chan error, 1)
		go func() {
			_, err := prog.Run()
			ended <- err
		}()
		r := rand.New(rand.NewPCG(1, 2))
		for i := range len(first) + 60 {
			key := names[r.IntN(len(names))]
			if i < len(first) {
				key = first[i]
			}
			prog.Send(keyOf(key))
			if i%15 == 14 && len(first) == 0 {
				prog.Send(keyOf("esc"))
			}
			if got, want, same := settle(prog, em, h); !same {
				t.Fatalf("after key %d, %q, the terminal shows\n%s\nthe view says\n%s", i, key, got, want)
			}
		}
		prog.Quit()
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(time.Minute):
			t.Error("the program does not end")
		}
	})
}

// settle waits until the terminal shows what the view says.
func settle(prog *tea.Program, em *vt.SafeEmulator, h int) (got, want string, same bool) {
	deadline := time.After(time.Minute)
	look := time.NewTicker(3 * time.Millisecond)
	defer look.Stop()
	for {
		c := make(probeMsg, 1)
		prog.Send(c)
		want = trimmed(ansi.Strip(<-c), h)
		if got = trimmed(ansi.Strip(em.Render()), h); got == want {
			return got, want, true
		}
		select {
		case <-deadline:
			return got, want, false
		case <-look.C:
		}
	}
}

func trimmed(s string, h int) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r", ""), "\n")
	for len(lines) < h {
		lines = append(lines, "")
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
