package feed

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"net/url"
	"strings"
	"time"
)

// ID names an article for good: 13 letters and digits.
type ID string

// SourceID names a source for good: 8 letters and digits. It stays when the
// source's address changes.
type SourceID string

var idAlphabet = base32.NewEncoding("abcdefghijkmnpqrstuvwxyz23456789").WithPadding(base32.NoPadding)

// Valid reports whether an ID has the shape that NewID gives it.
func (id ID) Valid() bool {
	for _, r := range id {
		if (r < 'a' || r > 'z' || r == 'l' || r == 'o') && (r < '2' || r > '9') {
			return false
		}
	}
	return len(id) == 13
}

func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return idAlphabet.EncodeToString(h.Sum(nil))
}

// NewID derives an article's identity from its source and key: the page's
// address (see Address), else the feed's own id, else headline and date.
func NewID(s SourceID, key string) ID { return ID(digest(string(s), key)[:13]) }

// NewSourceID derives a source's identity from the address it was first added with.
func NewSourceID(address string) SourceID { return SourceID(digest(address)[:8]) }

// Key is what tells an article from the others of its source; see NewID.
func (a *Article) Key() string {
	switch {
	case a.Link != "":
		return Address(a.Link)
	case a.GUID != "":
		return a.GUID
	}
	return a.Headline + "\n" + a.Published.UTC().Format(time.RFC3339)
}

// trackers are query parameters that say where a reader came from, never which
// page is meant.
var trackers = map[string]bool{
	"fbclid": true, "gclid": true, "dclid": true, "msclkid": true, "mc_cid": true, "mc_eid": true, "igshid": true,
	"wt_mc": true, "wt_zmc": true, "xtor": true, "at_medium": true, "at_campaign": true, "cmpid": true, "ocid": true,
	"ns_mchannel": true, "ns_campaign": true, "ns_source": true, "ito": true, "smid": true, "partner": true,
}

// Address folds the spellings of one page's address into one: no fragment, no
// tracking parameters, host in small letters, no default port, "/" for no path.
func Address(link string) string {
	if IsAddress(link) && strings.IndexByte(link, '?') < 0 && !strings.Contains(link, ":80/") && !strings.Contains(link, ":443/") {
		return link
	}
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return link
	}
	u.Host = strings.ToLower(u.Host)
	if u.Scheme == "https" {
		u.Host = strings.TrimSuffix(u.Host, ":443")
	} else {
		u.Host = strings.TrimSuffix(u.Host, ":80")
	}
	u.Fragment, u.RawFragment, u.ForceQuery = "", "", false
	if u.Path == "" {
		u.Path = "/"
	}
	if u.RawQuery != "" {
		kept := ""
		for p := range strings.SplitSeq(u.RawQuery, "&") {
			name, _, _ := strings.Cut(p, "=")
			name = strings.ToLower(name)
			if trackers[name] || strings.HasPrefix(name, "utm_") || strings.HasPrefix(name, "pk_") || strings.HasPrefix(name, "mtm_") {
				continue
			}
			if kept != "" {
				kept += "&"
			}
			kept += p
		}
		u.RawQuery = kept
	}
	return u.String()
}

// Anchor is the place on a page that an address names, what stands behind "#"; "" where there
// is none, or where it only says where a reader comes from, as in "#xtor=RSS-3".
func Anchor(link string) string {
	_, anchor, _ := strings.Cut(link, "#")
	if strings.IndexByte(anchor, '=') >= 0 {
		return ""
	}
	return anchor
}

// WebLink gives link back if it is an absolute http or https address with a
// host, else "". Nothing else ever leaves for a browser or the network. What it
// gives is ASCII without blanks and control characters.
func WebLink(link string) string {
	link = strings.TrimSpace(link)
	if IsAddress(link) {
		return link
	}
	u, err := url.Parse(link)
	if err != nil || u.Hostname() == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	u.RawQuery = escapeQuery(u.RawQuery) // the one part that url.URL leaves as it came
	return u.String()
}

// IsAddress reports whether s is an absolute http or https address that would be written
// just so again, resolved against any other: small letters up to the path, which there is;
// in it no name that is empty or begins with a dot; letters, digits, "-", "_" and "." in all
// its parts, at most 4096 bytes. Most addresses are so.
func IsAddress(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	path := strings.IndexByte(rest, '/')
	if !ok || path < 1 || len(s) > 4096 {
		return false
	}
	host, port, hasPort := strings.Cut(rest[:path], ":")
	for i := range len(host) {
		if c := host[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-' {
			return false
		}
	}
	for i := range len(port) {
		if port[i] < '0' || port[i] > '9' {
			return false
		}
	}
	if host == "" || hasPort && port == "" {
		return false
	}
	query := false
	for i := path; i < len(rest); i++ {
		switch c := rest[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', c == '-', c == '_', query && (c == '=' || c == '&' || c == '.'):
		case !query && (c == '/' || c == '.'):
			if i > path && rest[i-1] == '/' {
				return false
			}
		case !query && c == '?' && i+1 < len(rest):
			query = true
		default:
			return false
		}
	}
	return true
}

// Bare is an address without user and password.
func Bare(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.User == nil {
		return link
	}
	u.User = nil
	return u.String()
}

// watchMark ends the address of a source that is no feed but a page. No server sees it, and
// lists of subscriptions carry it.
const watchMark = "#:headlines"

// Watch is the address of a source that follows the headlines of a page.
func Watch(page string) string {
	page, _, _ = strings.Cut(page, "#")
	return page + watchMark
}

// IsWatch reports whether an address stands for the headlines of a page.
func IsWatch(address string) bool { return strings.HasSuffix(address, watchMark) }

// ErrNoFeed is what an error wraps that says that there is no feed at an address, but maybe a
// page whose headlines can be followed.
var ErrNoFeed = errors.New("no feed")

func escapeQuery(q string) string {
	unsafe := func(c byte) bool { return c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' }
	safe := true
	for i := range len(q) {
		safe = safe && !unsafe(q[i])
	}
	if safe {
		return q
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(q) {
		if c := q[i]; unsafe(c) {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// Source is a place articles come from: a feed somebody subscribed to.
type Source struct {
	ID          SourceID
	URL         string   // the feed's address
	Site        string   // the site's home page
	Title       string   // the reader's name for it, else the feed's
	Description string   // the feed's own
	Language    string   // BCP 47, as the feed says
	Icon        string   // address of a small picture
	Hub         string   // WebSub hub, as the feed says
	Folder      []string // path of folders, outermost first
}

// Validators are what a server gave with its last answer, sent back to ask
// whether anything changed. Kept exactly as received.
type Validators struct {
	ETag         string
	LastModified string
}

// Delivery is a source's answer.
type Delivery struct {
	Source      Source // what the feed says of itself; zero fields: not said
	Articles    []Article
	Validators  Validators
	NotModified bool          // nothing changed: no articles
	Partial     bool          // it broke off: what is missing may still be in the feed
	Gone        bool          // the source says it has ended (410)
	Moved       string        // the permanent new address, else ""
	Next        time.Duration // how long the server asks us to wait; 0: nothing asked
	Warning     error         // what was wrong with a feed that could be read all the same; nil: nothing
}

// Mark is something a reader did to an article.
type Mark struct {
	Article ID
	Kind    MarkKind
	At      time.Time
}

// MarkKind says what was done.
type MarkKind uint8

// The marks.
const (
	Read MarkKind = iota
	Unread
	Star
	Unstar
	Hide // out of the lists
	Unhide
)

var markNames = [...]string{Read: "read", Unread: "unread", Star: "star", Unstar: "unstar", Hide: "hide", Unhide: "unhide"}

// String gives the mark's name on the command line: read, unread, star, unstar, hide, unhide.
func (k MarkKind) String() string {
	if int(k) < len(markNames) {
		return markNames[k]
	}
	return ""
}

// ParseMark reads what String wrote.
func ParseMark(s string) (MarkKind, bool) {
	for i, n := range markNames {
		if n == s {
			return MarkKind(i), true
		}
	}
	return 0, false
}
