package cache

import (
	"context"
	"errors"
	"sync"
	"time"

	"depesche/feed"
)

// The pages behind the feeds.

// wanted is an article whose page is to be fetched.
type wanted struct {
	id   feed.ID
	link string
}

// longAgo is how long an article is new enough for its page to be fetched unasked.
const longAgo = 7 * 24 * time.Hour

// pages fetches the pages of the run's new articles, and of those that were left
// over from runs before, the newest first and no more than Options.PagesPerRun.
func (r *run) pages() {
	if r.ctx.Err() != nil {
		return
	}
	list, err := r.c.wantedPages(r.ctx, r.c.options.PagesPerRun)
	if err != nil || len(list) == 0 {
		return
	}
	r.mu.Lock()
	r.done, r.total = 0, len(list)
	r.mu.Unlock()
	hosts := map[string][]wanted{}
	for _, w := range list {
		hosts[host(w.link)] = append(hosts[host(w.link)], w)
	}
	var wait sync.WaitGroup
	for _, queue := range hosts {
		lanes := min(r.c.options.PerHost, len(queue))
		for lane := range lanes {
			wait.Go(func() {
				for i := lane; i < len(queue) && r.ctx.Err() == nil; i += lanes {
					r.page(queue[i])
				}
			})
		}
	}
	wait.Wait()
}

func (r *run) page(w wanted) {
	select {
	case r.working <- struct{}{}:
		defer func() { <-r.working }()
	case <-r.ctx.Done():
		return
	}
	var a feed.Article
	err := r.c.guard("page "+feed.Bare(w.link), func() (err error) {
		a, err = r.c.full(r.ctx, w.id, r.silence.broken)
		return err
	})
	if r.ctx.Err() != nil {
		return
	}
	p := Progress{Source: a.Source, Title: a.Headline, Pages: true, Article: w.id, Err: err}
	if err == nil {
		p.Updated = 1
	}
	r.tell(p)
}

// wantedPages lists articles without a page: recent, unread or starred, not tried
// too often.
func (c *Cache) wantedPages(ctx context.Context, limit int) ([]wanted, error) {
	var out []wanted
	general := c.options.FullText
	others, err := c.otherwise(ctx, general, func(a Asking) *bool { return a.FullText })
	if err != nil || !general && len(others) == 0 {
		return nil, err
	}
	err = c.all(ctx, `select a.ident, a.link from article a indexed by article_want cross join state s on s.id = a.id
		where a.want = 1 and (a.source in (select value from json_each(?))) <> ? and a.seen >= ? and a.page_tries < 3 and a.link <> '' and s.hidden = 0
			and (s.read = 0 or s.starred = 1 or a.page_at > 0)
		order by a.seen desc, a.id desc limit ?`, []any{keyList(others), general, c.now() - int64(longAgo.Seconds()), limit},
		func(scan func(...any) error) error {
			var w wanted
			err := scan(&w.id, &w.link)
			out = append(out, w)
			return err
		})
	return out, err
}

// Full fetches the article's page now, whatever was fetched before, stores it and
// gives the best text that is now known. If the reader has read an earlier page
// that differs, that one becomes a revision.
func (c *Cache) Full(ctx context.Context, id feed.ID) (feed.Article, error) {
	return c.full(ctx, id, false)
}

// full does what Full does. online says that the network is there: who does not
// answer then has had a try.
func (c *Cache) full(ctx context.Context, id feed.ID, online bool) (feed.Article, error) {
	entry, err := c.Article(ctx, id, FromFeed)
	if errors.Is(err, ErrNotFound) {
		entry, err = c.Article(ctx, id, Best)
	}
	if err != nil {
		return feed.Article{}, err
	}
	page, err := c.origin.Full(ctx, entry)
	if err != nil {
		if ctx.Err() == nil && (online || !Unanswered(err)) {
			_ = c.write(ctx, c.fetched, func(t *tx) error { // err is what the caller must know
				_, err := t.exec("update article set page_tries = page_tries + 1 where ident = ?", string(id))
				return err
			})
		}
		entry.Body = nil
		return entry, err
	}
	blob, hash := c.codec.pack(&page), c.codec.textHash(&page)
	if err := c.write(ctx, c.fetched, func(t *tx) error { return c.putPage(t, id, hash, blob) }); err != nil {
		return entry, err
	}
	return c.Article(ctx, id, Best)
}

func (c *Cache) putPage(t *tx, id feed.ID, hash int64, blob []byte) error {
	var key, was, at int64
	if err := t.row("select id, page_hash, page_at from article where ident = ?", []any{string(id)}, &key, &was, &at); err != nil {
		return err
	}
	if _, err := t.exec("update article set page_at = ?, page_hash = ?, want = 0, page_tries = 0 where id = ?", max(c.now(), 1), hash, key); err != nil {
		return err
	}
	if at > 0 && was == hash {
		return nil
	}
	var entry []byte
	if err := t.row("select feed from body where id = ?", []any{key}, &entry); err != nil {
		return err
	}
	if err := c.replace(t, key, entry, blob); err != nil || at > 0 || len(entry) == 0 {
		return err
	}
	return c.pageArrives(t, key, entry, blob)
}

// pageArrives holds an article against the rules again, now that its page has
// come: agency, author and text are often known only from there.
func (c *Cache) pageArrives(t *tx, key int64, entry, blob []byte) error {
	if s, err := c.standingRules(t); err != nil || len(s.rules) == 0 {
		return err
	}
	was := arriving{key: key, source: &sourceState{}}
	if err := t.each(sourceColumns+" where id = (select source from article where id = ?)", []any{key}, was.source.scan); err != nil {
		return err
	}
	if err := t.row("select a.ident, s.at, a.seen, "+wideFlags+" from state s join article a using(id) where s.id = ?", []any{key},
		&was.id, &was.at, &was.seen, &was.flags); err != nil {
		return err
	}
	if err := t.each("select g.folded from tagged d join tag g on g.id = d.tag where d.article = ?", []any{key}, func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		was.tags = append(was.tags, name)
		return err
	}); err != nil {
		return err
	}
	now := was
	now.page = true
	before, err := c.codec.best(entry, nil)
	if err != nil {
		return nil //nolint:nilerr // what the rules made of it then cannot be known, so nothing is new to them
	}
	after, err := c.codec.best(entry, blob)
	was.best, now.best = &before, &after
	if err != nil {
		return err
	}
	return c.arrive(t, &now, &was)
}

// Why fetches the page at link, which the source led to, and tells how it is
// taken apart; nothing is stored.
func (c *Cache) Why(ctx context.Context, source feed.SourceID, link string) ([]feed.Reason, error) {
	return c.origin.Explain(ctx, feed.Article{Source: source, Link: link})
}
