package locale

// Page is what that part of the program says.
type Page struct{}

var (
	pageEN = Page{}
	pageDE = Page{}
)
