package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"strings"

	"depesche/feed/extract"
)

// fields is a real page of which nothing is known but single fields, a line of truth.jsonl each.
type fields struct {
	ID, Page, URL string
	Truth         struct {
		Title, Author, Dek, Lead, Start string
		None                            []string
	}
}

// fieldJobs gives the loading of such pages, as they came and without class names.
func fieldJobs(dir string, weight float32, folds int) []func() *page {
	data, err := os.ReadFile(filepath.Join(dir, "truth.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	var jobs []func() *page
	for line := range bytes.Lines(data) {
		var x fields
		if err := json.Unmarshal(line, &x); err != nil {
			log.Fatal(err)
		}
		host, _, _ := strings.Cut(x.ID, "/")
		site := host[max(strings.LastIndexByte(host[:max(strings.LastIndexByte(host, '.'), 0)], '.')+1, 0):] // the papers of one house are one
		load := func(v *variant, weight float32) *page {
			p := &page{id: x.ID, url: x.URL, html: unpack(filepath.Join(dir, x.Page)), real: true, fold: foldOf(site, folds)}
			if v != nil {
				p.html, p.varied = vary(p.html, *v), true
			}
			t := x.known()
			p.learn(&t, weight)
			return p
		}
		jobs = append(jobs, func() *page { return load(nil, weight/3) }, func() *page { return load(&variants[0], weight/6) })
	}
	return jobs
}

func (x *fields) known() truth {
	t := truth{few: true, headlines: []string{x.Truth.Title}, authors: names(x.Truth.Author), lead: []string{x.Truth.Lead}}
	if x.Truth.Dek != "" {
		t.standfirst = []string{x.Truth.Dek}
	}
	if x.Truth.Start != "" {
		t.flow = []unit{{key(x.Truth.Start), false}}
	}
	for _, n := range x.Truth.None {
		t.noStandfirst = t.noStandfirst || n == "dek"
	}
	return t
}

// names parts the names of a byline.
func names(s string) []string {
	return strings.FieldsFunc(strings.NewReplacer(" and ", ",", " und ", ",", " et ", ",").Replace(s), func(r rune) bool { return strings.ContainsRune(",;&/|", r) })
}

// alignFew gives for each candidate the states that it may be in, where a few fields are known: the lines that are
// these fields, nothing but furniture and the head above the first words of the text, and behind them
// anything.
func alignFew(seen []extract.Seen, t *truth) []uint64 {
	a := newAligned(seen, t)
	a.headline()
	start := t.flow
	for i := range seen {
		if len(start) > 0 && i > a.head && a.words(i) && len(a.keys[i]) >= leastPart && (strings.HasPrefix(a.keys[i], start[0].key) || strings.HasPrefix(start[0].key, a.keys[i])) {
			a.first, a.last = i, i
			break
		}
	}
	if a.first < 0 || a.head < 0 {
		return nil
	}
	if len(a.keys[a.first]) >= len(start[0].key) && !a.captioned(a.first) {
		a.is(a.first, "text")
	}
	a.standfirst()
	for i := max(a.head-leadReach, 0); i < min(a.first+leadReach, len(seen)); i++ {
		if a.parts[i] < 0 && seen[i].Kind == "picture" && samePicture(seen[i].Address, t.lead[0]) {
			a.is(i, "figure")
		}
	}
	a.byline()
	return a.fewStates()
}

// leadReach is how many candidates above the headline, or below the first words, the lead picture stands at most.
const leadReach = 12

// captioned reports whether a line stands right behind a picture: what this set calls the first words is often its
// caption.
func (a *aligned) captioned(i int) bool { return i > 0 && a.seen[i-1].Kind == "picture" }

// known reports whether it is known of all lines of a part which they are.
func (a *aligned) known(part int) bool {
	switch part {
	case a.name["standfirst"]:
		return a.t.noStandfirst || len(a.t.standfirst) > 0
	case a.name["byline"]:
		return a.signed
	}
	return false
}

// fewStates says which states each candidate may be in, where few are known.
func (a *aligned) fewStates() []uint64 {
	out := make([]uint64, len(a.seen))
	for s := range extract.Order().States {
		part, stretch := extract.PartOf(s)
		for i := range a.seen {
			p := a.parts[i]
			var ok bool
			switch {
			case p >= 0:
				ok = p == part
			case i < a.head:
				ok = stretch == 0
			case i < a.first:
				ok = stretch == 2 && !a.known(part)
			case i == a.first:
				ok = stretch == 2 || stretch == 3
			default:
				ok = stretch > 1
			}
			if ok {
				out[i] |= 1 << s
			}
		}
	}
	return out
}
