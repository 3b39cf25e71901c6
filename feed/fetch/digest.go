package fetch

import (
	"net/http"
	"net/url"
	"sync"

	"github.com/icholy/digest"
)

// maxDigests is how many hosts are remembered that ask for Digest authentication.
const maxDigests = 64

// digests remembers what hosts asked for who want no password in the clear, so that only
// the first request to them is refused.
type digests struct {
	mu    sync.Mutex
	hosts map[string]*asked
}

// asked is a host's challenge, and how often it was answered.
type asked struct {
	challenge *digest.Challenge
	count     int
}

// sign puts an answer to the host's last challenge in the place of a request's password;
// without one, and without a password, the request stays as it is.
func (d *digests) sign(req *http.Request, u *url.URL) {
	user, password, ok := req.BasicAuth()
	if !ok {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	a := d.hosts[hostPort(u)]
	if a == nil {
		return
	}
	a.count++
	answer, err := digest.Digest(a.challenge, digest.Options{
		Method: req.Method, URI: u.RequestURI(), Username: user, Password: password, Count: a.count,
	})
	if err == nil {
		req.Header.Set("Authorization", answer.String())
	}
}

// challenged notes what a refusal asks for, and reports whether the request may succeed with
// an answer to it: it had a password, or its answer has only grown stale.
func (d *digests) challenged(req *http.Request, resp *http.Response, u *url.URL) bool {
	sent := req.Header.Get("Authorization")
	if resp.StatusCode != http.StatusUnauthorized || sent == "" {
		return false
	}
	c, err := digest.FindChallenge(resp.Header)
	if err != nil || digest.IsDigest(sent) && !c.Stale {
		return false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.hosts == nil || len(d.hosts) >= maxDigests {
		d.hosts = map[string]*asked{}
	}
	d.hosts[hostPort(u)] = &asked{challenge: c}
	return true
}
