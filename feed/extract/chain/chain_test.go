package chain

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// threeParts is a sequence of a head, a text and an end, in that order; features 0 to 2 speak for one each,
// feature 3 for none.
func threeParts() Shape {
	return Shape{Labels: 3, States: []int{0, 1, 2}, Follows: [][]int{{0}, {0, 1}, {1, 2}}, First: []int{0, 1}, Last: []int{0, 1, 2}, Features: 4, Edges: 1}
}

func seen(features ...int32) Item { return Item{Features: features} }

func TestBestKeepsTheOrder(t *testing.T) {
	m := New(threeParts())
	for f := range 3 {
		m.Emit[f*3+f] = 2
	}
	for _, c := range []struct {
		name  string
		items []Item
		want  []int
	}{
		{"nothing", nil, nil},
		{"as the evidence says", []Item{seen(0), seen(1), seen(2)}, []int{0, 1, 2}},
		{"a head behind the text is none", []Item{seen(0), seen(1), seen(1), seen(0), seen(1)}, []int{0, 1, 1, 1, 1}},
		{"the end does not begin", []Item{seen(2, 1), seen(1)}, []int{1, 1}},
		{"two bits of evidence against one", []Item{seen(1), seen(2, 1), seen(1)}, []int{1, 1, 1}},
		{"only what is allowed", []Item{seen(0), {Features: []int32{0}, Only: 1 << 1}, seen(2)}, []int{0, 1, 2}},
	} {
		if got := m.Best(c.items); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if got := m.Best([]Item{{Only: 1 << 2}}); got != nil {
		t.Errorf("a path that no order allows: %v", got)
	}
}

// TestTotals holds the totals against all paths there are.
func TestTotals(t *testing.T) {
	m := New(threeParts())
	r := rand.New(rand.NewPCG(3, 4))
	for i := range m.Emit {
		m.Emit[i] = r.Float32()
	}
	for i := range m.Move {
		m.Move[i] = r.Float32()
	}
	items := []Item{seen(0), {Features: []int32{1, 3}, Only: 1<<0 | 1<<1}, seen(2, 3), seen(1)}
	want := make([][3]float32, len(items))
	for i := range want {
		want[i] = [3]float32{-1, -1, -1}
	}
	follow := func(path [4]int) {
		sum, emit := float32(0), make([]float32, 3)
		for i, s := range path {
			switch {
			case !items[i].Allows(s), i == 0 && !slices.Contains(m.First, s), i > 0 && !slices.Contains(m.Follows[s], path[i-1]):
				return
			case i > 0:
				sum += m.Step(items[i].Edge, path[i-1], s)
			}
			m.Scores(&items[i], emit)
			sum += emit[s]
		}
		for i, s := range path {
			want[i][s] = max(want[i][s], sum)
		}
	}
	for k := range 81 {
		follow([4]int{k / 27, k / 9 % 3, k / 3 % 3, k % 3})
	}
	got, best := m.Totals(items), m.Best(items)
	for i := range items {
		for l := range 3 {
			if d := got[i][l] - want[i][l]; want[i][l] >= 0 && (d > 1e-4 || d < -1e-4) || want[i][l] < 0 && got[i][l] > never/2 {
				t.Errorf("%d as %d: %v, want %v", i, l, got[i][l], want[i][l])
			}
			if want[i][l] > want[i][best[i]]+1e-4 {
				t.Errorf("%d: best is %d, not %d", i, best[i], l)
			}
		}
	}
}

func TestTrainLearnsEvidenceAndOrder(t *testing.T) {
	known := func(states ...int) Example {
		e := Example{Weight: 1}
		for _, s := range states {
			e.Items = append(e.Items, Item{Features: []int32{int32(s), 3}, Only: 1 << s})
		}
		return e
	}
	examples := []Example{known(0, 1, 1, 2), known(0, 0, 1, 2, 2), known(1, 1, 2), known(0, 1, 1, 1)}
	open := known(0, 1, 2)
	open.Items[1].Only = 1<<0 | 1<<1 // the truth does not say which
	examples = append(examples, open)
	train := func() (*Model, []float64) {
		m := New(threeParts())
		var losses []float64
		Train(m, examples, Training{
			Rounds: 30, Rate: 0.3,
			Bound:  func(f int) float32 { return map[int]float32{3: 0.5}[f] },
			Drop:   func(int, *rand.Rand) func(int32) bool { return nil },
			Report: func(_ int, loss float64) { losses = append(losses, loss) },
		})
		return m, losses
	}
	m, losses := train()
	if last := losses[len(losses)-1]; last > losses[0]/4 {
		t.Errorf("loss fell from %.2f to %.2f only", losses[0], last)
	}
	if got := m.Best([]Item{seen(0), seen(1), seen(1), seen(2)}); !slices.Equal(got, []int{0, 1, 1, 2}) {
		t.Errorf("learnt %v", got)
	}
	for l := range 3 {
		if w := m.Emit[3*3+l]; w > 0.5 || w < -0.5 {
			t.Errorf("a bounded feature weighs %.2f", w)
		}
	}
	again, _ := train()
	if !slices.Equal(m.Emit, again.Emit) || !slices.Equal(m.Move, again.Move) {
		t.Error("the same examples gave other weights")
	}
}

func BenchmarkBest(b *testing.B) {
	m := New(threeParts())
	items := make([]Item, 500)
	for i := range items {
		items[i] = seen(int32(i%3), 3)
	}
	for b.Loop() {
		m.Best(items)
	}
}
