package extract

import (
	"slices"
	"strings"
	"testing"

	"depesche/feed"
)

// The size that is fetched of a picture that a page offers in several.
func TestFittingSizeOfAPicture(t *testing.T) {
	const at = "https://bote.example/bild/mole"
	text := strings.Repeat("<p>Die Nordmole von Lindenau hält seit 1887 das Meer von der Stadt fern, und sie gibt jedes Jahr ein wenig nach.</p>", 6)
	for _, c := range []struct{ name, img, want string }{
		{"the widest that is not too wide", `<img src="A-400.jpg" srcset="A-400.jpg 400w, A-1200.jpg 1200w, A-4000.jpg 4000w">`, "A-1200.jpg"},
		{"the narrowest of those too wide", `<img src="A-400.jpg" srcset="A-4000.jpg 4000w, A-2000.jpg 2000w">`, "A-2000.jpg"},
		{"no blanks behind commas", `<img srcset="A-400.jpg 400w,A-800.jpg 800w" alt="">`, "A-800.jpg"},
		{"commas in an address", `<img src="A,w_400/x.jpg" srcset="A,w_400/x.jpg 400w, A,w_900/x.jpg 900w">`, "A,w_900/x.jpg"},
		{"twice as sharp", `<img src="A.jpg" width="600" height="400" srcset="A.jpg 1x, A@2x.jpg 2x">`, "A@2x.jpg"},
		{"nothing better than src", `<img src="A.jpg" width="640" height="428" srcset="A-320.jpg 320w">`, "A.jpg"},
		{"a size that is not said", `<img src="A.jpg" srcset="A-320x214.jpg">`, "A.jpg"},
		{"lazily", `<img src="data:image/gif;base64,R0lGOD" data-srcset="A-700.jpg 700w, A-900.jpg 900w" alt="">`, "A-900.jpg"},
		{"sources where there is no src", `<picture><source type="image/avif" srcset="A.avif 900w"><source type="image/webp" srcset="A.webp 800w"><img alt="Die Mole"></picture>`, "A.webp"},
		{"a coded srcset in src", `<img src="A-940.jpg%20940w,%20https://bote.example/bild/mole-670.jpg%20670w" width="940" height="545">`, "A-940.jpg"},
		{"other cuts are left alone", `<picture><source srcset="A-hoch.jpg 900w"><img src="A.jpg" alt="Die Mole"></picture>`, "A.jpg"},
		{"formats that are not decoded", `<img src="A.jpg" srcset="A-1200.avif 1200w, A-1000.jpg?fm=jpg 1000w">`, "A-1000.jpg?fm=jpg"},
	} {
		page := "<html><head><title>Mole</title></head><body><article><h1>Lindenau rettet seine Mole</h1><figure>" +
			strings.ReplaceAll(c.img, "A", at) + "<figcaption>Die Nordmole am frühen Morgen.</figcaption></figure>" + text + "</article></body></html>"
		a, err := Article([]byte(page), Options{URL: "https://bote.example/mole.html"})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var got []string
		if a.Lead != nil {
			got = append(got, a.Lead.URL)
		}
		for _, b := range a.Body {
			if b.Kind == feed.Figure {
				got = append(got, b.Picture.URL)
			}
		}
		if want := []string{strings.ReplaceAll(c.want, "A", at)}; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
	}
}

func TestPortraitsAreNoPictures(t *testing.T) {
	page := `<html><body><article><h1>Lindenau</h1><img srcset="https://bote.example/autor/56.jpg 56w,https://bote.example/autor/112.jpg 112w" alt>` +
		strings.Repeat("<p>Die Nordmole von Lindenau hält seit 1887 das Meer von der Stadt fern, und sie gibt jedes Jahr ein wenig nach.</p>", 6) + `</article></body></html>`
	a, err := Article([]byte(page), Options{URL: "https://bote.example/mole.html"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Lead != nil && a.Lead.URL != "" {
		t.Errorf("lead %+v", a.Lead)
	}
	for _, b := range a.Body {
		if b.Kind == feed.Figure && b.Picture.URL != "" {
			t.Errorf("figure %+v", b.Picture)
		}
	}
}
