package cache

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"depesche/feed"
)

// wordy makes an article long enough to be worth a dictionary.
func wordy(n int) feed.Article {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	words := strings.Fields("der die das Rat Hafen Markt Schule Brücke Haushalt beschließt berät eröffnet kostet Millionen Bürgerinnen und gegen heute morgen")
	var b strings.Builder
	for range 300 {
		b.WriteString(words[r.IntN(len(words))] + " ")
	}
	a := story(n, fmt.Sprint("Lange Meldung ", n))
	a.Body = []feed.Block{{Text: feed.Plain(b.String())}}
	return a
}

func TestTextsArePackedByADictionary(t *testing.T) {
	d := newDesk(t, Options{})
	other := newDesk(t, Options{Dir: d.o.Dir})
	var list []feed.Article
	for i := range 120 {
		list = append(list, wordy(i))
	}
	d.feed(tageblatt, list[:100]...)
	packs := d.codec.packing.Load().id
	if packs < leastID || packs >= mostIDs {
		t.Fatalf("dictionary %d", packs)
	}
	d.deliver(tageblatt, list...)
	d.fetch()
	var err error
	for more := true; more; {
		more, err = d.repack(t.Context())
		d.must(err)
	}
	d.must(d.all(t.Context(), "select id, feed from body", nil, func(scan func(...any) error) error {
		var id int64
		var blob []byte
		var h zstd.Header
		err := errors.Join(scan(&id, &blob), h.Decode(blob))
		if h.DictionaryID != packs {
			t.Errorf("text %d is packed with dictionary %d", id, h.DictionaryID)
		}
		return err
	}))
	// One of the copies is damaged; another program knows nothing of the dictionary yet.
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		return t.script("update dictionary set data = zeroblob(100) where copy = 0")
	}))
	d.again()
	for _, c := range []*Cache{d.Cache, other.Cache} {
		rows, err := c.List(t.Context(), Query{})
		d.must(err)
		for _, r := range rows {
			if a, err := c.Article(t.Context(), r.ID, Best); err != nil || a.Words() < 300 {
				t.Fatalf("%s: %d words, %v", r.Headline, a.Words(), err)
			}
		}
	}
	d.sound()
}

// What is packed without the dictionary is packed twice: of a first delivery it is only what
// the dictionary is made of.
func TestTheDictionaryIsThereAsSoonAsItCanBe(t *testing.T) {
	d := newDesk(t, Options{})
	var list []feed.Article
	for i := range 200 {
		list = append(list, wordy(i))
	}
	d.feed(tageblatt, list...)
	without := 0
	d.must(d.all(t.Context(), "select feed from body", nil, func(scan func(...any) error) error {
		var blob []byte
		var h zstd.Header
		err := errors.Join(scan(&blob), h.Decode(blob))
		if h.DictionaryID == 0 {
			without++
		}
		return err
	}))
	if without == 0 || without > 120 {
		t.Errorf("%d of 200 texts are packed without a dictionary", without)
	}
}
