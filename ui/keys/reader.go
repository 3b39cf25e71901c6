package keys

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// maxCount bounds the number before a key: nobody means more.
const maxCount = 999_999

// Reader turns key presses into actions. It keeps the count and the beginning
// of a sequence between presses. The zero value is ready.
type Reader struct {
	count   int
	pending string
}

// Result is what a key press came to.
type Result struct {
	Actions []Action // empty: nothing yet, or nothing at all
	Count   int      // the number typed before; 0: none
	Waiting bool     // a longer sequence or a count has begun
	Text    string   // what the key types, for a prompt, where it is bound to nothing
	Stray   string   // the key, or the sequence, that is bound to nothing here
}

// Press reads a key in the given places, the innermost first: what the first
// binds hides the others.
func (r *Reader) Press(m *Map, key tea.KeyPressMsg, scopes ...Scope) Result {
	name := fold(key.String())
	typing := len(scopes) > 0 && scopes[0]&(typed|LinkMode) != 0
	if r.pending == "" && !typing && !bound(m, name, scopes) && r.digit(name) {
		return Result{Waiting: true}
	}
	seq := name
	if r.pending != "" {
		seq = r.pending + " " + name
	}
	for _, s := range scopes {
		if acts := m.seqs[s][seq]; acts != nil {
			res := Result{Actions: acts, Count: r.count}
			r.Reset()
			return res
		}
		if m.heads[s][seq] {
			r.pending = seq
			return Result{Waiting: true}
		}
	}
	started := r.pending != "" || r.count > 0
	r.Reset()
	if started && name == "esc" {
		return Result{}
	}
	if key.Mod&^(tea.ModShift|tea.ModCapsLock|tea.ModNumLock) != 0 {
		return Result{Stray: seq}
	}
	return Result{Text: key.Text, Stray: seq}
}

// Does reports whether a key alone does one of some actions in a place.
func (m *Map) Does(key tea.KeyPressMsg, s Scope, some ...Action) bool {
	return slices.ContainsFunc(m.seqs[s][fold(key.String())], func(a Action) bool { return slices.Contains(some, a) })
}

// bound reports whether a key means something of its own: a digit may.
func bound(m *Map, name string, scopes []Scope) bool {
	for _, s := range scopes {
		if m.seqs[s][name] != nil || m.heads[s][name] {
			return true
		}
	}
	return false
}

// digit takes a digit of a count; 0 only continues one.
func (r *Reader) digit(name string) bool {
	if len(name) != 1 || name[0] < '0' || name[0] > '9' || name == "0" && r.count == 0 {
		return false
	}
	r.count = min(r.count*10+int(name[0]-'0'), maxCount)
	return true
}

// Reset forgets what was begun.
func (r *Reader) Reset() { r.count, r.pending = 0, "" }

// Pending shows what was begun, for the status line: "5", "g".
func (r *Reader) Pending() string {
	out := strings.ReplaceAll(r.pending, " ", "")
	if r.count > 0 {
		n := ""
		for c := r.count; c > 0; c /= 10 {
			n = string(rune('0'+c%10)) + n
		}
		out = n + out
	}
	return out
}
