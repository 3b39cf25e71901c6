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
	parts := false
	for {
		t := scan.Next()
		if t.Kind == markup.EOF {
			break
		}
		is := personPart(t.Name)
		if t.Kind != markup.StartTag || is == "" {
			continue
		}
		parts = true
		if t.Empty {
			continue
		}
		part := text{space: plain}
		part.raw, part.tags = partText(&scan, is)
		switch is {
		case "name":
			if name == "" {
				name = r.plain(&part)
			}
		case "email":
			if mail == "" {
				mail = part.word(r)
			}
		}
	}
	if !parts {
		return splitPerson(r.plain(x))
	}
	return name, mail
}

// personPart tells a part of a person by its tag, under whatever prefix.
func personPart(name []byte) string {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	switch s := strings.ToLower(string(name[:min(len(name), 8)])); s {
	case "name", "email", "uri", "url":
		return s
	}
	return ""
}

// partText takes the text of a person's part, up to its end tag or the next part.
func partText(scan *markup.Scanner, part string) (raw []byte, tags bool) {
	begin := scan.Pos
	for {
		t := scan.Next()
		switch is := personPart(t.Name); {
		case t.Kind == markup.EOF, t.Kind == markup.EndTag && is == part:
			return scan.Src[begin:t.Start], tags
		case t.Kind == markup.StartTag && is != "":
			scan.Pos = t.Start
			return scan.Src[begin:t.Start], tags
		case t.Kind == markup.StartTag:
			tags = true
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
