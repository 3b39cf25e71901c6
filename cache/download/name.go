package download

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"depesche/feed"
)

// longestName is how many bytes a name has at most, without its ending: file systems take 255.
const longestName = 180

// forbidden are the characters that mean something in a path, somewhere.
const forbidden = `/\:*?"<>|`

// devices are names that Windows takes for a device, whatever stands behind a dot.
var devices = map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true, "CONIN$": true, "CONOUT$": true, "CLOCK$": true}

// Name makes a file's name, without an ending, of what strangers wrote: one that leads to no other
// folder, is not hidden, is no option and no device, and can be typed.
func Name(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p = clean(p); p != "" {
			said = append(said, p)
		}
	}
	name := strings.Join(said, " - ")
	for len(name) > longestName {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	name = trim(name)
	if name == "" {
		return "download"
	}
	if first, _, _ := strings.Cut(strings.ToUpper(name), "."); isDevice(strings.TrimSpace(first)) {
		return "_" + name
	}
	return name
}

// Ending is how a name ends: what strangers wrote if it is one, a dot and a few letters and digits, else "".
func Ending(s string) string {
	rest, ok := strings.CutPrefix(strings.ToLower(s), ".")
	if !ok || rest == "" || len(rest) > 8 || strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return ""
	}
	return "." + rest
}

func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(forbidden, r), unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r), unicode.Is(unicode.Cf, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, norm.NFC.String(feed.Line(s)))
	return trim(strings.Join(strings.Fields(s), " "))
}

// trim takes away what a name must not begin or end with: a dot hides it, a hyphen makes it an
// option, and Windows loses dots and blanks at its end.
func trim(s string) string {
	return strings.TrimRight(strings.TrimLeft(s, " .-~"), " .")
}

func isDevice(name string) bool {
	if devices[name] {
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if n, ok := strings.CutPrefix(name, port); ok && utf8.RuneCountInString(n) == 1 && strings.ContainsAny(n, "0123456789¹²³") {
			return true
		}
	}
	return false
}
