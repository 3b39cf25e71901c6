// Package hyphen divides words at the end of a line, by Liang's method with
// the patterns TeX uses. The patterns and their licences are named in PATTERNS.
package hyphen

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

var (
	//go:embed de-1996.pat.zst
	deFile []byte
	//go:embed en-us.pat.zst
	enFile []byte

	german  = sync.OnceValue(func() *Patterns { return load(deFile) })
	english = sync.OnceValue(func() *Patterns {
		p := load(enFile)
		p.names = true
		for word := range strings.FieldsSeq(englishExceptions) {
			p.exception(strings.ToLower(word))
		}
		return p
	})
)

// For gives the patterns of a language by its BCP 47 tag, nil where there are
// none. The first call for a language reads them, which takes a few ms.
func For(lang string) *Patterns {
	l, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	switch l {
	case "de":
		return german()
	case "en":
		return english()
	}
	return nil
}

// A division leaves at least so many letters on either side.
const (
	minLeft  = 2
	minRight = 3
	minWord  = minLeft + minRight
	maxWord  = 80 // longer runs of letters are no words
)

// Patterns are the patterns of one language as a trie, in six bytes a node: a first
// child stands right behind its parent, its sibling so many nodes on. It is only read
// once loaded.
type Patterns struct {
	nodes  []node
	values []uint16    // of each node, where its digits begin; 0: it ends no pattern
	digits []byte      // of the patterns, each sort once, behind its length
	root   [128]uint32 // first step, by letter code
	codes  map[rune]byte
	ascii  [128]byte
	except map[string][]byte // words with their divisions, in letters before each
	names  bool              // a capital letter begins a name, and no common noun
}

// Names reports whether a word with a capital letter is a name in this language,
// unless it begins a sentence. Names are better not divided.
func (p *Patterns) Names() bool { return p != nil && p.names }

// node is a letter's code, whether it has children, and how many nodes on the next
// sibling stands, 0: there is none.
type node uint32

const (
	letterBits node = 1<<7 - 1
	hasChild   node = 1 << 7
	toSibling       = 8 // how far the distance is shifted
)

// load builds the trie; the file is sorted by letters, so that a pattern
// shares its path with the one before.
func load(file []byte) *Patterns {
	p := &Patterns{codes: map[rune]byte{}, except: map[string][]byte{}}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return p
	}
	defer dec.Close()
	data, err := dec.DecodeAll(file, nil)
	if err != nil {
		return p // cannot happen with the files embedded; words then stay whole
	}
	n := bytes.Count(data, []byte("\n")) * 8 / 5 // as many nodes, about
	p.nodes, p.values, p.digits = make([]node, 1, n), make([]uint16, 1, n), make([]byte, 1)
	sorts := map[string]uint16{}
	var path [32]uint32 // nodes of the pattern before, by depth
	var before, letters, digits []byte
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if word, ok := strings.CutPrefix(line, "="); ok {
			p.exception(word)
			continue
		}
		letters, digits = p.split(line, letters[:0], digits[:0])
		n := 0
		for n < len(before) && n < len(letters) && before[n] == letters[n] {
			n++
		}
		if n < len(letters) && n < len(before) {
			p.nodes[path[n]] |= node(len(p.nodes)-int(path[n])) << toSibling
		} else if n > 0 && n < len(letters) {
			p.nodes[path[n-1]] |= hasChild
		}
		for ; n < len(letters); n++ {
			path[n] = p.add(letters[n], n, n+1 < len(letters))
		}
		at, ok := sorts[string(digits)]
		if !ok {
			at = uint16(len(p.digits))
			sorts[string(digits)] = at
			p.digits = append(append(p.digits, byte(len(digits))), digits...)
		}
		p.values[path[len(letters)-1]] = at
		before = append(before[:0], letters...)
	}
	return p
}

// split parts a pattern into letter codes and the digits between them.
func (p *Patterns) split(pattern string, letters, digits []byte) (l, d []byte) {
	digits = append(digits, 0)
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			digits[len(digits)-1] = byte(r - '0')
			continue
		}
		letters = append(letters, p.learn(r))
		digits = append(digits, 0)
	}
	for len(digits) > 0 && digits[len(digits)-1] == 0 {
		digits = digits[:len(digits)-1]
	}
	return letters, digits
}

func (p *Patterns) learn(r rune) byte {
	if c := p.code(r); c != 0 {
		return c
	}
	c := byte(len(p.codes) + 1)
	p.codes[r] = c
	if r < 128 {
		p.ascii[r] = c
	}
	return c
}

func (p *Patterns) code(r rune) byte {
	if r < 128 {
		return p.ascii[r]
	}
	return p.codes[r]
}

// add makes the node for a letter at a depth; whether it has a child, the next one, is known.
func (p *Patterns) add(letter byte, depth int, child bool) uint32 {
	n := uint32(len(p.nodes))
	if depth == 0 {
		p.root[letter] = n
	}
	nd := node(letter)
	if child {
		nd |= hasChild
	}
	p.nodes, p.values = append(p.nodes, nd), append(p.values, 0)
	return n
}

func (p *Patterns) exception(word string) {
	at := []byte{}
	n := 0
	for _, r := range word {
		if r == '-' {
			at = append(at, byte(n))
		} else {
			n++
		}
	}
	p.except[strings.ReplaceAll(word, "-", "")] = at
}

// Points appends to dst the byte offsets in word at which it may be divided.
// A word is a run of letters; one in capitals, too short, or with letters that the language
// does not know stays whole.
func (p *Patterns) Points(dst []int, word string) []int {
	if p == nil || len(word) < minWord {
		return dst
	}
	var codes [maxWord + 2]byte
	var offs [maxWord + 2]int
	n, capitals := 0, 0
	dot := p.code('.')
	codes[0] = dot
	for i, r := range word {
		if n == maxWord {
			return dst
		}
		low := unicode.ToLower(r)
		if low != r {
			capitals++
		}
		c := p.code(low)
		if c == 0 {
			return dst
		}
		n++
		codes[n], offs[n] = c, i
	}
	if n < minWord || capitals > 1 {
		return dst
	}
	codes[n+1] = dot
	if len(p.except) > 0 {
		if at, ok := p.except[strings.ToLower(word)]; ok {
			for _, k := range at {
				dst = append(dst, offs[int(k)+1])
			}
			return dst
		}
	}
	levels := p.levels(codes[:n+2])
	for k := minLeft; k <= n-minRight; k++ { // before letter k, counted from 0
		if levels[k+1]&1 == 1 {
			dst = append(dst, offs[k+1])
		}
	}
	return dst
}

// levels gives for each gap before codes[i] the highest digit any pattern puts there.
func (p *Patterns) levels(codes []byte) [maxWord + 3]byte {
	var levels [maxWord + 3]byte
	for i := range codes {
		at := p.root[codes[i]]
		for k := i; at != 0; {
			if v := p.values[at]; v != 0 {
				for j, d := range p.digits[v+1 : v+1+uint16(p.digits[v])] {
					levels[i+j] = max(levels[i+j], d)
				}
			}
			if k++; k == len(codes) {
				break
			}
			at = p.child(at, codes[k])
		}
	}
	return levels
}

// child is the node of a letter below another, 0 where there is none.
func (p *Patterns) child(at uint32, letter byte) uint32 {
	if p.nodes[at]&hasChild == 0 {
		return 0
	}
	for at++; ; {
		nd := p.nodes[at]
		if nd&letterBits == node(letter) {
			return at
		}
		far := uint32(nd >> toSibling)
		if far == 0 {
			return 0
		}
		at += far
	}
}

// IsLetter reports whether r can stand in a word that is divided.
func IsLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r)
}
