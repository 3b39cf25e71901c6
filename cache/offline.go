package cache

import (
	"context"
	"errors"
	"sync"
)

// Without a network every source fails, and none is to blame: a refresh in which
// nobody answers leaves the sources as they were.

// ErrOffline says that no source could be reached, of several at different hosts.
var ErrOffline = errors.New("no network")

// Unanswered reports whether an error means that nobody answered: no host, no way to
// it, nobody listening. An answer that says no is another thing.
func Unanswered(err error) bool {
	var n interface{ Unanswered() bool }
	return errors.As(err, &n) && n.Unanswered()
}

// silence holds back the failures of a refresh until somebody answers.
type silence struct {
	mu     sync.Mutex
	broken bool // somebody has answered
	held   []*answer
	hosts  map[string]bool
}

// hold keeps a failure back if nobody has answered yet; what was held back and is
// to be stored now comes back.
func (q *silence) hold(a *answer) (now []*answer) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if a.err == nil || !Unanswered(a.err) {
		q.broken = true
	}
	if !q.broken {
		if q.hosts == nil {
			q.hosts = map[string]bool{}
		}
		q.hosts[host(a.s.src.URL)] = true
		q.held = append(q.held, a)
		return nil
	}
	now = append(q.held, a)
	q.held = nil
	return now
}

// end says what became of a refresh: the failures that are to be stored, or those
// that are nobody's fault.
func (q *silence) end() (blame, forgive []*answer) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.hosts) < 2 { // one host alone may well be down
		return q.held, nil
	}
	return nil, q.held
}

// stayDue has sources that nobody could reach asked again as soon as there is a network.
func (c *Cache) stayDue(ctx context.Context, list []*answer) error {
	return c.write(ctx, c.fetched, func(t *tx) error {
		for _, a := range list {
			if _, err := t.exec("update source set next = min(next, ?) where id = ?", c.now(), a.s.key); err != nil {
				return err
			}
		}
		return nil
	})
}
