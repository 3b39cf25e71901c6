package locale

// Screen is what that part of the program says.
type Screen struct{}

var (
	screenEN = Screen{}
	screenDE = Screen{}
)
