package parse

import (
	"math"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"depesche/feed"
)

// printed reads what the attributes of a file say of it; length names the one with its size.
func (r *reader) printed(attrs []byte, length string) Enclosure {
	return Enclosure{
		Type: r.line(attr(attrs, "type")), Length: size(r.line(attr(attrs, length))),
		Duration: duration(r.line(attr(attrs, "duration"))), Title: short(r.line(attr(attrs, "title"))),
	}
}

// enclosure adds a file and gives its number, counted from 1; 0 where it is none. One that is
// there already only learns what was not known of it. A picture is also a candidate for the
// entry's picture.
func (r *reader) enclosure(ref string, base *url.URL, c Enclosure) int {
	it := r.item
	c.URL = reference(base, ref)
	if c.URL == "" || strings.HasPrefix(c.URL, "mailto:") {
		return 0
	}
	n := addFile(&it.e, c)
	if n > 0 && pictureType(c.Type, c.URL) {
		it.picture(c.URL, fromEnclosure, 0, 0, 0)
	}
	return n
}

// addFile adds a file to an entry, each address once, and gives its number, counted from 1;
// 0 where there are too many.
func addFile(e *Entry, c Enclosure) int {
	for i := range e.Enclosures {
		if old := &e.Enclosures[i]; old.URL == c.URL {
			old.learn(&c)
			return i + 1
		}
	}
	if len(e.Enclosures) >= maxList {
		return 0
	}
	e.Enclosures = append(e.Enclosures, c)
	return len(e.Enclosures)
}

// learn fills in what another mention of the same file says.
func (c *Enclosure) learn(from *Enclosure) {
	first(&c.Type, from.Type)
	first(&c.Title, from.Title)
	if c.Length == 0 {
		c.Length = from.Length
	}
	if c.Duration == 0 {
		c.Duration = from.Duration
	}
	if c.Alternative == 0 {
		c.Alternative = from.Alternative
	}
	c.Preferred = c.Preferred || from.Preferred
}

// mediaFile adds what a media:content names; parent is what it stands in.
func (r *reader) mediaFile(attrs []byte, ref, medium string, base *url.URL, parent int) int {
	c := r.printed(attrs, "filesize")
	c.Type = strings.ToLower(c.Type)
	if c.Type == "" && (medium == "audio" || medium == "video") {
		c.Type = medium
	}
	if parent > 0 && r.item.pictures[parent].group {
		c.Alternative = parent
		c.Preferred = strings.EqualFold(r.line(attr(attrs, "isdefault")), "true")
	}
	return r.enclosure(ref, base, c)
}

// finishFiles gives the files their titles, and the first that plays the duration of the episode.
func (it *item) finishFiles() {
	files := it.e.Enclosures
	for i := range it.pictures {
		if p := &it.pictures[i]; p.file > 0 && p.title != it.e.Title {
			first(&files[p.file-1].Title, p.title)
		}
	}
	played := -1
	for i := range files {
		c := &files[i]
		if pictureType(c.Type, c.URL) {
			continue
		}
		if played < 0 {
			played = i
		}
		same := i == played || c.Alternative > 0 && c.Alternative == files[played].Alternative
		if same && c.Duration == 0 {
			c.Duration = it.duration
		}
	}
}

// playable reports an address that ends as sound and film do, for a file that does not say its type.
func playable(address string) bool {
	kind := feed.MediaType(address)
	return strings.HasPrefix(kind, "audio/") || strings.HasPrefix(kind, "video/")
}

// size reads a number of bytes; 0 where it is none.
func size(s string) int64 {
	if s == "" {
		return 0 // most say nothing, and an error takes memory
	}
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// maxDuration is longer than any recording.
const maxDuration = 1000 * time.Hour

// worded finds "1 h 2 min 3 s" in its spellings, ISO 8601's PT1H2M3S among them.
const worded = `(?i)^(?:p?t)?\s*(?:(\d{1,6}(?:[.,]\d+)?)\s*(?:h|std|stunde)[a-z]*\.?)?[\s,]*(?:(\d{1,6}(?:[.,]\d+)?)\s*m[a-z]*\.?)?[\s,]*(?:(\d{1,6}(?:[.,]\d+)?)\s*s(?:e[a-z]*)?\.?)?$`

// duration reads how long a recording is: "3600", "62:03", "1:02:03", "01:02:03.500", "45 min",
// "1h 2m", "PT1H2M3S". What is none, or longer than maxDuration, is 0.
func duration(s string) time.Duration {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 40 {
		return 0
	}
	var parts []string
	units := []float64{1, 60, 3600}
	if strings.Trim(s, "0123456789.,:") == "" {
		parts = strings.Split(s, ":")
	} else if m := regexp.MustCompile(worded).FindStringSubmatch(s); m != nil {
		parts = m[1:]
	}
	if len(parts) == 0 || len(parts) > len(units) {
		return 0
	}
	total := 0.0
	for i, p := range parts {
		if p == "" {
			continue
		}
		n, err := strconv.ParseFloat(strings.ReplaceAll(p, ",", "."), 64)
		if err != nil {
			return 0
		}
		total += n * units[len(parts)-1-i]
	}
	if total > maxDuration.Seconds() {
		return 0
	}
	return time.Duration(math.Round(total)) * time.Second
}
