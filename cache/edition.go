package cache

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"depesche/feed"
)

// An edition is what is to be there on the train: articles chosen by how new and how
// likely to be read they are, until a time is filled, each with its page and all its
// pictures. What could not be had is counted, with the reason.

// EditionOptions says what an edition holds and what it may cost.
type EditionOptions struct {
	Query    Query // Order, Limit and Offset do not count
	Minutes  int   // to read it all; 0: as many as Articles says
	Articles int   // at most; 0: 200
	Bytes    int64 // of pictures in a day, with those that refreshes brought; 0: 200 MB
}

func (o *EditionOptions) fill() {
	if o.Articles <= 0 {
		o.Articles = 200
	}
	if o.Bytes <= 0 {
		o.Bytes = 200 << 20
	}
}

// Edition is what was packed, in the order of reading.
type Edition struct {
	Rows    []Row
	Minutes int
	Lacks   []Lack
}

// Lack is something an edition has not got.
type Lack struct {
	Article  feed.ID
	Headline string
	What     string // "page", "picture"
	Err      error  // ErrBudget, or why it could not be had
}

// ErrBudget says that no more may be fetched today.
var ErrBudget = errors.New("the day's allowance is used up")

// ErrNoText says that a site lets only a part of an article be read.
var ErrNoText = errors.New("the site gives only a part")

// PackStep is a step of packing: an article is in, or a picture. The last one has
// the Edition, or says why there is none.
type PackStep struct {
	Done, Total int
	Pictures    bool // Done and Total count pictures
	Title       string
	Edition     *Edition
	Err         error
}

const (
	candidatesMost = 2000 // so many of the newest articles are chosen from
	packAtOnce     = 12   // pages or pictures fetched at a time; the client is polite to each host
	habitDays      = 30   // so far back it counts what was opened
	guessMinutes   = 3    // of an article of which only the teaser is known
)

// Pack makes an edition and keeps it until the next: is:packed lists it. The channel is
// closed after the last step; nobody has to read it.
func (c *Cache) Pack(ctx context.Context, o EditionOptions) <-chan PackStep {
	o.fill()
	out := make(chan PackStep, 2*o.Articles+1000)
	c.ending.Lock()
	defer c.ending.Unlock()
	if c.alive.Err() != nil {
		out <- PackStep{Err: &StorageError{c.path, ErrClosed}}
		close(out)
		return out
	}
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(c.alive, cancel)
	p := &edition{c: c, ctx: ctx, o: o, out: out}
	c.work.Go(func() {
		defer close(out)
		defer cancel()
		defer stop()
		var e *Edition
		err := c.guard("edition", func() (err error) {
			e, err = p.run()
			return err
		})
		p.tell(PackStep{Edition: e, Err: err})
	})
	return out
}

// edition is one in the making.
type edition struct {
	c   *Cache
	ctx context.Context
	o   EditionOptions
	out chan PackStep

	mu    sync.Mutex
	lacks []Lack
	done  int
	total int
}

// tell never waits: a step that nobody reads is left out, the last one has its room.
func (p *edition) tell(s PackStep) {
	if s.Edition == nil && s.Err == nil && len(p.out) > cap(p.out)-2 {
		return
	}
	p.out <- s
}

func (p *edition) step(pictures bool, title string, lack *Lack) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if lack != nil {
		p.lacks = append(p.lacks, *lack)
	}
	p.tell(PackStep{Done: p.done, Total: p.total, Pictures: pictures, Title: title})
}

func (p *edition) run() (*Edition, error) {
	if p.c.options.ReadOnly {
		return nil, &StorageError{p.c.path, ErrReadOnly}
	}
	rows, err := p.c.likely(p.ctx, p.o.Query)
	if err != nil {
		return nil, err
	}
	e, err := p.articles(rows)
	if err != nil {
		return nil, err
	}
	if err := p.pictures(e); err != nil {
		return nil, err
	}
	if err := p.c.keepPacked(p.ctx, e.Rows); err != nil {
		return nil, err
	}
	slices.SortStableFunc(p.lacks, func(a, b Lack) int { return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(a.Headline, b.Headline)) })
	e.Lacks = p.lacks
	return e, p.ctx.Err()
}

// articles takes rows until the time is filled, and fetches the pages they lack: some
// at a time, for how long an article is shows only then.
func (p *edition) articles(rows []Row) (*Edition, error) {
	e := &Edition{}
	left := p.o.Minutes
	p.total = min(len(rows), p.o.Articles)
	for batch := range slices.Chunk(rows, packAtOnce) {
		if len(e.Rows) >= p.o.Articles || p.o.Minutes > 0 && left <= 0 {
			break
		}
		if p.o.Minutes > 0 {
			batch = within(batch, left)
		}
		batch = batch[:min(len(batch), p.o.Articles-len(e.Rows))]
		p.eachAtOnce(len(batch), func(i int) { p.page(&batch[i]) })
		if err := p.ctx.Err(); err != nil {
			return nil, err
		}
		for _, r := range batch {
			if p.o.Minutes > 0 && r.Minutes > left {
				p.forget(r.ID)
				continue
			}
			left -= r.Minutes
			e.Minutes += r.Minutes
			e.Rows = append(e.Rows, r)
		}
	}
	return e, nil
}

// within leaves out of a batch what cannot fit into the minutes that are left, and
// what would come after they are used.
func within(batch []Row, left int) []Row {
	var out []Row
	for _, r := range batch {
		m := r.Minutes
		if !r.HasPage {
			m = max(m, guessMinutes)
		}
		if left > 0 && m <= left || len(out) == 0 && r.Minutes <= left {
			out = append(out, r)
			left -= m
		}
	}
	return out
}

// page fetches the page of a row that lacks it.
func (p *edition) page(r *Row) {
	var lack *Lack
	if !r.HasPage && r.Link != "" {
		a, err := p.c.full(p.ctx, r.ID, false)
		if p.ctx.Err() != nil {
			return
		}
		if err != nil {
			lack = &Lack{r.ID, r.Headline, "page", err}
		} else if row, err := p.c.Row(p.ctx, r.ID); err == nil {
			*r = row
			r.Access = a.Access
		}
	}
	if lack == nil && r.Access != feed.Full {
		lack = &Lack{r.ID, r.Headline, "page", ErrNoText}
	}
	p.step(false, r.Headline, lack)
}

// forget drops what was noted of an article that is not in the edition after all.
func (p *edition) forget(id feed.ID) {
	p.lacks = slices.DeleteFunc(p.lacks, func(l Lack) bool { return l.Article == id })
}

func (p *edition) eachAtOnce(n int, do func(int)) {
	next := atomic.Int64{}
	var wait sync.WaitGroup
	for range min(packAtOnce, n) {
		wait.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n || p.ctx.Err() != nil {
					return
				}
				if err := p.c.guarded("edition", func() { do(i) }); err != nil {
					return
				}
			}
		})
	}
	wait.Wait()
}

// wantedPicture is a picture of an edition with the article that shows it first.
type wantedPicture struct {
	url string
	row *Row
}

// pictures fetches all pictures of an edition, within the day's allowance.
func (p *edition) pictures(e *Edition) error {
	var list []wantedPicture
	seen := map[string]bool{}
	for i := range e.Rows {
		a, err := p.c.Article(p.ctx, e.Rows[i].ID, Best)
		if err != nil {
			continue // no text, no pictures
		}
		for _, pic := range a.Pictures() {
			if u := feed.WebLink(pic.URL); u != "" && !seen[u] {
				seen[u] = true
				list = append(list, wantedPicture{u, &e.Rows[i]})
			}
		}
	}
	left, err := p.c.pictureAllowance(p.ctx, p.o.Bytes)
	if err != nil {
		return err
	}
	budget := atomic.Int64{}
	budget.Store(left)
	p.done, p.total = 0, len(list)
	p.eachAtOnce(len(list), func(i int) { p.picture(list[i], &budget) })
	if err := p.ctx.Err(); err != nil {
		return err
	}
	keys := make([]Key, len(e.Rows))
	for i := range e.Rows {
		keys[i] = e.Rows[i].Key
	}
	e.Rows, err = p.c.Rows(p.ctx, keys)
	return err
}

// typicalPicture is what a picture is taken to need until it is there, so that those
// that are fetched at the same time do not all find the same rest of the allowance.
const typicalPicture = 100 << 10

func (p *edition) picture(w wantedPicture, budget *atomic.Int64) {
	var lack *Lack
	if _, err := p.c.KeptPicture(p.ctx, w.url); err != nil {
		err := ErrBudget
		if budget.Add(-typicalPicture) > -typicalPicture {
			var data []byte
			data, err = p.c.Picture(p.ctx, w.url)
			budget.Add(typicalPicture - int64(len(data)))
		} else {
			budget.Add(typicalPicture)
		}
		if p.ctx.Err() != nil {
			return
		}
		if err != nil {
			lack = &Lack{w.row.ID, w.row.Headline, "picture", err}
		}
	}
	p.step(true, w.row.Headline, lack)
}

// pictureAllowance is how many bytes of pictures may still be fetched today.
func (c *Cache) pictureAllowance(ctx context.Context, most int64) (int64, error) {
	var spent int64
	err := c.one(ctx, "select coalesce(sum(size), 0) from picture where used > ?", []any{c.now() - 24*60*60}, &spent)
	return most - spent, err
}

// likely lists the articles of a query by how new and how likely to be read they are:
// an article counts as old as it is, but up to four times as young when the reader has
// opened every article of its source, section or agency in the last thirty days.
func (c *Cache) likely(ctx context.Context, q Query) ([]Row, error) {
	q.Order, q.Limit, q.Offset = Newest, candidatesMost, 0
	keys, err := c.Keys(ctx, q)
	if err != nil {
		return nil, err
	}
	rows, err := c.Rows(ctx, keys)
	if err != nil {
		return nil, err
	}
	habit, err := c.habits(ctx)
	if err != nil {
		return nil, err
	}
	now := c.options.Now()
	age := make(map[Key]float64, len(rows))
	for i := range rows {
		r := &rows[i]
		share := 0.0
		for _, name := range habitNames(string(r.Source), r.Section, agencyWords(r)) {
			share = max(share, habit[name])
		}
		age[r.Key] = max(0, now.Sub(r.Published).Hours()) / (1 + 3*share)
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(age[a.Key], age[b.Key]) })
	return rows, nil
}

func agencyWords(r *Row) string {
	words := make([]string, len(r.Agencies))
	for i, a := range r.Agencies {
		words[i] = string(a)
	}
	return strings.Join(words, " ")
}

// habitNames are what a habit can hang on.
func habitNames(source, section, agencies string) []string {
	out := []string{"source " + source}
	if section != "" {
		out = append(out, "section "+foldWord(section))
	}
	for a := range strings.FieldsSeq(agencies) {
		out = append(out, "agency "+a)
	}
	return out
}

// fewForHabit is how many articles there have to be before a share says anything.
const fewForHabit = 5

// habits gives the share of the last articles that the reader has opened or starred,
// by source, section and agency.
func (c *Cache) habits(ctx context.Context) (map[string]float64, error) {
	all, opened := map[string]int{}, map[string]int{}
	since := c.options.Now().Add(-habitDays * 24 * time.Hour).Unix()
	err := c.all(ctx, `select o.sid, a.section, a.agencies, count(*), sum(s.starred = 1 or s.read = 1 and (s.block > 0 or s.offset > 0))
		from state s indexed by state_at cross join article a on a.id = s.id cross join source o on o.id = s.source
		where s.hidden = 0 and s.at >= ? group by 1, 2, 3`, []any{since}, func(scan func(...any) error) error {
		var source, section, agencies string
		var n, m int
		if err := scan(&source, &section, &agencies, &n, &m); err != nil {
			return err
		}
		for _, name := range habitNames(source, section, agencies) {
			all[name] += n
			opened[name] += m
		}
		return nil
	})
	share := make(map[string]float64, len(all))
	for name := range maps.Keys(opened) {
		if all[name] >= fewForHabit {
			share[name] = float64(opened[name]) / float64(all[name])
		}
	}
	return share, err
}
