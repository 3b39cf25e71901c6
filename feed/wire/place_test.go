package wire

import (
	"slices"
	"strings"
	"testing"
)

var bylines = []struct{ byline, lang, names, agencies string }{
	{"Von dpa", "de", "", "dpa"},
	{"dpa", "de", "", "dpa"},
	{"AFP", "fr", "", "AFP"},
	{"Von Ada Lindner und Jan Krug, dpa", "de", "Ada Lindner|Jan Krug", "dpa"},
	{"VON ADA LINDNER UND JAN KRUG", "de", "ADA LINDNER|JAN KRUG", ""},
	{"von Ada Lindner, Deutsche Presse-Agentur", "de", "Ada Lindner", "dpa"},
	{"Von Ada Lindner (dpa)", "de", "Ada Lindner", "dpa"},
	{"Von Ada Lindner mit Reuters", "de", "Ada Lindner", "Reuters"},
	{"Von Ada Lindner mit Material von dpa und AFP", "de", "Ada Lindner", "dpa AFP"},
	{"AFP, Ada Lindner", "de", "Ada Lindner", "AFP"},
	{"Ada Lindner/AFP", "de", "Ada Lindner", "AFP"},
	{"Ada Lindner, SID", "de", "Ada Lindner", "SID"},
	{"Quelle: dpa Sport", "de", "", "dpa"},
	{"dpa Nachrichtenagentur", "de", "", "dpa"},
	{"By Associated Press", "en", "", "AP"},
	{"By The Associated Press", "en", "", "AP"},
	{"By Ada Lindner - Associated Press", "en", "Ada Lindner", "AP"},
	{"By ADA LINDNER | Associated Press", "en", "ADA LINDNER", "AP"},
	{"By Ada Lindner, AP Sports Writer", "en", "Ada Lindner", "AP"},
	{"By Ada Lindner of The Associated Press", "en", "Ada Lindner", "AP"},
	{"By Ada Lindner and Jan Krug, The Canadian Press", "en-CA", "Ada Lindner|Jan Krug", "CP"},
	{"By Ada Lindner, Jan Krug and Mia Vogt", "en", "Ada Lindner|Jan Krug|Mia Vogt", ""},
	{"Ada Lindner and AP", "en-AU", "Ada Lindner", "AP"},
	{"Reuters in Lindenau", "en", "", "Reuters"},
	{"Reuters Staff", "en", "", "Reuters"},
	{"AFP, MANILA", "en", "", "AFP"},
	{"Par Le Courrier et AFP", "fr", "Le Courrier", "AFP"},
	{"Par Ada Lindner avec l'AFP", "fr", "Ada Lindner", "AFP"},
	{"Por Ada Lindner y Jan Krug", "es", "Ada Lindner|Jan Krug", ""},
	{"Ada Lindner y EFE", "es", "Ada Lindner", "EFE"},
	{"Door Ada Lindner en ANP", "nl", "Ada Lindner", "ANP"},
	{"Bron: BELGA", "nl", "", "Belga"},
	{"Av Ada Lindner och Jan Krug", "sv", "Ada Lindner|Jan Krug", ""},
	{"Ada Lindner/TT", "sv", "Ada Lindner", "TT"},
	{"Anadolu Ajansı", "tr", "", "AA"},
	{"来源：新华社", "zh", "", "Xinhua"},
	{"ロイター", "ja", "", "Reuters"},

	// names alone
	{"Von Ada Lindner", "de", "Ada Lindner", ""},
	{"Ein Gastbeitrag von Ada von der Linde", "de", "Ada von der Linde", ""},
	{"Ada Lindner, Redakteurin", "de", "Ada Lindner", ""},
	{"By Ada Lindner, Chief Political Correspondent", "en", "Ada Lindner", ""},
	{"Text: Ada Lindner", "de", "Ada Lindner", ""},
	{"Ada Lindner aus Berlin", "de", "Ada Lindner", ""},
	{"By Ada Lindner in Lindenau", "en", "Ada Lindner", ""},
	{"Von Ada Lindner | 09.11.2026", "de", "Ada Lindner", ""},
	{"ada.lindner@lindenau.example", "de", "", ""},
	{"kst", "de", "kst", ""},
	{"Von kst", "de", "kst", ""},
	{"Redaktion", "de", "", ""},
	{"ots", "de", "", ""},
	{"Foto: Ada Lindner/dpa", "de", "", ""},
	{"Ada Lindner/Getty Images", "de", "", ""},
	{"", "de", "", ""},
	{strings.Repeat("Ada Lindner, ", 500), "de", "", ""},
}

func TestParseByline(t *testing.T) {
	for _, tt := range bylines {
		names, agencies := ParseByline(tt.byline, tt.lang)
		if got := strings.Join(names, "|"); got != tt.names || join(agencies) != tt.agencies {
			t.Errorf("ParseByline(%.60q, %s) = %q, %q, want %q, %q", tt.byline, tt.lang, got, join(agencies), tt.names, tt.agencies)
		}
	}
}

var datelines = []struct{ dateline, rest, lang, agencies string }{
	{"Berlin (dpa) -", " Der Senat berät.", "de", "dpa"},
	{"BERLIN (dpa) –", " Der Senat berät.", "de", "dpa"},
	{"Berlin (dpa/bb) -", " Der Senat berät.", "de", "dpa"},
	{"Lindenau/Berlin (dpa) -", " Der Senat berät.", "de", "dpa"},
	{"Frankfurt am Main (AFP) -", " Die Messe beginnt.", "de", "AFP"},
	{"Vatikanstadt (KNA)", " Der Rat tagt.", "de", "KNA"},
	{"Frankfurt (epd).", " Die Synode tagt.", "de", "epd"},
	{"FRANKFURT (dpa-AFX) -", " Der Dax steigt.", "de", "dpa-AFX"},
	{"Wien (APA) -", " Der Rat tagt.", "de-AT", "APA"},
	{"Wien (APA/dpa) -", " Der Rat tagt.", "de-AT", "APA dpa"},
	{"Bern (awp) -", " Der Markt ruht.", "de-CH", "AWP"},
	{"Lindenau (SID) –", " Der Verein gewinnt.", "de", "SID"},
	{"(dpa)", " Der Senat berät.", "de", "dpa"},
	{"PARIS, Nov 9 (Reuters) -", " The river fell.", "en", "Reuters"},
	{"LINDENAU/PARIS, Nov 9 (Reuters) -", " The river fell.", "en", "Reuters"},
	{"LINDENAU/PARIS, Nov 9\n(Reuters)\n-", " The river fell.", "en", "Reuters"},
	{"LINDENAU (AP) —", " The river fell.", "en", "AP"},
	{"LINDENAU, Ohio (AP) —", " The river fell.", "en", "AP"},
	{"ST. LINDEN, Mo. (AP) —", " The river fell.", "en", "AP"},
	{"PARIS — (AP)", " The river fell.", "en", "AP"},
	{"(Reuters) -", " The river fell.", "en", "Reuters"},
	{"New Delhi, Nov 9 (PTI)", " The river fell.", "en-IN", "PTI"},
	{"Lindenau [Altland], November 9 (ANI):", " The river fell.", "en-IN", "ANI"},
	{"Paris, 9 nov (AFP) -", " La rivière baisse.", "fr", "AFP"},
	{"Madrid, 9 nov (EFE).-", " El río baja.", "es", "EFE"},
	{"(EFE).-", " El río baja.", "es", "EFE"},
	{"(ANSA) - ROMA,", " Il fiume scende.", "it", "ANSA"},
	{"(ANSA) - ROMA, 09 NOV -", " Il fiume scende.", "it", "ANSA"},
	{"Praha 9. listopadu (ČTK) -", " Řeka klesá.", "cs", "ČTK"},
	{"ANKARA (AA) -", " Nehir alçaldı.", "tr", "AA"},
	{"МОСКВА, 9 ноября. /ТАСС/.", " Река обмелела.", "ru", "TASS"},
	{"LINDENAU, November 9. /TASS/.", " The river fell.", "en", "TASS"},
	{"新华社北京11月9日电", "河水下降。", "zh", "Xinhua"},
	{"新华社北京11月9日电（记者林达）", "河水下降。", "zh", "Xinhua"},
	{"中新网北京11月9日电", " 河水下降。", "zh", "CNS"},
	{"（中央社記者林達台北9日電）", "河水下降。", "zh-TW", "CNA"},
	{"(서울=연합뉴스) 김아다 기자 =", " 강물이 줄었다.", "ko", "Yonhap"},
	{"(서울=연합뉴스)", " 강물이 줄었다.", "ko", "Yonhap"},
	{"[서울=뉴시스]", " 강물이 줄었다.", "ko", "Newsis"},
	{"［東京　９日　ロイター］ -", " 川の水位が下がった。", "ja", "Reuters"},
	{"【東京共同】", "川の水位が下がった。", "ja", "Kyodo"},

	// the paper's own, or a stranger's
	{"DUBLIN —", " The river fell.", "en", ""},
	{"PUTRAJAYA, Nov 22 —", " The river fell.", "en", ""},
	{"München/Lindenau –", " Der Fluss sinkt.", "de", ""},
	{"【ソウル＝林田】", "川の水位が下がった。", "ja", ""},
	{"Lindenau (dpo) -", " Der Fluss sinkt.", "de", ""},
	{"Lindenau (kst) –", " Der Fluss sinkt.", "de", ""},
}

func TestParseDateline(t *testing.T) {
	for _, tt := range datelines {
		dateline, rest, agencies, ok := ParseDateline(tt.dateline+tt.rest, tt.lang)
		want := strings.Join(strings.Fields(tt.dateline), " ")
		if !ok || dateline != want || rest != strings.TrimSpace(tt.rest) || join(agencies) != tt.agencies {
			t.Errorf("ParseDateline(%q, %s) = %q, %q, %q, %v, want %q", tt.dateline+tt.rest, tt.lang, dateline, rest, join(agencies), ok, tt.agencies)
		}
	}
}

func TestNoDateline(t *testing.T) {
	tests := []struct{ paragraph, lang string }{
		{"Der Fluss sinkt.", "de"},
		{"Der Fluss (dpa) sinkt.", "de"},
		{"Ada Lindner (AP) sagte, der Fluss sinke.", "de"},
		{"Imran Khan (PTI) said the river fell.", "en-IN"},
		{"Wie die Deutsche Presse-Agentur (dpa) erfuhr, sinkt der Fluss.", "de"},
		{"Die Deutsche Presse-Agentur (dpa) - gegründet 1949 - hat viele Büros.", "de"},
		{"REPORTAGE - Au bord du fleuve", "fr"},
		{"ANALYSIS — The river fell.", "en"},
		{"BREAKING: — The river fell.", "en"},
		{"Streik – was jetzt gilt, lesen Sie hier.", "de"},
		{"Streik – Was jetzt gilt", "de"},
		{"„Berlin (dpa) - so steht es da", "de"},
		{"EU – die Union", "de"},
		{"A text (with a bracket) - and a dash.", "en"},
		{"Der Fluss sinkt. Berlin (dpa) - Der Senat", "de"},
		{"Die AfD (kst) in Lindenau - ein Bericht", "de"},
		{"Lindenau (Kreis Altland) - Der Fluss sinkt.", "de"},
		{"(Nur eine Klammer) - Der Fluss sinkt.", "de"},
		{"Berlin (dpa) -", "de"},
		{"(dpa)", "de"},
		{"", "de"},
		{"(", "de"},
		{"【", "ja"},
	}
	for _, tt := range tests {
		if dateline, rest, agencies, ok := ParseDateline(tt.paragraph, tt.lang); ok || rest != tt.paragraph || dateline != "" || agencies != nil {
			t.Errorf("ParseDateline(%q) = %q, %q, %v, want none", tt.paragraph, dateline, rest, agencies)
		}
	}
}

// Whatever strangers write: nothing panics, what is left is a piece of what was
// there, and each agency comes once.
func FuzzWire(f *testing.F) {
	for _, s := range []string{
		"Das sagte sie. (afp/red)", "Berlin (dpa/bb) - Der Senat", "Von Ada Lindner und Jan Krug, dpa", "© dpa-infocom, dpa:261109-99-53606/3 (dpa)", "［東京　９日　ロイター］ - 川",
		"新华社北京11月9日电（记者林达）河", "(서울=연합뉴스) 김아다 기자 = 강", "/ТАСС/.", "With files from The Canadian Press", "TT-AFP", "((((", "/", "\xff(dpa", "a\x00(dpa)", "(ı/İ)", "L’(AFP)",
	} {
		f.Add(s, "de-AT")
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		once := func(what string, list []string) {
			slices.Sort(list)
			if len(slices.Compact(slices.Clone(list))) != len(list) {
				t.Errorf("%s of %q: %q twice", what, s, list)
			}
		}
		c, ok := ParseCredit(s, lang)
		if ok == (len(c.Agencies) == 0 && !c.Unnamed) || ok && c.Line == "" {
			t.Errorf("ParseCredit(%q) = %+v, %v", s, c, ok)
		}
		once("ParseCredit", strings.Fields(join(c.Agencies)))
		names, _ := ParseByline(s, lang)
		once("ParseByline", names)
		if rest, c, ok := TrailingCredit(s, lang); !strings.HasPrefix(s, rest) || ok && (c.Line == "" || len(rest) >= len(s)) || !ok && rest != s {
			t.Errorf("TrailingCredit(%q) = %q, %q", s, rest, c.Line)
		}
		if line, rest, _, ok := ParseDateline(s, lang); !strings.HasSuffix(s, rest) || ok && (line == "" || rest == "") || !ok && rest != s {
			t.Errorf("ParseDateline(%q) = %q, %q", s, line, rest)
		}
		Lookup(s, lang)
	})
}

func BenchmarkTrailingCredit(b *testing.B) {
	s := strings.Repeat("Der Fluss sinkt seit Tagen, und die Stadt wartet auf Regen. ", 8) + "(afp/red)"
	for b.Loop() {
		TrailingCredit(s, "de")
	}
}

func BenchmarkParseCredit(b *testing.B) {
	for b.Loop() {
		ParseCredit("Quelle: ntv.de, kst/dpa", "de")
	}
}
