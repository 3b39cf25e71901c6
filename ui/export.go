package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"depesche/feed"
	"depesche/ui/locale"
)

// How long a program that an article is piped through may take, and how much
// it may say.
const (
	pipeTime = 60 * time.Second
	pipeMax  = 1 << 20
)

var errQuote = errors.New("a quote is not closed")

// fields takes a line of words apart as a shell would, but does nothing else of
// what a shell does: blanks part words, quotes keep them together.
func fields(s string) ([]string, error) {
	var out []string
	var word strings.Builder
	quote, in, esc := rune(0), false, false
	for _, r := range s {
		switch {
		case esc:
			word.WriteRune(r)
			esc = false
		case r == '\\' && quote != '\'':
			esc, in = true, true
		case quote != 0:
			if r == quote {
				quote = 0
			} else {
				word.WriteRune(r)
			}
		case r == '\'' || r == '"':
			quote, in = r, true
		case unicode.IsSpace(r):
			if in {
				out = append(out, word.String())
				word.Reset()
			}
			in = false
		default:
			word.WriteRune(r)
			in = true
		}
	}
	if quote != 0 {
		return nil, errQuote
	}
	if in {
		out = append(out, word.String())
	}
	return out, nil
}

// pipeCmd gives an article to a program and brings what it says. No shell is involved.
func pipeCmd(ctx context.Context, p Program, line string, a feed.Article) tea.Cmd {
	return func() tea.Msg {
		ctx, stop := context.WithTimeout(ctx, pipeTime)
		defer stop()
		c, err := p.command(ctx, &a)
		if err != nil {
			return pipedMsg{command: line, err: err}
		}
		var out limited
		c.Stdout, c.Stderr = &out, &out
		c.WaitDelay = time.Second
		err = c.Run()
		if p.Output == "none" && err == nil {
			return pipedMsg{command: line}
		}
		return pipedMsg{command: line, out: feed.Clean(out.String()), err: err}
	}
}

// limited keeps the beginning of what is written to it.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if room := pipeMax - l.Len(); room > 0 {
		l.Buffer.Write(p[:min(len(p), room)])
	}
	return len(p), nil
}

// execCmd gives the terminal to a program that reads the article from its input.
func execCmd(ctx context.Context, p Program, a feed.Article) tea.Cmd {
	c, err := p.command(ctx, &a)
	if err != nil {
		return func() tea.Msg { return openedMsg{err: err} }
	}
	return tea.ExecProcess(c, func(err error) tea.Msg { return openedMsg{err: err} })
}

func (m *Model) piped(msg pipedMsg) tea.Cmd {
	if msg.err != nil && msg.out == "" {
		return m.fail(fmt.Errorf("%s: %w", msg.command, msg.err))
	}
	if strings.TrimSpace(msg.out) == "" {
		return m.say(m.t.Screen.PipedQuietly(msg.command), false)
	}
	m.sheet = &sheet{title: "| " + msg.command}
	for line := range strings.SplitSeq(strings.TrimRight(msg.out, "\n"), "\n") {
		m.sheet.paras = append(m.sheet.paras, para{{plainTone, strings.ReplaceAll(line, "\t", "    ")}})
	}
	return nil
}

// saveCmd writes an article to a new file; the name's ending says how: .txt,
// .html, .json, else Markdown.
func saveCmd(save func(string, []byte) error, name string, a feed.Article) tea.Cmd {
	return func() tea.Msg {
		if save == nil {
			save = writeNew
		}
		data := []byte(Markdown(&a))
		switch strings.ToLower(filepath.Ext(name)) {
		case ".txt":
			data = []byte(PlainText(&a))
		case ".html", ".htm":
			data = []byte(HTML(&a))
		case ".json":
			var err error
			if data, err = json.MarshalIndent(&a, "", "  "); err != nil {
				return savedMsg{name: name, err: err}
			}
			data = append(data, '\n')
		}
		return savedMsg{name: name, err: save(name, data)}
	}
}

// fileName makes a name of an article's headline: small letters, digits, hyphens.
func fileName(a *feed.Article) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(a.Headline) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap && b.Len() > 60 || b.Len() > 100 {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "article"
	}
	return b.String()
}

// PlainText is an article as a text file in newspaper order.
func PlainText(a *feed.Article) string {
	var parts []string
	for _, s := range []string{a.Kicker, a.Headline, a.Standfirst, a.Byline, strings.TrimSpace(a.Dateline)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	parts = append(parts, plainFiles(a)...)
	parts = append(parts, strings.ReplaceAll(strings.TrimSpace(a.PlainText()), "\n", "\n\n"))
	parts = append(parts, a.Corrections...)
	for _, s := range []string{a.Credit, a.Link, discussion(a)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// Markdown is an article as Markdown, its text escaped.
func Markdown(a *feed.Article) string {
	var b strings.Builder
	put := func(format, s string) {
		if s != "" {
			fmt.Fprintf(&b, format+"\n\n", s)
		}
	}
	put("**%s**", escape(a.Kicker))
	put("# %s", escape(a.Headline))
	put("*%s*", escape(a.Standfirst))
	put("%s", escape(a.Byline))
	put("%s", markdownFiles(a))
	if a.Lead != nil {
		put("%s", pictureWords(a.Lead))
	}
	for i := range a.Body {
		put("%s", markdownBlock(&a.Body[i], i == 0, a.Dateline))
	}
	for _, c := range a.Corrections {
		put("> %s", escape(c))
	}
	put("%s", escape(a.Credit))
	put("<%s>", feed.WebLink(a.Link))
	if u := discussion(a); u != "" {
		put("%s", "["+escape(locale.For(a.Language).Files.Comments)+"](<"+u+">)")
	}
	return b.String()
}

func markdownBlock(blk *feed.Block, first bool, dateline string) string {
	text := spans(blk.Text)
	switch blk.Kind {
	case feed.Subhead:
		return "## " + text
	case feed.Quote:
		return "> " + strings.ReplaceAll(text, "\n", "\n> ")
	case feed.List, feed.OrderedList:
		return markdownList(blk)
	case feed.Table:
		return markdownTable(blk)
	case feed.Figure:
		if blk.Picture != nil {
			return pictureWords(blk.Picture)
		}
		return ""
	case feed.Code:
		fence := "```"
		for strings.Contains(blk.Text.String(), fence) {
			fence += "`"
		}
		return fence + "\n" + blk.Text.String() + "\n" + fence
	case feed.Rule:
		return "---"
	case feed.Paragraph, feed.Embed:
	}
	if first && dateline != "" {
		return escape(dateline) + " " + text
	}
	return text
}

// markdownList writes a list, a level below another one four blanks further in.
func markdownList(blk *feed.Block) string {
	var items []string
	count := [feed.MaxLevel + 1]int{max(blk.Start, 1) - 1}
	for i, it := range blk.Items {
		level := 0
		if i < len(blk.Levels) {
			level = max(0, min(blk.Levels[i], feed.MaxLevel))
		}
		count[level]++
		clear(count[level+1:])
		lead := "- "
		if blk.Kind == feed.OrderedList {
			lead = fmt.Sprintf("%d. ", count[level])
		}
		items = append(items, strings.Repeat("    ", level)+lead+spans(it))
	}
	return strings.Join(items, "\n")
}

func markdownTable(blk *feed.Block) string {
	var lines []string
	rule := func(n int) { lines = append(lines, "|"+strings.Repeat(" --- |", n)) }
	if blk.Headless && len(blk.Rows) > 0 { // Markdown has no table without a head
		n := len(blk.Rows[0])
		lines = append(lines, "|"+strings.Repeat("  |", n))
		rule(n)
	}
	for i, row := range blk.Rows {
		cells := make([]string, len(row))
		for j, c := range row {
			cells[j] = strings.ReplaceAll(spans(c), "\n", " ")
		}
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
		if i == 0 && !blk.Headless {
			rule(len(row))
		}
	}
	return strings.Join(lines, "\n")
}

func pictureWords(p *feed.Picture) string {
	caption := escape(p.Caption)
	if p.Credit != "" {
		caption = strings.TrimSpace(caption + " (" + escape(p.Credit) + ")")
	}
	if u := feed.WebLink(p.URL); u != "" {
		return strings.TrimSpace("![" + escape(p.Alt) + "](<" + u + ">)\n\n" + caption)
	}
	return caption
}

func spans(t feed.Text) string {
	var b strings.Builder
	for _, s := range t {
		text := escape(s.Text)
		lead, core, tail := edges(text)
		if core != "" && s.Style&feed.Emphasis != 0 {
			core = "*" + core + "*"
		}
		if core != "" && s.Style&feed.Strong != 0 {
			core = "**" + core + "**"
		}
		if core != "" && s.Style&feed.Struck != 0 {
			core = "~~" + core + "~~"
		}
		if u := feed.WebLink(s.Link); u != "" && core != "" {
			core = "[" + core + "](<" + u + ">)"
		}
		b.WriteString(lead + core + tail)
	}
	return b.String()
}

// edges parts the blanks around a text from it: Markdown has no emphasis that
// begins or ends with a blank.
func edges(s string) (lead, core, tail string) {
	core = strings.TrimLeft(s, " \n")
	lead = s[:len(s)-len(core)]
	core = strings.TrimRight(core, " \n")
	return lead, core, s[len(lead)+len(core):]
}

var markdownSigns = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`)

func escape(s string) string { return markdownSigns.Replace(s) }
