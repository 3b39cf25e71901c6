package locale

import (
	"fmt"
	"time"
)

// Files is what is said of the files that go with articles: episodes, films, documents.
type Files struct {
	Media    map[string]string // in a word, by feed.Medium.String
	Here     string            // it is on the disk
	Comments string            // the page on which an article is discussed

	Download             Verb
	DirFlag              string
	Progress             func(name, done, size string, percent int) string // size "", percent -1: not known
	NoFile               string                                            // to download
	NotFile              string                                            // a page came in its place
	OtherPart            string                                            // came than was asked for
	Running              string                                            // it is on its way already
	TooBig               func(most string) string
	NoOpener             func(file string) string
	NoFileHere           string // to open
	NoComments           string
	OpenTitle            string // of the menu of an article's files
	DownloadTitle        string
	QueueTitle           string // of the menu of files on their way
	QueueHint            func(toggle, accept string) string
	Queued               func(n int, key string) string
	IsHere               func(path, key string) string
	Cancelled            func(n int) string
	NoDownloads          func(key string) string
	Waiting              func(n int) string                 // behind Progress: so many files follow
	Loading              func(name string, more int) string // in place of Progress, for ears
	Partial, PartialKept func(have, size string) string     // what broke off; size "": not known
}

// Length is how long a recording takes: "30 s", "45 min", "1 h 2 min"; the same in every language.
func Length(d time.Duration) string {
	minutes := int((d + 30*time.Second) / time.Minute)
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", d/time.Second)
	case minutes < 60:
		return fmt.Sprintf("%d min", minutes)
	case minutes%60 == 0:
		return fmt.Sprintf("%d h", minutes/60)
	}
	return fmt.Sprintf("%d h %d min", minutes/60, minutes%60)
}
