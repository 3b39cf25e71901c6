package ui

import (
	"context"
	"errors"
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
)

// legacy is what another reader is said to have left.
func legacy(pl *player, o *Options) {
	src := feed.Source{ID: feed.NewSourceID("https://alt.example/feed"), URL: "https://alt.example/feed", Title: "Altes Blatt"}
	o.Import = func(context.Context) ([]Found, error) {
		return []Found{
			{Program: "newsboat", Path: "/home/ada/.newsboat/urls", Data: "/home/ada/.newsboat/cache.db", Sources: []feed.Source{src}, Articles: 1200, Read: 900, Starred: 3},
			{Program: "nom", Data: "/home/ada/.config/nom/nom.db", Err: errors.New("nom.db ist beschädigt")},
		}, nil
	}
	o.TakeOver = func(ctx context.Context, found []Found) (TakenOver, error) {
		if len(found) != 1 || found[0].Program != "newsboat" {
			pl.t.Errorf("chosen: %+v", found)
		}
		a := feed.Article{Headline: "Von früher", Link: "https://alt.example/1", Published: testNow.Add(-time.Minute)}
		next := []*cache.Entry{{Source: cache.EntrySource{URL: src.URL}, Read: true, Starred: true, Seen: testNow, Feed: &a}, nil}
		done, err := pl.c.Inherit(ctx, []feed.Source{src}, func() (*cache.Entry, error) {
			e := next[0]
			next = next[1:]
			return e, nil
		})
		return TakenOver{IDs: []feed.SourceID{src.ID}, Restored: done}, err
	}
}

func TestAnotherReaderIsTakenOverByOneQuestion(t *testing.T) {
	p := newPapers()
	pl := &player{t: t, p: p, c: filledCache(t, p), saved: map[string]string{}}
	pl.start(120, 40, func(o *Options) { legacy(pl, o) })
	pl.press("i").has("newsboat", "1 Quelle, 1.200 Artikel, 900 gelesen, 3 gemerkt", "nom.db ist beschädigt")
	pl.press("enter").has("1 Quelle und 1 Artikel übernommen; u nimmt es zurück.", "Altes Blatt", "Von früher")
	pl.press("u").has("Zurückgenommen: 1 Artikel übernommen").hasNot("Altes Blatt", "Von früher")
	pl.press("U").has("Altes Blatt")
}

func TestATakeOverThatFailsIsTold(t *testing.T) {
	pl := playWith(t, 80, 24, func(o *Options) {
		o.Import = func(context.Context) ([]Found, error) { return []Found{{Program: "newsboat", Data: "x"}}, nil }
		o.TakeOver = func(context.Context, []Found) (TakenOver, error) { return TakenOver{}, errors.New("x ist beschädigt") }
	})
	pl.press("i", "enter").has("x ist beschädigt")
}

func TestAFileIsTakenOverFromTheScreen(t *testing.T) {
	named := func(found []Found) func(o *Options) {
		return func(o *Options) {
			o.Import = func(context.Context) ([]Found, error) { return found, nil }
			o.FromFile = func(_ context.Context, path string) (Found, error) {
				if path != "/home/ada/feeds.opml" {
					return Found{}, errors.New(path + " gibt es nicht")
				}
				return Found{Program: "feeds.opml", Path: path, Sources: []feed.Source{{URL: "https://alt.example/feed"}}}, nil
			}
			o.TakeOver = func(_ context.Context, f []Found) (TakenOver, error) {
				return TakenOver{Restored: cache.Restored{Sources: len(f[0].Sources)}}, nil
			}
		}
	}
	pl := playWith(t, 80, 24, named(nil))
	pl.press("i").has("Datei: ", "~/Downloads/feeds.opml")
	pl.press("type:/nirgends", "enter").has("/nirgends gibt es nicht")
	pl.press("i", "type:/home/ada/feeds.opml", "enter").has("feeds.opml", "1 Quelle").hasNot("eine Datei")
	pl.press("enter").has("1 Quelle und 0 Artikel übernommen")
	pl.press("a", "type:/home/ada/feeds.opml", "enter").has("feeds.opml", "1 Quelle")

	pl = playWith(t, 80, 24, named([]Found{{Program: "newsboat", Path: "urls"}}))
	pl.press("i").has("newsboat", "eine Datei …")
	pl.press("type:datei", "enter").has("Datei: ")
}
