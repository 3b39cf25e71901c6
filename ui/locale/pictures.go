package locale

// Pictures is what is said of pictures.
type Pictures struct {
	Loading       string // in a picture's place while it is fetched
	Failed        string // in its place when it cannot be shown
	None          string // the article has none
	NoText        string // the article's text is not on the page yet
	Unable        string // the terminal shows none
	Shown, Hidden string // they are shown in the page from now on, or not

	NoPage   func(fetch string) string // the feed's text has none, and the page has not been fetched
	Fetching func(done, total int) string
}
