package extract

import (
	"strings"

	"golang.org/x/net/html"

	"depesche/feed"
)

// Fragments turns the HTML of a feed's entries into blocks, one entry after the other: what
// memory the work takes serves them all. It is for one goroutine; the zero value is ready.
type Fragments struct {
	nodes  []node
	pieces []piece
	run    []feed.Span
	words  *markCache
}

// Fragment turns the HTML of one entry into blocks. Links and pictures are resolved against base.
func Fragment(fragment, base string) []feed.Block {
	return new(Fragments).Blocks(fragment, base)
}

// Blocks does what Fragment does.
func (f *Fragments) Blocks(fragment, base string) []feed.Block {
	doc, err := html.Parse(strings.NewReader(fragment))
	if err != nil {
		return nil
	}
	if f.words == nil {
		f.words = newMarkCache()
	}
	p := &page{opt: Options{URL: base}, words: f.words, nodes: f.nodes[:0]}
	tags := strings.Count(fragment, "<")
	if room := min(tags+8, maxNodes); room > cap(p.nodes) {
		p.nodes = make([]node, 0, room)
	}
	p.walk(doc, false)
	f.nodes = p.nodes
	if len(p.nodes) == 0 {
		return nil
	}
	p.findNotes(0)
	b := builder{p: p, block: 0, pieces: f.pieces[:0], run: f.run[:0], spans: make([]feed.Span, 0, min(tags/2+1, 16))}
	b.children(0)
	b.flush()
	f.pieces, f.run = b.pieces, b.run
	p.attachCaptions(b.pieces)
	var out []feed.Block
	for i := range b.pieces {
		if b.pieces[i].drop != "" {
			continue
		}
		if out == nil {
			out = make([]feed.Block, 0, len(b.pieces)-i)
		}
		out = append(out, b.pieces[i].Block)
	}
	return p.addNotes(out)
}
