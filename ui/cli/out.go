package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
	"depesche/ui/theme"
)

// record writes a line of fields parted by tabs.
func (a *app) record(fields ...string) {
	for i, f := range fields {
		fields[i] = feed.Line(f)
	}
	fmt.Fprintln(a.stdout, strings.Join(fields, "\t"))
}

// object writes v as one line of JSON.
func (a *app) object(v any) error {
	line, err := jsonLine(v)
	if err != nil {
		return err
	}
	_, err = a.stdout.Write(append(a.json(line), '\n'))
	return err
}

// jsonLine is v as JSON without the escapes that only a web page needs.
func jsonLine(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// member is a name and a value of a JSON object.
type member struct {
	name  string
	value any
}

// spliced is a JSON object with further members in front of its own. A value
// that is no object is left out.
func spliced(object any, front ...member) ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range front {
		if i > 0 {
			b.WriteByte(',')
		}
		v, err := jsonLine(m.value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%q:%s", m.name, v)
	}
	body := []byte("{}")
	if object != nil {
		var err error
		if body, err = jsonLine(object); err != nil {
			return nil, err
		}
	}
	if inner := bytes.TrimSuffix(bytes.TrimPrefix(body, []byte("{")), []byte("}")); len(inner) > 0 && body[0] == '{' {
		if len(front) > 0 {
			b.WriteByte(',')
		}
		b.Write(inner)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// table writes rows in columns for people: each column as wide as its widest
// cell, the last one cut at the terminal's edge.
func (a *app) table(rows [][]string) {
	var widths []int
	for _, r := range rows {
		for i, c := range r {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(c))
		}
	}
	edge := a.width()
	for _, r := range rows {
		var b strings.Builder
		for i, c := range r {
			b.WriteString(c)
			if i < len(r)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-ansi.StringWidth(c)+2))
			}
		}
		line := strings.TrimRight(b.String(), " ")
		if a.tty {
			line = ansi.Truncate(line, edge, "…")
		}
		fmt.Fprintln(a.stdout, line)
	}
}

// rows writes records: columns on a terminal, tabs elsewhere.
func (a *app) rows(rows [][]string) {
	if a.tty {
		a.table(rows)
		return
	}
	for _, r := range rows {
		a.record(r...)
	}
}

// styles are the terminal's. Its background is not asked for: a verb that
// prints and ends must not wait for an answer.
func (a *app) styles() *theme.Styles {
	if !a.mono {
		a.stdout.colours(a.environ)
	}
	st, _ := theme.Named(a.cfg.Screen.Theme, a.cfg.Screen.Background != "light", a.mono || !a.tty)
	return st
}

// set prints an article as a page: styled on a terminal, else plain text.
func (a *app) set(art feed.Article, r *cache.Row, width int, files ...cache.File) error {
	here := map[string]bool{}
	for _, f := range files {
		here[f.URL] = true
	}
	if width <= 0 {
		width = min(a.width(), a.cfg.Screen.Width)
	}
	p, err := page.Set(a.styles(), art, page.Options{
		Width: width, Text: a.text, Now: a.now(), Source: r.SourceTitle, Fetched: r.Fetched, Files: here, ASCII: !a.utf8(),
		Justify: a.cfg.Screen.Justify, Hyphenate: hyphenation[a.cfg.Screen.Hyphenate],
	})
	if err != nil {
		return err
	}
	for _, line := range p.Lines {
		if !a.tty {
			line = strings.TrimRight(ansi.Strip(line), " ")
		}
		fmt.Fprintln(a.stdout, line)
	}
	return nil
}

var hyphenation = map[string]page.Hyphenation{"auto": page.Auto, "always": page.Always, "never": page.Never}
