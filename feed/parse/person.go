package parse

import (
	"bytes"
	"strings"

	"depesche/feed/markup"
)

// person reads an author: Atom's <name> and <email>, or RSS's "mail (Name)".
func (r *reader) person(x *text) (name, mail string) {
	x.raw = x.raw[:min(len(x.raw), maxPlain)]
	if !x.tags {
		return splitPerson(r.plain(x))
	}
	scan := markup.Scanner{Src: x.raw}
	for {
		t := scan.Next()
		if t.Kind == markup.EOF {
			break
		}
		if t.Kind != markup.StartTag || t.Empty {
			continue
		}
		local := t.Name
		if i := bytes.IndexByte(local, ':'); i >= 0 {
			local = local[i+1:]
		}
		end := closing(x.raw, t.End, t.Name)
		part := text{raw: x.raw[t.End:end], space: plain}
		part.tags = bytes.Contains(part.raw, []byte("</"))
		switch strings.ToLower(string(local)) {
		case "name", "creator", "value":
			if name == "" {
				name = r.plain(&part)
			}
		case "email":
			if mail == "" {
				mail = part.word(r)
			}
		}
		if string(local) == "name" || string(local) == "email" {
			scan.Pos = end
		}
	}
	if name == "" && mail == "" {
		return splitPerson(r.plain(x))
	}
	return name, mail
}

// closing is where the end tag of name begins behind at; where there is none, the
// next tag.
func closing(src []byte, at int, name []byte) int {
	scan := markup.Scanner{Src: src, Pos: at}
	stop := -1
	for {
		t := scan.Next()
		switch {
		case t.Kind == markup.EOF:
			if stop >= 0 {
				return stop
			}
			return len(src)
		case t.Kind == markup.EndTag && bytes.EqualFold(t.Name, name):
			return t.Start
		case (t.Kind == markup.StartTag || t.Kind == markup.EndTag) && stop < 0:
			stop = t.Start
		}
	}
}

// splitPerson parts "mail (Name)", "Name (mail)", "Name <mail>" and "mail".
func splitPerson(s string) (name, mail string) {
	s = strings.TrimPrefix(s, "mailto:")
	if open := strings.IndexAny(s, "(<"); open >= 0 && (strings.HasSuffix(s, ")") || strings.HasSuffix(s, ">")) {
		before, inside := strings.TrimSpace(s[:open]), strings.TrimSpace(s[open+1:len(s)-1])
		switch {
		case isMail(before):
			if isMail(inside) || inside == "" {
				return "", before
			}
			return strings.Trim(inside, "\""), before
		case isMail(inside):
			return strings.Trim(before, "\" "), inside
		}
		return s, ""
	}
	if isMail(s) {
		return "", s
	}
	if at := strings.IndexByte(s, ' '); at > 0 && isMail(s[:at]) {
		return strings.TrimSpace(s[at:]), s[:at]
	}
	return s, ""
}

func isMail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && at < len(s)-1 && !strings.ContainsAny(s, " \t()<>")
}
