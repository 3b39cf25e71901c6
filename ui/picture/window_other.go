//go:build !unix || aix

package picture

import "io"

// Measure does nothing: the system does not know a window's size in pixels.
func (*Terminal) Measure(io.Writer) {}
