package locale

// Keep is what the screen says of letting go what the settings no longer keep.
type Keep struct {
	Title, Hint      string
	Looking, Tidying string
	LetGo, LeaveAll  string
	Oldest           string            // over the articles that would go
	Why              map[string]string // by cache.Reason
}
