// Package fault turns every error into a sentence for the reader: what went
// wrong, and what to do about it. It is the one place that knows all error types;
// the words stand in package locale.
package fault

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"depesche/cache"
	"depesche/cache/download"
	"depesche/cache/heritage"
	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/extract"
	"depesche/feed/fetch"
	"depesche/feed/opml"
	"depesche/feed/parse"
	"depesche/feed/program"
	"depesche/ui/config"
	"depesche/ui/keys"
	"depesche/ui/locale"
)

// words are the phrases of one language.
type words struct {
	*locale.Errors
	dates *locale.Dates
}

// Sentence says in one sentence what went wrong and what to do about it. Errors
// that were joined are a sentence each, on lines of their own. What is not
// known is said as it is.
func Sentence(t *locale.Text, err error) string {
	if err == nil {
		return ""
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var lines []string
		for _, e := range joined.Unwrap() {
			lines = append(lines, Sentence(t, e))
		}
		return strings.Join(lines, "\n")
	}
	if say := desk(&t.Desk, err); say != "" {
		return say
	}
	if say := downloads(t, err); say != "" {
		return say
	}
	e := words{&t.Errors, &t.Dates}
	for _, say := range []func(error) string{
		e.config, e.keys, e.query, e.storage, e.programs, e.network, e.content, e.files,
	} {
		if s := say(err); s != "" {
			return feed.Line(s) // it may repeat a file's name
		}
	}
	switch {
	case errors.Is(err, context.Canceled):
		return e.Interrupted
	case errors.Is(err, context.DeadlineExceeded):
		return e.TimedOut
	}
	return plain(feed.Line(err.Error()))
}

// desk is what is wrong with a rule or a tag.
func desk(t *locale.Desk, err error) string {
	var deed *cache.DeedError
	switch {
	case errors.As(err, &deed):
		return t.NoDeed(deed.Text, strings.Join(cache.DeedNames(), " "))
	case errors.Is(err, cache.ErrEmptyRule):
		return t.EmptyRule
	case errors.Is(err, cache.ErrTooMany):
		return t.TooManyRules
	case errors.Is(err, cache.ErrBudget):
		return t.Budget
	case errors.Is(err, cache.ErrNoText):
		return t.PartOnly
	case errors.Is(err, cache.ErrOffline):
		return t.OfflineNever
	case errors.Is(err, cache.ErrNoTag):
		return t.NoTagName
	}
	return ""
}

// downloads is why a file does not come.
func downloads(t *locale.Text, err error) string {
	var part *download.PartialError
	var big *cache.TooBigError
	var opener *config.NoOpenerError
	switch {
	case errors.As(err, &opener):
		return t.Files.NoOpener(opener.File)
	case errors.As(err, &big):
		return t.Files.TooBig(t.Dates.Bytes(big.Most))
	case errors.As(err, &part):
		size := ""
		if part.Size >= 0 {
			size = t.Dates.Bytes(part.Size)
		}
		said := t.Files.Partial
		if part.Keeps {
			said = t.Files.PartialKept
		}
		return Sentence(t, part.Err) + " " + said(t.Dates.Bytes(part.Have), size)
	}
	return first(err, []phrase{{direct.ErrNotFile, t.Files.NotFile}, {cache.ErrNoFile, t.Files.NoFile}, {fetch.ErrRange, t.Files.OtherPart}, {download.ErrRunning, t.Files.Running}})
}

// plain makes a sentence of words we do not know.
func plain(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	if r := s[len(s)-1]; r != '.' && r != '!' && r != '?' {
		s += "."
	}
	return s
}

func (e words) network(err error) string {
	var (
		status *fetch.StatusError
		net    *fetch.NetError
		wait   *cache.WaitError
	)
	switch {
	case errors.As(err, &status):
		return e.status(status)
	case errors.As(err, &net):
		say, ok := e.Net[net.Kind.String()]
		if !ok {
			say = e.Net[fetch.Failed.String()]
		}
		return say(host(net.URL))
	case errors.As(err, &wait):
		until := wait.Until.Local()
		if time.Until(until) < 12*time.Hour {
			return e.Wait(e.dates.Clock(until))
		}
		return e.Wait(e.dates.Stamp(until))
	}
	for _, s := range []struct {
		is  error
		say func(string) string
	}{
		{fetch.ErrPrivate, e.Private},
		{fetch.ErrTooBig, e.TooBig},
		{fetch.ErrScheme, e.Scheme},
		{fetch.ErrTooManyRedirects, e.Redirects},
		{fetch.ErrAddress, e.Address},
	} {
		if errors.Is(err, s.is) {
			return s.say(address(err, s.is))
		}
	}
	return ""
}

func (e words) status(s *fetch.StatusError) string {
	switch {
	case s.Challenge:
		return e.Challenge(host(s.URL))
	case s.Code == 401:
		return e.Login(host(s.URL))
	case s.Code == 402 || s.Code == 403 || s.Code == 407 || s.Code == 451:
		return e.Forbidden(s.Code, host(s.URL))
	case s.Code == 404:
		return e.NotThere(s.Code, s.URL)
	case s.Code == 410:
		return e.Gone(s.URL)
	case s.Code == 429 || s.Code == 503 && s.Wait > 0:
		return e.TooMany(host(s.URL), wait(s.Wait))
	case s.Code >= 500:
		return e.ServerFault(s.Code, host(s.URL))
	}
	return e.Status(s.Code, host(s.URL))
}

func wait(d time.Duration) string {
	if d <= 0 {
		return ""
	}
	if d > 2*time.Hour {
		return strconv.Itoa(int((d+time.Hour-1)/time.Hour)) + " h"
	}
	return strconv.Itoa(int((d+time.Minute-1)/time.Minute)) + " min"
}

func (e words) programs(err error) string {
	var (
		run     *program.Error
		missing *config.MissingError
	)
	switch {
	case errors.As(err, &run):
		return e.Program[run.Kind.String()](run.Name, run.Said)
	case errors.As(err, &missing):
		return e.NoVariable(missing.Variable)
	}
	return first(err, []phrase{{direct.ErrNoProgram, e.NoProgram}, {cache.ErrKept, e.Kept}})
}

func (e words) content(err error) string {
	var (
		none   *direct.NoFeedError
		not    *parse.NotFeedError
		broken *parse.DamagedError
		left   *heritage.Error
		many   *parse.TooManyError
		big    *direct.TooBigError
	)
	switch {
	case errors.As(err, &many):
		return e.ManyEntries(many.Taken, many.Of)
	case errors.As(err, &big):
		return e.TooBigFeed(big.Taken)
	case errors.As(err, &left):
		return e.Heritage[string(left.Problem)](left.Path)
	case errors.As(err, &none) && none.Login:
		return e.LoginPage(host(none.URL))
	case errors.As(err, &none) && (none.Not == nil || none.Not.Is == "html" && len(none.Not.Feeds) == 0):
		is := ""
		if none.Not != nil {
			is = e.Is[none.Not.Is]
		}
		return e.NoFeed(none.URL, is)
	case errors.As(err, &not):
		is := e.Is[not.Is]
		if is == "" {
			is = e.Is["data"]
		}
		if not.Is == "empty" {
			return e.EmptyFeed
		}
		if len(not.Feeds) > 0 {
			return e.NotFeedOffers(is, not.Feeds[0].URL)
		}
		return e.NotFeed(is)
	case errors.As(err, &broken):
		return e.BrokenFeed(e.problems(broken))
	case errors.Is(err, parse.ErrNotFeed):
		return e.NotFeed(e.Is["data"])
	}
	return first(err, []phrase{
		{extract.ErrConsentWall, e.OnlyConsent},
		{extract.ErrPaywall, e.OnlyPaywall},
		{extract.ErrNoArticle, e.NoArticle},
		{direct.ErrNoEntries, e.NoEntries},
		{direct.ErrNoHeadlines, e.NoHeadlines},
		{direct.ErrBrokeOff, e.BrokeOff},
		{direct.ErrNoPage, e.NoPage},
		{direct.ErrNotPicture, e.NotPicture},
		{cache.ErrNoPicture, e.NotPicture},
		{opml.ErrNotOPML, e.NotList},
		{opml.ErrNotURLs, e.NotURLs},
		{opml.ErrDamaged, e.BrokenList},
	})
}

// phrase is what is said of an error that has no details.
type phrase struct {
	is  error
	say string
}

func first(err error, phrases []phrase) string {
	for _, p := range phrases {
		if errors.Is(err, p.is) {
			return p.say
		}
	}
	return ""
}

func (e words) problems(d *parse.DamagedError) string {
	said := make([]string, len(d.Problems))
	for i, p := range d.Problems {
		if said[i] = e.Problems[p]; said[i] == "" {
			said[i] = p
		}
	}
	return strings.Join(said, ", ")
}

func (e words) storage(err error) string {
	var defect *cache.DefectError
	if errors.As(err, &defect) {
		if defect.Report == "" {
			return e.Internal
		}
		return e.Defect(defect.While, defect.Report)
	}
	var (
		damaged *cache.DamagedError
		newer   *cache.NewerError
		none    *cache.NoCopyError
		place   *cache.StorageError
	)
	switch {
	case errors.As(err, &damaged):
		if damaged.Moved != "" {
			return e.recovered(damaged)
		}
		return e.Damaged(damaged.Path, fmt.Sprint(damaged.Err))
	case errors.As(err, &newer):
		return e.Newer(newer.Path)
	case errors.As(err, &none):
		return e.NoCopy(none.ID, none.Several)
	case errors.As(err, &place):
		switch {
		case errors.Is(place.Err, cache.ErrReadOnly), errors.Is(place.Err, fs.ErrPermission):
			return e.ReadOnly(place.Path)
		case errors.Is(place.Err, cache.ErrFull), errors.Is(place.Err, syscall.ENOSPC):
			return e.Full(place.Path)
		case errors.Is(place.Err, cache.ErrBusy):
			return e.Busy(place.Path)
		case errors.Is(place.Err, cache.ErrIndex):
			return e.Index
		case errors.Is(place.Err, cache.ErrOpen):
			return e.OpenElsewhere(place.Path)
		case errors.Is(place.Err, cache.ErrClosed):
			return e.Closed
		}
		if s := e.files(place.Err); s != "" {
			return s
		}
		return e.Storage(place.Path, fmt.Sprint(place.Err))
	}
	return first(err, []phrase{
		{cache.ErrReadOnly, e.ReadOnly("")},
		{cache.ErrFull, e.Full("")},
		{cache.ErrBusy, e.Busy("")},
		{cache.ErrNotFound, e.NotFound},
		{cache.ErrNothing, e.NothingToUndo},
		{cache.ErrGone, e.Ended},
		{cache.ErrAmbiguous, e.Ambiguous},
		{cache.ErrTaken, e.Taken},
		{cache.ErrClosed, e.Closed},
		{cache.ErrIndex, e.Index},
		{cache.ErrText, e.StoredText},
		{cache.ErrOpen, e.OpenElsewhere("")},
		{cache.ErrAddress, e.Address("")},
	})
}

func (e words) recovered(d *cache.DamagedError) string {
	r := locale.Recovery{
		Path: d.Path, Moved: d.Moved, Lost: d.Lost, Sources: d.Saved.Sources, Articles: d.Saved.Articles, Marks: d.Saved.Marks,
		FromCopy: max(d.Copied.Articles, d.Copied.Marks),
	}
	if d.Copy != "" {
		r.Copy = e.dates.Stamp(d.Made)
	}
	return e.Recovered(r)
}

func (e words) query(err error) string {
	var q *cache.QueryError
	if !errors.As(err, &q) {
		return ""
	}
	say, ok := e.Query[q.Code]
	if !ok {
		return e.QueryAt(q.Char+1, q.Code)
	}
	return e.QueryAt(q.Char+1, say(q.Text, q.Near))
}

func (e words) config(err error) string {
	var c *config.Error
	switch {
	case errors.Is(err, config.ErrNoHome):
		return e.NoHome
	case !errors.As(err, &c):
		return ""
	}
	switch c.Kind {
	case config.UnknownKey:
		return e.UnknownIn(c.File, c.Line, c.Key, c.Nearest)
	case config.BadValue:
		return e.BadValue(c.File, c.Line, c.Key, c.Value, c.Want)
	case config.Syntax:
		return e.Syntax(c.File, c.Line, fmt.Sprint(c.Err))
	case config.Unreadable:
	}
	if s := e.files(c.Err); s != "" {
		return s
	}
	return e.Config(c.File, fmt.Sprint(c.Err))
}

func (e words) keys(err error) string {
	var (
		conflict *keys.ConflictError
		name     *keys.NameError
	)
	switch {
	case errors.As(err, &conflict):
		if conflict.Key != conflict.Other {
			return e.KeyBegins(conflict.Key, conflict.Action, conflict.Other, conflict.With)
		}
		return e.KeyTwice(conflict.Key, conflict.Action, conflict.Where, conflict.With, conflict.WhereWith)
	case errors.As(err, &name):
		return e.NoName(name.What, name.Name, name.Near, name.Where)
	}
	return ""
}

func (e words) files(err error) string {
	var p *fs.PathError
	if !errors.As(err, &p) {
		return ""
	}
	switch {
	case errors.Is(p.Err, fs.ErrNotExist):
		return e.NoFile(p.Path)
	case errors.Is(p.Err, fs.ErrPermission), errors.Is(p.Err, syscall.EROFS):
		return e.NoAccess(p.Path)
	case errors.Is(p.Err, fs.ErrExist):
		return e.Exists(p.Path)
	case errors.Is(p.Err, syscall.ENOTDIR):
		return e.NotAFolder(p.Path)
	case errors.Is(p.Err, syscall.EISDIR):
		return e.IsFolder(p.Path)
	case errors.Is(p.Err, syscall.ENOSPC):
		return e.Full(p.Path)
	}
	return e.File(p.Op, p.Path, p.Err.Error())
}

// host is the part of an address that a reader knows it by.
func host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return address
}

// address takes "fetch ADDRESS: reason" apart; fetch words it that way where
// the reason has no type of its own.
func address(err, reason error) string {
	s := strings.TrimSuffix(err.Error(), ": "+reason.Error())
	if i := strings.LastIndex(s, "fetch "); i >= 0 {
		return s[i+len("fetch "):]
	}
	return ""
}
