package cache

import (
	"errors"
	"time"

	"depesche/feed"
)

// A refresh asks on many lanes and stores on one: what has been answered while the
// last transaction ran, and some hundredths of a second longer, is stored by the next,
// all in one, and told of when it is there. A lane goes on to its next source meanwhile.

const (
	answersWaiting = 64   // so many wait to be stored before lanes wait for it
	storeArticles  = 1000 // articles of one transaction, and a delivery more
	gatherTime     = 20 * time.Millisecond
	digestsPerRun  = 2 // batches that are digested before a refresh ends, if there are no more
)

// answer is what a source said.
type answer struct {
	s      *sourceState
	d      feed.Delivery
	list   []arrival
	shared []int64 // hashes that name no single one of them
	err    error   // the source's, or what storing met

	done   stored
	broken error // storing it failed
}

// store stores answers until there are no more to come.
func (r *run) store() {
	for a := range r.answers {
		batch := r.gather(a)
		r.storeBatch(batch)
		for _, a := range batch {
			r.release(a.s)
			r.answered(a)
		}
	}
}

// gather waits a moment for what is stored together with an answer, but not where no more
// will come.
func (r *run) gather(a *answer) []*answer {
	batch := []*answer{a}
	enough := time.After(gatherTime)
	for n := len(a.list); n < storeArticles; {
		select {
		case more, ok := <-r.answers:
			if !ok {
				return batch
			}
			batch = append(batch, more)
			n += len(more.list)
		case <-enough:
			return batch
		}
	}
	return batch
}

// storeBatch stores answers in one transaction; where that fails, each in its own, so
// that none is lost for another's sake.
func (r *run) storeBatch(batch []*answer) {
	while := "storing"
	if len(batch) == 1 {
		while = "storing feed " + feed.Bare(batch[0].s.src.URL)
	}
	err := r.c.guard(while, func() error {
		return r.c.write(r.ctx, r.c.storing, func(t *tx) error {
			for _, a := range batch {
				if err := r.ctx.Err(); err != nil {
					return err
				}
				if err := r.c.storeAnswer(t, a); err != nil {
					return err
				}
			}
			return t.insertFacets()
		})
	})
	if err == nil || r.ctx.Err() != nil || len(batch) == 1 {
		for _, a := range batch {
			a.broken = err
		}
		return
	}
	for i := range batch {
		r.storeBatch(batch[i : i+1])
	}
}

func (c *Cache) storeAnswer(t *tx, a *answer) error {
	if a.err != nil {
		return c.failed(t, a.s, &a.d, a.err)
	}
	if a.d.Source.Title != "" { // rules may ask for it
		a.s.feedTitle = a.d.Source.Title
	}
	var err error
	if a.done, err = c.put(t, a.s, delivery{a.list, a.shared, a.d.Partial}); err != nil {
		return err
	}
	return c.settle(t, a.s, &a.d, a.done.fresh)
}

// answered tells of a source whose answer is stored.
func (r *run) answered(a *answer) {
	if r.ctx.Err() != nil {
		return
	}
	p := Progress{Source: a.s.sid, Title: a.s.title()}
	if errors.Is(a.broken, ErrFull) {
		if !r.full.Swap(true) {
			r.tell(Progress{Err: a.broken})
		}
		return
	}
	switch {
	case a.err != nil && a.broken != nil:
		p.Err = errors.Join(a.err, a.broken)
	case a.err != nil:
		p.Err = a.err
	case a.broken != nil:
		p.Err = a.broken
	default:
		r.brought = r.brought || a.done.fresh+a.done.updated > 0
		p.New, p.Updated, p.NotModified, p.Warning = a.done.fresh, a.done.updated, a.d.NotModified, a.d.Warning
		if a.d.Gone {
			p.Err = ErrGone
		}
	}
	r.tell(p)
}
