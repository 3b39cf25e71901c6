package parse

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"depesche/feed/markup"
)

// picture is a candidate for an entry's picture, or (without an address) a
// group of them that shares a caption.
type picture struct {
	url        string
	weight     int // the larger, the better
	parent     int // the picture or group it stands in; -1: none
	caption    string
	title      string
	credit     string
	creditRank int8
	group      bool // it is a media:group
	file       int  // the file that it tells of, counted from 1; 0: it is a picture
}

// Where a picture was named. The weight of a picture whose size is not said
// stands for how large such pictures are.
const (
	fromContent   = 1000 * 1000
	fromEnclosure = fromContent - 1
	fromElement   = fromContent - 2
	fromPodcast   = 400 * 400
	fromText      = 300 * 300
	fromThumbnail = 150 * 150
)

// picture adds a candidate; width and height are 0 where they are not said.
func (it *item) picture(u string, from, width, height, parent int) int {
	if u == "" || strings.HasPrefix(u, "mailto:") || len(it.pictures) >= maxList || pixel(u, width, height) {
		return parent
	}
	weight := from
	switch {
	case width > 0 && height > 0:
		weight = min(width, 1<<15) * min(height, 1<<15)
	case width > 0 || height > 0:
		n := min(max(width, height), 1<<15)
		weight = n * n * 2 / 3
	}
	it.pictures = append(it.pictures, picture{url: u, weight: weight, parent: parent})
	return len(it.pictures) - 1
}

// group adds a media:group.
func (it *item) group() int {
	if len(it.pictures) >= maxList {
		return 0
	}
	it.pictures = append(it.pictures, picture{parent: 0, group: true})
	return len(it.pictures) - 1
}

// picture reads media:content and media:thumbnail.
func (r *reader) picture(attrs []byte, thumbnail bool, parent int) int {
	it := r.item
	base := r.top().base
	ref := r.line(attr(attrs, "url"))
	if ref == "" {
		ref = r.line(attr(attrs, "href"))
	}
	width, height := number(r.line(attr(attrs, "width"))), number(r.line(attr(attrs, "height")))
	u := reference(base, ref)
	if thumbnail {
		return it.picture(u, fromThumbnail, width, height, parent)
	}
	kind := strings.ToLower(r.line(attr(attrs, "type")))
	medium := strings.ToLower(r.line(attr(attrs, "medium")))
	if medium == "image" || medium == "" && pictureType(kind, u) {
		return it.picture(u, fromContent, width, height, parent)
	}
	file := 0
	if (medium != "" || kind != "" || playable(u)) && kind != "application/x-shockwave-flash" {
		file = r.mediaFile(attrs, ref, medium, base, parent)
	}
	if len(it.pictures) >= maxList {
		return parent
	}
	it.pictures = append(it.pictures, picture{parent: parent, file: file}) // holds the caption of its thumbnail
	return len(it.pictures) - 1
}

// number reads a length in pixels; 0 where it is none.
func number(s string) int {
	s = strings.TrimSuffix(strings.TrimSpace(s), "px")
	if s == "" {
		return 0 // most say nothing, and an error takes memory
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && n > 0 && n < 1e6 {
		return int(n)
	}
	return 0
}

// pictureType tells a picture by its media type, or by the end of its address
// where there is no type.
func pictureType(kind, address string) bool {
	if kind != "" && kind != "application/octet-stream" {
		return strings.HasPrefix(kind, "image")
	}
	address, _, _ = strings.Cut(address, "?")
	address = strings.ToLower(address[max(0, len(address)-5):])
	for _, end := range []string{".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"} {
		if strings.HasSuffix(address, end) {
			return true
		}
	}
	return false
}

// counters are parts of addresses of pictures that count readers, or show nothing.
var counters = []string{
	"vgwort.de", "ioam.de", "ivwbox.de", "feedburner.com/~", "feedsportal.com", "doubleclick.net", "/pixel.", "pixel.gif", "pixel.png",
	"/1x1", "1x1.", "blank.gif", "spacer.gif", "transparent.gif", "clear.gif", "pixel.wp.com", "stats.wordpress.com", "google-analytics.com",
	"gravatar.com", "/s.w.org/images/core/emoji", "s.w.org/images/core/emoji", "piwik.php", "matomo.php", "count.gif", "counter.php", "zaehlpixel",
	"feeds.wordpress.com/1.0/", "pi.feedsportal", "rss.feedsportal", "a2a_", "share_save",
}

// pixel reports whether a picture is there to count, not to be seen.
func pixel(u string, width, height int) bool {
	if width > 0 && width <= 3 || height > 0 && height <= 3 {
		return true
	}
	low := strings.ToLower(u)
	for _, c := range counters {
		if strings.Contains(low, c) {
			return true
		}
	}
	return false
}

// caption notes media:description and media:title of the picture around.
func (r *reader) caption(is element, x *text, f frame) {
	p := r.item.around(f)
	if p == nil {
		return
	}
	switch is {
	case mediaDescription:
		if p.caption == "" {
			p.caption = r.plain(x)
		}
	case mediaTitle:
		if p.title == "" {
			p.title = r.plain(x)
		}
	default: // the rest means nothing here
	}
}

// around is the picture or group that an element describes.
func (it *item) around(f frame) *picture {
	if f.media < 0 || f.media >= len(it.pictures) {
		return nil
	}
	return &it.pictures[f.media]
}

// credit notes media:credit; media:copyright stands in for it. Several credits are
// joined as newspapers print them: "Ada Lindner/dpa".
func (r *reader) credit(is element, x *text, f frame) {
	p := r.item.around(f)
	if p == nil {
		return
	}
	v := creditLine(r.plain(x))
	rank := int8(2)
	if is == mediaCopyright {
		rank = 1
	}
	switch {
	case v == "" || rank < p.creditRank:
	case rank > p.creditRank:
		p.credit, p.creditRank = v, rank
	case rank == 2 && len(p.credit) < 300 && !strings.Contains(p.credit, v):
		p.credit += "/" + v
	}
}

// creditWords stand in front of a credit and are not part of it.
var creditWords = []string{"foto:", "fotos:", "bild:", "bilder:", "photo:", "photos:", "photo by", "picture:", "image:", "credit:", "quelle:", "bildquelle:", "copyright:"}

func creditLine(s string) string {
	low := strings.ToLower(s)
	for _, w := range creditWords {
		if strings.HasPrefix(low, w) && len(low) == len(s) {
			return strings.TrimSpace(s[len(w):])
		}
	}
	return s
}

// wordPicture reads an entry's <image> that holds an address and no elements, or
// has it as an attribute.
func (r *reader) wordPicture(t *markup.Token, base *url.URL) {
	for _, name := range []string{"url", "href", "src", "rdf:resource"} {
		if v := attr(t.Attrs, name); v != nil {
			r.item.picture(reference(base, r.line(v)), fromElement, 0, 0, 0)
			return
		}
	}
	rest := r.scan.Src[r.scan.Pos:]
	if i := bytes.IndexByte(rest[:min(len(rest), 2000)], '<'); i > 0 && !t.Empty {
		if v := bytes.TrimSpace(rest[:i]); !bytes.ContainsAny(v, " \t\r\n") {
			r.item.picture(reference(base, r.line(v)), fromElement, 0, 0, 0)
		}
	}
}

// imageRef is the address of itunes:image.
func (r *reader) imageRef(x *text, base *url.URL) string {
	ref := r.line(attr(x.attrs, "href"))
	if ref == "" {
		ref = r.line(attr(x.attrs, "url"))
	}
	if ref == "" {
		ref = x.word(r)
	}
	return reference(base, ref)
}

// choose picks the entry's picture, with its caption and credit.
func (it *item) choose() {
	best := -1
	for i := range it.pictures {
		p := &it.pictures[i]
		if p.url != "" && (best < 0 || p.weight > it.pictures[best].weight) {
			best = i
		}
	}
	e := &it.e
	if best < 0 {
		for _, s := range []string{e.Content, e.Summary} {
			if e.Image, e.ImageCaption = firstPicture(s, it.base); e.Image != "" {
				return
			}
		}
		return
	}
	e.Image = it.pictures[best].url
	caption, title := "", ""
	for i := range it.pictures {
		if it.pictures[i].url != e.Image {
			continue
		}
		for j := i; j >= 0; j = it.pictures[j].parent {
			p := &it.pictures[j]
			first(&caption, p.caption)
			first(&title, p.title)
			first(&e.ImageCredit, p.credit)
		}
	}
	if title == e.Title {
		title = ""
	}
	first(&caption, title)
	e.ImageCaption = caption
}

// first keeps the first value that says something.
func first(dst *string, v string) {
	if *dst == "" {
		*dst = v
	}
}

// firstPicture is the first picture in HTML that is there to be seen, and the
// caption of the figure it stands in.
func firstPicture(s string, base *url.URL) (address, caption string) {
	if !strings.Contains(s, "<img") && !strings.Contains(s, "<IMG") {
		return "", ""
	}
	scan := markup.Scanner{Src: []byte(s)}
	for {
		t := scan.Next()
		if t.Kind == markup.EOF {
			return "", ""
		}
		if t.Kind != markup.StartTag || !strings.EqualFold(string(t.Name), "img") {
			continue
		}
		ref := markup.Decode(string(attr(t.Attrs, "src")))
		width, height := number(string(attr(t.Attrs, "width"))), number(string(attr(t.Attrs, "height")))
		u := reference(base, ref)
		if u == "" || pixel(u, width, height) || width > 0 && width < 50 && height < 50 {
			continue
		}
		return u, figcaption(s[t.End:])
	}
}

// figcaption is the caption behind a picture, if the figure has one.
func figcaption(s string) string {
	end := strings.Index(s, "</figure>")
	if end < 0 {
		return ""
	}
	s = s[:end]
	begin := strings.Index(s, "<figcaption")
	if begin < 0 || strings.Contains(s[:begin], "<img") {
		return ""
	}
	return plainLine(stripTags(strings.TrimSuffix(s[begin:], "</figcaption>")))
}
