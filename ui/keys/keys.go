// Package keys is the one table of keys. Dispatch, the help screen, the palette,
// the manual page, the example configuration and the check of the reader's own
// keys all read it.
package keys

import (
	"fmt"
	"slices"
	"strings"
)

// Binding is one line of the reader's own keys.
type Binding struct {
	Actions []string // names; several are run one after the other
	Keys    []string // replace the preset's keys for a single action; none: the action has no key
	Where   string   // "config.toml:12", for errors
}

// Bound is an entry of the table with the keys it has now.
type Bound struct {
	Entry
	Also []Action // further actions that the same keys run
}

// ConflictError says that one key was given to two actions in the same place,
// or that one sequence of keys begins with another.
type ConflictError struct {
	Key, Other       string // the keys; equal unless one begins with the other
	Action, With     string // names of the actions
	Where, WhereWith string // "" for a preset's own keys
}

func (e *ConflictError) Error() string {
	at := func(action, where string) string {
		if where == "" {
			return action
		}
		return action + " (" + where + ")"
	}
	if e.Key != e.Other {
		return fmt.Sprintf("key %q for %s begins with %q, which is bound to %s", e.Key, at(e.Action, e.Where), e.Other, at(e.With, e.WhereWith))
	}
	return fmt.Sprintf("key %q is bound to %s and to %s", e.Key, at(e.Action, e.Where), at(e.With, e.WhereWith))
}

// NameError says that there is no such action, preset or key.
type NameError struct {
	What  string // "action", "preset", "key"
	Name  string
	Near  string // the nearest name there is, "" where none is near
	Where string
}

func (e *NameError) Error() string {
	s := fmt.Sprintf("no %s is called %q", e.What, e.Name)
	if e.Near != "" {
		s += fmt.Sprintf(", did you mean %q", e.Near)
	}
	if e.Where != "" {
		s = e.Where + ": " + s
	}
	return s
}

// Map is the table with the keys of a preset and the reader's own. It is not
// changed once made.
type Map struct {
	bound []Bound // one for each action, in table order, then the macros
	seqs  map[Scope]map[string][]Action
	heads map[Scope]map[string]bool // what a longer sequence begins with
}

// claim is a key sequence that something wants in some places.
type claim struct {
	seq     string
	scope   Scope
	actions []Action
	name    string
	where   string
	user    bool
}

// New makes the Map of a preset ("" is depesche), of the reader's own programs,
// each an action of its own without keys, and of their own bindings. Theirs win over the preset's; two of theirs that want the same
// key in the same place are a *ConflictError, an unknown name a *NameError.
func New(preset string, user []Binding, programs ...string) (*Map, error) {
	over, ok := presets[preset]
	if !ok && preset != "" {
		return nil, &NameError{What: "preset", Name: preset, Near: nearest(preset, Presets())}
	}
	bound := make([]Bound, 0, len(table)+len(user))
	for _, e := range table {
		if k, ok := over[e.Action]; ok {
			e.Keys = k
		}
		e.Keys = slices.Clone(e.Keys)
		bound = append(bound, Bound{Entry: e})
	}
	for i, name := range programs[:min(len(programs), maxOwn)] {
		bound = append(bound, Bound{Entry: Entry{Action: Own(i), Name: OwnName(name), Scope: List | Page, Group: Articles}})
	}
	own, bound, err := readUser(user, bound)
	if err != nil {
		return nil, err
	}
	m := &Map{bound: bound, seqs: map[Scope]map[string][]Action{}, heads: map[Scope]map[string]bool{}}
	taken := own
	for i := range m.bound {
		b := &m.bound[i]
		if b.Also != nil || slices.ContainsFunc(own, func(c claim) bool { return c.name == b.Name }) {
			continue
		}
		b.Keys = slices.DeleteFunc(b.Keys, func(k string) bool { return clash(own, k, b.Scope) })
		for _, k := range b.Keys {
			taken = append(taken, claim{seq: k, scope: b.Scope, actions: []Action{b.Action}, name: b.Name})
		}
	}
	if err := conflicts(taken); err != nil {
		return nil, err
	}
	for _, c := range taken {
		m.put(c)
	}
	return m, nil
}

// maxOwn is how many of the reader's programs can have actions.
const maxOwn = 60

// OwnName is the action of one of the reader's own programs.
func OwnName(program string) string { return "run-" + strings.Join(strings.Fields(program), "-") }

// readUser turns the reader's bindings into claims and puts their keys into bound.
func readUser(user []Binding, bound []Bound) ([]claim, []Bound, error) {
	var own []claim
	for _, u := range user {
		acts := make([]Action, 0, len(u.Actions))
		for _, n := range u.Actions {
			at := slices.IndexFunc(bound, func(b Bound) bool { return b.Name == n && b.Also == nil })
			if at < 0 {
				return nil, nil, &NameError{What: "action", Name: n, Near: nearest(n, names(bound)), Where: u.Where}
			}
			acts = append(acts, bound[at].Action)
		}
		if len(acts) == 0 {
			continue
		}
		seqs := make([]string, 0, len(u.Keys))
		for _, k := range u.Keys {
			s, err := Parse(k)
			if err != nil {
				return nil, nil, &NameError{What: "key", Name: k, Where: u.Where}
			}
			seqs = append(seqs, s)
		}
		at := slices.IndexFunc(bound, func(b Bound) bool { return b.Action == acts[0] && b.Also == nil })
		e := bound[at].Entry
		if len(acts) == 1 {
			bound[at].Keys = seqs
		} else {
			e.Name, e.Keys = strings.Join(u.Actions, " "), seqs
			bound = append(bound, Bound{Entry: e, Also: acts[1:]})
		}
		for _, s := range seqs {
			own = append(own, claim{seq: s, scope: e.Scope, actions: acts, name: e.Name, where: u.Where, user: true})
		}
	}
	return own, bound, nil
}

// clash reports whether a claim stands in the way of seq.
func clash(claims []claim, seq string, scope Scope) bool {
	for _, c := range claims {
		if c.scope&scope != 0 && (c.seq == seq || begins(c.seq, seq) || begins(seq, c.seq)) {
			return true
		}
	}
	return false
}

func begins(seq, with string) bool { return strings.HasPrefix(seq, with+" ") }

func conflicts(claims []claim) error {
	for i, a := range claims {
		for _, b := range claims[:i] {
			if a.scope&b.scope == 0 || a.name == b.name && a.seq == b.seq {
				continue
			}
			if a.seq == b.seq || begins(a.seq, b.seq) {
				return &ConflictError{Key: a.seq, Other: b.seq, Action: a.name, With: b.name, Where: a.where, WhereWith: b.where}
			}
			if begins(b.seq, a.seq) {
				return &ConflictError{Key: b.seq, Other: a.seq, Action: b.name, With: a.name, Where: b.where, WhereWith: a.where}
			}
		}
	}
	return nil
}

func (m *Map) put(c claim) {
	for s := Scope(1); s <= Prompt; s <<= 1 {
		if c.scope&s == 0 {
			continue
		}
		if m.seqs[s] == nil {
			m.seqs[s], m.heads[s] = map[string][]Action{}, map[string]bool{}
		}
		m.seqs[s][c.seq] = c.actions
		for i, r := range c.seq {
			if r == ' ' {
				m.heads[s][c.seq[:i]] = true
			}
		}
	}
}

// Modal reports whether an action is for a link, a picture or a prompt alone, and nothing
// without one.
func (e *Entry) Modal() bool { return e.Scope&(moves|Hits) == 0 }

// Elsewhere tells in which of the panes a key or a sequence means something.
func (m *Map) Elsewhere(seq string) (where Scope) {
	for s := Scope(1); s&panes != 0; s <<= 1 {
		if m.seqs[s][seq] != nil || m.heads[s][seq] {
			where |= s
		}
	}
	return where
}

// Bound lists every action with the keys it has now, then the macros.
func (m *Map) Bound() []Bound { return slices.Clone(m.bound) }

// Keys gives the keys of an action, the first the one to tell people; empty
// where it has none.
func (m *Map) Keys(a Action) []string {
	for i := range m.bound {
		if m.bound[i].Action == a && m.bound[i].Also == nil {
			return m.bound[i].Keys
		}
	}
	return nil
}

func names(bound []Bound) []string {
	out := make([]string, len(bound))
	for i := range bound {
		out[i] = bound[i].Name
	}
	return out
}

// nearest is the first name that s is a part of, "star" of "toggle-star"; else the one with
// the fewest letters to change, if these are few.
func nearest(s string, names []string) string {
	for _, n := range names {
		if slices.Contains(strings.Split(n, "-"), s) {
			return n
		}
	}
	best, at := 1+len(s)/3, ""
	for _, n := range names {
		if d := Distance(s, n); d < best || d == best && at == "" {
			best, at = d, n
		}
	}
	return at
}

// Distance counts the bytes to insert, delete or replace between a and b
// (Levenshtein): names of ours are ASCII.
func Distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diag
			if a[i] != b[j] {
				cost = 1 + min(diag, row[j], row[j+1])
			}
			diag, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
