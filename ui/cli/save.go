package cli

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/direct"
	"depesche/feed/extract"
	"depesche/feed/fetch"
	"depesche/ui/fault"
)

func (a *app) saveCmd() *cobra.Command {
	t := &a.text.CLI
	var address string
	var asJSON bool
	cmd := a.verbCmd("save FILE|URL|-...", t.Verbs.Save, groupRead, 1, -1, func(ctx context.Context, args []string) error {
		switch {
		case address != "" && len(args) > 1:
			return &usageError{t.OneAddress}
		case address != "" && feed.WebLink(address) == "":
			return &usageError{t.FlagBad("--url", address, "http://…, https://…")}
		}
		return a.save(ctx, args, address, asJSON)
	})
	cmd.Flags().StringVar(&address, "url", "", t.Flags.URL)
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	cmd.ValidArgsFunction = nil // files
	return cmd
}

// save keeps each page or text it can, and says which it could not.
func (a *app) save(ctx context.Context, args []string, address string, asJSON bool) error {
	return a.with(ctx, writing, func(c *cache.Cache) error {
		lost := false
		for _, from := range args {
			row, err := a.savePage(ctx, c, from, address)
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case errors.Is(err, cache.ErrReadOnly), errors.Is(err, cache.ErrFull):
				return err // the others would fare no better
			case err != nil:
				lost = true
				a.logger().Info("not saved", "from", from, "err", err)
				a.complain(named(from, fault.Sentence(a.text, err)))
				continue
			}
			if err := a.printRows(a.styles(), []cache.Row{row}, asJSON); err != nil {
				return err
			}
			_ = a.stdout.Flush()
		}
		if lost {
			return errSilent
		}
		return nil
	})
}

// named puts in front of a sentence what it is about, unless it says so itself.
func named(what, sentence string) string {
	if strings.Contains(sentence, what) {
		return sentence
	}
	return what + ": " + sentence
}

// savePage saves what an argument names: the page at an address, a file, or standard input.
// address is where a file comes from, "" where that is not known.
func (a *app) savePage(ctx context.Context, c *cache.Cache, from, address string) (cache.Row, error) {
	if isAddress(from) {
		return a.saveAddress(ctx, c, from)
	}
	art, err := a.fileArticle(from, address)
	if err != nil {
		return cache.Row{}, err
	}
	return c.Save(ctx, art, time.Time{})
}

// saveAddress saves the page at an address. An article that the cache has is saved where it
// is, and fetched once more: without a network what is there has to do.
func (a *app) saveAddress(ctx context.Context, c *cache.Cache, address string) (cache.Row, error) {
	l, err := c.Follow(ctx, address, "", false)
	switch {
	case errors.Is(err, fetch.ErrPrivate): // the reader names it
		art, err := a.fetchPage(ctx, address)
		if err != nil {
			return cache.Row{}, err
		}
		return c.Save(ctx, art, time.Time{})
	case err != nil:
		return cache.Row{}, err
	case l.Row.ID == "":
		return c.Save(ctx, l.Article, l.Fetched)
	}
	row, err := c.SaveListed(ctx, l.Row.ID)
	if err != nil {
		return row, err
	}
	_, err = c.Full(ctx, row.ID)
	if errors.Is(err, fetch.ErrPrivate) {
		var art feed.Article
		if art, err = a.fetchPage(ctx, address); err == nil {
			return c.Save(ctx, art, time.Time{})
		}
	}
	if err != nil {
		a.logger().Info("not fetched again", "url", address, "err", err)
	}
	return c.Row(ctx, row.ID)
}

// fetchPage reads the page at an address that the reader has named: it may lie in the own
// network.
func (a *app) fetchPage(ctx context.Context, address string) (feed.Article, error) {
	s := feed.Source{ID: feed.NewSourceID(feed.Address(address)), URL: address}
	origin := direct.New(a.client(), direct.Options{Sources: func() []feed.Source { return []feed.Source{s} }, Rules: a.cfg.Rules})
	art, err := origin.Full(ctx, feed.Article{Source: s.ID, Link: address})
	art.Source = ""
	return art, err
}

// fileArticle takes the article out of a file, or of standard input. It is known again by
// what the file holds, and by where it comes from: by the address given, else by the one
// that the page gives itself. By its name it is not: a download that took the place of
// another one is another article.
func (a *app) fileArticle(from, address string) (feed.Article, error) {
	body, err := a.input(from)
	if err != nil {
		return feed.Article{}, err
	}
	if text, _ := charset.UTF8(body, ""); bytes.IndexByte(text, 0) >= 0 { // neither text nor page
		return feed.Article{}, extract.ErrNoArticle
	}
	art, err := a.takeApart(body, "", address)
	if err != nil {
		return feed.Article{}, err
	}
	sum := sha256.Sum256(body)
	art.GUID = "sha256:" + hex.EncodeToString(sum[:16])
	if art.Link == "" {
		art.Link = feed.WebLink(art.Canonical)
	}
	return art, nil
}

// pageEndings are those of names that are files and no ids.
var pageEndings = [...]string{".txt", ".text", ".html", ".htm", ".xhtml", ".md"}

// isFileName reports whether an argument names a file by its looks: ids have neither dots nor
// slashes.
func isFileName(arg string) bool {
	return arg == "-" || strings.ContainsAny(arg, `/\`) || slices.Contains(pageEndings[:], strings.ToLower(filepath.Ext(arg)))
}

// isFile reports whether there is a file of this name.
func (a *app) isFile(name string) bool {
	st, err := os.Stat(a.path(name))
	return err == nil && !st.IsDir()
}

// fromHome resolves a name that begins with the home folder, as a shell would.
func (a *app) fromHome(name string) string {
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		return filepath.Join(cmp.Or(a.getenv("HOME"), a.getenv("USERPROFILE")), rest)
	}
	return name
}
