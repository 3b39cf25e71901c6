package cli

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
)

type ruleOptions struct {
	until     string
	run, json bool
}

func (a *app) ruleCmd() *cobra.Command {
	t := &a.text.Desk
	var o ruleOptions
	cmd := a.verbCmd("rule add DEEDS QUERY... | list | preview ID|QUERY... | run ID... | remove ID...", t.Rule, groupRead, 1, -1, func(ctx context.Context, args []string) error {
		return a.rule(ctx, args[0], args[1:], o)
	})
	f := cmd.Flags()
	f.StringVar(&o.until, "until", "", t.UntilFlag)
	f.BoolVar(&o.run, "run", false, t.RunFlag)
	f.BoolVar(&o.json, "json", false, a.text.CLI.Flags.JSON)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		switch {
		case len(args) == 0:
			return []string{"add", "list", "preview", "run", "remove"}, cobra.ShellCompDirectiveNoFileComp
		case len(args) == 1 && args[0] == "add":
			return cache.DeedNames(), cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

func (a *app) rule(ctx context.Context, what string, args []string, o ruleOptions) error {
	usage := "depesche rule "
	switch {
	case what == "add" && len(args) < 2:
		return &usageError{a.text.CLI.TooFew(usage + "add DEEDS QUERY...")}
	case (what == "remove" || what == "preview") && len(args) == 0:
		return &usageError{a.text.CLI.TooFew(usage + what + " ID")}
	}
	switch what {
	case "add":
		return a.addRule(ctx, args[0], strings.Join(args[1:], " "), o)
	case "list":
		return a.with(ctx, reading, func(c *cache.Cache) error { return a.listRules(ctx, c, o.json) })
	case "preview":
		return a.with(ctx, reading, func(c *cache.Cache) error { return a.previewRule(ctx, c, args, o.json) })
	case "run", "remove":
		return a.with(ctx, writing, func(c *cache.Cache) error { return a.useRules(ctx, c, what, args, o.json) })
	}
	return &usageError{a.text.Desk.NoRuleVerb(what)}
}

func (a *app) addRule(ctx context.Context, deeds, query string, o ruleOptions) error {
	r := cache.Rule{Query: query}
	var err error
	if r.Deeds, err = cache.ParseDeeds(deeds); err != nil {
		return err
	}
	if o.until != "" {
		var ok bool
		if r.Expires, ok = cache.Deadline(a.now(), o.until); !ok {
			return &usageError{a.text.Desk.NoUntil(o.until)}
		}
	}
	return a.with(ctx, writing, func(c *cache.Cache) error {
		id, met, err := c.AddRule(ctx, r, o.run)
		if err != nil {
			return err
		}
		r.ID, r.Met, r.Added = id, met, a.now()
		return a.printRules([]cache.Rule{r}, o.json)
	})
}

func (a *app) listRules(ctx context.Context, c *cache.Cache, asJSON bool) error {
	rules, err := c.Rules(ctx)
	if err != nil {
		return err
	}
	return a.printRules(rules, asJSON)
}

type ruleLine struct {
	ID      int64    `json:"id"`
	Deeds   []string `json:"deeds"`
	Query   string   `json:"query"`
	Expires string   `json:"expires"`
	Met     int      `json:"met"`
}

func (a *app) printRules(rules []cache.Rule, asJSON bool) error {
	var rows [][]string
	for _, r := range rules {
		if asJSON {
			line := ruleLine{r.ID, []string{}, r.Query, stamp(r.Expires), r.Met}
			for _, d := range r.Deeds {
				line.Deeds = append(line.Deeds, d.String())
			}
			if err := a.object(line); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{strconv.FormatInt(r.ID, 10), cache.FormatDeeds(r.Deeds), r.Query, a.until(r.Expires), strconv.Itoa(r.Met)})
	}
	a.rows(rows)
	return nil
}

// until writes when a rule ends, "-" for one that does not.
func (a *app) until(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return feed.FormatTime(t)
}

// previewRule lists what a rule would meet: one that is there, by its number, or a query.
func (a *app) previewRule(ctx context.Context, c *cache.Cache, args []string, asJSON bool) error {
	query := strings.Join(args, " ")
	if id, err := strconv.ParseInt(query, 10, 64); err == nil {
		rules, err := c.Rules(ctx)
		if err != nil {
			return err
		}
		found := false
		for _, r := range rules {
			if r.ID == id {
				query, found = r.Query, true
			}
		}
		if !found {
			return cache.ErrNotFound
		}
	}
	return a.printList(ctx, c, cache.Query{Filter: query}, asJSON)
}

// useRules runs or removes rules by their numbers, and says how many articles each met.
func (a *app) useRules(ctx context.Context, c *cache.Cache, what string, args []string, asJSON bool) error {
	var ids []int64
	for _, arg := range args {
		id, err := strconv.ParseInt(arg, 10, 64)
		if err != nil {
			return cache.ErrNotFound
		}
		ids = append(ids, id)
	}
	if what == "run" {
		n, err := c.RunRules(ctx, ids...)
		if err != nil {
			return err
		}
		return a.count(what, n, asJSON)
	}
	for _, id := range ids {
		n, err := c.RemoveRule(ctx, id)
		if err != nil {
			return err
		}
		if err := a.count(what, n, asJSON); err != nil {
			return err
		}
	}
	return nil
}

// count says what was done, and with how many articles.
func (a *app) count(what string, n int, asJSON bool) error {
	if asJSON {
		return a.object(marked{what, n})
	}
	a.rows([][]string{{what, strconv.Itoa(n)}})
	return nil
}
