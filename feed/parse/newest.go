package parse

import (
	"cmp"
	"math"
	"slices"
)

// take adds an entry. Of more than are kept the oldest go, now and then.
func (d *Document) take(e *Entry) {
	d.Total++
	if d.Entries == nil {
		d.Entries = make([]Entry, 0, 16) // most feeds have as many, and few more than twice that
	}
	if d.Entries = append(d.Entries, *e); len(d.Entries) >= 2*maxEntries {
		d.newest()
	}
}

// newest drops the oldest of too many entries. One without a date is as old as the one before
// it; where none has a date, the first are the newest.
func (d *Document) newest() {
	if len(d.Entries) <= maxEntries {
		return
	}
	type aged struct {
		at int64
		i  int
	}
	list := make([]aged, len(d.Entries))
	at := int64(math.MaxInt64)
	for i := range d.Entries {
		e := &d.Entries[i]
		switch {
		case !e.Published.IsZero():
			at = e.Published.Unix()
		case !e.Updated.IsZero():
			at = e.Updated.Unix()
		}
		list[i] = aged{at, i}
	}
	slices.SortStableFunc(list, func(a, b aged) int { return cmp.Compare(b.at, a.at) })
	list = list[:maxEntries]
	slices.SortFunc(list, func(a, b aged) int { return cmp.Compare(a.i, b.i) })
	for n, kept := range list {
		d.Entries[n] = d.Entries[kept.i]
	}
	clear(d.Entries[maxEntries:])
	d.Entries = d.Entries[:maxEntries]
}
