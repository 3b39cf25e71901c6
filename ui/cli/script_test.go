package cli

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"

	"depesche/feed/fetch"
)

// TestScripts runs testdata/script/*.txtar in this process. A script's files
// below site/ are served over loopback as $SITE; beside testscript's own
// commands there are
//
//	[!] depesche ARG...   runs the program; ! expects it to fail
//	status N              the last exit code
//	input FILE            standard input of the next depesche
//	take NAME REGEXP      sets a variable to the first group found in the last output
//	site stop|start       takes $SITE off the network, and back
//	fill FILE...          writes the values of $SITE and $WORK into files
//	newer FILE            says in a database that a newer program wrote it
//	hits PATH N           how often $SITE was asked for PATH
//	database FILE SQL     makes a database of a file of SQL, filled as fill does
//	cut FILE N            cuts a file to so many bytes
//	recorded FILE         says that a file is what /file/ gives, whole
//
// $CLOSED is an address at which nobody listens; nowhere.invalid is a host that
// does not exist, without asking any DNS.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			s, err := newSite(filepath.Join(e.WorkDir, "site"))
			if err != nil {
				return err
			}
			e.Defer(s.server.Close)
			home := filepath.Join(e.WorkDir, ".home")
			for k, v := range map[string]string{
				"SITE": s.server.URL, "HOSTPORT": s.server.Listener.Addr().String(), "CLOSED": s.closed, "HOME": home, "LANG": "en_GB.UTF-8",
				"XDG_CONFIG_HOME": filepath.Join(home, "config"), "XDG_DATA_HOME": filepath.Join(home, "data"), "XDG_STATE_HOME": filepath.Join(home, "state"),
			} {
				e.Setenv(k, v)
			}
			e.Values[siteKey{}] = s
			e.Values[runKey{}] = &lastRun{}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"depesche": cmdDepesche, "status": cmdStatus, "input": cmdInput, "take": cmdTake, "site": cmdSite, "hits": cmdHits, "fill": cmdFill, "newer": cmdNewer,
			"database": cmdDatabase, "cut": cmdCut, "recorded": cmdRecorded,
		},
	})
}

type (
	siteKey struct{}
	runKey  struct{}
)

type lastRun struct {
	code  int
	input string
}

// environment is what the program may see of the script's variables.
var environment = []string{
	"HOME", "LANG", "LC_ALL", "ABO", "NO_COLOR", "TERM",
	"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
}

func cmdDepesche(ts *testscript.TestScript, neg bool, args []string) {
	last := ts.Value(runKey{}).(*lastRun)
	s := ts.Value(siteKey{}).(*site)
	w := world{
		args: args, in: strings.NewReader(last.input), out: ts.Stdout(), errs: ts.Stderr(), now: time.Now, dir: ts.MkAbs("."),
		network: unreal{fetch.Network(fetch.Options{Proxy: func(*http.Request) (*url.URL, error) { return nil, nil }})},
	}
	for _, name := range environment {
		if v := ts.Getenv(name); v != "" {
			w.environ = append(w.environ, name+"="+v)
		}
	}
	last.input = ""
	last.code = run(context.Background(), w)
	s.server.CloseClientConnections()
	if (last.code != 0) != neg {
		ts.Fatalf("exit code %d", last.code)
	}
}

func cmdStatus(ts *testscript.TestScript, _ bool, args []string) {
	if got := strconv.Itoa(ts.Value(runKey{}).(*lastRun).code); len(args) != 1 || got != args[0] {
		ts.Fatalf("exit code %s, want %v", got, args)
	}
}

func cmdInput(ts *testscript.TestScript, _ bool, args []string) {
	ts.Value(runKey{}).(*lastRun).input = filled(ts, args[0])
}

// cmdNewer raises the schema of a database beyond what this program knows.
func cmdNewer(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec("pragma user_version = 32767")
	ts.Check(err)
	ts.Check(db.Close())
}

func cmdDatabase(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o700))
	db, err := sql.Open("sqlite", path)
	ts.Check(err)
	_, err = db.Exec(filled(ts, args[1]))
	ts.Check(err)
	ts.Check(db.Close())
}

func cmdCut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

func cmdFill(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(filled(ts, name)), 0o600))
	}
}

func filled(ts *testscript.TestScript, name string) string {
	text := ts.ReadFile(name)
	for _, v := range []string{"SITE", "WORK"} {
		text = strings.ReplaceAll(text, "$"+v, ts.Getenv(v))
	}
	return text
}

func cmdTake(ts *testscript.TestScript, _ bool, args []string) {
	re, err := regexp.Compile("(?m)" + args[1])
	ts.Check(err)
	m := re.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(m) < 2 {
		ts.Fatalf("no match for %s", args[1])
	}
	ts.Setenv(args[0], m[1])
}

func cmdSite(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value(siteKey{}).(*site)
	s.down.Store(args[0] == "stop")
	s.server.CloseClientConnections()
}

func cmdHits(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value(siteKey{}).(*site)
	s.mu.Lock()
	defer s.mu.Unlock()
	if got := strconv.Itoa(s.hits[args[0]]); got != args[1] {
		ts.Fatalf("%s was asked for %s times, want %s", args[0], got, args[1])
	}
}

// unreal is a network in which one host is known not to exist.
type unreal struct{ http.RoundTripper }

func (u unreal) RoundTrip(r *http.Request) (*http.Response, error) {
	if h := r.URL.Hostname(); h == "nowhere.invalid" {
		return nil, &net.DNSError{Err: "no such host", Name: h, IsNotFound: true}
	}
	return u.RoundTripper.RoundTrip(r)
}

// panics is a reader in which a defect sleeps.
type panics struct{ io.Reader }

func (panics) Read([]byte) (int, error) { panic("a defect") }

func TestAPanicIsTold(t *testing.T) {
	home := t.TempDir()
	var out, errs bytes.Buffer
	code := run(t.Context(), world{
		args: []string{"extract", "-"}, in: panics{}, out: &out, errs: &errs, now: time.Now,
		environ: []string{"HOME=" + home, "XDG_STATE_HOME=" + home},
	})
	if code != failed || !strings.Contains(errs.String(), "defect") {
		t.Errorf("code %d, %q", code, errs.String())
	}
	log, err := os.ReadFile(filepath.Join(home, "depesche", "depesche.log"))
	if err != nil || !bytes.Contains(log, []byte("a defect")) || !bytes.Contains(log, []byte("script_test.go")) {
		t.Errorf("the log has no trace of it: %v, %s", err, log)
	}
}

// One bad page of a batch answers for itself alone.
func TestLinesSurvivePanics(t *testing.T) {
	var out bytes.Buffer
	in := ""
	for i := range 20 {
		in += fmt.Sprintf("{\"id\": %d}\n", i)
	}
	a := newApp(world{in: strings.NewReader(in + "no json\n"), out: &out, errs: io.Discard, now: time.Now, environ: []string{"HOME=" + t.TempDir()}})
	err := a.lines(t.Context(), 3, func(j job) ([]byte, error) {
		if string(j.ID) == "7" {
			panic("seven")
		}
		return spliced(nil, member{"id", id(j)})
	})
	if err != nil {
		t.Fatal(err)
	}
	a.close()
	if got := strings.Count(out.String(), "\n"); got != 21 {
		t.Errorf("%d answers, want 21", got)
	}
	if !strings.Contains(out.String(), `{"id":7,"error":"`) || !strings.Contains(out.String(), `{"id":null,"error":"`) || !strings.Contains(out.String(), `{"id":19}`) {
		t.Errorf("got %s", out.String())
	}
}
