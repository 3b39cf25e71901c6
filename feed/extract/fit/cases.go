package main

import (
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"strings"

	"depesche/feed/extract"
)

// expected is what is known of a page that stands for one kind of fault: what has to be in the article, and
// what must not.
type expected struct {
	URL     string
	Must    []string
	MustNot []string `json:"must_not"`
	Field   struct {
		Authors   []string
		Paragraph string
	}
}

// caseJobs gives the loading of such pages, as they came and without class names.
func caseJobs(dir string, weight float32) []func() *page {
	files, err := filepath.Glob(filepath.Join(dir, "*", "expected.json"))
	if err != nil {
		log.Fatal(err)
	}
	var jobs []func() *page
	for _, f := range files {
		load := func(v *variant) *page {
			data, err := os.ReadFile(f)
			if err != nil {
				log.Fatal(err)
			}
			var x expected
			if err := json.Unmarshal(data, &x); err != nil {
				log.Fatal(f, err)
			}
			src, err := os.ReadFile(filepath.Join(filepath.Dir(f), "page.html"))
			if err != nil {
				log.Fatal(err)
			}
			p := &page{id: filepath.Dir(f), url: x.URL, html: src}
			if v != nil {
				p.html = vary(p.html, *v)
			}
			seen, items := extract.Look(p.html, extract.Options{URL: p.url})
			p.follow(items, alignCase(seen, &x), weight)
			return p
		}
		jobs = append(jobs, func() *page { return load(nil) }, func() *page { return load(&variants[0]) })
	}
	return jobs
}

// alignCase gives for each candidate the states that it may be in.
func alignCase(seen []extract.Seen, x *expected) []uint64 {
	a := newAligned(seen, &truth{})
	must, not := keys(append(x.Must, x.Field.Paragraph)), keys(x.MustNot)
	out := make([]uint64, len(seen))
	for i := range seen {
		k := a.keys[i]
		var may []string
		switch {
		case k == "" || seen[i].Kind != "words":
			continue
		case says(k, not):
			may = []string{"before", "aside", "after", "byline", "source"}
		case says(k, must):
			may = []string{"text", "subhead"}
		case seen[i].Element == "h1":
			may = []string{"headline", "before", "after"}
		case len(x.Field.Authors) > 0 && says(k, keys(x.Field.Authors)) && len(k) < longByline:
			may = []string{"byline"}
		}
		for s := range extract.Order().States {
			part, _ := extract.PartOf(s)
			for _, m := range may {
				if part == a.name[m] {
					out[i] |= 1 << s
				}
			}
		}
	}
	return out
}

// longByline is how many letters a line has at most that names an author and is a byline.
const longByline = 120

// keys are texts by their letters.
func keys(list []string) []string {
	var out []string
	for _, s := range list {
		if k := key(s); k != "" {
			out = append(out, k)
		}
	}
	return out
}

// says reports whether a line has one of the texts in it, or is a large part of one.
func says(line string, texts []string) bool {
	for _, t := range texts {
		if strings.Contains(line, t) || len(line) >= leastPart && strings.Contains(t, line) {
			return true
		}
	}
	return false
}
