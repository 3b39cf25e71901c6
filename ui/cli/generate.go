package cli

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"strings"
	"time"

	"depesche/ui/config"
	"depesche/ui/keys"
	"depesche/ui/locale"
)

// Generated gives the files that are made from the code, by name: the manual
// page, the completions, the example configuration, the table of keys. They are
// in English; the program itself prints them in the reader's language.
func Generated() (map[string][]byte, error) {
	files := map[string][]byte{}
	for i, code := range locale.Codes() {
		t := locale.For(code)
		code = "." + code
		if i == 0 { // theirs are the plain names
			code = ""
		}
		a := &app{
			world: world{in: strings.NewReader(""), out: io.Discard, errs: io.Discard, now: time.Now},
			text:  t, cfg: config.Default(), stdout: newDoor(io.Discard), stderr: newDoor(io.Discard), version: "",
		}
		var man bytes.Buffer
		if err := a.manual(a.root(), &man); err != nil {
			return nil, err
		}
		files["depesche"+code+".1"] = man.Bytes()
		files["config"+code+".toml"] = []byte(a.exampleConfig())
		if code != "" {
			continue
		}
		more, err := completions(a)
		if err != nil {
			return nil, err
		}
		maps.Copy(files, more)
	}
	table, err := keyTable()
	if err != nil {
		return nil, err
	}
	files["keys.md"] = table
	return files, nil
}

func completions(a *app) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, s := range shells {
		var b bytes.Buffer
		if err := s.write(a.root(), &b); err != nil {
			return nil, err
		}
		files[s.file] = b.Bytes()
	}
	return files, nil
}

// keyTable is every action with its keys in each preset.
func keyTable() ([]byte, error) {
	var b bytes.Buffer
	presets := keys.Presets()
	fmt.Fprintf(&b, "| action | what it does | %s | where |\n|%s\n", strings.Join(presets, " | "), strings.Repeat(" --- |", len(presets)+3))
	maps := make([]*keys.Map, len(presets))
	for i, p := range presets {
		m, err := keys.New(p, nil)
		if err != nil {
			return nil, err
		}
		maps[i] = m
	}
	words := locale.English().Screen.Actions
	for _, e := range keys.Table() {
		cells := make([]string, len(maps))
		for i, m := range maps {
			cells[i] = code(m.Keys(e.Action))
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", e.Name, words[e.Name], strings.Join(cells, " | "), strings.Join(scopes(e.Scope), ", "))
	}
	return b.Bytes(), nil
}

// code writes keys for Markdown.
func code(ks []string) string {
	out := make([]string, len(ks))
	for i, k := range ks {
		k = strings.ReplaceAll(k, "|", `\|`)
		if strings.Contains(k, "`") {
			out[i] = "`` " + k + " ``"
			continue
		}
		out[i] = "`" + k + "`"
	}
	return strings.Join(out, " ")
}
