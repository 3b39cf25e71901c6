package fetch

import (
	"bytes"
	"net/http"
	"strings"
)

// maxWall is how many bytes a page has at most that only tests whether a browser asks.
const maxWall = 256 << 10

// challenged reports whether an answer's header says that it is a test that only a browser
// passes.
func challenged(h http.Header) bool {
	return strings.EqualFold(h.Get("Cf-Mitigated"), "challenge") || strings.EqualFold(h.Get("X-Vercel-Mitigated"), "challenge") ||
		h.Get("X-Amzn-Waf-Action") != "" || h.Get("X-Datadome") != ""
}

// wallSigns stand in the code of pages that test for robots, and nowhere else.
var wallSigns = [...]string{
	`id="anubis_challenge"`, `/.within.website/x/`, // Anubis
	`window._cf_chl_opt`, `/cdn-cgi/challenge-platform/h/`, `<title>just a moment...</title>`, // Cloudflare
	`/.well-known/sgcaptcha/`, // SiteGround
	`_incapsula_resource?`, `captcha-delivery.com/c.js`, `/_sec/cp_challenge/`, `awswafcookiedomainlist`, `id="px-captcha"`,
	`<title>ddos-guard</title>`, `<title>vercel security checkpoint</title>`, `/.well-known/.git.gammaspectra.live/`,
}

// botWall reports whether a page is nothing but a test for robots: it has the code of one,
// and next to nothing to read. An article about such tests may quote the one, but has text.
func botWall(page []byte) bool {
	if len(page) == 0 || len(page) > maxWall {
		return false
	}
	head := bytes.ToLower(page[:min(len(page), 1024)])
	if !bytes.Contains(head, []byte("<html")) && !bytes.Contains(head, []byte("<!doctype html")) {
		return false
	}
	if bytes.Count(page, []byte("<p")) > 12 || bytes.Count(page, []byte("<a ")) > 12 {
		return false
	}
	low := bytes.ToLower(page)
	for _, s := range wallSigns {
		if bytes.Contains(low, []byte(s)) {
			return true
		}
	}
	return false
}
