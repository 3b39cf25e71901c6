package cli

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/book"
	"depesche/feed/direct"
	"depesche/feed/opml"
	"depesche/ui"
)

// formats are what export can write, with the endings of files that mean them.
var formats = []struct {
	name    string
	endings []string
}{
	{"opml", []string{".opml", ".xml"}},
	{"jsonl", []string{".jsonl", ".ndjson", ".json"}},
	{"epub", []string{".epub"}},
	{"html", []string{".html", ".htm", ".xhtml"}},
	{"markdown", []string{".md", ".markdown"}},
	{"text", []string{".txt"}},
}

type exportOptions struct{ format, path string }

func (a *app) exportCmd() *cobra.Command {
	t := &a.text.CLI
	var o exportOptions
	cmd := a.verbCmd("export [QUERY...]", t.Verbs.Export, groupSources, 0, -1, func(ctx context.Context, args []string) error {
		return a.export(ctx, strings.Join(args, " "), o)
	})
	cmd.Flags().StringVarP(&o.path, "output", "o", "", t.Flags.Output)
	cmd.Flags().StringVarP(&o.format, "format", "f", "", a.text.Desk.FormatFlag)
	return cmd
}

// formatFor chooses by name, else by a file's ending; sources without a query are
// OPML, articles JSON.
func (a *app) formatFor(query string, o exportOptions) (string, error) {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
		for _, e := range f.endings {
			if o.format == "" && strings.EqualFold(filepath.Ext(o.path), e) {
				return f.name, nil
			}
		}
	}
	switch {
	case o.format != "":
		return o.format, a.oneOf("format", o.format, names...)
	case strings.TrimSpace(query) != "":
		return "jsonl", nil
	}
	return "opml", nil
}

func (a *app) export(ctx context.Context, query string, o exportOptions) error {
	format, err := a.formatFor(query, o)
	if err != nil {
		return err
	}
	return a.with(ctx, reading, func(c *cache.Cache) error {
		if o.path == "" && format != "epub" {
			return a.exportTo(ctx, c, a.outlet(format), format, query)
		}
		if format == "epub" {
			return a.exportEPUB(ctx, c, query, o.path)
		}
		return streamNew(a.path(o.path), func(w io.Writer) error { return a.exportTo(ctx, c, w, format, query) })
	})
}

// outlet is standard output for a format.
func (a *app) outlet(format string) io.Writer {
	if format == "opml" || format == "html" {
		return a.markup(a.stdout)
	}
	return a.stdout
}

func (a *app) exportTo(ctx context.Context, c *cache.Cache, w io.Writer, format, query string) error {
	q := cache.Query{Filter: query}
	switch format {
	case "opml":
		return exportSources(ctx, c, w)
	case "jsonl":
		return c.Dump(ctx, q, func(e *cache.Entry) error {
			if direct.IsProgram(e.Source.URL) {
				e.Source.URL = ""
			}
			line, err := jsonLine(e)
			if err == nil {
				if w == io.Writer(a.stdout) {
					line = a.json(line)
				}
				_, err = w.Write(append(line, '\n'))
			}
			return err
		})
	}
	return a.exportTexts(ctx, c, w, format, q)
}

// exportSources writes what was subscribed to; the sample edition is not, and the
// saved pages are no feed.
func exportSources(ctx context.Context, c *cache.Cache, w io.Writer) error {
	rows, err := c.Sources(ctx)
	if err != nil {
		return err
	}
	list := opml.List{Title: "depesche"}
	for _, r := range rows {
		if !r.Sample && !r.Saved && !direct.IsProgram(r.URL) { // a program is nobody else's to run
			list.Sources = append(list.Sources, r.Source)
		}
	}
	return opml.Write(w, list)
}

// exportTexts writes articles one after the other.
func (a *app) exportTexts(ctx context.Context, c *cache.Cache, w io.Writer, format string, q cache.Query) error {
	set := map[string]func(*feed.Article) string{"markdown": ui.Markdown, "text": ui.PlainText}[format]
	between := map[string]string{"markdown": "\n---\n\n", "text": "\n" + strings.Repeat("=", 72) + "\n\n"}[format]
	var pages []book.Article
	n := 0
	err := a.eachArticle(ctx, c, q, func(r *cache.Row, art feed.Article) error {
		if format == "html" {
			pages = append(pages, book.Article{Article: art, Paper: r.SourceTitle})
			return nil
		}
		if n++; n > 1 {
			if _, err := io.WriteString(w, between); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, set(&art))
		return err
	})
	if err == nil && format == "html" {
		_, err = io.WriteString(w, book.Page(a.text.Code, a.bookWords(), pages...))
	}
	return err
}

// eachArticle gives the articles of a query in order, some rows in memory at a time.
func (a *app) eachArticle(ctx context.Context, c *cache.Cache, q cache.Query, do func(*cache.Row, feed.Article) error) error {
	return a.eachRows(ctx, c, q, func(rows []cache.Row) error {
		for i := range rows {
			art, err := c.Article(ctx, rows[i].ID, cache.Best)
			if err != nil {
				return err
			}
			if err := do(&rows[i], art); err != nil {
				return err
			}
		}
		return nil
	})
}

// exportEPUB writes the articles of a query as a book, with the pictures that are here.
func (a *app) exportEPUB(ctx context.Context, c *cache.Cache, query, path string) error {
	if path == "" {
		return &usageError{a.text.CLI.FlagNeeds("--output")}
	}
	var rows []cache.Row
	if err := a.eachRows(ctx, c, cache.Query{Filter: query}, func(some []cache.Row) error {
		rows = append(rows, some...)
		return nil
	}); err != nil {
		return err
	}
	to, err := a.editionPath(path)
	if err != nil {
		return err
	}
	return a.writeEPUB(ctx, c, rows, to)
}

// writeNew writes a file that was not there before.
func writeNew(path string, data []byte) error {
	return streamNew(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// streamNew writes a file that was not there before, as it comes. Where that fails the file
// is gone again.
func streamNew(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(f, 1<<16)
	if err = write(b); err == nil {
		err = b.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		_ = os.Remove(path)
	}
	return err
}
