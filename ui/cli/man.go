package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"depesche/ui/config"
	"depesche/ui/keys"
	"depesche/ui/locale"
)

func (a *app) manCmd() *cobra.Command {
	cmd := a.verbCmd("man", a.text.CLI.Verbs.Man, groupSelf, 0, 0, nil)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return a.manual(cmd.Root(), a.stdout)
	}
	return cmd
}

// manual writes the page for man: the verbs and flags from the command line
// itself, the keys and the settings from their tables.
func (a *app) manual(root *cobra.Command, w io.Writer) error {
	t := &a.text.CLI
	m := &roff{to: w}
	m.raw(`.TH DEPESCHE 1 "" "depesche" ""`)
	m.heading(t.Man.Name)
	m.text("depesche - " + lowerFirst(t.Short))
	m.heading(t.Man.Synopsis)
	m.raw(`.B depesche`)
	m.raw(`[\fIVERB\fR] [\fIFLAG\fR...] [\fIARGUMENT\fR...]`)
	m.heading(t.Man.Description)
	m.text(t.Long)
	m.heading(t.Man.Verbs)
	for _, g := range root.Groups() {
		m.subheading(g.Title)
		for _, c := range root.Commands() {
			if c.GroupID == g.ID && !c.Hidden {
				m.verb(c)
			}
		}
	}
	m.heading(t.Man.Flags)
	root.PersistentFlags().VisitAll(m.flag)
	root.Flags().VisitAll(func(f *pflag.Flag) {
		if root.PersistentFlags().Lookup(f.Name) == nil {
			m.flag(f)
		}
	})
	m.heading(t.Man.Query)
	m.text(t.Man.QueryText)
	m.heading(t.Man.Keys)
	m.text(t.Man.KeysText)
	if err := m.keys(a.text); err != nil {
		return err
	}
	m.heading(t.Man.Settings)
	m.text(t.Man.SettingsText)
	for _, o := range config.Options() {
		m.item(o.Key, "", t.Settings[o.Key]+"\n\n"+o.Want)
	}
	m.heading(t.Man.Environment)
	for _, v := range t.Man.Variables {
		m.item(v.Name, "", v.Means)
	}
	m.heading(t.Man.Files)
	for _, v := range t.Man.Paths {
		m.item(v.Name, "", v.Means)
	}
	m.heading(t.Man.Exit)
	for _, v := range t.Man.Codes {
		m.item(v.Name, "", v.Means)
	}
	m.heading(t.Man.Examples)
	m.example(t.Example)
	return m.err
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// roff writes the macros of man(7).
type roff struct {
	to  io.Writer
	err error
}

func (m *roff) raw(line string) {
	if m.err == nil {
		_, m.err = fmt.Fprintln(m.to, line)
	}
}

func (m *roff) heading(s string)    { m.raw(".SH " + escaped(strings.ToUpper(s))) }
func (m *roff) subheading(s string) { m.raw(".SS " + escaped(s)) }

// text writes paragraphs, parted by empty lines.
func (m *roff) text(s string) {
	for i, p := range strings.Split(strings.TrimSpace(s), "\n\n") {
		if i > 0 {
			m.raw(".PP")
		}
		if strings.HasPrefix(p, "  ") {
			m.example(p)
			continue
		}
		m.raw(escaped(strings.TrimSpace(p)))
	}
}

// example writes lines as they are.
func (m *roff) example(s string) {
	m.raw(".PP\n.nf\n.RS 4")
	for line := range strings.SplitSeq(strings.Trim(s, "\n"), "\n") {
		m.raw(escaped(strings.TrimPrefix(line, "  ")))
	}
	m.raw(".RE\n.fi")
}

// item writes a name, in bold, and what it means.
func (m *roff) item(name, value, means string) {
	m.raw(".TP")
	head := `\fB` + escaped(name) + `\fR`
	if value != "" {
		head += " " + escaped(value)
	}
	m.raw(head)
	for i, p := range strings.Split(strings.TrimSpace(means), "\n\n") {
		if i > 0 {
			m.raw(".IP")
		}
		m.raw(escaped(p))
	}
}

func (m *roff) verb(c *cobra.Command) {
	name, rest, _ := strings.Cut(c.Use, " ")
	about := c.Long
	if about == "" {
		about = c.Short
	}
	m.item("depesche "+name, rest, about)
	any := false
	c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		if !any {
			m.raw(".RS")
		}
		any = true
		m.flag(f)
	})
	if any {
		m.raw(".RE")
	}
}

func (m *roff) flag(f *pflag.Flag) {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	value := ""
	if f.Value.Type() != "bool" {
		value = strings.ToUpper(f.Value.Type())
	}
	m.item(name, value, f.Usage)
}

// keys writes the table of keys in the preset depesche.
func (m *roff) keys(t *locale.Text) error {
	bound, err := keys.New("", nil)
	if err != nil {
		return err
	}
	for _, b := range bound.Bound() {
		m.item(strings.Join(b.Keys, ", "), "", t.Screen.Actions[b.Name]+" ("+b.Name+"; "+strings.Join(scopes(b.Scope), ", ")+")")
	}
	return nil
}

var roffEscapes = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)

// escaped is text that roff does not take for a command.
func escaped(s string) string {
	s = roffEscapes.Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
