package ui

import "depesche/cache"

// marking counts the marks on their way to the store. A row that was read before one
// is there would take it back on the screen, and the next key would do nothing.
type marking struct {
	n    int         // that have begun, and that have ended
	open int         // that have begun and not ended
	ask  []cache.Key // rows that came meanwhile, to be read again
}

func (k *marking) begin() { k.n, k.open = k.n+1, k.open+1 }

// end gives the rows to read again when the last mark is there.
func (k *marking) end() []cache.Key {
	k.n, k.open = k.n+1, k.open-1
	if k.open > 0 {
		return nil
	}
	ask := k.ask
	k.ask = nil
	return ask
}
