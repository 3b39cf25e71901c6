// Command speed measures the reader as its readers meet it: a real program in a
// pseudo terminal, from exec to the list, from a key to the quiet screen. Run it
// from the top of the repository on a quiet machine; Linux only:
//
//	go run ./ui/speed [-articles N] [-data FOLDER] [-bin FILE] [-rounds N] [-news] [-against FILE]
//
// With -news it measures keys while feeds bring news, and nothing else; -against names another
// program that takes turns with it, as figures of different runs tell little.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"depesche/cache"
	"depesche/cache/cachetest"
)

func main() {
	articles := flag.Int("articles", 100_000, "how many articles the cache holds")
	data := flag.String("data", filepath.Join(os.TempDir(), "depesche-speed"), "where caches of earlier runs are kept")
	bin := flag.String("bin", "", "the program to measure; built where none is named")
	against := flag.String("against", "", "a program to measure it against while news come")
	news := flag.Bool("news", false, "measure only while news come")
	rounds := flag.Int("rounds", 15, "how often each thing is measured")
	flag.Parse()
	b := bench{bin: *bin, against: *against, rounds: *rounds}
	if err := b.run(context.Background(), *data, *articles, *news); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

// bench is one series of measurements.
type bench struct {
	bin     string
	against string // another program; "": none
	env     []string
	first   string // what the list's first row says
	rounds  int
}

func (b *bench) run(ctx context.Context, data string, articles int, news bool) error {
	data, err := filepath.Abs(data)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(data, 0o755); err != nil {
		return err
	}
	home := filepath.Join(data, fmt.Sprint(articles))
	if b.bin == "" {
		b.bin = filepath.Join(data, "depesche")
		build := exec.Command("go", "build", "-o", b.bin, ".")
		build.Env, build.Stderr = append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
		if err := build.Run(); err != nil {
			return err
		}
	}
	if news {
		return b.news(ctx, data)
	}
	if b.first, err = prepare(ctx, home, cachetest.Origin{Articles: articles}); err != nil {
		return err
	}
	b.environment(home)
	fmt.Printf("%d articles\n", articles)
	for _, size := range [][2]int{{80, 24}, {200, 50}} {
		if err := b.size(size[0], size[1]); err != nil {
			return fmt.Errorf("%dx%d: %w", size[0], size[1], err)
		}
	}
	if err := b.long(ctx, data); err != nil {
		return fmt.Errorf("a long article: %w", err)
	}
	return b.news(ctx, data)
}

// news measures keys while nothing new comes, one article from each feed, and as many as a feed has.
func (b *bench) news(ctx context.Context, data string) error {
	bins := []string{b.bin}
	if b.against != "" {
		bins = []string{b.against, b.bin}
	}
	return b.refreshing(ctx, data, bins, []int{0, 1, entries})
}

// environment gives the reader a home of its own.
func (b *bench) environment(home string) {
	b.env = []string{
		"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=en_GB.UTF-8", "HOME=" + home, "PATH=" + os.Getenv("PATH"),
		"XDG_DATA_HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_STATE_HOME=" + home, "XDG_CACHE_HOME=" + home,
	}
}

// prepare fills a cache, unless an earlier run has, and says what its list begins with.
func prepare(ctx context.Context, home string, o cachetest.Origin) (first string, err error) {
	dir := filepath.Join(home, "depesche")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	settings := "[refresh]\nat_start = false\ninterval = \"0\"\nfull_text = false\npictures = \"demand\"\n"
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), []byte(settings), 0o644); err != nil {
		return "", err
	}
	c, err := o.Open(ctx, dir)
	if err != nil {
		return "", err
	}
	rows, err := c.List(ctx, cache.Query{Limit: 1})
	if cerr := c.Close(); err == nil {
		err = cerr
	}
	if err != nil || len(rows) == 0 {
		return "", fmt.Errorf("no first row: %w", err)
	}
	head := []rune(rows[0].Headline)
	return string(head[:min(12, len(head))]), nil
}

func (b *bench) size(w, h int) error {
	fmt.Printf("\n%dx%d\n", w, h)
	if err := b.starts(w, h); err != nil {
		return err
	}
	t, err := start(b.bin, b.env, w, h, "")
	if err != nil {
		return err
	}
	defer t.end()
	if _, err := t.shows(b.first); err != nil {
		return err
	}
	t.settle()
	mem, err := t.memory()
	if err != nil {
		return err
	}
	fmt.Printf("  %-34s %6.1f MB\n", "memory", float64(mem)/(1<<20))
	for _, k := range []struct{ say, key, after string }{
		{"list: down", "j", ""},
		{"list: half a window down", "\x04", ""},
		{"list: a window down", "f", ""},
		{"open an article", "\r", "hj"},
		{"page: a line down", "j", ""},
		{"page: a window down, the next article", " ", ""},
	} {
		if err := b.key(t, k.say, k.key, k.after); err != nil {
			return err
		}
	}
	return idle(t)
}

// starts measures from exec to the list, with a key typed before: it must not be lost.
func (b *bench) starts(w, h int) error {
	var first []time.Duration
	for range b.rounds {
		t, err := start(b.bin, b.env, w, h, "j")
		if err != nil {
			return err
		}
		d, err := t.shows(b.first)
		if err == nil {
			err = t.stands("2/", w, h)
		}
		t.end()
		if err != nil {
			return err
		}
		first = append(first, d)
	}
	fmt.Printf("  %-34s %6.1f ms  (slowest %.1f)\n", "from exec to the list", ms(at(first, 50)), ms(at(first, 100)))
	return nil
}

// long measures an article of 10,000 words.
func (b *bench) long(ctx context.Context, data string) (err error) {
	home := filepath.Join(data, "long")
	if b.first, err = prepare(ctx, home, cachetest.Origin{Articles: 40, Words: 10_000}); err != nil {
		return err
	}
	b.environment(home)
	for _, size := range [][2]int{{80, 24}, {200, 50}} {
		fmt.Printf("\n%dx%d, an article of 10,000 words\n", size[0], size[1])
		t, err := start(b.bin, b.env, size[0], size[1], "")
		if err != nil {
			return err
		}
		_, err = t.shows(b.first)
		t.settle()
		for _, k := range []struct{ say, key, after string }{
			{"open it", "\r", "hj"}, // each another, that nobody has set before
			{"a window down", "f", ""},
			{"search in it", "/steuer\r", "\x1b"},
		} {
			if err == nil {
				err = b.key(t, k.say, k.key, k.after)
			}
			if k.after == "hj" && err == nil {
				_, err = t.press("\rg") // an earlier run may have left it at its end
			}
		}
		t.end()
		if err != nil {
			return err
		}
	}
	return nil
}

// key measures one key again and again; after is pressed between, unmeasured.
func (b *bench) key(t *terminal, say, key, after string) error {
	var first, last []time.Duration
	var size []int
	for range 2 * b.rounds {
		a, err := t.press(key)
		if err != nil {
			return err
		}
		first, last, size = append(first, a.first), append(last, a.last), append(size, a.size)
		for _, k := range after {
			if _, err := t.press(string(k)); err != nil {
				return err
			}
		}
	}
	fmt.Printf("  %-34s %6.1f ms  (95 %%: %5.1f; begins at %.1f)  %6d bytes  (95 %%: %d)\n",
		say, ms(at(last, 50)), ms(at(last, 95)), ms(at(first, 50)), at(size, 50), at(size, 95))
	return nil
}

// idle measures what the reader uses while nobody touches it.
func idle(t *terminal) error {
	const watched = 10 * time.Second
	t.settle()
	before, err := t.work()
	if err != nil {
		return err
	}
	time.Sleep(watched)
	after, err := t.work()
	if err != nil {
		return err
	}
	fmt.Printf("  %-34s %6.2f %% of a processor\n", "untouched", 100*float64(after-before)/float64(watched))
	return nil
}

// at is the value that p percent of all do not exceed.
func at[T int | time.Duration](values []T, p int) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(len(sorted)-1, len(sorted)*p/100)]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
