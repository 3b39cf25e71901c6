package extract

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// stated fills in the caption and credit that a picture lacks on the page and
// that schema.org data give for the same picture.
func (p *page) stated(a *feed.Article, ld *ldArticle) {
	pics := []*feed.Picture{a.Lead}
	for i := range a.Body {
		pics = append(pics, a.Body[i].Picture)
	}
	for _, pic := range pics {
		if pic == nil || pic.URL == "" || pic.Credit != "" {
			continue
		}
		for i := range ld.images {
			if im := &ld.images[i]; (im.caption != "" || im.credit != "") && sizeOf(p.address(im.url), pic.URL) {
				p.fillIn(pic, im, a, ld)
				break
			}
		}
	}
}

// fillIn takes what data say about a picture, unless it only repeats the
// headline or names the paper.
func (p *page) fillIn(pic *feed.Picture, im *ldImage, a *feed.Article, ld *ldArticle) {
	caption, credit := splitCredit(im.caption)
	if im.credit != "" && !p.siteNames(ld)[foldKey(im.credit)] {
		credit = joinCredits(credit, cleanCredit(im.credit))
	}
	if len(credit) < 200 && !isSentence(credit) && !strings.Contains(credit, "://") {
		pic.Credit = credit
		if credit != "" {
			pic.Caption = trimCaption(strings.TrimSuffix(pic.Caption, credit))
		}
	}
	if pic.Caption == "" && len(caption) < 1000 && !furniture(caption) && likeness(caption, a.Headline) < 0.6 && likeness(caption, a.Standfirst) < 0.6 &&
		(!im.described || likeness(caption, pic.Alt) < 0.8) {
		pic.Caption = caption
	}
	p.tell("credit", "JSON-LD", pic.Credit)
}

// Widths of pictures in pixels.
const (
	wide  = 1600 // what is worth fetching: enough for a screen, and no print file
	usual = 500  // where none is said
	small = 150  // an author's portrait
)

// fitting gives the address of the size that fits best among those that an <img>,
// or the sources of a <picture>, offer in srcset: the widest that is not wider than
// wide, else the narrowest. "": it offers none better than own, the width of what
// src gives, 0: nothing. The sources of an <img> that has an address are left alone: they are
// often other cuts of the picture, for other screens.
func (p *page) fitting(i int32, own int) string {
	best, width := "", 0
	for j := i; j < p.nodes[i].end; j++ {
		nd := &p.nodes[j]
		if nd.tag != atom.Img && nd.tag != atom.Source || unreadable(attr(nd.n, "type")) {
			continue
		}
		for _, name := range [...]string{"srcset", "data-srcset", "data-lazy-srcset"} {
			sizes(attr(nd.n, name), own, func(address string, w int) {
				if unreadable(address) || standsIn(address) {
					return
				}
				if better := w > width && w <= wide || w < width && width > wide; best == "" || better {
					best, width = address, w
				}
			})
		}
	}
	if width < small || width <= own {
		return ""
	}
	return p.address(best)
}

// sizes reads a srcset. "2x" means twice own, or twice what is usual.
func sizes(set string, own int, each func(address string, width int)) {
	own = cmp.Or(own, usual)
	for {
		set = strings.TrimLeft(set, ", \t\n\r\f")
		if set == "" {
			return
		}
		end := strings.IndexAny(set, " \t\n\r\f")
		if end < 0 {
			end = len(set)
		}
		address, rest := set[:end], set[end:]
		if bare := strings.TrimRight(address, ","); bare != address {
			each(bare, own)
			set = rest
			continue
		}
		size, next, _ := strings.Cut(rest, ",")
		size, set = strings.TrimSpace(size), next
		width := own
		switch n, err := strconv.ParseFloat(strings.TrimRight(size, "wx"), 64); {
		case err != nil || n <= 0 || n > 1e5:
		case strings.HasSuffix(size, "w"):
			width = int(n)
		case strings.HasSuffix(size, "x"):
			width = int(n * float64(own))
		}
		each(address, width)
	}
}

// unreadable reports formats that are not decoded, by media type or address.
func unreadable(name string) bool {
	name, _, _ = strings.Cut(strings.ToLower(name), "?")
	return strings.HasSuffix(name, "avif") || strings.HasSuffix(name, "jxl") || strings.HasSuffix(name, "svg+xml") || strings.HasSuffix(name, ".svg")
}

// standsIn reports whether an address is that of an empty picture, which stands
// in until the real one is loaded.
func standsIn(address string) bool {
	if strings.HasPrefix(address, "data:") {
		return true
	}
	low := strings.ToLower(address)
	return strings.Contains(low, ".gif") && (strings.Contains(low, "transparent") || strings.Contains(low, "blank"))
}

// sizeOf reports whether two addresses are those of one picture in two sizes:
// "saal-1200x675.jpg" and "saal-400x225.webp?q=80".
func sizeOf(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	x, y := pictureStem(a), pictureStem(b)
	return samePicture(a, b) || x == y && len(x) > 6
}

// pictureSet are pictures by their addresses, in any size.
type pictureSet struct{ addresses, names, stems map[string]bool }

func newPictureSet(images []ldImage) *pictureSet {
	s := &pictureSet{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for i := range images {
		a := images[i].url
		if a != "" {
			s.addresses[a], s.names[imageName(a)], s.stems[pictureStem(a)] = true, true, true
		}
	}
	return s
}

// has reports whether sizeOf is true of an address and one of the set's.
func (s *pictureSet) has(address string) bool {
	if address == "" || len(s.addresses) == 0 {
		return false
	}
	name, stem := imageName(address), pictureStem(address)
	return s.addresses[address] || len(name) > 10 && s.names[name] || len(stem) > 6 && s.stems[stem]
}

// pictureStem is what an address has in common with those of other sizes: its
// file's name without size and kind, or, without a name, the whole path.
func pictureStem(address string) string {
	if name := imageName(address); name != "" {
		name = name[:strings.LastIndexByte(name, '.')]
		if !maySize(name) {
			return name
		}
		return sizeTail().ReplaceAllString(name, "")
	}
	address, _, _ = strings.Cut(address, "?")
	return address
}

// maySize reports whether a file's name may end in a size, by its last letters.
func maySize(name string) bool {
	if name == "" {
		return false
	}
	if isDigit(name[len(name)-1]) {
		head := strings.TrimRight(name, "0123456789")
		return strings.HasSuffix(head, "x") || strings.HasSuffix(head, "X")
	}
	return strings.IndexByte("wxdlmebWXDLMEB", name[len(name)-1]) >= 0
}

var sizeTail = lazy(`(?i)(?:[-_.~@]*(?:\d+x\d+|\d{2,4}w|\d+x|scaled|small|medium|large|thumb(?:nail)?))+$`)
