package opml

import (
	"strings"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/markup"
)

// IsNewsraft reports whether a list can be newsraft's feeds file and not newsboat's
// urls: it has a section, or a feed that a command in $() makes.
func IsNewsraft(data []byte) bool {
	text, _ := charset.UTF8(data, "")
	for line := range strings.SplitSeq(string(text), "\n") {
		if line = strings.TrimLeft(line, " \t\r"); strings.HasPrefix(line, "@") || strings.HasPrefix(line, "$(") {
			return true
		}
	}
	return false
}

// ReadNewsraft reads newsraft's feeds file: "@ Section", which becomes a folder, and
// an address a line with its title in quotes. What stands in braces or behind "<" are
// settings of newsraft's own. It fails with ErrNotURLs where not one line is an address.
func ReadNewsraft(data []byte) (List, error) {
	text, _ := charset.UTF8(data, "")
	var b builder
	section := ""
	n := 0
	for line := range strings.SplitSeq(string(text), "\n") {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if name, ok := strings.CutPrefix(line, "@"); ok {
			name, _, _ = strings.Cut(name, "{")
			name, _, _ = strings.Cut(name, "<")
			if section = feed.Line(name); section == "Global" { // all feeds are in it
				section = ""
			}
			continue
		}
		address, rest, _ := strings.Cut(strings.ReplaceAll(line, "\t", " "), " ")
		u := feed.WebLink(markup.Link(nil, address))
		if strings.HasPrefix(line, "$(") || u == "" {
			w := why(address)
			if strings.HasPrefix(line, "$(") {
				w = Exec
			}
			b.skip(n, line, w)
			continue
		}
		s := feed.Source{URL: u}
		if title, ok := strings.CutPrefix(strings.TrimSpace(rest), `"`); ok {
			title, _, _ = strings.Cut(title, `"`)
			s.Title = feed.Line(title)
		}
		if section != "" {
			s.Folder = []string{section}
		}
		b.add(s)
	}
	if len(b.list.Sources) == 0 && len(b.list.Skipped) > 0 {
		for _, s := range b.list.Skipped {
			if s.Why != Address {
				return b.list, nil
			}
		}
		return b.list, ErrNotURLs
	}
	return b.list, nil
}
