package cli

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"depesche/ui/keys"
)

func (a *app) keysCmd() *cobra.Command {
	t := &a.text.CLI
	var asJSON bool
	var preset string
	cmd := a.verbCmd("keys", t.Verbs.Keys, groupSelf, 0, 0, func(context.Context, []string) error {
		return a.printKeys(preset, asJSON)
	})
	cmd.Flags().StringVar(&preset, "preset", "", t.Flags.Preset)
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	if err := cmd.RegisterFlagCompletionFunc("preset", cobra.FixedCompletions(keys.Presets(), cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // no such flag: a defect
	}
	return cmd
}

type boundKey struct {
	Action string   `json:"action"`
	Keys   []string `json:"keys"`
	Where  []string `json:"where"`
	Does   string   `json:"does"`
}

// printKeys lists every action with its keys: those of the settings, or of a preset alone.
func (a *app) printKeys(preset string, asJSON bool) error {
	m, err := a.keysOf(preset)
	if err != nil {
		return err
	}
	var rows [][]string
	for _, b := range m.Bound() {
		where := scopes(b.Scope)
		if asJSON {
			if err := a.object(boundKey{b.Name, append([]string{}, b.Keys...), where, a.text.Screen.Actions[b.Name]}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{b.Name, strings.Join(b.Keys, ", "), strings.Join(where, " "), a.text.Screen.Actions[b.Name]})
	}
	a.rows(rows)
	return nil
}

func (a *app) keysOf(preset string) (*keys.Map, error) {
	if preset != "" {
		return keys.New(preset, nil)
	}
	if err := a.settings(); err != nil {
		return nil, err
	}
	return a.keyMap()
}

// keyMap makes the keys of the settings. An action may be several, parted by
// blanks, which then run one after the other.
func (a *app) keyMap() (*keys.Map, error) {
	binds := make([]keys.Binding, len(a.cfg.Binds))
	for i, b := range a.cfg.Binds {
		binds[i] = keys.Binding{
			Actions: strings.Fields(b.Action), Keys: b.Keys,
			Where: fmt.Sprintf("%s:%d", filepath.Base(a.cfg.File), b.Line),
		}
	}
	return keys.New(a.cfg.Keys.Preset, binds, slices.Sorted(maps.Keys(a.cfg.Programs))...)
}

// scopes names the places in which a key means something.
func scopes(s keys.Scope) []string {
	out := []string{}
	for one := keys.Scope(1); one <= s; one <<= 1 {
		if s&one != 0 {
			out = append(out, one.String())
		}
	}
	return out
}
