package extract

import (
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// attachCaptions joins captions and credits that stand beside their picture.
func (p *page) attachCaptions(pieces []piece) {
	last := -1
	for i := range pieces {
		pc := &pieces[i]
		if pc.Kind == feed.Figure {
			last = i
			continue
		}
		if pc.drop != "" {
			continue
		}
		pic := (*feed.Picture)(nil)
		if last >= 0 {
			pic = pieces[last].Picture
		}
		near := last >= 0 && pc.at-pieces[last].at < 60
		if i == len(pieces)-1 && p.bareCredit(pc.text) {
			break
		}
		switch {
		case pc.Kind != feed.Paragraph:
			last = -1
		case pc.marks&mCaption != 0 && len(pc.text) < 1000:
			pc.drop = "caption"
			if near && pic.Caption == "" {
				caption, credit := splitCredit(pc.text)
				pic.Caption, pic.Credit = caption, joinCredits(pic.Credit, credit)
			} else if near && pic.Credit == "" && isCredit(pc.text) {
				pic.Credit = cleanCredit(pc.text)
			}
		case len(pc.text) < 200 && (pc.marks&mCredit != 0 && !isSentence(pc.text) || (near || pc.marks&mFigure != 0) && isCredit(pc.text)):
			if near && pic.Credit == "" {
				pic.Credit = cleanCredit(pc.text)
				pc.drop = "credit"
			} else if pc.marks&mCredit != 0 || near {
				pc.drop = "credit"
			}
		case near && pic.Caption == "" && creditedCaption(pc, pic):
			pc.drop = "caption that ends in its credit"
		case near && pic.Caption == "" && len(pc.text) < 250 && i+1 < len(pieces) && creditBelow(&pieces[i+1]):
			pic.Caption = trimCaption(pc.text)
			pc.drop = "caption, its credit below"
		default:
			if len(pc.text) > 20 {
				last = -1
			}
		}
	}
	pictureTwice(pieces)
}

// pictureTwice drops a picture without a caption right before the same one.
func pictureTwice(pieces []piece) {
	for i := 1; i < len(pieces); i++ {
		x, y := &pieces[i-1], &pieces[i]
		if x.drop == "" && x.Kind == feed.Figure && y.Kind == feed.Figure && x.Picture.URL != "" && x.Picture.Caption == "" && sizeOf(x.Picture.URL, y.Picture.URL) {
			x.drop = "picture twice"
			y.Picture.Credit = joinCredits(y.Picture.Credit, x.Picture.Credit)
		}
	}
}

// creditedCaption takes a paragraph right behind a picture as its caption where
// it ends in a credit that says it is one: "... Foto: Ada Lindner".
func creditedCaption(pc *piece, pic *feed.Picture) bool {
	if len(pc.text) > 400 || pc.tag == atom.Li || firstMark(pc.text) == nil {
		return false
	}
	caption, credit := splitCredit(pc.text)
	if caption == "" || credit == "" || len(credit) > 100 {
		return false
	}
	pic.Caption, pic.Credit = caption, joinCredits(pic.Credit, credit)
	return true
}

// creditBelow reports whether a piece is a line that holds nothing but a marked
// photo credit.
func creditBelow(pc *piece) bool {
	return pc.Kind == feed.Paragraph && pc.drop == "" && len(pc.text) < 150 && markedLine(pc.text)
}

// captionInData gives a picture without a caption the one its element keeps for
// the enlarged view.
func (p *page) captionInData(i int32, pic *feed.Picture) {
	said := ""
	for j := i; j < p.nodes[i].end; j++ {
		if nd := &p.nodes[j]; nd.tag == atom.Img || nd.tag == atom.Picture {
			for _, k := range [...]string{"data-caption", "data-image-caption", "data-img-caption"} {
				if said == "" {
					said = plain(attr(nd.n, k))
				}
			}
		}
	}
	if caption, credit := splitCredit(said); caption != "" && len(caption) < 1000 && !furniture(caption) {
		pic.Caption, pic.Credit = caption, joinCredits(pic.Credit, credit)
	}
}
