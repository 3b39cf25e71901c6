package heritage

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"depesche/feed/date"
)

// Exports in JSON: a list of articles, alone or in an object. The list is read an article at
// a time, and each article field by field: one that is not as it should be costs no other.

// isJSON knows a JSON object or list by how it begins.
func isJSON(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	return len(head) > 0 && (head[0] == '{' || head[0] == '[')
}

// lists are the names of the list of articles in an object.
var lists = []string{"items", "entries"}

// fields is a JSON object.
type fields map[string]json.RawMessage

// object reads an object; nil where it is none.
func object(data json.RawMessage) fields {
	var f fields
	if json.Unmarshal(data, &f) != nil {
		return nil
	}
	return f
}

// text is a member as text; a number is written out, anything else is "".
func (f fields) text(name string) string {
	data := f[name]
	if len(data) == 0 {
		return ""
	}
	if data[0] == '"' {
		var s string
		_ = json.Unmarshal(data, &s) // what is broken is no text
		return s
	}
	if c := data[0]; c == '-' || c >= '0' && c <= '9' {
		return string(data)
	}
	return ""
}

// seconds is a member that counts seconds since 1970, or thousandths or millionths of them.
func (f fields) seconds(name string) time.Time {
	n, err := strconv.ParseInt(f.text(name), 10, 64)
	if err != nil {
		return time.Time{}
	}
	for n > 1<<33 {
		n /= 1000
	}
	return moment(n)
}

// date is a member that is a time as text, or as a number of seconds.
func (f fields) date(name string) time.Time {
	if t := f.seconds(name); !t.IsZero() {
		return t
	}
	return date.Time(f.text(name))
}

func (f fields) truth(name string) bool { return string(f[name]) == "true" || f.text(name) == "1" }

// child is a member that is an object.
func (f fields) child(name string) fields { return object(f[name]) }

// list gives the members of a list, no more than we look at.
func (f fields) list(name string) []json.RawMessage {
	var l []json.RawMessage
	if json.Unmarshal(f[name], &l) != nil {
		return nil
	}
	return l[:min(len(l), 200)]
}

// words are the texts of a list.
func (f fields) words(name string) []string {
	var out []string
	for _, m := range f.list(name) {
		var s string
		if json.Unmarshal(m, &s) == nil && s != "" {
			out = append(out, s)
		}
	}
	return out
}

// export is a form of JSON.
type export struct {
	program func(first fields, top fields) string // "" where it is not this form
	item    func(article fields, top fields) raw
}

var exports = []export{{readerProgram, readerItem}, {minifluxProgram, minifluxItem}}

func openJSON(path string, f *os.File) (*Estate, error) {
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if st.Size() > maxJSON {
		return nil, &Error{Path: path, Problem: TooBig}
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxJSON+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxJSON {
		return nil, &Error{Path: path, Problem: TooBig}
	}
	return fromJSON(path, data)
}

// fromJSON finds out whose export it is.
func fromJSON(path string, data []byte) (*Estate, error) {
	e := &Estate{Path: path}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	top := fields{}
	var form *export
	damaged := func(err error) error { return &Error{Path: path, Problem: Damaged, Err: err} }
	err := eachObject(data, top, func(f fields) error {
		if form != nil || f == nil {
			return nil
		}
		for i := range exports {
			if e.Program = exports[i].program(f, top); e.Program != "" {
				form = &exports[i]
				return nil
			}
		}
		return nil
	})
	switch {
	case form == nil && (err == nil || errors.Is(err, errNoList)):
		return nil, &Error{Path: path, Problem: Unknown}
	case err != nil:
		return nil, damaged(err)
	}
	e.walk = func(ctx context.Context, do func(*raw) error) error {
		return eachObject(data, nil, func(f fields) error {
			if err := ctx.Err(); err != nil || f == nil {
				return err
			}
			it := form.item(f, top)
			return do(&it)
		})
	}
	return e, nil
}

var errNoList = errors.New("no list of articles")

// eachObject reads a list of articles, alone or in an object, whose other members it notes in top where
// that is not nil.
func eachObject(data []byte, top fields, do func(fields) error) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	open, err := dec.Token()
	if err != nil {
		return err
	}
	if open == json.Delim('[') {
		return eachMember(dec, do)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		if name == lists[0] || name == lists[1] {
			open, err := dec.Token()
			if err != nil {
				return err
			}
			if open != json.Delim('[') {
				return errNoList
			}
			if err := eachMember(dec, do); err != nil {
				return err
			}
			continue
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		if top != nil && len(top) < 100 && len(value) < 1<<16 {
			top[name] = bytes.Clone(value)
		}
	}
	_, err = dec.Token()
	return err
}

// eachMember reads a list to its end; what is no object in it is given as nil.
func eachMember(dec *json.Decoder, do func(fields) error) error {
	for dec.More() {
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		if err := do(object(value)); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}

// firstOf is the first text that is not empty.
func firstOf(texts ...string) string {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return ""
}
