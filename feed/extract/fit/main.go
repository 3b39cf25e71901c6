// Command fit finds the weights of package extract: how loudly each piece of evidence speaks for each
// part of a page. It reads pages whose truth is known and writes ../weights.txt (pages) or ../plain.txt (copied
// text).
//
//	go run ./feed/extract/fit -real DIR -fields DIR -cases DIR -made DIR,DIR -own feed/extract/testdata -out feed/extract/weights.txt
//	go run ./feed/extract/fit -plain -real DIR -made DIR,DIR -own feed/extract/testdata -out feed/extract/plain.txt
//
// DIR of -real holds NAME.html.gz and NAME.json as the Fundus data set has them; that of -fields truth.jsonl and pages
// of which single fields are known; that of -cases a folder a page, with page.html and expected.json; those of -made the
// files NAME.html, NAME.txt and NAME.json of a generator of pages. Any of them may be missing. With -folds N the real
// pages are split by publisher and each part is taken apart by weights that never saw it; the articles are printed, a
// line each.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"depesche/feed/extract"
	"depesche/feed/extract/chain"
)

// page is one page with its evidence and what is known of it.
type page struct {
	id, url string
	html    []byte
	real    bool
	varied  bool // built otherwise than it came
	fold    int
	example chain.Example
}

func main() {
	log.SetFlags(0)
	realDir := flag.String("real", "", "folder of real pages with their truth")
	fields := flag.String("fields", "", "folder of real pages of which single fields are known")
	cases := flag.String("cases", "", "folder of pages that stand for one fault each")
	made := flag.String("made", "", "folders of made-up pages, parted by commas")
	own := flag.String("own", "", "folder of fixtures: NAME.html and NAME.golden")
	plain := flag.Bool("plain", false, "find the weights for copied text")
	out := flag.String("out", "", "file to write the weights to")
	folds := flag.Int("folds", 0, "split the real pages by publisher into so many parts, and print what each becomes by weights of the others")
	rounds := flag.Int("rounds", 24, "rounds over all pages")
	weight := flag.Float64("weight", 3, "how much a real page counts beside a made-up one")
	ownWeight := flag.Float64("ownweight", 1, "how much a fixture counts beside a made-up page")
	shrink := flag.Float64("shrink", 0.02, "what part of each weight a round takes away")
	check := flag.Bool("check", false, "print how the truth was found in the pages, and do nothing else")
	flag.Parse()
	pages := load(*realDir, *fields, *cases, strings.Split(*made, ","), *own, *plain, float32(*weight), float32(*ownWeight), max(*folds, 5))
	if *check {
		return
	}
	if *folds > 0 {
		crossCheck(pages, *folds, *rounds, *shrink)
		return
	}
	m := train(pages, -1, *rounds, *shrink)
	if err := os.WriteFile(*out, extract.FormatWeights(m), 0o600); err != nil {
		log.Fatal(err)
	}
}

// train finds the weights from all pages but the real ones of one fold.
func train(pages []*page, without, rounds int, shrink float64) *chain.Model {
	m := chain.New(extract.Order())
	names := extract.Evidence()
	var examples []chain.Example
	for _, p := range pages {
		if p.example.Items != nil && (!p.real || p.fold != without) {
			examples = append(examples, p.example)
		}
	}
	groups := dropGroups(names)
	chain.Train(m, examples, chain.Training{
		Rounds: rounds, Rate: 0.15, Shrink: shrink,
		Bound: func(f int) float32 { return extract.Bound(names[f]) },
		Drop: func(_ int, r *rand.Rand) func(int32) bool {
			var gone [4]bool
			gone[1] = r.IntN(2) == 0 // what class words say
			gone[2] = r.IntN(8) == 0 // what titles and descriptions say
			gone[3] = r.IntN(2) == 0 // what itemprop and other data say
			return func(f int32) bool { return gone[groups[f]] }
		},
		Report: func(round int, loss float64) { log.Printf("round %d: loss %.0f", round+1, loss) },
	})
	return m
}

// dropGroups sorts evidence by what pages may lack.
func dropGroups(names []string) []uint8 {
	out := make([]uint8, len(names))
	for i, n := range names {
		switch {
		case strings.Contains(n, "class: "):
			out[i] = 1
		case strings.Contains(n, "title=") || strings.Contains(n, "description="):
			out[i] = 2
		case strings.Contains(n, "itemprop=") || strings.Contains(n, "picture in data") || strings.Contains(n, "said of a picture"):
			out[i] = 3
		}
	}
	return out
}

// crossCheck prints the real pages' articles as found by weights that did not see their publisher.
func crossCheck(pages []*page, folds, rounds int, shrink float64) {
	w := bufio.NewWriter(os.Stdout)
	for fold := range folds {
		m := train(pages, fold, rounds, shrink)
		for _, p := range pages {
			if !p.real || p.varied || p.fold != fold {
				continue
			}
			a, err := extract.Article(p.html, extract.Options{URL: p.url, Weights: m})
			if err != nil {
				log.Printf("%s: %v", p.id, err)
			}
			data, err := json.Marshal(a)
			if err != nil {
				log.Fatal(err)
			}
			fmt.Fprintf(w, "{%q:%q,%s\n", "id", p.id, data[1:])
		}
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
}

func load(realDir, fields, cases string, made []string, own string, plain bool, weight, ownWeight float32, folds int) []*page {
	var jobs []func() *page
	if realDir != "" && plain {
		files, _ := filepath.Glob(filepath.Join(realDir, "*", "*.json"))
		for k, f := range files {
			jobs = append(jobs, func() *page { return loadCopied(f, k, weight, folds) })
		}
	}
	if realDir != "" && !plain {
		files, _ := filepath.Glob(filepath.Join(realDir, "*", "*.json"))
		for _, f := range files {
			jobs = append(jobs, func() *page { return loadReal(f, weight, folds, nil) })
			for _, v := range variants {
				jobs = append(jobs, func() *page { return loadReal(f, weight/4, folds, &v) })
			}
		}
	}
	if fields != "" && !plain {
		jobs = append(jobs, fieldJobs(fields, weight, folds)...)
	}
	if cases != "" && !plain {
		jobs = append(jobs, caseJobs(cases, ownWeight)...)
	}
	for _, dir := range made {
		if dir == "" {
			continue
		}
		files, _ := filepath.Glob(filepath.Join(dir, "*.json"))
		for k, f := range files {
			jobs = append(jobs, func() *page { return loadMade(f, k, plain) })
		}
	}
	if own != "" {
		pattern := "*.html"
		if plain {
			pattern = "*.txt"
		}
		files, _ := filepath.Glob(filepath.Join(own, pattern))
		for _, f := range files {
			jobs = append(jobs, func() *page { return loadOwn(f, ownWeight) })
		}
	}
	out := make([]*page, len(jobs))
	var wg sync.WaitGroup
	next := make(chan int)
	for range 2 {
		wg.Go(func() {
			for i := range next {
				out[i] = jobs[i]()
			}
		})
	}
	for i := range jobs {
		next <- i
	}
	close(next)
	wg.Wait()
	var kept []*page
	for _, p := range out {
		if p != nil {
			kept = append(kept, p)
		}
	}
	log.Printf("%d pages", len(kept))
	return kept
}

func loadReal(file string, weight float32, folds int, v *variant) *page {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	url, t, err := readFundus(data)
	if err != nil {
		log.Fatal(file, err)
	}
	src := unpack(strings.TrimSuffix(file, ".json") + ".html.gz")
	dir, base := filepath.Split(strings.TrimSuffix(file, ".json"))
	publisher, _, _ := strings.Cut(base, "_")
	p := &page{id: filepath.Base(dir) + "/" + base, url: url, html: src, real: true, fold: foldOf(filepath.Base(dir)+publisher, folds)}
	if v != nil {
		p.html, p.varied = vary(src, *v), true
	}
	p.learn(&t, weight)
	return p
}

// unpack reads a packed page.
func unpack(file string) []byte {
	packed, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		log.Fatal(err)
	}
	src, err := io.ReadAll(r)
	if err != nil {
		log.Fatal(err)
	}
	return src
}

// foldOf gives the part of the data that a publisher's pages are in.
func foldOf(publisher string, folds int) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(publisher))
	return int(h.Sum32() % uint32(folds))
}

// loadCopied makes of a real page the text that a person would copy: its lines from the headline to the end of
// the text, with what follows, or all of them.
func loadCopied(file string, k int, weight float32, folds int) *page {
	p := loadReal(file, weight, folds, nil)
	if p == nil || p.example.Items == nil {
		return nil
	}
	seen, _ := extract.Look(p.html, extract.Options{URL: p.url})
	from, to := len(seen), 0
	for i := range seen {
		if only := p.example.Items[i].Only; only&1 == 0 && only>>(len(extract.Order().States)-1)&1 == 0 {
			from, to = min(from, i), i+1
		}
	}
	switch k % 4 {
	case 1:
		to = min(len(seen), to+40)
	case 2:
		from, to = 0, len(seen)
	case 3:
		from = max(0, from-10)
	}
	var b strings.Builder
	for i := from; i < to; i++ {
		if seen[i].Kind != "picture" {
			b.WriteString(seen[i].Text + "\n\n")
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	_, t, err := readFundus(data)
	if err != nil {
		log.Fatal(err)
	}
	p.html, p.url = []byte(b.String()), ""
	p.learn(&t, weight)
	return p
}

func loadMade(file string, k int, plain bool) *page {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	var f forged
	if err := json.Unmarshal(data, &f); err != nil {
		log.Fatal(file, err)
	}
	base := strings.TrimSuffix(file, ".json")
	t, name := f.Truth.truth(), base+".html"
	p := &page{id: base, url: f.URL}
	if plain {
		t, name, p.url = f.PlainTruth.truth(), base+".txt", ""
	}
	if t.noKicker && f.Used["kicker"] != "none" { // a section that stands where a kicker stands
		t.noKicker = true
	}
	for _, n := range f.Neutral {
		t.uncounted = append(t.uncounted, key(n))
	}
	src, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	if p.html = src; !plain && k%2 == 1 {
		p.html = vary(src, variants[k/2%len(variants)])
	}
	p.learn(&t, 1)
	if plain && k%3 == 0 && p.example.Items != nil {
		p.shorten(1+k/3%3, k%2 == 0)
		if k%2 == 1 {
			t.standfirst = nil
		}
		p.learn(&t, 1)
	}
	return p
}

// shorten leaves of a copied text what a person copies who wants a few paragraphs: the lines from the first part of
// the article to the paragraph of a number, with or without the standfirst: many short texts have none.
func (p *page) shorten(paragraphs int, standfirst bool) {
	seen, _ := extract.Look(p.html, extract.Options{URL: p.url})
	var b strings.Builder
	begun := false
	for i := range seen {
		part := partOf(p.example.Items[i].Only)
		if begun = begun || part != "before"; !begun || part == "standfirst" && !standfirst {
			continue
		}
		b.WriteString(seen[i].Text + "\n\n")
		if part == "text" {
			paragraphs--
		}
		if paragraphs == 0 {
			break
		}
	}
	p.html = []byte(b.String())
}

// partOf names the part of a candidate; "" where the truth leaves it open.
func partOf(only uint64) string {
	name := ""
	for s := range extract.Order().States {
		if only>>s&1 == 0 {
			continue
		}
		part, _ := extract.PartOf(s)
		switch n := extract.Parts()[part]; name {
		case "", n:
			name = n
		default:
			return ""
		}
	}
	return name
}

func loadOwn(file string, weight float32) *page {
	src, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	golden := strings.TrimSuffix(file, ".html") + ".golden"
	if strings.HasSuffix(file, ".txt") {
		golden = file + ".golden"
	}
	data, err := os.ReadFile(golden)
	if err != nil {
		log.Fatal(err)
	}
	var r result
	if err := json.Unmarshal(data, &r); err != nil {
		log.Fatal(file, err)
	}
	t := r.truth()
	p := &page{id: file, url: "https://tageblatt.example/politik/vertrag-gilt", html: src}
	p.learn(&t, weight)
	return p
}

// learn finds the truth in the page.
func (p *page) learn(t *truth, weight float32) {
	seen, items := extract.Look(p.html, extract.Options{URL: p.url})
	only := align(seen, t)
	if t.few {
		only = alignFew(seen, t)
	}
	if only == nil {
		return
	}
	if os.Getenv("FIT_SHOW") != "" && strings.Contains(p.id, os.Getenv("FIT_SHOW")) {
		show(p.id, seen, only, items)
	}
	p.follow(items, only, weight)
}

// follow takes a page's candidates as an example, each in one of the states that it may be in.
func (p *page) follow(items []chain.Item, only []uint64, weight float32) {
	if len(items) == 0 {
		return
	}
	for i := range items {
		items[i].Only = only[i]
	}
	p.example = chain.Example{Items: items, Weight: weight}
}

func show(id string, seen []extract.Seen, only []uint64, items []chain.Item) {
	var b strings.Builder
	fmt.Fprintf(&b, "== %s\n", id)
	parts, evidence := extract.Parts(), extract.Evidence()
	for i := range seen {
		var names []string
		for s := range extract.Order().States {
			if only[i]>>s&1 != 0 {
				p, _ := extract.PartOf(s)
				names = append(names, parts[p])
			}
		}
		text := seen[i].Text
		if len(text) > 90 {
			text = text[:90]
		}
		fmt.Fprintf(&b, "%-28s %-10s %s %s\n", strings.Join(names, ","), seen[i].Element, text, seen[i].Address)
		for _, f := range items[i].Features {
			if name := evidence[f]; !strings.Contains(name, " & ") && !strings.Contains(name, ": ") {
				fmt.Fprintf(&b, " [%s]", name)
			}
		}
		b.WriteString("\n")
	}
	log.Print(b.String())
}
