package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFileTheReaderNames(t *testing.T) {
	home := t.TempDir()
	for name, text := range map[string]string{
		"feeds.opml": `<opml version="2.0"><body><outline type="rss" text="Bote" xmlUrl="https://bote.example/feed"/></body></opml>`,
		"urls":       "https://bote.example/feed\nhttps://blatt.example/feed\n",
		"leer.opml":  `<opml version="2.0"><body></body></opml>`,
		"news.jsonl": `{"id":"abc","source":{"url":"https://bote.example/feed"},"feed":{"headline":"x"}}` + "\n",
	} {
		if err := os.WriteFile(filepath.Join(home, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a := newApp(world{environ: []string{"HOME=" + home}, dir: home})
	for _, c := range []struct {
		name    string
		sources int
		wrong   string
	}{
		{"~/feeds.opml", 1, ""},
		{filepath.Join(home, "urls"), 2, ""},
		{"leer.opml", 0, "leer.opml"},
		{"news.jsonl", 0, "depesche import"},
		{"fehlt.opml", 0, "fehlt.opml"},
	} {
		f, err := a.fromFile(t.Context(), c.name)
		if len(f.Sources) != c.sources || (err != nil) != (c.wrong != "") || err != nil && !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%s: %d sources, %v", c.name, len(f.Sources), err)
		}
	}
}
