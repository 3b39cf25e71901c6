package extract

import (
	"strings"

	"golang.org/x/net/html"

	"depesche/feed"
)

// trace collects what was taken as what, and what was left out, on what evidence or by which rule.
type trace struct{ lines []feed.Reason }

const reasonText = 80 // bytes of a reason's text

func (p *page) note(what, rule string, at int32) {
	if p.why == nil {
		return
	}
	p.why.lines = append(p.why.lines, feed.Reason{What: what, Rule: rule, Path: p.path(at), Text: cut(p.line(at), reasonText)})
}

// tell notes a part that no single element of the page gave.
func (p *page) tell(what, rule, text string) {
	if p.why == nil || text == "" {
		return
	}
	p.why.lines = append(p.why.lines, feed.Reason{What: what, Rule: rule, Text: cut(text, reasonText)})
}

// removed tells of an element that the reader's rules took out of the page.
func (t *trace) removed(rule string, n *html.Node) {
	if t == nil {
		return
	}
	var text strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && text.Len() < 4*reasonText {
			text.WriteString(c.Data + " ")
		}
	}
	name := n.Data
	if c := strings.Fields(attr(n, "class")); len(c) > 0 {
		name += "." + c[0]
	}
	t.lines = append(t.lines, feed.Reason{What: "drop", Rule: rule, Path: feed.Line(name), Text: cut(feed.Line(text.String()), reasonText)})
}

// account tells where the parts beside the text came from.
func (p *page) account(a *feed.Article, ld *ldArticle) {
	if p.why == nil {
		return
	}
	rule := "byline on the page, then meta tags"
	if len(ld.authors) > 0 {
		rule = "JSON-LD, printed as on the page"
	}
	p.tell("byline", rule, a.Byline)
	for _, d := range []struct{ what, got, stated string }{
		{"published", feed.FormatTime(a.Published), feed.FormatTime(p.date(ld.published))},
		{"modified", feed.FormatTime(a.Modified), feed.FormatTime(p.date(ld.modified))},
	} {
		rule := "meta tag, <time> or date in print"
		if d.got == d.stated {
			rule = "JSON-LD"
		}
		p.tell(d.what, rule, d.got)
	}
	p.tell("section", "JSON-LD, then meta tags", a.Section)
	p.tell("topics", "JSON-LD, then meta tags", strings.Join(a.Topics, ", "))
	p.tell("language", "the page's word, checked against the text", a.Language)
	p.tell("agency", "credit line, byline, dateline", a.Credit)
	if a.Access != feed.Full {
		p.tell("access", "the page's data, a paywall, what the text says", a.Access.String())
	}
	if a.Lead != nil {
		p.tell("lead", "first picture above the text, else og:image", a.Lead.URL)
		p.tell("credit", "lead picture", a.Lead.Credit)
	}
}
