package find

import (
	"net/url"
	"strings"

	"depesche/feed/markup"
)

// names are where feeds stand, the likeliest first.
var names = []string{
	"feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "index.rdf", "feed/", "rss/", "feeds", "feed.json", "feeds/posts/default", "rss.php", "?feed=rss2",
}

// short are the names worth trying below a path, too.
var short = []string{"feed", "rss", "index.xml", "feed.xml", "rss.xml", "atom.xml"}

// Guesses lists addresses worth trying for a site that names no feed, likeliest
// first: what is known of the site, then the usual names below the path, then those of the site
// itself. The address may lack its scheme. What is no web address gives none.
func Guesses(address string) []string {
	address = strings.TrimSpace(address)
	if address == "" || strings.ContainsAny(address, " \t\n") {
		return nil
	}
	if !strings.Contains(address, "://") && !strings.HasPrefix(address, "feed:") {
		address = "https://" + address
	}
	u, err := url.Parse(markup.Link(nil, address))
	if err != nil || u.Host == "" {
		return nil
	}
	g := guesses{site: u.Scheme + "://" + u.Host, seen: map[string]bool{}}
	g.known(u)
	dir := strings.Trim(u.EscapedPath(), "/")
	if i := strings.LastIndexByte(dir, '/'); strings.Contains(dir[i+1:], ".") { // a file: what stands beside it
		dir = dir[:max(i, 0)]
	}
	if dir != "" {
		for _, n := range short {
			g.add("/" + dir + "/" + n)
		}
		g.add("/" + dir + ".rss")
		g.add("/rss/" + dir)
	}
	for _, n := range names {
		g.add("/" + n)
	}
	return g.list
}

type guesses struct {
	site string
	list []string
	seen map[string]bool
}

func (g *guesses) add(path string) {
	u := path
	if strings.HasPrefix(path, "/") {
		u = g.site + path
	}
	if u = markup.Link(nil, u); u != "" && !g.seen[u] {
		g.seen[u] = true
		g.list = append(g.list, u)
	}
}

// known adds what sites with rules of their own have.
func (g *guesses) known(u *url.URL) {
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	parts := strings.Split(strings.Trim(u.EscapedPath(), "/"), "/")
	first, second := parts[0], ""
	if len(parts) > 1 {
		second = parts[1]
	}
	switch {
	case host == "youtube.com" || host == "m.youtube.com":
		if first == "channel" && second != "" {
			g.add("https://www.youtube.com/feeds/videos.xml?channel_id=" + url.QueryEscape(second))
		}
		if list := u.Query().Get("list"); list != "" {
			g.add("https://www.youtube.com/feeds/videos.xml?playlist_id=" + url.QueryEscape(list))
		}
	case host == "reddit.com" || host == "old.reddit.com":
		if first == "r" || first == "user" {
			g.add("/" + first + "/" + second + "/.rss")
		}
	case (host == "github.com" || host == "codeberg.org") && second != "":
		if host == "github.com" {
			g.add("/" + first + "/" + second + "/releases.atom")
			g.add("/" + first + "/" + second + "/commits.atom")
		} else {
			g.add("/" + first + "/" + second + "/releases.rss")
			g.add("/" + first + "/" + second + ".rss")
		}
	case host == "medium.com" && first != "":
		g.add("/feed/" + first)
	case strings.HasSuffix(host, ".tumblr.com"):
		g.add("/rss")
	case strings.HasSuffix(host, ".blogspot.com"):
		g.add("/feeds/posts/default")
	case host == "bsky.app" && first == "profile" && second != "":
		g.add("/profile/" + second + "/rss")
	}
	if strings.HasPrefix(first, "@") && host != "medium.com" { // Mastodon and its like
		g.add("/" + first + ".rss")
	}
}
