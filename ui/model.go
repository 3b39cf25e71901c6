package ui

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
)

// Model is the whole screen. It is a tea.Model.
type Model struct {
	ctx context.Context
	o   Options
}

// New makes the screen; nothing is read before Init's commands run.
func New(o Options) *Model { return &Model{ctx: context.Background(), o: o} }

// Init gives the commands that fill the first screen.
func (m *Model) Init() tea.Cmd { return nil }

// Update routes a message to the method named for it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		return m, tea.Quit
	}
	return m, nil
}

// View draws the screen.
func (m *Model) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	return v
}

// Run shows the screen until the reader leaves it or ctx ends. in and out are
// the terminal.
func Run(ctx context.Context, o Options, in io.Reader, out io.Writer) error {
	m := New(o)
	m.ctx = ctx
	_, err := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out)).Run()
	return err
}
