package markup

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// maxLink is the longest address that is taken, in bytes.
const maxLink = 8 << 10

// Link makes an absolute address of a reference as it stands in a document:
// http, https or mailto, in ASCII, without white space; or "" where it is none of
// these. base may be nil. References are taken as publishers write them:
// with blanks and line ends inside, with umlauts, without a scheme ("www.example.org").
func Link(base *url.URL, ref string) string {
	if ready(ref) {
		return ref
	}
	ref = tidy(ref)
	if ref == "" || len(ref) > maxLink {
		return ""
	}
	if len(ref) > 4 && strings.EqualFold(ref[:4], "www.") {
		ref = "http://" + ref
	}
	if rest, ok := cutScheme(ref, "feed"); ok { // feed://host/path and feed:https://host/path
		if strings.HasPrefix(rest, "//") {
			rest = "http:" + rest
		}
		ref = rest
	}
	u, err := parseLoose(ref)
	if err != nil {
		return ""
	}
	if u.Scheme == "" {
		if base == nil {
			return ""
		}
		u = base.ResolveReference(u)
	}
	return absolute(u)
}

// Base is the address that references are resolved against after ref was
// named as a base inside base; base itself where ref is none.
func Base(base *url.URL, ref string) *url.URL {
	ref = tidy(ref)
	if ref == "" || len(ref) > maxLink {
		return base
	}
	u, err := parseLoose(ref)
	if err != nil {
		return base
	}
	if u.Scheme == "" && base != nil {
		u = base.ResolveReference(u)
	}
	if s := strings.ToLower(u.Scheme); (s != "http" && s != "https") || !isHost(u) {
		return base
	}
	return u
}

// ready reports whether ref is an address that needs nothing done: most are.
func ready(ref string) bool {
	rest, ok := strings.CutPrefix(ref, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(ref, "http://"); !ok {
			return false
		}
	}
	if len(ref) > maxLink {
		return false
	}
	host := true
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '.', c == '-':
		case c == '/' || c == '?' || c == '#':
			if host && i == 0 {
				return false
			}
			host = false
		case c == '&' && strings.HasPrefix(rest[i:], "&amp;"):
			return false
		case host && c == ':' && i > 0 && port(rest[i+1:]) > 0:
			i += port(rest[i+1:])
		case host, c <= ' ', c >= 0x7F, strings.IndexByte("\"<>\\^`{|}%", c) >= 0:
			return c == '%' && !host && escapesWell(rest[i:])
		}
	}
	return len(rest) > 0 && rest[0] != '.'
}

// port is how many digits s begins with, if they are a port: nothing but a path, a query or a
// fragment follows.
func port(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n < len(s) && s[n] != '/' && s[n] != '?' && s[n] != '#' {
		return 0
	}
	return n
}

// escapesWell is the rest of ready for an address with percent signs.
func escapesWell(s string) bool {
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '%':
			if i+2 >= len(s) || !hex(s[i+1]) || !hex(s[i+2]) {
				return false
			}
		case c <= ' ', c >= 0x7F, strings.IndexByte("\"<>\\^`{|}", c) >= 0:
			return false
		}
	}
	return true
}

func hex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

// tidy drops white space around a reference and control characters in it.
func tidy(ref string) string {
	ref = strings.ReplaceAll(strings.TrimSpace(ref), "&amp;", "&") // escaped once too often
	if strings.IndexFunc(ref, control) >= 0 {
		ref = strings.Map(func(r rune) rune {
			if control(r) {
				return -1
			}
			return r
		}, ref)
	}
	return ref
}

func control(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r == 0xFEFF || r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

func cutScheme(ref, scheme string) (rest string, ok bool) {
	n := len(scheme)
	if len(ref) > n && ref[n] == ':' && strings.EqualFold(ref[:n], scheme) {
		return ref[n+1:], true
	}
	return ref, false
}

// parseLoose parses what url.Parse would reject for a stray percent sign, a blank in
// the host or a backslash.
func parseLoose(ref string) (*url.URL, error) {
	u, err := url.Parse(ref)
	if err == nil {
		return u, nil
	}
	var b strings.Builder
	for i := range len(ref) {
		switch c := ref[i]; {
		case c == '%' && (i+2 >= len(ref) || !hex(ref[i+1]) || !hex(ref[i+2])):
			b.WriteString("%25")
		case c == '\\':
			b.WriteByte('/')
		default:
			b.WriteByte(c)
		}
	}
	return url.Parse(b.String())
}

func absolute(u *url.URL) string {
	switch strings.ToLower(u.Scheme) {
	case "mailto":
		if u.Opaque == "" || !strings.Contains(u.Opaque, "@") {
			return ""
		}
		if s := ascii("mailto:" + u.Opaque + query(u)); len(s) <= maxLink {
			return s
		}
		return ""
	case "http", "https":
	default:
		return ""
	}
	if !isHost(u) {
		return ""
	}
	for i := range len(u.Host) {
		if u.Host[i] >= 0x80 {
			host, err := idna.Lookup.ToASCII(u.Hostname())
			if err != nil {
				return ""
			}
			if port := u.Port(); port != "" {
				host += ":" + port
			}
			u.Host = host
			break
		}
	}
	if s := ascii(u.String()); len(s) <= maxLink {
		return s
	}
	return ""
}

// isHost reports whether an address has a host that can be asked for.
func isHost(u *url.URL) bool {
	host := u.Hostname()
	if host == "" || strings.IndexByte(host, ':') >= 0 && u.Host[0] != '[' {
		return false
	}
	return !strings.ContainsAny(u.Host, "% <>\"'`|\\^{}")
}

func query(u *url.URL) string {
	if u.RawQuery == "" {
		return ""
	}
	return "?" + u.RawQuery
}

// ascii percent-encodes what must not stand in an address as it is.
func ascii(s string) string {
	const digits = "0123456789ABCDEF"
	clean := true
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '`' {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '`' {
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
