package cache

import (
	"context"
	"errors"
	"net/url"
	"sync"
	"sync/atomic"

	"depesche/feed"
)

// maxDelivery bounds how many articles of one delivery are stored.
const maxDelivery = 5000

// A Refresh goes host by host: each host has its lanes, each lane asks one source
// after the other, and so many sources at once are asked over all. A source is
// stored as soon as it has answered.

// Refresh asks sources for their articles and tells of each as it answers; the
// channel is closed when all have, or at once when the context ends. Nobody has
// to read it: nothing waits for the reader.
//
// Named sources are asked whatever their schedule says. Without names all are,
// but those that have ended. Neither asks a server before the time it told us
// to wait for: the answer is a *WaitError then. Marks go to the server first. With
// Options.FullText the pages behind new articles follow.
func (c *Cache) Refresh(ctx context.Context, ids ...feed.SourceID) <-chan Progress {
	named := map[feed.SourceID]bool{}
	for _, id := range ids {
		named[id] = true
	}
	return c.refresh(ctx, func(s *sourceState, _ int64) bool {
		if len(named) > 0 {
			return named[s.sid]
		}
		return !s.gone
	})
}

// RefreshDue asks the sources whose time has come by their schedule.
func (c *Cache) RefreshDue(ctx context.Context) <-chan Progress {
	return c.refresh(ctx, func(s *sourceState, now int64) bool {
		return !s.gone && (due(s.next, now, max(longestInterval, c.options.asking(s).Interval)) || c.hurried(s, now)) && due(s.blocked, now, longestBlock)
	})
}

type run struct {
	c       *Cache
	ctx     context.Context
	out     chan Progress
	mu      sync.Mutex
	done    int
	total   int
	working chan struct{} // as many as may be asked at once
	answers chan *answer
	brought bool // some answer had something new
	silence silence
	offline bool        // nobody has answered
	full    atomic.Bool // nothing can be stored: no more is asked, and that is said once
}

// room is how many answers wait to be read before a refresh waits for its reader;
// more than any list of feeds has.
const room = 8192

func (c *Cache) refresh(ctx context.Context, want func(*sourceState, int64) bool) <-chan Progress {
	c.ending.Lock() // no new work while Close waits for what there is
	defer c.ending.Unlock()
	if c.alive.Err() != nil {
		none := make(chan Progress)
		close(none)
		return none
	}
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(c.alive, cancel)
	r := &run{
		c: c, ctx: ctx, out: make(chan Progress, room), working: make(chan struct{}, c.options.Workers),
		answers: make(chan *answer, answersWaiting),
	}
	c.work.Add(1)
	go func() {
		defer c.work.Done()
		defer cancel()
		defer stop()
		defer close(r.out)
		list, err := r.begin(want)
		if err != nil {
			if ctx.Err() == nil {
				r.tell(Progress{Err: err})
			}
			return
		}
		r.total = len(list)
		r.push()
		c.refreshing.Add(1) // it needs all processors; the search index can wait
		r.sources(list)
		c.refreshing.Add(-1)
		c.digestSoon()
		if err := c.guarded("pages and pictures", func() {
			if !r.offline && !r.full.Load() {
				r.pages()
				r.pictures()
			}
			r.finish()
		}); err != nil {
			r.tell(Progress{Err: err})
		}
	}()
	return r.out
}

// begin lists the sources to ask and notes that they are being asked; those that
// another refresh of this program is asking are left to it.
func (r *run) begin(want func(*sourceState, int64) bool) ([]*sourceState, error) {
	if r.c.options.ReadOnly {
		return nil, &StorageError{r.c.path, ErrReadOnly}
	}
	if err := r.c.serverSources(r.ctx); err != nil {
		return nil, err
	}
	var list []*sourceState
	now := r.c.now()
	r.c.busy.Lock()
	defer r.c.busy.Unlock()
	err := r.c.all(r.ctx, sourceColumns+" where removed = 0 order by place", nil, func(scan func(...any) error) error {
		var s sourceState
		if err := s.scan(scan); err != nil {
			return err
		}
		if want(&s, now) && !s.saved() && !r.c.asking[s.key] {
			list = append(list, &s)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		r.c.asking[s.key] = true
	}
	return list, nil
}

func (r *run) release(s *sourceState) {
	r.c.busy.Lock()
	delete(r.c.asking, s.key)
	r.c.busy.Unlock()
}

// sources asks all of them and returns when the last has answered.
func (r *run) sources(list []*sourceState) {
	hosts := map[string]chan *sourceState{}
	count := map[string]int{}
	for _, s := range list {
		count[host(s.src.URL)]++
	}
	for _, s := range list {
		h := host(s.src.URL)
		if hosts[h] == nil {
			hosts[h] = make(chan *sourceState, count[h])
		}
		hosts[h] <- s
	}
	stored := make(chan struct{})
	go func() {
		defer close(stored)
		r.store()
	}()
	defer func() {
		close(r.answers)
		<-stored
	}()
	var wait sync.WaitGroup
	for h, queue := range hosts {
		close(queue)
		for range min(r.c.options.PerHost, count[h]) {
			wait.Go(func() {
				for s := range queue {
					r.source(s)
				}
			})
		}
	}
	wait.Wait()
	r.settleSilence()
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Host
}

// source asks one source and hands its answer over to be stored.
func (r *run) source(s *sourceState) {
	if r.full.Load() {
		r.release(s)
		return
	}
	var a *answer
	if err := r.c.guarded("feed "+feed.Bare(s.src.URL), func() { a = r.ask(s) }); err != nil {
		a = &answer{s: s, err: err}
	}
	if a == nil {
		r.release(s)
		return
	}
	r.hand(r.silence.hold(a))
}

// hand gives answers over to be stored.
func (r *run) hand(list []*answer) {
	for _, a := range list {
		select {
		case r.answers <- a:
		case <-r.ctx.Done():
			r.release(a.s)
		}
	}
}

// settleSilence ends the waiting for somebody to answer.
func (r *run) settleSilence() {
	blame, forgive := r.silence.end()
	r.hand(blame)
	for _, a := range forgive {
		r.release(a.s)
	}
	if r.offline = len(forgive) > 0; r.offline && r.ctx.Err() == nil {
		r.c.options.Log.Info("offline", "sources", len(forgive))
		if err := r.c.stayDue(r.ctx, forgive); err != nil {
			r.c.options.Log.Warn("offline", "err", err)
		}
		r.tell(Progress{Err: ErrOffline})
	}
}

// ask asks one source; nil where there is no answer to store.
func (r *run) ask(s *sourceState) *answer {
	select {
	case r.working <- struct{}{}:
		defer func() { <-r.working }()
	case <-r.ctx.Done():
		return nil
	}
	if r.ctx.Err() != nil {
		return nil
	}
	if now := r.c.now(); !due(s.blocked, now, longestBlock) {
		r.tell(Progress{Source: s.sid, Title: s.title(), Err: &WaitError{moment(s.blocked)}})
		return nil
	}
	d, err := r.pull(s)
	if r.ctx.Err() != nil {
		return nil // not the source's fault
	}
	a := &answer{s: s, d: d, err: err}
	if Unanswered(err) {
		r.c.options.Log.Info("source not reached", "url", s.src.URL, "err", err)
		return a
	}
	if err != nil {
		r.c.options.Log.Warn("source failed", "url", s.src.URL, "err", err)
		return a
	}
	have, err := r.c.textsOf(r.ctx, s.key)
	if err != nil && r.ctx.Err() == nil {
		r.c.options.Log.Warn("texts of a source", "url", s.src.URL, "err", err)
	}
	r.c.options.Turns.Do(func() {
		a.list, a.shared = r.c.arrivals(d.Articles[:min(len(d.Articles), maxDelivery)], have, func() {
			if err := r.c.learn(r.ctx); err != nil && r.ctx.Err() == nil {
				r.c.options.Log.Warn("dictionary", "err", err)
			}
		})
	})
	a.d.Articles = nil // they are packed now
	return a
}

// pull asks the origin, and does not wait for one that overhears the context's end.
func (r *run) pull(s *sourceState) (feed.Delivery, error) {
	type delivered struct {
		d   feed.Delivery
		err error
	}
	got := make(chan delivered, 1)
	go func() {
		v, err := r.c.validators(r.ctx, s)
		if err != nil {
			r.c.options.Log.Warn("validators", "err", err)
		}
		var d feed.Delivery
		err = r.c.guard("feed "+feed.Bare(s.src.URL), func() (err error) {
			d, err = r.c.origin.Pull(r.ctx, s.src, v)
			return err
		})
		got <- delivered{d, err}
	}()
	select {
	case a := <-got:
		return a.d, a.err
	case <-r.ctx.Done():
		return feed.Delivery{}, r.ctx.Err()
	}
}

func (r *run) tell(p Progress) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done++
	p.Done, p.Total = r.done, r.total
	select {
	case r.out <- p:
	case <-r.ctx.Done():
	}
}

// failed stores that a source could not be asked, and when it will be again.
func (c *Cache) failed(t *tx, s *sourceState, d *feed.Delivery, problem error) error {
	now := c.now()
	fails := s.fails + 1
	since := s.failed
	if since == 0 {
		since = now
	}
	var blocked int64
	if d.Next > 0 {
		blocked = now + int64(min(d.Next, longestBlock).Seconds())
	}
	_, err := t.exec("update source set failed = ?, fails = ?, problem = ?, next = ?, blocked = ?, gone = gone or ? where id = ?",
		since, fails, c.words(problem), now+jitter(backOff(max(c.options.Interval, c.options.asking(s).Interval), fails), s.sid, now), blocked, d.Gone, s.key)
	return err
}

// words is an error as the list of sources shows it.
func (c *Cache) words(err error) string {
	switch {
	case err == nil:
		return ""
	case c.options.Words != nil:
		return feed.Line(c.options.Words(err))
	}
	return feed.Line(err.Error())
}

// settle notes in the source's row how it answered.
func (c *Cache) settle(t *tx, s *sourceState, d *feed.Delivery, fresh int) error {
	now := c.now()
	every := c.every(s, fresh)
	wait := max(every, min(int64(d.Next.Seconds()), int64(longestInterval.Seconds())))
	v := d.Validators
	if d.NotModified {
		if v.ETag == "" {
			v.ETag = s.validators.ETag
		}
		if v.LastModified == "" {
			v.LastModified = s.validators.LastModified
		}
	}
	if _, err := t.exec(`update source set fetched = ?, failed = 0, fails = 0, problem = ?, next = ?, blocked = 0, every = ?, gone = ?,
		etag = ?, modified = ? where id = ?`, now, c.words(d.Warning), now+jitter(wait, s.sid, now), every, d.Gone,
		v.ETag, v.LastModified, s.key); err != nil {
		return err
	}
	if f := d.Source; !d.NotModified && !d.Gone {
		if _, err := t.exec(`update source set title = iif(?1 = '', title, ?1), site = iif(?2 = '', site, ?2), description = ?3,
			language = iif(?4 = '', language, ?4), icon = iif(?5 = '', icon, ?5), hub = ?6 where id = ?7`,
			f.Title, f.Site, f.Description, f.Language, f.Icon, f.Hub, s.key); err != nil {
			return err
		}
	}
	return c.follow(t, s, d.Moved)
}

// follow changes a source's address when two answers in a row have said that it
// has moved for good to the same place; one may be an error of theirs, or a
// café's login page.
func (c *Cache) follow(t *tx, s *sourceState, moved string) error {
	moved = feed.WebLink(feed.Bare(moved))
	if moved == "" || feed.Address(moved) == feed.Address(s.src.URL) {
		if s.moved == "" {
			return nil
		}
		_, err := t.exec("update source set moved = '' where id = ?", s.key)
		return err
	}
	if s.moved != moved {
		_, err := t.exec("update source set moved = ? where id = ?", moved, s.key)
		return err
	}
	n, err := t.exec("update or ignore source set url = ?, address = ?, moved = '' where id = ?", moved, feed.Address(moved), s.key)
	if err == nil && n == 1 {
		c.options.Log.Info("source moved", "from", s.src.URL, "to", moved)
	}
	return err
}

// finish digests what came if it is little, so that a small refresh leaves nothing
// behind; more than that is left to the background, and to the next search.
func (r *run) finish() {
	if r.ctx.Err() != nil {
		return
	}
	const most = digestsPerRun * digestBatch
	var waiting int
	err := r.c.one(r.ctx, "select count(*) from (select 1 from pending limit ?)", []any{most + 1}, &waiting)
	for more := r.brought && waiting <= most; more && err == nil; {
		more, err = r.c.digest(r.ctx)
	}
	if err != nil && r.ctx.Err() == nil {
		r.c.options.Log.Warn("search index", "err", err)
	}
	r.c.digestSoon()
}

// ErrGone says that a source has ended (410) and will not be asked any more.
var ErrGone = errors.New("the source has ended")

// serverSources takes over the list of an origin that keeps one itself.
func (c *Cache) serverSources(ctx context.Context) error {
	list, err := c.origin.Sources(ctx)
	if err != nil || list == nil {
		return err
	}
	return c.write(ctx, c.own, func(t *tx) error {
		there := map[string]bool{}
		for _, s := range list {
			there[feed.Address(s.URL)] = true
			if _, err := t.addSource(s, c.now(), false); err != nil {
				return err
			}
			if _, err := t.exec("update source set remote = 1 where address = ?", feed.Address(s.URL)); err != nil {
				return err
			}
		}
		var gone []feed.SourceID
		if err := t.each("select sid, address from source where remote = 1 and removed = 0", nil, func(scan func(...any) error) error {
			var sid feed.SourceID
			var address string
			err := scan(&sid, &address)
			if !there[address] {
				gone = append(gone, sid)
			}
			return err
		}); err != nil {
			return err
		}
		for _, sid := range gone {
			if _, err := t.hideSource(sid, c.now(), new([]moved)); err != nil {
				return err
			}
		}
		if len(list) == 0 {
			return nil
		}
		return t.endSample()
	})
}

// push hands the marks made since the last time to the server. What it does not
// take stays for the next time.
func (r *run) push() {
	type item struct {
		key    int64
		family int
		mark   feed.Mark
	}
	var items []item
	err := r.c.all(r.ctx, "select w.article, w.family, a.ident, w.mark, w.at from outbox w join article a on a.id = w.article", nil,
		func(scan func(...any) error) error {
			var i item
			var at int64
			err := scan(&i.key, &i.family, &i.mark.Article, &i.mark.Kind, &at)
			i.mark.At = moment(at)
			items = append(items, i)
			return err
		})
	if err != nil || len(items) == 0 {
		return
	}
	marks := make([]feed.Mark, len(items))
	for i := range items {
		marks[i] = items[i].mark
	}
	if err := r.c.origin.Push(r.ctx, marks); err != nil {
		r.c.options.Log.Warn("marks not pushed", "n", len(marks), "err", err)
		return
	}
	err = r.c.write(r.ctx, r.c.own, func(t *tx) error {
		for _, i := range items { // a mark made meanwhile stays
			if _, err := t.exec("delete from outbox where article = ? and family = ? and mark = ? and at = ?",
				i.key, i.family, int(i.mark.Kind), i.mark.At.Unix()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		r.c.options.Log.Warn("outbox", "err", err)
	}
}
