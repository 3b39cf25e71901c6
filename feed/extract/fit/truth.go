package main

import (
	"encoding/json"
	"strings"
	"unicode"
)

// truth is what a page is known to hold, whatever set it comes from.
type truth struct {
	kicker     string
	headlines  []string // any of them is right
	standfirst []string
	authors    []string
	lead       []string // addresses of the lead picture
	figures    []figure
	flow       []unit // text, top to bottom
	credit     string
	neutral    []string // neither right nor wrong
	uncounted  []string // text or not, but no other part
	whole      bool     // what is not named here is no part of the article
	heads      bool     // subheads that are not named are none
	noKicker   bool     // it is known that there is none

	few          bool // nothing is known but single fields
	noStandfirst bool
}

type figure struct{ image, caption, credit string }

type unit struct {
	key     string
	subhead bool
}

// key keeps the letters and digits of a text, small.
func key(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// fundus is the truth of a real page.
type fundus struct {
	URL   string
	Truth struct {
		Title   string
		Authors []string
		Body    struct {
			Summary  []string
			Sections []struct {
				Headline   []string
				Paragraphs []string
			}
		}
		Images []struct {
			Versions []struct{ URL string }
			Cover    bool `json:"is_cover"`
			Caption  string
			Authors  []string
		}
	}
	Extra map[string]any
}

func readFundus(data []byte) (url string, t truth, err error) {
	var f fundus
	if err := json.Unmarshal(data, &f); err != nil {
		return "", t, err
	}
	t = truth{headlines: []string{f.Truth.Title}, standfirst: f.Truth.Body.Summary, authors: f.Truth.Authors}
	for _, s := range f.Truth.Body.Sections {
		for _, h := range s.Headline {
			t.flow = append(t.flow, unit{key(h), true})
			t.heads = true
		}
		for _, p := range s.Paragraphs {
			t.flow = append(t.flow, unit{key(p), false})
		}
	}
	for _, im := range f.Truth.Images {
		g := figure{caption: im.Caption, credit: strings.Join(im.Authors, " ")}
		for _, v := range im.Versions {
			g.image = v.URL
			if im.Cover {
				t.lead = append(t.lead, v.URL)
			}
		}
		t.figures = append(t.figures, g)
	}
	if k, ok := f.Extra["kicker"].(string); ok {
		t.kicker, t.noKicker = k, k == ""
	}
	return f.URL, t, nil
}

// result is an article as the extractor writes it, and as made-up pages and our own
// fixtures state their truth.
type result struct {
	Kicker, Headline, Standfirst string
	HeadlineOK                   []string `json:"headline_ok"`
	Byline                       string
	Authors                      []string
	Lead                         *block
	LeadOK                       []string `json:"lead_ok"`
	Body                         []block
	CreditLine                   string  `json:"credit_line"`
	FiguresOK                    []block `json:"figures_ok"`
	Dateline                     string
}

type block struct {
	Type, Text             string
	Items                  []string
	Rows                   [][]string
	Image, Caption, Credit string
	Alt                    json.RawMessage
}

func (r *result) truth() truth {
	t := truth{kicker: r.Kicker, headlines: append([]string{r.Headline}, r.HeadlineOK...), authors: r.Authors, credit: r.CreditLine, whole: true, heads: true, noKicker: r.Kicker == ""}
	if r.Standfirst != "" {
		t.standfirst = []string{r.Standfirst}
	}
	if r.Lead != nil {
		t.lead = append(append(t.lead, r.Lead.Image), r.LeadOK...)
		t.figures = append(t.figures, figure{r.Lead.Image, r.Lead.Caption, r.Lead.Credit})
	}
	for _, b := range r.Body {
		switch b.Type {
		case "figure":
			t.figures = append(t.figures, figure{b.Image, b.Caption, b.Credit})
		case "list", "ordered_list":
			for _, it := range b.Items {
				t.flow = append(t.flow, unit{key(it), false})
			}
		case "table":
			for _, row := range b.Rows {
				t.flow = append(t.flow, unit{key(strings.Join(row, " ")), false})
			}
		case "rule", "embed":
		case "quote":
			for _, p := range strings.Split(b.Text, "\n") {
				t.flow = append(t.flow, unit{key(p), false})
			}
		default:
			t.flow = append(t.flow, unit{key(b.Text), b.Type == "subhead"})
		}
	}
	for _, f := range r.FiguresOK {
		t.neutral = append(t.neutral, f.Image)
		if f.Caption != "" {
			t.neutral = append(t.neutral, key(f.Caption))
		}
	}
	return t
}

// forged is a made-up page's file.
type forged struct {
	URL        string
	Truth      result
	PlainTruth result `json:"plain_truth"`
	Neutral    []string
	Used       map[string]string
}
