package cache

import (
	"context"
	"errors"
	"slices"
)

// A search asks each part of the index, which costs by the part, however rare the word. So parts
// that are whole join: eight of 2048 keys become one of 16,384, eight of those one of
// 131,072. The newest stay small, as a search that finds much stops there.
//
// A part that joins another hands over its pages as they are: an index of FTS5 is sorted
// runs of pages (segments), listed in a record (structure), and a table may have many.
// Merging, in steps, makes one of them later. See "Data format" in fts5_index.c; what we do not know
// for certain stays where it is.

const (
	joinSmall = 8          // parts of a size that become one
	joinLarge = 8 * 8      // the largest part, in units
	keepSmall = 4          // so many of the newest stay as they are
	joinPages = 300        // pages of one transaction
	newestID  = 1990       // ids of segments that joined count down from here; FTS5 itself counts up from 1
	tombstone = 1 << 16    // what is gone from a segment stands in pages of this id and the segment's
	pageBits  = 31 + 5 + 1 // of a page's key, below the segment's id
)

var errForeignIndex = errors.New("a part of the search index has a format that is not known")

// segment is a sorted run of pages. Fields are in the record's order.
type segment struct {
	id, first, last  uint64 // pages
	origin1, origin2 uint64 // which texts' deletions concern it
	gonePages, gone  uint64
	entries          uint64
}

func (s *segment) fields() []*uint64 {
	return []*uint64{&s.id, &s.first, &s.last, &s.origin1, &s.origin2, &s.gonePages, &s.gone, &s.entries}
}

// structure is the record that lists a table's segments, the oldest first.
type structure struct {
	cookie   []byte
	written  uint64 // pages
	segments []segment
}

const structureMark = "\xff\x00\x00\x01" // of tables from which texts without content are deleted

// readStructure reads the record. It answers errForeignIndex where a merge is under way, or the
// record is not as it should be.
func readStructure(b []byte) (s structure, err error) {
	if len(b) < 8 || string(b[4:8]) != structureMark {
		return s, errForeignIndex
	}
	s.cookie = b[:4:4]
	r := varints{b: b[8:]}
	levels, total := r.next(), r.next()
	s.written = r.next()
	for level := uint64(0); level < levels && !r.bad; level++ {
		merging, n := r.next(), r.next()
		if merging > 0 || n > newestID {
			return s, errForeignIndex
		}
		var list []segment
		for i := uint64(0); i < n && !r.bad; i++ {
			var g segment
			for _, f := range g.fields() {
				*f = r.next()
			}
			list = append(list, g)
		}
		s.segments = append(list, s.segments...) // a higher level is older
	}
	if r.bad || len(r.b) > 0 || uint64(len(s.segments)) != total {
		return s, errForeignIndex
	}
	return s, nil
}

// record writes the structure with all segments in the second level, where FTS5 leaves them alone
// until it is told to merge.
func (s *structure) record() []byte {
	b := append(slices.Clone(s.cookie), structureMark...)
	n := uint64(len(s.segments))
	for _, v := range []uint64{2, n, s.written, 0, 0, 0, n} {
		b = appendVarint(b, v)
	}
	for i := range s.segments {
		for _, f := range s.segments[i].fields() {
			b = appendVarint(b, *f)
		}
	}
	return b
}

// take adds another table's segments behind one's own; moved gives their ids before and after,
// origins is what the other's origins grow by.
func (s *structure) take(other *structure) (moved map[uint64]uint64, origins uint64) {
	used := map[uint64]bool{}
	for i := range s.segments {
		used[s.segments[i].id] = true
		origins = max(origins, s.segments[i].origin2)
	}
	moved = map[uint64]uint64{}
	id := uint64(newestID)
	for _, g := range other.segments {
		for used[id] {
			id--
		}
		used[id], moved[g.id] = true, id
		g.id = id
		g.origin1 += origins
		g.origin2 += origins
		s.segments = append(s.segments, g)
	}
	return moved, origins
}

// varints reads SQLite's numbers: seven bits a byte, the highest first; a ninth byte has eight.
type varints struct {
	b   []byte
	bad bool
}

func (r *varints) next() (v uint64) {
	for i, c := range r.b {
		if i == 8 {
			r.b = r.b[9:]
			return v<<8 | uint64(c)
		}
		v = v<<7 | uint64(c&0x7f)
		if c < 0x80 {
			r.b = r.b[i+1:]
			return v
		}
	}
	r.b, r.bad = nil, true
	return 0
}

func appendVarint(b []byte, v uint64) []byte {
	if v >= 1<<56 {
		for shift := 57; shift >= 8; shift -= 7 {
			b = append(b, byte(v>>shift)&0x7f|0x80)
		}
		return append(b, byte(v))
	}
	first := 0
	for shift := 49; shift > 0; shift -= 7 {
		if first > 0 || v>>shift > 0 {
			b = append(b, byte(v>>shift)&0x7f|0x80)
			first++
		}
	}
	return append(b, byte(v)&0x7f)
}

// joining is one part on its way into another: what both were when it began, and how far it is.
type joining struct {
	into, from       part
	intoRec, fromRec []byte
	joined           structure
	moved            map[uint64]uint64
	origins          uint64
	ranges           [][2]int64 // pages: the first key, and what takes it to its new place
	after            int64      // of the first range: the last key that was copied
}

// tendParts clears away what is spent, merges what is full, then lets parts join, step by step; it tells whether there is more.
func (c *Cache) tendParts(ctx context.Context) (more bool, err error) {
	select {
	case c.digesting <- struct{}{}:
		defer func() { <-c.digesting }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	if more, err = c.clearSpent(ctx); more || err != nil {
		return more, err
	}
	if more, err = c.mergePart(ctx); more || err != nil {
		return more, err
	}
	return c.growPart(ctx)
}

// growPart lets one part join the one before it, step by step, and tells whether there is more.
func (c *Cache) growPart(ctx context.Context) (more bool, err error) {
	list, err := c.searchParts(ctx)
	if err != nil {
		return false, err
	}
	slices.Reverse(list)
	i, last := joinable(list)
	if i < 0 {
		return false, nil
	}
	j := &joining{into: list[i], from: list[i+1]}
	for done := false; !done; {
		if err := c.write(ctx, c.fetched, func(t *tx) error {
			var err error
			done, err = j.step(t, last)
			return err
		}); err != nil {
			if errors.Is(err, errForeignIndex) { // it is searched as it is
				return false, nil
			}
			return false, err
		}
		if err := c.rest(ctx, restTime); err != nil {
			return false, err
		}
	}
	return true, nil
}

// joinable finds a part that the next one can join, in a list by age, the oldest first: both are whole, and
// what they become lies well before the newest. last: nothing more joins it then, for now.
func joinable(list []part) (at int, last bool) {
	if len(list) == 0 {
		return -1, false
	}
	newest := list[len(list)-1].n
	for _, block := range [...]int64{joinSmall, joinLarge} {
		same := func(i, k int) bool {
			return k < len(list) && list[i].n/block == list[k].n/block && list[k].n+list[k].size <= (list[k].n/block+1)*block
		}
		for i := range list {
			if (list[i].n/block+1)*block+keepSmall > newest {
				break
			}
			if list[i].size < block && same(i, i+1) && list[i].whole > 0 && list[i+1].whole > 0 {
				return i, !same(i, i+2)
			}
		}
	}
	return -1, false
}

// step does one transaction of a part's joining.
func (j *joining) step(t *tx, last bool) (done bool, err error) {
	current, err := j.begin(t)
	if err != nil || !current {
		return true, err
	}
	if len(j.ranges) > 0 {
		return false, j.copyPages(t)
	}
	return true, j.finish(t, last)
}

// begin reads what is to be joined, and later looks whether it is so yet: another program may have changed it.
func (j *joining) begin(t *tx) (current bool, err error) {
	for _, p := range [...]*part{&j.into, &j.from} {
		if q, there, err := t.partOf(p.n << partBits); err != nil || !there || q != *p {
			return false, err
		}
	}
	record := func(p *part) (b []byte, err error) {
		err = t.adhoc("select block from "+p.table+"_data where id = 10", nil, func(scan func(...any) error) error { return scan(&b) })
		return b, err
	}
	into, err := record(&j.into)
	if err != nil {
		return false, err
	}
	from, err := record(&j.from)
	if err != nil {
		return false, err
	}
	if j.intoRec != nil {
		return string(into) == string(j.intoRec) && string(from) == string(j.fromRec), nil
	}
	j.intoRec, j.fromRec = into, from
	if j.joined, err = readStructure(into); err != nil {
		return false, err
	}
	other, err := readStructure(from)
	if err != nil {
		return false, err
	}
	j.moved, j.origins = j.joined.take(&other)
	for old, id := range j.moved {
		for _, more := range [...]uint64{0, tombstone} {
			j.ranges = append(j.ranges, [2]int64{int64(old+more) << pageBits, (int64(id) - int64(old)) << pageBits})
		}
	}
	if len(j.joined.segments) > newestID/2 {
		return false, errForeignIndex
	}
	return true, nil
}

// copyPages copies some pages to where nobody reads them yet.
func (j *joining) copyPages(t *tx) error {
	r := j.ranges[0]
	from := max(r[0], j.after)
	var to int64
	n := 0
	if err := t.adhoc("select count(*), coalesce(max(id), 0) from (select id from "+j.from.table+"_data where id >= ? and id < ? order by id limit ?)",
		[]any{from, r[0] + 1<<pageBits, joinPages}, func(scan func(...any) error) error { return scan(&n, &to) }); err != nil {
		return err
	}
	if n < joinPages {
		j.ranges, j.after = j.ranges[1:], 0
	} else {
		j.after = to + 1
	}
	return t.script("insert or replace into "+j.into.table+"_data(id, block) select id + ?, block from "+j.from.table+"_data where id >= ? and id <= ?",
		r[1], from, to)
}

// finish makes the pages known, and takes the part that they came from away.
func (j *joining) finish(t *tx, last bool) error {
	into, from := j.into.table, j.from.table
	for old, id := range j.moved {
		if err := t.script("insert or replace into "+into+"_idx(segid, term, pgno) select ?, term, pgno from "+from+"_idx where segid = ?",
			int64(id), int64(old)); err != nil {
			return err
		}
	}
	totals, err := j.totals(t)
	if err != nil {
		return err
	}
	if err := t.script("insert into "+into+"_docsize(id, sz, origin) select id, sz, origin + ? from "+from+"_docsize", int64(j.origins)); err != nil {
		return err
	}
	set := "insert or replace into " + into + "_data(id, block) values(?, ?)"
	if err := errors.Join(t.script(set, 1, totals), t.script(set, 10, j.joined.record())); err != nil {
		return err
	}
	if err := t.dropPart(&j.from); err != nil {
		return err
	}
	whole := j.into.whole + j.from.whole - 1
	if last {
		whole = 0 // to be merged
	}
	_, err = t.exec("update part set size = ?, whole = ? where n = ?", j.from.n+j.from.size-j.into.n, whole, j.into.n)
	return err
}

// totals adds how many texts there are and how many words their columns have.
func (j *joining) totals(t *tx) ([]byte, error) {
	var sums [1 + len(parts{})]uint64
	for _, table := range [...]string{j.into.table, j.from.table} {
		var b []byte
		if err := t.adhoc("select block from "+table+"_data where id = 1", nil, func(scan func(...any) error) error { return scan(&b) }); err != nil {
			return nil, err
		}
		r := varints{b: b}
		for i := 0; i < len(sums) && len(r.b) > 0; i++ {
			sums[i] += r.next()
		}
		if r.bad || len(r.b) > 0 {
			return nil, errForeignIndex
		}
	}
	var out []byte
	for _, v := range sums {
		out = appendVarint(out, v)
	}
	return out, nil
}
