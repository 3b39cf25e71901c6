package cache

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"depesche/feed"
)

// clock is the reader's now; the zero value stands for a fixed time, which is
// enough to see whether a query can be read.
type clock struct{ now time.Time }

// field is a name of the query language: field:value.
type field struct {
	names  []string // English first, the German name to offer last
	make   func(c clock, value string, quoted bool) (node, string)
	values func() [][]string // where only some are known: the names of each, in the same order
}

// Field describes a field of the query language, for help and manual.
type Field struct {
	Names  []string   // the English name to offer first, the German one last
	Values [][]string // what it can be, each by its names in the same order; nil where that is free
}

// Fields lists the fields of the query language in the order help shows them.
func Fields() []Field {
	var out []Field
	for _, f := range fields() {
		d := Field{Names: f.names}
		if f.values != nil {
			d.Values = f.values()
		}
		out = append(out, d)
	}
	return out
}

func fields() []field {
	return []field{
		{names: []string{"source", "feed", "quelle"}, make: sourceField},
		{names: []string{"folder", "ordner"}, make: folderField},
		{names: []string{"agency", "agentur"}, make: facetField("agency=", false)},
		{names: []string{"section", "rubrik", "ressort"}, make: facetField("section=", true)},
		{names: []string{"author", "autorin", "autor"}, make: textField("byline")},
		{names: []string{"headline", "title", "schlagzeile", "titel"}, make: textField("headline")},
		{names: []string{"kicker", "dachzeile"}, make: textField("kicker")},
		{names: []string{"caption", "bildunterschrift", "bildtext"}, make: textField("caption")},
		{names: []string{"text"}, make: textField("body")},
		{names: []string{"lang", "language", "sprache"}, make: facetField("lang=", false)},
		{names: []string{"is", "ist"}, make: isField, values: names(isTable())},
		{names: []string{"has", "mit", "hat"}, make: hasField, values: names(hasTable())},
		{names: []string{"after", "since", "seit", "nach", "ab"}, make: timeField(">=")},
		{names: []string{"before", "until", "vor", "bis"}, make: timeField("<")},
		{names: []string{"age", "alter"}, make: ageField},
		{names: []string{"minutes", "minuten"}, make: minutesField},
		{names: []string{"tag", "schlagwort"}, make: tagField},
		{names: []string{"id"}, make: idField},
	}
}

func lookupField(name string) (field, bool) {
	name = strings.ToLower(name)
	for _, f := range fields() {
		if slices.Contains(f.names, name) {
			return f, true
		}
	}
	return field{}, false
}

func fieldNames() []string {
	var out []string
	for _, f := range fields() {
		out = append(out, f.names...)
	}
	return out
}

func sourceField(_ clock, value string, _ bool) (node, string) { return sourceNode{value: value}, "" }

func folderField(_ clock, value string, _ bool) (node, string) {
	return sourceNode{value: value, folder: true}, ""
}

// facetField lists by a facet; with parts, every word of the value must be there.
func facetField(prefix string, parts bool) func(clock, string, bool) (node, string) {
	return func(_ clock, value string, _ bool) (node, string) {
		if !parts {
			return facetNode{prefix + foldWord(value)}, ""
		}
		var of []node
		for _, w := range words(value) {
			of = append(of, facetNode{prefix + foldWord(w)})
		}
		if len(of) == 0 {
			return nil, CodeEmpty
		}
		return andNode{of}, ""
	}
}

func textField(column string) func(clock, string, bool) (node, string) {
	return func(_ clock, value string, quoted bool) (node, string) {
		rest, prefix := value, false
		if !quoted {
			rest, prefix = strings.CutSuffix(value, "*")
		}
		w := words(rest)
		if len(w) == 0 {
			return nil, CodeEmpty
		}
		return textNode{columns: []string{column}, words: w, prefix: prefix}, ""
	}
}

// word is one value of is: or has:, in both languages.
type word struct {
	names []string
	node  node
}

func isTable() []word {
	access := func(a feed.Access) node { return facetNode{"access=" + a.String()} }
	return []word{
		{[]string{"unread", "ungelesen"}, condNode{sql: "s.read = 0", fits: func(a *arriving) bool { return a.flags&flagRead == 0 }}},
		{[]string{"read", "gelesen"}, flagNode("s.read = 1", flagRead)},
		{[]string{"starred", "star", "stern", "gemerkt"}, flagNode("s.starred = 1", flagStarred)},
		{[]string{"new", "neu"}, nil}, // seen within a day: needs the clock, see isField
		{[]string{"changed", "geaendert", "geändert"}, flagNode("s.changed = 1", flagChanged)},
		{[]string{"muted", "stumm"}, flagNode(mutedSQL, flagMuted)},
		{[]string{"hidden", "versteckt"}, condNode{sql: hiddenSQL, fits: func(*arriving) bool { return false }}},
		{[]string{"packed", "gepackt"}, condNode{sql: packedSQL, fits: func(*arriving) bool { return false }}},
		{[]string{"downloaded", "heruntergeladen"}, condNode{sql: downloadedSQL, fits: func(*arriving) bool { return false }}},
		{[]string{"episode", "enclosure", "folge"}, facetNode{"has=enclosure"}},
		{[]string{"highlighted", "hervorgehoben"}, flagNode("s.light = 1", flagLight)},
		{[]string{"kept", "behalten"}, flagNode("s.held = 1", flagHeld)},
		{[]string{"full", "vollständig", "voll"}, access(feed.Full)},
		{[]string{"teaser", "anriss"}, access(feed.Teaser)},
		{[]string{"paywall", "bezahlt"}, access(feed.Paywall)},
		{[]string{"consent", "zustimmung"}, access(feed.ConsentWall)},
	}
}

func hasTable() []word {
	return []word{
		{[]string{"picture", "image", "bild"}, facetNode{"has=picture"}},
		{[]string{"enclosure", "file", "datei", "anhang"}, facetNode{"has=enclosure"}},
		{[]string{"audio", "ton"}, facetNode{"has=audio"}},
		{[]string{"video", "film"}, facetNode{"has=video"}},
		{[]string{"agency", "agentur"}, condNode{sql: "a.agencies <> ''", fits: func(a *arriving) bool { return len(a.best.Agencies) > 0 }}},
		{[]string{"tag", "schlagwort"}, condNode{sql: "s.id in (select article from tagged)", fits: func(a *arriving) bool { return len(a.tags) > 0 }}},
		{[]string{"page", "seite"}, condNode{sql: "a.page_at > 0", fits: func(a *arriving) bool { return a.page }}},
		{[]string{"copies", "kopien"}, condNode{sql: "a.story <> 0 and exists(select 1 from " + copiesOf + ")", fits: func(*arriving) bool { return false }}},
	}
}

func names(table []word) func() [][]string {
	return func() [][]string {
		out := make([][]string, len(table))
		for i, w := range table {
			out[i] = w.names
		}
		return out
	}
}

func pick(table []word, value string) (node, bool) {
	for _, w := range table {
		if slices.Contains(w.names, strings.ToLower(value)) {
			return w.node, true
		}
	}
	return nil, false
}

func isField(c clock, value string, _ bool) (node, string) {
	n, ok := pick(isTable(), value)
	if !ok {
		return nil, CodeValue
	}
	if n == nil {
		from := c.now.Add(-24 * time.Hour).Unix()
		return condNode{sql: "s.read = 0 and a.seen >= ?", args: []any{from}, fits: func(a *arriving) bool {
			return a.flags&flagRead == 0 && a.seen >= from
		}}, ""
	}
	return n, ""
}

func hasField(_ clock, value string, _ bool) (node, string) {
	n, ok := pick(hasTable(), value)
	if !ok {
		return nil, CodeValue
	}
	return n, ""
}

func idField(_ clock, value string, _ bool) (node, string) {
	id := strings.ToLower(value)
	return condNode{sql: idSQL, args: []any{id}, fits: func(a *arriving) bool { return a.id == id }}, ""
}

// timeField compares an article's date with a date, or with a time ago.
func timeField(op string) func(clock, string, bool) (node, string) {
	return func(c clock, value string, _ bool) (node, string) {
		t, ok := c.parse(value)
		if !ok {
			return nil, CodeTime
		}
		return atNode(op, t), ""
	}
}

// atNode compares an article's date.
func atNode(op string, t time.Time) condNode {
	when := t.Unix()
	return condNode{sql: "s.at " + op + " ?", args: []any{when}, fits: func(a *arriving) bool { return compare(a.at, op, when) }}
}

// flagNode is a condition on one of an article's flags.
func flagNode(sql string, flag int64) condNode {
	return condNode{sql: sql, fits: func(a *arriving) bool { return a.flags&flag != 0 }}
}

// idSQL is what id: asks for.
const idSQL = "s.id = (select id from article where ident = ?)"

// packedSQL is what is:packed asks for: the edition packed last.
const packedSQL = "s.id in (select article from packed)"

// downloadedSQL is what is:downloaded asks for.
const downloadedSQL = "s.id in (select article from download where done > 0)"

// mutedSQL is what is:muted asks for; a list that wants it shows nothing else.
const mutedSQL = "s.hidden = 2"

// compare is SQL's comparison.
func compare[T cmp.Ordered](a T, op string, b T) bool {
	switch op {
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	case ">=":
		return a >= b
	}
	return a == b
}

func tagField(_ clock, value string, _ bool) (node, string) {
	return tagNode{foldWord(strings.TrimLeft(value, "#"))}, ""
}

// ageField: age:2d or age:<2d is at most two days old, age:>2d is older.
func ageField(c clock, value string, _ bool) (node, string) {
	op := ">="
	if rest, older := strings.CutPrefix(value, ">"); older {
		op, value = "<", rest
	} else {
		value = strings.TrimPrefix(value, "<")
	}
	d, ok := span(value)
	if !ok {
		return nil, CodeTime
	}
	return atNode(op, c.now.Add(-d)), ""
}

// minutesField: minutes:5 is up to five, minutes:>5 more, minutes:3-8 between.
func minutesField(_ clock, value string, _ bool) (node, string) {
	number := func(s string) (int, bool) {
		n, err := strconv.Atoi(s)
		return n, err == nil && n >= 0
	}
	if low, high, ok := strings.Cut(value, "-"); ok {
		a, ok1 := number(low)
		b, ok2 := number(high)
		if !ok1 || !ok2 {
			return nil, CodeNumber
		}
		return condNode{sql: "s.minutes between ? and ?", args: []any{a, b}, fits: func(x *arriving) bool { return a <= x.minutes() && x.minutes() <= b }}, ""
	}
	op := "<="
	for _, o := range []string{">=", "<=", ">", "<", "="} {
		if rest, ok := strings.CutPrefix(value, o); ok {
			op, value = o, rest
			break
		}
	}
	n, ok := number(value)
	if !ok {
		return nil, CodeNumber
	}
	return condNode{sql: "s.minutes " + op + " ?", args: []any{n}, fits: func(a *arriving) bool { return compare(a.minutes(), op, n) }}, ""
}

// parse reads a day or a time: today, gestern, 2026-11-23, 23.11.2026, 23.11.,
// 2026-11, 2d, 3h.
func (c clock) parse(s string) (time.Time, bool) {
	now := c.now
	day := func(back int) time.Time {
		return time.Date(now.Year(), now.Month(), now.Day()-back, 0, 0, 0, 0, now.Location())
	}
	switch strings.ToLower(s) {
	case "now", "jetzt":
		return now, true
	case "today", "heute":
		return day(0), true
	case "yesterday", "gestern":
		return day(1), true
	case "vorgestern":
		return day(2), true
	}
	for _, layout := range []string{"2006-01-02", "2.1.2006", "2.1.06", "2006-01", "2006", time.RFC3339, "2006-01-02T15:04", "15:04"} {
		t, err := time.ParseInLocation(layout, s, now.Location())
		if err != nil {
			continue
		}
		if layout == "15:04" {
			return day(0).Add(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute), true
		}
		return t, true
	}
	if t, err := time.ParseInLocation("2.1.", s, now.Location()); err == nil {
		return time.Date(now.Year(), t.Month(), t.Day(), 0, 0, 0, 0, now.Location()), true
	}
	if d, ok := span(s); ok {
		return now.Add(-d), true
	}
	return time.Time{}, false
}

// span reads a length of time: 30min, 3h, 2d, 1w, 6mo, 1y; German letters too: 2t, 1j.
func span(s string) (time.Duration, bool) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	n, err := strconv.Atoi(s[:i])
	if err != nil || n > 10_000 {
		return 0, false
	}
	unit, ok := map[string]time.Duration{
		"min": time.Minute, "m": time.Minute, "h": time.Hour, "std": time.Hour,
		"d": 24 * time.Hour, "t": 24 * time.Hour, "w": 7 * 24 * time.Hour,
		"mo": 30 * 24 * time.Hour, "y": 365 * 24 * time.Hour, "j": 365 * 24 * time.Hour,
	}[strings.ToLower(s[i:])]
	if !ok || time.Duration(n) > (1<<62)/unit {
		return 0, false
	}
	return time.Duration(n) * unit, true
}

// foldWord makes one of a word's spellings: small letters, no marks on them.
func foldWord(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.IsMark(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// nearest gives the known name that differs from s in at most two letters.
func nearest(s string, known []string) string {
	best, least := "", 3
	for _, k := range known {
		if d := distance(s, k); d < least && d < len(k) {
			best, least = k, d
		}
	}
	return best
}

// distance is Levenshtein's, over bytes; names are short.
func distance(a, b string) int {
	if len(a) > 30 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		last := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := last
			if a[i-1] != b[j-1] {
				cost = 1 + min(last, row[j], row[j-1])
			}
			last, row[j] = row[j], cost
		}
	}
	return row[len(b)]
}
