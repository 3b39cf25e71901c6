package ui

import (
	"fmt"
	"reflect"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// PanicError is a defect of ours that ended the screen. The terminal has been
// given back when Run returns it.
type PanicError struct {
	Value any    // what was thrown
	Stack []byte // where
	While string // what was going on: "key j", "View"
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic in %s: %v", e.While, e.Value) }

// panicMsg says that a command has a defect.
type panicMsg struct{ err *PanicError }

// caught is for defer: what is thrown ends the screen in good order, terminal and
// the reader's place kept, instead of with a stack over the last screen.
func (m *Model) caught(while string) {
	if r := recover(); r != nil {
		m.crashed(&PanicError{Value: r, Stack: debug.Stack(), While: while})
	}
}

func (m *Model) crashed(err *PanicError) {
	if m.crash == nil {
		m.crash = err
	}
	if m.quit != nil {
		go m.quit() // it waits for Update to return
	}
}

// nameOf says what a message is, for a report: no text of articles.
func nameOf(msg tea.Msg) string {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		return "key " + key.String()
	}
	return fmt.Sprintf("%T", msg)
}

// guard makes a command that throws bring a panicMsg instead.
func guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = panicMsg{&PanicError{Value: r, Stack: debug.Stack(), While: "a command"}}
			}
		}()
		return guarded(cmd())
	}
}

// guarded guards the commands that a message brings: a batch, or a sequence, whose
// type Bubble Tea keeps to itself.
func guarded(msg tea.Msg) tea.Msg {
	v := reflect.ValueOf(msg)
	if msg == nil || v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return msg
	}
	out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	for i := range v.Len() {
		if cmd, ok := v.Index(i).Interface().(tea.Cmd); ok {
			out.Index(i).Set(reflect.ValueOf(guard(cmd)))
		}
	}
	return out.Interface()
}
