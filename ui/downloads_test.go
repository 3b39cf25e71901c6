package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/locale"
)

const (
	episodeURL = "https://cdn.lindenau.example/12.mp3?key=1"
	planFile   = "https://cdn.lindenau.example/plan.pdf"
)

// podcast is a screen over papers whose first article is an episode; opened are the files that were handed on.
func podcast(t *testing.T, w, h int, change func(*feed.Article, *Options)) (pl *player, opened *[]string) {
	t.Helper()
	p := newPapers()
	p.files = map[string]string{episodeURL: strings.Repeat("Ton", 1000), planFile: "%PDF-1.7"}
	a := &p.articles[boteURL][0]
	a.Comments = a.Link + "#leser"
	a.Enclosures = []feed.Enclosure{{URL: episodeURL, Type: "audio/mpeg", Title: "Folge 12", Length: 12_000_000, Duration: 45 * time.Minute}}
	opened = new([]string)
	o := Options{}
	change(a, &o)
	pl = &player{t: t, p: p, c: filledCache(t, p), saved: map[string]string{}}
	pl.start(w, h, func(to *Options) {
		if o.Text != nil {
			to.Text = o.Text
		}
		to.ASCII, to.Linear = o.ASCII, o.Linear
		to.OpenFile = func(_ context.Context, e feed.Enclosure, file string) error {
			*opened = append(*opened, e.URL+" "+filepath.Base(file))
			return nil
		}
	})
	return pl, opened
}

func same(*feed.Article, *Options) {}

func TestAnEpisodeIsShownAndOpened(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		text *locale.Text
	}{{"episode-80x24-de", 80, 24, locale.German()}, {"episode-120x40-de", 120, 40, locale.German()}, {"episode-80x24-en", 80, 24, locale.English()}, {"episode-120x40-en", 120, 40, locale.English()}} {
		pl, opened := podcast(t, c.w, c.h, func(_ *feed.Article, o *Options) { o.Text = c.text })
		pl.golden("list-of-" + c.name)
		pl.press("e")
		pl.press("enter").golden(c.name)
		pl.press("e")
		if want := episodeURL + " ."; len(*opened) != 2 || (*opened)[0] != want || (*opened)[1] != want {
			t.Errorf("opened %q, from list and page", *opened)
		}
	}
}

func TestADownloadedEpisodeIsOpenedFromTheDisk(t *testing.T) {
	pl, opened := podcast(t, 120, 40, same)
	pl.press("_").has("Heruntergeladen:", "e öffnet die Datei", "♪↓ 45 min", "heruntergeladen")
	if pl.m.queue.stop != nil || len(pl.m.queue.files) != 0 {
		t.Errorf("still on its way: %+v", pl.m.queue.files)
	}
	pl.p.files = nil // nobody answers any more
	pl.press("e")
	if len(*opened) != 1 || !strings.HasSuffix((*opened)[0], "Lindenauer Bote - Stadtrat von Lindenau beschließt die Sanierung der alten Brücke.mp3") {
		t.Errorf("opened %q", *opened)
	}
	pl.press("_").has("Heruntergeladen:")
	files, err := pl.c.Files(t.Context(), pl.m.open.row.ID)
	if err != nil || len(files) != 1 {
		t.Fatalf("%+v, %v", files, err)
	}
	if err := os.Remove(files[0].Path); err != nil {
		t.Fatal(err)
	}
	pl.press("e")
	if (*opened)[1] != episodeURL+" ." {
		t.Errorf("taken away by the reader, and opened: %q", *opened)
	}
	pl.press("_").has("nothing answers")
}

func TestOfSeveralFilesSomeAreChosen(t *testing.T) {
	pl, opened := podcast(t, 80, 24, func(a *feed.Article, _ *Options) {
		a.Enclosures = append(a.Enclosures, feed.Enclosure{URL: planFile, Type: "application/pdf"})
	})
	pl.press("e").has("Datei öffnen", "Folge 12", "audio/mpeg, 12,0 MB, 45 min", "plan.pdf")
	pl.press("down", "enter")
	if len(*opened) != 1 || (*opened)[0] != planFile+" ." {
		t.Errorf("opened %q", *opened)
	}
	pl.press("_").has("Dateien herunterladen")
	pl.press("tab", "down", "tab", "enter")
	row, _ := pl.m.list.Row()
	files, err := pl.c.Files(t.Context(), row.ID)
	if err != nil || len(files) != 2 {
		t.Errorf("%+v, %v", files, err)
	}
}

func TestDownloadsAreToldAndCalledOff(t *testing.T) {
	pl, _ := podcast(t, 80, 24, same)
	stopped := false
	first, second := wantedFile{"a", "Folge 12", episodeURL}, wantedFile{"b", "Folge 13", planFile}
	pl.m.queue = downloads{files: []wantedFile{first, second}, done: 4_000_000, size: 12_000_000, seq: 1, stop: func() { stopped = true }}
	pl.has("Folge 12 wird heruntergeladen: 33 % von 12,0 MB, 1 weitere Datei")
	steps := make(chan [2]int64, 1)
	close(steps)
	pl.send(downloadStepMsg{seq: 1, done: 6_000_000, size: -1, ok: true, steps: steps})
	pl.has("Folge 12 wird heruntergeladen: 6,0 MB")
	pl.press("=").has("Downloads", "Folge 12", "Folge 13")
	pl.press("enter").has("1 Download abgebrochen")
	if !stopped {
		t.Error("the download goes on")
	}
	pl.send(downloadedMsg{seq: 1, want: first, err: fmt.Errorf("fetch: %w", context.Canceled)})
	if pl.m.queue.seq != 2 || len(pl.m.queue.files) != 0 {
		t.Errorf("the next one was not asked for: %+v", pl.m.queue)
	}
	pl.has("inzwischen entfernt")
	pl.press("=").has("Zurzeit wird nichts heruntergeladen; _ lädt")
}

func TestTheLinearScreenDoesNotCountDownloads(t *testing.T) {
	pl, _ := podcast(t, 80, 24, func(_ *feed.Article, o *Options) { o.Linear = true })
	pl.has("Audio, 45 Minuten")
	pl.m.queue = downloads{files: []wantedFile{{"a", "Folge 12", episodeURL}}, done: 4, size: 12, seq: 1, stop: func() {}}
	pl.has("Folge 12 wird heruntergeladen.").hasNot("%")
	pl.m.queue = downloads{}
	pl.press("enter").has("Audio: Folge 12, audio/mpeg, 12,0 MB, 45 min")
	pl.press("G").has("Kommentare")
}

func TestCommentsOpenInTheBrowser(t *testing.T) {
	pl, _ := podcast(t, 120, 40, same)
	pl.press(`"`, "enter", `"`)
	if len(pl.links) != 2 || pl.links[0] != "https://bote.lindenau.example/1.html#leser" || pl.links[1] != pl.links[0] {
		t.Errorf("opened %q", pl.links)
	}
	pl.press("h", "j", `"`).has("nennt keine Seite mit Kommentaren")
	pl.press("e").has("gehört keine Datei")
	pl.press("_").has("keine Datei zum Herunterladen")
	pl.press(":", "type:comments").has("Seite mit den Kommentaren")
}

func TestAFullDiskIsSaid(t *testing.T) {
	pl, _ := podcast(t, 120, 40, same)
	pl.m.queue = downloads{files: []wantedFile{{"a", "Folge 12", episodeURL}}, seq: 7, stop: func() {}}
	pl.m.o.Words = func(err error) string { return "Satz: " + err.Error() }
	pl.send(downloadedMsg{seq: 7, want: pl.m.queue.files[0], err: &cache.StorageError{Path: "/d", Err: errors.New("voll")}})
	pl.has("Satz:", "voll")
	if len(pl.m.queue.files) != 0 {
		t.Errorf("it is tried for ever: %+v", pl.m.queue.files)
	}
}
