package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mark is what an element's class, id, role and similar attributes say it is,
// a set of bits. They are hints: a rule that drops text on a mark has a guard.
type mark uint64

const (
	mNav mark = 1 << iota
	mShare
	mRelated
	mTeaser
	mAd
	mNewsletter
	mComment
	mPaywall
	mConsent
	mFoot
	mSide
	mTags
	mAbout // about the author
	mTool  // buttons, print, font size, listen
	mCrumb
	mPoll
	mMeta

	mByline
	mDate
	mKicker
	mHeadline
	mStandfirst
	mCaption
	mCredit
	mFigure
	mGallery
	mVideo
	mEmbed
	mQuote
	mBox // fact box
	mBody
	mArticle
	mHidden // by an attribute or a style
	mUnseen // by the name of a class, which holds for a label, never for a passage of text
	mCorrection
	mSource
	mDialog
	mSubhead
	mLogo
	mNote // small print: disclosure, about this text
	mLive
	mSummary // key points
	mHead    // header of an article or a page
	mEnd
	mCounter
	mBold
	mBreak
	mPull     // pull quote
	mQuestion // of an interview
)

// noise are marks of what is no part of an article.
const noise = mNav | mShare | mRelated | mAd | mNewsletter | mComment | mConsent | mFoot | mTags | mCrumb | mPoll | mTool | mDialog | mPaywall

// markCache keeps what was read before: pages repeat few attribute values, and
// fewer words in them, many times.
type markCache struct{ classes, others, tokens map[string]mark }

func newMarkCache() *markCache {
	return &markCache{classes: map[string]mark{}, others: map[string]mark{}, tokens: map[string]mark{}}
}

// marksOf reads the marks of an element.
func marksOf(n *html.Node, seen *markCache) mark {
	var m mark
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id", "role", "itemprop", "data-testid", "data-test-tag", "data-qa", "data-cy", "data-component", "data-type", "data-module", "data-block", "data-manual", "data-element":
			if a.Val == "" || len(a.Val) > 2000 || a.Key == "id" && isHeading(n.DataAtom) { // an anchor made of the heading's own words
				continue
			}
			values := seen.others
			if a.Key == "class" {
				values = seen.classes
			}
			v, ok := values[a.Val]
			if !ok {
				v = wordMarks(a.Val, a.Key == "class", seen)
				values[a.Val] = v
			}
			m |= v
		case "hidden":
			if a.Val != "until-found" {
				m |= mHidden
			}
		case "style":
			if hiddenStyle(a.Val) {
				m |= mHidden
			}
		}
	}
	return m
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func hiddenStyle(s string) bool {
	i := strings.Index(s, "display")
	if i >= 0 && strings.HasPrefix(strings.TrimLeft(s[i+len("display"):], " :"), "none") {
		return true
	}
	i = strings.Index(s, "visibility")
	return i >= 0 && strings.HasPrefix(strings.TrimLeft(s[i+len("visibility"):], " :"), "hidden")
}

// wordMarks cuts an attribute value into words ("article-headerText" is
// article, header, text) and looks words and pairs of neighbours up.
func wordMarks(value string, class bool, seen *markCache) mark {
	var m mark
	shown := false
	for token := range strings.FieldsSeq(value) {
		if len(token) > 80 {
			continue
		}
		if class {
			if hiddenClass[strings.ToLower(token)] {
				m |= mUnseen
				continue
			}
			if i := strings.LastIndexByte(token, ':'); i >= 0 { // a utility class: "md:hidden", "lg:block"
				switch token[i+1:] {
				case "block", "flex", "inline", "inline-block", "grid", "inline-flex", "contents", "table":
					shown = true
				}
				continue
			}
			if strings.ContainsAny(token, "[]()") {
				continue
			}
			if rest, ok := strings.CutPrefix(token, "text-"); ok && !strings.Contains(rest, "-") { // "text-caption": a size of type, not a job
				continue
			}
		}
		v, ok := seen.tokens[token]
		if !ok {
			v = tokenMarks(token)
			seen.tokens[token] = v
		}
		m |= v
	}
	if shown {
		m &^= mUnseen
	}
	return m
}

func tokenMarks(token string) mark {
	var m mark
	var prev string
	each := func(w string, inside bool) {
		if len(w) < 2 || inside && len(w) == 2 { // two letters within "n1AuAdJlVL" are no word
			prev = ""
			return
		}
		if v, ok := wordTable[w]; ok {
			m |= v
		} else if len(w) > 6 {
			m |= partMarks(w)
		}
		if prev != "" {
			if v, ok := pairTable[prev+" "+w]; ok {
				m |= v
			}
		}
		prev = w
	}
	start := 0
	lower := strings.ToLower(token)
	if len(lower) != len(token) { // case folding changed the length: no camel case to see
		token = lower
	}
	for i := 0; i <= len(token); i++ {
		switch {
		case i == len(token) || !isAlnum(token[i]):
			if i > start {
				each(lower[start:i], start > 0 && isAlnum(token[start-1]))
			}
			start = i + 1
		case i > start && isUpper(token[i]) && !isUpper(token[i-1]):
			each(lower[start:i], start > 0 && isAlnum(token[start-1]))
			start = i
		}
	}
	return m
}

// partMarks finds the marks of compounds written in one word:
// "relatedarticles", "bildunterschrift".
func partMarks(w string) mark {
	var m mark
	for _, p := range partTable {
		if strings.Contains(w, p.part) {
			m |= p.mark
		}
	}
	return m
}

func isAlnum(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
