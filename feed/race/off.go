//go:build !race

// Package race tells tests whether the race detector watches them. A test that is about volume, letters
// or memory, with one goroutine, has nothing for it to find and takes ten times as long under it: it asks
// here and does less, or nothing, since the step before (.ci/run) runs it whole.
package race

// Detects is true where the race detector does.
const Detects = false
