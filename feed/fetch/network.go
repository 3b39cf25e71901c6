package fetch

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// Network is the transport that reaches the real network with the options'
// Proxy, TLS, Dial and PerHost. A client makes its own; who wraps it (the sample
// edition does) makes it here:
//
//	o.Transport = sample.Transport(fetch.Network(o))
func Network(o Options) http.RoundTripper {
	n := &network{proxy: o.Proxy}
	if n.proxy == nil {
		n.proxy = http.ProxyFromEnvironment
	}
	timeout := or(o.Dial, DefaultDial)
	n.public = transport(o, timeout, refusePrivate)
	n.private = transport(o, timeout, nil)
	n.proxied = transport(o, timeout, nil) // dials the proxy alone, which may well stand in the house
	n.proxied.Proxy = n.proxy
	return n
}

func transport(o Options, timeout time.Duration, control func(network, address string, c syscall.RawConn) error) *http.Transport {
	d := &net.Dialer{Timeout: timeout, KeepAlive: 30 * time.Second, Control: control}
	t := &http.Transport{
		DialContext: d.DialContext, TLSHandshakeTimeout: timeout, ForceAttemptHTTP2: true,
		MaxIdleConnsPerHost: or(o.PerHost, DefaultPerHost), MaxIdleConns: or(o.Total, DefaultTotal), IdleConnTimeout: 30 * time.Second,
		MaxResponseHeaderBytes: maxHeaderBytes, DisableCompression: true,
	}
	if o.TLS != nil {
		t.TLSClientConfig = o.TLS.Clone()
	}
	return t
}

// network sends each request through the transport that may reach its target.
type network struct {
	proxy                    func(*http.Request) (*url.URL, error)
	public, private, proxied *http.Transport
}

// RoundTrip implements http.RoundTripper.
func (n *network) RoundTrip(req *http.Request) (*http.Response, error) {
	proxy, err := n.proxy(req)
	switch {
	case err != nil:
		return nil, &NetError{Kind: BadProxy, Err: err}
	case proxy == nil && permitted(req.Context()):
		return n.private.RoundTrip(req)
	case proxy == nil:
		return n.public.RoundTrip(req)
	case !permitted(req.Context()) && leadsHome(req.Context(), req.URL.Hostname(), proxy.Scheme == "socks5h"):
		return nil, ErrPrivate
	}
	return n.proxied.RoundTrip(req)
}

// CloseIdleConnections closes the connections that wait for another request.
func (n *network) CloseIdleConnections() {
	for _, t := range []*http.Transport{n.public, n.private, n.proxied} {
		t.CloseIdleConnections()
	}
}

// permission marks a context whose request may reach private addresses.
type permission struct{}

func permit(ctx context.Context) context.Context {
	return context.WithValue(ctx, permission{}, true)
}

func permitted(ctx context.Context) bool { return ctx.Value(permission{}) != nil }

// refusePrivate looks at the address that is about to be dialled, after DNS has
// answered, so that no name can stand for the reader's own network.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil || private(ap.Addr()) {
		return ErrPrivate
	}
	return nil
}

// behalf marks a context with the address of the source that a request is made for.
type behalf struct{}

// Behalf gives the address of the source on whose behalf a request is made, "" where it is
// nobody's.
func Behalf(ctx context.Context) string {
	address, _ := ctx.Value(behalf{}).(string)
	return address
}

// leadsHome is the same question where a proxy does the dialling: we resolve
// the name ourselves. A name that only the proxy can resolve is the proxy's to judge, and
// so is every name where it shall resolve them all: not even DNS is to hear of those.
func leadsHome(ctx context.Context, host string, remote bool) bool {
	if localName(host) {
		return true
	}
	if a, err := netip.ParseAddr(host); err == nil {
		return private(a)
	}
	if remote {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	addresses, err := net.DefaultResolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return false
	}
	for _, a := range addresses {
		if private(a) {
			return true
		}
	}
	return false
}

// Local reports whether an address names a machine of the reader's own network:
// a loopback, private or link-local number, localhost, a name without a dot or
// under .local, .lan, .internal, .home.arpa and their like. It asks no DNS.
func Local(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return false
	}
	if a, err := netip.ParseAddr(u.Hostname()); err == nil {
		return private(a)
	}
	return localName(u.Hostname())
}

var localSuffixes = [...]string{".localhost", ".local", ".lan", ".home", ".internal", ".intranet", ".home.arpa", ".localdomain", ".corp", ".private"}

func localName(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for _, s := range localSuffixes {
		if strings.HasSuffix(host, s) {
			return true
		}
	}
	return host != "" && !strings.ContainsAny(host, ".:")
}

// privateNets are the networks that are private by agreement, beside those that
// package netip knows. 198.18.0.0/15 is not among them: tunnels hand out its
// addresses for public names.
var privateNets = [...]netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carrier-grade NAT
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("fec0::/10"), // site-local, out of use but routed
	netip.MustParsePrefix("::/96"),     // IPv4-compatible
}

// embedding are IPv6 networks whose addresses hold an IPv4 address, from the given byte on.
var embedding = [...]struct {
	net netip.Prefix
	at  int
}{
	{netip.MustParsePrefix("64:ff9b::/96"), 12},
	{netip.MustParsePrefix("64:ff9b:1::/48"), 12},
	{netip.MustParsePrefix("2002::/16"), 2},
}

func private(a netip.Addr) bool {
	a = a.WithZone("").Unmap()
	if !a.IsValid() || a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() {
		return true
	}
	for _, n := range privateNets {
		if n.Contains(a) {
			return true
		}
	}
	for _, e := range embedding {
		if e.net.Contains(a) {
			b := a.As16()
			return private(netip.AddrFrom4([4]byte(b[e.at : e.at+4])))
		}
	}
	return false
}
