package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"depesche/cache"
	"depesche/cache/cachetest"
	"depesche/feed"
)

const (
	feeds   = 500
	hosts   = 50 // one alone would be asked for two feeds at a time
	entries = 20
	latency = 50 * time.Millisecond
)

// publisher serves made-up feeds on loopback, from many hosts. Its news come when it is told so.
type publisher struct {
	servers []*http.Server
	sites   []string
	brought atomic.Int64 // new articles of each feed since it began
}

func publish() (*publisher, error) {
	p := &publisher{}
	for h := range hosts {
		l, err := net.Listen("tcp", fmt.Sprintf("127.0.1.%d:0", h+1))
		if err != nil {
			p.stop()
			return nil, err
		}
		s := &http.Server{ReadHeaderTimeout: time.Minute, Handler: http.HandlerFunc(p.answer)}
		go func() { _ = s.Serve(l) }()
		p.servers, p.sites = append(p.servers, s), append(p.sites, "http://"+l.Addr().String())
	}
	return p, nil
}

func (p *publisher) stop() {
	for _, s := range p.servers {
		_ = s.Close()
	}
}

// answer gives a feed; it has not been changed for who has had the newest.
func (p *publisher) answer(w http.ResponseWriter, r *http.Request) {
	time.Sleep(latency)
	newest := p.brought.Load()
	tag := strconv.Quote(strconv.FormatInt(newest, 10))
	w.Header().Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	name := strings.Trim(strings.TrimSuffix(r.URL.Path, ".xml"), "/")
	fmt.Fprintf(w, `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blatt %s</title>`, name)
	for i := range int64(entries) {
		n := newest - i
		at := began.Add(time.Duration(n) * time.Second).Format(time.RFC1123Z)
		fmt.Fprintf(w, `<item><title>Meldung %[2]d des Blattes %[1]s</title><guid isPermaLink="false">%[1]s-%[2]d</guid><pubDate>%[3]s</pubDate>`+
			`<description>Der Stadtrat von Lindenau hat lange beraten.</description><content:encoded><![CDATA[`, name, n, at)
		for range 8 {
			fmt.Fprint(w, `<p>Der Stadtrat von <a href="https://lindenau.example/rat">Lindenau</a> hat <em>lange</em> beraten und sich dann doch geeinigt; die Kosten tr&auml;gt zur H&auml;lfte das Land, und mit dem Bau wird im Fr&uuml;hjahr begonnen.</p>`)
		}
		fmt.Fprint(w, `]]></content:encoded></item>`)
	}
	fmt.Fprint(w, "</channel></rss>")
}

var began = time.Now()

// session is a program with subscriptions of its own, on a terminal of its own.
type session struct {
	bin  string
	t    *terminal
	idle []time.Duration // of keys
	keys []time.Duration // of keys while news come
	took []time.Duration // of refreshes
	work []time.Duration // of the processor, for a refresh
}

// refreshing measures keys in the list while many feeds bring news, against none, for each program in turn:
// what else the machine does then meets them all.
func (b *bench) refreshing(ctx context.Context, data string, bins []string, fresh []int) (err error) {
	p, err := publish()
	if err != nil {
		return err
	}
	defer p.stop()
	var all []*session
	defer func() {
		for _, s := range all {
			s.t.end()
		}
	}()
	for _, bin := range bins {
		home, err := os.MkdirTemp(data, "refresh")
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
		s, err := b.subscribed(ctx, bin, home, p)
		if err != nil {
			return err
		}
		all = append(all, s)
	}
	for _, s := range all {
		if err := s.refresh(false); err != nil { // the first brings everything
			return err
		}
	}
	for _, n := range fresh {
		for _, s := range all {
			s.idle, s.keys, s.took, s.work = nil, nil, nil, nil
		}
		for range b.rounds {
			p.brought.Add(int64(n))
			for _, s := range all {
				if err := errors.Join(s.rest(), s.refresh(true)); err != nil {
					return err
				}
			}
		}
		fmt.Printf("\n80x24, %d feeds of %d hosts, %v away, %d new articles each\n", feeds, hosts, latency, n)
		for _, s := range all {
			s.tell(all[0])
		}
	}
	return nil
}

// subscribed starts a program on a cache of its own that knows the feeds.
func (b *bench) subscribed(ctx context.Context, bin, home string, p *publisher) (*session, error) {
	first, err := prepare(ctx, home, cachetest.Origin{Articles: 3000})
	if err != nil {
		return nil, err
	}
	if err := subscribe(ctx, filepath.Join(home, "depesche"), p.sites); err != nil {
		return nil, err
	}
	b.environment(home)
	t, err := start(bin, b.env, 80, 24, "")
	if err != nil {
		return nil, err
	}
	if _, err := t.shows(first); err != nil {
		t.end()
		return nil, err
	}
	t.settle()
	return &session{bin: bin, t: t}, nil
}

const (
	ground   = "48;2;"      // only the current row has one
	progress = "\x1b]9;4;0" // the terminal's own bar goes when a refresh has ended
)

// rest measures keys while nothing else goes on, from the head of the list.
func (s *session) rest() error {
	if _, err := s.t.press("g"); err != nil {
		return err
	}
	s.t.settle()
	for range 10 {
		d, err := s.t.echo("j", ground)
		if err != nil {
			return err
		}
		s.idle = append(s.idle, d)
	}
	return nil
}

// refresh asks for news, and types keys until they are there.
func (s *session) refresh(keys bool) error {
	before, err := s.t.work()
	if err != nil {
		return err
	}
	began := s.t.watch(progress)
	if _, err := s.t.master.WriteString("R"); err != nil {
		return err
	}
	for s.t.met().IsZero() {
		switch {
		case time.Since(began) > 4*patient:
			return fmt.Errorf("%w: the end of a refresh", errSilent)
		case !keys:
			time.Sleep(quiet)
			continue
		}
		d, err := s.t.echo("j", ground)
		if err != nil {
			return err
		}
		s.keys = append(s.keys, d)
	}
	after, err := s.t.work()
	s.took, s.work = append(s.took, s.t.met().Sub(began)), append(s.work, after-before)
	return err
}

// tell says how a program did, also against the first.
func (s *session) tell(first *session) {
	fmt.Printf("  %s\n", s.bin)
	for _, k := range []struct {
		say        string
		own, other []time.Duration
	}{
		{"list: down, no refresh", s.idle, first.idle},
		{"list: down, while news come", s.keys, first.keys},
		{"the refresh", s.took, first.took},
		{"its processor time", s.work, first.work},
	} {
		fmt.Printf("    %-32s %7.1f ms  (95 %%: %6.1f; longest %6.1f)  %5.2f of the first's (95 %%: %5.2f)\n", k.say,
			ms(at(k.own, 50)), ms(at(k.own, 95)), ms(at(k.own, 100)),
			float64(at(k.own, 50))/float64(at(k.other, 50)), float64(at(k.own, 95))/float64(at(k.other, 95)))
	}
}

func subscribe(ctx context.Context, dir string, sites []string) error {
	c, err := cache.Open(ctx, cache.Options{Dir: dir}, cachetest.Origin{})
	if err != nil {
		return err
	}
	sources := make([]feed.Source, feeds)
	for i := range sources {
		sources[i].URL = fmt.Sprintf("%s/%d.xml", sites[i%len(sites)], i)
	}
	_, err = c.AddSources(ctx, sources...)
	return errors.Join(err, c.Close())
}
