package locale

// Keep is what the screen says of letting go what the settings no longer keep.
type Keep struct {
	Title, Hint      string
	Looking, Tidying string
	LetGo, LeaveAll  string
	Oldest           string            // over the articles that would go
	Why              map[string]string // by cache.Reason
}

var keepEN = Keep{
	Title: "Let go what the settings no longer keep", Hint: "Enter on the first line lets it go for good, Esc leaves it.",
	Looking: "Looking what would go.", Tidying: "Tidying; you can read on.",
	LetGo: "Let all of this go now", LeaveAll: "Leave it", Oldest: "The oldest of them",
	Why: map[string]string{
		"days": "left their feed longer ago than keep.days", "articles": "more than keep.articles or keep.per_source",
		"size": "beyond the size in the settings", "removed": "of sources you removed a month ago",
	},
}

var keepDE = Keep{
	Title: "Gehen lassen, was die Einstellungen nicht mehr behalten", Hint: "Enter auf der ersten Zeile lässt es für immer gehen, Esc da.",
	Looking: "Es wird nachgesehen, was ginge.", Tidying: "Es wird aufgeräumt; du kannst weiterlesen.",
	LetGo: "All das jetzt gehen lassen", LeaveAll: "Es dalassen", Oldest: "Die ältesten davon",
	Why: map[string]string{
		"days": "haben ihren Feed vor längerer Zeit verlassen als keep.days", "articles": "mehr als keep.articles oder keep.per_source",
		"size": "über die Größe in den Einstellungen hinaus", "removed": "von Quellen, die du vor einem Monat entfernt hast",
	},
}
