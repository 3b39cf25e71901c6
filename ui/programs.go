package ui

import (
	"context"
	"encoding/json"
	"maps"
	"os/exec"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"depesche/feed"
	"depesche/ui/keys"
)

// Program is a program of the reader's own that an article is given to. It is run
// as it is written, never through a shell; {url}, {headline}, {source} and {id} in
// its arguments stand for the article's.
type Program struct {
	Run    []string
	Input  string // what it reads: "markdown" (also ""), "text", "html", "json", "none"
	Output string // where what it says goes: "page" (also ""), "terminal": it gets the screen, "none"
}

// programNames are the programs of the settings in the order in which they have actions.
func (o *Options) programNames() []string { return slices.Sorted(maps.Keys(o.Commands)) }

// programActions ties the reader's own programs to the actions that keys give them.
func (m *Model) programActions() map[keys.Action]action {
	out := map[keys.Action]action{}
	for i, name := range m.o.programNames() {
		out[keys.Own(i)] = once(func() tea.Cmd { return m.runProgram(name) })
	}
	return out
}

// runProgram gives the article to a program of the settings.
func (m *Model) runProgram(name string) tea.Cmd {
	a, ok := m.article()
	if !ok {
		return m.say(m.t.Screen.OpenFirst, true)
	}
	p := m.o.Commands[name]
	row, _ := m.current()
	fill := strings.NewReplacer("{url}", feed.WebLink(a.Link), "{headline}", feed.Line(a.Headline), "{source}", feed.Line(row.SourceTitle), "{id}", string(a.ID))
	p.Run = slices.Clone(p.Run)
	for i := 1; i < len(p.Run); i++ {
		if arg := fill.Replace(p.Run[i]); strings.HasPrefix(arg, "-") && !strings.HasPrefix(p.Run[i], "-") {
			p.Run[i] = " " + arg // a headline that begins so is no option
		} else {
			p.Run[i] = arg
		}
	}
	return p.give(m.ctx, name, a)
}

// give runs the program with the article.
func (p Program) give(ctx context.Context, name string, a feed.Article) tea.Cmd {
	if p.Output == "terminal" {
		return execCmd(ctx, p, a)
	}
	return pipeCmd(ctx, p, name, a)
}

// input is what the program reads.
func (p Program) input(a *feed.Article) (string, error) {
	switch p.Input {
	case "text":
		return PlainText(a), nil
	case "html":
		return HTML(a), nil
	case "json":
		data, err := json.Marshal(a)
		return string(data) + "\n", err
	case "none":
		return "", nil
	}
	return Markdown(a), nil
}

// command is the program ready to run, the article on its input.
func (p Program) command(ctx context.Context, a *feed.Article) (*exec.Cmd, error) {
	in, err := p.input(a)
	if err != nil {
		return nil, err
	}
	c := exec.CommandContext(ctx, p.Run[0], p.Run[1:]...)
	c.Stdin = strings.NewReader(in)
	return c, nil
}
