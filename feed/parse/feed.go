package parse

// Feed reads a feed.
func Feed(body []byte, o Options) (*Document, error) {
	return &Document{}, nil
}
