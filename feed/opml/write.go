package opml

import (
	"bufio"
	"io"
	"strings"

	"depesche/feed"
)

// folder is a node of the tree that is written.
type folder struct {
	name    string
	folders []*folder
	sources []feed.Source
}

// Write writes OPML 2.0: folders before feeds, each in the order in which the
// list first names it.
func Write(w io.Writer, l List) error {
	root := &folder{}
	for _, s := range l.Sources {
		f := root
		for _, name := range s.Folder {
			f = f.child(name)
		}
		f.sources = append(f.sources, s)
	}
	out := bufio.NewWriter(w)
	title := l.Title
	if title == "" {
		title = "depesche"
	}
	write(out, `<?xml version="1.0" encoding="UTF-8"?>`, "\n", `<opml version="2.0">`, "\n", "  <head>\n    <title>", escape(title), "</title>\n  </head>\n  <body>\n")
	root.write(out, 2)
	write(out, "  </body>\n</opml>\n")
	return out.Flush()
}

func (f *folder) child(name string) *folder {
	for _, c := range f.folders {
		if c.name == name {
			return c
		}
	}
	c := &folder{name: name}
	f.folders = append(f.folders, c)
	return c
}

func (f *folder) write(w *bufio.Writer, depth int) {
	indent := strings.Repeat("  ", depth)
	for _, c := range f.folders {
		write(w, indent, `<outline text="`, escape(c.name), `" title="`, escape(c.name), "\">\n")
		c.write(w, depth+1)
		write(w, indent, "</outline>\n")
	}
	for _, s := range f.sources {
		title := s.Title
		if title == "" {
			title = s.URL
		}
		write(w, indent, `<outline type="rss" text="`, escape(title), `"`)
		attribute(w, "title", s.Title)
		attribute(w, "xmlUrl", s.URL)
		attribute(w, "htmlUrl", s.Site)
		attribute(w, "description", s.Description)
		attribute(w, "language", s.Language)
		write(w, "/>\n")
	}
}

func attribute(w *bufio.Writer, name, value string) {
	if value != "" {
		write(w, " ", name, `="`, escape(value), `"`)
	}
}

// write leaves errors to Flush, which repeats the first.
func write(w *bufio.Writer, parts ...string) {
	for _, p := range parts {
		_, _ = w.WriteString(p)
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ", "\t", " ")

func escape(s string) string { return escaper.Replace(feed.Clean(s)) }
