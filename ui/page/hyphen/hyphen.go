// Package hyphen divides words at the end of a line, by Liang's method with
// the patterns TeX uses. The patterns and their licences are named in PATTERNS.
package hyphen

import (
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

// Patterns are the patterns of one language as a trie: a node's children are
// a chain of siblings. It is only read once loaded.
type Patterns struct {
	nodes  []node
	root   [128]uint32 // first step, by letter code
	codes  map[rune]byte
	ascii  [128]byte
	values []byte            // the digits of all patterns, each behind its length
	except map[string][]byte // words with their divisions, in letters before each
	names  bool              // a capital letter begins a name, and no common noun
}

// Names reports whether a word with a capital letter is a name in this language,
// unless it begins a sentence. Names are better not divided.
func (p *Patterns) Names() bool { return p != nil && p.names }

type node struct {
	letter  byte
	value   uint32 // index into values, 0: none
	child   uint32
	sibling uint32
}

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
	p.nodes = make([]node, 1, len(data)/2)
	p.values = make([]byte, 1, len(data)/2)
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
		for ; n < len(letters); n++ {
			path[n] = p.add(letters[n], n, path[:])
		}
		p.nodes[path[len(letters)-1]].value = uint32(len(p.values))
		p.values = append(append(p.values, byte(len(digits))), digits...)
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

// add makes the node for a letter at a depth, below path[depth-1].
func (p *Patterns) add(letter byte, depth int, path []uint32) uint32 {
	n := uint32(len(p.nodes))
	nd := node{letter: letter}
	if depth == 0 {
		p.root[letter] = n
	} else {
		parent := &p.nodes[path[depth-1]]
		nd.sibling = parent.child
		parent.child = n
	}
	p.nodes = append(p.nodes, nd)
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
			if v := p.nodes[at].value; v != 0 {
				digits := p.values[v+1 : v+1+uint32(p.values[v])]
				for j, d := range digits {
					levels[i+j] = max(levels[i+j], d)
				}
			}
			if k++; k == len(codes) {
				break
			}
			at = p.nodes[at].child
			for at != 0 && p.nodes[at].letter != codes[k] {
				at = p.nodes[at].sibling
			}
		}
	}
	return levels
}

// IsLetter reports whether r can stand in a word that is divided.
func IsLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r)
}
