package cache

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The query language, one for search, filter, bulk actions and scripts.
//
//	query  = or
//	or     = and { ("or" | "oder" | "|") and }
//	and    = term { ["and" | "und"] term }
//	term   = ["-" | "not" | "nicht"] ( "(" or ")" | field ":" value | text )
//	text   = word | word "*" | "\"" words "\"" ["~" number] | "/" pattern "/"
//	field  = see fields.go
//
// Lists are read from an index in their order until there are enough. Some conditions no index
// has, and where few articles meet them each row of the list is looked at: a /regex/ (0.1 s of
// 100,000 headlines where it finds nothing), has:page, has:agency, is:new, is:read and
// minutes: (0.1 s), and whatever is excluded by "-".
//
// Bounds keep a query from costing more than a reader would wait for.
const (
	maxQuery   = 2000 // bytes of a filter
	maxTerms   = 100
	maxDepth   = 20
	maxPattern = 200 // bytes of a /regex/
)

// Filter is a query that was read: ParseQuery's answer.
type Filter struct {
	root node // nil: everything
}

// Empty reports whether the filter lets everything through.
func (f *Filter) Empty() bool { return f == nil || f.root == nil }

// node is a part of a filter.
type node interface{ isNode() }

type (
	andNode  struct{ of []node }
	orNode   struct{ of []node }
	notNode  struct{ of node }
	textNode struct {
		columns []string // of the search index; nil: all
		words   []string // more than one: a phrase
		prefix  bool     // the last word is a beginning
		near    int      // 0: a phrase, else words within this distance
		whole   bool     // in quotes: no part of a longer word
	}
	regexNode struct{ pattern string }
	condNode  struct { // a condition on state s or article a
		sql  string
		args []any
		fits func(*arriving) bool // the same of an article that arrives
	}
	facetNode  struct{ name string }
	tagNode    struct{ folded string }
	sourceNode struct { // title, address or id, or a folder; resolved when the query is run
		value  string
		folder bool
	}
)

func (andNode) isNode()    {}
func (orNode) isNode()     {}
func (notNode) isNode()    {}
func (textNode) isNode()   {}
func (regexNode) isNode()  {}
func (condNode) isNode()   {}
func (facetNode) isNode()  {}
func (tagNode) isNode()    {}
func (sourceNode) isNode() {}

// ParseQuery reads a filter. It answers a *QueryError that says what is wrong
// and where.
func ParseQuery(filter string) (*Filter, error) { return parseQuery(filter, clock{}) }

func parseQuery(filter string, at clock) (*Filter, error) {
	if len(filter) > maxQuery {
		return nil, &QueryError{Pos: maxQuery, Char: utf8.RuneCountInString(filter[:maxQuery]), Len: len(filter) - maxQuery, Code: CodeLong}
	}
	p := &parser{in: filter, clock: at}
	n, err := p.or(0)
	if err != nil {
		return nil, err
	}
	p.blanks()
	if p.pos < len(p.in) {
		return nil, p.fail(p.pos, 1, CodeClosing)
	}
	return &Filter{root: n}, nil
}

type parser struct {
	in    string
	pos   int
	terms int
	clock clock
}

func (p *parser) fail(pos, n int, code string) *QueryError {
	pos = min(pos, len(p.in))
	n = min(n, len(p.in)-pos)
	return &QueryError{Pos: pos, Char: utf8.RuneCountInString(p.in[:pos]), Len: n, Code: code, Text: p.in[pos : pos+n]}
}

func (p *parser) blanks() {
	for p.pos < len(p.in) {
		r, n := utf8.DecodeRuneInString(p.in[p.pos:])
		if !unicode.IsSpace(r) {
			return
		}
		p.pos += n
	}
}

// keyword takes one of some words if it comes next and stands alone.
func (p *parser) keyword(words ...string) bool {
	p.blanks()
	rest := p.in[p.pos:]
	for _, w := range words {
		if len(rest) < len(w) || !strings.EqualFold(rest[:len(w)], w) {
			continue
		}
		if tail := rest[len(w):]; tail == "" || strings.ContainsAny(tail[:1], " \t\n()\"") || w == "|" {
			p.pos += len(w)
			return true
		}
	}
	return false
}

func (p *parser) or(depth int) (node, error) {
	var of []node
	for {
		n, err := p.and(depth)
		if err != nil {
			return nil, err
		}
		if n != nil {
			of = append(of, n)
		}
		start := p.pos
		if !p.keyword("or", "oder", "|") {
			break
		}
		end := p.pos
		p.blanks()
		if n == nil || p.pos == len(p.in) || p.in[p.pos] == ')' {
			return nil, p.fail(start, end-start, CodeOperand)
		}
	}
	switch len(of) {
	case 0:
		return nil, nil
	case 1:
		return of[0], nil
	}
	return orNode{of}, nil
}

func (p *parser) and(depth int) (node, error) {
	var of []node
	for {
		p.blanks()
		if p.pos == len(p.in) || p.in[p.pos] == ')' || p.atOr() {
			break
		}
		if p.keyword("and", "und") {
			continue
		}
		n, err := p.term(depth)
		if err != nil {
			return nil, err
		}
		if n != nil {
			of = append(of, n)
		}
	}
	switch len(of) {
	case 0:
		return nil, nil
	case 1:
		return of[0], nil
	}
	return andNode{of}, nil
}

func (p *parser) atOr() bool {
	save := p.pos
	defer func() { p.pos = save }()
	return p.keyword("or", "oder", "|")
}

func (p *parser) term(depth int) (node, error) {
	start := p.pos
	p.terms++
	if p.terms > maxTerms || depth > maxDepth {
		return nil, p.fail(start, len(p.in)-start, CodeLong)
	}
	if p.in[p.pos] == '-' {
		p.pos++
		return p.not(start, depth)
	}
	if p.keyword("not", "nicht") {
		return p.not(start, depth)
	}
	switch p.in[p.pos] {
	case '(':
		p.pos++
		n, err := p.or(depth + 1)
		if err != nil {
			return nil, err
		}
		p.blanks()
		if p.pos == len(p.in) {
			return nil, p.fail(start, 1, CodeBracket)
		}
		p.pos++ // or stops at ')' or at the end only
		return n, nil
	case '"':
		words, err := p.quoted()
		if err != nil {
			return nil, err
		}
		return p.phrase(words), nil
	case '/':
		return p.regex()
	}
	return p.word()
}

// not reads what stands behind a "-", which must touch it, or behind "not".
func (p *parser) not(start, depth int) (node, error) {
	sign := p.pos-start == 1
	if !sign {
		p.blanks()
	}
	if p.pos == len(p.in) || p.in[p.pos] == ')' || sign && strings.IndexByte(" \t\n-", p.in[p.pos]) >= 0 {
		return nil, p.fail(start, max(1, p.pos-start), CodeOperand)
	}
	n, err := p.term(depth + 1)
	if err != nil || n == nil {
		return nil, err
	}
	return notNode{wholeWords(n)}, nil
}

// wholeWords is a node that finds words alone, not the longer ones that hold them:
// "-rat" leaves out the council, not the advice.
func wholeWords(n node) node {
	switch n := n.(type) {
	case andNode:
		for i := range n.of {
			n.of[i] = wholeWords(n.of[i])
		}
	case orNode:
		for i := range n.of {
			n.of[i] = wholeWords(n.of[i])
		}
	case notNode:
		return notNode{wholeWords(n.of)}
	case textNode:
		n.whole = true
		return n
	}
	return n
}

// quoted reads "..." and gives what stands between.
func (p *parser) quoted() (string, error) {
	start := p.pos
	end := strings.IndexByte(p.in[start+1:], '"')
	if end < 0 {
		return "", p.fail(start, len(p.in)-start, CodeQuote)
	}
	p.pos = start + 1 + end + 1
	return p.in[start+1 : start+1+end], nil
}

// phrase makes a node of quoted words, with a distance where ~n follows.
func (p *parser) phrase(s string) node {
	t := textNode{words: words(s), whole: true}
	if p.pos < len(p.in) && p.in[p.pos] == '~' {
		p.pos++
		for p.pos < len(p.in) && p.in[p.pos] >= '0' && p.in[p.pos] <= '9' {
			t.near = min(t.near*10+int(p.in[p.pos]-'0'), 1000)
			p.pos++
		}
	}
	if p.pos < len(p.in) && p.in[p.pos] == '*' {
		p.pos++
		t.prefix = true
	}
	if len(t.words) == 0 {
		return nil
	}
	return t
}

func (p *parser) regex() (node, error) {
	start := p.pos
	i := start + 1
	for i < len(p.in) && p.in[i] != '/' {
		if p.in[i] == '\\' {
			i++
		}
		i++
	}
	if i >= len(p.in) {
		return nil, p.fail(start, len(p.in)-start, CodeQuote)
	}
	pattern := strings.ReplaceAll(p.in[start+1:i], `\/`, "/")
	p.pos = i + 1
	if _, err := compilePattern(pattern); err != nil || len(pattern) > maxPattern {
		return nil, p.fail(start, p.pos-start, CodeRegexp)
	}
	if pattern == "" {
		return nil, nil
	}
	return regexNode{pattern}, nil
}

// compilePattern reads a /regex/: capital and small letters are the same.
func compilePattern(pattern string) (*regexp.Regexp, error) {
	return regexp.Compile("(?i:" + pattern + ")")
}

// word reads a bare word, or a field with its value.
func (p *parser) word() (node, error) {
	start := p.pos
	for p.pos < len(p.in) {
		r, n := utf8.DecodeRuneInString(p.in[p.pos:])
		if unicode.IsSpace(r) || r == '(' || r == ')' || r == '"' || r == '|' {
			break
		}
		p.pos += n
		if r == ':' && p.pos-start > 1 && isName(p.in[start:p.pos-1]) {
			return p.field(start, p.pos-1)
		}
	}
	if p.pos == start { // a quote is handled above; what is left is no part of a word
		p.pos++
		return nil, nil
	}
	return bareText(p.in[start:p.pos]), nil
}

func isName(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

// bareText makes a node of a word without quotes; what the index would part,
// as "COVID-19", is a phrase.
func bareText(s string) node {
	rest, prefix := strings.CutSuffix(s, "*")
	w := words(rest)
	if len(w) == 0 {
		return nil
	}
	return textNode{words: w, prefix: prefix}
}

// words parts a text as the search index does: letters, digits and what marks them.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !unicode.Is(unicode.Co, r)
	})
}

// field reads the value behind "name:" and makes the node.
func (p *parser) field(start, colon int) (node, error) {
	name := p.in[start:colon]
	def, ok := lookupField(name)
	if !ok {
		if strings.HasPrefix(p.in[p.pos:], "//") { // an address somebody pasted
			for p.pos < len(p.in) && !unicode.IsSpace(rune(p.in[p.pos])) {
				p.pos++
			}
			return bareText(p.in[start:p.pos]), nil
		}
		e := p.fail(start, colon-start, CodeField)
		e.Near = nearest(strings.ToLower(name), fieldNames())
		return nil, e
	}
	at := p.pos
	var value string
	quoted := false
	if p.pos < len(p.in) && p.in[p.pos] == '"' {
		var err error
		if value, err = p.quoted(); err != nil {
			return nil, err
		}
		quoted = true
	} else {
		for p.pos < len(p.in) {
			r, n := utf8.DecodeRuneInString(p.in[p.pos:])
			if unicode.IsSpace(r) || r == '(' || r == ')' || r == '"' {
				break
			}
			p.pos += n
		}
		value = p.in[at:p.pos]
	}
	value = strings.TrimSpace(value)
	if value == "" && !quoted && p.pos < len(p.in) && p.in[p.pos] == '(' {
		e := p.fail(p.pos, 1, CodeNoGroup)
		e.Near = p.in[start : colon+1]
		return nil, e
	}
	if value == "" {
		return nil, p.fail(start, p.pos-start, CodeEmpty)
	}
	n, code := def.make(p.clock, value, quoted)
	if code != "" {
		e := p.fail(at, p.pos-at, code)
		if def.values != nil {
			e.Near = nearest(strings.ToLower(value), slices.Concat(def.values()...))
		}
		return nil, e
	}
	return n, nil
}
