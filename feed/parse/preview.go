package parse

import (
	"encoding/json"
	"time"

	"depesche/feed"
)

// The JSON of a document is what `depesche preview` prints; other programs
// depend on it. Lists are never null, times are RFC 3339 or "".

type previewJSON struct {
	Feed    feedJSON    `json:"feed"`
	Entries []entryJSON `json:"entries"`
}

type feedJSON struct {
	Title       string `json:"title"`
	Description string `json:"description"`
	Link        string `json:"link"`
	FeedURL     string `json:"feed_url"`
	Language    string `json:"language"`
	Icon        string `json:"icon"`
	Updated     string `json:"updated"`
	Hub         string `json:"hub"`
}

type entryJSON struct {
	ID           string          `json:"id"`
	Title        string          `json:"title"`
	Link         string          `json:"link"`
	Author       []string        `json:"author"`
	Published    string          `json:"published"`
	Updated      string          `json:"updated"`
	Summary      string          `json:"summary"`
	Content      string          `json:"content"`
	Enclosures   []enclosureJSON `json:"enclosures"`
	Categories   []string        `json:"categories"`
	Comments     string          `json:"comments"`
	Image        string          `json:"image"`
	ImageCaption string          `json:"image_caption"`
	ImageCredit  string          `json:"image_credit"`
}

type enclosureJSON struct {
	URL      string `json:"url"`
	Type     string `json:"type"`
	Length   int64  `json:"length"`             // bytes
	Duration int64  `json:"duration,omitempty"` // seconds
	Title    string `json:"title,omitempty"`
}

// MarshalJSON writes {"feed": {...}, "entries": [...]}.
func (d *Document) MarshalJSON() ([]byte, error) { return json.Marshal(d.preview()) }

func (d *Document) preview() previewJSON {
	p := previewJSON{Entries: make([]entryJSON, 0, len(d.Entries)), Feed: feedJSON{
		Title: d.Title, Description: d.Description, Link: d.Link, FeedURL: d.FeedURL,
		Language: d.Language, Icon: d.Icon, Updated: feed.FormatTime(d.Updated), Hub: d.Hub,
	}}
	for i := range d.Entries {
		e := &d.Entries[i]
		out := entryJSON{
			ID: e.ID, Title: e.Title, Link: e.Link, Author: list(e.Authors),
			Published: feed.FormatTime(e.Published), Updated: feed.FormatTime(e.Updated),
			Summary: e.Summary, Content: e.Content, Enclosures: []enclosureJSON{}, Categories: list(e.Categories),
			Comments: e.Comments, Image: e.Image, ImageCaption: e.ImageCaption, ImageCredit: e.ImageCredit,
		}
		for _, c := range e.Enclosures {
			out.Enclosures = append(out.Enclosures, enclosureJSON{c.URL, c.Type, c.Length, int64(c.Duration / time.Second), c.Title})
		}
		p.Entries = append(p.Entries, out)
	}
	return p
}

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
