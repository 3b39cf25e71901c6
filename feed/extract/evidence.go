package extract

import (
	"sync"

	"depesche/feed/extract/chain"
)

// evidence is one question that is asked of every candidate, and its possible answers. The first
// answer says nothing and has no weight. What each answer speaks for, and how loudly, is in
// weights.txt, which package fit writes.
type evidence struct {
	name   string
	values []string
	of     func(s *sheet, i int) int
}

// neighbour is a question that is asked of the candidates beside, too.
type neighbour struct {
	step int
	name string
}

// evidences are all questions, sorted by what they look at.
var evidences = sync.OnceValue(func() []evidence {
	var all []evidence
	for _, list := range [][]evidence{lineEvidence(), lookEvidence(), placeEvidence(), boxEvidence(), saidEvidence(), pictureEvidence(), wordEvidence()} {
		all = append(all, list...)
	}
	return all
})

// besides are the questions whose answers for the candidates before and behind count, too: a
// caption stands behind a picture, a credit behind a caption.
var besides = []neighbour{
	{-1, "made of"},
	{-1, "length"},
	{-1, "element"},
	{-1, "linked"},
	{-1, "photo mark"},
	{-1, "date"},
	{-1, "name"},
	{-1, "end"},
	{-1, "reads as text"},
	{-1, "title"},
	{-1, "in figure"},
	{-1, "description"},
	{-1, "bold"},
	{-1, "picture size"},
	{-1, "set like the text"},
	{1, "made of"},
	{1, "length"},
	{1, "element"},
	{1, "linked"},
	{1, "photo mark"},
	{1, "date"},
	{1, "name"},
	{1, "end"},
	{1, "reads as text"},
	{1, "title"},
	{1, "in figure"},
	{1, "description"},
	{1, "set like the text"},
	{-2, "made of"},
	{2, "made of"},
	{-2, "length"},
	{2, "length"},
	{2, "reads as text"},
	{-2, "reads as text"},
	{2, "photo mark"},
	{-2, "picture size"},
}

// pairs are questions whose answers mean more together.
var pairs = [][2]string{
	{"element", "length"},
	{"element", "end"},
	{"element", "linked"},
	{"length", "end"},
	{"length", "linked"},
	{"length", "reads as text"},
	{"length", "photo mark"},
	{"bold", "length"},
	{"bold", "end"},
	{"steps from headline", "length"},
	{"steps from headline", "reads as text"},
	{"steps from headline", "element"},
	{"prose above", "length"},
	{"prose above", "element"},
	{"prose above", "bold"},
	{"in figure", "length"},
	{"in figure", "photo mark"},
	{"box linked", "box size"},
	{"module linked", "module prose"},
	{"module element", "module linked"},
	{"beside the body", "prose above"},
	{"set like the text", "length"},
	{"set like the text", "prose above"},
	{"set like the text", "reads as text"},
	{"headline", "length"},
	{"title", "element"},
	{"description", "prose above"},
	{"picture size", "steps from headline"},
	{"picture link", "picture size"},
	{"name", "length"},
	{"date", "length"},
	{"module alike", "module linked"},
	{"prose below", "reads as text"},
	{"prose below", "element"},
	{"below a heading", "reads as text"},
	{"below a heading", "linked"},
	{"head box", "length"},
	{"head box", "element"},
	{"heads", "followed by"},
	{"heads", "element"},
	{"heads", "set like the text"},
	{"followed by", "element"},
	{"followed by", "bold"},
	{"followed by", "after"},
	{"word: pointer", "linked"},
	{"word: pointer", "length"},
	{"heads", "length"},
	{"heads", "linked"},
	{"heads", "after"},
	{"module alike", "module prose"},
	{"module prose", "beside the body"},
	{"below a heading", "set like the text"},
	{"linked", "after"},
	{"prose below", "prose above"},
	{"prose below", "length"},
	{"prose below", "linked"},
}

// table is where the weights of each question stand.
type places struct {
	own    []int // for each question, the place of its second answer
	beside []int
	from   []int // the questions that besides ask, by number
	pairs  []int
	of     [][2]int
	names  []string // of each place
}

var layout = sync.OnceValue(func() *places {
	all := evidences()
	number := map[string]int{}
	t := &places{names: []string{"any"}}
	block := func(name string, values []string) int {
		at := len(t.names)
		for _, v := range values[1:] {
			t.names = append(t.names, name+"="+v)
		}
		return at
	}
	for k, e := range all {
		number[e.name] = k
		t.own = append(t.own, block(e.name, e.values))
	}
	where := map[int]string{-2: "two before: ", -1: "before: ", 1: "next: ", 2: "two on: "}
	for _, n := range besides {
		e := all[number[n.name]]
		t.from = append(t.from, number[n.name])
		t.beside = append(t.beside, block(where[n.step]+n.name, e.values))
	}
	for _, p := range pairs {
		a, b := all[number[p[0]]], all[number[p[1]]]
		t.of = append(t.of, [2]int{number[p[0]], number[p[1]]})
		t.pairs = append(t.pairs, len(t.names))
		for _, x := range a.values[1:] {
			for _, y := range b.values[1:] {
				t.names = append(t.names, p[0]+"="+x+" & "+p[1]+"="+y)
			}
		}
	}
	return t
})

func featureCount() int { return len(layout().names) }

// Kinds of steps from one candidate to the next.
const (
	edgeSameBlock = iota // parts of one line
	edgeSameBox          // neighbours in one small element
	edgeSameModule
	edgeApart
	edgeKinds
)

// ask puts all questions to all candidates.
func (s *sheet) ask() {
	all := evidences()
	room := make([]uint8, len(s.cands)*len(all))
	for i := range s.cands {
		s.cands[i].seen = room[i*len(all):][:len(all):len(all)]
	}
	for i := range s.cands {
		for k := range all {
			s.cands[i].seen[k] = uint8(all[k].of(s, i))
		}
	}
}

// items gives the candidates as positions of a chain.
func (s *sheet) items() []chain.Item {
	s.ask()
	t := layout()
	items := make([]chain.Item, len(s.cands))
	slab := make([]int32, 0, len(s.cands)*80)
	for i := range s.cands {
		from := len(slab)
		slab = s.features(i, t, slab)
		items[i] = chain.Item{Features: slab[from:len(slab):len(slab)], Edge: s.edge(i)}
	}
	return items
}

// features gives the places of the weights that speak for a candidate.
func (s *sheet) features(i int, t *places, out []int32) []int32 {
	all := evidences()
	seen := s.cands[i].seen
	out = append(out, 0)
	for k, v := range seen {
		if v > 0 {
			out = append(out, int32(t.own[k]+int(v)-1))
		}
	}
	for k, n := range besides {
		j := i + n.step
		if j < 0 || j >= len(s.cands) {
			continue
		}
		if v := s.cands[j].seen[t.from[k]]; v > 0 {
			out = append(out, int32(t.beside[k]+int(v)-1))
		}
	}
	for k, of := range t.of {
		if a, b := seen[of[0]], seen[of[1]]; a > 0 && b > 0 {
			out = append(out, int32(t.pairs[k]+(int(a)-1)*(len(all[of[1]].values)-1)+int(b)-1))
		}
	}
	return out
}

// edge tells how far a candidate stands from the one before it.
func (s *sheet) edge(i int) uint8 {
	if i == 0 {
		return edgeApart
	}
	a, b := &s.cands[i-1], &s.cands[i]
	switch {
	case a.at == b.at && b.kind == aLine:
		return edgeSameBlock
	case s.box[i] == s.box[i-1]:
		return edgeSameBox
	case s.module[i] == s.module[i-1]:
		return edgeSameModule
	}
	return edgeApart
}

// bucket gives the number of the first bound that n does not reach, counted from 1.
func bucket(n int, bounds ...int) int {
	for k, b := range bounds {
		if n < b {
			return k + 1
		}
	}
	return len(bounds) + 1
}

// share gives the number of the step that a part of a whole reaches.
func share(part, whole int32, steps ...int32) int {
	if whole <= 0 {
		return 0
	}
	k := 0
	for k < len(steps) && part*100 >= steps[k]*whole {
		k++
	}
	return k
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}
