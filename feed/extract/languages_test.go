package extract

import (
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/feed"
	"depesche/feed/extract/lexicon"
)

// paper is a small page in one language: what surrounds the text of an article.
type paper struct {
	lang, byline, author string
	date                 string // 10 November 2026
	caption, credit      string // "credit" is what is left of the line
	text                 [4]string
	pointer, letter      string // lines that lead away
	wall                 string // what the line says where the text ends
	stop                 string // over a list of other articles
	correction           string
}

var papers = []paper{
	{
		"de", "Von Ada Lindner", "Ada Lindner", "10. November 2026", "Die Brücke am Morgen. Foto: Jan Krug/dpa", "Jan Krug/dpa",
		[4]string{"Der Stadtrat hat am Dienstag beschlossen, die alte Brücke über den Fluss zu erneuern.", "Die Arbeiten sollen im Frühjahr beginnen und nach dem Plan der Stadt zwei Jahre dauern.", "Während der Bauzeit wird der Verkehr über die Umgehung am Hang geleitet.", "Ein Gutachten hatte im vergangenen Jahr Risse in drei Pfeilern festgestellt."},
		"Lesen Sie auch: Die Fähre fährt wieder", "Jetzt unseren Newsletter abonnieren", "Sie möchten weiterlesen? Nur für Abonnenten", "Mehr zum Thema", "Korrektur: In einer früheren Fassung stand ein falsches Jahr.",
	},
	{
		"en", "By Ada Lindner", "Ada Lindner", "November 10, 2026", "The bridge in the morning. Photo: Jan Krug/AP", "Jan Krug/AP",
		[4]string{"The town council has decided on Tuesday that the old bridge over the river will be renewed.", "The work is to begin in spring and will last two years, according to the plan of the town.", "While it is being built, the traffic will take the road that leads along the hill.", "Last year an engineer found cracks in three of the pillars which carry the bridge."},
		"Read more: The ferry is back", "Get our daily newsletter", "Subscribe to continue reading", "Most read", "Correction: An earlier version of this article gave a wrong year.",
	},
	{
		"fr", "Par Ada Lindner", "Ada Lindner", "10 novembre 2026", "Le pont au matin. Crédit photo : Jan Krug / AFP", "Jan Krug / AFP",
		[4]string{"Le conseil municipal a décidé mardi que le vieux pont sur la rivière sera reconstruit.", "Les travaux doivent commencer au printemps et durer deux ans, selon le plan de la ville.", "Pendant les travaux, la circulation passera par la route qui longe la colline.", "Une expertise avait constaté l'an dernier des fissures dans trois des piliers du pont."},
		"Lire aussi : Le bac est de retour", "Recevez notre nouvelle newsletter", "Il vous reste 70 % de cet article à lire", "Sur le même sujet", "Rectificatif : une première version de cet article donnait une fausse année.",
	},
	{
		"it", "Di Ada Lindner", "Ada Lindner", "10 novembre 2026", "Il ponte al mattino. Fonte: Jan Krug/Ansa", "Jan Krug/Ansa",
		[4]string{"Il consiglio comunale ha deciso martedì che il vecchio ponte sul fiume sarà ricostruito.", "I lavori devono cominciare in primavera e durare due anni, secondo il piano della città.", "Durante i lavori il traffico passerà per la strada che corre lungo la collina.", "Una perizia aveva trovato lo scorso anno delle crepe in tre dei pilastri del ponte."},
		"Leggi anche: Il traghetto è tornato", "Iscriviti alla newsletter", "Contenuto riservato agli abbonati", "Articoli correlati", "Errata corrige: l'anno indicato prima era sbagliato.",
	},
	{
		"es", "Por Ada Lindner", "Ada Lindner", "10 de noviembre de 2026", "El puente por la mañana. Fuente: Jan Krug/EFE", "Jan Krug/EFE",
		[4]string{"El concejo municipal decidió el martes que el viejo puente sobre el río se va a renovar.", "Las obras deben comenzar en primavera y durar dos años, según el plan de la ciudad.", "Durante las obras el tráfico pasará por la carretera que va a lo largo del cerro.", "Un informe encontró el año pasado grietas en tres de los pilares que llevan el puente."},
		"Lea también: El transbordador ha vuelto", "Suscríbase al boletín", "Contenido exclusivo para suscriptores", "Te puede interesar", "Fe de errores: el año que se dio antes era falso.",
	},
	{
		"pt", "Por Ada Lindner", "Ada Lindner", "10 de novembro de 2026", "A ponte de manhã. Foto: Jan Krug/Lusa", "Jan Krug/Lusa",
		[4]string{"A câmara municipal decidiu na terça-feira que a velha ponte sobre o rio vai ser renovada.", "As obras devem começar na primavera e durar dois anos, segundo o plano da cidade.", "Durante as obras o trânsito vai passar pela estrada que segue ao longo da colina.", "Um relatório encontrou no ano passado fendas em três dos pilares que levam a ponte."},
		"Leia também: A balsa está de volta", "Receba a nossa newsletter", "Conteúdo exclusivo para assinantes", "Mais lidas", "Errata: o ano indicado antes estava errado.",
	},
	{
		"nl", "Door Ada Lindner", "Ada Lindner", "10 november 2026", "De brug in de ochtend. Beeld: Jan Krug/ANP", "Jan Krug/ANP",
		[4]string{"De gemeenteraad heeft dinsdag besloten dat de oude brug over de rivier wordt vernieuwd.", "De werken moeten in het voorjaar beginnen en twee jaar duren, volgens het plan van de stad.", "Tijdens de werken gaat het verkeer over de weg die langs de heuvel loopt.", "Een onderzoek vond vorig jaar scheuren in drie van de pijlers die de brug dragen."},
		"Lees ook: De veerboot vaart weer", "Schrijf je in voor de nieuwsbrief", "Dit artikel is exclusief voor abonnees", "Meest gelezen", "Rectificatie: het jaar dat hier eerst stond was fout.",
	},
	{
		"da", "Af Ada Lindner", "Ada Lindner", "10. november 2026", "Broen om morgenen. Kilde: Jan Krug/Ritzau Scanpix", "Jan Krug/Ritzau Scanpix",
		[4]string{"Byrådet har tirsdag besluttet, at den gamle bro over floden skal fornyes, og det haster.", "Arbejdet skal efter planen begynde til foråret, og det vil vare i to år, siger byen.", "Mens der bygges, bliver trafikken ledt ad vejen, der løber langs med bakken.", "En undersøgelse fandt sidste år revner i tre af de piller, som bærer broen."},
		"Læs også: Færgen sejler igen", "Tilmeld dig nyhedsbrevet", "Kun for abonnenter: læs resten", "Mest læste", "Rettelse: Det år, der stod her først, var forkert.",
	},
	{
		"no", "Av Ada Lindner", "Ada Lindner", "10. desember 2026", "Broen om morgenen. Bilde: Jan Krug/NTB", "Jan Krug/NTB",
		[4]string{"Bystyret har tirsdag bestemt at den gamle broen over elva skal fornyes, og det haster.", "Arbeidet skal etter planen ta til i vår, og det vil vare i to år, sier byen til oss.", "Mens det bygges, blir trafikken ledet om veien som går langs med bakken.", "En undersøkelse fant i fjor sprekker i tre av de pilarene som bærer broen."},
		"Les også: Fergen går igjen", "Meld deg på nyhetsbrevet", "Logg inn for å lese resten", "Mest lest", "Rettelse: Året som sto her først, var feil.",
	},
	{
		"sv", "Av Ada Lindner", "Ada Lindner", "10 november 2026", "Bron på morgonen. Källa: Jan Krug/TT", "Jan Krug/TT",
		[4]string{"Kommunen har på tisdagen beslutat att den gamla bron över floden ska förnyas, och det är bråttom.", "Arbetet ska enligt planen börja till våren och det kommer att ta två år, säger staden.", "Medan det byggs leds trafiken om på vägen som går längs med backen.", "En undersökning fann förra året sprickor i tre av de pelare som bär bron."},
		"Läs även: Färjan går igen", "Anmäl dig till nyhetsbrevet", "Endast för prenumeranter", "Mest läst", "Rättelse: Det år som först stod här var fel.",
	},
	{
		"fi", "Teksti: Ada Lindner", "Ada Lindner", "10. marraskuuta 2026", "Silta aamulla. Kuva: Jan Krug/Lehtikuva", "Jan Krug/Lehtikuva",
		[4]string{"Kaupunginvaltuusto on päättänyt tiistaina, että joen yli kulkeva vanha silta uusitaan.", "Työt alkavat keväällä ja kestävät suunnitelman mukaan kaksi vuotta, kun rahat ovat koossa.", "Rakentamisen aikana liikenne kulkee tietä, joka on rinteen vieressä.", "Selvitys oli viime vuonna löytänyt halkeamia kolmesta pilarista, joiden varassa silta on."},
		"Lue myös: Lautta kulkee taas", "Tilaa uutiskirje", "Juttu on vain tilaajille", "Luetuimmat", "Oikaisu: jutussa oli aluksi väärä vuosi.",
	},
	{
		"pl", "Oprac. Ada Lindner", "Ada Lindner", "10 listopada 2026", "Most o poranku. Źródło: Jan Krug/PAP", "Jan Krug/PAP",
		[4]string{"Rada miasta zdecydowała we wtorek, że stary most na rzece, który się kruszy, będzie odnowiony.", "Prace mają się zacząć na wiosnę i potrwać dwa lata, jak mówi plan, który jest już gotowy.", "W czasie budowy ruch będzie prowadzony drogą, która biegnie po zboczu.", "Ekspertyza od inżynierów wykazała w zeszłym roku pęknięcia w trzech filarach mostu."},
		"Czytaj także: Prom znowu pływa", "Zapisz się na newsletter", "Artykuł tylko dla prenumeratorów", "Najczęściej czytane", "Sprostowanie: rok podany wcześniej był błędny.",
	},
	{
		"cs", "Napsala Ada Lindner", "Ada Lindner", "10. listopadu 2026", "Most za rána. Zdroj: Jan Krug/ČTK", "Jan Krug/ČTK",
		[4]string{"Rada města v úterý rozhodla, že se starý most přes řeku, který se drolí, bude obnovovat.", "Práce mají podle plánu začít na jaře a potrvají dva roky, jak se píše v dokumentu.", "Po dobu stavby se doprava povede po silnici, která vede podle kopce.", "Posudek našel v loňském roce trhliny ve třech pilířích, na kterých most stojí."},
		"Čtěte také: Přívoz zase jezdí", "Odebírejte náš newsletter", "Jen pro předplatitele", "Nejčtenější", "Oprava: rok, který tu stál, byl chybný.",
	},
	{
		"tr", "Yazan: Ada Lindner", "Ada Lindner", "10 Kasım 2026", "Sabah köprüsü. Kaynak: Jan Krug/AA", "Jan Krug/AA",
		[4]string{"Belediye meclisi salı günü ırmağın üzerindeki eski köprü için bir karar aldı ve yenilenecek.", "Plana göre çalışmalar ilkbaharda başlayacak ve iki yıl kadar sürecek, çok daha uzun değil.", "İnşaat sürerken trafik tepe boyunca giden yoldan geçecek ve yavaş olacak.", "Geçen yıl bir rapor köprünün üç ayağında çatlak olduğunu ve ne kadar derin olduğunu yazdı."},
		"İlgili haber: Vapur yine çalışıyor", "Bültenimize abone olun", "Bu haber abonelere özel", "Çok okunanlar", "Düzeltme: İlk yazılan yıl yanlıştı.",
	},
	{
		"ja", "執筆：田中一郎", "田中一郎", "2026年11月10日", "朝の橋。写真：佐藤次郎", "佐藤次郎",
		[4]string{"市議会は火曜日に、川にかかる古い橋を建て替えることを決めた。工事は来年の春に始まる予定だ。", "市の計画によると、工事には二年かかる見込みで、費用は市と県が半分ずつ負担することになっている。", "工事のあいだ、車は丘に沿った道を通ることになる。住民からは騒音を心配する声が上がっている。", "昨年の調査では、橋を支える三本の柱にひびが見つかっていた。重い車の通行は制限されている。"},
		"あわせて読みたい 渡し船が再び動く", "ニュースレターに登録する", "この記事は有料会員限定です。", "関連記事", "訂正 はじめの記事の年に誤りがありました。",
	},
	{
		"ko", "취재: 김민수", "김민수", "2026년 11월 10일", "아침의 다리. 사진: 이영희", "이영희",
		[4]string{"시의회는 화요일에 강을 가로지르는 낡은 다리를 새로 짓기로 결정했다고 시청이 밝혔다.", "시의 계획에 따르면 공사는 내년 봄에 시작해 두 해 동안 이어지며 비용은 시와 도가 나눈다.", "공사가 이어지는 동안 차들은 언덕을 따라 난 길로 다니게 되며 주민들은 소음을 걱정한다.", "지난해 조사에서는 다리를 받치는 기둥 세 개에서 금이 발견되어 무거운 차의 통행이 제한되었다."},
		"관련 기사 나룻배가 다시 다닌다", "뉴스레터 구독 신청", "구독자 전용 기사입니다.", "많이 본 뉴스", "바로잡습니다: 처음 기사의 연도가 잘못되었습니다.",
	},
	{
		"zh", "记者：王小明", "王小明", "2026年11月10日", "清晨的桥。摄影：李大力", "李大力",
		[4]string{"市议会星期二决定重建横跨河流的旧桥。市政府说，工程将在明年春天开始，预计需要两年时间。", "根据市里的计划，工程的费用由市和省各出一半。市长说，这座桥对两岸的居民都非常重要。", "施工期间，车辆要走沿着山坡的那条路。住在那里的居民担心噪音，要求夜里禁止卡车通行。", "去年的一份报告指出，支撑桥梁的三根柱子有裂缝。从那时起，重型车辆就不能再从桥上经过。"},
		"相关阅读：渡船又开了", "订阅我们的电子报", "本文为会员专享内容", "热门", "更正：文章中的年份原来有误。",
	},
	{
		"ar", "بقلم سامي حداد", "سامي حداد", "١٠ نوفمبر ٢٠٢٦", "الجسر في الصباح. تصوير: نادر سالم", "نادر سالم",
		[4]string{"قرر مجلس المدينة يوم الثلاثاء إعادة بناء الجسر القديم فوق النهر بعد سنوات من الانتظار.", "تبدأ الأعمال في الربيع المقبل وتستمر عامين بحسب خطة المدينة التي عرضت في الاجتماع.", "خلال فترة البناء تمر السيارات عبر الطريق الذي يمتد على طول التل شمال المدينة.", "كشف تقرير في العام الماضي عن شقوق في ثلاثة من الأعمدة التي تحمل الجسر القديم."},
		"اقرأ أيضا: العبارة تعود إلى العمل", "اشترك في النشرة البريدية", "هذا المقال للمشتركين فقط", "الأكثر قراءة", "تصحيح: كانت السنة المذكورة خاطئة.",
	},
	{
		"he", "מאת דנה לוי", "דנה לוי", "10 בנובמבר 2026", "הגשר בבוקר. צילום: יואב כהן", "יואב כהן",
		[4]string{"מועצת העיר החליטה ביום שלישי לבנות מחדש את הגשר הישן מעל הנהר לאחר שנים של המתנה.", "העבודות יתחילו באביב הבא ויימשכו שנתיים לפי התוכנית של העירייה שהוצגה בישיבה.", "בזמן הבנייה יעברו המכוניות בכביש שלאורך הגבעה, והתושבים חוששים מן הרעש בלילה.", "בדיקה מן השנה שעברה מצאה סדקים בשלושה מן העמודים שנושאים את הגשר הישן הזה."},
		"קראו גם: המעבורת חזרה לפעול", "הירשמו לניוזלטר שלנו", "הכתבה למנויים בלבד", "הנקראות ביותר", "תיקון: השנה שצוינה תחילה הייתה שגויה.",
	},
}

// html is the paper's page. Nothing but words tells what its lines are.
func (p *paper) html() string {
	var b strings.Builder
	b.WriteString(`<html><head><meta charset="utf-8"><title>` + p.text[0][:30] + `</title></head><body><article><h1>` + p.text[0] + `</h1>`)
	b.WriteString(`<div class="author">` + p.byline + `</div><div class="date">` + p.date + `</div>`)
	b.WriteString(`<p>` + p.text[1] + `</p><figure><img src="/bridge.jpg"><figcaption>` + p.caption + `</figcaption></figure><p>` + p.text[2] + `</p>`)
	cut := strings.LastIndexAny(p.pointer, " ：")
	b.WriteString(`<p>` + p.pointer[:cut] + ` <a href="/b">` + p.pointer[cut:] + `</a></p><p>` + p.letter + `</p><p>` + p.text[3] + `</p><p>` + p.correction + `</p><p>` + p.wall + `</p>`)
	b.WriteString(`<h3>` + p.stop + `</h3><ul><li>` + p.text[0] + `</li><li>` + p.text[2] + `</li></ul></article></body></html>`)
	return b.String()
}

func TestLanguages(t *testing.T) {
	for _, p := range papers {
		t.Run(p.lang, func(t *testing.T) {
			a, err := Article([]byte(p.html()), Options{URL: "https://tageblatt.example/a"})
			if err != nil {
				t.Fatal(err)
			}
			var text, pictures []string
			for _, b := range a.Body {
				if b.Kind == feed.Figure {
					pictures = append(pictures, b.Picture.Caption+"|"+b.Picture.Credit)
				} else {
					text = append(text, b.Kind.String()+": "+b.Text.String())
				}
			}
			if want := []string{"paragraph: " + p.text[1], "paragraph: " + p.text[2], "paragraph: " + p.text[3]}; !slices.Equal(text, want) {
				t.Errorf("text\n%q\nwant\n%q", text, want)
			}
			caption, _, _ := strings.Cut(p.caption, ". ")
			if i := strings.Index(p.caption, "。"); i > 0 {
				caption = p.caption[:i]
			}
			if len(pictures) != 1 || strings.TrimRight(strings.Split(pictures[0], "|")[0], ".。") != caption || !strings.HasSuffix(pictures[0], "|"+p.credit) {
				t.Errorf("picture %q, want %q and %q", pictures, caption, p.credit)
			}
			if !slices.Equal(a.Authors, []string{p.author}) {
				t.Errorf("authors %q of %q, want %s", a.Authors, p.byline, p.author)
			}
			if y, m, d := a.Published.Date(); y != 2026 || m != time.November && p.lang != "no" || d != 10 {
				t.Errorf("published %v, printed %s", a.Published, p.date)
			}
			if a.Access != feed.Paywall {
				t.Errorf("access %s, the text ends in %q", a.Access, p.wall)
			}
			if !slices.Equal(a.Corrections, []string{p.correction}) {
				t.Errorf("corrections %q", a.Corrections)
			}
			if a.Language != p.lang {
				t.Errorf("language %q", a.Language)
			}
		})
	}
}

// A language whose file says all there is to say has a page above; it is known by the verbs
// of a line about an author.
func TestEveryLanguageHasAPage(t *testing.T) {
	for _, code := range lexicon.Codes() {
		if len(lexicon.Language(code, lexicon.Bio)) > 0 && !slices.ContainsFunc(papers, func(p paper) bool { return p.lang == code }) {
			t.Errorf("%s has no page", code)
		}
	}
}
