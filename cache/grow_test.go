package cache

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"depesche/feed"
)

func TestVarintsAreReadAsWritten(t *testing.T) {
	for _, v := range []uint64{0, 1, 127, 128, 16383, 16384, 1<<35 - 1, 1 << 49, 1<<56 - 1, 1 << 56, math.MaxUint64} {
		r := varints{b: append(appendVarint(nil, v), 7)}
		if got := r.next(); got != v || r.bad || len(r.b) != 1 {
			t.Errorf("%d: read as %d", v, got)
		}
	}
	r := varints{b: []byte{0x80}}
	if r.next(); !r.bad {
		t.Error("half a number was read")
	}
}

func TestForeignStructuresStayAsTheyAre(t *testing.T) {
	s := structure{cookie: []byte{0, 0, 0, 9}, written: 5, segments: []segment{{id: 1, first: 1, last: 300, origin1: 1, origin2: 4, entries: 4}}}
	b := s.record()
	got, err := readStructure(b)
	if err != nil || got.written != 5 || !slices.Equal(got.segments, s.segments) {
		t.Fatalf("%+v, %v", got, err)
	}
	for i := range b {
		if _, err := readStructure(b[:i]); err == nil {
			t.Errorf("%d bytes of %d were read", i, len(b))
		}
	}
	if _, err := readStructure(append(b, 0)); err == nil {
		t.Error("more than the record was read")
	}
}

func TestWhatCanJoin(t *testing.T) {
	small := func(from, to int64) (out []part) {
		for n := from; n < to; n++ {
			out = append(out, part{n: n, size: 1, whole: 1})
		}
		return out
	}
	waits := small(0, 13)
	waits[3].whole = 0
	for name, tc := range map[string]struct {
		list []part
		at   int
		last bool
	}{
		"nothing":             {nil, -1, false},
		"few":                 {small(0, 12), -1, false},
		"the oldest two":      {small(0, 13), 0, false},
		"another":             {append([]part{{n: 0, size: 3, whole: 1}}, small(3, 13)...), 0, false},
		"the last":            {append([]part{{n: 0, size: 7, whole: 1}}, small(7, 13)...), 0, true},
		"a block is done":     {append([]part{{n: 0, size: 8, whole: 1}}, small(8, 20)...), -1, false},
		"the next block":      {append([]part{{n: 0, size: 8, whole: 0}}, small(8, 21)...), 1, false},
		"one is not whole":    {waits, 0, false},
		"with a gap":          {append(append(small(0, 2), small(5, 6)...), small(9, 13)...), 0, false},
		"parts of schema 7":   {[]part{{n: 0, size: 4, whole: 1}, {n: 4, size: 4, whole: 5}, {n: 8, size: 4, whole: 1}, {n: 12, size: 4}}, 0, true},
		"blocks of schema 7":  {[]part{{n: 4, size: 4, whole: 1}, {n: 8, size: 4, whole: 1}, {n: 12, size: 4}}, -1, false},
		"eight become larger": {[]part{{n: 0, size: 8, whole: 1}, {n: 8, size: 8, whole: 1}, {n: 68, size: 1}}, 0, true},
		"too few for that":    {[]part{{n: 0, size: 8, whole: 1}, {n: 8, size: 8, whole: 1}, {n: 67, size: 1}}, -1, false},
	} {
		if at, last := joinable(tc.list); at != tc.at || last != tc.last {
			t.Errorf("%s: %d, %v; want %d, %v", name, at, last, tc.at, tc.last)
		}
	}
}

// TestPartsOfTheIndexJoin makes an index of many parts and holds what they find to what was found before they joined.
func TestPartsOfTheIndexJoin(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt)
	const units = joinLarge + keepSmall + 2
	for n := range units {
		d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
			return t.script(fmt.Sprintf("update sqlite_sequence set seq = %d where name = 'article'", n<<partBits))
		}))
		var list []feed.Article
		for i := range 4 {
			list = append(list, story(4*n+i+1, fmt.Sprintf("Steuer%d im Hafen %d", i, n)))
		}
		d.deliver(tageblatt, list...)
		d.fetch()
	}
	// One goes while the parts are small, one when they have joined.
	letGo := func(id int) {
		t.Helper()
		d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
			return t.script(fmt.Sprintf("delete from article where id = %d", id))
		}))
		_, err := d.digest(t.Context())
		d.must(err)
	}
	letGo(3<<partBits + 2)
	queries := []Query{
		{Filter: "hafen", Order: BestHit},
		{Filter: "steuer*"},
		{Filter: "steuer2", Order: BestHit},
		{Filter: "headline:5", Order: BestHit},
		{Filter: `"im hafen"`},
		{Filter: `"hafen 7"`},
		{Filter: "steuer -headline:7"},
	}
	ask := func() (out [][]Key) {
		for _, q := range queries {
			keys, err := d.Keys(t.Context(), q)
			d.must(err)
			slices.Sort(keys) // how rare a word is, is told by part
			out = append(out, keys)
		}
		return out
	}
	want := ask()
	if len(want[0]) != 4*units-1 || len(want[3]) != 4 {
		t.Fatalf("%d and %d found", len(want[0]), len(want[3]))
	}
	d.must(d.Settle(t.Context()))
	list, err := d.searchParts(t.Context())
	d.must(err)
	if len(list) != 1+units-joinLarge || list[len(list)-1].size != joinLarge || list[len(list)-1].whole != 1 {
		t.Errorf("parts %v", list)
	}
	if got := ask(); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("joined, they find other articles: %v, want %v", got, want)
	}
	d.sound()
	letGo(40<<partBits + 1)
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		return t.script(fmt.Sprintf("insert into pending(id) values(%d)", 41<<partBits+1))
	}))
	d.must(d.Settle(t.Context()))
	if keys, err := d.Keys(t.Context(), queries[0]); err != nil || len(keys) != len(want[0])-1 {
		t.Errorf("%d found, %v", len(keys), err)
	}
	d.sound()
}
