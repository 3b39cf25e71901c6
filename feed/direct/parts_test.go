package direct

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"depesche/feed"
	"depesche/feed/fetch"
)

// inPages is a site that prints an article in pages and remembers what was asked.
type inPages struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

// newInPages serves pages by their path and query.
func newInPages(t *testing.T, pages map[string]string) *inPages {
	s := &inPages{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.RequestURI())
		s.mu.Unlock()
		body, ok := pages[r.URL.RequestURI()]
		switch {
		case !ok:
			w.WriteHeader(http.StatusNotFound)
		case strings.HasPrefix(body, "/"):
			http.Redirect(w, r, body, http.StatusFound)
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = fmt.Fprint(w, strings.ReplaceAll(body, "$SITE", s.URL))
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// whole reads the article at a path.
func (s *inPages) whole(t *testing.T, path string) feed.Article {
	t.Helper()
	c := fetch.New(fetch.Options{})
	t.Cleanup(c.CloseIdleConnections)
	o := New(c, Options{Sources: func() []feed.Source { return []feed.Source{{ID: "blatt", URL: s.URL + "/feed"}} }})
	a, err := o.Full(t.Context(), feed.Article{Source: "blatt", Link: s.URL + path})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// part is page n of the article; what is in head and foot stands on it besides.
func part(n int, head, foot string) string {
	return fmt.Sprintf(`<!doctype html><html lang="de"><head><title>Die Brücke wird saniert</title>
<meta property="og:image" content="$SITE/bruecke.jpg">%s</head><body><article><h1>Die Brücke wird saniert</h1>
<p class="standfirst">Nach zehn Jahren Streit ist der Weg frei, und die Arbeiten beginnen im Frühjahr.</p>
<figure><img src="$SITE/bruecke.jpg" width="900" height="600"><figcaption>Die Brücke am Morgen.</figcaption></figure>
<p>Seite %d beginnt: Der Stadtrat hat am Abend lange beraten und sich dann doch geeinigt, mit knapper Mehrheit und nach einer Sitzung bis Mitternacht.</p>
<p>Die Kosten, so heißt es auf Seite %d, trägt zur Hälfte das Land; den Rest sollen die Gemeinden am Fluss aufbringen, die davon noch nichts wissen.</p>
%s</article></body></html>`, head, n, n, foot)
}

// opens lists the pages that a text holds, by how their first paragraphs begin.
func opens(a *feed.Article) (out []string) {
	for _, b := range a.Body {
		if begin, _, ok := strings.Cut(b.Text.String(), " beginnt:"); ok {
			out = append(out, strings.TrimPrefix(begin, "Seite "))
		}
	}
	return out
}

const bridge = "/stadt/bruecke-wird-saniert"

func TestTheOtherPagesOfAnArticle(t *testing.T) {
	pager := `<p class="pager"><a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a></p>`
	s := newInPages(t, map[string]string{
		bridge: part(1, "", pager), bridge + "?page=2": part(2, "", pager),
		bridge + "?page=3": part(3, "", `<p>Quelle: dpa</p>`+pager),
	})
	a := s.whole(t, bridge)
	if got := opens(&a); !slices.Equal(got, []string{"1", "2", "3"}) {
		t.Fatalf("pages %q of %v", got, s.asked)
	}
	if want := []string{bridge, bridge + "?page=2", bridge + "?page=3"}; !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q", s.asked)
	}
	if a.Headline != "Die Brücke wird saniert" || a.Link != s.URL+bridge || a.Lead == nil {
		t.Errorf("%+v", a)
	}
	if n := len(a.Pictures()); n != 1 {
		t.Errorf("the picture above stands in it %d times", n)
	}
	if n := strings.Count(a.PlainText()+a.Standfirst, "Nach zehn Jahren Streit"); n != 1 {
		t.Errorf("the summary stands in it %d times", n)
	}
}

func TestPagesEndWhereTheyMust(t *testing.T) {
	next := func(n int) string { return fmt.Sprintf(`<link rel="next" href="?page=%d">`, n) }
	many := map[string]string{bridge: part(1, next(2), "")}
	for n := 2; n < 40; n++ {
		many[fmt.Sprintf("%s?page=%d", bridge, n)] = part(n, next(n+1), "")
	}
	for name, tc := range map[string]struct {
		pages map[string]string
		want  int // pages in the article
		asked int
	}{
		"at ten":                       {many, 11, 11},
		"at one that is missing":       {map[string]string{bridge: part(1, next(2), ""), bridge + "?page=2": part(2, next(3), "")}, 2, 3},
		"where the next is the first":  {map[string]string{bridge: part(1, next(2), ""), bridge + "?page=2": part(1, next(3), ""), bridge + "?page=3": part(3, "", "")}, 1, 2},
		"where it leads back":          {map[string]string{bridge: part(1, next(2), ""), bridge + "?page=2": bridge}, 1, 3},
		"at the next article":          {map[string]string{bridge: part(1, `<link rel="next" href="/stadt/markt-zieht-um">`, ""), "/stadt/markt-zieht-um": part(2, "", "")}, 1, 1},
		"at a page without an article": {map[string]string{bridge: part(1, next(2), ""), bridge + "?page=2": "<html><body></body></html>"}, 1, 2},
		"where all is on one page": {map[string]string{
			bridge: part(1, next(2), `<a href="?page=all">Auf einer Seite</a>`), bridge + "?page=2": part(2, "", ""),
			bridge + "?page=all": part(1, "", "<p>Seite 2 beginnt: "+strings.Repeat("Der Rest steht hier und ist so lang wie das, was davor stand. ", 4)+"</p>"),
		}, 2, 2},
		"where that page is missing": {map[string]string{
			bridge: part(1, next(2), `<a href="?page=all">Auf einer Seite</a>`), bridge + "?page=2": part(2, "", ""),
		}, 2, 3},
	} {
		t.Run(name, func(t *testing.T) {
			s := newInPages(t, tc.pages)
			a := s.whole(t, bridge)
			if got := opens(&a); len(got) != tc.want {
				t.Errorf("pages %q, want %d", got, tc.want)
			}
			if len(s.asked) != tc.asked {
				t.Errorf("asked for %q, want %d", s.asked, tc.asked)
			}
		})
	}
}

func TestPagesJoin(t *testing.T) {
	note := func() feed.Article {
		return feed.Article{Headline: "H", Body: []feed.Block{
			{Text: feed.Text{{Text: "Ein Satz mit einer Note"}, {Text: "1", Link: "#note-1"}}},
			{Role: feed.Footnote, Anchor: "note-1", Text: feed.Plain("Die Note.")},
		}}
	}
	a, b := note(), note()
	b.Body[0].Text[0].Text, b.Body[1].Text = "Ein anderer Satz", feed.Plain("Eine andere Note.")
	b.Agencies, b.Credit, b.Corrections = []feed.Agency{"dpa"}, "(dpa)", []string{"Korrektur: nichts."}
	if !join(&a, &b, 2) {
		t.Fatal("not joined")
	}
	if a.Body[1].Anchor != "note-1" || a.Body[3].Anchor != "note-1-2" || a.Body[2].Text[1].Link != "#note-1-2" {
		t.Errorf("%+v", a.Body)
	}
	if a.Credit != "(dpa)" || len(a.Agencies) != 1 || len(a.Corrections) != 1 {
		t.Errorf("%+v", a)
	}
	if again := note(); join(&a, &again, 3) || len(a.Body) != 4 {
		t.Error("the first page was taken for a third")
	}
}
