package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"depesche/cache"
	"depesche/cache/cachetest"
	"depesche/feed"
)

const (
	feeds   = 500
	entries = 20
	latency = 50 * time.Millisecond
)

// press serves made-up feeds on loopback, each with new articles at every request.
func press() (address string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	s := &http.Server{ReadHeaderTimeout: time.Minute, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(latency)
		now := time.Now()
		fmt.Fprintf(w, "<rss version=\"2.0\"><channel><title>Blatt %s</title>", r.URL.Path)
		for i := range entries {
			fmt.Fprintf(w, "<item><title>Meldung %d</title><guid isPermaLink=\"false\">%s-%d-%d</guid><pubDate>%s</pubDate><description>%s</description></item>",
				i, r.URL.Path, now.UnixNano(), i, now.Format(time.RFC1123Z), strings.Repeat("Der Stadtrat von Lindenau hat lange beraten. ", 40))
		}
		fmt.Fprint(w, "</channel></rss>")
	})}
	go func() { _ = s.Serve(l) }()
	return "http://" + l.Addr().String(), func() { _ = s.Close() }, nil
}

// refreshing measures keys in the list while many feeds are asked, against none.
func (b *bench) refreshing(ctx context.Context, data string) (err error) {
	home, err := os.MkdirTemp(data, "refresh")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	if b.first, err = prepare(ctx, home, cachetest.Origin{Articles: 1000}); err != nil {
		return err
	}
	address, stop, err := press()
	if err != nil {
		return err
	}
	defer stop()
	if err := subscribe(ctx, filepath.Join(home, "depesche"), address); err != nil {
		return err
	}
	b.environment(home)
	t, err := start(b.bin, b.env, 80, 24, "")
	if err != nil {
		return err
	}
	defer t.end()
	if _, err := t.shows(b.first); err != nil {
		return err
	}
	t.settle()
	fmt.Printf("\n80x24, %d feeds of %d articles, %v away\n", feeds, entries, latency)
	idle, err := b.echoes(t, "list: down, no refresh")
	if err != nil {
		return err
	}
	if _, err := t.master.WriteString("R"); err != nil {
		return err
	}
	busy, err := b.echoes(t, "list: down, refreshing")
	if err == nil {
		fmt.Printf("  %-34s %6.2f times\n", "refreshing against not", float64(busy)/float64(idle))
	}
	return err
}

// echoes measures how soon the current row is drawn after a key; the status line
// counts on meanwhile, so that there is no quiet screen to wait for.
func (b *bench) echoes(t *terminal, say string) (time.Duration, error) {
	const ground = "48;2;" // only the current row has one
	var took []time.Duration
	for range 2 * b.rounds {
		d, err := t.echo("j", ground)
		if err != nil {
			return 0, err
		}
		took = append(took, d)
	}
	fmt.Printf("  %-34s %6.1f ms  (95 %%: %5.1f)\n", say, ms(at(took, 50)), ms(at(took, 95)))
	return at(took, 50), nil
}

func subscribe(ctx context.Context, dir, address string) error {
	c, err := cache.Open(ctx, cache.Options{Dir: dir}, cachetest.Origin{})
	if err != nil {
		return err
	}
	sources := make([]feed.Source, feeds)
	for i := range sources {
		sources[i].URL = fmt.Sprintf("%s/%d.xml", address, i)
	}
	_, err = c.AddSources(ctx, sources...)
	return errors.Join(err, c.Close())
}
