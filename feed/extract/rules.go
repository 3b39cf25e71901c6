package extract

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Rules are a reader's own for the pages of a site: what is part of the text
// whatever it looks like, what is not, and where the article ends.
type Rules struct {
	keep, drop, stopAt cascadia.SelectorGroup
}

// Sites are a reader's rules by host.
type Sites map[string]*Rules

// For gives the rules for an address: those of its host, else of the nearest
// domain above it; nil where there are none.
func (s Sites) For(address string) *Rules {
	if len(s) == 0 {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	for host := strings.ToLower(u.Hostname()); host != ""; {
		if r := s[host]; r != nil {
			return r
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return nil
}

// SelectorError is a CSS selector that is none.
type SelectorError struct {
	Selector string
	Err      error
}

func (e *SelectorError) Error() string { return fmt.Sprintf("selector %q: %v", e.Selector, e.Err) }

// Unwrap gives what is wrong with it.
func (e *SelectorError) Unwrap() error { return e.Err }

// maxSelector bounds a selector; a deeper nesting of ":not(" would not end well.
const maxSelector = 1000

// NewRules reads CSS selectors. The error is a *SelectorError.
func NewRules(keep, drop, stopAt []string) (*Rules, error) {
	r := &Rules{}
	for _, list := range []struct {
		from []string
		to   *cascadia.SelectorGroup
	}{{keep, &r.keep}, {drop, &r.drop}, {stopAt, &r.stopAt}} {
		for _, s := range list.from {
			if len(s) > maxSelector {
				return nil, &SelectorError{s[:40] + "…", errors.New("too long")}
			}
			group, err := cascadia.ParseGroup(s)
			if err != nil {
				return nil, &SelectorError{s, err}
			}
			*list.to = append(*list.to, group...)
		}
	}
	return r, nil
}

// apply takes what the rules drop out of the document, and gives what they keep.
func (r *Rules) apply(doc *html.Node, why *trace) map[*html.Node]bool {
	if r == nil {
		return nil
	}
	for _, n := range matches(doc, r.drop) {
		if n.Parent != nil {
			why.removed("your rule: drop", n)
			n.Parent.RemoveChild(n)
		}
	}
	if found := matches(doc, r.stopAt); len(found) > 0 {
		why.removed("your rule: stop_at", found[0])
		cutFrom(found[0])
	}
	kept := map[*html.Node]bool{}
	for _, n := range matches(doc, r.keep) {
		kept[n] = true
	}
	return kept
}

// matches are the elements of the body that a selector names, in document order.
func matches(doc *html.Node, group cascadia.SelectorGroup) []*html.Node {
	if len(group) == 0 {
		return nil
	}
	found := cascadia.QueryAll(doc, group)
	out := found[:0]
	for _, n := range found {
		if n.DataAtom != atom.Html && n.DataAtom != atom.Head && n.DataAtom != atom.Body {
			out = append(out, n)
		}
	}
	return out
}

// cutFrom removes an element and all that follows it, but for scripts, which
// hold what the page says of itself.
func cutFrom(n *html.Node) {
	for at := n; at != nil && at.DataAtom != atom.Body; {
		up := at.Parent
		for c := at; c != nil; {
			next := c.NextSibling
			if up != nil && c.DataAtom != atom.Script && (c != at || at == n) {
				up.RemoveChild(c)
			}
			c = next
		}
		at = up
	}
}
