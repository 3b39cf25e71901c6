package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// Elements of their own name that load a film, a sound or a post: <lite-youtube>,
// <amp-video>, <brightcove-player>.

// player takes such an element as an embed. It is told by its attributes: the
// address of what it plays, or the number the site has for it.
func (b *builder) player(i int32) bool {
	nd := &b.p.nodes[i]
	if !strings.Contains(nd.n.Data, "-") || nd.text > maxPlayerText {
		return false
	}
	src := b.p.playerAddress(nd.n)
	if src == "" {
		return false
	}
	b.flush()
	title := b.p.playerTitle(nd.n, src)
	b.add(piece{Block: feed.Block{Kind: feed.Embed, Text: feed.Text{{Text: title, Link: src}}}, at: i, tag: atom.Iframe})
	return true
}

const maxPlayerText = 200 // bytes of a note in place of the film

// playerSites are where the number of a film, a sound or a post leads, by what is
// in the element's name.
var playerSites = [...]struct{ name, address, ending string }{
	{"youtube", "https://www.youtube.com/watch?v=", ""},
	{"vimeo", "https://vimeo.com/", ""},
	{"dailymotion", "https://www.dailymotion.com/video/", ""},
	{"twitter", "https://twitter.com/i/status/", ""},
	{"tweet", "https://twitter.com/i/status/", ""},
	{"instagram", "https://www.instagram.com/p/", "/"},
	{"tiktok", "https://www.tiktok.com/embed/", ""},
	{"soundcloud", "https://api.soundcloud.com/tracks/", ""},
}

func (p *page) playerAddress(n *html.Node) string {
	for _, site := range playerSites {
		if !strings.Contains(n.Data, site.name) {
			continue
		}
		for _, key := range [...]string{"videoid", "data-videoid", "video-id", "data-video-id", "data-tweetid", "tweet-id", "data-shortcode", "shortcode", "data-trackid", "id"} {
			if v := attr(n, key); isPlayerID(v) && (key != "id" || site.name == "vimeo") {
				return p.address(site.address + v + site.ending)
			}
		}
	}
	if !playsByName(n.Data) {
		return ""
	}
	for _, key := range [...]string{"src", "data-src", "data-href", "data-url", "url", "href", "video", "embed-url"} {
		if v := attr(n, key); strings.ContainsAny(v, "/.") {
			return p.address(v)
		}
	}
	return ""
}

// playsByName reports whether an element's name says that it plays or frames something.
func playsByName(name string) bool {
	for _, w := range [...]string{"youtube", "vimeo", "video", "audio", "player", "iframe", "embed", "podcast", "facebook", "dailymotion", "soundcloud", "tweet", "twitter", "instagram", "tiktok"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// isPlayerID reports whether an attribute's value can be the number of a film.
func isPlayerID(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for i := range len(s) {
		if s[i] >= 0x80 || !isAlnum(s[i]) && s[i] != '-' && s[i] != '_' {
			return false
		}
	}
	return true
}

func (p *page) playerTitle(n *html.Node, src string) string {
	for _, key := range [...]string{"title", "playlabel", "videotitle", "video-title", "data-title", "label"} {
		if t := plain(attr(n, key)); t != "" && len(t) <= maxPlayerText {
			return t
		}
	}
	return host(src)
}
