//go:build unix

package heritage

import (
	"syscall"
	"time"
)

// worked is how long the processor has worked for this program: other programs on a busy machine take
// its time, but give it no work.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
