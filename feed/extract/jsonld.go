package extract

import (
	"html"
	"strings"

	"depesche/feed"
)

// ldArticle is what schema.org data say about the page's article.
type ldArticle struct {
	found       bool
	headline    string
	alternative string
	description string
	authors     []string // persons and organisations, as written
	published   string
	modified    string
	created     string
	section     string
	keywords    []string
	body        string
	language    string
	publisher   string
	personal    bool     // the publisher is a person: a blog
	closed      bool     // isAccessibleForFree is false, of the whole or of a part
	walls       []string // selectors of the parts that are closed
	words       int      // of the whole text
	images      []ldImage
}

type ldImage struct {
	url, caption, credit string
	described            bool // caption is the description: often what stands for the picture where it cannot be seen
	width, height        int
}

// ldGraph is all objects of a page's JSON-LD, with an index by @id.
type ldGraph struct {
	objects []map[string]any
	byID    map[string]map[string]any
}

func (g *ldGraph) add(v any, depth int) {
	if depth > 12 || len(g.objects) > 3000 {
		return
	}
	switch t := v.(type) {
	case []any:
		for _, e := range t {
			g.add(e, depth+1)
		}
	case map[string]any:
		g.objects = append(g.objects, t)
		if id, ok := t["@id"].(string); ok && len(t) > 1 {
			if _, known := g.byID[id]; !known {
				g.byID[id] = t
			}
		}
		for _, k := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "image", "associatedMedia", "primaryImageOfPage", "hasPart", "itemListElement", "author", "thumbnail"} {
			switch t[k].(type) {
			case []any, map[string]any:
				g.add(t[k], depth+1)
			}
		}
	}
}

// object resolves a reference to another object of the page.
func (g *ldGraph) object(v any) map[string]any {
	m, ok := v.(map[string]any)
	if !ok {
		return nil
	}
	if id, ok := m["@id"].(string); ok && len(m) <= 2 {
		if whole := g.byID[id]; whole != nil {
			return whole
		}
	}
	return m
}

func ldType(m map[string]any) string {
	switch t := m["@type"].(type) {
	case string:
		return t
	case []any:
		var all []string
		for _, e := range t {
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}
		return strings.Join(all, " ")
	}
	return ""
}

func isArticleType(t string) bool {
	return strings.Contains(t, "Article") || strings.Contains(t, "BlogPosting") || strings.Contains(t, "Report") || strings.Contains(t, "Posting") && !strings.Contains(t, "Job") ||
		strings.Contains(t, "Review") && !strings.Contains(t, "Aggregate") || strings.Contains(t, "ClaimReview")
}

// article finds the article among a page's JSON-LD: the article object with
// the most known properties, a date before all.
func (m *meta) article() ldArticle {
	g := ldGraph{byID: map[string]map[string]any{}}
	for _, v := range m.ld {
		g.add(v, 0)
	}
	var best map[string]any
	bestScore := 0
	for _, o := range g.objects {
		t := ldType(o)
		if !isArticleType(t) {
			continue
		}
		score := 1
		for k, w := range map[string]int{"headline": 3, "datePublished": 4, "author": 2, "articleBody": 2, "description": 1, "dateModified": 1, "image": 1} {
			if o[k] != nil {
				score += w
			}
		}
		if strings.Contains(t, "News") {
			score++
		}
		if score > bestScore {
			best, bestScore = o, score
		}
	}
	var a ldArticle
	if best != nil {
		a = g.read(best)
	} else {
		a = g.dated()
	}
	for _, o := range g.objects {
		if strings.Contains(ldType(o), "ImageObject") {
			a.images = append(a.images, g.image(o))
		}
	}
	return a
}

// dated is what data say of a page that is no article to them, a recipe or just
// a page: when it was published, and who by.
func (g *ldGraph) dated() ldArticle {
	for _, o := range g.objects {
		if o["datePublished"] == nil {
			continue
		}
		if t := ldType(o); strings.Contains(t, "Page") || strings.Contains(t, "Recipe") || strings.Contains(t, "CreativeWork") || strings.Contains(t, "HowTo") {
			all := g.read(o)
			return ldArticle{published: all.published, modified: all.modified, authors: all.authors, publisher: all.publisher, personal: all.personal}
		}
	}
	return ldArticle{}
}

func (g *ldGraph) read(o map[string]any) ldArticle {
	a := ldArticle{
		found: true, headline: ldText(o["headline"]), alternative: ldText(o["alternativeHeadline"]), description: ldText(o["description"]),
		published: ldText(o["datePublished"]), modified: ldText(o["dateModified"]), created: ldText(o["dateCreated"]), section: firstText(o["articleSection"]),
		body: ldRaw(o["articleBody"]), language: firstText(o["inLanguage"]),
	}
	if a.headline == "" {
		a.headline = ldText(o["name"])
	}
	a.authors = g.names(o["author"], 0)
	if len(a.authors) == 0 {
		a.authors = g.names(o["creator"], 0)
	}
	for _, k := range []string{"keywords", "about", "mentions"} {
		if a.keywords = g.words(o[k]); len(a.keywords) > 0 {
			break
		}
	}
	if p := g.object(o["publisher"]); p != nil {
		a.publisher = ldText(p["name"])
		a.personal = strings.Contains(ldType(p), "Person")
	}
	a.closed, a.words = isFalse(o["isAccessibleForFree"]), atoi(ldText(o["wordCount"]))
	parts, ok := o["hasPart"].([]any)
	if !ok {
		parts = []any{o["hasPart"]}
	}
	for _, part := range parts[:min(len(parts), 40)] {
		if m := g.object(part); m != nil && isFalse(m["isAccessibleForFree"]) {
			a.closed = true
			a.walls = append(a.walls, g.words(m["cssSelector"])...)
		}
	}
	switch v := o["image"].(type) {
	case string:
		a.images = append(a.images, ldImage{url: v})
	case []any:
		for _, e := range v {
			if s, ok := e.(string); ok {
				a.images = append(a.images, ldImage{url: s})
			}
		}
	}
	return a
}

func isFalse(v any) bool {
	switch v := v.(type) {
	case bool:
		return !v
	case string:
		s := strings.ToLower(strings.TrimRight(v, "/"))
		return s[strings.LastIndexByte(s, '/')+1:] == "false" // also "http://schema.org/False"
	}
	return false
}

func (g *ldGraph) image(o map[string]any) ldImage {
	im := ldImage{caption: ldText(o["caption"]), width: atoi(ldText(o["width"])), height: atoi(ldText(o["height"]))}
	for _, k := range []string{"url", "contentUrl", "@id"} {
		if im.url = firstText(o[k]); im.url != "" {
			break
		}
	}
	if im.caption == "" {
		im.caption, im.described = ldText(o["description"]), true
	}
	for _, k := range []string{"creditText", "creator", "author", "copyrightHolder", "copyrightNotice", "provider"} {
		if n := g.names(o[k], 0); len(n) > 0 {
			im.credit = strings.Join(n, "/")
			break
		}
	}
	return im
}

// names gives the names of persons and organisations.
func (g *ldGraph) names(v any, depth int) []string {
	if depth > 4 {
		return nil
	}
	switch t := v.(type) {
	case string:
		if s := plain(t); s != "" && !strings.HasPrefix(s, "http") {
			return []string{s}
		}
	case []any:
		var out []string
		for _, e := range t[:min(len(t), 40)] {
			out = append(out, g.names(e, depth+1)...)
		}
		return out
	case map[string]any:
		o := g.object(t)
		switch n := o["name"].(type) {
		case string:
			return g.names(n, depth+1)
		case []any:
			return g.names(n, depth+1)
		}
		if full := strings.TrimSpace(ldText(o["givenName"]) + " " + ldText(o["familyName"])); full != "" {
			return []string{full}
		}
	}
	return nil
}

func (g *ldGraph) words(v any) []string {
	var out []string
	switch t := v.(type) {
	case string:
		out = append(out, splitKeywords(plain(t))...)
	case []any:
		for _, e := range t[:min(len(t), 60)] {
			switch x := e.(type) {
			case string:
				if w := plain(x); w != "" {
					out = append(out, w)
				}
			case map[string]any:
				if w := ldText(g.object(x)["name"]); w != "" {
					out = append(out, w)
				}
			}
		}
	case map[string]any:
		if w := ldText(g.object(t)["name"]); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func splitKeywords(s string) []string {
	sep := ","
	if !strings.Contains(s, ",") && strings.Contains(s, ";") {
		sep = ";"
	}
	var out []string
	for w := range strings.SplitSeq(s, sep) {
		if w = feed.Line(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func ldText(v any) string {
	switch t := v.(type) {
	case string:
		return plain(t)
	case map[string]any:
		if s, ok := t["@value"].(string); ok {
			return plain(s)
		}
		if s, ok := t["name"].(string); ok {
			return plain(s)
		}
	case []any:
		if len(t) == 1 {
			if s, ok := t[0].(string); ok {
				return plain(s)
			}
		}
	}
	return ""
}

func ldRaw(v any) string {
	s, _ := v.(string)
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return s
}

func firstText(v any) string {
	if l, ok := v.([]any); ok && len(l) > 0 {
		return ldText(l[0])
	}
	return ldText(v)
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if n = n*10 + int(s[i]-'0'); n > 100000 {
			return 0
		}
	}
	return n
}
