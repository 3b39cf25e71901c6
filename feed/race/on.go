//go:build race

package race

// Detects is true where the race detector does.
const Detects = true
