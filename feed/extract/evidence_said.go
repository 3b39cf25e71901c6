package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed/extract/lexicon"
)

// What the page says of itself, in its data and by the words papers print, held against a candidate.

func saidEvidence() []evidence {
	return []evidence{
		{"title", []string{"", "a third", "half", "most", "nearly all", "all"}, func(s *sheet, i int) int {
			return share(int32(s.likes[i]*100), 100, 30, 50, 70, 85, 97)
		}},
		{"description", []string{"", "the same", "begins so", "part of it", "holds it"}, describes},
		{"kicker of the title", []string{"", "yes"}, func(s *sheet, i int) int {
			c := &s.cands[i]
			if s.anchor < 0 || c.kind != aLine || c.runes > 80 || i == s.anchor {
				return 0
			}
			for _, t := range s.titles {
				if sameLetter(firstRune(t), firstRune(c.text)) && kickedTitle(t, trimKicker(c.text), s.cands[s.anchor].text) {
					return 1
				}
			}
			return 0
		}},
		{"names", []string{"", "the section", "the site"}, func(s *sheet, i int) int {
			c := &s.cands[i]
			if c.kind != aLine || c.runes > 80 {
				return 0
			}
			switch k := c.key(); {
			case k == "":
				return 0
			case s.siteKeys[k]:
				return 2
			case k == s.sectionKey:
				return 1
			}
			return 0
		}},
		{"as the picture's alt", []string{"", "before", "behind"}, func(s *sheet, i int) int {
			c := &s.cands[i]
			if c.kind != aLine || c.runes < 10 {
				return 0
			}
			for step := 1; step < 4; step++ {
				if i >= step && s.altOf(i-step, c.low) {
					return 1
				}
				if i+step < len(s.cands) && s.altOf(i+step, c.low) {
					return 2
				}
			}
			return 0
		}},
		{"said of a picture", []string{"", "yes"}, func(s *sheet, i int) int {
			c := &s.cands[i]
			if c.kind != aLine || c.runes < 15 || c.runes > 900 {
				return 0
			}
			for _, said := range s.captions {
				if strings.HasPrefix(said, c.text) || strings.HasPrefix(c.text, said) {
					return 1
				}
			}
			return 0
		}},
		{"itemprop", []string{"", "headline", "author", "date", "body", "description", "caption"}, itemprop},
	}
}

func (s *sheet) altOf(i int, low string) bool {
	c := &s.cands[i]
	return c.kind == aPicture && len(c.low) > 9 && (strings.HasPrefix(low, c.low) || strings.HasPrefix(c.low, low))
}

// leastDescription is what a line and a description have to say to be held against each other, in bytes of
// letters.
const leastDescription = 20

// describes holds a line against the page's own descriptions.
func describes(s *sheet, i int) int {
	c := &s.cands[i]
	if c.kind != aLine || c.runes < 20 || c.runes > 1500 {
		return 0
	}
	for _, k := range s.descriptions {
		switch t := c.key(); {
		case len(t) < leastDescription:
		case k == t:
			return 1
		case strings.HasPrefix(t, k):
			return 2
		case strings.Contains(k, t):
			return 3
		case strings.Contains(t, k):
			return 4
		}
	}
	return 0
}

func itemprop(s *sheet, i int) int {
	for j, n := s.cands[i].inner(), 0; j > 0 && n < 3; j, n = s.p.nodes[j].parent, n+1 {
		nd := &s.p.nodes[j]
		if nd.tag == 0 {
			continue
		}
		switch prop := strings.ToLower(attr2(nd, "itemprop")); prop {
		case "headline", "alternativeheadline":
			return 1
		case "author", "creator":
			return 2
		case "datepublished", "datemodified":
			return 3
		case "articlebody":
			return 4
		case "description":
			return 5
		case "caption":
			return 6
		}
		if attr2(nd, "rel") == "author" {
			return 2
		}
	}
	return 0
}

// longLine is the longest line whose words count wherever they stand in it, in letters; below it,
// prose about newsletters is prose.
const longLine = 250

// wordEvidence asks for each topic of the lexicon whether the line speaks of it, and where in the line.
func wordEvidence() []evidence {
	var out []evidence
	for _, t := range lexicon.AllTopics() {
		out = append(out, evidence{"word: " + t.String(), []string{"", "all of it", "begins so", "in it", "in a long line"}, func(s *sheet, i int) int {
			c := &s.cands[i]
			switch {
			case c.says.Whole.Has(t):
				return 1
			case c.says.Lead.Has(t):
				return 2
			case !c.says.Anywhere.Has(t):
				return 0
			case c.runes > longLine:
				return 4
			}
			return 3
		}})
	}
	out = append(out, evidence{"heads", []string{"", "others", "buttons", "an offer"}, func(s *sheet, i int) int { return s.cands[i].heads() }})
	out = append(out, evidence{"word: furniture of a picture", []string{"", "yes"}, func(s *sheet, i int) int {
		return yes(s.cands[i].kind == aLine && furniture(s.cands[i].text))
	}})
	return append(out, classEvidence()...)
}

// Headings of furniture, by what they lead to.
var (
	toOthers = lexicon.Of(lexicon.Heading, lexicon.Related, lexicon.MostRead, lexicon.Comments, lexicon.Next, lexicon.Tags)
	toLabels = lexicon.Of(lexicon.Share, lexicon.Listen, lexicon.Ad, lexicon.ReadTime, lexicon.Label, lexicon.Menu, lexicon.Breadcrumb, lexicon.Video, lexicon.Picture)
	toOffers = lexicon.Of(lexicon.Newsletter, lexicon.Subscribe, lexicon.Follow, lexicon.Podcast, lexicon.Poll, lexicon.Embed, lexicon.Consent, lexicon.Paywall, lexicon.AuthorBox, lexicon.Invitation)
)

// heads tells what a short line is the heading of: 0 nothing that is known, 1 other articles, comments, tags,
// 2 buttons, 3 something that is offered.
func (c *candidate) heads() int {
	said := c.says.Whole | c.says.Lead
	switch {
	case c.kind != aLine || c.runes > headingRunes:
		return 0
	case said&toOthers != 0:
		return 1
	case c.says.Whole&toLabels != 0:
		return 2
	case said&toOffers != 0:
		return 3
	}
	return 0
}

// headingRunes is the longest heading of furniture, in letters.
const headingRunes = 90

// classWeight bounds what a class word may weigh: it tips a balance, it never decides.
const classWeight = 0.7

// classEvidence asks what the class words of an element say, of itself and of what holds little else.
func classEvidence() []evidence {
	var out []evidence
	for _, t := range []struct {
		name string
		mark mark
	}{
		{"kicker", mKicker},
		{"headline", mHeadline},
		{"standfirst", mStandfirst},
		{"byline", mByline},
		{"date", mDate},
		{"caption", mCaption},
		{"credit", mCredit},
		{"figure", mFigure | mGallery},
		{"body", mBody},
		{"subhead", mSubhead},
		{"source", mSource},
		{"correction", mCorrection},
		{"quote", mQuote},
		{"box", mBox},
		{"related", mRelated | mTeaser},
		{"comment", mComment},
		{"menu", mNav | mFoot | mCrumb},
		{"tool", mShare | mTool},
		{"advert", mAd},
		{"newsletter", mNewsletter},
		{"tags", mTags},
		{"author", mAbout},
		{"paywall", mPaywall | mConsent | mDialog},
		{"embed", mEmbed | mVideo},
		{"logo", mLogo},
	} {
		out = append(out, evidence{"class: " + t.name, []string{"", "its own", "around it"}, func(s *sheet, i int) int { return s.classSays(i, t.mark) }})
	}
	return out
}

func (s *sheet) classSays(i int, m mark) int {
	c := &s.cands[i]
	j := c.inner()
	if s.p.nodes[j].marks&m != 0 {
		return 1
	}
	if j = s.p.nodes[j].parent; j > 0 && s.p.nodes[j].tag != atom.Body && s.p.nodes[j].marks&m != 0 && !s.p.within(s.body, j) {
		return 1
	}
	if s.p.nodes[s.module[i]].marks&m != 0 {
		return 2
	}
	return 0
}
