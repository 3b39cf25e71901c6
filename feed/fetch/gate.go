package fetch

import (
	"context"
	"sync"

	"golang.org/x/sync/semaphore"
)

// gate lets only so many exchanges run at a time, to one host and in all.
type gate struct {
	perHost int
	all     chan struct{}

	mu    sync.Mutex
	hosts map[string]*queue
}

// queue is one host's share; it is forgotten when nobody uses or wants it.
type queue struct {
	slots chan struct{}
	users int
}

func newGate(perHost, total int) *gate {
	return &gate{perHost: perHost, all: make(chan struct{}, total), hosts: map[string]*queue{}}
}

// enter waits for a free connection to the host. The host's own slot is taken
// first, so that a crowd before one slow host holds no place of the others.
func (g *gate) enter(ctx context.Context, host string) (release func(), err error) {
	q := g.join(host)
	select {
	case q.slots <- struct{}{}:
	case <-ctx.Done():
		g.leave(host, q)
		return nil, ctx.Err()
	}
	select {
	case g.all <- struct{}{}:
	case <-ctx.Done():
		<-q.slots
		g.leave(host, q)
		return nil, ctx.Err()
	}
	return func() {
		<-g.all
		<-q.slots
		g.leave(host, q)
	}, nil
}

func (g *gate) join(host string) *queue {
	g.mu.Lock()
	defer g.mu.Unlock()
	q := g.hosts[host]
	if q == nil {
		q = &queue{slots: make(chan struct{}, g.perHost)}
		g.hosts[host] = q
	}
	q.users++
	return q
}

// heavy is the memory that long bodies may take at a time: one of the greatest size, or many of
// lesser. A list of feeds that all send their most does not fill the machine.
type heavy struct {
	room  *semaphore.Weighted
	whole int64
}

// light is how long a body may be, in bytes, that nobody asks for room for.
const light = 1 << 20

func newHeavy(limit int64) *heavy {
	return &heavy{room: semaphore.NewWeighted(limit), whole: limit}
}

// enter waits for room for a body of up to size bytes.
func (h *heavy) enter(ctx context.Context, size int64) (release func(), err error) {
	size = min(size, h.whole)
	if err := h.room.Acquire(ctx, size); err != nil {
		return nil, err
	}
	return sync.OnceFunc(func() { h.room.Release(size) }), nil
}

func (g *gate) leave(host string, q *queue) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if q.users--; q.users == 0 {
		delete(g.hosts, host)
	}
}
