package extract

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// figure takes a <figure>, <picture> or <img> as a picture with what stands under it.
func (b *builder) figure(i int32) {
	nd := &b.p.nodes[i]
	if nd.tag != atom.Figure {
		if pic := b.p.picture(i); pic != nil {
			b.cutRun()
			b.p.captionInData(i, pic)
			b.addFigure(i, pic)
		}
		return
	}
	if b.box(i) {
		return
	}
	if b.reading != nil && !b.otherFigure(i) { // which picture it holds, and what is said of it, has been read
		b.flow(i)
		return
	}
	inner := b.p.find(i, func(nd *node) bool { return nd.tag == atom.Figure })
	if inner >= 0 || b.severalPictures(i) {
		b.flow(i)
		return
	}
	if b.otherFigure(i) {
		b.titled(i)
		return
	}
	b.flush()
	b.framed(i)
}

// cutRun ends a paragraph at a picture between its words only where the
// picture stands between blocks anyway.
func (b *builder) cutRun() {
	if b.block < 0 || b.p.nodes[b.block].tag != atom.P {
		b.flush()
	}
}

// pictureBox takes an element that is marked as a picture as one, if it has the
// shape: one picture and little text. False leaves it to be read as text.
func (b *builder) pictureBox(i int32) bool {
	nd := &b.p.nodes[i]
	if nd.text > 900 || nd.good > 500 {
		return false
	}
	pictures, bad := 0, false
	for j := i + 1; j < nd.end; j++ {
		switch b.p.nodes[j].tag {
		case atom.Img:
			if b.p.nodes[j].flag&fHidden == 0 && b.p.picture(j) != nil && b.p.parentTag(j) != atom.Picture {
				pictures++
			}
		case atom.Picture:
			pictures++
		case atom.Figure, atom.H1, atom.Ul, atom.Table, atom.Blockquote, atom.Time, atom.Address:
			bad = true
		}
		if b.p.nodes[j].marks&(mByline|mAbout) != 0 && b.p.nodes[j].marks&(mCaption|mCredit|mFigure) == 0 && b.p.nodes[j].above&(mCaption|mCredit) == 0 {
			bad = true
		}
	}
	if bad || pictures != 1 {
		return false
	}
	b.flush()
	b.framed(i)
	return true
}

func (p *page) parentTag(i int32) atom.Atom {
	if up := p.nodes[i].parent; up >= 0 {
		return p.nodes[up].tag
	}
	return 0
}

func (b *builder) addFigure(i int32, pic *feed.Picture) {
	b.add(piece{Block: feed.Block{Kind: feed.Figure, Picture: pic}, at: i, tag: atom.Figure, text: pic.Caption})
}

// maxFigures bounds the captions of a page that are taken apart.
const maxFigures = 3000

// framed takes an element that frames one or several pictures and their text.
func (b *builder) framed(i int32) {
	if b.p.figures++; b.p.figures > maxFigures {
		return
	}
	var pics []*feed.Picture
	var ats []int32
	b.p.each(i, func(j int32) bool {
		nd := &b.p.nodes[j]
		if nd.flag&fHidden != 0 && nd.tag != atom.Img && nd.tag != atom.Picture && nd.tag != atom.Noscript {
			return true
		}
		if nd.tag != atom.Img && nd.tag != atom.Picture && nd.tag != atom.Noscript {
			return true
		}
		if nd.marks&mLogo != 0 {
			return false
		}
		if pic := b.p.picture(j); pic != nil {
			for _, have := range pics {
				if samePicture(have.URL, pic.URL) {
					return false
				}
			}
			pics, ats = append(pics, pic), append(ats, j)
		}
		return false
	})
	caption, credit := b.p.captionOf(i)
	if len(pics) == 0 {
		if len(caption) < 20 || b.p.nodes[i].tag != atom.Figure {
			return
		}
		pics, ats = append(pics, &feed.Picture{}), append(ats, i)
	}
	if strings.HasPrefix(caption, credit) && bylineLead().MatchString(caption) && !sentenceEnd(caption) && len(caption) < 120 {
		b.p.note("drop", "author's portrait", i)
		return
	}
	if pics[0].Credit == "" || credit != "" {
		pics[0].Credit = credit
	}
	if pics[0].Caption = caption; caption == "" {
		b.p.captionInData(ats[0], pics[0])
	}
	b.addFigure(ats[0], pics[0])
	b.pieces[len(b.pieces)-1].at = i
	if len(pics) > 1 && b.p.nodes[i].marks&mGallery != 0 {
		for k := 1; k < len(pics); k++ {
			b.addFigure(ats[k], pics[k])
		}
	}
}

// imageName is the part of an address that names a file of a picture, up to its kind: "/a/b.jpg?w=3" has
// "b.jpg"; "" where none does.
func imageName(address string) string {
	for len(address) > 0 {
		end := 0
		for end < len(address) && address[end] != '/' && address[end] != '?' && address[end] != '&' && address[end] != '=' {
			end++
		}
		part := address[:end]
		for dot := strings.LastIndexByte(part, '.'); dot > 0; dot = strings.LastIndexByte(part[:dot], '.') {
			for _, kind := range [...]string{"jpg", "jpeg", "png", "webp", "gif", "avif"} {
				if strings.HasPrefix(part[dot+1:], kind) {
					return part[:dot+1+len(kind)]
				}
			}
		}
		address = address[min(len(part)+1, len(address)):]
	}
	return ""
}

// samePicture reports whether two addresses are sizes of one picture.
func samePicture(a, b string) bool {
	if a == b {
		return true
	}
	x, y := imageName(a), imageName(b)
	return x != "" && x == y && len(x) > 10
}

// picture reads an <img>, <picture> or the <noscript> beside a lazy picture;
// nil when there is none worth showing.
func (p *page) picture(i int32) *feed.Picture {
	nd := &p.nodes[i]
	switch nd.tag {
	case atom.Noscript:
		if nd.n.FirstChild == nil {
			return nil
		}
		m := noscriptImage().FindStringSubmatch(nd.n.FirstChild.Data)
		if m == nil {
			return nil
		}
		if u := p.address(plain(m[1])); u != "" {
			return &feed.Picture{URL: u}
		}
		return nil
	case atom.Picture:
		img := p.find(i, func(nd *node) bool { return nd.tag == atom.Img })
		pic := (*feed.Picture)(nil)
		if img >= 0 {
			pic = p.picture(img)
		}
		if pic == nil || pic.URL == "" {
			if u := p.fitting(i, 0); u != "" {
				pic = &feed.Picture{URL: u}
				if img >= 0 {
					pic.Alt = plain(attr(p.nodes[img].n, "alt"))
				}
			}
		}
		return pic
	case atom.Img:
		return p.img(i)
	}
	if isAmpImage(nd) {
		return p.img(i)
	}
	if u := p.address(background(nd)); u != "" {
		return &feed.Picture{URL: u}
	}
	return nil
}

// background is the address of the picture behind an element without words: a way to set a lead picture.
func background(nd *node) string {
	if nd.tag != atom.Div && nd.tag != atom.Figure && nd.tag != atom.Span && nd.tag != atom.A || nd.text > 0 {
		return ""
	}
	style := attr(nd.n, "style")
	if !strings.Contains(style, "background") {
		return ""
	}
	m := backgroundImage().FindStringSubmatch(style)
	if m == nil {
		return ""
	}
	return m[1]
}

var backgroundImage = lazy(`background(?:-image)?:[^;]*url\(\s*["']?([^"')]+)`)

var noscriptImage = lazy(`(?i)<img[^>]+?src=["']([^"']+)`)

func (p *page) img(i int32) *feed.Picture {
	n := p.nodes[i].n
	pic := &feed.Picture{Width: atoi(attr(n, "width")), Height: atoi(attr(n, "height")), Alt: plain(attr(n, "alt"))}
	if pic.Width > 0 && pic.Width < 60 || pic.Height > 0 && pic.Height < 40 {
		return nil
	}
	pic.Width = cmp.Or(pic.Width, widthIn(attr(n, "src")))
	for _, k := range [...]string{"data-src", "data-original", "data-lazy-src", "data-lazy", "data-image", "data-full-src", "src"} {
		if v := firstAddress(attr(n, k)); v != "" && !standsIn(v) {
			if pic.URL = p.address(v); pic.URL != "" {
				break
			}
		}
	}
	own := 0
	if pic.URL != "" {
		own = cmp.Or(pic.Width, usual)
	}
	if u := p.fitting(i, own); u != "" {
		pic.URL = u
	}
	if pic.URL == "" && p.parentTag(i) != atom.Picture && !standsIn(attr(n, "src")) {
		return nil
	}
	if low := strings.ToLower(pic.URL); strings.Contains(low, "pixel") || strings.Contains(low, "vgwort") || strings.Contains(low, "1x1") || strings.Contains(low, "spacer") || strings.Contains(low, "logo") || strings.Contains(low, "avatar") || strings.Contains(low, "/profile") || strings.HasSuffix(low, ".svg") || strings.Contains(low, "/icon") || strings.Contains(low, "placeholder") && pic.Alt == "" {
		return nil
	}
	if title := plain(attr(n, "title")); title != "" {
		if _, credit := splitCredit(title); credit != "" && len(credit) < 100 {
			pic.Credit = credit
		}
	}
	return pic
}

// firstAddress is the first address of an attribute that should hold one and holds a whole srcset.
func firstAddress(v string) string {
	v = strings.TrimSpace(v)
	if m := escapedSize().FindStringIndex(v); m != nil {
		return v[:m[0]]
	}
	if first, rest, ok := strings.Cut(v, " "); ok && strings.Contains(rest, "://") {
		return strings.TrimRight(first, ",")
	}
	return v
}

// escapedSize is what a srcset has behind its first address, where it was coded as if it were one address.
var escapedSize = lazy(`%20[\d.]+[wx],(?:%20)?https?:`)

// widthIn is the width in pixels that an address names: "80x80", "w_108", "w=400"; 0: none.
func widthIn(address string) int {
	m := widthInAddress().FindStringSubmatch(address)
	if m == nil {
		return 0
	}
	return atoi(m[1] + m[2])
}

var widthInAddress = lazy(`[/_,?&-](?:w[_=]|width=)(\d{2,4})\b|[/_-](\d{2,4})x\d{2,4}\b`)

// rawText is the visible text below i as it stands.
func (p *page) rawText(i int32) string {
	var b strings.Builder
	for j := i; j < p.nodes[i].end; j++ {
		nd := &p.nodes[j]
		if nd.flag&(fHidden|fUI) != 0 {
			continue
		}
		switch {
		case nd.tag == 0:
			b.WriteString(nd.n.Data)
		case nd.tag == atom.Br || nd.flag&fBlock != 0:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// line is the visible text below i in one line.
func (p *page) line(i int32) string { return feed.Line(p.rawText(i)) }

// furniture reports whether a figure's text is no caption: "1 von 5", "zoom".
func furniture(s string) bool {
	if len(s) >= 40 {
		return false
	}
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return true
	}
	low := toLower(s)
	return findLead(furnitureText, leadStarts().Of(low)>>startsFigureText, low) != ""
}

var furnitureText = lazy(`^(?:(?:bild )?\d+ ?(?:/|von|of|sur|de|di) ?\d+|zoom|vergrößern|bild vergrößern|bild in lightbox öffnen|bild anzeigen|foto öffnen|fullscreen|open image in gallery|view gallery|enlarge|expand|play|video|video abspielen|anzeige|advertisement|loading|close|schließen|agrandir l'image|image|foto|photo|galerie|gallery|watch now|powered by.*|fotostrecke ansehen|fotostrecke|bildergalerie|alle bilder|bilder ansehen|\d+:\d+|credit|quelle|copyright|bild|weiter|zurück|next|previous)\.*$`)
