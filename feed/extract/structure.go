package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
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
	sub := builder{p: b.p, root: b.root, block: i, reading: b.reading, depth: b.depth, inItem: b.inItem}
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

func (b *builder) pre(i int32) {
	if wordIn(b.p.nodes[i].n, "verse", "poem") {
		b.preVerse(i)
		return
	}
	b.code(i)
}

// quote takes a block quotation; its paragraphs are parted by an empty line.
func (b *builder) quote(i int32) {
	b.flush()
	nd := &b.p.nodes[i]
	if post := b.post(i); post != "" {
		b.add(piece{Block: feed.Block{Kind: feed.Embed, Text: feed.Text{{Text: postTitle(b.whole(i).String(), post), Link: post}}}, at: i, tag: nd.tag})
		return
	}
	if b.role == feed.PullQuote {
		b.flow(i)
		return
	}
	if b.box(i) {
		return
	}
	sub := builder{p: b.p, root: b.root, block: i, reading: b.reading, depth: b.depth}
	sub.children(i)
	sub.flush()
	for k := range sub.pieces {
		if pc := &sub.pieces[k]; pc.Kind != feed.Paragraph && pc.Kind != feed.Quote {
			b.pieces = append(b.pieces, sub.pieces...)
			return
		}
	}
	if text := quotation(sub.pieces); len(text) > 0 {
		b.add(piece{Block: feed.Block{Kind: feed.Quote, Text: text}, at: i, tag: nd.tag})
	}
}

// whole is the text below i, whatever its lines were taken for.
func (b *builder) whole(i int32) feed.Text {
	reading := b.reading
	b.reading = nil
	t := b.inline(i)
	b.reading = reading
	return t
}

// said parts a quotation from who said it.
const said = "\n— "

// quotation joins paragraphs to one text, and behind them who said it.
func quotation(pieces []piece) feed.Text {
	var text feed.Text
	who := false
	for k := range pieces {
		pc := &pieces[k]
		switch {
		case len(pc.Text) == 0, foldKey(pc.text) == "": // a quotation mark as an ornament
			continue
		case len(text) == 0:
		case who:
			text = append(text, feed.Span{Text: ", "})
		case len(pc.text) < 100 && !sentenceEnd(pc.text) && !isSentence(pc.text):
			who = true
			text = append(text, feed.Span{Text: said})
			pc.Text[0].Text = strings.TrimLeft(pc.Text[0].Text, "–—- ")
		default:
			text = append(text, feed.Span{Text: "\n\n"})
		}
		text = append(text, pc.Text...)
	}
	return text
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
	if feed.IsAddress(ref) {
		return ref
	}
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
	if !p.based {
		p.setBase()
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
	p.base, p.based = base, true
}
