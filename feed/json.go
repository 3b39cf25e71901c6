package feed

import (
	"encoding/json"
	"slices"
	"time"
)

// The JSON of an article is what `depesche extract` and `show` print and what
// the cache stores; other programs depend on it. Text is plain; where a text
// has marks or links, its spans stand beside it, so that reading back what was
// written loses nothing.

type articleJSON struct {
	URL          string      `json:"url"`
	CanonicalURL string      `json:"canonical_url"`
	Language     string      `json:"language"`
	Kicker       string      `json:"kicker"`
	Headline     string      `json:"headline"`
	Standfirst   string      `json:"standfirst"`
	Byline       string      `json:"byline"`
	Authors      []string    `json:"authors"`
	Dateline     string      `json:"dateline"`
	Section      string      `json:"section"`
	Topics       []string    `json:"topics"`
	Published    string      `json:"published"`
	Modified     string      `json:"modified"`
	CreditLine   string      `json:"credit_line"`
	Agencies     []Agency    `json:"agencies"`
	Corrections  []string    `json:"corrections"`
	Access       string      `json:"access"`
	Lead         *blockJSON  `json:"lead"`
	Body         []blockJSON `json:"body"`

	Enclosures []enclosureJSON `json:"enclosures,omitempty"`
	Comments   string          `json:"comments,omitempty"`
}

type enclosureJSON struct {
	URL      string `json:"url"`
	Type     string `json:"type,omitempty"`
	Title    string `json:"title,omitempty"`
	Length   int64  `json:"length,omitempty"`   // bytes
	Duration int64  `json:"duration,omitempty"` // seconds
}

type blockJSON struct {
	Type      string         `json:"type"`
	Role      string         `json:"role,omitempty"`
	Anchor    string         `json:"anchor,omitempty"`
	Text      string         `json:"text,omitempty"`
	Spans     []spanJSON     `json:"spans,omitempty"`
	Ordered   bool           `json:"ordered,omitempty"`
	Items     []string       `json:"items,omitempty"`
	ItemSpans [][]spanJSON   `json:"item_spans,omitempty"`
	Levels    []int          `json:"levels,omitempty"`
	Start     int            `json:"start,omitempty"`
	Rows      [][]string     `json:"rows,omitempty"`
	RowSpans  [][][]spanJSON `json:"row_spans,omitempty"`
	Headless  bool           `json:"headless,omitempty"`
	Image     string         `json:"image,omitempty"`
	Alt       string         `json:"alt,omitempty"`
	Caption   string         `json:"caption,omitempty"`
	Credit    string         `json:"credit,omitempty"`
	Width     int            `json:"width,omitempty"`
	Height    int            `json:"height,omitempty"`
}

type spanJSON struct {
	Text     string `json:"text"`
	Strong   bool   `json:"strong,omitempty"`
	Emphasis bool   `json:"emphasis,omitempty"`
	Code     bool   `json:"code,omitempty"`
	Struck   bool   `json:"struck,omitempty"`
	Link     string `json:"link,omitempty"`
}

// MarshalJSON writes the article in the shape of the command line. Identity
// (ID, Source, GUID) is not part of it: who prints it adds what is known.
func (a Article) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil), nil }

// UnmarshalJSON reads what MarshalJSON wrote. It does not Clean: foreign JSON
// goes through Clean field by field before it becomes an article.
func (a *Article) UnmarshalJSON(data []byte) error {
	var j articleJSON
	if strictly(data, &j) != nil || !allKnown(j.Body) {
		return a.readNewer(data)
	}
	return a.take(&j)
}

// take makes the article what j says.
func (a *Article) take(j *articleJSON) error {
	published, err := parseTime(j.Published)
	if err != nil {
		return err
	}
	modified, err := parseTime(j.Modified)
	if err != nil {
		return err
	}
	var lead *Picture
	if j.Lead != nil {
		block, _ := blockIn(j.Lead)
		lead = block.Picture
	}
	*a = Article{
		ID: a.ID, Source: a.Source, GUID: a.GUID,
		Link: j.URL, Canonical: j.CanonicalURL, Language: j.Language,
		Kicker: j.Kicker, Headline: j.Headline, Standfirst: j.Standfirst,
		Byline: j.Byline, Authors: orNil(j.Authors), Dateline: j.Dateline, Section: j.Section, Topics: orNil(j.Topics),
		Published: published, Modified: modified,
		Credit: j.CreditLine, Agencies: orNil(j.Agencies), Corrections: orNil(j.Corrections),
		Access: ParseAccess(j.Access), Lead: lead, Body: blocksIn(j.Body), Comments: j.Comments,
	}
	for _, e := range j.Enclosures[:min(len(j.Enclosures), MaxEnclosures)] {
		a.Enclosures = append(a.Enclosures, Enclosure{e.URL, e.Type, e.Title, max(e.Length, 0), seconds(e.Duration)})
	}
	return nil
}

// MarshalBody writes blocks as the "body" of an article's JSON.
func MarshalBody(body []Block) ([]byte, error) { return appendBlocks(nil, body), nil }

// UnmarshalBody reads what MarshalBody wrote.
func UnmarshalBody(data []byte) ([]Block, error) {
	var j []blockJSON
	if strictly(data, &j) == nil && allKnown(j) {
		return blocksIn(j), nil
	}
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, err
	}
	return blocksNewer(list), nil
}

// FormatTime writes a time as RFC 3339, to the second. The zero time is "", and so is
// what RFC 3339 cannot write: a year beyond 9999. A zone it cannot write becomes UTC.
func FormatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if _, zone := t.Zone(); zone%60 != 0 || zone <= -24*3600 || zone >= 24*3600 {
		t = t.UTC()
	}
	if t.Year() < 0 || t.Year() > 9999 {
		return ""
	}
	return t.Format(time.RFC3339)
}

// maxSeconds is more than any recording takes, and few enough to be a time.Duration.
const maxSeconds = 1e8

func seconds(n int64) time.Duration { return time.Duration(max(0, min(n, maxSeconds))) * time.Second }

func parseTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339, s)
}

func orNil[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}

func blocksIn(js []blockJSON) []Block {
	var out []Block
	for i := range js {
		b, _ := blockIn(&js[i])
		out = append(out, b)
	}
	return out
}

// allKnown reports whether this program knows the kinds and the roles of all blocks.
func allKnown(js []blockJSON) bool {
	for i := range js {
		if !slices.Contains(kindNames[:], js[i].Type) || !slices.Contains(roleNames[:], js[i].Role) {
			return false
		}
	}
	return true
}

// blockIn makes a block of its JSON, and tells whether its kind and its role are known.
func blockIn(j *blockJSON) (b Block, known bool) {
	b = Block{
		Role: parseRole(j.Role), Anchor: j.Anchor, Text: textIn(j.Text, j.Spans),
		Items: textsIn(j.Items, j.ItemSpans), Start: j.Start, Headless: j.Headless,
	}
	if len(j.Levels) == len(j.Items) {
		b.Levels = orNil(j.Levels)
	}
	kind := slices.Index(kindNames[:], j.Type)
	if kind < 0 {
		return b, false
	}
	b.Kind = Kind(kind)
	if b.Kind == List && j.Ordered {
		b.Kind = OrderedList
	}
	for i, row := range j.Rows {
		var spans [][]spanJSON
		if i < len(j.RowSpans) {
			spans = j.RowSpans[i]
		}
		b.Rows = append(b.Rows, textsIn(row, spans))
	}
	if b.Kind == Figure {
		b.Picture = &Picture{URL: j.Image, Alt: j.Alt, Caption: j.Caption, Credit: j.Credit, Width: j.Width, Height: j.Height}
	}
	return b, b.Role.String() == j.Role
}

func textIn(plain string, spans []spanJSON) Text {
	if len(spans) == 0 {
		return Plain(plain)
	}
	t := make(Text, len(spans))
	for i, s := range spans {
		t[i] = Span{Text: s.Text, Link: s.Link}
		if s.Strong {
			t[i].Style |= Strong
		}
		if s.Emphasis {
			t[i].Style |= Emphasis
		}
		if s.Code {
			t[i].Style |= CodeStyle
		}
		if s.Struck {
			t[i].Style |= Struck
		}
	}
	return t
}

func textsIn(plain []string, spans [][]spanJSON) []Text {
	var out []Text
	for i, s := range plain {
		var sp []spanJSON
		if i < len(spans) {
			sp = spans[i]
		}
		out = append(out, textIn(s, sp))
	}
	return out
}
