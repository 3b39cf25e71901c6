package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"
)

func (a *app) logCmd() *cobra.Command {
	t := &a.text.CLI
	var n int
	cmd := a.verbCmd("log", t.Verbs.Log, groupSelf, 0, 0, func(context.Context, []string) error {
		if a.paths.Log == "" {
			return a.wrong
		}
		if n <= 0 {
			fmt.Fprintln(a.stdout, a.paths.Log)
			return nil
		}
		return a.tail(n)
	})
	cmd.Flags().IntVarP(&n, "tail", "n", 0, t.Flags.Tail)
	return cmd
}

// tail writes the last n lines of the log, those of the file before it
// included; a log that does not exist yet has none.
func (a *app) tail(n int) error {
	var data []byte
	for _, path := range []string{a.paths.Log + ".1", a.paths.Log} {
		part, err := os.ReadFile(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		data = append(data, part...)
	}
	end := len(bytes.TrimRight(data, "\n"))
	start := end
	for range n {
		if start = bytes.LastIndexByte(data[:start], '\n'); start < 0 {
			break
		}
	}
	if end > 0 {
		_, err := a.stdout.Write(append(data[start+1:end:end], '\n'))
		return err
	}
	return nil
}
