// Package feed is the news itself: articles taken apart into their named
// parts, the sources they come from, the marks a reader puts on them, and
// Clean, the door every foreign string passes on its way in.
//
// The package does no I/O and knows neither database nor terminal. Packages
// below it fetch, parse and extract; package cache keeps what they make.
package feed
