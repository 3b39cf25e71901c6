package lexicon

import (
	"path"
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
	"unicode/utf8"

	"depesche/feed/extract/lexicon/literal"
)

// eachFile calls yield with each file's name and text.
func eachFile(t *testing.T, yield func(name, text string)) {
	t.Helper()
	list, err := files.ReadDir("lang")
	if err != nil || len(list) == 0 {
		t.Fatal("no files", err)
	}
	for _, f := range list {
		text, err := files.ReadFile(path.Join("lang", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		yield(f.Name(), string(text))
	}
}

func TestFilesCanBeRead(t *testing.T) {
	n := 0
	eachFile(t, func(name, text string) {
		n++
		code, ok := strings.CutSuffix(name, ".txt")
		if !ok || !regexp.MustCompile(`^[a-z]{2,3}$`).MatchString(code) {
			t.Errorf("%s is not named for a language", name)
		}
		if !utf8.ValidString(text) {
			t.Errorf("%s is not UTF-8", name)
		}
		b := &book{lists: map[string]*[lists][]string{}}
		if err := b.read(code, text); err != nil {
			t.Error(err)
		}
		if m := len(b.lists[code][MonthNames]); m != 0 && m != 12 {
			t.Errorf("%s has %d months", name, m)
		}
		for _, e := range b.entries {
			checkEntry(t, name, e)
		}
		for l := range List(lists) {
			for _, p := range b.lists[code][l] {
				if _, err := syntax.Parse(p, syntax.Perl); err != nil && !l.ofWords() {
					t.Errorf("%s, %s: %v", name, listNames[l], err)
				}
			}
		}
	})
	if n > maxCodes {
		t.Errorf("%d files; a text's words are counted for %d languages", n, maxCodes)
	}
}

// maxCodes is how many languages package extract can tell apart.
const maxCodes = 64

// shortest is how many bytes an entry must have that may stand anywhere in a line: two signs of Chinese.
const shortest = 6

func checkEntry(t *testing.T, name string, e *entry) {
	t.Helper()
	if e.pattern == "" {
		if e.place == anywhere && len(e.text) < shortest {
			t.Errorf("%s, %s: %q is too short to stand anywhere", name, e.topic, e.text)
		}
		return
	}
	re, err := regexp.Compile(e.pattern)
	if err != nil {
		t.Errorf("%s, %s: %v", name, e.topic, err)
		return
	}
	if e.place != anywhere {
		return
	}
	tree, err := syntax.Parse(e.pattern, syntax.Perl)
	if err != nil || re.MatchString("") || len(literal.NeedsOf(tree)) == 0 {
		t.Errorf("%s, %s: %q is tried on every line, it has no text of its own (%v)", name, e.topic, e.pattern, err)
	}
}

func TestNoLineStandsTwiceInASection(t *testing.T) {
	eachFile(t, func(name, text string) {
		in, seen := "", map[string]bool{}
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
				if in = line; seen[in] {
					t.Errorf("%s has %s twice", name, in)
				}
				seen[in] = true
				continue
			}
			if in == "[months]" || line == "" {
				continue
			}
			if seen[in+line] {
				t.Errorf("%s, %s: %s stands there twice", name, in, line)
			}
			seen[in+line] = true
		}
	})
}

func TestBadFilesAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"[share everywhere]\nteilen":   "xx.txt:1: unknown section [share everywhere]",
		"[sharing whole]\nteilen":      "xx.txt:1: unknown section [sharing whole]",
		"teilen\n[share whole]":        "xx.txt:1: a line before the first section",
		"[share whole]\n\nTeilen":      "xx.txt:3: an entry with capital letters",
		"[share whole]\nteilen\n…":     "xx.txt:3: an entry without letters",
		"[share whole]\n// a\n(teilen": "xx.txt:3: error parsing regexp: missing closing ): `(teilen`",
	} {
		b := &book{lists: map[string]*[lists][]string{}}
		if err := b.read("xx", text); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
