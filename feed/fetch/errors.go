package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"syscall"
	"time"

	"depesche/feed"
)

// Reasons why an address was not fetched, or not to its end.
var (
	ErrAddress          = errors.New("not a web address")
	ErrScheme           = errors.New("only http and https addresses are fetched")
	ErrPrivate          = errors.New("the address is in a private network")
	ErrTooBig           = errors.New("the answer is too big")
	ErrTooManyRedirects = errors.New("too many redirects")
	ErrRange            = errors.New("not the part that was asked for")
)

// StatusError is an answer that says no.
type StatusError struct {
	URL       string // cleaned, without a password
	Code      int
	Wait      time.Duration // how long the server asks us to wait, at most MaxWait; 0: not said
	Challenge bool          // the site wants to see a browser
}

// Error names the status in our words, never in the server's.
func (e *StatusError) Error() string {
	s := fmt.Sprintf("fetch %s: HTTP %d", e.URL, e.Code)
	if t := http.StatusText(e.Code); t != "" {
		s += " " + t
	}
	if e.Challenge {
		s += " (the site asks for a browser)"
	}
	return s
}

// NetError is a failure on the way. Kind says which; Err is the cause and may
// hold foreign text, which Error cleans.
type NetError struct {
	URL  string // cleaned, without a password
	Kind NetKind
	Err  error
}

// NetKind tells failures of the network apart, so that one clear sentence can
// be said of each.
type NetKind uint8

// The kinds of a NetError.
const (
	Failed      NetKind = iota // none of the others
	NoHost                     // the name has no address, or there is no network
	Refused                    // nothing listens there
	Unreachable                // no way to that network
	TimedOut                   // too slow, at any step
	Broken                     // the connection was cut
	CertExpired                // the certificate is out of date
	CertName                   // the certificate is another host's
	CertUnknown                // nobody known has signed the certificate
	BadTLS                     // no secure connection for another reason
	Malformed                  // the answer is no HTTP, or breaks its rules
	BadCoding                  // the body cannot be unpacked
	BadProxy                   // the proxy is wrong or cannot be reached
)

var kindNames = [...]string{
	Failed: "failed", NoHost: "no such host", Refused: "connection refused", Unreachable: "network unreachable",
	TimedOut: "timed out", Broken: "the connection broke", CertExpired: "the certificate has expired",
	CertName: "the certificate is for another host", CertUnknown: "the certificate is not signed by anybody known",
	BadTLS: "no secure connection", Malformed: "the answer is malformed", BadCoding: "the answer cannot be unpacked",
	BadProxy: "the proxy does not work",
}

// Unanswered reports whether nobody was reached at all, as it is without a network.
func (e *NetError) Unanswered() bool {
	switch e.Kind {
	case NoHost, Refused, Unreachable, TimedOut, Broken, BadProxy:
		return true
	case Failed, CertExpired, CertName, CertUnknown, BadTLS, Malformed, BadCoding:
	}
	return false
}

// String says the kind in a few English words.
func (k NetKind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[Failed]
}

// Error says what failed; where the kind says little, the cause is added, cleaned and cut.
func (e *NetError) Error() string {
	s := "fetch " + e.URL + ": " + e.Kind.String()
	switch e.Kind {
	case Failed, TimedOut, BadTLS, Malformed, BadCoding, BadProxy:
		if e.Err != nil {
			s += ": " + cut(strings.TrimPrefix(feed.Line(e.Err.Error()), "net/http: HTTP/1.x transport connection broken: "), 160)
		}
	default: // the kind says it all
	}
	return s
}

// Unwrap gives the cause.
func (e *NetError) Unwrap() error { return e.Err }

// Timeout reports whether it was only too slow.
func (e *NetError) Timeout() bool { return e.Kind == TimedOut }

// classify gives a transport's error its kind. Errors that already have a type
// stay what they are.
func classify(err error) error {
	var known *NetError
	if errors.As(err, &known) {
		return known
	}
	for _, e := range []error{ErrPrivate, ErrTooBig} {
		if errors.Is(err, e) {
			return e
		}
	}
	return &NetError{Kind: kind(err), Err: err}
}

func kind(err error) NetKind {
	var (
		dns     *net.DNSError
		op      *net.OpError
		timeout interface{ Timeout() bool }
	)
	switch {
	case errors.As(err, &op) && (op.Op == "proxyconnect" || op.Op == "socks connect"):
		return BadProxy
	case errors.As(err, &dns):
		return NoHost
	case isErrno(err, syscall.ECONNREFUSED, 10061):
		return Refused
	case isErrno(err, syscall.ENETUNREACH, 10051), isErrno(err, syscall.EHOSTUNREACH, 10065):
		return Unreachable
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return TimedOut
	}
	if k := tlsKind(err); k != Failed {
		return k
	}
	text := err.Error()
	switch {
	case isErrno(err, syscall.ECONNRESET, 10054), isErrno(err, syscall.EPIPE, 10053),
		errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed), strings.Contains(text, "server closed"):
		return Broken
	case contains(text, "malformed", "bad Content-Length", "invalid", "unsupported", "headers exceeded", "too many", "unexpected", "Content-Length", "PROTOCOL_ERROR", "too large"):
		return Malformed
	}
	return Failed
}

func tlsKind(err error) NetKind {
	var (
		invalid x509.CertificateInvalidError
		name    x509.HostnameError
		unknown x509.UnknownAuthorityError
		verify  *tls.CertificateVerificationError
		record  tls.RecordHeaderError
		alert   tls.AlertError
	)
	switch {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return CertExpired
	case errors.As(err, &name):
		return CertName
	case errors.As(err, &unknown):
		return CertUnknown
	case errors.As(err, &verify), errors.As(err, &invalid), errors.As(err, &record), errors.As(err, &alert),
		contains(err.Error(), "tls: ", "gave HTTP response to HTTPS client"):
		return BadTLS
	}
	return Failed
}

// isErrno knows an error of the system by its number, which on Windows is
// Winsock's own.
func isErrno(err error, unix syscall.Errno, winsock uintptr) bool {
	var e syscall.Errno
	if !errors.As(err, &e) {
		return false
	}
	return e == unix || runtime.GOOS == "windows" && uintptr(e) == winsock
}

func contains(s string, any ...string) bool {
	for _, a := range any {
		if strings.Contains(s, a) {
			return true
		}
	}
	return false
}

// Shown is an address as it may stand in a message or a log: one clean line of
// at most 200 characters, without user and password.
func Shown(address string) string {
	if u, err := url.Parse(strings.TrimSpace(address)); err == nil && u.Opaque == "" {
		u.User = nil
		address = u.String()
	} else if i := strings.LastIndexByte(address, '@'); i >= 0 {
		address = address[i+1:]
	}
	return cut(feed.Line(address), 200)
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
