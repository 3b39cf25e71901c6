package cache

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"depesche/feed"
)

// earlierPart makes a part as earlier programs did.
func (t *tx) earlierPart(p part) error {
	if _, err := t.exec("insert into part(n, size, whole, name) values(?, ?, ?, ?)", p.n, p.size, p.whole, p.table); err != nil {
		return err
	}
	return t.script("create virtual table " + p.table + ` using fts5(headline, kicker, standfirst, byline, caption, body,
		content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
		insert into ` + p.table + "(" + p.table + ", rank) values('rank', '" + rankWeights + "')")
}

// TestPartsDoNotOverlap asks for the parts of keys in any order, between parts of any size.
func TestPartsDoNotOverlap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2026))
	for range 20 {
		d := newDesk(t, Options{})
		d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
			for n := int64(0); n < 30; {
				size := int64(1) << r.IntN(4)
				if n += int64(r.IntN(6)); r.IntN(2) == 0 {
					if err := t.earlierPart(part{n: n, size: size, table: fmt.Sprint("search_", n)}); err != nil {
						return err
					}
				}
				n += size
			}
			for range 20 {
				id := r.Int64N(60 << partBits)
				p, err := t.makePart(id)
				if err != nil {
					return err
				}
				if q, there, err := t.partOf(id); err != nil || !there || q.n != p.n || !p.holds(id) {
					return fmt.Errorf("key %d is not in %+v: %w", id, p, err)
				}
			}
			return nil
		}))
		list, err := d.searchParts(t.Context())
		d.must(err)
		slices.Reverse(list)
		for i, p := range list {
			if strings.HasPrefix(p.table, partName) && p.size > partSize {
				t.Errorf("%+v is too large", p)
			}
			if i > 0 && list[i-1].n+list[i-1].size > p.n {
				t.Errorf("%+v overlaps %+v", list[i-1], p)
			}
		}
		d.must(d.Close())
	}
}

// TestPartsOfEarlierPrograms searches an index whose older parts are smaller and larger than today's.
func TestPartsOfEarlierPrograms(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt)
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		for _, p := range []part{{n: 0, size: 8, whole: 1}, {n: 8, size: 1, whole: 3}, {n: 9, size: 1, whole: 1}, {n: 10, size: 1}} {
			p.table = fmt.Sprint("search_", p.n)
			if err := t.earlierPart(p); err != nil {
				return err
			}
		}
		return nil
	}))
	const units = 20
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
	letGo := func(id int) {
		t.Helper()
		d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
			return t.script(fmt.Sprintf("delete from article where id = %d", id))
		}))
		_, err := d.digest(t.Context())
		d.must(err)
	}
	letGo(3<<partBits + 2)
	letGo(14<<partBits + 2)
	ask := func(when string) {
		t.Helper()
		for filter, want := range map[string]int{"hafen": 4*units - 2, "steuer*": 4*units - 2, "steuer2": units - 2, "headline:5": 4, `"hafen 12"`: 4, "steuer2 -headline:7": units - 3} {
			for _, order := range []Order{Newest, BestHit} {
				if keys, err := d.Keys(t.Context(), Query{Filter: filter, Order: order}); err != nil || len(keys) != want {
					t.Errorf("%s, %s: %d found, want %d, %v", when, filter, len(keys), want, err)
				}
			}
		}
	}
	ask("before")
	d.must(d.Settle(t.Context()))
	ask("merged")
	var got []string
	list, err := d.searchParts(t.Context())
	d.must(err)
	for _, p := range slices.Backward(list) {
		got = append(got, fmt.Sprintf("%d+%d", p.n, p.size))
	}
	if want := "0+8 8+1 9+1 10+1 11+1 12+4 16+4"; strings.Join(got, " ") != want {
		t.Errorf("parts %s, want %s", got, want)
	}
	d.sound()
}
