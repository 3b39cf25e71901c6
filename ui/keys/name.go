package keys

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

var errKey = errors.New("no such key")

// named are the keys that have a name instead of a sign, and how else people
// write them.
var named = map[string]string{
	"enter": "enter", "return": "enter", "cr": "enter", "ret": "enter",
	"esc": "esc", "escape": "esc", "tab": "tab", "space": "space", "spc": "space",
	"backspace": "backspace", "bs": "backspace", "delete": "delete", "del": "delete", "insert": "insert",
	"up": "up", "down": "down", "left": "left", "right": "right",
	"home": "home", "end": "end", "pgup": "pgup", "pageup": "pgup", "pgdown": "pgdown", "pgdn": "pgdown", "pagedown": "pgdown",
	"f1": "f1", "f2": "f2", "f3": "f3", "f4": "f4", "f5": "f5", "f6": "f6",
	"f7": "f7", "f8": "f8", "f9": "f9", "f10": "f10", "f11": "f11", "f12": "f12",
}

// modifiers in the order in which a terminal's key is spelt.
var modifiers = [...]struct{ name, long string }{{"ctrl", "control"}, {"alt", "option"}, {"shift", "shift"}, {"meta", "meta"}, {"super", "cmd"}}

// Parse brings a key or a sequence of keys into the one spelling that is used
// everywhere: "j", "ctrl+d", "g g". It also reads "^D", "C-d", "<C-d>", "M-x",
// "Ctrl-D" and a run of plain signs such as "gg".
func Parse(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", errKey
	}
	var out []string
	for f := range strings.FieldsSeq(s) {
		k, err := parseOne(f)
		if err == nil {
			out = append(out, k)
			continue
		}
		if strings.ContainsAny(f, "+<>-^") && utf8.RuneCountInString(f) > 2 {
			return "", err
		}
		for _, r := range f {
			if !unicode.IsPrint(r) {
				return "", err
			}
			out = append(out, string(r))
		}
		if len(f) > 4 { // a misspelt name, not a sequence
			return "", err
		}
	}
	return strings.Join(out, " "), nil
}

func parseOne(f string) (string, error) {
	if utf8.RuneCountInString(f) == 1 {
		if r, _ := utf8.DecodeRuneInString(f); unicode.IsPrint(r) {
			return f, nil
		}
		return "", errKey
	}
	if n := len(f); n > 2 && f[0] == '<' && f[n-1] == '>' {
		f = f[1 : n-1]
	}
	if len(f) == 2 && f[0] == '^' {
		return fold("ctrl+" + strings.ToLower(f[1:])), nil
	}
	if k, ok := named[strings.ToLower(f)]; ok {
		return k, nil
	}
	return parseMods(f)
}

// parseMods reads "ctrl+shift+x", "C-x" and the like.
func parseMods(f string) (string, error) {
	has := map[string]bool{}
	rest := f
	for {
		i := strings.IndexAny(rest, "+-")
		if i <= 0 || i == len(rest)-1 {
			break
		}
		mod, ok := modifier(rest[:i])
		if !ok {
			break
		}
		has[mod], rest = true, rest[i+1:]
	}
	if len(has) == 0 {
		return "", errKey
	}
	key, ok := named[strings.ToLower(rest)]
	if !ok {
		if utf8.RuneCountInString(rest) != 1 {
			return "", errKey
		}
		key = rest
		if has["ctrl"] {
			key = strings.ToLower(rest)
		}
	}
	if has["shift"] && !ok && !has["ctrl"] && !has["alt"] { // shift+x is what types X
		return strings.ToUpper(key), nil
	}
	out := ""
	for _, m := range modifiers {
		if has[m.name] {
			out += m.name + "+"
		}
	}
	return fold(out + key), nil
}

func modifier(s string) (string, bool) {
	low := strings.ToLower(s)
	switch s {
	case "C":
		return "ctrl", true
	case "M", "A":
		return "alt", true
	case "S":
		return "shift", true
	}
	for _, m := range modifiers {
		if low == m.name || low == m.long {
			return m.name, true
		}
	}
	return "", false
}

// fold names keys that most terminals cannot tell apart by one name.
func fold(k string) string {
	switch k {
	case "ctrl+i":
		return "tab"
	case "ctrl+m", "ctrl+j":
		return "enter"
	case "ctrl+[":
		return "esc"
	case "ctrl+?":
		return "backspace"
	case "ctrl+/":
		return "ctrl+_"
	}
	return k
}

// Label writes a key as people read it: "^D", "Space", "↑", "gg". plain keeps
// to ASCII.
func Label(seq string, plain bool) string {
	if seq == "" {
		return ""
	}
	out, simple := make([]string, 0, 2), true
	for k := range strings.FieldsSeq(seq) {
		l := label(k, plain)
		simple = simple && utf8.RuneCountInString(l) == 1
		out = append(out, l)
	}
	if simple {
		return strings.Join(out, "")
	}
	return strings.Join(out, " ")
}

var signs = map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→"}

var short = map[string]string{"pgup": "PgUp", "pgdown": "PgDn", "delete": "Del", "backspace": "Bksp"}

func label(k string, plain bool) string {
	mods, key := "", k
	if i := strings.LastIndexByte(k[:len(k)-1], '+'); i > 0 {
		mods, key = k[:i+1], k[i+1:]
	}
	if s, ok := signs[key]; ok && !plain {
		key = s
	} else if s, ok := short[key]; ok {
		key = s
	} else if len(key) > 1 {
		key = strings.ToUpper(key[:1]) + key[1:]
	}
	switch {
	case mods == "":
		return key
	case mods == "ctrl+" && utf8.RuneCountInString(k) == len("ctrl+x"):
		return "^" + strings.ToUpper(key)
	}
	var b strings.Builder
	for m := range strings.SplitSeq(strings.TrimSuffix(mods, "+"), "+") {
		b.WriteString(strings.ToUpper(m[:1]) + m[1:] + "-")
	}
	return b.String() + key
}
