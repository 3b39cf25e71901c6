// Package charset turns bytes of any encoding into UTF-8. It trusts what it can
// check more than what is claimed: a byte order mark, then bytes that are valid
// UTF-8, then the HTTP header, then the document's own declaration, and
// windows-1252 when nothing fits.
package charset

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// declared is how far into a document a declaration is looked for, in bytes.
const declared = 4096

// UTF8 gives the text of body in UTF-8 without a byte order mark, and the name
// of the encoding it was in ("utf-8", "windows-1252"). contentType is the HTTP
// header of that name, or "". It never fails: bytes that mean nothing become
// U+FFFD. The text shares memory with body where nothing had to be changed.
func UTF8(body []byte, contentType string) (text []byte, name string) {
	if enc, name, n := mark(body); n > 0 {
		if enc == nil {
			return repair(body[n:]), name
		}
		return decode(enc, body[n:]), name
	}
	header, decl := fromHeader(contentType), declaration(body)
	// Seven-bit encodings with escapes are valid UTF-8 and yet none.
	for _, label := range []string{header, decl} {
		switch short := squash(label); {
		case strings.HasPrefix(short, "hz") && bytes.Contains(body, []byte("~{")):
			return decode(simplifiedchinese.HZGB2312, body), "hz-gb-2312"
		case strings.Contains(short, "iso2022") && bytes.IndexByte(body, 0x1B) >= 0:
			if enc, name := lookup(label); enc != nil {
				return decode(enc, body), name
			}
		}
	}
	if enc, name := wide(body); enc != nil {
		return decode(enc, body), name
	}
	if utf8.Valid(body) {
		return body, "utf-8"
	}
	if bytes.HasPrefix(body, []byte{0x4C, 0x6F, 0xA7, 0x94}) { // "<?xm" on a mainframe
		text := decode(charmap.CodePage037, body)
		if enc, name := lookup(declaration(text)); strings.HasPrefix(name, "ibm") { // its letters stand where the others' do
			return decode(enc, body), name
		}
		return text, "ibm037"
	}
	for _, label := range []string{header, decl} {
		enc, name := lookup(label)
		switch {
		case name == "utf-8":
			return repair(body), name
		case enc != nil && !strings.HasPrefix(name, "utf-"): // UTF-16 was ruled out above
			return decode(enc, body), name
		}
	}
	if mostlyUTF8(body) {
		return repair(body), "utf-8"
	}
	return decode(charmap.Windows1252, body), "windows-1252"
}

// mark finds a byte order mark of n bytes; a nil encoding is UTF-8.
func mark(b []byte) (enc encoding.Encoding, name string, n int) {
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		n = 3
		for bytes.HasPrefix(b[n:], []byte{0xEF, 0xBB, 0xBF}) { // programs that write one each
			n += 3
		}
		return nil, "utf-8", n
	case bytes.HasPrefix(b, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be", 4
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0}):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le", 4
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 2
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 2
	}
	return nil, "", 0
}

// wide recognises UTF-16 and UTF-32 without a mark by where the zero bytes of
// the first characters stand; those are ASCII in every document we read.
func wide(b []byte) (encoding.Encoding, string) {
	if len(b) < 4 {
		return nil, ""
	}
	var zero [4]bool
	for i := range zero {
		zero[i] = b[i] == 0
	}
	switch zero {
	case [4]bool{true, true, true, false}:
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be"
	case [4]bool{false, true, true, true}:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le"
	case [4]bool{true, false, true, false}:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	case [4]bool{false, true, false, true}:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	}
	return nil, ""
}

func fromHeader(contentType string) string {
	if contentType == "" {
		return ""
	}
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		return label(params["charset"])
	}
	// Headers that break the grammar are common: "text/xml;charset=utf-8;;".
	rest, ok := behind(contentType, "charset=")
	if !ok {
		return ""
	}
	rest, _, _ = strings.Cut(rest, ";")
	return label(rest)
}

// declaration finds encoding="..." of an XML declaration, or charset=... of a
// <meta> element.
func declaration(body []byte) string {
	head := string(body[:min(len(body), declared)])
	if rest, ok := behind(head, "<?xml"); ok {
		decl, _, _ := strings.Cut(rest, ">")
		if v, ok := behind(decl, "encoding"); ok {
			return quoted(v)
		}
		return ""
	}
	for {
		rest, ok := behind(head, "<meta")
		if !ok {
			return ""
		}
		tag, _, _ := strings.Cut(rest, ">")
		if v, ok := behind(tag, "charset"); ok {
			return quoted(v)
		}
		head = rest
	}
}

// quoted reads the value after an attribute's name: ="x", ='x' or =x.
func quoted(s string) string {
	s = strings.TrimLeft(s, " \t\r\n=\"'")
	if i := strings.IndexAny(s, "\"' \t\r\n;/?>"); i >= 0 {
		s = s[:i]
	}
	return label(s)
}

func label(s string) string { return strings.ToLower(strings.Trim(s, " \t\r\n\"'")) }

// behind is what stands behind sep in s, in whatever case.
func behind(s, sep string) (rest string, found bool) {
	for i := 0; i+len(sep) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(sep)], sep) {
			return s[i+len(sep):], true
		}
	}
	return "", false
}

// squashed labels that browsers and IANA do not list, or mean otherwise, and
// what they are called there.
var aliases = map[string]string{
	"utf8mb4": "utf-8", "unicode": "utf-8",
	"utf88591": "windows-1252", "iso8859": "windows-1252", "88591": "windows-1252", "isolatin1": "windows-1252", "latin1": "windows-1252",
	"ansi": "windows-1252", "win1252": "windows-1252", "cp1252": "windows-1252", "windows1252": "windows-1252", "iso885915e": "iso-8859-15", "latin9": "iso-8859-15",
	"cp1250": "windows-1250", "cp1251": "windows-1251", "cp1253": "windows-1253", "cp1254": "windows-1254", "cp1255": "windows-1255",
	"cp1256": "windows-1256", "cp1257": "windows-1257", "cp1258": "windows-1258",
	"win1251": "windows-1251", "windows1251": "windows-1251", "1251": "windows-1251", "win1250": "windows-1250",
	"iso88595": "iso-8859-5", "iso88596": "iso-8859-6", "iso88597": "iso-8859-7", "iso88598": "iso-8859-8", "iso885911": "windows-874",
	"iso885951988": "iso-8859-5", "iso885961987": "iso-8859-6", "iso885971987": "iso-8859-7", "iso885981988": "iso-8859-8", "iso8859112001": "windows-874",
	"tis620": "windows-874", "tis6200": "windows-874", "tis62025290": "windows-874", "tis62025291": "windows-874", "thai": "windows-874", "isoir166": "windows-874",
	"koi8u": "koi8-u", "koi8r": "koi8-r", "koi8": "koi8-r", "cskoi8r": "koi8-r", "macroman": "macintosh", "maccyrillic": "x-mac-cyrillic", "858": "ibm00858", "cp858": "ibm00858", "ibm858": "ibm00858",
	"932": "shift_jis", "cp932": "shift_jis", "ms932": "shift_jis", "mskanji": "shift_jis", "sjis": "shift_jis", "shiftjis": "shift_jis", "xmacjapanese": "shift_jis",
	"shiftjis2004": "shift_jis", "sjis2004": "shift_jis", "shiftjisx0213": "shift_jis", "sjisx0213": "shift_jis",
	"eucjp": "euc-jp", "ujis": "euc-jp", "eucjis2004": "euc-jp", "eucjisx0213": "euc-jp", "jisx0213": "euc-jp",
	"iso2022jp": "iso-2022-jp", "csiso2022jp": "iso-2022-jp", "iso2022jp1": "iso-2022-jp", "iso2022jp2": "iso-2022-jp", "iso2022jp3": "iso-2022-jp",
	"949": "euc-kr", "cp949": "euc-kr", "ms949": "euc-kr", "uhc": "euc-kr", "euckr": "euc-kr", "ksc5601": "euc-kr", "ksc56011987": "euc-kr",
	"ksx1001": "euc-kr", "xmackorean": "euc-kr",
	"936": "gbk", "euccn": "gbk", "eucgb2312cn": "gbk", "gb2312": "gbk", "gb23121980": "gbk", "gb231280": "gbk", "isoir58": "gbk", "xmacsimpchinese": "gbk", "gb180302000": "gb18030",
	"950": "big5", "cp950": "big5", "ms950": "big5", "big5tw": "big5", "big5hkscs": "big5", "hkscs": "big5", "xmactradchinese": "big5",
}

// squash takes from a label what people write or leave out as they like.
func squash(label string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' || r == '.' {
			return -1
		}
		return r
	}, label)
}

// lookup finds an encoding by its label; nil for a label nobody knows.
func lookup(label string) (encoding.Encoding, string) {
	if label == "" {
		return nil, ""
	}
	short := squash(label)
	if a, ok := aliases[short]; ok {
		label = a
	}
	if enc, err := htmlindex.Get(label); err == nil {
		name, _ := htmlindex.Name(enc)
		if name == "replacement" { // the web's name for encodings it will not read
			return nil, ""
		}
		return enc, name
	}
	if enc, err := ianaindex.IANA.Encoding(label); err == nil && enc != nil {
		return enc, label
	}
	if p := pageOf(short); p != "" {
		return p, short
	}
	return nil, ""
}

// decode keeps what came before a coding that breaks off.
func decode(enc encoding.Encoding, body []byte) []byte {
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil && len(out) == 0 {
		return repair(body)
	}
	return out
}

// mostlyUTF8 tells UTF-8 with some damage from a one-byte encoding.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > bad
}

// repair makes damaged UTF-8 valid. Publishers paste windows-1252 into UTF-8,
// so a single odd byte is read as that; half a sequence is U+FFFD.
func repair(b []byte) []byte {
	if utf8.Valid(b) {
		return b
	}
	out := make([]byte, 0, len(b)+len(b)/16)
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			out = append(out, b[i])
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r != utf8.RuneError || n > 1 {
			out = append(out, b[i:i+n]...)
			i += n
			continue
		}
		n = half(b[i:])
		if n > 1 || b[i] == 0xC2 || b[i] == 0xC3 || b[i] >= 0xFE {
			out = utf8.AppendRune(out, utf8.RuneError)
		} else {
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(b[i]))
		}
		i += n
	}
	return out
}

// half is the length of a sequence that begins well and breaks off; 1 for a
// byte that begins none.
func half(b []byte) int {
	want := 1
	switch {
	case b[0] >= 0xF0 && b[0] <= 0xF4:
		want = 4
	case b[0] >= 0xE0 && b[0] < 0xF0:
		want = 3
	}
	n := 1
	for n < want && n < len(b) && b[n]&0xC0 == 0x80 {
		n++
	}
	return n
}
