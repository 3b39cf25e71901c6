package find

import (
	"slices"
	"testing"

	"depesche/feed"
)

func TestHeader(t *testing.T) {
	for name, tc := range map[string]struct {
		links []string
		want  []string // title address
	}{
		"among others": {
			[]string{`</a.css>; rel=preload; as=style, </x/atom.xml>; rel="alternate"; type="application/atom+xml"; title="Bote, der \"alte\""`},
			[]string{`Bote, der "alte" https://bote.example/x/atom.xml`},
		},
		"in several fields": {
			[]string{`</rss>;rel=alternate;type=application/rss+xml`, `<https://b.example/feed>; REL="feed"`},
			[]string{" https://bote.example/rss", " https://b.example/feed"},
		},
		"no feed":          {[]string{`</en>; rel="alternate"; hreflang=en`, `<https://api.example/wp-json/>; rel="https://api.w.org/"`}, nil},
		"broken":           {[]string{`rel=alternate`, `<`, `<x`, `<x>;`, `<x>; rel="alternate`, `<x>;=;,<y>;;;`, ""}, nil},
		"of a private use": {[]string{`<javascript:alert(1)>; rel="feed"`, `<file:///etc/passwd>; rel="feed"`}, nil},
	} {
		var got []string
		for _, s := range Header(tc.links, "https://bote.example/") {
			got = append(got, s.Title+" "+s.URL)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
}

func FuzzHeader(f *testing.F) {
	f.Add(`</x>; rel="alternate"; type="application/atom+xml"; title="a\"b", <y>; rel=feed`)
	f.Fuzz(func(t *testing.T, s string) {
		for _, found := range Header([]string{s}, "https://bote.example/") {
			if feed.WebLink(found.URL) == "" || found.Title != feed.Line(found.Title) {
				t.Errorf("%+v", found)
			}
		}
	})
}
