package cli

import (
	"context"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

type build struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Go      string `json:"go"`
	System  string `json:"system"`
}

func (a *app) versionCmd() *cobra.Command {
	t := &a.text.CLI
	var asJSON bool
	cmd := a.verbCmd("version", t.Verbs.Version, groupSelf, 0, 0, func(context.Context, []string) error {
		b := build{a.version, commit(), runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
		if asJSON {
			return a.object(b)
		}
		a.record("depesche "+b.Version, b.Commit, b.Go, b.System)
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	return cmd
}

// commit is what the program was built from, "" where the build does not say.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return ""
}
