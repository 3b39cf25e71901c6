package feed

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestAddress(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"as it is", "https://lindenau.example/a/b?id=7", "https://lindenau.example/a/b?id=7"},
		{"host in small letters, path as it is", "HTTPS://Lindenau.Example/A/B", "https://lindenau.example/A/B"},
		{"default ports go", "https://lindenau.example:443/a", "https://lindenau.example/a"},
		{"default port of http goes", "http://lindenau.example:80/a", "http://lindenau.example/a"},
		{"other ports stay", "http://lindenau.example:443/a", "http://lindenau.example:443/a"},
		{"fragment goes", "https://lindenau.example/a#comments", "https://lindenau.example/a"},
		{"no path is the root", "https://lindenau.example", "https://lindenau.example/"},
		{"trackers go, others keep their order", "https://lindenau.example/a?utm_source=x&id=7&fbclid=y&UTM_Medium=z&page=2", "https://lindenau.example/a?id=7&page=2"},
		{"trackers only", "https://lindenau.example/a?utm_source=x&pk_campaign=y&mtm_kwd=z", "https://lindenau.example/a"},
		{"an empty query goes", "https://lindenau.example/a?", "https://lindenau.example/a"},
		{"no address stays", "urn:lindenau:7", "urn:lindenau:7"},
		{"a broken one stays", "https://lindenau.example/%zz", "https://lindenau.example/%zz"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		got := Address(tt.in)
		if got != tt.want {
			t.Errorf("%s: Address(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
		if again := Address(got); again != got {
			t.Errorf("%s: Address(%q) = %q, and again %q", tt.name, tt.in, got, again)
		}
	}
}

func TestWebLink(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://lindenau.example/a?b=c#d", "https://lindenau.example/a?b=c#d"},
		{"  http://lindenau.example/a\n", "http://lindenau.example/a"},
		{"https://lindenau.example/ä b", "https://lindenau.example/%C3%A4%20b"},
		{"https://lindenau.example/?q=ä \u009b\"<>", "https://lindenau.example/?q=%C3%A4%20%C2%9B%22%3C%3E"},
		{"https://lindenau.example/?q=\x1b[31m", ""},
		{"javascript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"file:///etc/passwd", ""},
		{"mailto:ada@lindenau.example", ""},
		{"//lindenau.example/a", ""},
		{"/a/b", ""},
		{"https://", ""},
		{"https:///a", ""},
		{"https://:443/a", ""},
		{"https:lindenau.example", ""},
		{"-o https://lindenau.example", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := WebLink(tt.in); got != tt.want {
			t.Errorf("WebLink(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// FuzzWebLink: what leaves for a browser or a terminal is an http address of
// visible ASCII, and stays itself.
func FuzzWebLink(f *testing.F) {
	for _, s := range []string{"https://lindenau.example/a?b=c#d", "http://[::1]:80/", "https://ä.example/?ö#ü", "https://u:p@lindenau.example/%00", "https://\u202elindenau.example", "HTTPS://X?\u009b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := WebLink(s)
		if got == "" {
			return
		}
		if !strings.HasPrefix(got, "http://") && !strings.HasPrefix(got, "https://") {
			t.Errorf("WebLink(%q) = %q", s, got)
		}
		for _, c := range []byte(got) {
			if c <= ' ' || c >= 0x7F {
				t.Errorf("WebLink(%q) = %q holds %#x", s, got, c)
			}
		}
		if again := WebLink(got); again != got {
			t.Errorf("WebLink(%q) = %q, and again %q", s, got, again)
		}
		if a := Address(got); Address(a) != a {
			t.Errorf("Address(%q) = %q, and again %q", got, a, Address(a))
		}
	})
}

func TestIdentity(t *testing.T) {
	s := NewSourceID("https://lindenau.example/feed")
	if len(s) != 8 || s != NewSourceID("https://lindenau.example/feed") || s == NewSourceID("https://lindenau.example/feed2") {
		t.Errorf("source id %q", s)
	}
	// Marks hang on these for years: they may never change.
	if want := SourceID("ex2hgp33"); s != want {
		t.Errorf("source id %q, want %q", s, want)
	}
	at := time.Date(2026, 11, 9, 12, 0, 0, 0, time.FixedZone("", 3600))
	keys := []struct {
		name string
		a    Article
		want string
	}{
		{"the address first", Article{Link: "https://Lindenau.example/a?utm_source=x", GUID: "7", Headline: "H"}, "https://lindenau.example/a"},
		{"else the feed's id", Article{GUID: "7", Headline: "H"}, "7"},
		{"else headline and date", Article{Headline: "H", Published: at}, "H\n2026-11-09T11:00:00Z"},
	}
	seen := map[ID]bool{}
	for _, tt := range keys {
		if got := tt.a.Key(); got != tt.want {
			t.Errorf("%s: Key() = %q, want %q", tt.name, got, tt.want)
		}
		id := NewID(s, tt.a.Key())
		if len(id) != 13 || seen[id] || id == NewID("other", tt.a.Key()) {
			t.Errorf("%s: id %q", tt.name, id)
		}
		seen[id] = true
	}
	if NewID("ab", "c") == NewID("a", "bc") {
		t.Error("source and key run into each other")
	}
}

func TestMarkNames(t *testing.T) {
	for _, k := range []MarkKind{Read, Unread, Star, Unstar} {
		if got, ok := ParseMark(k.String()); !ok || got != k {
			t.Errorf("ParseMark(%q) = %v, %v", k.String(), got, ok)
		}
	}
	if _, ok := ParseMark("burn"); ok || MarkKind(99).String() != "" {
		t.Error("a mark that is none has a name")
	}
}

// TestAWholeAddressStaysItself holds the short way to what resolving makes of an address.
func TestAWholeAddressStaysItself(t *testing.T) {
	base, err := url.Parse("https://bote.example/a/b.html?c")
	if err != nil {
		t.Fatal(err)
	}
	pieces := strings.Split("a|B|9|a|bb|c-d|x_1|:8080|/|//|.|..|/.|?|&|=|-|_|%20|#|:|@|:80|bote.example|~|+|ä|,|;| ", "|")
	r := rand.New(rand.NewPCG(9, 3))
	same := 0
	for range 50_000 {
		s := []string{"http://", "https://", "HTTP://", "http:", "//"}[r.IntN(5)]
		if r.IntN(2) == 0 {
			s += []string{"bote.example/", "bote.example:80/", "bote.example:443/", "127.0.0.1:8080/"}[r.IntN(4)]
		}
		for range 1 + r.IntN(6) {
			s += pieces[r.IntN(len(pieces))]
		}
		if !IsAddress(s) {
			continue
		}
		same++
		u, err := url.Parse(s)
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if got := WebLink(s + "#"); got != s {
			t.Fatalf("%q leads to %q", s, got)
		}
		if got, want := Address(s), Address(s+"#a"); got != want {
			t.Fatalf("%q is folded to %q, with a fragment to %q", s, got, want)
		}
		if got := base.ResolveReference(u).String(); got != s || u.String() != s {
			t.Fatalf("%q is written %q", s, got)
		}
	}
	if same < 1000 {
		t.Errorf("only %d were whole", same)
	}
}

func TestAnchor(t *testing.T) {
	for link, want := range map[string]string{
		"https://bote.example/":            "",
		"https://bote.example/#abschnitt":  "abschnitt",
		"https://bote.example/#xtor=RSS-3": "",
	} {
		if got := Anchor(link); got != want {
			t.Errorf("%s: %q", link, got)
		}
	}
}
