package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"depesche/cache"
	"depesche/ui/config"
	"depesche/ui/keys"
	"depesche/ui/locale"
)

// The groups of verbs, in the order of the help.
const (
	groupRead    = "read"
	groupSources = "sources"
	groupScript  = "script"
	groupSelf    = "self"
)

// root builds the command line in the reader's language.
func (a *app) root() *cobra.Command {
	t := &a.text.CLI
	var o readOptions
	root := &cobra.Command{
		Use: "depesche", Short: t.Short, Long: t.Long, Example: t.Example,
		SilenceErrors: true, SilenceUsage: true, Version: a.version,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
		SuggestionsMinimumDistance: 2,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.noVerb(cmd, args[0])
			}
			return a.read(cmd.Context(), o)
		},
		Args:             cobra.ArbitraryArgs,
		PersistentPreRun: func(cmd *cobra.Command, _ []string) { a.verb = cmd.Name() },
	}
	root.SetVersionTemplate("depesche {{.Version}}\n")
	root.Flags().Bool("version", false, t.Flags.Version)
	root.Flags().StringVar(&o.pictures, "pictures", "", t.Flags.Pictures)
	root.Flags().BoolVar(&o.accessible, "accessible", false, t.Flags.Accessible)
	root.PersistentFlags().String("data", "", t.Flags.Data)
	root.PersistentFlags().String("config", "", t.Flags.Config)
	root.PersistentFlags().BoolP("help", "h", false, t.Flags.Help)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{a.flagWords(err)} })
	root.AddGroup(
		&cobra.Group{ID: groupRead, Title: t.Help.Read}, &cobra.Group{ID: groupSources, Title: t.Help.Sources},
		&cobra.Group{ID: groupScript, Title: t.Help.Script}, &cobra.Group{ID: groupSelf, Title: t.Help.Self},
	)
	root.AddCommand(
		a.listCmd(), a.showCmd(), a.searchCmd(), a.markCmd(), a.saveCmd(), a.downloadCmd(), a.undoCmd(), a.redoCmd(), a.tagCmd(), a.ruleCmd(), a.editionCmd(),
		a.refreshCmd(), a.sourcesCmd(), a.addCmd(), a.removeCmd(), a.importCmd(), a.exportCmd(),
		a.extractCmd(), a.previewCmd(),
		a.doctorCmd(), a.tidyCmd(), a.restoreCmd(), a.configCmd(), a.keysCmd(), a.logCmd(), a.manCmd(), a.completionCmd(), a.versionCmd(),
	)
	help := a.verbCmd("help [VERB]", t.Verbs.Help, groupSelf, 0, 1, func(context.Context, []string) error { return nil })
	help.RunE = func(cmd *cobra.Command, args []string) error {
		about, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return a.noVerb(cmd.Root(), args[0])
		}
		return about.Help()
	}
	help.ValidArgsFunction = func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		var out []string
		for _, c := range cmd.Root().Commands() {
			out = append(out, c.Name()+"\t"+c.Short)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
	root.SetHelpCommand(help)
	return root
}

// noVerb says that there is no such verb, and which one may be meant.
func (a *app) noVerb(root *cobra.Command, name string) error {
	near := ""
	if s := root.SuggestionsFor(name); len(s) > 0 {
		near = s[0]
	}
	return &usageError{a.text.CLI.NoVerb(name, near)}
}

// verbCmd makes a verb that takes from least to most arguments; most < 0 is any number.
func (a *app) verbCmd(use string, v locale.Verb, group string, least, most int, do func(context.Context, []string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: v.Short, Long: v.Long, Example: v.Example, GroupID: group,
		SilenceErrors: true, SilenceUsage: true, DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) < least:
				return &usageError{a.text.CLI.TooFew("depesche " + cmd.Use)}
			case most >= 0 && len(args) > most:
				return &usageError{a.text.CLI.TooMany(args[most], "depesche "+cmd.Use)}
			}
			return nil
		},
		RunE:              func(cmd *cobra.Command, args []string) error { return do(cmd.Context(), args) },
		ValidArgsFunction: cobra.NoFileCompletions,
	}
}

// flagWords says in the reader's language what pflag found.
func (a *app) flagWords(err error) string {
	t := &a.text.CLI
	var (
		none  *pflag.NotExistError
		needs *pflag.ValueRequiredError
		bad   *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &none):
		if s := none.GetSpecifiedShortnames(); s != "" {
			return t.NoFlag("-" + none.GetSpecifiedName())
		}
		return t.NoFlag("--" + none.GetSpecifiedName())
	case errors.As(err, &needs):
		return t.FlagNeeds("--" + needs.GetFlag().Name)
	case errors.As(err, &bad):
		return t.FlagBad("--"+bad.GetFlag().Name, bad.GetValue(), "")
	}
	return err.Error()
}

// isMisuse tells what the reader wrote wrong from what went wrong.
func isMisuse(err error) bool {
	var (
		set      *config.Error
		query    *cache.QueryError
		conflict *keys.ConflictError
		name     *keys.NameError
		deed     *cache.DeedError
	)
	return errors.Is(err, cache.ErrEmptyRule) || errors.Is(err, cache.ErrNoTag) || errors.As(err, &deed) || errors.As(err, &set) || errors.As(err, &query) || errors.As(err, &conflict) || errors.As(err, &name)
}

// oneOf checks a flag that takes one of a few words.
func (a *app) oneOf(flag, value string, words ...string) error {
	if slices.Contains(words, value) {
		return nil
	}
	return &usageError{a.text.CLI.FlagBad("--"+flag, value, strings.Join(words, ", "))}
}
