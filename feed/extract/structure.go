package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

const (
	maxRows  = 400
	maxCells = 30
)

// flow takes an element's children as text of the article.
func (b *builder) flow(i int32) {
	b.flush()
	old := b.block
	b.block = i
	b.children(i)
	b.flush()
	b.block = old
}

// inline gives the whole text below i as one Text.
func (b *builder) inline(i int32) feed.Text {
	sub := builder{p: b.p, root: b.root, block: i, filter: b.filter, depth: b.depth}
	sub.children(i)
	sub.flush()
	var run []feed.Span
	for _, pc := range sub.pieces {
		if len(run) > 0 && len(pc.Text) > 0 {
			run = append(run, feed.Span{Text: " "})
		}
		run = append(run, pc.Text...)
		for _, it := range pc.Items {
			run = append(run, feed.Span{Text: " "})
			run = append(run, it...)
		}
	}
	return tidy(run)
}

// list takes a list apart, or, where its items hold whole passages, as text.
func (b *builder) list(i int32) {
	b.flush()
	kind := feed.List
	if b.p.nodes[i].tag == atom.Ol {
		kind = feed.OrderedList
	}
	if b.layoutList(i) {
		b.flow(i)
		return
	}
	var items []feed.Text
	var links, size int
	for j := i + 1; j < b.p.nodes[i].end; j = b.p.nodes[j].end {
		nd := &b.p.nodes[j]
		if nd.tag == 0 || nd.flag&(fHidden|fUI|fUsed) != 0 || b.filter && nd.flag&fNoise != 0 {
			continue
		}
		if t := b.inline(j); len(t) > 0 {
			items = append(items, t)
			for _, s := range t {
				size += len(s.Text)
				if s.Link != "" {
					links += len(s.Text)
				}
			}
		}
	}
	if len(items) > 0 {
		var all []string
		for _, t := range items {
			all = append(all, t.String())
		}
		b.add(piece{Block: feed.Block{Kind: kind, Items: items}, at: i, tag: b.p.nodes[i].tag, text: strings.Join(all, "\n"), link: links})
	}
}

// layoutList reports whether a list is there for its looks: its items hold
// headings, figures or several paragraphs.
func (b *builder) layoutList(i int32) bool {
	paragraphs, items := 0, 0
	for j := i + 1; j < b.p.nodes[i].end; j++ {
		switch nd := &b.p.nodes[j]; nd.tag {
		case atom.Li:
			items++
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.Figure, atom.Table, atom.Blockquote, atom.Picture:
			return true
		case atom.Img:
			if nd.flag&fHidden == 0 {
				return true
			}
		case atom.P:
			if nd.own > 40 {
				paragraphs++
			}
		}
	}
	return paragraphs > items+items/2
}

func (b *builder) table(i int32) {
	b.flush()
	if b.layoutTable(i) {
		b.flow(i)
		return
	}
	var rows [][]feed.Text
	title := feed.Text(nil)
	size := 0
	b.p.each(i, func(j int32) bool {
		nd := &b.p.nodes[j]
		switch {
		case nd.tag == atom.Caption:
			title = b.inline(j)
			return false
		case nd.tag != atom.Tr:
			return true
		case len(rows) >= maxRows:
			return false
		}
		var row []feed.Text
		filled := false
		for k := j + 1; k < nd.end && len(row) < maxCells; k = b.p.nodes[k].end {
			if c := b.p.nodes[k].tag; c == atom.Td || c == atom.Th {
				t := b.inline(k)
				row = append(row, t)
				filled = filled || len(t) > 0
				size += len(t)
			}
		}
		if filled {
			rows = append(rows, row)
		}
		return false
	})
	if size > 0 {
		b.add(piece{Block: feed.Block{Kind: feed.Table, Rows: rows, Text: title}, at: i, tag: atom.Table})
	}
}

// layoutTable reports whether a table arranges text rather than data.
func (b *builder) layoutTable(i int32) bool {
	cells := 0
	for j := i + 1; j < b.p.nodes[i].end; j++ {
		switch nd := &b.p.nodes[j]; nd.tag {
		case atom.Td, atom.Th:
			cells++
			if nd.text > 500 {
				return true
			}
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.Figure, atom.Ul, atom.Form, atom.Article:
			return true
		}
	}
	return cells < 3
}

func (b *builder) pre(i int32) {
	b.flush()
	sub := builder{p: b.p, root: b.root, block: i, raw: true}
	sub.children(i)
	var s strings.Builder
	for _, sp := range sub.run {
		s.WriteString(sp.Text)
	}
	if t := strings.Trim(feed.Clean(s.String()), "\n"); strings.TrimSpace(t) != "" {
		b.add(piece{Block: feed.Block{Kind: feed.Code, Text: feed.Plain(t)}, at: i, tag: atom.Pre})
	}
}

// quote takes a block quotation; its paragraphs are parted by an empty line.
func (b *builder) quote(i int32) {
	b.flush()
	nd := &b.p.nodes[i]
	if post := b.post(i); post != "" {
		b.add(piece{Block: feed.Block{Kind: feed.Embed, Text: feed.Text{{Text: postTitle(b.inline(i).String(), post), Link: post}}}, at: i, tag: nd.tag})
		return
	}
	sub := builder{p: b.p, root: b.root, block: i, filter: b.filter, depth: b.depth}
	sub.children(i)
	sub.flush()
	var text feed.Text
	for k := range sub.pieces {
		pc := &sub.pieces[k]
		if pc.Kind != feed.Paragraph && pc.Kind != feed.Quote {
			b.pieces = append(b.pieces, sub.pieces...)
			return
		}
		if len(text) > 0 {
			text = append(text, feed.Span{Text: "\n\n"})
		}
		text = append(text, pc.Text...)
	}
	if len(text) > 0 {
		b.add(piece{Block: feed.Block{Kind: feed.Quote, Text: text}, at: i, tag: nd.tag})
	}
}

// post gives the address of the post that a quotation embeds, or "".
func (b *builder) post(i int32) string {
	nd := &b.p.nodes[i]
	for _, key := range []string{"data-instgrm-permalink", "cite"} {
		if v := attr(nd.n, key); v != "" && (key != "cite" || nd.marks&mEmbed != 0) {
			return b.p.address(v)
		}
	}
	if nd.marks&mEmbed == 0 {
		return ""
	}
	last := ""
	b.p.each(i, func(j int32) bool {
		if b.p.nodes[j].tag == atom.A {
			if u := b.p.address(attr(b.p.nodes[j].n, "href")); u != "" {
				last = u
			}
		}
		return true
	})
	return last
}

func postTitle(text, link string) string {
	if text != "" {
		return text
	}
	return host(link)
}

// embed makes one line of a frame or a film: what it is and where it is.
func (b *builder) embed(i int32) {
	n := b.p.nodes[i].n
	src := ""
	for _, k := range []string{"src", "data-src", "data-url", "data-lazy-src", "data"} {
		if src = b.p.address(attr(n, k)); src != "" {
			break
		}
	}
	if src == "" {
		b.p.each(i, func(j int32) bool {
			if b.p.nodes[j].tag == atom.Source && src == "" {
				src = b.p.address(attr(b.p.nodes[j].n, "src"))
			}
			return true
		})
	}
	if src == "" || attr(n, "width") == "1" || attr(n, "height") == "0" || attr(n, "width") == "0" {
		return
	}
	title := plain(attr(n, "title"))
	if title == "" || len(title) > 200 {
		title = host(src)
	}
	b.flush()
	b.add(piece{Block: feed.Block{Kind: feed.Embed, Text: feed.Text{{Text: title, Link: src}}}, at: i, tag: b.p.nodes[i].tag})
}

func host(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return feed.Line(link)
	}
	return feed.Line(strings.TrimPrefix(u.Hostname(), "www."))
}

// address resolves a link of the page; only http, https and mailto pass.
func (p *page) address(ref string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" || ref[0] == '#' || len(ref) > 4096 {
		return ""
	}
	if i := strings.IndexByte(ref, ':'); i > 0 && i < 12 && !strings.ContainsAny(ref[:i], "/?#") {
		switch strings.ToLower(ref[:i]) {
		case "http", "https", "mailto":
		default:
			return ""
		}
	}
	u, err := url.Parse(strings.Map(dropControl, ref))
	if err != nil {
		return ""
	}
	if p.base != nil {
		u = p.base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" || u.Scheme != "mailto" && u.Host == "" {
		return ""
	}
	return feed.Line(u.String())
}

func dropControl(r rune) rune {
	if r < ' ' || r == 0x7F {
		return -1
	}
	return r
}

func (p *page) setBase() {
	base, err := url.Parse(p.opt.URL)
	if err != nil || base.Host == "" {
		base = nil
	}
	if p.meta.base != "" {
		if u, err := url.Parse(strings.TrimSpace(p.meta.base)); err == nil {
			if base != nil {
				u = base.ResolveReference(u)
			}
			if u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
				base = u
			}
		}
	}
	if base == nil && p.meta.canonical != "" {
		if u, err := url.Parse(strings.TrimSpace(html.UnescapeString(p.meta.canonical))); err == nil && u.Host != "" {
			base = u
		}
	}
	p.base = base
}
