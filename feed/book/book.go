// Package book sets articles as XHTML: one page by itself, or many as an edition
// in EPUB 3, with contents, pictures, captions and credits. It reads and writes
// nothing but what it is given.
package book

import (
	"time"

	"depesche/feed"
)

// Edition is a book of articles in sections.
type Edition struct {
	Title    string
	Language string // BCP 47, of the edition's own words
	ID       string // tells editions apart; a URN
	Made     time.Time
	Sections []Section
	Words    Words

	// Picture gives a picture as it came, nil where there is none. nil: no pictures.
	Picture func(url string) []byte
}

// Section is a part of an edition: a paper, or a section of one.
type Section struct {
	Title    string
	Articles []Article
}

// Article is an article with the name of its paper.
type Article struct {
	feed.Article
	Paper string
}

// Words are what an edition says itself, in its language.
type Words struct {
	Contents   string
	Photo      string // before a credit: "Foto: "
	Correction string
	Original   string // of the link to the page
	Summary    func(articles, minutes int) string
	Minutes    func(int) string
	Date       func(time.Time) string
	By         func(names []string) string
	Access     map[feed.Access]string       // why a text is not whole; "" where it is
	File       func(*feed.Enclosure) string // what a file is, before its name: "Audio: "; nil: nothing
	Facts      func(*feed.Enclosure) string // what is known of it, behind its name; nil: nothing
	Comments   string                       // of the link to the page with the comments
}

// minutes is the time to read an edition.
func (e *Edition) minutes() (n int) {
	for _, s := range e.Sections {
		for i := range s.Articles {
			n += feed.Minutes(s.Articles[i].Words())
		}
	}
	return n
}

func (e *Edition) count() (n int) {
	for _, s := range e.Sections {
		n += len(s.Articles)
	}
	return n
}
