package opml

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"depesche/feed"
	"depesche/feed/markup"
)

// nom keeps its feeds in YAML, always as a list of url and name.
var nomForms = sync.OnceValue(func() (f struct{ head, item *regexp.Regexp }) {
	f.head = regexp.MustCompile(`(?m)^feeds:\s*(#.*)?$`)
	f.item = regexp.MustCompile(`^\s*-?\s*(url|name):\s*(.*?)\s*$`)
	return f
})

// IsNom reports whether a file is nom's config.yml.
func IsNom(data []byte) bool { return nomForms().head.Match(data) }

// ReadNom reads the feeds of nom's config.yml.
func ReadNom(data []byte) List {
	var b builder
	var s feed.Source
	put := func() {
		if s.URL != "" {
			b.add(s)
		}
		s = feed.Source{}
	}
	in, n := false, 0
	for raw := range bytes.Lines(data) {
		n++
		line := strings.TrimRight(string(raw), "\r\n")
		if line != "" && line[0] != ' ' && line[0] != '-' && line[0] != '#' {
			in = nomForms().head.MatchString(line)
			continue
		}
		m := nomForms().item.FindStringSubmatch(line)
		if !in || m == nil {
			continue
		}
		if strings.HasPrefix(strings.TrimSpace(line), "-") {
			put()
		}
		value := feed.Line(strings.Trim(m[2], `"'`))
		switch {
		case m[1] == "name":
			s.Title = value
		case feed.WebLink(markup.Link(nil, value)) == "":
			b.skip(n, value, why(value))
		default:
			s.URL = feed.WebLink(markup.Link(nil, value))
		}
	}
	put()
	return b.list
}
