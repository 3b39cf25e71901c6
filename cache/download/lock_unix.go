//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package download

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lock keeps other programs from writing the same part; it ends with this one, however that
// ends. A file system that knows no locks is no reason not to write.
func lock(f *os.File) error {
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); errors.Is(err, unix.EWOULDBLOCK) {
		return ErrRunning
	}
	return nil
}
