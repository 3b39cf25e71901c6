package cli

import (
	"io"

	"github.com/spf13/cobra"
)

// shells are those that completions are made for, with the name of the file
// that packages put them in.
var shells = []struct {
	name, file string
	write      func(*cobra.Command, io.Writer) error
}{
	{"bash", "depesche.bash", func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) }},
	{"zsh", "_depesche", (*cobra.Command).GenZshCompletion},
	{"fish", "depesche.fish", func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) }},
	{"powershell", "depesche.ps1", (*cobra.Command).GenPowerShellCompletionWithDesc},
}

func (a *app) completionCmd() *cobra.Command {
	names := make([]string, len(shells))
	for i, s := range shells {
		names[i] = s.name
	}
	cmd := a.verbCmd("completion bash|zsh|fish|powershell", a.text.CLI.Verbs.Completion, groupSelf, 1, 1, nil)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		for _, s := range shells {
			if s.name == args[0] {
				return s.write(cmd.Root(), a.stdout)
			}
		}
		return &usageError{a.text.CLI.NoShell(args[0])}
	}
	cmd.ValidArgsFunction = cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
	return cmd
}
