package direct

import (
	"slices"

	"depesche/feed"
	"depesche/feed/parse"
)

// enclosures are an entry's files, each once: of one that comes in several forms the one that
// the feed prefers, else the first. The picture that the article shows is no file beside it.
func (c *conversion) enclosures(e *parse.Entry, a *feed.Article) []feed.Enclosure {
	var out []feed.Enclosure
	seen := map[string]bool{}
	for i := range e.Enclosures {
		f := &e.Enclosures[i]
		if len(out) == feed.MaxEnclosures {
			break
		}
		to := feed.Enclosure{URL: c.allow(feed.WebLink(f.URL)), Type: f.Type, Title: cut(f.Title, maxTitle), Length: f.Length, Duration: f.Duration}
		if to.URL == "" || otherForm(e.Enclosures, i) || alreadyShown(a, &to) {
			continue
		}
		if key := feed.Address(to.URL); !seen[key] {
			seen[key] = true
			out = append(out, to)
		}
	}
	return out
}

// otherForm reports whether a file is one that another one stands for: the preferred of its
// alternatives of the same medium, else the first of them.
func otherForm(files []parse.Enclosure, i int) bool {
	f := &files[i]
	if f.Alternative == 0 {
		return false
	}
	best := slices.IndexFunc(files, func(g parse.Enclosure) bool { return isForm(f, &g) && g.Preferred })
	if best < 0 {
		best = slices.IndexFunc(files, func(g parse.Enclosure) bool { return isForm(f, &g) })
	}
	return best != i
}

// isForm reports whether two files are the same in several forms.
func isForm(f, g *parse.Enclosure) bool {
	return f.Alternative == g.Alternative && medium(f) == medium(g)
}

func medium(f *parse.Enclosure) feed.Medium {
	e := feed.Enclosure{URL: f.URL, Type: f.Type}
	return e.Medium()
}

// alreadyShown reports whether a file is a picture that the article has anyway.
func alreadyShown(a *feed.Article, e *feed.Enclosure) bool {
	if e.Medium() != feed.Image {
		return false
	}
	return slices.ContainsFunc(a.Pictures(), func(p *feed.Picture) bool { return samePicture(p.URL, e.URL) })
}
