package main

import (
	"bytes"
	"fmt"
	"hash/fnv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The same page is often built otherwise: sections around each subhead and its text, a box around
// each paragraph, boxes for paragraphs, class names that say nothing, no data about itself. Weights that
// hold for all of these hold for pages that nobody has seen.

// variant is a way to build a page otherwise. It changes the document.
type variant struct {
	name string
	do   func(doc *html.Node)
}

var variants = []variant{
	{"no classes", func(doc *html.Node) { each(doc, func(n *html.Node) { drop(n, "class", "id", "role", "itemprop") }) }},
	{"other names", func(doc *html.Node) { each(doc, rename) }},
	{"sections", func(doc *html.Node) { each(doc, sections) }},
	{"boxed paragraphs", func(doc *html.Node) { each(doc, func(n *html.Node) { boxed(n, "box") }) }},
	{"boxes for paragraphs", func(doc *html.Node) { each(doc, divs) }},
	{"no data", silent},
}

func each(n *html.Node, f func(*html.Node)) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		each(c, f)
		c = next
	}
	if n.Type == html.ElementNode {
		f(n)
	}
}

func drop(n *html.Node, keys ...string) {
	kept := n.Attr[:0]
	for _, a := range n.Attr {
		gone := false
		for _, k := range keys {
			gone = gone || a.Key == k
		}
		if !gone {
			kept = append(kept, a)
		}
	}
	n.Attr = kept
}

// rename puts names without meaning in place of class names, the same for the same.
func rename(n *html.Node) {
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "class", "id", "role", "itemprop":
			h := fnv.New32a()
			_, _ = h.Write([]byte(n.Attr[i].Val))
			n.Attr[i].Val = fmt.Sprintf("x%xq", h.Sum32())
		}
	}
}

// children counts the elements of some kinds right below one.
func children(n *html.Node, tags ...atom.Atom) int {
	count := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		for _, t := range tags {
			if c.DataAtom == t {
				count++
			}
		}
	}
	return count
}

// sections puts each subhead and what follows it in an element of its own.
func sections(n *html.Node) {
	if children(n, atom.P) < 3 || children(n, atom.H2, atom.H3) < 2 {
		return
	}
	var box *html.Node
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.DataAtom == atom.H2 || c.DataAtom == atom.H3 {
			box = &html.Node{Type: html.ElementNode, Data: "section", DataAtom: atom.Section}
			n.InsertBefore(box, c)
		}
		if box != nil {
			n.RemoveChild(c)
			box.AppendChild(c)
		}
		c = next
	}
}

// boxed puts a box around each paragraph and subhead of a text.
func boxed(n *html.Node, class string) {
	if children(n, atom.P) < 3 {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.P, atom.H2, atom.H3, atom.Figure, atom.Ul, atom.Blockquote:
			box := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div, Attr: []html.Attribute{{Key: "class", Val: class}}}
			n.InsertBefore(box, c)
			n.RemoveChild(c)
			box.AppendChild(c)
			c = box
		}
	}
}

// divs makes boxes of the paragraphs of a text.
func divs(n *html.Node) {
	if n.DataAtom == atom.P {
		n.DataAtom, n.Data = atom.Div, "div"
	}
}

// silent takes away what the page says of itself.
func silent(doc *html.Node) {
	each(doc, func(n *html.Node) {
		switch n.DataAtom {
		case atom.Meta, atom.Script:
			if n.Parent != nil {
				n.Parent.RemoveChild(n)
			}
		}
	})
}

// vary builds a page otherwise.
func vary(src []byte, v variant) []byte {
	doc, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		return src
	}
	v.do(doc)
	var out bytes.Buffer
	if err := html.Render(&out, doc); err != nil {
		return src
	}
	return out.Bytes()
}
