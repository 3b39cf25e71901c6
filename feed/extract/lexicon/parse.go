package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"path"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/feed/extract/lexicon/literal"
)

//go:embed lang/*.txt
var files embed.FS

// book is what all files say.
type book struct {
	codes   []string // the files' names, sorted
	entries []*entry
	lists   map[string]*[lists][]string // by code
}

// theBook is read when something of it is first needed.
var theBook = sync.OnceValue(readBook)

func readBook() *book {
	b := &book{lists: map[string]*[lists][]string{}}
	names, err := files.ReadDir("lang")
	if err != nil {
		panic(err) // cannot happen: the folder is in the program
	}
	for _, n := range names {
		text, err := files.ReadFile(path.Join("lang", n.Name()))
		if err != nil {
			panic(err)
		}
		if err := b.read(strings.TrimSuffix(n.Name(), ".txt"), string(text)); err != nil {
			panic(err) // as a pattern that does not compile; the tests let no such file through
		}
	}
	slices.Sort(b.codes)
	return b
}

// section is what stands under a head.
type section struct {
	list   List // if it is a list
	isList bool
	topic  Topic
	place  place
}

func sectionOf(head string) (section, bool) {
	if i := slices.Index(listNames[:], head); i >= 0 {
		return section{list: List(i), isList: true}, true
	}
	cut := strings.LastIndexByte(head, ' ')
	if cut < 0 {
		return section{}, false
	}
	t, p := slices.Index(topicNames[:], head[:cut]), slices.Index(placeNames[:], head[cut+1:])
	return section{topic: Topic(max(t, 0)), place: place(max(p, 0))}, t >= 0 && p >= 0
}

// read takes a language's file in. The error names the line.
func (b *book) read(code, text string) error {
	lists := new([lists][]string)
	b.lists[code] = lists
	b.codes = append(b.codes, code)
	var in *section
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "", strings.HasPrefix(line, "//"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			s, ok := sectionOf(line[1 : len(line)-1])
			if !ok {
				return fmt.Errorf("%s.txt:%d: unknown section %s", code, n, line)
			}
			in = &s
		case in == nil:
			return fmt.Errorf("%s.txt:%d: a line before the first section", code, n)
		case in.isList && in.list.ofWords():
			lists[in.list] = append(lists[in.list], strings.Fields(line)...)
		case in.isList:
			lists[in.list] = append(lists[in.list], line)
		default:
			e, err := newEntry(in.topic, in.place, line)
			if err != nil {
				return fmt.Errorf("%s.txt:%d: %w", code, n, err)
			}
			b.entries = append(b.entries, e)
		}
	}
	return nil
}

// metaSigns are the signs by which a line is known as a regular expression.
const metaSigns = `\()[]{}?*+|^$`

const number = `\d+(?:[.,]\d+)*`

var (
	errEmpty    = errors.New("an entry without letters")
	errCapitals = errors.New("an entry with capital letters")
)

func newEntry(t Topic, at place, line string) (*entry, error) {
	e := &entry{topic: t, place: at}
	isPattern := strings.ContainsAny(line, metaSigns)
	if !isPattern && strings.ToLower(line) != line {
		return nil, errCapitals
	}
	if !isPattern {
		text, goesOn := strings.CutSuffix(line, "…")
		first, _ := utf8.DecodeRuneInString(text)
		hasNumber, alone := strings.Contains(text, "#"), at == whole && !goesOn
		if hasNumber && alone || inWord(first) && !hasNumber {
			e.setPlain(text, goesOn)
			return e, nil
		}
		line = regexp.QuoteMeta(text)
		if goesOn && at == whole {
			line += fmt.Sprintf(".{0,%d}", restOfLine)
		}
		if strings.TrimSpace(text) == "" {
			return nil, errEmpty
		}
	}
	line = strings.ReplaceAll(foldPattern(line), "#", number)
	tree, err := syntax.Parse(line, syntax.Perl)
	if err != nil {
		return nil, err
	}
	e.needs = literal.NeedsOf(tree)
	switch at {
	case whole:
		line = `^(?:` + line + `)$`
	case lead:
		line = `^(?:` + line + `)`
	case anywhere:
	}
	e.pattern = line
	return e, nil
}

func (e *entry) setPlain(text string, goesOn bool) {
	text = fold(text)
	e.hasRest = goesOn && e.place == whole
	if bare := strings.TrimRight(text, " "); goesOn && bare != text {
		text, goesOn = bare, false // the line goes on, the word does not
	}
	if e.place == whole && !e.hasRest {
		text = strings.TrimRightFunc(text, func(r rune) bool { return notInWord(r) && r != '#' })
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	e.text = text
	e.goesOn = goesOn || e.place != whole && unicode.In(last, unspaced...)
	e.freeStart = unicode.In(first, unspaced...) || unicode.In(first, unicode.Hebrew, unicode.Arabic) // which write articles and prepositions with the word
}

// unspaced are the scripts in which a word does not end at a blank.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai}

// foldPattern folds the letters of a regular expression, and not the names of its classes.
func foldPattern(p string) string {
	return strings.Map(foldLetter, p)
}
