package list

import "depesche/cache"

// Several rows can be chosen, to do the same with all of them: one by one, or a
// span from where it began to the cursor.

// Choose takes the current row among the chosen ones, or out of them.
func (l *List) Choose() {
	if k := l.Key(); k != 0 {
		if l.chosen[k] {
			delete(l.chosen, k)
		} else {
			l.choose(k)
		}
	}
}

func (l *List) choose(k cache.Key) {
	if l.chosen == nil {
		l.chosen = map[cache.Key]bool{}
	}
	l.chosen[k] = true
}

// Span begins a span of chosen rows at the cursor, or ends it here: its rows
// are then chosen like others. It reports whether one has begun.
func (l *List) Span() bool {
	if l.spanning {
		for _, k := range l.span() {
			l.choose(k)
		}
	}
	l.spanning, l.anchor = !l.spanning && len(l.keys) > 0, l.cursor
	return l.spanning
}

// span are the rows between the span's beginning and the cursor, both with it.
func (l *List) span() []cache.Key {
	if !l.spanning {
		return nil
	}
	from, to := min(l.anchor, l.cursor), max(l.anchor, l.cursor)
	return l.keys[max(0, from):min(to+1, len(l.keys))]
}

// ChooseAll chooses every row, or none where all are chosen.
func (l *List) ChooseAll() {
	all := len(l.Chosen()) == len(l.keys)
	l.Unchoose()
	if all {
		return
	}
	for _, k := range l.keys {
		l.choose(k)
	}
}

// Unchoose ends the choice; it reports whether there was one.
func (l *List) Unchoose() bool {
	was := len(l.chosen) > 0 || l.spanning
	l.chosen, l.spanning = nil, false
	return was
}

// Chosen are the chosen articles in the list's order; nil where there are none.
func (l *List) Chosen() []cache.Key {
	if len(l.chosen) == 0 && !l.spanning {
		return nil
	}
	var out []cache.Key
	for i, k := range l.keys {
		if l.isChosen(i, k) {
			out = append(out, k)
		}
	}
	return out
}

func (l *List) isChosen(i int, k cache.Key) bool {
	return l.chosen[k] || l.spanning && i >= min(l.anchor, l.cursor) && i <= max(l.anchor, l.cursor)
}
