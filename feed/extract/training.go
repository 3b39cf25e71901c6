package extract

import (
	"bytes"

	"depesche/feed/extract/chain"
)

// What package fit needs to find the weights.

// Seen is a candidate as the program that finds the weights sees it.
type Seen struct {
	Kind    string // words, picture, table, code
	Text    string
	Element string // the element that it stands in: "h1", "p"
	Address string // of a picture
}

// Look takes a page, or a text that is no HTML, apart into candidates and gives them with their evidence.
func Look(src []byte, o Options) ([]Seen, []chain.Item) {
	s, _ := lookAt(src, o)
	if s == nil {
		return nil, nil
	}
	out := make([]Seen, len(s.cands))
	kinds := [...]string{aLine: "words", aPicture: "picture", aTable: "table", aCode: "code"}
	for i := range s.cands {
		c := &s.cands[i]
		out[i] = Seen{Kind: kinds[c.kind], Text: c.text, Address: c.address}
		if n := s.p.nodes[c.at].n; n != nil {
			out[i].Element = n.Data
		}
	}
	return out, s.items()
}

func lookAt(src []byte, o Options) (*sheet, error) {
	if !IsHTML(src) {
		return newSheet(textPage(src, o), &ldArticle{}), nil
	}
	p, err := newPage(src, o, nil)
	if err != nil {
		return nil, err
	}
	ld := p.meta.article()
	return newSheet(p, &ld), nil
}

// Order gives the parts of a page in the order in which they may follow each other.
func Order() chain.Shape { return order() }

// Parts are the names of the parts, by their numbers.
func Parts() []string { return partNames[:] }

// PartOf gives the part of a state, and the stretch of the page it belongs to: 0 above the
// headline, 1 headline, 2 between headline and text, 3 text, 4 behind it.
func PartOf(s int) (part, stretch int) { return int(states[s].part), states[s].stretch }

// Evidence gives the names of the evidence, by the number of its feature.
func Evidence() []string { return layout().names }

// Bound gives the most that a feature may weigh, either way; 0: no bound.
func Bound(name string) float32 {
	if bytes.HasPrefix([]byte(name), []byte("class: ")) {
		return classWeight
	}
	return 0
}
