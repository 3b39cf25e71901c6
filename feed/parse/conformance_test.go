package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

// conforming is one feed and what a reader must get of it. The documents are ours; their
// shapes are those that the field's parsers test: one element, one rule.
type conforming struct {
	name string
	doc  string
	want string // "field = value" a line; see field. "wrong =" says that nothing is
	o    Options
}

// classes are the groups in which conformance is counted.
var classes = []struct {
	name  string
	cases []conforming
}{
	{"Atom 1.0", atomCases},
	{"Atom 0.3", oldAtomCases},
	{"RSS", rssCases},
	{"RDF", rdfCases},
	{"JSON Feed", jsonCases},
	{"CDF", cdfCases},
	{"dates", dateCases()},
	{"entities", entityCases()},
	{"escaping", escapingCases},
	{"namespaces", namespaceCases},
	{"relative links", linkCases},
	{"persons", personCases()},
	{"media and podcasts", mediaCases},
	{"broken feeds", brokenCases},
	{"in the wild", wildCases},
}

// TestConformance counts, class by class, how many feeds are read as they must be. Run it with -v
// to see the table.
func TestConformance(t *testing.T) {
	var table strings.Builder
	total := 0
	for _, class := range classes {
		right := 0
		for _, c := range class.cases {
			if wrong := c.wrong(); len(wrong) > 0 {
				t.Errorf("%s: %s:\n\t%s", class.name, c.name, strings.Join(wrong, "\n\t"))
				continue
			}
			right++
		}
		total += right
		fmt.Fprintf(&table, "%-20s %4d of %4d\n", class.name, right, len(class.cases))
	}
	t.Logf("\n%s%-20s %4d", table.String(), "right", total)
}

func (c *conforming) wrong() []string {
	d, err := Feed([]byte(c.doc), c.o)
	if d == nil {
		return []string{fmt.Sprint("no document: ", err)}
	}
	var out []string
	for line := range strings.SplitSeq(strings.TrimSpace(c.want), "\n") {
		name, want, _ := strings.Cut(strings.TrimSpace(line), " = ")
		name = strings.TrimSuffix(name, " =")
		if name == "wrong" {
			if err != nil {
				out = append(out, err.Error())
			}
			continue
		}
		if got := field(d, name); got != want {
			out = append(out, fmt.Sprintf("%s is %q, want %q", name, got, want))
		}
	}
	return out
}

// field names a value of a document: "title", "entries", "link" of the feed, and "1.title" of the
// second entry. A name alone is the first entry's where feeds have none of it.
func field(d *Document, name string) string {
	switch name {
	case "title":
		return d.Title
	case "description":
		return d.Description
	case "site":
		return d.Link
	case "self":
		return d.FeedURL
	case "hub":
		return d.Hub
	case "icon":
		return d.Icon
	case "language":
		return d.Language
	case "changed":
		return feed.FormatTime(d.Updated)
	case "ttl":
		return d.TTL.String()
	case "skips":
		return fmt.Sprint(d.SkipHours, d.SkipDays)
	case "entries":
		return fmt.Sprint(len(d.Entries))
	}
	i := 0
	if n, rest, ok := strings.Cut(name, "."); ok {
		i, name = int(n[0]-'0'), rest
	}
	if i >= len(d.Entries) {
		return "no such entry"
	}
	e := &d.Entries[i]
	switch name {
	case "id":
		return e.ID
	case "headline":
		return e.Title
	case "link":
		return e.Link
	case "by":
		return strings.Join(e.Authors, " + ")
	case "published":
		return feed.FormatTime(e.Published)
	case "utc":
		return e.Published.UTC().Format(time.RFC3339Nano)
	case "updated":
		return feed.FormatTime(e.Updated)
	case "summary":
		return e.Summary
	case "content":
		return e.Content
	case "topics":
		return strings.Join(e.Categories, " + ")
	case "comments":
		return strings.TrimSpace(fmt.Sprint(e.Comments, " ", e.CommentsFeed, " ", e.CommentCount))
	case "files":
		var s []string
		for _, f := range e.Enclosures {
			says := fmt.Sprint(f.URL, " ", f.Type, " ", f.Length)
			if f.Duration > 0 {
				says += " " + f.Duration.String()
			}
			if f.Title != "" {
				says += " " + f.Title
			}
			s = append(s, says)
		}
		return strings.Join(s, " + ")
	case "image":
		return e.Image
	case "caption":
		return e.ImageCaption
	case "credit":
		return e.ImageCredit
	case "tongue":
		return e.Language
	}
	return "no such field: " + name
}

// Frames of documents.
func atomFeed(s string) string {
	return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">` + s + `</feed>`
}

func atomEntry(s string) string { return atomFeed("<entry>" + s + "</entry>") }

func oldAtom(s string) string {
	return `<feed version="0.3" xmlns="http://purl.org/atom/ns#">` + s + `</feed>`
}

func rssChannel(s string) string { return `<rss version="2.0"><channel>` + s + `</channel></rss>` }

func rssItem(s string) string { return rssChannel("<item>" + s + "</item>") }

func rssWith(namespaces, s string) string {
	return `<rss version="2.0" ` + namespaces + `><channel><item>` + s + `</item></channel></rss>`
}

func rdfFeed(s string) string {
	return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">` + s + `</rdf:RDF>`
}

// TestConformanceCasesDiffer keeps a case from being counted twice.
func TestConformanceCasesDiffer(t *testing.T) {
	for _, class := range classes {
		var names []string
		for _, c := range class.cases {
			if slices.Contains(names, c.name) {
				t.Errorf("%s: %s stands there twice", class.name, c.name)
			}
			names = append(names, c.name)
			if strings.TrimSpace(c.want) == "" {
				t.Errorf("%s: %s asks for nothing", class.name, c.name)
			}
		}
	}
}
