package cli

import (
	"bytes"
	"context"
	"os"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed/direct"
	"depesche/feed/opml"
)

func (a *app) exportCmd() *cobra.Command {
	t := &a.text.CLI
	var path string
	cmd := a.verbCmd("export", t.Verbs.Export, groupSources, 0, 0, func(ctx context.Context, _ []string) error {
		return a.export(ctx, path)
	})
	cmd.Flags().StringVarP(&path, "output", "o", "", t.Flags.Output)
	return cmd
}

// export writes what was subscribed to; the sample edition is not.
func (a *app) export(ctx context.Context, path string) error {
	return a.with(ctx, reading, func(c *cache.Cache) error {
		rows, err := c.Sources(ctx)
		if err != nil {
			return err
		}
		list := opml.List{Title: "depesche"}
		for _, r := range rows {
			if !r.Sample && !direct.IsProgram(r.URL) { // a program is nobody else's to run
				list.Sources = append(list.Sources, r.Source)
			}
		}
		if path == "" {
			return opml.Write(a.stdout, list)
		}
		var b bytes.Buffer
		if err := opml.Write(&b, list); err != nil {
			return err
		}
		return writeNew(a.path(path), b.Bytes())
	})
}

// writeNew writes a file that was not there before.
func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err == nil {
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
