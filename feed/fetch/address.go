package fetch

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// parse reads an address that shall be fetched. What people and servers write is read as
// a browser reads it: a lone percent sign is one, blanks and the like in a query are coded.
func parse(address string) (*url.URL, error) {
	u, err := loose(address)
	if err != nil {
		return nil, ErrAddress // url.Error repeats the address with its password
	}
	return checked(u)
}

// loose is url.Parse for addresses that were not written with care.
func loose(address string) (*url.URL, error) {
	address = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\r' || r == '\n' {
			return -1
		}
		return r
	}, strings.TrimSpace(address))
	u, err := url.Parse(address)
	if err != nil {
		u, err = url.Parse(percentSigns(address))
	}
	return u, err
}

// percentSigns codes those that code nothing.
func percentSigns(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			b.WriteString("25")
		}
	}
	return b.String()
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

func checked(u *url.URL) (*url.URL, error) {
	u.Scheme = strings.ToLower(u.Scheme)
	switch {
	case u.Scheme == "" && u.Host == "":
		return nil, ErrAddress
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, ErrScheme
	case u.Hostname() == "":
		return nil, ErrAddress
	}
	host, err := asciiHost(u.Host)
	if err != nil {
		return nil, ErrAddress
	}
	u.Host = host
	if u.Path == "" {
		u.Path, u.RawPath = "/", ""
	}
	u.RawQuery = codedQuery(u.RawQuery)
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// asciiHost is a host as DNS knows it, so that what is judged is what is asked.
func asciiHost(host string) (string, error) {
	for i := range len(host) {
		if host[i] >= 0x80 {
			return idna.Lookup.ToASCII(host)
		}
	}
	return strings.ToLower(host), nil
}

// codedQuery codes what must not stand in a query as it is. Percent signs stay: who wrote
// one may have coded already.
func codedQuery(q string) string {
	const digits = "0123456789ABCDEF"
	unsafe := func(c byte) bool { return c <= ' ' || c >= 0x7F || strings.IndexByte("\"'<>[\\]^`{|}", c) >= 0 }
	n := 0
	for i := range len(q) {
		if unsafe(q[i]) {
			n++
		}
	}
	if n == 0 {
		return q
	}
	b := make([]byte, 0, len(q)+2*n)
	for i := range len(q) {
		if c := q[i]; unsafe(c) {
			b = append(b, '%', digits[c>>4], digits[c&15])
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}

// hostPort is an address's host with its port, also where that is the default.
// The names of the reader's own machine are one: a feed that was added at
// localhost writes 127.0.0.1 into its links, or the other way round.
func hostPort(u *url.URL) string {
	host := strings.TrimSuffix(u.Hostname(), ".")
	if host == "127.0.0.1" || host == "::1" {
		host = "localhost"
	}
	port := u.Port()
	if port == "" {
		port = "80"
		if u.Scheme == "https" {
			port = "443"
		}
	}
	return host + ":" + port
}

// within reports whether what belongs to the first address may be given to the
// second: the same host and port, and not from https to http; or the same host
// from http on port 80 to https on port 443.
func within(first, second *url.URL) bool {
	a, b := hostPort(first), hostPort(second)
	if a == b {
		return first.Scheme == second.Scheme || second.Scheme == "https"
	}
	host, plain := strings.CutSuffix(a, ":80")
	return plain && first.Scheme == "http" && second.Scheme == "https" && b == host+":443"
}

// SameHost reports whether two addresses have the same host and port, which is
// how far the permission of Request.Private reaches.
func SameHost(a, b string) bool {
	u, err := parse(a)
	if err != nil {
		return false
	}
	v, err := parse(b)
	return err == nil && within(u, v)
}
