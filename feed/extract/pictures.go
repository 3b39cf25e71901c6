package extract

import (
	"strings"

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

// pictureStem is what an address has in common with those of other sizes: its
// file's name without size and kind, or, without a name, the whole path.
func pictureStem(address string) string {
	if name := imageName().FindString(address); name != "" {
		name = name[:strings.LastIndexByte(name, '.')]
		return sizeTail().ReplaceAllString(name, "")
	}
	address, _, _ = strings.Cut(address, "?")
	return address
}

var sizeTail = lazy(`(?i)(?:[-_.~@]*(?:\d+x\d+|\d{2,4}w|\d+x|scaled|small|medium|large|thumb(?:nail)?))+$`)
