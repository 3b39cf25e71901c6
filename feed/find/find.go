// Package find tells which feeds a site offers. Its functions are pure: who
// calls them fetches.
package find

import "depesche/feed"

// Links lists the feeds an HTML page names, best first.
func Links(page []byte, base string) []feed.Source { return nil }

// Guesses lists addresses worth trying for a site that names no feed, likeliest first.
func Guesses(address string) []string { return nil }
