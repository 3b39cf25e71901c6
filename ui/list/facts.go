package list

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/locale"
)

// facts are what the second line says of an article, what matters most first:
// where there is little room the last are left out. What keeps an article from
// being the whole text is said in words.
func facts(lk *Look, r *cache.Row) []string {
	var out []string
	if !lk.Single && r.SourceTitle != "" {
		out = append(out, r.SourceTitle)
	}
	out = append(out, hindrance(lk, r)...)
	if len(r.Agencies) > 0 {
		out = append(out, agencies(r.Agencies))
	}
	if f := File(lk, r); f != "" {
		out = append(out, f)
	}
	if r.Minutes > 0 {
		out = append(out, lk.Text.Page.Minutes(r.Minutes))
	}
	return append(out, tokens(lk, r)...)
}

// File says what the first file of an article is, whether it is here, and how long it takes:
// "♪ 45 min"; "" where the article has none.
func File(lk *Look, r *cache.Row) string {
	if r.Medium == feed.NoFile {
		return ""
	}
	out := medium(lk, r.Medium)
	if r.Downloaded {
		out += lk.signs().here
	}
	if r.Duration > 0 {
		out += " " + locale.Length(r.Duration)
	}
	return out
}

// medium is a kind of file as a sign, in a word where there is none.
func medium(lk *Look, m feed.Medium) string {
	if s := lk.signs().media[m]; s != "" {
		return s
	}
	return strings.ToLower(lk.Text.Files.Media[m.String()])
}

// hindrance says what keeps an article from being the whole text or the one that
// was read, and the reader's own tags.
func hindrance(lk *Look, r *cache.Row) []string {
	var out []string
	t := &lk.Text.Screen
	if r.Hidden {
		out = append(out, t.Hidden)
	}
	switch r.Access {
	case feed.Teaser:
		out = append(out, t.Teaser)
	case feed.Paywall:
		out = append(out, t.Paywall)
	case feed.ConsentWall:
		out = append(out, t.Consent)
	case feed.Full:
	}
	if r.Changed {
		out = append(out, t.Changed)
	}
	for _, tag := range r.Tags {
		out = append(out, "#"+tag)
	}
	return out
}

// tokens are the signs of a row: further papers with the story, the whole page
// and the picture in the cache.
func tokens(lk *Look, r *cache.Row) []string {
	var out []string
	if r.Copies > 0 {
		out = append(out, "+"+strconv.Itoa(r.Copies))
	}
	signs := ""
	if r.HasPage {
		signs += lk.signs().page
	}
	if r.HasPicture {
		signs += lk.signs().picture
	}
	if signs != "" {
		out = append(out, signs)
	}
	return out
}

func agencies(as []feed.Agency) string {
	out := ""
	for i, a := range as {
		if i > 0 {
			out += "/"
		}
		out += string(a)
	}
	return out
}

// joined puts as many facts into a line as it has room for, none of them cut but the first.
func joined(facts []string, s *signs, room int) string {
	if len(facts) == 0 {
		return ""
	}
	out := ansi.Truncate(facts[0], room, s.more)
	for _, f := range facts[1:] {
		if ansi.StringWidth(out)+ansi.StringWidth(s.dot)+ansi.StringWidth(f) <= room {
			out += s.dot + f
		}
	}
	return out
}
