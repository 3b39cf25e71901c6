package picture

import (
	"image"
	"time"

	"github.com/charmbracelet/colorprofile"
)

// Key is all that a drawing depends on.
type Key struct {
	URL        string
	Protocol   Protocol
	Cols, Rows int
	Cell       image.Point
	Colours    colorprofile.Profile
}

// Bounds of a shelf.
const (
	maxDrawings = 96
	maxHeld     = 24 << 20 // bytes
)

// Shelf keeps the drawings used last, and the ids of those the terminal holds.
// The zero value is an empty one.
type Shelf struct {
	held map[Key]*Entry
	ids  [lastID + 1]bool // taken
	last int              // id given away
	now  int
	size int
}

// Entry is a drawing that is there, is being made, or failed.
type Entry struct {
	Drawing
	ID    int // Kitty's and Placed's
	Ready bool
	Err   error

	Since time.Time // when it was asked for; for whoever asks

	used int
	size int
}

// Get gives a drawing, nil where it was never asked for.
func (s *Shelf) Get(k Key) *Entry {
	e := s.held[k]
	if e != nil {
		s.now++
		e.used = s.now
	}
	return e
}

// Ask makes an entry for a drawing that is going to be made; nil where the
// terminal holds as many pictures as it can.
func (s *Shelf) Ask(k Key) *Entry {
	e := &Entry{}
	if k.Protocol == Kitty || k.Protocol == Placed {
		if e.ID = s.freeID(); e.ID == 0 {
			return nil
		}
		s.ids[e.ID] = true
	}
	if s.held == nil {
		s.held = map[Key]*Entry{}
	}
	s.now++
	e.used = s.now
	s.held[k] = e
	return e
}

// freeID goes round, so that an id is not used again soon after it was freed.
func (s *Shelf) freeID() int {
	for range lastID - firstID + 1 {
		if s.last++; s.last < firstID || s.last > lastID {
			s.last = firstID
		}
		if !s.ids[s.last] {
			return s.last
		}
	}
	return 0
}

// Put enters what was drawn, or why not, and gives the ids of the pictures that
// were thrown out for it. One of Kitty's is ready only when Sent says so, and
// what it sends is not kept. False: nobody waits for it any more.
func (s *Shelf) Put(k Key, id int, d Drawing, err error) (thrown []int, ok bool) {
	e := s.held[k]
	if e == nil || e.ID != id || e.Ready || e.Err != nil {
		return nil, false
	}
	e.Drawing, e.Err, e.Ready = d, err, err == nil && k.Protocol != Kitty
	if k.Protocol == Kitty {
		e.Send = ""
	}
	e.size = len(e.Send)
	for _, l := range e.Lines {
		e.size += len(l)
	}
	s.size += e.size
	for len(s.held) > maxDrawings || s.size > maxHeld && len(s.held) > 1 {
		if id := s.throwOut(); id > 0 {
			thrown = append(thrown, id)
		}
	}
	return thrown, true
}

// Sent says that the terminal has got a picture: its lines may be shown.
func (s *Shelf) Sent(k Key, id int) {
	if e := s.held[k]; e != nil && e.ID == id && e.Err == nil {
		e.Ready = true
	}
}

// Drop gives up a drawing that was not sent.
func (s *Shelf) Drop(k Key, id int) {
	if e := s.held[k]; e != nil && e.ID == id && !e.Ready {
		s.drop(k)
	}
}

// throwOut drops the entry used longest ago.
func (s *Shelf) throwOut() (id int) {
	var oldest Key
	at := s.now + 1
	for k, e := range s.held {
		if e.used < at {
			oldest, at = k, e.used
		}
	}
	return s.drop(oldest)
}

func (s *Shelf) drop(k Key) (id int) {
	e := s.held[k]
	if e == nil {
		return 0
	}
	delete(s.held, k)
	s.size -= e.size
	s.ids[e.ID] = false
	return e.ID
}

// Retry drops what failed or is still being made, so that it is asked for again,
// and gives the ids that the terminal may hold of it.
func (s *Shelf) Retry() (thrown []int) {
	for k, e := range s.held {
		if e.Ready {
			continue
		}
		if id := s.drop(k); id > 0 {
			thrown = append(thrown, id)
		}
	}
	return thrown
}

// Clear drops everything and gives what the terminal holds.
func (s *Shelf) Clear() (thrown []int) {
	thrown = s.Held()
	*s = Shelf{last: s.last}
	return thrown
}

// Held lists the ids of the pictures the terminal holds, or soon will.
func (s *Shelf) Held() []int {
	var out []int
	for id := firstID; id <= lastID; id++ {
		if s.ids[id] {
			out = append(out, id)
		}
	}
	return out
}
