package extract

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
)

// TestAWholeAddressStaysItself holds the short way to what resolving makes of an address.
func TestAWholeAddressStaysItself(t *testing.T) {
	base, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	pieces := strings.Split("a|B|9|a|bb|c-d|x_1|/|//|.|..|/.|?|&|=|-|_|%20|#|:|@|:80|bote.example|~|+|ä|,|;| ", "|")
	r := rand.New(rand.NewPCG(9, 3))
	same := 0
	for range 50_000 {
		s := []string{"http://", "https://", "HTTP://", "http:", "//"}[r.IntN(5)]
		if r.IntN(2) == 0 {
			s += "bote.example/"
		}
		for range 1 + r.IntN(6) {
			s += pieces[r.IntN(len(pieces))]
		}
		if !absolute(s) {
			continue
		}
		same++
		u, err := url.Parse(s)
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if got := base.ResolveReference(u).String(); got != s || u.String() != s {
			t.Fatalf("%q is written %q", s, got)
		}
	}
	if same < 1000 {
		t.Errorf("only %d were whole", same)
	}
}
