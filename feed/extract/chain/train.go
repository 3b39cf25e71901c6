package chain

import (
	"math"
	"math/rand/v2"
	"sync"
)

// Example is a sequence whose states are known as far as Only of its items says: a position may have
// several, where the truth leaves them open.
type Example struct {
	Items  []Item
	Weight float32 // how much it counts beside the others
}

// Training says how weights are found.
type Training struct {
	Rounds int
	Rate   float64
	Shrink float64                                                  // what part of each weight a round takes away
	Bound  func(feature int) float32                                // the most a feature may weigh, either way; 0: no bound
	Drop   func(example int, r *rand.Rand) func(feature int32) bool // which evidence an example does without this time
	Report func(round int, loss float64)
}

// batch is how many sequences are looked at before the weights change.
const batch = 16

// workers look at the sequences of a batch side by side.
const workers = 2

// Train finds weights under which the known states are likely: the greatest likelihood by
// gradient ascent with a step of its own for each weight (AdaGrad). The same
// examples give the same weights.
func Train(m *Model, examples []Example, t Training) {
	r := rand.New(rand.NewPCG(1, 2))
	emitSq, moveSq := make([]float64, len(m.Emit)), make([]float64, len(m.Move))
	grads := [workers]*gradient{}
	for i := range grads {
		grads[i] = newGradient(m)
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	emitSum, moveSum := make([]float64, len(m.Emit)), make([]float64, len(m.Move))
	summed := 0
	for round := range t.Rounds {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for at := 0; at < len(order); at += batch {
			part := order[at:min(at+batch, len(order))]
			drops := make([]func(int32) bool, len(part))
			for i := range part {
				drops[i] = t.Drop(part[i], r)
			}
			expMove := m.expMove()
			var wg sync.WaitGroup
			for w := range workers {
				wg.Go(func() {
					for i := w; i < len(part); i += workers {
						grads[w].add(&examples[part[i]], expMove, drops[i])
					}
				})
			}
			wg.Wait()
			for _, g := range grads {
				loss += g.loss
				g.apply(m, emitSq, moveSq, t)
			}
		}
		keep := float32(1 - t.Shrink)
		for i := range m.Emit {
			m.Emit[i] *= keep
		}
		for i := range m.Move {
			m.Move[i] *= keep
		}
		if round >= t.Rounds/2 {
			summed++
			addTo(emitSum, m.Emit)
			addTo(moveSum, m.Move)
		}
		t.Report(round, loss)
	}
	mean(m.Emit, emitSum, summed)
	mean(m.Move, moveSum, summed)
}

func addTo(sum []float64, w []float32) {
	for i, v := range w {
		sum[i] += float64(v)
	}
}

// mean sets weights to what they were on average in the later rounds, which holds better for pages that
// were not seen than what the last ones left.
func mean(w []float32, sum []float64, n int) {
	for i := range w {
		w[i] = float32(sum[i] / float64(max(n, 1)))
	}
}

// expMove gives the weights of the steps as factors.
func (m *Model) expMove() []float64 {
	out := make([]float64, len(m.Move))
	for i, w := range m.Move {
		out[i] = math.Exp(float64(w))
	}
	return out
}

// gradient is what a few sequences say of the weights.
type gradient struct {
	m       *Model
	emit    []float64
	move    []float64
	touched []int32
	isIn    []bool
	loss    float64
	score   []float32
	items   []Item
	room    []int32
}

func newGradient(m *Model) *gradient {
	return &gradient{m: m, emit: make([]float64, len(m.Emit)), move: make([]float64, len(m.Move)), isIn: make([]bool, m.Features), score: make([]float32, m.Labels)}
}

// add adds what a sequence says: what its known states would have, less what the model expects.
func (g *gradient) add(e *Example, expMove []float64, drop func(int32) bool) {
	items := g.filter(e.Items, drop)
	emit := g.emissions(items)
	free, zFree := g.marginals(items, emit, expMove, false)
	known, zKnown := g.marginals(items, emit, expMove, true)
	if free == nil || known == nil {
		return
	}
	g.loss += (zFree - zKnown) * float64(e.Weight)
	m := g.m
	n := len(m.States)
	w := float64(e.Weight)
	diff := make([]float64, m.Labels)
	for i := range items {
		clear(diff)
		for s := range n {
			diff[m.States[s]] += w * (known.at[i*n+s] - free.at[i*n+s])
		}
		for _, f := range items[i].Features {
			if !g.isIn[f] {
				g.isIn[f] = true
				g.touched = append(g.touched, f)
			}
			row := g.emit[int(f)*m.Labels:][:m.Labels]
			for l := range row {
				row[l] += diff[l]
			}
		}
	}
	for k := range g.move {
		g.move[k] += w * (known.steps[k] - free.steps[k])
	}
}

// filter leaves out the features that are dropped this time.
func (g *gradient) filter(items []Item, drop func(int32) bool) []Item {
	if drop == nil {
		return items
	}
	g.items, g.room = append(g.items[:0], items...), g.room[:0]
	for i := range g.items {
		from := len(g.room)
		for _, f := range items[i].Features {
			if !drop(f) {
				g.room = append(g.room, f)
			}
		}
		g.items[i].Features = append([]int32(nil), g.room[from:]...)
	}
	return g.items
}

// emissions gives for each position and state the factor of its evidence, the greatest of each being 1;
// the logarithms of what was taken out of them cancel between the two sums.
func (g *gradient) emissions(items []Item) []float64 {
	n := len(g.m.States)
	out := make([]float64, len(items)*n)
	for i := range items {
		g.m.Scores(&items[i], g.score)
		most := g.score[0]
		for _, v := range g.score {
			most = max(most, v)
		}
		for s := range n {
			out[i*n+s] = math.Exp(float64(g.score[g.m.States[s]] - most))
		}
	}
	return out
}

// expected are the chances of states and steps.
type expected struct{ at, steps []float64 }

// marginals gives the chances of all states and steps, and the logarithm of the sum over all paths.
func (g *gradient) marginals(items []Item, emit, expMove []float64, known bool) (*expected, float64) {
	m := g.m
	n := len(m.States)
	fore, back := make([]float64, len(items)*n), make([]float64, len(items)*n)
	scale := make([]float64, len(items))
	z := 0.0
	may := func(i, s int) bool { return !known || items[i].Allows(s) }
	for i := range items {
		row := fore[i*n:][:n]
		if i == 0 {
			for _, s := range m.First {
				if may(0, s) {
					row[s] = emit[s]
				}
			}
		} else {
			prev := fore[(i-1)*n:][:n]
			base := int(items[i].Edge) * n * n
			for s := range n {
				if !may(i, s) {
					continue
				}
				sum := 0.0
				for _, r := range m.Follows[s] {
					sum += prev[r] * expMove[base+r*n+s]
				}
				row[s] = sum * emit[i*n+s]
			}
		}
		total := 0.0
		for _, v := range row {
			total += v
		}
		if total <= 0 || math.IsInf(total, 0) || math.IsNaN(total) {
			return nil, 0
		}
		for s := range row {
			row[s] /= total
		}
		scale[i] = total
		z += math.Log(total)
	}
	e := &expected{at: fore, steps: make([]float64, len(m.Move))}
	last := len(items) - 1
	for s := range n {
		back[last*n+s] = 1
	}
	for i := last; i > 0; i-- {
		base := int(items[i].Edge) * n * n
		row, up := back[i*n:][:n], back[(i-1)*n:][:n]
		prev := fore[(i-1)*n:][:n]
		for s := range n {
			if !may(i, s) {
				continue
			}
			in := row[s] * emit[i*n+s] / scale[i]
			if in == 0 {
				continue
			}
			for _, r := range m.Follows[s] {
				v := expMove[base+r*n+s] * in
				up[r] += v
				e.steps[base+r*n+s] += prev[r] * v
			}
		}
	}
	for k := range fore {
		fore[k] *= back[k]
	}
	return e, z
}

// apply changes the weights by what was learnt, and forgets it.
func (g *gradient) apply(m *Model, emitSq, moveSq []float64, t Training) {
	for _, f := range g.touched {
		bound := t.Bound(int(f))
		for l := range m.Labels {
			k := int(f)*m.Labels + l
			d := g.emit[k]
			g.emit[k] = 0
			if d == 0 {
				continue
			}
			emitSq[k] += d * d
			m.Emit[k] += float32(t.Rate * d / (math.Sqrt(emitSq[k]) + 1e-3))
			if bound > 0 {
				m.Emit[k] = max(-bound, min(bound, m.Emit[k]))
			}
		}
		g.isIn[f] = false
	}
	g.touched = g.touched[:0]
	for k, d := range g.move {
		if d != 0 {
			moveSq[k] += d * d
			m.Move[k] += float32(t.Rate * d / (math.Sqrt(moveSq[k]) + 1e-3))
			g.move[k] = 0
		}
	}
	g.loss = 0
}
