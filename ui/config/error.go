package config

import (
	"fmt"
	"strings"

	"depesche/ui/keys"
)

// Kind says what is wrong with a config file.
type Kind uint8

// The kinds of Error.
const (
	Unreadable Kind = iota // Err says why
	Syntax                 // not TOML: Line, Err
	UnknownKey             // Line, Key, Nearest
	BadValue               // Line, Key, Value, Want
)

// Error is one thing wrong with a config file. locale makes a sentence of it.
type Error struct {
	File    string
	Line    int // 1 is the first; 0: no line
	Kind    Kind
	Key     string // dotted: "screen.width"
	Nearest string // a key that exists; "" where none is near
	Value   string // as written
	Want    string // what may stand there, in signs: "20..200", "auto | en | de"
	Err     error
}

// Error names file, line and fault.
func (e *Error) Error() string {
	at := e.File
	if e.Line > 0 {
		at = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	switch e.Kind {
	case UnknownKey:
		if e.Nearest != "" {
			return fmt.Sprintf("%s: unknown key %s, nearest is %s", at, e.Key, e.Nearest)
		}
		return fmt.Sprintf("%s: unknown key %s", at, e.Key)
	case BadValue:
		return fmt.Sprintf("%s: %s = %s, want %s", at, e.Key, e.Value, e.Want)
	case Unreadable, Syntax:
	}
	return fmt.Sprintf("%s: %v", at, e.Err)
}

// Unwrap gives the cause, if there is one.
func (e *Error) Unwrap() error { return e.Err }

// nearest finds the key that was probably meant: the same name in another
// table, else the smallest number of typing slips, else "".
func nearest(key string, known []string) string {
	best, least := "", 1+max(2, len(key)/4)
	for _, k := range known {
		d := keys.Distance(key, k)
		if last(key) == last(k) {
			d = min(d, 1)
		} else {
			// A slip inside the name in a wrong or missing table is still a near miss.
			d = min(d, keys.Distance(last(key), last(k))+1)
		}
		if d < least {
			best, least = k, d
		}
	}
	return best
}

func last(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

// MissingError says that a Secret's variable is not set.
type MissingError struct{ Variable string }

func (e *MissingError) Error() string { return "the variable " + e.Variable + " is not set" }
