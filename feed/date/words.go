package date

import (
	"cmp"
	_ "embed" // for words.txt
	"slices"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsFile string

// sense is what a word means in a date, a bit for each meaning.
type sense uint16

const (
	isDay    sense = 1 << iota
	isAround       // says nothing
	isClock        // stands before a time
	isHour         // stands behind the hour
	isAM
	isPM
	isAsian // a sign of 2025年3月3日 or its Korean like
)

// label is a word that says what a date is of.
type label struct {
	text string
	Label
}

// lexicon is what words.txt says.
type lexicon struct {
	senses map[string]sense
	months map[string]int
	byLang map[string]map[string]int // months that only hold in a language
	pairs  map[string]bool           // first words of months of two words
	labels []label
}

// words reads words.txt once.
var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{senses: map[string]sense{}, months: map[string]int{}, byLang: map[string]map[string]int{}, pairs: map[string]bool{}}
	lang := ""
	for line := range strings.Lines(wordsFile) {
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case key == "" || key == "#":
		case key[0] == '[':
			lang = strings.Trim(key, "[]")
		case key == "months":
			x.addMonths(lang, rest)
		case key == "published":
			x.addLabels(rest, Published)
		case key == "updated":
			x.addLabels(rest, Updated)
		default:
			for w := range strings.FieldsSeq(rest) {
				x.senses[w] |= senseNamed(key)
			}
		}
	}
	for _, sign := range strings.Fields("年 月 日 时 時 点 點 分 秒 년 월 일 시 분 초") {
		x.senses[sign] |= isAsian
	}
	return x
})

func senseNamed(key string) sense {
	switch key {
	case "days":
		return isDay
	case "around":
		return isAround
	case "clock":
		return isClock | isAround
	case "hour":
		return isHour | isAround
	case "am":
		return isAM
	case "pm":
		return isPM
	}
	return 0
}

func (x *lexicon) addMonths(lang, list string) {
	n := 0
	for names := range strings.SplitSeq(list, "|") {
		n++
		for name := range strings.FieldsSeq(names) {
			first, _, two := strings.Cut(name, "_")
			if two {
				x.pairs[first] = true
				name = strings.ReplaceAll(name, "_", " ")
			}
			switch x.months[name] {
			case 0:
				x.months[name] = n
			case n:
			default:
				if x.byLang[lang] == nil {
					x.byLang[lang] = map[string]int{}
				}
				x.byLang[lang][name] = n
			}
		}
	}
}

func (x *lexicon) addLabels(list string, what Label) {
	for w := range strings.FieldsSeq(list) {
		x.labels = append(x.labels, label{strings.ReplaceAll(w, "_", " "), what})
	}
}

// month is the number of a month by its name in small letters; 0 for what is none.
func (x *lexicon) month(name, lang string) int {
	if len(x.byLang[lang]) > 0 {
		if n := x.byLang[lang][name]; n != 0 {
			return n
		}
	}
	return x.months[name]
}

// MonthOf is the number of a month by its name in any language and letter case; 0 for what is none.
func MonthOf(name string) int { return words().month(strings.ToLower(name), "") }

// MonthNames are the names of months in all languages, in small letters, the longer ones first.
func MonthNames() []string {
	var all []string
	for name := range words().months {
		all = append(all, name)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return all
}
