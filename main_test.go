package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"depesche/feed/extract"
	"depesche/ui/cli"
	"depesche/ui/locale"
)

var update = flag.Bool("update", false, "write the generated files")

// layers, from the top. A package imports packages of its own layer and of
// those below.
var layers = []string{"depesche", "depesche/ui", "depesche/cache", "depesche/feed"}

// forbidden is what a layer must not know besides.
var forbidden = map[string][]string{
	"depesche/feed":  {"database/sql", "modernc.org/", "charm.land/", "github.com/charmbracelet/", "github.com/spf13/", "github.com/rogpeppe/"},
	"depesche/cache": {"net/http", "charm.land/", "github.com/charmbracelet/", "golang.org/x/net", "github.com/PuerkitoBio/", "github.com/spf13/"},
	"depesche/ui":    {"database/sql", "modernc.org/", "golang.org/x/net", "github.com/PuerkitoBio/"},
}

// speakers are the only packages of ui that may know how news come in: the rest
// is given them. The settings make their options; the gallery is a program of its
// own and wires up its own reader.
var speakers = []string{"depesche/ui/cli", "depesche/ui/config", "depesche/ui/fault", "depesche/ui/gallery", "depesche/ui/speed"}

// TestImportLine keeps main -> ui -> cache -> feed.
func TestImportLine(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		for _, fault := range faults(words[0], words[1:]) {
			t.Error(fault)
		}
	}
}

func faults(pkg string, imports []string) []string {
	var out []string
	own := layer(pkg)
	for _, imp := range imports {
		if l := layer(imp); l >= 0 && l < own {
			out = append(out, pkg+" imports "+imp+", which is above it")
		}
		for _, bad := range forbidden[layers[own]] {
			if imp == bad || strings.HasPrefix(imp, strings.TrimSuffix(bad, "/")+"/") {
				out = append(out, pkg+" imports "+imp)
			}
		}
		network := imp == "net/http" && layers[own] == "depesche/ui" || strings.HasPrefix(imp, "depesche/feed/") && layers[own] == "depesche/ui"
		if network && !slices.Contains(speakers, pkg) && !slices.Contains(pure, imp) {
			out = append(out, pkg+" imports "+imp+", which only the command line wires up")
		}
	}
	return out
}

// pure are packages of feed that ui may call anywhere: functions over values.
var pure = []string{"depesche/feed/wire", "depesche/feed/opml"}

// layer is the index of pkg's layer, -1 for other people's packages.
func layer(pkg string) int {
	for i := len(layers) - 1; i >= 0; i-- {
		if pkg == layers[i] || strings.HasPrefix(pkg, layers[i]+"/") {
			return i
		}
	}
	return -1
}

// The test above would notice.
func TestImportLineNotices(t *testing.T) {
	for name, c := range map[string]struct {
		pkg, imp string
		bad      bool
	}{
		"feed and its own":          {"depesche/feed/direct", "depesche/feed/fetch", false},
		"feed and the cache":        {"depesche/feed/direct", "depesche/cache", true},
		"the cache and the screen":  {"depesche/cache", "depesche/ui/locale", true},
		"the cache and the web":     {"depesche/cache", "net/http", true},
		"the cache and feed":        {"depesche/cache", "depesche/feed/wire", false},
		"the screen and SQL":        {"depesche/ui", "database/sql", true},
		"a page and HTML":           {"depesche/ui/page", "golang.org/x/net/html", true},
		"a page and fetch":          {"depesche/ui/page", "depesche/feed/fetch", true},
		"the command line and it":   {"depesche/ui/cli", "depesche/feed/fetch", false},
		"main and the command line": {"depesche", "depesche/ui/cli", false},
		"the screen and main":       {"depesche/ui", "depesche", true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := len(faults(c.pkg, []string{c.imp})) > 0; got != c.bad {
				t.Errorf("noticed: %v", got)
			}
		})
	}
}

// TestGeneratedFilesCurrent compares the files that are made from the code with
// those in the repository; -update writes them.
func TestGeneratedFilesCurrent(t *testing.T) {
	files, err := cli.Generated()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join("ui", "cli", "generated")
	if *update {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range files {
		path := filepath.Join(dir, name)
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), want) {
			t.Errorf("%s is not current (go test . -update): %v", path, err)
		}
	}
	there, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range there {
		if _, ok := files[f.Name()]; !ok {
			t.Errorf("%s is made by nothing", f.Name())
		}
	}
}

// Every rule that takes a page of the extractor's own tests apart, and every part
// it names, can be told in German. It stands here, where whoever adds a rule meets it.
func TestRulesHaveGermanWords(t *testing.T) {
	files, err := filepath.Glob("feed/extract/testdata/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	why := locale.German().Why
	rules := map[string]bool{}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, reasons, _ := extract.Explain(src, extract.Options{URL: "https://tageblatt.example/a"})
		for _, r := range reasons {
			if why.Parts[r.What] == "" {
				t.Errorf("%s: no German for the part %q", name, r.What)
			}
			if strings.Contains(r.Rule, " rather than ") {
				rules[r.What] = true
				if strings.Contains(why.Rule(r.Rule), " rather than ") {
					t.Errorf("%s: no German for %q", name, r.Rule)
				}
				continue
			}
			if why.Rules[r.Rule] == "" {
				t.Errorf("%s: no German for the rule %q", name, r.Rule)
			}
			rules[r.Rule] = true
		}
	}
	if len(rules) < 25 {
		t.Errorf("the pages show %d rules only", len(rules))
	}
}

// TestNothingWorksBeforeMain keeps start-up light: what a package makes before
// main runs is paid by every verb. The memory that this takes is counted, which
// unlike time is the same everywhere.
func TestNothingWorksBeforeMain(t *testing.T) {
	const most = 512 << 10 // bytes
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		var pkg string
		var at, ms float64
		var bytes int
		if n, _ := fmt.Sscanf(line, "init %s @%f ms, %f ms clock, %d bytes", &pkg, &at, &ms, &bytes); n != 4 || layer(pkg) < 0 {
			continue
		}
		seen++
		if bytes > most {
			t.Errorf("%s makes %d bytes before main, more than %d: make it when it is first needed", pkg, bytes, most)
		}
	}
	if seen == 0 {
		t.Errorf("no package of ours was traced: %s", out)
	}
}
