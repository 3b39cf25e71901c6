package wire

import (
	"strings"
	"testing"
)

// creditForms are the ways in which papers print where a text is from, a kind a
// row; want is empty where no agency is named.
var creditForms = []struct{ line, lang, want string }{
	{"(Ada Lindner / Reuters)", "de", "Reuters"},
	{"(afp/red)", "de", "AFP"},
	{"(dpa/lby)", "de", "dpa"},
	{"(red/dpa)", "de", "dpa"},
	{"Quelle: dpa", "de", "dpa"},
	{"Quelle: lindenau.example, afp/dpa", "de", "AFP dpa"},
	{"Quellen: dpa, AFP", "de", "dpa AFP"},
	{"Source: AFP", "en", "AFP"},
	{"Source : AFP", "fr", "AFP"},
	{"With files from The Canadian Press", "en", "CP"},
	{"— with files from The Canadian Press", "en", "CP"},
	{"With files from The Associated Press and Reuters", "en", "AP Reuters"},
	{"Mit Informationen der Nachrichtenagenturen dpa und AFP", "de", "dpa AFP"},
	{"Mit Informationen von dpa, epd und KNA", "de", "dpa epd KNA"},
	{"Mit Material der dpa", "de", "dpa"},
	{"Mit Agenturmaterial (dpa)", "de", "dpa"},
	{"Unter Verwendung von Material der dpa", "de", "dpa"},
	{"Unter Verwendung von Agenturmaterial von dpa und Reuters", "de", "dpa Reuters"},
	{"dpa/AFP", "de", "dpa AFP"},
	{"SDA/ag", "de-CH", "SDA"},
	{"sda/reu/xk", "de-CH", "SDA"},
	{"© dpa-infocom, dpa:261109-99-53606/3", "de", "dpa"},
	{"(Agencies)", "en", ""},
	{"(With inputs from agencies)", "en", ""},
	{"(With inputs from PTI)", "en", "PTI"},
	{"With inputs from ANI and PTI", "en", "ANI PTI"},
	{"(With agency inputs)", "en", ""},
	{"Agencias", "es", ""},
	{"Con agencias", "es", ""},
	{"Con información de EFE", "es", "EFE"},
	{"Con información de AFP y EFE", "es", "AFP EFE"},
	{"Fuente: EFE", "es", "EFE"},
	{"(EFE)", "es", "EFE"},
	{"EFE / AFP", "es", "EFE AFP"},
	{"Agencia EFE", "es", "EFE"},
	{"(ANSA)", "it", "ANSA"},
	{"(ANSA).", "it", "ANSA"},
	{"Fonte: ANSA", "it", "ANSA"},
	{"Con Adnkronos", "it", "Adnkronos"},
	{"RIPRODUZIONE RISERVATA © Copyright ANSA", "it", "ANSA"},
	{"© Riproduzione riservata ANSA", "it", "ANSA"},
	{"(Belga)", "nl", "Belga"},
	{"Bron: Belga", "nl", "Belga"},
	{"Bron: ANP/Reuters", "nl", "ANP Reuters"},
	{"Door onze redactie en ANP", "nl", "ANP"},
	{"Avec AFP", "fr", "AFP"},
	{"(avec AFP)", "fr", "AFP"},
	{"avec AFP et Reuters", "fr", "AFP Reuters"},
	{"Avec agences", "fr", ""},
	{"Le Kurier avec AFP", "fr", "AFP"},
	{"La rédaction avec AFP", "fr", "AFP"},
	{"La Rédaction, avec Belga", "fr", "Belga"},
	{"Agence France-Presse", "fr", "AFP"},
	{"D’après AFP", "fr", "AFP"},
	{"- AP", "en", "AP"},
	{"— AP", "en", "AP"},
	{"–Reuters", "en", "Reuters"},
	{"AAP/xk", "en-AU", "AAP"},
	{"© AAP 2026", "en-AU", "AAP"},
	{"- with AAP", "en-AU", "AAP"},
	{"Australian Associated Press", "en", "AAP"},
	{"(時事)", "ja", "Jiji"},
	{"【共同】", "ja", "Kyodo"},
	{"（共同通信）", "ja", "Kyodo"},
	{"（ロイター＝共同）", "ja", "Reuters Kyodo"},
	{"【時事通信社】", "ja", "Jiji"},
	{"提供：時事通信", "ja", "Jiji"},
	{"来源：新华社", "zh", "Xinhua"},
	{"（来源：新华社）", "zh", "Xinhua"},
	{"(연합뉴스)", "ko", "Yonhap"},
	{"Kilde: NTB", "no", "NTB"},
	{"(©NTB)", "no", "NTB"},
	{"/ritzau/", "da", "Ritzau"},
	{"/ritzau/AFP", "da", "Ritzau AFP"},
	{"Kilde: Ritzau", "da", "Ritzau"},
	{"(TT)", "sv", "TT"},
	{"Källa: TT", "sv", "TT"},
	{"TT-AFP-Reuters", "sv", "TT AFP Reuters"},
	{"Lähde: STT", "fi", "STT"},
	{"STT–Reuters", "fi", "STT Reuters"},
	{"(PAP)", "pl", "PAP"},
	{"Źródło: PAP", "pl", "PAP"},
	{"Źródło: PAP, Reuters", "pl", "PAP Reuters"},
	{"(ČTK)", "cs", "ČTK"},
	{"Zdroj: ČTK", "cs", "ČTK"},
	{"Autor: ČTK", "cs", "ČTK"},
	{"Zdroj: TASR", "sk", "TASR"},
	{"(MTI)", "hu", "MTI"},
	{"Forrás: MTI", "hu", "MTI"},
	{"Sursa: Agerpres", "ro", "Agerpres"},
	{"Izvor: Hina", "hr", "HINA"},
	{"Izvor: Tanjug", "sr", "Tanjug"},
	{"Vir: STA", "sl", "STA"},
	{"Kaynak: AA", "tr", "AA"},
	{"Kaynak: Anadolu Ajansı", "tr", "AA"},
	{"Πηγή: ΑΠΕ-ΜΠΕ", "el", "AMNA"},
	{"Источник: ТАСС", "ru", "TASS"},
	{"По материалам РИА Новости", "ru", "RIA"},
	{"Джерело: Укрінформ", "uk", "Ukrinform"},
	{"المصدر: وكالات", "ar", ""},
	{"المصدر: رويترز", "ar", "Reuters"},
	{"(أ ف ب)", "ar", "AFP"},
	{"Sumber: Antara", "id", "Antara"},
	{"Nguồn: TTXVN", "vi", "VNA"},
	{"Fonte: Lusa", "pt", "Lusa"},
	{"*Com informações da Reuters", "pt", "Reuters"},
	{"Com Lusa", "pt", "Lusa"},
	{"Com agências", "pt", ""},
	{"Reporting by Ada Lindner; Editing by Jan Krug — Reuters", "en", "Reuters"},
	{"Ada Lindner, The Canadian Press", "en", "CP"},
	{"Ada Lindner, The Associated Press", "en", "AP"},
	{"Von Ada Lindner, dpa", "de", "dpa"},
	{"This story was first published by The Associated Press.", "en", "AP"},
	{"This report by The Canadian Press was first published Nov. 9, 2026.", "en", "CP"},
	{"This story has been published from a wire agency feed without modifications to the text.", "en", ""},
	{"AFP and The Canadian Press contributed to this report.", "en", "AFP CP"},
	{"The Associated Press contributed to this report.", "en", "AP"},
	{"Reuters contributed to this article", "en", "Reuters"},
	{"Additional reporting by Reuters", "en", "Reuters"},
	{"Additional reporting: PA", "en-GB", "PA"},
	{"Press Association", "en-GB", "PA"},
	{"Dieser Text wurde von der Nachrichtenagentur dpa übernommen.", "de", "dpa"},
	{"Hinweis: Diese Meldung ist Teil eines automatisierten Angebots der nach strengen journalistischen Regeln arbeitenden Deutschen Presse-Agentur (dpa).", "de", "dpa"},
	{"Dit artikel is tot stand gekomen in samenwerking met ANP.", "nl", "ANP"},
	{"Este artículo fue publicado originalmente por EFE.", "es", "EFE"},
	{"Cet article a été publié par l’AFP.", "fr", "AFP"},
	{"(Articolo distribuito da ANSA)", "it", "ANSA"},
	{"Originally published by Reuters", "en", "Reuters"},
	{"First published by AAP", "en", "AAP"},
	{"Text: dpa", "de", "dpa"},
	{"Textquelle: APA", "de", "APA"},
	{"Agentur: dpa", "de", "dpa"},
	{"Von unseren Agenturen", "de", ""},
	{"By Agencies", "en", ""},
	{"lindenau.example/dpa", "de", "dpa"},
	{"mit dpa", "de", "dpa"},
	{"(mit dpa)", "de", "dpa"},
	{"(dpa, AFP, Reuters)", "de", "dpa AFP Reuters"},
	{"(Reuters, dpa, eigener Bericht)", "de", "Reuters dpa"},
	{"TT/AFP", "sv", "TT AFP"},
	{"NTB/AFP/AP", "no", "NTB AFP AP"},
	{"(SID)", "de", "SID"},
	{"GlobeNewswire/dpa-AFX", "de", "dpa-AFX"},
}

// pictureForms are picture credits, papers' signs and sentences: no credits of a text.
var pictureForms = []struct{ line, lang string }{
	{"Foto: dpa", "de"},
	{"Foto: Jan Krug/dpa", "de"},
	{"Jan Krug/AFP via Getty Images", "en"},
	{"Jan Krug/Reuters", "en"},
	{"Photo: AP", "en"},
	{"(Photo: AFP)", "en"},
	{"AP Photo/Jan Krug", "en"},
	{"© AFP", "fr"},
	{"© dpa | Jan Krug", "de"},
	{"picture alliance / dpa | Jan Krug", "de"},
	{"Zdjęcie: PAP", "pl"},
	{"Foto: ČTK", "cs"},
	{"Kuva: STT", "fi"},
	{"Bilde: NTB", "no"},
	{"写真：共同", "ja"},
	{"图片来源：新华社", "zh"},
	{"사진=연합뉴스", "ko"},
	{"صورة: رويترز", "ar"},
	{"Фото: ТАСС", "ru"},
	{"Crédit photo : AFP", "fr"},
	{"Fotografía: EFE", "es"},
	{"Quelle: lindenau.example", "de"},
	{"(red)", "de"},
	{"xk, jv", "de"},
	{"Ada Lindner said she had told Reuters.", "en"},
	{"wie die Agentur dpa meldet", "de"},
}

func TestCreditForms(t *testing.T) {
	for _, c := range creditForms {
		got, ok := ParseCredit(c.line, c.lang)
		var codes []string
		for _, g := range got.Agencies {
			codes = append(codes, string(g))
		}
		if s := strings.Join(codes, " "); !ok || s != c.want || got.Unnamed != (c.want == "") {
			t.Errorf("%s: %q: %q unnamed %t ok %t, want %q", c.lang, c.line, s, got.Unnamed, ok, c.want)
		}
	}
	for _, c := range pictureForms {
		if got, ok := ParseCredit(c.line, c.lang); ok {
			t.Errorf("%s: %q is no credit: %v", c.lang, c.line, got.Agencies)
		}
	}
}

// TestDatelineForms holds datelines without brackets around the agency.
func TestDatelineForms(t *testing.T) {
	for _, c := range []struct{ text, lang, line, want string }{
		{"LINDENAU — Reuters — The bank said on Monday.", "en", "LINDENAU — Reuters —", "Reuters"},
		{"SYDNEY, AAP - The bank said on Monday.", "en-AU", "SYDNEY, AAP -", "AAP"},
		{"Lindenau - dpa. Die Bank hat am Montag geschlossen.", "de", "Lindenau - dpa.", "dpa"},
		{"МОСКВА, 9 ноя - РИА Новости. Банк сообщил об этом.", "ru", "МОСКВА, 9 ноя - РИА Новости.", "RIA"},
		{"NEW YORK (AP) _ The bank said on Monday.", "en", "NEW YORK (AP) _", "AP"},
		{"القاهرة - رويترز: قال البنك.", "ar", "القاهرة - رويترز:", "Reuters"},
		{"Ada Lindner, Reuters reporter, said nothing.", "en", "", ""},
		{"The bank - Reuters said so - closed on Monday.", "en", "", ""},
	} {
		line, rest, agencies, ok := ParseDateline(c.text, c.lang)
		got := ""
		if len(agencies) > 0 {
			got = string(agencies[0])
		}
		if line != c.line || got != c.want || ok != (c.line != "") || !strings.HasSuffix(c.text, rest) {
			t.Errorf("%q: %q %q %t", c.text, line, got, ok)
		}
	}
}
