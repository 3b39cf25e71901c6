package direct

import (
	"time"

	"depesche/feed"
	"depesche/feed/fetch"
)

// What Find has fetched is what the first Pull begins with: a server that gives its feed
// once a day to who has no validators would refuse the second request.

// How many pages are held, how many bytes in all, and how long.
const (
	maxHeld      = 32
	maxHeldBytes = 32 << 20
	holdTime     = 10 * time.Minute
)

// heldPage is a page that nobody has pulled yet.
type heldPage struct {
	page *fetch.Page
	at   time.Time
}

// hold keeps a page for the first Pull of the source at an address.
func (o *Origin) hold(address string, page *fetch.Page) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now, size := o.o.Now(), len(page.Body)
	for key, h := range o.held {
		if now.Sub(h.at) > holdTime {
			delete(o.held, key)
			continue
		}
		size += len(h.page.Body)
	}
	if size > maxHeldBytes || len(o.held) >= maxHeld {
		return
	}
	if o.held == nil {
		o.held = map[string]heldPage{}
	}
	o.held[feed.Address(address)] = heldPage{page, now}
}

// taken gives the page that is held for an address, once; nil where there is none.
func (o *Origin) taken(address string) *fetch.Page {
	o.mu.Lock()
	defer o.mu.Unlock()
	key := feed.Address(address)
	h, ok := o.held[key]
	delete(o.held, key)
	if !ok || o.o.Now().Sub(h.at) > holdTime {
		return nil
	}
	return h.page
}
