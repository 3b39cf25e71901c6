package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/url"
	"slices"
	"strings"

	"depesche/feed"
	"depesche/feed/date"
	"depesche/feed/markup"
)

// readJSON reads a JSON Feed. It gives no document where the JSON is of another
// kind. A feed that breaks off keeps the items before the break.
func readJSON(text []byte, base *url.URL) (*Document, error) {
	text = tolerable(text)
	dec := json.NewDecoder(bytes.NewReader(text))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.New("no object")
	}
	j := &jsonReader{doc: &Document{}, base: base, top: map[string]any{}}
	err := j.object(dec)
	if !j.isFeed() {
		return nil, errors.New("no items")
	}
	j.finish()
	if err != nil {
		j.doc.Cut = true
		return j.doc, &DamagedError{Problems: []string{CutShort}}
	}
	return j.doc, nil
}

// tolerable mends what breaks a JSON parser and not a reader: control
// characters in strings, commas before a closing bracket.
func tolerable(text []byte) []byte {
	if json.Valid(text) {
		return text
	}
	out := make([]byte, 0, len(text)+len(text)/32)
	in := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case in && c == '\\' && i+1 < len(text):
			if strings.IndexByte(`"\/bfnrtu`, text[i+1]) < 0 {
				out = append(out, '\\') // a lone backslash
			} else {
				out = append(out, c)
				i++
				c = text[i]
			}
		case in && c < ' ':
			out = append(out, `\u00`...)
			out = append(out, "0123456789abcdef"[c>>4])
			c = "0123456789abcdef"[c&15]
		case c == '"':
			in = !in
		case !in && c == ',':
			rest := bytes.TrimLeft(text[i+1:min(len(text), i+200)], " \t\r\n")
			if len(rest) > 0 && (rest[0] == ']' || rest[0] == '}') {
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

type jsonReader struct {
	doc   *Document
	base  *url.URL
	top   map[string]any
	items bool
}

// object reads the members of the feed; items one by one, so that those before a
// break are kept.
func (j *jsonReader) object(dec *json.Decoder) error {
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		if key == "items" {
			if err := j.array(dec); err != nil {
				return err
			}
			continue
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return err
		}
		if name, ok := key.(string); ok && len(j.top) < 100 {
			j.top[name] = value(raw)
		}
	}
	_, err := dec.Token()
	return err
}

func (j *jsonReader) array(dec *json.Decoder) error {
	open, err := dec.Token()
	if err != nil {
		return err
	}
	if open != json.Delim('[') {
		if open == json.Delim('{') {
			return errors.New("items is no list")
		}
		return nil
	}
	j.items = true
	for dec.More() {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return err
		}
		if e, ok := j.entry(members(raw)); ok {
			j.doc.take(&e)
		}
	}
	_, err = dec.Token()
	return err
}

// maxMember is the longest member of an object that is looked into, in bytes, where it is not
// a text: lists of authors, tags, files.
const maxMember = 256 << 10

// value reads a member; one that is too long, and no text, is nil.
func value(raw json.RawMessage) any {
	if len(raw) == 0 || raw[0] != '"' && len(raw) > maxMember {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber() // an id of twenty digits is no float
	var v any
	if dec.Decode(&v) != nil {
		return nil
	}
	return v
}

// members reads an object; nil where it is none.
func members(raw json.RawMessage) map[string]any {
	var known struct {
		ID          json.RawMessage `json:"id"`
		URL         json.RawMessage `json:"url"`
		External    json.RawMessage `json:"external_url"`
		Title       json.RawMessage `json:"title"`
		HTML        json.RawMessage `json:"content_html"`
		Text        json.RawMessage `json:"content_text"`
		Summary     json.RawMessage `json:"summary"`
		Image       json.RawMessage `json:"image"`
		Banner      json.RawMessage `json:"banner_image"`
		Published   json.RawMessage `json:"date_published"`
		Modified    json.RawMessage `json:"date_modified"`
		Author      json.RawMessage `json:"author"`
		Authors     json.RawMessage `json:"authors"`
		Tags        json.RawMessage `json:"tags"`
		Language    json.RawMessage `json:"language"`
		Attachments json.RawMessage `json:"attachments"`
		Comments    json.RawMessage `json:"comments_url"`
	}
	if len(raw) == 0 || raw[0] != '{' || json.Unmarshal(raw, &known) != nil {
		return nil
	}
	return map[string]any{
		"id": value(known.ID), "url": value(known.URL), "external_url": value(known.External), "title": value(known.Title),
		"content_html": value(known.HTML), "content_text": value(known.Text), "summary": value(known.Summary),
		"image": value(known.Image), "banner_image": value(known.Banner), "date_published": value(known.Published),
		"date_modified": value(known.Modified), "author": value(known.Author), "authors": value(known.Authors),
		"tags": value(known.Tags), "language": value(known.Language), "attachments": value(known.Attachments),
		"comments_url": value(known.Comments),
	}
}

func (j *jsonReader) isFeed() bool {
	if strings.Contains(str(j.top["version"]), "jsonfeed.org") {
		return true
	}
	return j.items && (j.top["title"] != nil || j.top["home_page_url"] != nil || j.top["feed_url"] != nil)
}

// str is a member as text: a number is written out, anything else is "".
func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return ""
}

func (j *jsonReader) link(v any) string {
	return reference(j.base, strings.TrimSpace(str(v)))
}

func (j *jsonReader) finish() {
	d := j.doc
	d.Title = jsonTitle(j.top["title"])
	d.Description = jsonTitle(j.top["description"])
	d.Link, d.FeedURL = j.link(j.top["home_page_url"]), j.link(j.top["feed_url"])
	d.Language = languageTag(str(j.top["language"]))
	d.Icon = j.link(j.top["icon"])
	first(&d.Icon, j.link(j.top["favicon"]))
	hubs, _ := j.top["hubs"].([]any)
	for _, h := range hubs {
		if m, ok := h.(map[string]any); ok {
			first(&d.Hub, j.link(m["url"]))
		}
	}
	authors := jsonAuthors(j.top)
	for i := range d.Entries {
		if d.Entries[i].Authors == nil {
			d.Entries[i].Authors = authors
		}
	}
	d.newest()
	d.settle(j.base)
}

// jsonTitle is a plain text that some publishers write as HTML.
func jsonTitle(v any) string {
	s := str(v)
	return short(plainTitle(strings.ToValidUTF8(s[:min(len(s), maxRaw)], "")))
}

func jsonAuthors(m map[string]any) []string {
	var names []string
	add := func(v any) {
		name := ""
		switch v := v.(type) {
		case string:
			name = v
		case map[string]any:
			name = str(v["name"])
		}
		if name = jsonTitle(name); name != "" && len(names) < maxList && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	list, _ := m["authors"].([]any)
	for _, a := range list {
		add(a)
	}
	if names == nil {
		if _, is := m["authors"].(map[string]any); is {
			add(m["authors"])
		}
		add(m["author"])
	}
	return names
}

func (j *jsonReader) entry(m map[string]any) (Entry, bool) {
	tongue := or(str(m["language"]), str(j.top["language"]))
	e := Entry{
		ID: short(feed.Line(str(m["id"]))), Title: jsonTitle(m["title"]), Link: j.link(m["url"]),
		Published: date.TimeIn(str(m["date_published"]), tongue), Updated: date.TimeIn(str(m["date_modified"]), tongue),
		Authors: jsonAuthors(m), Language: languageTag(str(m["language"])),
		Comments: j.link(m["comments_url"]),
	}
	first(&e.Link, j.link(m["external_url"]))
	if strings.HasPrefix(e.ID, "http") {
		first(&e.Link, j.link(e.ID))
	}
	page := markup.Base(j.base, e.Link)
	e.Content = finishHTML([]byte(strings.TrimSpace(str(m["content_html"]))), page)
	first(&e.Content, markup.Escape(feed.Clean(strings.TrimSpace(str(m["content_text"])))))
	if e.Summary = strings.TrimSpace(str(m["summary"])); looksHTML(e.Summary) { // plain text by the rules
		e.Summary = finishHTML([]byte(e.Summary), page)
	} else {
		e.Summary = markup.Escape(feed.Clean(e.Summary))
	}
	tags, _ := m["tags"].([]any)
	for _, t := range tags {
		if c := jsonTitle(t); c != "" && len(e.Categories) < maxList && !slices.Contains(e.Categories, c) {
			e.Categories = append(e.Categories, c)
		}
	}
	j.files(&e, m)
	return e, e.ID != "" || e.Title != "" || e.Link != "" || e.Content != "" || e.Summary != ""
}

// files reads attachments and pictures.
func (j *jsonReader) files(e *Entry, m map[string]any) {
	list, _ := m["attachments"].([]any)
	for _, a := range list {
		f, ok := a.(map[string]any)
		if !ok || len(e.Enclosures) >= maxList {
			continue
		}
		c := Enclosure{
			URL: j.link(f["url"]), Type: short(feed.Line(str(f["mime_type"]))), Title: jsonTitle(f["title"]),
			Length: size(str(f["size_in_bytes"])), Duration: duration(str(f["duration_in_seconds"])),
		}
		if c.URL != "" && !strings.HasPrefix(c.URL, "mailto:") {
			addFile(e, c)
		}
	}
	for _, v := range []any{m["image"], m["banner_image"]} {
		if u := j.link(v); u != "" && !pixel(u, 0, 0) {
			first(&e.Image, u)
		}
	}
	for _, c := range e.Enclosures {
		if e.Image == "" && pictureType(c.Type, c.URL) {
			e.Image = c.URL
		}
	}
	if e.Image == "" {
		e.Image, e.ImageCaption = firstPicture(e.Content, j.base)
	}
}
