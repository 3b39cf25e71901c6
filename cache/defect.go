package cache

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// What happens behind the screen must not end it: a worker that throws fails at what it had in hand, and
// all others go on.

// DefectError says that a worker of ours has a defect.
type DefectError struct {
	While  string // what it had in hand: "feed https://...", "article 17"
	Value  any    // what was thrown
	Report string // the file that tells all that is known; "" where none could be written
}

func (e *DefectError) Error() string { return fmt.Sprintf("panic in %s: %v", e.While, e.Value) }

// guard runs f and gives what it throws as an error.
func (c *Cache) guard(while string, f func() error) (err error) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		d := &DefectError{While: while, Value: r}
		stack := debug.Stack()
		if c.options.Defect != nil {
			what, _, _ := strings.Cut(while, " http") // a report can be sent to strangers: no addresses
			d.Report = c.options.Defect(r, what, stack)
		}
		c.options.Log.Error("panic", "while", while, "value", fmt.Sprint(r), "stack", string(stack))
		err = d
	}()
	return f()
}

// guarded is guard for what gives no error.
func (c *Cache) guarded(while string, f func()) error {
	return c.guard(while, func() error {
		f()
		return nil
	})
}
