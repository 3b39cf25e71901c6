package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// spread takes a page apart into candidates, each as its kind and text.
func spread(t *testing.T, body string) []string {
	t.Helper()
	p, err := newPage([]byte("<!doctype html><html><body>"+body+"</body></html>"), Options{URL: address}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	kinds := [...]string{aLine: "", aPicture: "picture ", aTable: "table ", aCode: "code "}
	for _, c := range p.candidates() {
		out = append(out, kinds[c.kind]+c.text)
	}
	return out
}

var passage = strings.TrimSpace(strings.Repeat("Der Rat berät über die Brücke. ", 12))

func TestCandidatesAreWhatAReaderPointsAt(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"a line for each block", "<h1>One</h1><div>Two <p>Three</p> four</div>", []string{"One", "Two", "Three", "four"}},
		{"two line breaks part lines, one does not", "<p>One<br>two<br><br>three</p>", []string{"One two", "three"}},
		{"elements side by side are lines of their own", "<div><span>Von Ada Lindner</span> | <span>12. Mai 2024</span></div>", []string{"Von Ada Lindner", "12. Mai 2024"}},
		{"words between them make it one line", "<p>Der <b>Rat</b> und die <b>Stadt</b> streiten.</p>", []string{"Der Rat und die Stadt streiten."}},
		{"a kicker in the heading", "<h1><span>Lindenau</span> <span>Die Brücke wird erneuert</span></h1>", []string{"Lindenau", "Die Brücke wird erneuert"}},
		{"a kicker before the heading's own words", "<h1><span>Lindenau</span> Die Brücke wird erneuert</h1>", []string{"Lindenau", "Die Brücke wird erneuert"}},
		{"a word in italics is no kicker", "<h1><em>Faust</em> im Stadttheater</h1>", []string{"Faust im Stadttheater"}},
		{"the last element of a caption", "<figure><img src='/bruecke.jpg' width=800><figcaption>Die alte Brücke. <span>Ada Lindner</span></figcaption></figure>", []string{"picture ", "Die alte Brücke.", "Ada Lindner"}},
		{"a table of data is one", "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>", []string{"table a 1 b 2"}},
		{"code is one", "<pre>let a = 1\nlet b = 2</pre>", []string{"code let a = 1 let b = 2"}},
		{"what is hidden is none", "<p hidden>One</p><p style='display:none'>Two</p><p>" + passage + "</p>", []string{passage}},
		{"a name does not hide a passage", "<div class=visually-hidden>Body</div><div class=hidden><p>" + passage + "</p></div>", []string{passage}},
		{"an emoji is a word", "<p>Das Team sagt <img src='/1f600.png' alt='😀' width=16> und geht.</p>", []string{"Das Team sagt 😀 und geht."}},
		{"a picture behind an empty element", "<div style=\"background-image:url('/lead.jpg')\"></div>", []string{"picture "}},
		{"a picture of amp", "<amp-img src='/lead.jpg' width=1200 height=800 alt='Die Brücke'></amp-img>", []string{"picture Die Brücke"}},
		{"bars and arrows are none", "<span>|</span><p>›</p>", nil},
	} {
		if got := spread(t, c.page); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestCandidatesAreBounded(t *testing.T) {
	if n := len(spread(t, strings.Repeat("<p>a</p>", 3*maxCandidates))); n > maxCandidates+1 {
		t.Errorf("%d candidates", n)
	}
}

func TestEvidenceHasNamesOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range evidences() {
		if seen[e.name] || strings.ContainsAny(e.name, "=\t\n&") {
			t.Errorf("the name %q stands twice, or cannot stand in a line of weights", e.name)
		}
		seen[e.name] = true
		if len(e.values) < 2 || len(e.values) > 250 || e.values[0] != "" {
			t.Errorf("%s: answers %q", e.name, e.values)
		}
	}
	for _, n := range besides {
		if !seen[n.name] {
			t.Errorf("besides asks %q, which is no question", n.name)
		}
	}
	for _, p := range pairs {
		if !seen[p[0]] || !seen[p[1]] {
			t.Errorf("pairs asks %q", p)
		}
	}
	places := map[string]bool{}
	for _, n := range layout().names {
		if places[n] {
			t.Errorf("two weights are called %q", n)
		}
		places[n] = true
	}
}

func TestWeightsReadBackAsWritten(t *testing.T) {
	for name, m := range map[string]string{"pages": pageWeightsText, "copied text": plainWeightsText} {
		if got := string(FormatWeights(readWeights(m))); got != m {
			t.Errorf("%s: the weights' file is not as fit writes it: %s", name, firstDifference(got, m))
		}
	}
}

func TestClassWordsNeverDecide(t *testing.T) {
	m := pageWeights()
	for f, name := range layout().names {
		if !strings.HasPrefix(name, "class: ") {
			continue
		}
		for l := range m.Labels {
			if w := m.Emit[f*m.Labels+l]; abs(w) > classWeight+0.01 {
				t.Errorf("%s weighs %.2f for %s", name, w, part(l))
			}
		}
	}
}

func TestPartsKeepTheirOrder(t *testing.T) {
	for _, c := range []struct {
		from, to state
		may      bool
	}{
		{sBefore, sKicker0, true},
		{sKicker0, sHeadline, true},
		{sHeadline, sHeadline, true},
		{sHeadline, sStandfirst1, true},
		{sHeadline, sText, true},
		{sText, sHeadline, false},
		{sText, sStandfirst1, false},
		{sHeadline, sKicker0, false},
		{sAfter, sText, false},
		{sText, sAfter, true},
		{sHeadline, sFigure2, false},
		{sStandfirst1, sAfter, true},
		{sBefore, sAfter, false},
		{sBefore, sText, true},
		{sBefore, sStandfirst1, true},
		{sKicker0, sStandfirst1, false},
	} {
		if got := mayFollow(c.from, c.to); got != c.may {
			t.Errorf("%s (%d) behind %s (%d): %v", states[c.to].part, c.to, states[c.from].part, c.from, got)
		}
	}
}

// TestReasonsNameEvidence: what the reader asks "why" is answered with evidence and weights, for what was dropped
// as well.
func TestReasonsNameEvidence(t *testing.T) {
	src := "<html><head><title>Die Brücke wird erneuert</title></head><body><nav><a href=/>Start</a></nav><h1>Die Brücke wird erneuert</h1>" +
		strings.Repeat("<p>Der Stadtrat hat am Dienstag beschlossen, die alte Brücke über die Linde zu erneuern, und die Kosten geteilt.</p>", 4) + "</body></html>"
	_, reasons, err := Explain([]byte(src), Options{URL: address})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, r := range reasons {
		found[r.What] += fmt.Sprintln(r.Rule, r.Text)
	}
	for what, wants := range map[string][]string{"headline": {"Die Brücke", "the page's title"}, "drop": {"Start", "rather than", "+"}, "text": {"Der Stadtrat"}} {
		for _, want := range wants {
			if !strings.Contains(found[what], want) {
				t.Errorf("no %q among the reasons for %s: %s", want, what, found[what])
			}
		}
	}
}
