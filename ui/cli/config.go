package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"depesche/ui/config"
)

func (a *app) configCmd() *cobra.Command {
	t := &a.text.CLI
	var path, example, create bool
	cmd := a.verbCmd("config", t.Verbs.Config, groupSelf, 0, 0, func(context.Context, []string) error {
		switch {
		case example:
			_, err := fmt.Fprint(a.stdout, a.exampleConfig())
			return err
		case a.paths.Config == "":
			return a.wrong
		case path:
			fmt.Fprintln(a.stdout, a.paths.Config)
			return nil
		case create:
			return a.createConfig()
		}
		return a.showConfig()
	})
	f := cmd.Flags()
	f.BoolVar(&path, "path", false, t.Flags.Path)
	f.BoolVar(&example, "example", false, t.Flags.Example)
	f.BoolVar(&create, "init", false, t.Flags.Init)
	return cmd
}

// exampleConfig is a config.toml with every setting in it, explained.
func (a *app) exampleConfig() string {
	t := &a.text.CLI
	return config.Example(t.ConfigHead, func(key string) string { return t.Settings[key] })
}

// createConfig writes the example where the settings are looked for, and leaves
// a file alone that is there.
func (a *app) createConfig() error {
	if err := os.MkdirAll(filepath.Dir(a.paths.Config), 0o700); err != nil {
		return err
	}
	if err := writeNew(a.paths.Config, []byte(a.exampleConfig())); err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, a.paths.Config)
	return nil
}

// showConfig prints what holds, and first what is wrong with it.
func (a *app) showConfig() error {
	if a.wrong != nil {
		return a.wrong
	}
	if _, err := a.keyMap(); err != nil {
		return err
	}
	where := a.cfg.File
	if where == "" {
		where = a.paths.Config + " (" + a.text.CLI.NotThere + ")"
	}
	fmt.Fprintf(a.stdout, "# %s\n\n%s", where, a.cfg.String())
	return nil
}
