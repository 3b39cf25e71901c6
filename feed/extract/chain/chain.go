// Package chain is a linear model over a sequence: each position has evidence, each
// state a weight for each piece of it and for the state before it, and the best path is
// the reading of the whole sequence. It knows nothing of pages; package extract
// says what the evidence and the states are, and its program fit finds the weights.
package chain

import (
	"math"
	"slices"
)

// Shape says what a model is about.
type Shape struct {
	Labels   int     // what a position can be
	States   []int   // for each state its label: one label may have several states, told apart by what came before
	Follows  [][]int // for each state the states that may stand before it
	First    []int   // the states a sequence may begin with
	Last     []int   // the states it may end with
	Features int     // pieces of evidence
	Edges    int     // kinds of steps between neighbours
}

// Model is a shape with its weights.
type Model struct {
	Shape
	Emit []float32 // Features x Labels
	Move []float32 // Edges x States x States: from, to
}

// Item is a position of a sequence: the evidence it has, and the kind of step that leads to it.
type Item struct {
	Features []int32
	Edge     uint8
	Only     uint64    // the states it may be in, a bit each; 0: any
	Lift     []float32 // for each label what it weighs more than its evidence says; nil: nothing
}

// New makes a model whose weights are all nought.
func New(s Shape) *Model {
	return &Model{Shape: s, Emit: make([]float32, s.Features*s.Labels), Move: make([]float32, s.Edges*len(s.States)*len(s.States))}
}

// Scores adds up the evidence of a position for each label.
func (m *Model) Scores(it *Item, out []float32) {
	clear(out)
	for _, f := range it.Features {
		w := m.Emit[int(f)*m.Labels:][:len(out)]
		for l, v := range w {
			out[l] += v
		}
	}
	for l, v := range it.Lift {
		out[l] += v
	}
}

// Step is the weight of going from one state to another over a kind of step.
func (m *Model) Step(edge uint8, from, to int) float32 {
	n := len(m.States)
	return m.Move[(int(edge)*n+from)*n+to]
}

// Allows reports whether a position may be in a state.
func (it *Item) Allows(state int) bool { return it.Only == 0 || it.Only>>state&1 != 0 }

const never = float32(math.MaxFloat32) * -0.25

// Best gives the state of each position on the path with the greatest sum of weights;
// nil where no path is allowed.
func (m *Model) Best(items []Item) []int {
	if len(items) == 0 {
		return nil
	}
	n := len(m.States)
	back := make([]uint8, len(items)*n)
	prev, cur, emit := make([]float32, n), make([]float32, n), make([]float32, m.Labels)
	for i := range items {
		m.Scores(&items[i], emit)
		move := m.Move[int(items[i].Edge)*n*n:][:n*n]
		for s := range cur {
			cur[s] = never
			if !items[i].Allows(s) {
				continue
			}
			if i == 0 {
				continue
			}
			best := never
			for _, r := range m.Follows[s] {
				if v := prev[r]; v > never/2 {
					if v += move[r*n+s]; v > best {
						best = v
						back[i*n+s] = uint8(r)
					}
				}
			}
			if best > never/2 {
				cur[s] = best + emit[m.States[s]]
			}
		}
		if i == 0 {
			for _, s := range m.First {
				if items[0].Allows(s) {
					cur[s] = emit[m.States[s]]
				}
			}
		}
		prev, cur = cur, prev
	}
	end, most := -1, never/2
	for _, s := range m.Last {
		if prev[s] > most {
			end, most = s, prev[s]
		}
	}
	if end < 0 {
		return nil
	}
	path := make([]int, len(items))
	for i := len(items) - 1; i >= 0; i-- {
		path[i] = end
		end = int(back[i*n+end])
	}
	return path
}

// Totals gives for each position and label the sum of weights of the best path on which the position has the label;
// a label that no path allows has less than any path. Best follows the greatest of them.
func (m *Model) Totals(items []Item) [][]float32 {
	n := len(m.States)
	emit := make([][]float32, len(items))
	for i := range items {
		emit[i] = make([]float32, m.Labels)
		m.Scores(&items[i], emit[i])
	}
	ahead, behind := m.sums(items, emit), make([]float32, n)
	for s := range behind {
		behind[s] = never
	}
	for _, s := range m.Last {
		behind[s] = 0
	}
	out := make([][]float32, len(items))
	for i := len(items) - 1; i >= 0; i-- {
		out[i] = make([]float32, m.Labels)
		for l := range out[i] {
			out[i][l] = never
		}
		for s, l := range m.States {
			if v := ahead[i][s] + behind[s]; v > out[i][l] {
				out[i][l] = v
			}
		}
		before := make([]float32, n)
		for r := range before {
			before[r] = never
		}
		for s, l := range m.States {
			if behind[s] <= never/2 || !items[i].Allows(s) {
				continue
			}
			for _, r := range m.Follows[s] {
				before[r] = max(before[r], behind[s]+emit[i][l]+m.Step(items[i].Edge, r, s))
			}
		}
		behind = before
	}
	return out
}

// sums gives for each position and state the greatest sum of weights of a path up to it.
func (m *Model) sums(items []Item, emit [][]float32) [][]float32 {
	out := make([][]float32, len(items))
	for i := range items {
		out[i] = make([]float32, len(m.States))
		for s, l := range m.States {
			best := never
			switch {
			case !items[i].Allows(s):
			case i > 0:
				for _, r := range m.Follows[s] {
					best = max(best, out[i-1][r]+m.Step(items[i].Edge, r, s))
				}
			case slices.Contains(m.First, s):
				best = 0
			}
			if out[i][s] = never; best > never/2 {
				out[i][s] = best + emit[i][l]
			}
		}
	}
	return out
}
