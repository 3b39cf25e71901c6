package extract

import (
	"path"
	"strings"

	"golang.org/x/net/html/atom"
)

// What is known of a picture.

// Sizes in pixels that tell kinds of pictures apart.
const (
	signSize = 60 // an icon
	faceSize = 200
	halfSize = 400
)

func pictureEvidence() []evidence {
	of := func(f func(s *sheet, c *candidate, i int) int) func(s *sheet, i int) int {
		return func(s *sheet, i int) int {
			if s.cands[i].kind != aPicture {
				return 0
			}
			return f(s, &s.cands[i], i)
		}
	}
	return []evidence{
		{"picture size", []string{"", "not said", "sign", "small", "medium", "large"}, of(func(_ *sheet, c *candidate, _ int) int {
			if c.wide == 0 {
				return 1
			}
			return 1 + bucket(c.wide, signSize, faceSize, halfSize)
		})},
		{"picture shape", []string{"", "square", "tall", "wide"}, of(func(_ *sheet, c *candidate, _ int) int {
			switch {
			case c.wide == 0 || c.high == 0:
				return 0
			case c.wide == c.high:
				return 1
			case c.high > c.wide:
				return 2
			}
			return 3
		})},
		{"picture shared", []string{"", "this one", "another"}, of(func(s *sheet, c *candidate, _ int) int {
			switch {
			case s.address == "":
				return 0
			case sizeOf(c.address, s.address):
				return 1
			}
			return 2
		})},
		{"picture in data", []string{"", "yes"}, of(func(s *sheet, c *candidate, _ int) int {
			return yes(s.inData.has(c.address))
		})},
		{"picture link", []string{"", "to a picture", "to a page", "to a page, with words"}, of(func(s *sheet, c *candidate, _ int) int {
			a := s.linkOf(c)
			if a < 0 {
				return 0
			}
			href := attr(s.p.nodes[a].n, "href")
			switch {
			case imageName(href) != "" || strings.HasPrefix(href, "#") || href == "":
				return 1
			case s.p.nodes[a].text > 15:
				return 3
			}
			return 2
		})},
		{"picture alt", []string{"", "short", "long", "a name", "an author's", "the title"}, of(pictureAlt)},
		{"picture file", []string{"", "logo or icon", "portrait", "stands in"}, of(pictureFile)},
		{"picture number", []string{"", "first", "second", "third to fifth", "later"}, of(func(s *sheet, _ *candidate, i int) int {
			n := 0
			for j := max(s.anchor, 0); j < i && n < 5; j++ {
				if s.cands[j].kind == aPicture {
					n++
				}
			}
			return bucket(n, 1, 2, 5)
		})},
		{"picture frame", []string{"", "figure", "figure with a caption", "link", "box alone"}, of(func(s *sheet, c *candidate, _ int) int {
			for j := c.at; j > 0; j = s.p.nodes[j].parent {
				switch nd := &s.p.nodes[j]; {
				case nd.tag == atom.Figure && nd.text > 0:
					return 2
				case nd.tag == atom.Figure:
					return 1
				case nd.text > 0 && nd.tag == atom.A:
					return 3
				case nd.text > 0:
					return 0
				}
			}
			return 4
		})},
	}
}

func pictureAlt(s *sheet, c *candidate, _ int) int {
	if c.alt == "" {
		return 0
	}
	k := foldKey(c.alt)
	for _, a := range s.authors {
		if strings.Contains(k, a) && len(k) < 2*len(a) {
			return 4
		}
	}
	switch {
	case s.anchor >= 0 && likeness(c.alt, s.cands[s.anchor].text) > 0.8:
		return 5
	case looksLikeNames(c.alt):
		return 3
	case c.runes > 40:
		return 2
	}
	return 1
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// pictureFile tells by the name of its file what a picture is that is none of the article's.
func pictureFile(_ *sheet, c *candidate, _ int) int {
	name := strings.ToLower(path.Dir(c.address) + "/" + path.Base(c.address))
	switch {
	case containsAny(name, "logo", "icon", "sprite", "badge", "emoji", "smilies"):
		return 1
	case containsAny(name, "avatar", "author", "autor", "profile", "portrait", "gravatar", "headshot", "/people/", "/staff/"):
		return 2
	case containsAny(name, "placeholder", "default", "blank", "dummy", "spacer", "fallback"):
		return 3
	}
	return 0
}
