//go:build !unix

package ui

import tea "charm.land/bubbletea/v2"

// stops is for systems that stop programs by a signal; here there are none.
type stops struct{}

func newStops() *stops { return &stops{} }

func (*stops) start(func(tea.Msg)) {}

func (*stops) filter(_ tea.Model, msg tea.Msg) tea.Msg { return msg }

func (*stops) end() {}
