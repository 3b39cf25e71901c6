// Package sample is the sample edition: a few articles of our own writing in
// invented papers, embedded, that go the way real ones go.
package sample

import (
	"net/http"

	"depesche/feed"
)

// Host is where the sample edition stands. The name can never exist.
const Host = "sample.invalid"

// Sources are the papers of the edition in a language ("de", else English).
func Sources(string) []feed.Source { return nil }

// Transport answers for Host from the embedded pages and hands everything else to next.
func Transport(next http.RoundTripper) http.RoundTripper { return next }
