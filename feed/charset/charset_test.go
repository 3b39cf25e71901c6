package charset

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func encode(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEncodings(t *testing.T) {
	const german, japan, china, korea, russian = "Größe „Übung“ für 5 €", "日本の新聞", "新聞报", "한국 신문", "Новости дня"
	for _, c := range []struct {
		label string
		enc   encoding.Encoding
		text  string
	}{
		{"windows-1252", charmap.Windows1252, german},
		{"iso-8859-15", charmap.ISO8859_15, "Größe für 5 €"},
		{"iso-8859-2", charmap.ISO8859_2, "Žluťoučký kůň"},
		{"iso-8859-5", charmap.ISO8859_5, russian},
		{"iso-8859-7", charmap.ISO8859_7, "Ελλάδα"},
		{"windows-1250", charmap.Windows1250, "Žluťoučký kůň"},
		{"windows-1251", charmap.Windows1251, russian},
		{"windows-1254", charmap.Windows1254, "Türkçe ağ"},
		{"koi8-r", charmap.KOI8R, russian},
		{"macintosh", charmap.Macintosh, "Größe"},
		{"ibm850", charmap.CodePage850, "Größe"},
		{"ibm437", charmap.CodePage437, "Größe"},
		{"shift_jis", japanese.ShiftJIS, japan},
		{"euc-jp", japanese.EUCJP, japan},
		{"iso-2022-jp", japanese.ISO2022JP, japan},
		{"gb2312", simplifiedchinese.GBK, "新闻报"},
		{"gb18030", simplifiedchinese.GB18030, china},
		{"big5", traditionalchinese.Big5, "新聞"},
		{"euc-kr", korean.EUCKR, korea},
	} {
		t.Run(c.label, func(t *testing.T) {
			doc := `<?xml version="1.0" encoding="` + c.label + `"?><rss><title>` + c.text + "</title></rss>"
			if got, _ := UTF8(encode(t, c.enc, doc), ""); string(got) != doc {
				t.Errorf("declared: %s", got)
			}
			bare := "<rss><title>" + c.text + "</title></rss>"
			if got, _ := UTF8(encode(t, c.enc, bare), "text/xml; charset="+c.label); string(got) != bare {
				t.Errorf("in the header: %s", got)
			}
			if got, _ := UTF8(encode(t, c.enc, doc), `text/xml; charset="`+c.label+`";;`); string(got) != doc {
				t.Errorf("in a header that breaks the grammar: %s", got)
			}
		})
	}
}

func TestWide(t *testing.T) {
	const doc = `<?xml version="1.0" encoding="utf-16"?><rss><title>Größe 日本</title></rss>`
	for name, body := range map[string][]byte{
		"utf-16le with a mark":   encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), doc),
		"utf-16be with a mark":   encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), doc),
		"utf-16le without":       encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), doc),
		"utf-16be without":       encode(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), doc),
		"utf-32le with a mark":   encode(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), doc),
		"utf-32be with a mark":   encode(t, utf32.UTF32(utf32.BigEndian, utf32.UseBOM), doc),
		"utf-32le without":       encode(t, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), doc),
		"utf-32be without":       encode(t, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), doc),
		"utf-8 that says utf-16": []byte(doc),
		"utf-8 with two marks":   []byte("\xEF\xBB\xBF\xEF\xBB\xBF" + doc),
	} {
		t.Run(name, func(t *testing.T) {
			if got, _ := UTF8(body, "text/xml; charset=utf-16"); string(got) != doc {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestWhatIsClaimed(t *testing.T) {
	for name, c := range map[string]struct{ body, header, want, charset string }{
		"valid UTF-8 goes before the header":      {"Größe", "text/xml; charset=iso-8859-1", "Größe", "utf-8"},
		"valid UTF-8 goes before the declaration": {`<?xml version="1.0" encoding="iso-8859-1"?>Größe`, "", `<?xml version="1.0" encoding="iso-8859-1"?>Größe`, "utf-8"},
		"the header goes before the declaration":  {"<?xml version=\"1.0\" encoding=\"koi8-r\"?>Gr\xF6\xDFe", "text/xml; charset=iso-8859-1", "<?xml version=\"1.0\" encoding=\"koi8-r\"?>Größe", "windows-1252"},
		"a page's meta element":                   {"<html><meta http-equiv=content-type content='text/html; charset=iso-8859-2'>\xB9", "text/html", "<html><meta http-equiv=content-type content='text/html; charset=iso-8859-2'>š", "iso-8859-2"},
		"a short meta element":                    {"<meta charset=koi8-r>\xC1", "", "<meta charset=koi8-r>а", "koi8-r"},
		"windows-1252 where nothing is said":      {"Gr\xF6\xDFe \x84ja\x93", "", "Größe „ja“", "windows-1252"},
		"a label nobody knows":                    {"Gr\xF6\xDFe", "text/xml; charset=quatsch", "Größe", "windows-1252"},
		"iso-8859-1 means windows-1252":           {"\x84ja\x93", "text/xml; charset=ISO-8859-1", "„ja“", "windows-1252"},
		"one bad byte in UTF-8":                   {"Größe, Grüße und stra\xDFe", "text/xml; charset=utf-8", "Größe, Grüße und straße", "utf-8"},
		"half a character in UTF-8":               {"Größe …Grüße \xE2\x80 Ende", "text/xml; charset=utf-8", "Größe …Grüße \uFFFD Ende", "utf-8"},
		"nothing said, nearly all UTF-8":          {"Größe Grüße für\xFF", "", "Größe Grüße für\uFFFD", "utf-8"},
		"a page that says UTF-8 and is not":       {"<meta charset=utf-8>Gr\xF6\xDFe", "", "<meta charset=utf-8>Größe", "utf-8"},
		"a mark goes before all":                  {"\xEF\xBB\xBFGröße\xE4", "text/xml; charset=koi8-r", "Größeä", "utf-8"},
		"nothing":                                 {"", "", "", "utf-8"},
		"a label misspelt":                        {"Gr\xF6\xDFe", "text/xml; charset=iso8859-1", "Größe", "windows-1252"},
		"UTF-16 claimed of bytes":                 {"Gr\xF6\xDFe", "text/xml; charset=utf-16", "Größe", "windows-1252"},
	} {
		t.Run(name, func(t *testing.T) {
			got, charset := UTF8([]byte(c.body), c.header)
			if string(got) != c.want || charset != c.charset {
				t.Errorf("%q in %s, want %q in %s", got, charset, c.want, c.charset)
			}
		})
	}
}

func TestMainframe(t *testing.T) {
	const doc = `<?xml version="1.0" encoding="ebcdic-cp-us"?><rss/>`
	if got, name := UTF8(encode(t, charmap.CodePage037, doc), ""); string(got) != doc || name != "ibm037" {
		t.Errorf("%q in %s", got, name)
	}
}

func FuzzUTF8(f *testing.F) {
	f.Add([]byte("Gr\xF6\xDFe"), "text/xml; charset=iso-8859-1")
	f.Add([]byte("\xFF\xFE<\x00"), "")
	f.Add([]byte("\x1b$B\x1b"), "text/xml; charset=iso-2022-jp")
	f.Add([]byte{0, 0, 0xFE, 0xFF, 1}, "")
	f.Fuzz(func(t *testing.T, body []byte, header string) {
		before := bytes.Clone(body)
		text, name := UTF8(body, header)
		if !utf8.Valid(text) || name == "" {
			t.Errorf("%q in %q", text, name)
		}
		if !bytes.Equal(before, body) {
			t.Error("the body was changed")
		}
		if len(text) > 4*len(body)+8 {
			t.Errorf("%d bytes of %d", len(text), len(body))
		}
	})
}

// A label that the index knows but has no decoder for must not panic.
func TestIndexedWithoutDecoder(t *testing.T) {
	if e, err := ianaindex.IANA.Encoding("utf-7"); err == nil && e != nil {
		t.Fatal("utf-7 has a decoder now: choose another label")
	}
	if got, _ := UTF8([]byte("Gr\xF6\xDFe"), "text/plain; charset=utf-7"); string(got) != "Größe" {
		t.Errorf("%q", got)
	}
}

// Bytes of pages that x/text does not know, under the names that feeds give them.
func TestPages(t *testing.T) {
	for label, c := range map[string]struct{ bytes, want string }{
		"cp720": {"\x94", "¤"}, "cp737": {"\x80\x98", "Αα"}, "ibm775": {"\x80\x8E", "ĆÄ"}, "CP856": {"\x80", "א"}, "csibm857": {"\x8D\x80", "ıÇ"},
		"861": {"\x8B\x95", "Ðþ"}, "cp-is": {"\x8B", "Ð"}, "cp869": {"\x98", "Ώ"}, "cp1125": {"\xF2", "Ґ"}, "RUSCII": {"\x80", "А"},
		"cp-1251": {"\xC4", "Д"}, "cp_1250": {"\xF8", "ř"}, "KOI8R": {"\xC4", "д"},
		"hp-roman8": {"\xCC", "ä"}, "koi8-t": {"\x80", "қ"}, "kz_1048": {"\x80", "Ђ"}, "PTCP154": {"\x80", "Җ"}, "mac-latin2": {"\x8A", "ä"}, "mac_greek": {"\x8A", "ä"},
		"mac-iceland": {"\x8A", "ä"}, "MacTurkish": {"\x8A", "ä"}, "mac-romanian": {"\x8A", "ä"}, "mac-croatian": {"\x8A", "ä"},
		"iso8859_5": {"\xE4", "ф"}, "euc_jp": {"\xB0\xA1", "亜"}, "shiftjis": {"\x93\xFA", "日"}, "cp949": {"\xB0\xA1", "가"}, "gb2312_80": {"\xB0\xA1", "啊"}, "ms950": {"\xA4\xA4", "中"},
		"TIS-620": {"\xE4", "ไ"}, "MacRoman": {"\x8A", "ä"}, "hz": {"~{0!~}", "啊"}, "iso2022-jp": {"\x1b$B0!\x1b(B", "亜"},
	} {
		t.Run(label, func(t *testing.T) {
			got, _ := UTF8([]byte(`<?xml version="1.0" encoding="`+label+`"?><t>x`+c.bytes+"y</t>"), "")
			if want := "<t>x" + c.want + "y</t>"; !bytes.HasSuffix(got, []byte(want)) {
				t.Errorf("got %q, want %s", got, want)
			}
		})
	}
}

// Every page has a character for each of the upper bytes.
func TestPagesAreWhole(t *testing.T) {
	for _, label := range []string{
		"cp720", "cp737", "cp775", "cp856", "cp857", "cp861", "cp864", "cp869", "cp1006", "cp1125", "hproman8", "koi8t", "kz1048", "ptcp154",
		"maccroatian", "macgreek", "maciceland", "maclatin2", "macromanian", "macturkish",
	} {
		if n := len([]rune(string(pageOf(label)))); n != 128 {
			t.Errorf("%s has %d", label, n)
		}
	}
}
