package download

import (
	"errors"
	"math"
	"os"

	"golang.org/x/sys/windows"
)

// lock keeps other programs from writing the same part; it ends with this one, however that ends.
func lock(f *os.File) error {
	const how = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	// Behind the end of any file: what is written is not locked.
	at := windows.Overlapped{OffsetHigh: math.MaxInt32}
	if err := windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, &at); errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return ErrRunning
	}
	return nil
}
