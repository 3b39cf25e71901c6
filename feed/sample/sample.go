// Package sample is the sample edition: a few articles of our own writing in
// three invented papers, embedded, that go the way real ones go. It is what a
// reader sees who has no papers yet, and it needs no network.
//
// The edition is a morning paper: its articles are dated up to six o'clock of
// the last morning, whenever it is read.
package sample

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"text/template"
	"time"

	"depesche/feed"
)

//go:generate go run depesche/feed/sample/gen -dir site/img

//go:embed site
var site embed.FS

// Host is where the sample edition stands. No such name can ever exist.
const Host = "sample.invalid"

// noGuide asks a feed to leave out the article that explains the program: who
// reads German gets it in German only.
const noGuide = "?guide=no"

// Sources are the papers of the edition, first those in the reader's language
// ("de", else English). The guide to the program is in that language.
func Sources(lang string) []feed.Source {
	german := lang == "de" || strings.HasPrefix(lang, "de-")
	bote, courier := "bote/feed.xml", "courier/atom.xml"
	if german {
		courier += noGuide
	} else {
		bote += noGuide
	}
	out, folder := []feed.Source{
		paper(courier, "The Lindenau Courier", "en-GB"), paper(bote, "Lindenauer Bote", "de"), paper("hafenblatt/feed.json", "Hafenblatt", "de"),
	}, "Sample edition"
	if german {
		out, folder = append(out[1:], out[0]), "Musterausgabe"
	}
	for i := range out {
		out[i].Folder = []string{folder}
	}
	return out
}

func paper(file, title, lang string) feed.Source {
	address := "https://" + Host + "/" + file
	return feed.Source{
		ID: feed.NewSourceID(address), URL: address, Site: address[:strings.LastIndexByte(address, '/')+1],
		Title: title, Language: lang,
	}
}

// Transport answers for Host from the embedded pages and hands everything else to next,
// which may be nil.
func Transport(next http.RoundTripper) http.RoundTripper {
	return &Edition{Next: next, Now: time.Now}
}

// Edition serves the sample edition of the day that Now says.
type Edition struct {
	Next http.RoundTripper // asked for every other host; nil: there is none
	Now  func() time.Time
}

// RoundTrip implements http.RoundTripper.
func (e *Edition) RoundTrip(r *http.Request) (*http.Response, error) {
	if !strings.EqualFold(r.URL.Hostname(), Host) {
		if e.Next == nil {
			return nil, errors.New("there is no network beside the sample edition")
		}
		return e.Next.RoundTrip(r)
	}
	if r.Body != nil {
		r.Body.Close()
	}
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	return e.serve(r)
}

// CloseIdleConnections passes the wish on.
func (e *Edition) CloseIdleConnections() {
	if n, ok := e.Next.(interface{ CloseIdleConnections() }); ok {
		n.CloseIdleConnections()
	}
}

var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".json": "application/feed+json",
	".jpg": "image/jpeg", ".png": "image/png",
}

func (e *Edition) serve(r *http.Request) (*http.Response, error) {
	day := morning(e.Now())
	day.Guide = !strings.Contains("?"+r.URL.RawQuery, noGuide)
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	data, err := day.page(name)
	if err != nil {
		return answer(r, http.StatusNotFound, nil, "text/plain", ""), nil
	}
	tag := day.at.Format(`"2006-01-02"`)
	if r.Header.Get("If-None-Match") == tag {
		return answer(r, http.StatusNotModified, nil, "", tag), nil
	}
	return answer(r, http.StatusOK, data, mediaTypes[path.Ext(name)], tag), nil
}

func answer(r *http.Request, status int, body []byte, mediaType, tag string) *http.Response {
	h := http.Header{}
	for name, value := range map[string]string{"Content-Type": mediaType, "ETag": tag} {
		if value != "" {
			h.Set(name, value)
		}
	}
	return &http.Response{
		Status: fmt.Sprintf("%d %s", status, http.StatusText(status)), StatusCode: status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: h,
		Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)), Request: r,
	}
}

// page gives a file as it is, or a text with the edition's dates set in.
func (m edition) page(name string) ([]byte, error) {
	file := path.Join("site", name)
	switch path.Ext(name) {
	case ".html", ".xml", ".json":
	default:
		return fs.ReadFile(site, file)
	}
	if _, err := fs.Stat(site, file); err != nil {
		return nil, err
	}
	t, err := template.ParseFS(site, path.Dir(file)+"/*")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.ExecuteTemplate(&b, path.Base(name), m)
	return b.Bytes(), err
}

// edition is the paper of one morning. Its methods set a moment so long before
// it went to press, in the forms that the pages print.
type edition struct {
	Guide bool // with the guide to the program
	at    time.Time
}

// morning is the last six o'clock.
func morning(now time.Time) edition {
	at := time.Date(now.Year(), now.Month(), now.Day(), 6, 0, 0, 0, now.Location())
	if at.After(now) {
		at = time.Date(now.Year(), now.Month(), now.Day()-1, 6, 0, 0, 0, now.Location())
	}
	return edition{at: at}
}

func (m edition) before(d string) (time.Time, error) {
	ago, err := time.ParseDuration(d)
	return m.at.Add(-ago), err
}

// ISO is RFC 3339.
func (m edition) ISO(d string) (string, error) {
	t, err := m.before(d)
	return t.Format(time.RFC3339), err
}

// RSS is RFC 1123 with a numeric zone.
func (m edition) RSS(d string) (string, error) {
	t, err := m.before(d)
	return t.Format(time.RFC1123Z), err
}

// English is "Monday 2 January 2006, 15.04".
func (m edition) English(d string) (string, error) {
	t, err := m.before(d)
	return t.Format("Monday 2 January 2006, 15.04"), err
}

var germanMonths = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}

// German is "2. Januar 2006, 15:04 Uhr".
func (m edition) German(d string) (string, error) {
	t, err := m.before(d)
	return fmt.Sprintf("%d. %s %d, %s Uhr", t.Day(), germanMonths[t.Month()-1], t.Year(), t.Format("15:04")), err
}
