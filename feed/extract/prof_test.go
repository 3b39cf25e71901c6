package extract

import (
	"os"
	"path/filepath"
	"testing"
)

func BenchmarkReal(b *testing.B) {
	files, _ := filepath.Glob("/tmp/evalpages/*.html")
	var pages [][]byte
	for _, f := range files[:40] {
		s, _ := os.ReadFile(f)
		pages = append(pages, s)
	}
	for b.Loop() {
		for _, s := range pages {
			_, _ = Article(s, Options{URL: address})
		}
	}
}
