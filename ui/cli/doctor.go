package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed/fetch"
	"depesche/ui/fault"
)

// The results of a check.
const (
	fine   = "ok"
	advice = "note"
	wrong  = "wrong"
	mended = "mended"
)

type check struct {
	Result string `json:"result"`
	What   string `json:"what"`
	Detail string `json:"detail"`
}

func (a *app) doctorCmd() *cobra.Command {
	t := &a.text.CLI
	var network, repair, asJSON bool
	cmd := a.verbCmd("doctor", t.Verbs.Doctor, groupSelf, 0, 0, func(ctx context.Context, _ []string) error {
		return a.doctor(ctx, network, repair, asJSON)
	})
	f := cmd.Flags()
	f.BoolVar(&network, "network", false, t.Flags.Network)
	f.BoolVar(&repair, "repair", false, t.Flags.Repair)
	f.BoolVar(&asJSON, "json", false, t.Flags.JSON)
	return cmd
}

// doctor looks at everything depesche stands on. It fails when anything is wrong.
func (a *app) doctor(ctx context.Context, network, repair, asJSON bool) error {
	checks := []check{{fine, "version", a.version}}
	checks = append(checks, a.checkSettings()...)
	checks = append(checks, a.checkTerminal()...)
	if a.paths.Data != "" {
		checks = append(checks, a.checkData(ctx, network, repair)...)
	}
	bad := false
	var rows [][]string
	for _, c := range checks {
		bad = bad || c.Result == wrong
		if asJSON {
			if err := a.object(c); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{c.Result, c.What, c.Detail})
	}
	a.rows(rows)
	if bad {
		return errSilent
	}
	return nil
}

func (a *app) checkSettings() []check {
	out := []check{{fine, "settings", a.paths.Config}}
	if a.cfg.File == "" && a.wrong == nil {
		out[0] = check{fine, "settings", a.paths.Config + " (" + a.text.CLI.NotThere + ")"}
	}
	if a.wrong != nil {
		out = out[:0]
		for line := range strings.SplitSeq(fault.Sentence(a.text, a.wrong), "\n") {
			out = append(out, check{wrong, "settings", line})
		}
		return out
	}
	if _, err := a.keyMap(); err != nil {
		return append(out, check{wrong, "keys", fault.Sentence(a.text, err)})
	}
	return append(out, check{fine, "keys", a.cfg.Keys.Preset}, check{fine, "log", a.paths.Log})
}

func (a *app) checkTerminal() []check {
	t := &a.text.CLI
	out := []check{{fine, "language", a.text.Code}}
	if !a.utf8() {
		out = append(out, check{advice, "encoding", t.NoUTF8})
	}
	if !a.tty {
		return append(out, check{fine, "terminal", t.NoTerminal})
	}
	colours := colorprofile.Detect(a.out, a.environ).String()
	return append(out, check{fine, "terminal", fmt.Sprintf("%s, %d, %s", a.getenv("TERM"), a.width(), colours)})
}

func (a *app) checkData(ctx context.Context, network, repair bool) []check {
	out := []check{{fine, "data", a.paths.Data}}
	if err := writable(a.paths.Data); err != nil {
		out[0] = check{wrong, "data", fault.Sentence(a.text, err)}
	}
	if a.wrong != nil {
		return out
	}
	err := a.with(ctx, reading, func(c *cache.Cache) error {
		look := c.Check
		if repair {
			look = c.Repair
		}
		found, err := look(ctx)
		if err != nil {
			return err
		}
		for _, f := range found {
			switch {
			case f.Fixed:
				out = append(out, check{mended, f.What, f.Detail})
			case f.OK:
				out = append(out, check{fine, f.What, f.Detail})
			default:
				out = append(out, check{wrong, f.What, f.Detail})
				if do := a.text.CLI.WhatToDo[f.What]; do != "" {
					out = append(out, check{advice, f.What, do})
				}
			}
		}
		return a.checkStore(ctx, c, network, &out)
	})
	if err != nil {
		out = append(out, check{wrong, "database", fault.Sentence(a.text, err)})
	}
	return out
}

// checkStore counts what is there, and asks the network only when told to.
func (a *app) checkStore(ctx context.Context, c *cache.Cache, network bool, out *[]check) error {
	st, err := c.Stats(ctx)
	if err != nil {
		return err
	}
	n := a.text.Dates.Number
	*out = append(*out, check{fine, "cache", a.text.CLI.Holds(n(st.Sources), n(st.Articles), n(st.Pages), n(st.Pictures), a.text.Dates.Bytes(st.Bytes+st.PictureSize))})
	rows, err := c.Sources(ctx)
	if err != nil {
		return err
	}
	client := a.client()
	for _, s := range rows {
		switch {
		case s.Gone:
			*out = append(*out, check{advice, "source", s.Title + ": " + a.text.Schedule.Ended})
		case s.Problem != "":
			*out = append(*out, check{advice, "source", s.Title + ": " + s.Problem})
		}
		if asks := !s.Sample && !s.Saved && !s.Gone; !network || !asks {
			continue
		}
		if _, err := client.Get(ctx, fetch.Request{URL: s.URL, Accept: fetch.AcceptFeed, Private: fetch.Local(s.URL)}); err != nil {
			*out = append(*out, check{wrong, "network", s.Title + ": " + fault.Sentence(a.text, err)})
			continue
		}
		*out = append(*out, check{fine, "network", s.Title})
	}
	return ctx.Err()
}

// writable tries the folder, or the nearest one above it that exists.
func writable(dir string) error {
	for {
		st, err := os.Stat(dir)
		if err == nil && !st.IsDir() {
			return &cache.StorageError{Path: dir, Err: cache.ErrReadOnly}
		}
		if err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			return &cache.StorageError{Path: dir, Err: err}
		}
		dir = up
	}
	f, err := os.CreateTemp(dir, ".depesche-*")
	if err != nil {
		return &cache.StorageError{Path: dir, Err: errors.Join(cache.ErrReadOnly, err)}
	}
	_ = f.Close()
	return os.Remove(f.Name())
}
