package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
)

// What a newer depesche stores may hold more than this one knows: a kind of block, a role, a
// field. It is read as far as it can be shown, and written back as it came: a text that an older
// program has had in its hands loses nothing.

// readNewer reads an article that readKnown would not take whole.
func (a *Article) readNewer(data []byte) error {
	var j articleJSON
	var parts struct {
		Body []json.RawMessage `json:"body"`
	}
	var fields map[string]json.RawMessage
	if err := errors.Join(json.Unmarshal(data, &fields), json.Unmarshal(data, &parts)); err != nil {
		return err
	}
	var more []string
	known := fieldNames(reflect.TypeFor[articleJSON]())
	for name := range fields {
		if !known[strings.ToLower(name)] {
			more = append(more, name)
		}
	}
	slices.Sort(more)
	kept := map[string]json.RawMessage{}
	for _, name := range more {
		kept[name] = fields[name]
		delete(fields, name)
	}
	delete(fields, "body") // block by block, as each may hold something new
	rest, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(rest, &j); err != nil {
		return err
	}
	if err := a.take(&j); err != nil {
		return err
	}
	a.Body = blocksNewer(parts.Body)
	if len(kept) > 0 {
		b, err := json.Marshal(kept)
		if err != nil {
			return err
		}
		a.newer = string(b[1 : len(b)-1])
	}
	return nil
}

func blocksNewer(list []json.RawMessage) []Block {
	var out []Block
	for _, raw := range list {
		var j blockJSON
		err := strictly(raw, &j)
		b, known := blockIn(&j)
		if err == nil && known {
			out = append(out, b)
			continue
		}
		if !known {
			b = Block{Role: b.Role, Anchor: b.Anchor, Text: asText(raw, textIn(j.Text, j.Spans))}
		}
		var whole bytes.Buffer
		if json.Compact(&whole, raw) == nil {
			b.newer = whole.String()
		}
		out = append(out, b)
	}
	return out
}

// strictly reads JSON and answers an error where it holds more than v has fields for; v then has the rest.
func strictly(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	return d.Decode(v)
}

// fieldNames are the names in JSON of a struct's fields, in small letters: encoding/json takes large ones, too.
func fieldNames(t reflect.Type) map[string]bool {
	names := map[string]bool{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names[name] = true
	}
	return names
}

// asText is what a reader can read of a block of unknown kind: its text, and a line for each other
// string in it that is no address and no name of a program's.
func asText(raw []byte, text Text) Text {
	said := textWalk{plain: text.String()}
	d := json.NewDecoder(bytes.NewReader(raw))
	if said.value(d, "") != nil {
		return text
	}
	for _, s := range said.lines {
		if len(text) > 0 {
			text = append(text, Span{Text: "\n"})
		}
		text = append(text, Span{Text: s})
	}
	return text
}

// textWalk gathers the strings of a block in their order.
type textWalk struct {
	plain string // what is said already
	lines []string
}

// unsaid are the fields of a block that hold names and addresses, or say again what another one says.
var unsaid = [...]string{"type", "role", "anchor", "spans", "item_spans", "row_spans", "image"}

func (w *textWalk) value(d *json.Decoder, field string) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	switch x := token.(type) {
	case json.Delim:
		for d.More() {
			name := field
			if x == '{' {
				key, err := d.Token()
				if err != nil {
					return err
				}
				if s, ok := key.(string); ok && !slices.Contains(unsaid[:], field) {
					name = s
				}
			}
			if err := w.value(d, name); err != nil {
				return err
			}
		}
		_, err = d.Token()
		return err
	case string:
		x = strings.TrimSpace(x)
		if x != "" && x != w.plain && !slices.Contains(unsaid[:], field) && !isAddress(x) {
			w.lines = append(w.lines, x)
		}
	}
	return nil
}

// isAddress reports whether a string is one word that begins like an address.
func isAddress(s string) bool {
	scheme, _, found := strings.Cut(s, ":")
	return found && scheme != "" && !strings.ContainsAny(s, " \t\n") && strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-.") == ""
}

// cleanNewer sends what this program does not know through the door, string by string: addresses
// that are not of the web go. object tells that it is one, else the fields of one.
func cleanNewer(s string, object bool) string {
	if s == "" {
		return ""
	}
	if !object {
		s = "{" + s + "}"
	}
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return ""
	}
	b, err := json.Marshal(cleanValue(v))
	if err != nil {
		return ""
	}
	if !object {
		b = b[1 : len(b)-1]
	}
	return string(b)
}

func cleanValue(v any) any {
	switch x := v.(type) {
	case string:
		if isAddress(x) && !strings.HasPrefix(x, "mailto:") {
			return webOnly(x)
		}
		return Clean(x)
	case []any:
		for i := range x {
			x[i] = cleanValue(x[i])
		}
	case map[string]any:
		for name, value := range x {
			delete(x, name)
			x[Line(name)] = cleanValue(value)
		}
	}
	return v
}
