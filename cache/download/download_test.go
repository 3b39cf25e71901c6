package download

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"depesche/feed"
)

func TestNamesLeadNowhere(t *testing.T) {
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{[]string{"Hafenfunk", "Folge 1: Der Kran"}, "Hafenfunk - Folge 1 Der Kran"},
		{[]string{"../../etc/passwd"}, "etc passwd"},
		{[]string{`C:\Windows\x`}, "C Windows x"},
		{[]string{".bashrc"}, "bashrc"},
		{[]string{"-rf ~"}, "rf ~"},
		{[]string{"CON"}, "_CON"},
		{[]string{"nul.tar"}, "_nul.tar"},
		{[]string{"COM1"}, "_COM1"},
		{[]string{"LPT¹ .x"}, "_LPT¹ .x"},
		{[]string{"COM", "Folge"}, "COM - Folge"},
		{[]string{"a\x00b\x1b[31m\u202egpj\n"}, "ab[31mgpj"},
		{[]string{"Ende. . ."}, "Ende"},
		{[]string{"", "...", "/"}, "download"},
		{[]string{"A\u0308rger"}, "Ärger"},
		{[]string{"日本語"}, "日本語"},
	} {
		if got := Name(c.parts...); got != c.want {
			t.Errorf("%q is %q, want %q", c.parts, got, c.want)
		}
	}
	long := Name(strings.Repeat("ä", 500))
	if len(long) > longestName || !utf8.ValidString(long) {
		t.Errorf("%d bytes: %q", len(long), long)
	}
	for s, want := range map[string]string{".mp3": ".mp3", ".MP3": ".mp3", "": "", ".": "", ".m/p3": "", ".verylongone": "", ".exe ": "", "mp3": ""} {
		if got := Ending(s); got != want {
			t.Errorf("ending %q is %q, want %q", s, got, want)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, s := range []string{"../x", "CON", "a:b", "\xff", "NUL.txt", " .. ", "COM¹"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		n := Name(a, b)
		if n == "" || n == "." || n == ".." || len(n) > longestName+1 || !utf8.ValidString(n) || strings.ContainsAny(n, forbidden+"\x00\n\x1b") || strings.HasPrefix(n, ".") || strings.HasPrefix(n, "-") {
			t.Errorf("%q, %q became %q", a, b, n)
		}
		if filepath.Base(n) != n || !filepath.IsLocal(n) {
			t.Errorf("%q leads elsewhere", n)
		}
	})
}

// bench is a folder with what a job noted.
type bench struct {
	t     *testing.T
	dir   string
	left  Part
	asked []feed.Piece
}

// run downloads once; give answers the request.
func (b *bench) run(give func(have feed.Piece, take func(*feed.Transfer) error) error) (string, int64, error) {
	b.t.Helper()
	j := &Job{
		Dir: filepath.Join(b.dir, "neu"), Name: "Folge", Ending: ".mp3", Left: b.left,
		Note: func(p Part) error { b.left = p; return nil },
		Fetch: func(_ context.Context, have feed.Piece, take func(*feed.Transfer) error) error {
			b.asked = append(b.asked, have)
			return give(have, take)
		},
	}
	return j.Run(b.t.Context())
}

// whole gives a text from a byte on, and breaks off behind so many bytes where that is not negative.
func whole(text, validator string, from int64, most int) func(feed.Piece, func(*feed.Transfer) error) error {
	return func(_ feed.Piece, take func(*feed.Transfer) error) error {
		body := io.Reader(strings.NewReader(text[from:]))
		if most >= 0 {
			body = io.MultiReader(io.LimitReader(body, int64(most)), broken{})
		}
		return take(&feed.Transfer{From: from, Size: int64(len(text)), Type: "audio/mpeg", Validator: validator, Body: body})
	}
}

type broken struct{}

var errBroke = errors.New("broke off")

func (broken) Read([]byte) (int, error) { return 0, errBroke }

func (b *bench) holds(path, want string) {
	b.t.Helper()
	if data, err := os.ReadFile(path); err != nil || string(data) != want {
		b.t.Errorf("%s holds %q, %v; want %q", path, data, err, want)
	}
}

const text = "Der Kran dreht sich."

func TestWhatBreaksOffIsTakenUpAgain(t *testing.T) {
	b := &bench{t: t, dir: t.TempDir()}
	_, _, err := b.run(whole(text, `"1"`, 0, 8))
	var part *PartialError
	if !errors.As(err, &part) || !errors.Is(err, errBroke) || !errors.Is(err, ErrPartial) || part.Have != 8 || part.Size != int64(len(text)) || !part.Keeps {
		t.Fatalf("%+v", err)
	}
	b.holds(b.left.file(), text[:8])
	path, n, err := b.run(whole(text, `"1"`, 8, -1))
	if err != nil || n != int64(len(text)) {
		t.Fatal(n, err)
	}
	b.holds(path, text)
	if b.asked[1] != (feed.Piece{From: 8, Validator: `"1"`}) {
		t.Errorf("asked for %+v", b.asked[1])
	}
	if _, err := os.Stat(b.left.file()); err == nil {
		t.Error("the part is still there")
	}
}

func TestWhatHasChangedBeginsAnew(t *testing.T) {
	b := &bench{t: t, dir: t.TempDir()}
	_, _, _ = b.run(whole("Ein anderer Text, länger als der neue.", `"1"`, 0, 20))
	path, _, err := b.run(whole(text, `"2"`, 0, -1))
	if err != nil {
		t.Fatal(err)
	}
	b.holds(path, text)
}

func TestAPartThatNothingTellsApartIsNotKept(t *testing.T) {
	b := &bench{t: t, dir: t.TempDir()}
	_, _, err := b.run(whole(text, "", 0, 8))
	var part *PartialError
	if !errors.As(err, &part) || part.Keeps {
		t.Errorf("%+v", err)
	}
	if entries, _ := os.ReadDir(filepath.Join(b.dir, "neu")); len(entries) != 0 {
		t.Errorf("left: %v", entries)
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	b := &bench{t: t, dir: t.TempDir()}
	first, _, err := b.run(whole(text, "", 0, -1))
	if err != nil {
		t.Fatal(err)
	}
	b.left = Part{}
	second, _, err := b.run(func(have feed.Piece, take func(*feed.Transfer) error) error {
		// Somebody takes the name while the file comes.
		if err := os.WriteFile(filepath.Join(b.dir, "neu", "Folge (2).mp3"), []byte("meins"), 0o600); err != nil {
			t.Fatal(err)
		}
		return whole("zweite", "", 0, -1)(have, take)
	})
	if err != nil {
		t.Fatal(err)
	}
	b.holds(first, text)
	b.holds(filepath.Join(b.dir, "neu", "Folge (2).mp3"), "meins")
	b.holds(second, "zweite")
}

func TestALinkThatWaitsInTheFolderIsNotFollowed(t *testing.T) {
	b := &bench{t: t, dir: t.TempDir()}
	target := filepath.Join(b.dir, "ziel")
	if err := os.WriteFile(target, []byte("alt"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(b.dir, "neu"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, filepath.Join(b.dir, "neu", "Folge.mp3.part")); err != nil {
		t.Skip(err)
	}
	b.left = Part{Path: filepath.Join(b.dir, "neu", "Folge.mp3"), Validator: `"1"`}
	path, _, err := b.run(whole(text, `"1"`, 0, -1))
	if err != nil {
		t.Fatal(err)
	}
	b.holds(target, "alt")
	b.holds(path, text)
}

func TestAFileComesOnce(t *testing.T) {
	b := &bench{t: t, dir: t.TempDir()}
	_, _, _ = b.run(whole(text, `"1"`, 0, 8))
	_, _, err := b.run(func(have feed.Piece, take func(*feed.Transfer) error) error {
		other := &bench{t: t, dir: b.dir, left: b.left}
		if _, _, err := other.run(whole(text, `"1"`, 8, -1)); !errors.Is(err, ErrRunning) {
			t.Errorf("another one writes the same part: %v", err)
		}
		return whole(text, `"1"`, 8, -1)(have, take)
	})
	if err != nil {
		t.Error(err)
	}
}

func TestAFileThatIsTooLongIsGone(t *testing.T) {
	b := &bench{t: t, dir: t.TempDir()}
	_, _, err := b.run(func(_ feed.Piece, take func(*feed.Transfer) error) error {
		if err := take(&feed.Transfer{Size: -1, Validator: `"1"`, Body: io.MultiReader(strings.NewReader(text), broken{})}); err != nil {
			return feed.ErrTooLong
		}
		return nil
	})
	if !errors.Is(err, feed.ErrTooLong) || errors.Is(err, ErrPartial) {
		t.Error(err)
	}
	if entries, _ := os.ReadDir(filepath.Join(b.dir, "neu")); len(entries) != 0 {
		t.Errorf("left: %v", entries)
	}
}
