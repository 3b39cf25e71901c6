package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/book"
	"depesche/ui/fault"
	"depesche/ui/page"

	"github.com/spf13/cobra"
)

type editionOptions struct {
	minutes, articles int
	out               string
	quiet, json       bool
}

func (a *app) editionCmd() *cobra.Command {
	t := &a.text.Desk
	var o editionOptions
	cmd := a.verbCmd("edition [QUERY...]", t.Edition, groupRead, 0, -1, func(ctx context.Context, args []string) error {
		return a.edition(ctx, strings.Join(args, " "), o)
	})
	f := cmd.Flags()
	f.IntVarP(&o.minutes, "minutes", "m", 0, t.MinutesFlag)
	f.IntVarP(&o.articles, "limit", "n", 0, t.ArticlesFlag)
	f.StringVarP(&o.out, "out", "o", "", t.OutFlag)
	f.BoolVarP(&o.quiet, "quiet", "q", false, a.text.CLI.Flags.Quiet)
	f.BoolVar(&o.json, "json", false, a.text.CLI.Flags.JSON)
	return cmd
}

// edition packs an edition, says what it lacks, and writes it where that is wanted.
func (a *app) edition(ctx context.Context, query string, o editionOptions) error {
	q := cache.Query{Filter: query, Unread: strings.TrimSpace(query) == ""}
	return a.with(ctx, writing, func(c *cache.Cache) error {
		var e *cache.Edition
		for s := range c.Pack(ctx, cache.EditionOptions{Query: q, Minutes: o.minutes, Articles: o.articles}) {
			if s.Err != nil {
				a.progressEnd()
				return s.Err
			}
			e = s.Edition
			if e == nil {
				a.progressLine(a.text.Desk.Packing(s.Done, s.Total, s.Pictures))
			}
		}
		a.progressEnd()
		if e == nil {
			return ctx.Err()
		}
		if err := a.tellEdition(e, o); err != nil || o.out == "" {
			return err
		}
		path, err := a.editionPath(o.out)
		if err != nil {
			return err
		}
		return a.writeEPUB(ctx, c, e.Rows, path)
	})
}

type packedLine struct {
	Articles int        `json:"articles"`
	Minutes  int        `json:"minutes"`
	IDs      []feed.ID  `json:"ids"`
	Missing  []lackLine `json:"missing"`
}

type lackLine struct {
	ID       feed.ID `json:"id"`
	Headline string  `json:"headline"`
	What     string  `json:"what"`
	Why      string  `json:"why"`
}

func (a *app) tellEdition(e *cache.Edition, o editionOptions) error {
	line := packedLine{Articles: len(e.Rows), Minutes: e.Minutes, IDs: []feed.ID{}, Missing: []lackLine{}}
	var rows [][]string
	for _, r := range e.Rows {
		line.IDs = append(line.IDs, r.ID)
		rows = append(rows, []string{string(r.ID), strconv.Itoa(r.Minutes), r.SourceTitle, headline(&r)})
	}
	for _, l := range e.Lacks {
		line.Missing = append(line.Missing, lackLine{l.Article, l.Headline, l.What, fault.Sentence(a.text, l.Err)})
	}
	if o.json {
		return a.object(line)
	}
	if !o.quiet {
		a.rows(rows)
		_ = a.stdout.Flush()
		a.complain(a.text.Desk.Packed(line.Articles, line.Minutes))
	}
	if len(line.Missing) == 0 {
		return nil
	}
	a.complain(a.text.Desk.Missing(len(line.Missing)))
	for _, l := range line.Missing {
		a.complain(a.text.Desk.Lacks[l.What] + "  " + l.Headline + ": " + l.Why)
	}
	return nil
}

// editionPath is a new file: the one named, or one in the folder named.
func (a *app) editionPath(out string) (string, error) {
	path := a.path(out)
	if st, err := os.Stat(path); err != nil || !st.IsDir() {
		return path, nil
	}
	name := filepath.Join(path, "depesche-"+a.now().Format(time.DateOnly))
	for n := 1; n < 1000; n++ {
		file := name + ".epub"
		if n > 1 {
			file = fmt.Sprintf("%s-%d.epub", name, n)
		}
		if _, err := os.Lstat(file); os.IsNotExist(err) {
			return file, nil
		}
	}
	return "", fmt.Errorf("%s: %w", name, os.ErrExist)
}

// writeEPUB writes articles as one edition, in sections by their papers.
func (a *app) writeEPUB(ctx context.Context, c *cache.Cache, rows []cache.Row, path string) error {
	e := book.Edition{
		Title: "depesche", Language: a.text.Code, Made: a.now(), Words: a.bookWords(),
		ID:      fmt.Sprintf("urn:depesche:%s", a.now().UTC().Format("20060102T150405Z")),
		Picture: func(url string) []byte { data, _ := c.KeptPicture(ctx, url); return data },
	}
	place := map[string]int{}
	for i := range rows {
		art, err := c.Article(ctx, rows[i].ID, cache.Best)
		if err != nil {
			return err
		}
		title := rows[i].SourceTitle
		at, ok := place[title]
		if !ok {
			at = len(e.Sections)
			place[title] = at
			e.Sections = append(e.Sections, book.Section{Title: title})
		}
		e.Sections[at].Articles = append(e.Sections[at].Articles, book.Article{Article: art, Paper: title})
	}
	var b bytes.Buffer
	if err := e.EPUB(&b); err != nil {
		return err
	}
	if err := writeNew(path, b.Bytes()); err != nil {
		return err
	}
	a.complain(a.text.Desk.WrittenTo(path))
	return nil
}

// bookWords are what a book says itself, in the reader's language.
func (a *app) bookWords() book.Words {
	t, p := &a.text.Desk, &a.text.Page
	return book.Words{
		Contents: t.Contents, Photo: t.Photo, Correction: t.Correction, Original: t.Original,
		Summary: func(articles, minutes int) string { return t.Articles(articles) + ", " + p.Minutes(minutes) },
		Minutes: p.Minutes, By: p.By, Date: func(at time.Time) string { return t.DateLine(at.In(a.now().Location())) },
		Access: map[feed.Access]string{feed.Teaser: p.Teaser, feed.Paywall: p.Paywall, feed.ConsentWall: p.Consent},
		File:   func(e *feed.Enclosure) string { return a.text.Files.Media[e.Medium().String()] + ": " },
		Facts: func(e *feed.Enclosure) string {
			if facts := page.FileFacts(a.text, e); len(facts) > 0 {
				return " · " + strings.Join(facts, " · ")
			}
			return ""
		},
		Comments: a.text.Files.Comments,
	}
}
