package locale

import "time"

// Desk is what is said of what a reader does with articles beyond reading them:
// rules, tags, the history of changes. desk_en.go and desk_de.go hold the words.
type Desk struct {
	Rule, Tag               Verb
	NoRuleVerb, NoTagVerb   func(name string) string
	NoDeed                  func(text, known string) string
	NoTagName               string
	NoUntil                 func(text string) string
	EmptyRule, TooManyRules string
	UntilFlag, RunFlag      string
	Deeds                   map[string]string // what a rule does, by cache.DeedNames
	Tagged                  func(tag string) string
	Until                   func(when string) string
	Expired                 string
	Articles                func(n int) string
	RulesTitle, RulesHint   string
	NoRules                 func(key string) string
	NewRule                 string
	RuleFrom                string // headline of the menu made from a row
	OfWord, OfSource        string
	OfAgency, OfAuthor      string
	OfSection, OfKicker     string
	OwnQuery                string
	DoWhat                  func(query string) string
	RuleAdded               func(n int, undo string) string
	RuleRemoved             func(undo string) string
	RuleChanged             func(n int, undo string) string
	RuleRan                 func(n int, undo string) string
	RuleShow, RuleRun       string
	RuleQuery, RuleUntil    string
	RuleDelete              string
	QueryLabel, UntilLabel  string
	UntilHint               string
	Edition                 Verb
	MinutesFlag, OutFlag    string
	ArticlesFlag            string
	EditionLabel            string
	EditionHint             string
	EditionTitle            string
	Packing                 func(done, total int, pictures bool) string
	Packed                  func(articles, minutes int) string
	NothingToPack           string
	NothingMissing          string
	Missing                 func(n int) string
	Lacks                   map[string]string // by cache.Lack.What
	Budget, PartOnly        string            // why something is missing
	Offline                 func(last string) string
	OfflineNever            string
	Contents, Photo         string // in an EPUB
	Correction, Original    string
	SavedPages              string                                   // the title of their source
	CameBack                func(articles, marks, copied int) string // after a database was damaged; copied: from a copy alone
	DateLine                func(t time.Time) string
	Restored                func(sources, added, known int) string
	FormatFlag              string
	WrittenTo               func(path string) string
	NoPlaceFor              func(path string) string
}
