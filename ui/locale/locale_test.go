package locale

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// ownWay are fields that a language may leave out, or fill with other things than the first.
var ownWay = map[string]bool{
	"Long": true, "Titles": true, // a verb that its short text explains; fang's own headings are English
	"Why":        true, // what it does not know is said as it is
	"PhotoWords": true, // what papers print before a photographer's name
}

// Every phrase stands in every language, and what has a name in one has it in all.
func TestEveryLanguageIsWhole(t *testing.T) {
	for _, l := range languages {
		text := l.text()
		if text.Code != l.code {
			t.Errorf("the language %q calls itself %q", l.code, text.Code)
		}
		whole(t, l.code, reflect.ValueOf(*text), reflect.ValueOf(*English()))
	}
}

func whole(t *testing.T, at string, v, first reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for f, part := range v.Fields() {
			if !ownWay[f.Name] {
				whole(t, at+"."+f.Name, part, first.FieldByIndex(f.Index))
			}
		}
		return
	case reflect.Array, reflect.Slice:
		if v.Len() != first.Len() {
			t.Errorf("%s has %d entries, in the first language %d", at, v.Len(), first.Len())
			return
		}
		for i := range v.Len() {
			whole(t, at, v.Index(i), first.Index(i))
		}
	case reflect.Map:
		for _, k := range append(v.MapKeys(), first.MapKeys()...) {
			if here, there := v.MapIndex(k), first.MapIndex(k); !here.IsValid() || !there.IsValid() {
				t.Errorf("%s: %v stands in one language alone", at, k)
			} else {
				whole(t, at+"."+k.String(), here, there)
			}
		}
	default:
	}
	if v.IsZero() {
		t.Errorf("%s is missing", at)
	}
}

// The manual explains the same variables in every language.
func TestTheManualsNamesAreTheSame(t *testing.T) {
	for _, l := range languages {
		for i, v := range l.text().CLI.Man.Variables {
			if first := English().CLI.Man.Variables[i].Name; v.Name != first {
				t.Errorf("%s explains %s where the first language explains %s", l.code, v.Name, first)
			}
		}
	}
}

func TestFor(t *testing.T) {
	for name, want := range map[string]string{
		"de": "de", "de_AT.UTF-8": "de", "DE-ch": "de", "de@euro": "de", "German_Germany.1252": "de", "en_GB": "en",
		"": "en", "C": "en", "fr_FR.UTF-8": "en", "deva": "en", "den_CA": "en",
	} {
		if got := For(name).Code; got != want {
			t.Errorf("%q speaks %q, want %q", name, got, want)
		}
	}
	if got := strings.Join(Codes(), " "); got != "en de" {
		t.Errorf("the languages are %q", got)
	}
}

func TestHowLongAgo(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	for days, want := range map[int][2]string{
		2: {"2 days ago", "vor 2 Tagen"}, 60: {"60 days ago", "vor 60 Tagen"}, 61: {"2 months ago", "vor 2 Monaten"},
		540: {"17 months ago", "vor 17 Monaten"}, 730: {"2 years ago", "vor 2 Jahren"}, 3660: {"10 years ago", "vor 10 Jahren"},
	} {
		at := now.Add(-time.Duration(days) * 24 * time.Hour)
		for i, text := range []*Text{English(), German()} {
			if got := text.Dates.Ago(at, now); got != want[i] {
				t.Errorf("%d days: %q, want %q", days, got, want[i])
			}
		}
	}
	for i, want := range []string{"also in another paper", "auch in einer anderen Zeitung"} {
		if got := []*Text{English(), German()}[i].Screen.StateCopies(1); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
