package extract

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// signatureLines are bylines as papers print them, with what they say.
var signatureLines = []struct {
	line, lang string
	links      []string
	names      string // parted by bars
	agencies   string // parted by blanks
	rest       bool   // words are left that no byline has
}{
	{line: "Von Ada Lindner und Jan Krug, dpa · 12.3.2024, 10:15 Uhr", lang: "de", names: "Ada Lindner|Jan Krug", agencies: "dpa"},
	{line: "By Jorun Vik | Harbour Post | Dec 3, 2024", lang: "en", names: "Jorun Vik"},
	{line: "Jorun Vik BuzzPost News Fellow", lang: "en", names: "Jorun Vik"},
	{line: "Jorun VikHarbour PostDec 22, 2016", lang: "en", names: "Jorun Vik"},
	{line: "Von: Ada Lindner Redakteurin", lang: "de", names: "Ada Lindner"},
	{line: "ADA LINDNER, Politikredaktion", lang: "de", names: "ADA LINDNER"},
	{line: "By JORUN VIK and ELIN RASK December 16, 2016", lang: "en", names: "JORUN VIK|ELIN RASK"},
	{line: "A. Lindner/dpa", lang: "de", names: "A. Lindner", agencies: "dpa"},
	{line: "作者：张迪 责任编辑：王芳", lang: "zh", names: "张迪"},
	{line: "责任编辑：张迪", lang: "zh", names: "张迪"},
	{line: "IT之家 发布时间：09-30 22:46", lang: "zh", names: "IT之家"},
	{line: "記者張迪／台北報導", lang: "zh", names: "張迪"},
	{line: "文／張迪", lang: "zh", names: "張迪"},
	{line: "Text: Ada Lindner, Fotos: Jan Krug", lang: "de", names: "Ada Lindner"},
	{line: "Text und Fotos: Ada Lindner", lang: "de", names: "Ada Lindner"},
	{line: "Words by Jorun Vik Photographs by Elin Rask", lang: "en", names: "Jorun Vik"},
	{line: "Published by Ada on May 3", lang: "en", names: "Ada"},
	{line: "View all posts by Ada", lang: "en", names: "Ada"},
	{line: "View all posts by Ada Lindner", lang: "en", names: "Ada Lindner"},
	{line: "Fr, 12. Mai", lang: "de"},
	{line: "Fr, 22.05.2020, 07:30 Uhr Jorun Vik", lang: "de", names: "Jorun Vik"},
	{line: "April 15, 2019 6:18am", lang: "en"},
	{line: "5 min read", lang: "en"},
	{line: "3 hours ago", lang: "en"},
	{line: "By Jorun Vik View author archive Get author RSS feed December 19, 2016", lang: "en", links: []string{"Jorun Vik", "View author archive", "Get author RSS feed"}, names: "Jorun Vik"},
	{line: "Written by Jorun Vik in Valve on 1 June 2019.", lang: "en", links: []string{"Jorun Vik"}, names: "Jorun Vik"},
	{line: "Written by Jorun Vik in Valve on 1 June 2019.", lang: "en", names: "Jorun Vik"},
	{line: "Jorun Vik, Washington Post", lang: "en", names: "Jorun Vik"},
	{line: "Ada Lindner, Lindenau", lang: "de", names: "Ada Lindner"},
	{line: "Von Ada Lindner, Lindenau", lang: "de", names: "Ada Lindner"},
	{line: "von Ada Lindner, MDR THÜRINGEN Stand: 28. April 2023, 05:00 Uhr", lang: "de", names: "Ada Lindner"},
	{line: "Ada Lindner (Korrespondentin in Paris)", lang: "de", names: "Ada Lindner"},
	{line: "Aus Paris berichtet Ada Lindner", lang: "de", rest: true},
	{line: "Ein Gastbeitrag von Ada Lindner", lang: "de", names: "Ada Lindner"},
	{line: "Von Ada van der Linden, José María de la Cruz und Jan-Peter O’Hara", lang: "de", names: "Ada van der Linden|José María de la Cruz|Jan-Peter O’Hara"},
	{line: "By Jorun B. Vik, Jr.", lang: "en", names: "Jorun B. Vik Jr."},
	{line: "Von Karl-Theodor von und zum Stein", lang: "de", names: "Karl-Theodor von und zum Stein"},
	{line: "Par Ada Lindner et Jan Krug", lang: "fr", names: "Ada Lindner|Jan Krug"},
	{line: "Par Ada Lindner avec AFP", lang: "fr", names: "Ada Lindner", agencies: "AFP"},
	{line: "Por Ada Lindner / EFE", lang: "es", names: "Ada Lindner", agencies: "EFE"},
	{line: "di Ada Lindner e Jan Krug", lang: "it", names: "Ada Lindner|Jan Krug"},
	{line: "Elena Rossi (ANSA)", lang: "it", names: "Elena Rossi", agencies: "ANSA"},
	{line: "Door Ada Lindner en Belga", lang: "nl", names: "Ada Lindner", agencies: "Belga"},
	{line: "Av Ada Lindner og Jan Krug", lang: "no", names: "Ada Lindner|Jan Krug"},
	{line: "Autor: Ada Lindner, PAP", lang: "pl", names: "Ada Lindner", agencies: "PAP"},
	{line: "Автор: Мария Осипова", lang: "ru", names: "Мария Осипова"},
	{line: "Мария Осипова, корреспондент", lang: "ru", names: "Мария Осипова"},
	{line: "بقلم: ليلى منصور", lang: "ar", names: "ليلى منصور"},
	{line: "김하늘 기자", lang: "ko", names: "김하늘"},
	{line: "鈴木翔（共同）", lang: "ja", names: "鈴木翔", agencies: "Kyodo"},
	{line: "文：鈴木翔 写真：田中優", lang: "ja", names: "鈴木翔"},
	{line: "By Ada Lindner of The Associated Press", lang: "en", names: "Ada Lindner", agencies: "AP"},
	{line: "By Ada Lindner and The Canadian Press", lang: "en", names: "Ada Lindner", agencies: "CP"},
	{line: "Von dpa", lang: "de", agencies: "dpa"},
	{line: "Par AFP", lang: "fr", agencies: "AFP"},
	{line: "Von Ada Lindner mit dpa", lang: "de", names: "Ada Lindner", agencies: "dpa"},
	{line: "Foto: Jan Krug/dpa", lang: "de"},
	{line: "Reporting by Ada Lindner; Editing by Jan Krug", lang: "en", names: "Ada Lindner"},
	{line: "Edited by Jan Krug", lang: "en", names: "Jan Krug"},
	{line: "Staff Writer Ada Lindner", lang: "en", names: "Ada Lindner"},
	{line: "By Ada Lindner, Senior Political Correspondent, in Berlin", lang: "en", names: "Ada Lindner"},
	{line: "Redaktion", lang: "de"},
	{line: "Ada Lindner sagte am Montag nichts dazu", lang: "de", names: "Ada Lindner", rest: true},
	{line: "By Jan Krug and April Lindner", lang: "en", names: "Jan Krug|April Lindner"},
	{line: "By June McLeod", lang: "en", names: "June McLeod"},
	{line: "Ada Lindner Follow", lang: "en", names: "Ada Lindner"},
	{line: "Ada Lindner @adalindner", lang: "en", names: "Ada Lindner"},
}

func TestSignature(t *testing.T) {
	for _, c := range signatureLines {
		t.Run(c.line, func(t *testing.T) {
			s := readSignature(c.line, c.links, c.lang)
			if got := strings.Join(s.names, "|"); got != c.names {
				t.Errorf("names %q, want %q (rest %q)", got, c.names, s.rest)
			}
			var codes []string
			for _, g := range s.agencies {
				codes = append(codes, string(g))
			}
			if got := strings.Join(codes, " "); got != c.agencies {
				t.Errorf("agencies %q, want %q", got, c.agencies)
			}
			if (s.rest != "") != c.rest {
				t.Errorf("rest %q", s.rest)
			}
			if want := !c.rest && c.names+c.agencies != ""; s.only != want {
				t.Errorf("only a signature: %t, want %t", s.only, want)
			}
		})
	}
}

func FuzzSignature(f *testing.F) {
	for _, c := range signatureLines {
		f.Add(c.line, strings.Join(c.links, "|"), c.lang)
	}
	f.Fuzz(func(t *testing.T, line, links, lang string) {
		s := readSignature(line, strings.Split(links, "|"), lang)
		total := 0
		for i, n := range s.names {
			total += len(n)
			if n == "" || !utf8.ValidString(n) || strings.ContainsAny(n, dayMark+"\n\x1b") {
				t.Fatalf("name %q", n)
			}
			if contains(s.names[:i], n) {
				t.Fatalf("%q stands twice", n)
			}
		}
		if total > longestSignature {
			t.Fatalf("%d bytes of names in a line of %d", total, len(line))
		}
		if v := nameLike(line); v < 0 || v > 1 {
			t.Fatalf("nameLike %f", v)
		}
	})
}

func TestReconcile(t *testing.T) {
	site := map[string]bool{"harbourpost": true}
	for _, c := range []struct {
		name           string
		page, ld, meta []string
		want           string
	}{
		{"nobody", nil, nil, nil, ""},
		{"the data name the publisher only", nil, []string{"Harbour Post"}, []string{"Harbour Post"}, ""},
		{"an address and a mailbox", nil, []string{"https://site.example/author/ada"}, []string{"ada@site.example"}, ""},
		{"a desk", nil, []string{"Redaktion"}, []string{"Staff"}, ""},
		{"the page's date taken for a name", []string{"April"}, nil, []string{"Ada Lindner"}, "Ada Lindner"},
		{"a section beside the name", []string{"Jorun Vik", "Valve"}, nil, []string{"Jorun Vik"}, "Jorun Vik"},
		{"the data have a handle", []string{"Ada Lindner"}, []string{"alindner"}, []string{"alindner"}, "Ada Lindner"},
		{"the data have a short name", []string{"Ada Lindner"}, []string{"admin"}, nil, "Ada Lindner"},
		{"one word of a name", nil, []string{"Ada"}, []string{"Ada Lindner"}, "Ada Lindner"},
		{"several in one string", nil, []string{"Ada Lindner, Jan Krug und Elin Rask"}, nil, "Ada Lindner|Jan Krug|Elin Rask"},
		{"the publisher beside people", nil, []string{"Ada Lindner", "Harbour Post"}, nil, "Ada Lindner"},
		{"another paper beside people", nil, []string{"Ada Lindner", "Lindenau Tribune"}, nil, "Ada Lindner"},
		{"a job in the string", nil, nil, []string{"Ada Lindner, Senior Correspondent"}, "Ada Lindner"},
		{"a by-word in the string", nil, nil, []string{"By Ada Lindner"}, "Ada Lindner"},
		{"the page names more", []string{"Ada Lindner", "Jan Krug"}, []string{"Ada Lindner"}, nil, "Ada Lindner|Jan Krug"},
		{"the page names fewer", []string{"Ada Lindner"}, []string{"Ada Lindner", "Jan Krug"}, nil, "Ada Lindner|Jan Krug"},
		{"capitals", []string{"ADA LINDNER"}, nil, []string{"Ada Lindner"}, "ADA LINDNER"},
		{"page only", []string{"Ada Lindner"}, nil, nil, "Ada Lindner"},
		{"an agency in the data", nil, []string{"The Associated Press"}, nil, "The Associated Press"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(reconcile(c.page, c.ld, c.meta, site, "en"), "|"); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestNameLike(t *testing.T) {
	order := [...][]string{ // each row more like a name than the next
		{"By Ada Lindner", "Von Ada Lindner und Jan Krug", "作者：张迪", "Text: Ada Lindner"},
		{"Ada Lindner", "ADA LINDNER, JAN KRUG", "Jan-Peter van der Linden"},
		{"Ada", "张迪"},
		{"The council voted on the plan on Tuesday.", "Mehr zum Thema", "12. Mai 2026", "Politik", "Foto: Jan Krug", "Lesezeit: 5 Min.", "", "Die Stadt hat den Plan am Montag beschlossen"},
	}
	floor := 1.1
	for i, row := range order {
		lowest := 1.0
		for _, s := range row {
			v := nameLike(s)
			if v >= floor {
				t.Errorf("%q: %.2f, no less than the row before (%.2f)", s, v, floor)
			}
			lowest = min(lowest, v)
		}
		if i == len(order)-1 && lowest > 0 {
			t.Errorf("no line of the last row is 0: %.2f", lowest)
		}
		floor = lowest
	}
}

func TestBylineWordAndJob(t *testing.T) {
	for line, want := range map[string]bool{
		"Von Ada Lindner": true, "By Jorun Vik": true, "作者：张迪": true, "Автор: Мария Осипова": true, "View all posts by Ada": true, "Reporting by Ada Lindner": true,
		"Ada Lindner": false, "Fotos: Jan Krug": false, "Published: May 3": false, "": false, "Byzanz war eine Stadt": false,
	} {
		if got := bylineWord(line); got != want {
			t.Errorf("by-word in %q: %t", line, got)
		}
	}
	for line, want := range map[string]bool{
		"Redakteurin im Ressort Politik": true, "Chief Political Correspondent": true, "Journaliste au service Économie": true, "Politikredakteur": true, "Корреспондент": true,
		"Der Redakteur sagte am Montag, er werde kündigen.": false, "Ada Lindner": false, "Wirtschaft": false, "": false,
	} {
		if got := jobLike(line); got != want {
			t.Errorf("job in %q: %t", line, got)
		}
	}
}
