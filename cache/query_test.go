package cache

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestParseQueryErrors(t *testing.T) {
	for _, tc := range []struct {
		filter string
		pos, n int
		code   string
		near   string
	}{
		{`stadt "rat`, 6, 4, CodeQuote, ""},
		{`stadt (rat`, 6, 1, CodeBracket, ""},
		{`stadt) rat`, 5, 1, CodeClosing, ""},
		{`agancy:dpa`, 0, 6, CodeField, "agency"},
		{`rat is:unraed`, 7, 6, CodeValue, "unread"},
		{`rat age:soon`, 8, 4, CodeTime, ""},
		{`after:31.31.2026`, 6, 10, CodeTime, ""},
		{`minutes:many`, 8, 4, CodeNumber, ""},
		{`/[/`, 0, 3, CodeRegexp, ""},
		{`/abc`, 0, 4, CodeQuote, ""},
		{`source:`, 0, 7, CodeEmpty, ""},
		{`rat agency:(dpa`, 11, 1, CodeNoGroup, "agency:"},
		{`agency:(dpa or afp)`, 7, 1, CodeNoGroup, "agency:"},
		{`(agency:)`, 1, 7, CodeEmpty, ""},
		{`rat or`, 4, 2, CodeOperand, ""},
		{`or rat`, 0, 2, CodeOperand, ""},
		{`rat -`, 4, 1, CodeOperand, ""},
		{`rat - stadt`, 4, 1, CodeOperand, ""},
		{`not`, 0, 3, CodeOperand, ""},
		{strings.Repeat("x ", 2000), maxQuery, 2000, CodeLong, ""},
		{strings.Repeat("(", 500), 21, 479, CodeLong, ""},
		{strings.Repeat("a ", 200), 200, 200, CodeLong, ""},
	} {
		_, err := ParseQuery(tc.filter)
		var e *QueryError
		if !errors.As(err, &e) {
			t.Errorf("%.40q: %v", tc.filter, err)
			continue
		}
		if e.Pos != tc.pos || e.Len != tc.n || e.Code != tc.code || e.Near != tc.near {
			t.Errorf("%.40q: at %d+%d %s %q, want %d+%d %s %q", tc.filter, e.Pos, e.Len, e.Code, e.Near, tc.pos, tc.n, tc.code, tc.near)
		}
	}
}

// People count letters, not bytes.
func TestTheFaultOfAQueryIsCountedInLetters(t *testing.T) {
	_, err := ParseQuery("größe agancy:dpa")
	var e *QueryError
	if !errors.As(err, &e) || e.Pos != 8 || e.Char != 6 {
		t.Errorf("%+v, want byte 8, letter 6", e)
	}
}

func TestTimes(t *testing.T) {
	c := clock{time.Date(2026, 11, 23, 15, 30, 0, 0, time.UTC)}
	for s, want := range map[string]string{
		"2h": "2026-11-23T13:30", "30min": "2026-11-23T15:00", "2d": "2026-11-21T15:30", "2t": "2026-11-21T15:30",
		"1w": "2026-11-16T15:30", "today": "2026-11-23T00:00", "Heute": "2026-11-23T00:00", "gestern": "2026-11-22T00:00",
		"vorgestern": "2026-11-21T00:00", "2026-11-01": "2026-11-01T00:00", "1.11.2026": "2026-11-01T00:00", "1.11.": "2026-11-01T00:00",
		"2026-10": "2026-10-01T00:00", "2026": "2026-01-01T00:00", "14:15": "2026-11-23T14:15", "now": "2026-11-23T15:30",
		"": "", "d": "", "99999d": "", "-1d": "", "32.1.2026": "", "2026-13": "",
	} {
		got, ok := c.parse(s)
		if ok != (want != "") || ok && got.Format("2006-01-02T15:04") != want {
			t.Errorf("%q: %v %v, want %q", s, got, ok, want)
		}
	}
}

func TestSpellings(t *testing.T) {
	for word, want := range map[string][]string{
		"müller": {"müller", "mueller", "muller"},
		"Maße":   {"maße", "masse"},
		"masse":  {"masse", "maße"},
		"haus":   {"haus"},
	} {
		if got := spellings(word); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
	if got := spellings(strings.Repeat("aeoeuess", 20)); len(got) > maxSpellings {
		t.Errorf("%d spellings", len(got))
	}
}

func TestFieldsAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range fieldNames() {
		if seen[name] || name != strings.ToLower(name) {
			t.Errorf("field %q", name)
		}
		seen[name] = true
	}
	if f := Fields(); len(f) != len(fields()) || !slices.Contains(f[len(f)-1].Names, "id") {
		t.Errorf("fields %v", f)
	}
}

// FuzzParseQuery: no filter panics, and what can be read SQLite understands.
func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{
		"", "stadt rat", `"die stadt"~3 -x* or (a | b)`, "is:unread agency:dpa -section:sport", `source:"Blatt 3" /^a|b$/ minutes:3-8`,
		"has:copies age:2d before:heute", "- or ( ) \" / : *", "not not a", "a:b c:", "https://lindenau.example/a?b", `NEAR("a" "b")`, "ß ä \x00 \xff",
		"-(a b) or -(c or is:read)", "folder:x/y id:abc",
	} {
		f.Add(s)
	}
	d := &desk{now: noon}
	c, err := Open(f.Context(), Options{Dir: f.TempDir(), Now: func() time.Time { return d.now }}, &fake{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { c.Close() })
	f.Fuzz(func(t *testing.T, filter string) {
		for _, q := range []Query{{Filter: filter}, {Filter: filter, Order: BestHit, Unread: true, Limit: 5}, {Filter: filter, Order: BySource, Unread: true, Keep: []Key{1}}} {
			_, err := c.List(t.Context(), q)
			var e *QueryError
			if errors.As(err, &e) {
				if e.Pos < 0 || e.Len < 0 || e.Pos+e.Len > len(filter) || e.Code == "" {
					t.Errorf("%q: %+v", filter, e)
				}
				return
			}
			if err != nil {
				t.Errorf("%q: %v", filter, err)
			}
			if _, err := c.Count(t.Context(), q); err != nil {
				t.Errorf("count %q: %v", filter, err)
			}
		}
	})
}
