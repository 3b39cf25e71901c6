package locale

// Errors is how failures are told: whole sentences, each with what to do. Which
// error is which sentence is decided in one place, fault.Sentence: this package
// knows neither database nor network, so that a page can be set without them.
type Errors struct {
	Internal    string                   // of a defect
	Reported    func(path string) string // of a defect, with the file that tells of it
	Interrupted string
	TimedOut    string
	Unstored    func(n int, why string) string // marks that were pending when the program ended

	Net         map[string]func(host string) string // by fetch.NetKind's String
	Status      func(code int, host string) string  // those that have no phrase below
	Forbidden   func(code int, host string) string
	Login       func(host string) string
	LoginPage   func(host string) string // in place of a feed
	Challenge   func(host string) string
	NotThere    func(code int, address string) string
	Gone        func(address string) string
	TooMany     func(host string, wait string) string
	ServerFault func(code int, host string) string
	Private     func(address string) string
	TooBig      func(address string) string
	Scheme      func(address string) string
	Address     func(address string) string
	Redirects   func(address string) string
	Wait        func(until string) string

	NotFeed       func(is string) string
	NotFeedOffers func(is, address string) string // a page that names a feed
	Is            map[string]string               // parse.NotFeedError.Is in words
	BrokenFeed    func(problems string) string
	Problems      map[string]string // parse.DamagedError.Problems in words
	EmptyFeed     string
	NoEntries     string                          // of a feed that is one
	BrokeOff      string                          // of a feed that was cut on its way
	ManyEntries   func(taken, of int) string      // of a feed with too many entries
	TooBigFeed    func(taken int) string          // of a feed whose beginning was read
	NoFeed        func(address, is string) string // no feed there, nor where sites keep them; is may be ""
	NoHeadlines   string                          // of a page that is to be followed
	NotList       string                          // no OPML
	NotURLs       string                          // no list of addresses
	BrokenList    string
	Heritage      map[string]func(path string) string // heritage.Problem in words
	NoArticle     string
	OnlyConsent   string // a consent dialogue stands in place of the article
	OnlyPaywall   string // a paywall does
	NoPage        string // of an article without a link
	NotPicture    string

	NotFound      string // an article or source that is not in the cache
	NothingToUndo string
	Ended         string                                    // a source (410)
	Ambiguous     string                                    // the beginning of an id
	Taken         string                                    // an address
	Kept          string                                    // a source that the settings name
	Program       map[string]func(name, said string) string // by program.Kind in words
	NoProgram     string                                    // that made a source
	NoVariable    func(name string) string                  // of the environment, with a secret
	Closed        string                                    // the cache, in the middle of something
	Index         string                                    // the one for search
	StoredText    string                                    // that cannot be read
	ReadOnly      func(path string) string
	Full          func(path string) string
	Busy          func(path string) string
	Storage       func(path, why string) string
	Damaged       func(path, why string) string
	Recovered     func(Recovery) string
	Defect        func(while, report string) string    // of ours, at a feed or an article; the others go on
	NoCopy        func(id string, several bool) string // of the database
	OpenElsewhere func(path string) string
	Newer         func(path string) string

	Query     map[string]func(text, near string) string // by cache.QueryError.Code
	QueryAt   func(pos int, what string) string
	UnknownIn func(file string, line int, key, nearest string) string
	BadValue  func(file string, line int, key, value, want string) string
	Syntax    func(file string, line int, why string) string
	Config    func(file, why string) string
	NoHome    string

	KeyTwice  func(key, action, where, with, whereWith string) string
	KeyBegins func(key, action, other, with string) string
	NoName    func(what, name, near, where string) string

	NoFile     func(path string) string
	NoAccess   func(path string) string
	NotAFolder func(path string) string
	IsFolder   func(path string) string
	Exists     func(path string) string
	File       func(op, path, why string) string
}

func quote(s string) string { return `"` + s + `"` }

// subject begins a sentence with s, or with other words where s is not known.
func subject(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func paren(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func prefix(where string) string {
	if where == "" {
		return ""
	}
	return where + ": "
}

// maybe is before + s + after, or nothing where there is no s.
func maybe(s, before, after string) string {
	if s == "" {
		return ""
	}
	return before + s + after
}

// Recovery is what became of a damaged database.
type Recovery struct {
	Path, Moved              string
	Lost                     bool   // it was gone or empty
	Sources, Articles, Marks int    // what is there now
	FromCopy                 int    // so many of the articles and marks come from the copy alone
	Copy                     string // when it was made; "": none was used
}
