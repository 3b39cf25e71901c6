package wire

import (
	"slices"
	"strings"
	"testing"

	"depesche/feed"
)

func join(list []feed.Agency) string {
	s := make([]string, len(list))
	for i, a := range list {
		s[i] = string(a)
	}
	return strings.Join(s, " ")
}

// unnamedCredit stands for a credit that names nobody.
const unnamedCredit = "?"

var credits = []struct{ line, lang, want string }{
	// codes, signs and desks
	{"(afp/red)", "de", "AFP"},
	{"(dpa/lby)", "de", "dpa"},
	{"(red/dpa)", "de", "dpa"},
	{"(APA, red)", "de-AT", "APA"},
	{"(APA/dpa)", "de-AT", "APA dpa"},
	{"(sda/afp)", "de-CH", "SDA AFP"},
	{"(ats)", "fr-CH", "SDA"},
	{"ats/nxp", "fr-CH", "SDA"},
	{"/dpa", "de", "dpa"},
	{"dpa/kg", "de", "dpa"},
	{"AFP/cp", "de", "AFP"},
	{"dpa-AFX", "de", "dpa-AFX"},
	{"awp/dpa-AFX", "de", "AWP dpa-AFX"},
	{"dpa/tmn", "de", "dpa"},
	{"dpa/sn", "de", "dpa"},
	{"rtr", "de", "Reuters"},
	{"kst/Reuters", "de", "Reuters"},
	{"AFP/sign", "de", "AFP"},
	{"dpa/kst Lindenau", "de", "dpa"},
	{"sid/dpa", "de", "SID dpa"},
	{"wue/spot", "de", "spot"},
	{"(wue/spot)", "de", "spot"},
	{"(Bang)", "de", "Bang"},
	{"(CoverMedia)", "de", "CoverMedia"},
	{"(tsch)", "de", "teleschau"},
	{"(glp)", "de", "glp"},
	{"ampnet", "de", "ampnet"},
	{"(mid)", "de", "mid"},
	{"SP-X", "de", "SP-X"},
	{"(KNA)", "de", "KNA"},
	{"epd/kna", "de", "epd KNA"},
	{"AP/dapd", "de", "AP dapd"},
	{"DJG/brd", "de", "DJ"},
	{"DOW JONES", "de", "DJ"},
	{"red, dpa, AFP, Reuters", "de", "dpa AFP Reuters"},
	{"kst;dmk/dpa", "de", "dpa"},
	{"Quelle: ntv.de, kst/dpa", "de", "dpa"},
	{"Red., ORF.at/APA", "de-AT", "APA"},

	{"(APA, red, 9.11.2026)", "de-AT", "APA"},
	{"(dpa/AFP/jW)", "de", "dpa AFP"},
	{"BR24/dpa", "de", "dpa"},
	{"(red./APA)", "de-AT", "APA"},
	{"lindenauer.example/sda", "de-CH", "SDA"},
	{"(dpa-AFX Broker)", "de", "dpa-AFX"},
	{"kst | dpa", "de", "dpa"},

	// source words
	{"Zusätzliche Quellen: dpa", "de", "dpa"},
	{"Quellen: AFP/Reuters/dpa, lindenauer.example", "de", "AFP Reuters dpa"},
	{"Quelle: dpa", "de", "dpa"},
	{"Quelle: KNA", "de", "KNA"},
	{"Quelle: dpa Sport", "de", "dpa"},
	{"(Quelle: APA/sda/dpa)", "de", "APA SDA dpa"},
	{"Quelle: sid/dpa", "de", "SID dpa"},
	{"Quellen: dpa, AFP", "de", "dpa AFP"},
	{"Weitere Quellen • AFP", "de", "AFP"},
	{"Agentur: dpa", "de", "dpa"},
	{"Source: AFP", "fr", "AFP"},
	{"Source : AFP et Reuters", "fr", "AFP Reuters"},
	{"Bron: BELGA", "nl", "Belga"},
	{"Bron: ANP", "nl", "ANP"},
	{"Källa: TT", "sv", "TT"},
	{"Kilde: NTB", "nb", "NTB"},
	{"Źródło: PAP", "pl", "PAP"},
	{"Zdroj: ČTK", "cs", "ČTK"},
	{"Forrás: MTI", "hu", "MTI"},
	{"Fuente: EFE", "es", "EFE"},
	{"Fonte: ANSA", "it", "ANSA"},
	{"Kaynak: AA", "tr", "AA"},
	{"Источник: ТАСС", "ru", "TASS"},
	{"来源：新华网", "zh", "Xinhua"},
	{"来源: 中新网", "zh", "CNS"},
	{"출처: 연합뉴스", "ko", "Yonhap"},

	// wordings
	{"Von dpa", "de", "dpa"},
	{"Von DPA", "de", "dpa"},
	{"von APA", "de-AT", "APA"},
	{"AFP", "de", "AFP"},
	{"mit dpa", "de", "dpa"},
	{"Mit Material von dpa und AFP", "de", "dpa AFP"},
	{"mit Agenturmaterial (dpa)", "de", "dpa"},
	{"mit Informationen von dpa und epd", "de", "dpa epd"},
	{"Mit Material der Nachrichtenagenturen dpa, AFP und Reuters", "de", "dpa AFP Reuters"},
	{"Mit Informationen der Lindenauer Zeitung sowie der Nachrichtenagenturen dpa, AFP, AP und Reuters.", "de", "dpa AFP AP Reuters"},
	{"von Ada Lindner, Deutsche Presse-Agentur", "de", "dpa"},
	{"Von Ada Lindner und Jan Krug, dpa", "de", "dpa"},
	{"Mit dpa-Material", "de", "dpa"},
	{"Mit einer Meldung von dpa", "de", "dpa"},
	{"With PTI inputs", "en-IN", "PTI"},
	{"This story was first published by Reuters", "en", "Reuters"},
	{"Von Ada Lindner mit Reuters", "de", "Reuters"},
	{"AFP, Ada Lindner", "de", "AFP"},
	{"By Associated Press", "en", "AP"},
	{"The Associated Press", "en", "AP"},
	{"By Ada Lindner - Associated Press", "en", "AP"},
	{"Ada Lindner and AP", "en-AU", "AP"},
	{"Reuters in Lindenau", "en", "Reuters"},
	{"AFP, MANILA", "en", "AFP"},
	{"Par Le Courrier de Lindenau et AFP", "fr", "AFP"},
	{"Le Courrier avec AFP", "fr", "AFP"},
	{"Avec AFP", "fr", "AFP"},
	{"(avec l’AFP)", "fr", "AFP"},
	{"Anadolu Ajansı", "tr", "AA"},
	{"Con información de EFE", "es", "EFE"},
	{"Com informações da Agência Brasil", "pt", "Agência Brasil"},
	{"Com Lusa", "pt", "Lusa"},
	{"With files from The Associated Press and Ada Lindner", "en", "AP"},
	{"— with files from The Canadian Press", "en-CA", "CP"},
	{"With reporting by Associated Press writer Ada Lindner", "en", "AP"},
	{"—Associated Press writer Ada Lindner in Paris contributed to this report.", "en", "AP"},
	{"Additional reporting from PA", "en-GB", "PA"},
	{"Additional reporting by Reuters", "en", "Reuters"},
	{"With reports from Reforma and Reuters", "en", "Reuters"},
	{"This report by The Canadian Press was first published Nov. 9, 2026.", "en-CA", "CP"},
	{"Agence France-Presse contributed", "en", "AFP"},
	{"Agence France-Presse contributed to this report.", "en", "AFP"},
	{"Ada Lindner of The Associated Press and Reuters contributed to this report.", "en", "AP Reuters"},
	{"(With inputs from PTI)", "en-IN", "PTI"},
	{"(With inputs from PTI, ANI)", "en-IN", "PTI ANI"},
	{"(PTI)", "en-IN", "PTI"},
	{"ANI |", "en-IN", "ANI"},
	{"— AP", "en", "AP"},
	{"-- Reuters", "en", "Reuters"},

	{"Mit Informationen unserer Korrespondentinnen und Korrespondenten in Altland sowie der Nachrichtenagenturen dpa, AFP, AP und Reuters.", "de", "dpa AFP AP Reuters"},
	{"(APP)", "en-PK", "APP"},
	{"Copyright 2026 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.", "en", "AP"},
	{"Dieser Artikel stammt von der Deutschen Presse-Agentur.", "de", "dpa"},

	// dpa's own lines
	{"© dpa-infocom, dpa:261109-99-53606/3 (dpa)", "de", "dpa"},
	{"© dpa-infocom, dpa:261109-99-483045/5", "de", "dpa"},
	{"dpa:261109-930-12345/1", "de", "dpa"},
	{"Hinweis: Die Redaktion hat diese Meldung redaktionell nicht bearbeitet. Sie wurde automatisch von der Deutschen Presse-Agentur (dpa) übernommen.", "de", "dpa"},
	{"© 2026 AFP", "de", "AFP"},

	// other countries, other scripts
	{"/ritzau/", "da", "Ritzau"},
	{"/ritzau/AFP", "da", "Ritzau AFP"},
	{"(©NTB)", "nb", "NTB"},
	{"(NTB)", "nb", "NTB"},
	{"(TT)", "sv", "TT"},
	{"TT-AFP", "sv", "TT AFP"},
	{"(TT-AFP-Reuters)", "sv", "TT AFP Reuters"},
	{"STT–Reuters", "fi", "STT Reuters"},
	{"(PAP)", "pl", "PAP"},
	{"(ČTK)", "cs", "ČTK"},
	{"MTI/", "hu", "MTI"},
	{"(ANSA).", "it", "ANSA"},
	{"(DIRE)", "it", "Dire"},
	{"RIPRODUZIONE RISERVATA © Copyright ANSA", "it", "ANSA"},
	{"EFE", "es", "EFE"},
	{"E. Press", "es", "EP"},
	{"EUROPA PRESS", "es", "EP"},
	{"(Ant)", "id", "Antara"},
	{"(共同)", "ja", "Kyodo"},
	{"（共同）", "ja", "Kyodo"},
	{"（ロイター）", "ja", "Reuters"},
	{"［ロイター］", "ja", "Reuters"},
	{"（ＡＰ＝共同）", "ja", "AP Kyodo"},
	{"＝ＡＦＰ＝", "ja", "AFP"},
	{"（時事）", "ja", "Jiji"},
	{"(연합뉴스)", "ko", "Yonhap"},
	{"/ТАСС/.", "ru", "TASS"},
	{"Интерфакс", "ru", "Interfax"},
	{"（新华社）", "zh", "Xinhua"},
	{"(أ ف ب)", "ar", "AFP"},
	{"رويترز", "ar", "Reuters"},
	{"ایسنا", "fa", "ISNA"},

	// credits that name nobody
	{"red, ORF.at/Agenturen", "de", unnamedCredit},
	{"Mit Agenturmaterial.", "de", unnamedCredit},
	{"By Lindenau Post with Agencies", "en", unnamedCredit},
	{"mit Agenturen", "de", unnamedCredit},
	{"(Agenturen)", "de", unnamedCredit},
	{"Inputs from agencies", "en-IN", unnamedCredit},
	{"Von unseren Agenturen", "de", unnamedCredit},
	{"srf/agenturen;kst", "de-CH", unnamedCredit},
	{"news agencies", "en", unnamedCredit},
	{"wires", "en", unnamedCredit},
	{"(With inputs from agencies)", "en-IN", unnamedCredit},
	{"Staff and agencies", "en", unnamedCredit},
	{"(This story has not been edited by our staff and is published from a syndicated feed.)", "en-IN", unnamedCredit},
}

func TestParseCredit(t *testing.T) {
	for _, tt := range credits {
		c, ok := ParseCredit(tt.line, tt.lang)
		got := join(c.Agencies)
		if ok && c.Unnamed {
			got = unnamedCredit
		}
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("ParseCredit(%q, %s) = %q, %v, want %q", tt.line, tt.lang, got, ok, tt.want)
		}
		if ok && c.Line != feed.Line(tt.line) {
			t.Errorf("ParseCredit(%q): line %q is not as printed", tt.line, c.Line)
		}
	}
}

var noCredits = []struct{ line, lang string }{
	// editors, papers, syndicates
	{"(phy)", "de"},
	{"(red)", "de"},
	{"(kas)", "de"},
	{"( dmk)", "de"},
	{"(nz)", "de"},
	{"kst", "de"},
	{"red/kst", "de"},
	{"(E-2)", "de"},
	{"♦", "de"},
	{"Quelle: ntv.de", "de"},
	{"Quelle: hessenschau.de", "de"},
	{"Źródło: Gazeta Lindenau", "pl"},
	{"Quelle: Stadt Lindenau", "de"},
	{"With reports from Reforma and El Economista", "en"},
	{"Reforma / El Economista", "es"},
	{"Copyright: Project Syndicate", "en"},
	{"© The Financial Times Ltd.", "en"},
	{"First published in The Lindenau Post", "en"},
	{"Von Ada Lindner", "de"},
	{"Ada Lindner und Jan Krug", "de"},
	{"Mit Ada Lindner sprach Jan Krug", "de"},
	// words and initials
	{"(pa)", "en"},
	{"(tt)", "de"},
	{"(cp)", "de"},
	{"(ani)", "en"},
	{"(sta)", "de"},
	{"(sid)", "en"},
	{"(TT)", "de"},
	{"(PA)", "de"},
	{"(CP)", "de"},
	{"(AA)", "de"},
	{"Dire", "fr"},
	{"Beta", "de"},
	{"Trend", "de"},
	{"Mehr", "de"},
	{"Nova", "de"},
	{"trend", "az"},
	{"Idea", "en"},
	{"spot", "en"},
	{"Petra", "de"},
	{"map", "en"},
	{"(aa)", "tr"},
	{"PL", "en"},
	{"PC", "en-CA"},
	{"DJ", "en"},
	{"APP", "en-PK"},
	{"MAP", "en"},
	{"SPA", "en"},
	{"Agenturmeldungen", "de"},
	{"News Services", "en"},
	{"Agentur", "de"},
	{"Washington Post Associated Press Reuters AFP - Jiji", "en"},
	{"KEYSTONE", "en"},
	{"Keystone", "en"},
	{"A+ A-", "de"},
	{"About AP", "en"},
	{"More from Reuters", "en"},
	{"Read more from AP", "en"},
	{"AFP berichtet", "de"},
	{"Reporting by Ada Lindner; Editing by Jan Krug", "en"},
	{"Ada Lindner is an Associated Press writer.", "en"},
	// press releases
	{"ots", "de"},
	{"(ots)", "de"},
	{"APA-OTS", "de-AT"},
	{"OTS/kst", "de"},
	{"news aktuell", "de"},
	{"Business Wire", "en"},
	{"PR Newswire", "en"},
	{"GlobeNewswire", "en"},
	{"EQS", "de"},
	{"pts", "de"},
	{"Quelle: presseportal.de", "de"},
	// agencies quoted
	{"Das sagte er der Nachrichtenagentur Reuters.", "de"},
	{"sagte er der Nachrichtenagentur Reuters", "de"},
	{"told AP", "en"},
	{"she told Reuters on Monday.", "en"},
	{"según informa Europa Press", "es"},
	{"Die Deutsche Presse-Agentur hatte zuerst berichtet.", "de"},
	{"Wie dpa erfuhr, liegt der Plan vor.", "de"},
	{"AP reporters saw the ship leave.", "en"},
	{"Reuters was first to report the sale.", "en"},
	{"Mit Reuters sprach die Bürgermeisterin über den Hafen.", "de"},
	{"AFP zufolge ist die Brücke gesperrt", "de"},
	{"The Associated Press is a news agency.", "en"},
	{"Lesen Sie auch: dpa wird siebzig", "de"},
	{"The rain contributed to this disaster, an official told AP.", "en"},
	{"Die Schleuse wird automatisch von der Leitstelle geöffnet, sagte sie der dpa.", "de"},
	{"Mit Informationen ging die Behörde sparsam um, sagte sie der dpa am Montag.", "de"},
	{"Dieser Artikel wurde korrigiert: Die Nachrichtenagentur AFP hatte zuerst von vier Booten berichtet.", "de"},
	{"This story was produced by a local team.", "en"},
	// pictures
	{"Credit: PA", "en-GB"},
	{"Credit: AFP", "en"},
	{"Foto: Ada Lindner/dpa", "de"},
	{"Foto: dpa", "de"},
	{"Foto: Ada Lindner/POOL/AFP via Getty Images", "de"},
	{"© Ada Lindner/dpa", "de"},
	{"© Ada Lindner/dpa | Ada Lindner", "de"},
	{"© dpa | Ada Lindner", "de"},
	{"© AP/dpa | Ada Lindner", "de"},
	{"© AFP | HANDOUT", "de"},
	{"© picture alliance / dpa | Ada Lindner", "de"},
	{"picture alliance/dpa | Ada Lindner", "de"},
	{"picture alliance / ASSOCIATED PRESS | Ada Lindner", "de"},
	{"picture alliance / SZ Photo | Ada Lindner", "de"},
	{"Bild: Ada Lindner/dpa/picture alliance", "de"},
	{"Bild: Ada Lindner/AP Photo/picture alliance", "de"},
	{"Bild: Ada Lindner/TASS/dpa/picture alliance", "de"},
	{"Bildrechte: dpa", "de"},
	{"Bildrechte: IMAGO / Ada Lindner", "de"},
	{"imago images/Ada Lindner", "de"},
	{"IMAGO/Ada Lindner", "de"},
	{"dpa-Bildfunk/Ada Lindner", "de"},
	{"DPA Images | Ada Lindner", "de"},
	{"Quelle: Ada Lindner/dpa", "de"},
	{"(Quelle: IMAGO/Ada Lindner/imago-images-bilder)", "de"},
	{"(Foto: REUTERS)", "de"},
	{"(Foto: Pool via REUTERS)", "de"},
	{"Ada Lindner/Reuters", "en"},
	{"REUTERS/Ada Lindner", "en"},
	{"via REUTERS", "en"},
	{"Ada Lindner / AP", "en"},
	{"AP Photo/Ada Lindner", "en"},
	{"(AP Photo/Ada Lindner)", "en"},
	{"Copyright 2024 The AP. All rights reserved", "en"},
	{"Ada Lindner/Getty Images", "en"},
	{"Ada Lindner/AFP via Getty Images", "en"},
	{"Getty Images/iStockphoto", "en"},
	{"(Picture: PA)", "en-GB"},
	{"(Image: Getty)", "en"},
	{"Photograph: Ada Lindner/Reuters", "en"},
	{"APA/AFP/Ada Lindner", "de-AT"},
	{"Kurier/APA/KEYSTONE/Ada Lindner", "de-AT"},
	{"Keystone/SOURCE via AP/Ada Lindner", "de-CH"},
	{"EFE/ Ada Lindner", "es"},
	{"EFE/EPA/Ada Lindner", "es"},
	{"Ada Lindner / Europa Press", "es"},
	{"— © BELGA", "fr-BE"},
	{"Foto: Ada Lindner/Ritzau Scanpix", "da"},
	{"Fotoğraf, AA tarafından servis edilmiştir", "tr"},
	{"ZUMA Press Wire / Imago Images", "de"},
	{"Foto [M]: Shutterstock", "de"},
	{"dpa | Ada Lindner", "de"},
	{"STR/AFP", "en"},
	{"Lindenauer Zeitung/dpa", "de"},
	{"写真：ロイター", "ja"},
	{"사진=연합뉴스", "ko"},
	{"图片来源：新华社", "zh"},
	// nothing
	{"", "de"},
	{" ", ""},
	{"()", "de"},
	{"/", "de"},
	{"Quelle:", "de"},
	{"©", "de"},
	{"-", ""},
}

func TestNoCredit(t *testing.T) {
	for _, tt := range noCredits {
		if c, ok := ParseCredit(tt.line, tt.lang); ok {
			t.Errorf("ParseCredit(%q, %s) = %v, unnamed %v, want none", tt.line, tt.lang, c.Agencies, c.Unnamed)
		}
	}
}

func TestStory(t *testing.T) {
	tests := []struct{ line, want string }{
		{"© dpa-infocom, dpa:261109-99-53606/3 (dpa)", "dpa:261109-99-53606"},
		{"© dpa-infocom, dpa:261109-99-53606/12", "dpa:261109-99-53606"},
		{"dpa:261109-930-12345/1", "dpa:261109-930-12345"},
		{"Quelle: dpa", ""},
		{"dpa:2611-99-1", ""},
	}
	for _, tt := range tests {
		if c, _ := ParseCredit(tt.line, "de"); c.Story != tt.want {
			t.Errorf("ParseCredit(%q).Story = %q, want %q", tt.line, c.Story, tt.want)
		}
	}
}

var trailing = []struct{ paragraph, lang, rest, credit, want string }{
	{"Das Wasser sinke, sagte sie. (afp/red)", "de", "Das Wasser sinke, sagte sie.", "(afp/red)", "AFP"},
	{"„Wir warten“, sagte sie am Abend. (dpa/lby)", "de", "„Wir warten“, sagte sie am Abend.", "(dpa/lby)", "dpa"},
	{"Sie sagte: „Wir warten.“ (dpa)", "de", "Sie sagte: „Wir warten.“", "(dpa)", "dpa"},
	{"Das Wasser sinke, sagte sie. dpa/kst", "de", "Das Wasser sinke, sagte sie.", "dpa/kst", "dpa"},
	{"Das Wasser sinke, sagte sie. dpa", "de", "Das Wasser sinke, sagte sie.", "dpa", "dpa"},
	{"Das Wasser sinke, sagte sie. /dpa", "de", "Das Wasser sinke, sagte sie.", "/dpa", "dpa"},
	{"Das Wasser sinke, sagte sie. (dpa) (E-2)", "de", "Das Wasser sinke, sagte sie.", "(dpa)", "dpa"},
	{"Das Wasser sinke, sagte sie. (kst/dpa) ♦", "de", "Das Wasser sinke, sagte sie.", "(kst/dpa)", "dpa"},
	{"Das Wasser sinke, sagte sie. Quelle: dpa", "de", "Das Wasser sinke, sagte sie.", "Quelle: dpa", "dpa"},
	{"Das Wasser sinke, sagte sie. © dpa-infocom, dpa:261109-99-53606/3", "de", "Das Wasser sinke, sagte sie.", "© dpa-infocom, dpa:261109-99-53606/3", "dpa"},
	{"Das Wasser sinke, sagte sie.\nmit Material von dpa", "de", "Das Wasser sinke, sagte sie.", "mit Material von dpa", "dpa"},
	{"Das Wasser sinke, sagte sie. (Agenturen)", "de", "Das Wasser sinke, sagte sie.", "(Agenturen)", unnamedCredit},
	{"The water is falling, she said. — AP", "en", "The water is falling, she said.", "— AP", "AP"},
	{"The water is falling, she said. (Reuters)", "en", "The water is falling, she said.", "(Reuters)", "Reuters"},
	{"The water is falling, she said. PTI", "en-IN", "The water is falling, she said.", "PTI", "PTI"},
	{"The water is falling, she said. With files from The Canadian Press", "en-CA", "The water is falling, she said.", "With files from The Canadian Press", "CP"},
	{"The water is falling, she said. Reuters contributed to this report.", "en", "The water is falling, she said.", "Reuters contributed to this report.", "Reuters"},
	{"L’eau baisse, dit-elle. (AFP)", "fr", "L’eau baisse, dit-elle.", "(AFP)", "AFP"},
	{"Vandet falder, siger hun. /ritzau/", "da", "Vandet falder, siger hun.", "/ritzau/", "Ritzau"},
	{"Vannet synker, sier hun. (©NTB)", "nb", "Vannet synker, sier hun.", "(©NTB)", "NTB"},
	{"El agua baja, dijo. EFE", "es", "El agua baja, dijo.", "EFE", "EFE"},
	{"L'acqua scende, ha detto. (ANSA).", "it", "L'acqua scende, ha detto.", "(ANSA).", "ANSA"},
	{"Poziom wody spada, powiedziała. (PAP)", "pl", "Poziom wody spada, powiedziała.", "(PAP)", "PAP"},
	{"水位が下がっていると述べた。（共同）", "ja", "水位が下がっていると述べた。", "（共同）", "Kyodo"},
}

func TestTrailingCredit(t *testing.T) {
	for _, tt := range trailing {
		rest, c, ok := TrailingCredit(tt.paragraph, tt.lang)
		got := join(c.Agencies)
		if c.Unnamed {
			got = unnamedCredit
		}
		if !ok || rest != tt.rest || c.Line != tt.credit || got != tt.want {
			t.Errorf("TrailingCredit(%q) = %q, %q, %q, %v, want %q, %q, %q", tt.paragraph, rest, c.Line, got, ok, tt.rest, tt.credit, tt.want)
		}
	}
}

func TestNoTrailingCredit(t *testing.T) {
	tests := []struct{ paragraph, lang string }{
		{"Der Text endet hier. (phy)", "de"},
		{"Das sagte Ada Lindner der Deutschen Presse-Agentur (dpa).", "de"},
		{"Zuerst hatte darüber die Agentur berichtet (AFP).", "de"},
		{"The motion was moved by Ada Lindner (PTI).", "en-IN"},
		{"Das sagte er der Nachrichtenagentur Reuters.", "de"},
		{"The pipeline is closed, she told AP.", "en"},
		{"So informiert Europa Press.", "es"},
		{"Er liest gern. Sid auch.", "de"},
		{"Sie arbeitete in den U.S. AP", "en"},
		{"Das Wasser sinkt. Mehr dazu sagte er der dpa.", "de"},
		{"Das Wasser sinkt. (Foto: dpa)", "de"},
		{"Das Wasser sinkt. Foto: Ada Lindner/dpa", "de"},
		{"Der Verein heißt so (SID)", "de"},
		{"(Nur ein Satz in Klammern.)", "de"},
		{"Was sagt der Bericht? Mit Reuters?", "de"},
		{"", "de"},
		{"dpa", "de"},
	}
	for _, tt := range tests {
		if rest, c, ok := TrailingCredit(tt.paragraph, tt.lang); ok || rest != tt.paragraph {
			t.Errorf("TrailingCredit(%q) = %q, %q, want none", tt.paragraph, rest, c.Line)
		}
	}
}

var lookups = []struct{ printed, lang, want string }{
	{"dpa", "", "dpa"},
	{"DPA", "", "dpa"},
	{"dpa  ", "de", "dpa"},
	{"(dpa)", "de", "dpa"},
	{"Deutschen Presse-Agentur", "de", "dpa"},
	{"dpa-infocom", "de", "dpa"},
	{"German Press Agency", "en", "dpa"},
	{"dpa-AFX", "de", "dpa-AFX"},
	{"AFX", "de", "dpa-AFX"},
	{"ＡＦＰ", "ja", "AFP"},
	{"Agence France Presse", "fr", "AFP"},
	{"AGENCE FRANCE-PRESSE", "fr", "AFP"},
	{"فرانس برس", "ar", "AFP"},
	{"ap", "en", "AP"},
	{"associated press", "en", "AP"},
	{"The Associated Press", "en", "AP"},
	{"ＡＰ", "ja", "AP"},
	{"АП", "ru", "AP"},
	{"REUTERS", "", "Reuters"},
	{"reuters", "", "Reuters"},
	{"ロイター", "ja", "Reuters"},
	{"로이터", "ko", "Reuters"},
	{"رويترز", "ar", "Reuters"},
	{"Рейтер", "ru", "Reuters"},
	{"KEYSTONE-SDA", "de-CH", "SDA"},
	{"Keystone-ATS", "fr-CH", "SDA"},
	{"РИА Новости", "ru", "RIA"},
	{"Інтерфакс-Україна", "uk", "Interfax-Ukraine"},
	{"УНІАН", "uk", "UNIAN"},
	{"БЕЛТА", "ru", "BelTA"},
	{"Танјуг", "sr", "Tanjug"},
	{"ΑΠΕ-ΜΠΕ", "el", "AMNA"},
	{"İHA", "tr", "İHA"},
	{"新華社", "zh-TW", "Xinhua"},
	{"中央社", "zh-TW", "CNA"},
	{"中新社", "zh", "CNS"},
	{"共同通信社", "ja", "Kyodo"},
	{"時事通信", "ja", "Jiji"},
	{"뉴시스", "ko", "Newsis"},
	{"뉴스1", "ko", "News1"},
	{"조선중앙통신", "ko", "KCNA"},
	{"TTXVN", "vi", "VNA"},
	{"أ ش أ", "ar", "MENA"},
	{"وفا", "ar", "Wafa"},
	{"ایرنا", "fa", "IRNA"},
	{"Télam", "es", "Télam"},
	{"Telam", "es", "Télam"},
	{"Agencia Brasil", "es", "Agência Brasil"},
	{"PL", "es", "Prensa Latina"},
	{"NA", "es-AR", "NA"},
	{"NAMPA", "en", "Nampa"},
	// one code, two agencies
	{"KNA", "de", "KNA"},
	{"KNA", "en-KE", "KNA (Kenya)"},
	{"KNA", "sw", "KNA (Kenya)"},
	{"KNA", "", "KNA"},
	{"CNA", "zh-TW", "CNA"},
	{"CNA", "en", "CNA"},
	{"CNA", "el", "CNA (Cyprus)"},
	{"CNA", "en-CY", "CNA (Cyprus)"},
	{"APS", "fr-DZ", "APS"},
	{"APS", "fr-SN", "APS (Senegal)"},
	{"APS", "ar", "APS"},
	{"CNS", "en-US", "CNS (church)"},
	{"CNS", "zh", "CNS"},
	{"ANA", "el", "AMNA"},
	{"ANA", "en-ZA", "ANA"},
	{"PA", "en-GB", "PA"},
	// words, initials, strangers
	{"PA", "de", ""},
	{"pa", "en", ""},
	{"Sid", "de", ""},
	{"sid", "en", ""},
	{"TT", "de", ""},
	{"tt", "sv", ""},
	{"Mehr", "de", ""},
	{"Dire", "fr", ""},
	{"dpo", "de", ""},
	{"", "de", ""},
	{"()", "de", ""},
	{"Foto", "de", ""},
	{"Getty Images", "en", ""},
	{"APA-OTS", "de", ""},
	{"ots", "de", ""},
	{"dpa AFP", "de", ""},
	{strings.Repeat("dpa", 1000), "de", ""},
}

func TestLookup(t *testing.T) {
	for _, tt := range lookups {
		got, ok := Lookup(tt.printed, tt.lang)
		if string(got) != tt.want || ok != (tt.want != "") {
			t.Errorf("Lookup(%q, %q) = %q, %v, want %q", tt.printed, tt.lang, got, ok, tt.want)
		}
	}
}

// Every form of every row is found on a page of the agency's country.
func TestTable(t *testing.T) {
	seen := map[feed.Agency]bool{}
	for _, a := range agencies {
		if seen[a.code] || a.name == "" || a.countries == "" || a.langs == "" {
			t.Errorf("%s: listed twice, or a column is empty", a.code)
		}
		seen[a.code] = true
		if got := Name(a.code); got != a.name {
			t.Errorf("Name(%s) = %q, want %q", a.code, got, a.name)
		}
		langs := strings.Fields(a.langs)
		country := strings.Fields(a.countries)[0]
		for f := range strings.SplitSeq(a.forms+"|"+a.local, "|") {
			f, only, _ := strings.Cut(f, "@")
			if f == "" {
				continue
			}
			if only == "" {
				only = langs[0]
			}
			if got, _ := Lookup(f, only+"-"+country); got != a.code {
				t.Errorf("%s: Lookup(%q, %s-%s) = %q", a.code, f, only, country, got)
			}
		}
		for f := range strings.SplitSeq(a.local, "|") {
			f, _, _ := strings.Cut(f, "@")
			if got, ok := Lookup(f, "xx"); ok && got == a.code && f != "" {
				t.Errorf("%s: the local form %q counts on a page in another language", a.code, f)
			}
		}
	}
	if got := Name("nobody"); got != "nobody" {
		t.Errorf("Name of an unknown code = %q", got)
	}
	if !slices.Contains(pressReleases[:], "ots") {
		t.Error("press releases are not listed")
	}
}
