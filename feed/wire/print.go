package wire

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"unicode"

	"depesche/feed"
)

// Print is the fingerprint of a text: what stays alike when another paper
// prints the same wire story under its own headline, cuts it or adds to it.
// The zero Print is that of a text too short to tell.
//
// It holds the lowest hashes of the text's runs of three words (a bottom-k
// sketch): the whole set for a short text, a fair sample of a long one.
type Print struct {
	story string   // the wire's own number, where the paper prints it
	runs  int      // how many different runs the text has
	mins  []uint32 // the lowest of their hashes, ascending, at most sketchSize
}

const (
	sketchSize = 96 // hashes kept: a share is estimated to within five points
	keySize    = 8  // of them, those a database looks up
	runLength  = 3  // words a run
	minWords   = 40 // shorter texts, teasers above all, have no print
	maxWords   = 20000
)

// Fingerprint takes an article's print from paragraphs, quotes and lists.
// Headline, standfirst, subheads and captions are each paper's own.
func Fingerprint(a *feed.Article) Print {
	p := Print{story: storyOf(a)}
	t := tokenizer{hashes: make([]uint64, 0, 1024)}
	for i := range a.Body {
		b := &a.Body[i]
		switch b.Kind {
		case feed.Paragraph, feed.Quote:
			t.text(b.Text)
		case feed.List, feed.OrderedList:
			for _, item := range b.Items {
				t.text(item)
			}
		case feed.Subhead, feed.Table, feed.Figure, feed.Code, feed.Rule, feed.Embed:
		}
	}
	if t.words() < minWords {
		return p
	}
	runs := runHashes(t.hashes)
	p.runs = len(runs)
	p.mins = slices.Clone(runs[:min(sketchSize, len(runs))])
	return p
}

// storyOf finds the wire's own number in the credit or the last blocks.
func storyOf(a *feed.Article) string {
	if m := storyNumber().FindStringSubmatch(a.Credit); m != nil {
		return m[1]
	}
	for i := len(a.Body) - 1; i >= max(0, len(a.Body)-2); i-- {
		for _, s := range a.Body[i].Text {
			if strings.Contains(s.Text, "dpa:") {
				if m := storyNumber().FindStringSubmatch(s.Text); m != nil {
					return m[1]
				}
			}
		}
	}
	return ""
}

// tokenizer makes a hash of every word. Scripts without blanks between words
// count each pair of neighbouring characters.
type tokenizer struct {
	hashes []uint64
	word   uint64 // of the word being read, 0 between words
	last   rune   // the character before, in a script without blanks
	chars  int    // of such scripts
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func (t *tokenizer) text(text feed.Text) {
	for _, span := range text {
		for _, r := range span.Text {
			t.rune(r)
		}
	}
	t.rune(' ')
}

func (t *tokenizer) rune(r rune) {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		t.add(r)
	case r >= 'A' && r <= 'Z':
		t.add(r + 'a' - 'A')
	case r < 0x80:
		t.end()
	case r == 0xAD || r >= 0x200B && r <= 0x200F || r == 0x2060: // soft hyphen and joiners: inside a word
	case unbroken(r):
		if t.word != 0 {
			t.end()
		}
		if t.last != 0 {
			t.add(t.last)
			t.add(r)
			t.flush()
		}
		t.last = r
		t.chars++
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		t.add(unicode.ToLower(r))
	default:
		t.end()
	}
}

func (t *tokenizer) add(r rune) {
	if t.word == 0 {
		t.word = fnvOffset
	}
	t.word = (t.word ^ uint64(r)) * fnvPrime
}

func (t *tokenizer) end() {
	t.flush()
	t.last = 0
}

func (t *tokenizer) flush() {
	if t.word != 0 && len(t.hashes) < maxWords {
		t.hashes = append(t.hashes, t.word)
	}
	t.word = 0
}

// words counts as feed.Article.Words does: two characters of Han or Kana a word.
func (t *tokenizer) words() int { return len(t.hashes) - t.chars/2 }

// unbroken reports scripts that put no blanks between words.
func unbroken(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF && unicode.IsLetter(r) || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF ||
		r >= 0x0E00 && r <= 0x0EFF || r >= 0x1000 && r <= 0x109F || r >= 0x1780 && r <= 0x17FF
}

// runHashes gives the different runs of words as hashes, ascending.
func runHashes(words []uint64) []uint32 {
	if len(words) < runLength {
		return nil
	}
	out := make([]uint32, 0, len(words))
	for i := 0; i+runLength <= len(words); i++ {
		var h uint64
		for _, w := range words[i : i+runLength] {
			h = mix(h*31 + w)
		}
		out = append(out, uint32(h>>32))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// mix is the finaliser of SplitMix64: every bit of the input moves every bit of the result.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// Same reports whether two prints are of the same story: the wire numbers
// agree, or more than half of the shorter text stands in the longer one. Two
// stories of one agency on one matter share a paragraph or two of background;
// that is not enough.
func Same(a, b Print) bool {
	if a.story != "" && a.story == b.story {
		return true
	}
	common, shorter := a.overlap(b)
	if shorter < minSample {
		return false
	}
	// Half, and half a standard deviation of the sample above it: few hashes must agree more clearly.
	d := 2*common - shorter
	return d > 0 && d*d >= shorter
}

// minSample is how many hashes of the shorter text must be comparable.
const minSample = 8

// overlap counts the common hashes of both samples in the range that both
// cover, and those of the text that has fewer there.
func (p Print) overlap(o Print) (common, shorter int) {
	limit := min(p.limit(), o.limit())
	a, b := p.mins[:upTo(p.mins, limit)], o.mins[:upTo(o.mins, limit)]
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common++
			i++
			j++
		}
	}
	return common, min(len(a), len(b))
}

// limit is the highest hash up to which the sample is the whole set.
func (p Print) limit() uint32 {
	if len(p.mins) == 0 || p.runs <= len(p.mins) {
		return 1<<32 - 1
	}
	return p.mins[len(p.mins)-1]
}

func upTo(s []uint32, limit uint32) int {
	i, found := slices.BinarySearch(s, limit)
	if found {
		i++
	}
	return i
}

// IsZero reports a print that is like no other: the text was too short and the
// paper prints no story number.
func (p Print) IsZero() bool { return p.story == "" && len(p.mins) == 0 }

// Key gives the numbers under which a database finds candidates: two prints
// that are Same have one in common, but for one pair of very unequal length in
// some hundred. At most nine, none for a zero Print. Candidates are then
// compared with Same.
func (p Print) Key() []int64 {
	var key []int64
	if p.story != "" {
		h := uint64(fnvOffset)
		for i := range len(p.story) {
			h = (h ^ uint64(p.story[i])) * fnvPrime
		}
		key = append(key, int64(mix(h)>>1|1<<62)) // apart from the hashes, which have 32 bits
	}
	for _, m := range p.mins[:min(keySize, len(p.mins))] {
		key = append(key, int64(m))
	}
	return key
}

// printVersion changes when prints of two versions cannot be compared.
const printVersion = 1

// ErrPrint says that bytes are no print of this version.
var ErrPrint = errors.New("not a fingerprint of this version")

// Encode writes the print for a database: about 400 bytes, nil for a zero Print.
func (p Print) Encode() []byte {
	if p.IsZero() {
		return nil
	}
	out := make([]byte, 0, 16+len(p.story)+4*len(p.mins))
	out = append(out, printVersion, byte(len(p.story)))
	out = append(out, p.story...)
	out = binary.AppendUvarint(out, uint64(p.runs))
	for _, m := range p.mins {
		out = binary.LittleEndian.AppendUint32(out, m)
	}
	return out
}

// Decode reads what Encode wrote. Anything else is ErrPrint.
func Decode(data []byte) (Print, error) {
	if len(data) == 0 {
		return Print{}, nil
	}
	if len(data) < 2 || data[0] != printVersion || len(data) < 2+int(data[1]) {
		return Print{}, ErrPrint
	}
	p := Print{story: string(data[2 : 2+int(data[1])])}
	rest := data[2+int(data[1]):]
	runs, n := binary.Uvarint(rest)
	if n <= 0 || runs > maxWords || (len(rest)-n)%4 != 0 || (len(rest)-n)/4 != min(sketchSize, int(runs)) {
		return Print{}, ErrPrint
	}
	p.runs = int(runs)
	for rest = rest[n:]; len(rest) > 0; rest = rest[4:] {
		m := binary.LittleEndian.Uint32(rest)
		if len(p.mins) > 0 && m <= p.mins[len(p.mins)-1] {
			return Print{}, ErrPrint
		}
		p.mins = append(p.mins, m)
	}
	return p, nil
}
