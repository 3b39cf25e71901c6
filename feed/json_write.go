package feed

import (
	"strconv"
	"time"
	"unicode/utf8"
)

// Writing an article's JSON. A refresh writes it for each article it brings, which
// encoding/json, asking each field what it is, took a twentieth of. What stands here
// gives the same bytes; a test holds it to that, and articleJSON is what both mean.

// AppendJSON appends what MarshalJSON gives.
func (a *Article) AppendJSON(b []byte) []byte {
	b = appendString(append(b, `{"url":`...), a.Link)
	b = appendString(append(b, `,"canonical_url":`...), a.Canonical)
	b = appendString(append(b, `,"language":`...), a.Language)
	b = appendString(append(b, `,"kicker":`...), a.Kicker)
	b = appendString(append(b, `,"headline":`...), a.Headline)
	b = appendString(append(b, `,"standfirst":`...), a.Standfirst)
	b = appendString(append(b, `,"byline":`...), a.Byline)
	b = appendStrings(append(b, `,"authors":`...), a.Authors)
	b = appendString(append(b, `,"dateline":`...), a.Dateline)
	b = appendString(append(b, `,"section":`...), a.Section)
	b = appendStrings(append(b, `,"topics":`...), a.Topics)
	b = appendString(append(b, `,"published":`...), FormatTime(a.Published))
	b = appendString(append(b, `,"modified":`...), FormatTime(a.Modified))
	b = appendString(append(b, `,"credit_line":`...), a.Credit)
	b = appendStrings(append(b, `,"agencies":`...), a.Agencies)
	b = appendStrings(append(b, `,"corrections":`...), a.Corrections)
	b = appendString(append(b, `,"access":`...), a.Access.String())
	b = append(b, `,"lead":`...)
	if a.Lead != nil {
		b = appendBlock(b, &Block{Kind: Figure, Picture: a.Lead})
	} else {
		b = append(b, "null"...)
	}
	b = appendBlocks(append(b, `,"body":`...), a.Body)
	b = appendEnclosures(b, a.Enclosures)
	b = appendField(b, `,"comments":`, a.Comments)
	if a.newer != "" {
		b = append(append(b, ','), a.newer...)
	}
	return append(b, '}')
}

func appendEnclosures(b []byte, list []Enclosure) []byte {
	for i := range list {
		if i == 0 {
			b = append(b, `,"enclosures":[`...)
		} else {
			b = append(b, ',')
		}
		e := &list[i]
		b = appendString(append(b, `{"url":`...), e.URL)
		b = appendField(b, `,"type":`, e.Type)
		b = appendField(b, `,"title":`, e.Title)
		b = appendNumber(b, `,"length":`, e.Length)
		b = append(appendNumber(b, `,"duration":`, int64(e.Duration/time.Second)), '}')
	}
	if len(list) > 0 {
		b = append(b, ']')
	}
	return b
}

func appendBlocks(b []byte, body []Block) []byte {
	b = append(b, '[')
	for i := range body {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendBlock(b, &body[i])
	}
	return append(b, ']')
}

// appendBlock writes the fields of blockJSON in their order, those that are empty left out.
func appendBlock(b []byte, blk *Block) []byte {
	if blk.newer != "" {
		return append(b, blk.newer...)
	}
	kind := blk.Kind
	if kind == OrderedList {
		kind = List
	}
	b = appendString(append(b, `{"type":`...), kind.String())
	b = appendField(b, `,"role":`, blk.Role.String())
	b = appendField(b, `,"anchor":`, blk.Anchor)
	b = appendField(b, `,"text":`, blk.Text.String())
	if blk.Text.Styled() {
		b = appendSpans(append(b, `,"spans":`...), blk.Text)
	}
	b = appendFlag(b, `,"ordered":true`, blk.Kind == OrderedList)
	if len(blk.Items) > 0 {
		b = appendTexts(append(b, `,"items":`...), blk.Items)
		if anyStyled(blk.Items) {
			b = appendTextSpans(append(b, `,"item_spans":`...), blk.Items)
		}
	}
	b = appendLevels(b, blk.Levels)
	b = appendNumber(b, `,"start":`, blk.Start)
	if len(blk.Rows) > 0 {
		b = appendRows(b, blk.Rows)
	}
	b = appendFlag(b, `,"headless":true`, blk.Headless)
	if p := blk.Picture; p != nil {
		b = appendField(b, `,"image":`, p.URL)
		b = appendField(b, `,"alt":`, p.Alt)
		b = appendField(b, `,"caption":`, p.Caption)
		b = appendField(b, `,"credit":`, p.Credit)
		b = appendNumber(b, `,"width":`, p.Width)
		b = appendNumber(b, `,"height":`, p.Height)
	}
	return append(b, '}')
}

func appendRows(b []byte, rows [][]Text) []byte {
	b = append(b, `,"rows":[`...)
	styled := false
	for i, row := range rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendTexts(b, row)
		styled = styled || anyStyled(row)
	}
	b = append(b, ']')
	if !styled {
		return b
	}
	b = append(b, `,"row_spans":[`...)
	for i, row := range rows {
		if i > 0 {
			b = append(b, ',')
		}
		if anyStyled(row) {
			b = appendTextSpans(b, row)
		} else {
			b = append(b, "null"...)
		}
	}
	return append(b, ']')
}

func appendLevels(b []byte, levels []int) []byte {
	for i, l := range levels {
		if i == 0 {
			b = append(b, `,"levels":[`...)
		} else {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(l), 10)
	}
	if len(levels) > 0 {
		b = append(b, ']')
	}
	return b
}

func anyStyled(list []Text) bool {
	for _, t := range list {
		if t.Styled() {
			return true
		}
	}
	return false
}

func appendTexts(b []byte, list []Text) []byte {
	b = append(b, '[')
	for i, t := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, t.String())
	}
	return append(b, ']')
}

// appendTextSpans writes the spans of texts, null for one that has neither style nor link.
func appendTextSpans(b []byte, list []Text) []byte {
	b = append(b, '[')
	for i, t := range list {
		if i > 0 {
			b = append(b, ',')
		}
		if t.Styled() {
			b = appendSpans(b, t)
		} else {
			b = append(b, "null"...)
		}
	}
	return append(b, ']')
}

func appendSpans(b []byte, t Text) []byte {
	b = append(b, '[')
	for i, s := range t {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(append(b, `{"text":`...), s.Text)
		b = appendFlag(b, `,"strong":true`, s.Style&Strong != 0)
		b = appendFlag(b, `,"emphasis":true`, s.Style&Emphasis != 0)
		b = appendFlag(b, `,"code":true`, s.Style&CodeStyle != 0)
		b = appendFlag(b, `,"struck":true`, s.Style&Struck != 0)
		b = append(appendField(b, `,"link":`, s.Link), '}')
	}
	return append(b, ']')
}

// appendField, appendNumber and appendFlag leave out what is empty.
func appendField(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	return appendString(append(b, name...), value)
}

func appendNumber[N int | int64](b []byte, name string, n N) []byte {
	if n == 0 {
		return b
	}
	return strconv.AppendInt(append(b, name...), int64(n), 10)
}

func appendFlag(b []byte, field string, set bool) []byte {
	if !set {
		return b
	}
	return append(b, field...)
}

func appendStrings[S ~string](b []byte, list []S) []byte {
	b = append(b, '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, string(s))
	}
	return append(b, ']')
}

// escaped holds the bytes that do not simply stand in a string, besides those below the
// blank: what JSON forbids, what HTML takes for markup, what U+2028 and U+2029 begin with.
var escaped = [256]bool{'"': true, '\\': true, '<': true, '>': true, '&': true, 0xE2: true}

const hexDigits = "0123456789abcdef"

// appendString writes a string as encoding/json does, broken UTF-8 as U+FFFD.
func appendString(b []byte, s string) []byte {
	valid := utf8.ValidString(s)
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && !escaped[c] && (valid || c < utf8.RuneSelf) {
			i++
			continue
		}
		size, with := 1, ""
		if c >= utf8.RuneSelf {
			var r rune
			switch r, size = utf8.DecodeRuneInString(s[i:]); {
			case r == utf8.RuneError && size == 1:
				with = `\ufffd`
			case r == '\u2028':
				with = `\u2028`
			case r == '\u2029':
				with = `\u2029`
			}
			if with == "" {
				i += size
				continue
			}
		}
		b = append(b, s[from:i]...)
		if with != "" {
			b = append(b, with...)
		} else {
			b = appendEscape(b, c)
		}
		i += size
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}
