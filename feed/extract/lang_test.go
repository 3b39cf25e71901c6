package extract

import (
	"slices"
	"testing"

	"depesche/feed/extract/lexicon"
)

// Texts of our own, as long as a language needs to be told.
var ownWords = map[string]string{
	"uk": "Міська рада у вівторок вирішила, що старий міст через річку буде відновлено, і це має бути зроблено швидко. Роботи почнуться навесні та триватимуть два роки, як сказав мер, який також просив людей не їздити по мосту після заходу сонця.",
	"ru": "Городской совет во вторник решил, что старый мост через реку будет построен заново, и это нужно сделать быстро. Работы начнутся весной и продлятся два года, как сказал мэр, который также просил людей не ездить по мосту после захода солнца.",
	"bg": "Общинският съвет реши във вторник, че старият мост над реката ще бъде построен отново и това трябва да се направи бързо. Работата ще започне през пролетта и ще продължи две години, като кметът помоли хората да не минават по моста след залез.",
	"sr": "Градско веће је у уторак одлучило да ће стари мост на реци бити обновљен и да се то мора урадити брзо. Радови ће почети на пролеће и трајаће две године, како је рекао градоначелник, који је такође молио људе да не иду преко моста након мрака.",
	"ro": "Consiliul local a decis marți că podul vechi de peste râu va fi construit din nou și că lucrarea este urgentă. Lucrările vor începe în primăvară și vor dura doi ani, după cum a spus primarul, care a cerut ca nimeni să nu mai treacă pe pod după apus.",
	"el": "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη ότι η παλιά γέφυρα πάνω από το ποτάμι θα ανακαινιστεί. Οι εργασίες θα αρχίσουν την άνοιξη και θα διαρκέσουν δύο χρόνια, όπως είπε ο δήμαρχος στους κατοίκους της πόλης.",
	"hi": "नगर परिषद ने मंगलवार को कहा कि नदी के ऊपर का पुराना पुल फिर से बनाया जाएगा और यह काम जल्दी होगा। काम वसंत में शुरू होगा और दो साल तक चलेगा, यह बात मेयर ने लोगों से कही जो पुल के पास रहे हैं।",
	"hu": "A városi tanács kedden úgy döntött, hogy a folyó feletti régi hidat meg kell újítani, és ez nem várhat. A munka tavasszal kezdődik és két évig tart majd, mint azt a polgármester mondta, aki szerint a híd már nem biztos, ha egy nehéz autó megy át rajta.",
	"hr": "Gradsko vijeće je u utorak odlučilo da će stari most preko rijeke biti obnovljen i da to nije stvar koja može čekati. Radovi će početi na proljeće i trajat će dvije godine, kako je rekao gradonačelnik, koji je također molio ljude da ne idu preko mosta nakon mraka.",
	"sk": "Mestská rada v utorok rozhodla, že starý most cez rieku bude obnovený a že sa to musí urobiť rýchlo. Práce sa začnú na jar a potrvajú dva roky, ako povedal primátor, ktorý tiež žiadal ľudí, aby po moste nechodili, keď je už tma, lebo by to bolo nebezpečné.",
	"sl": "Mestni svet je v torek odločil, da bo stari most čez reko obnovljen in da se to ne more več čakati. Dela se bodo začela pomladi in bodo trajala dve leti, kot je dejal župan, ki je tudi prosil ljudi, naj ne hodijo čez most, ko je že tema.",
	"ca": "El consell municipal ha decidit aquest dimarts que el pont vell sobre el riu serà renovat, però les obres són molt cares. Els treballs començaran amb la primavera i duraran fins a dos anys, segons l'alcalde, perquè aquesta és una obra amb molts problemes dels quals ningú no ha parlat més.",
	"et": "Linnavolikogu otsustas teisipäeval, et vana sild üle jõe ehitatakse uuesti ja see on kiire töö. Tööd algavad kevadel ning kestavad kaks aastat, kuid linnapea ei tea veel, mis see kõik maksab, sest hind on juba ka pärast esimest plaani tõusnud.",
	"lv": "Pilsētas dome otrdien nolēma, ka vecais tilts pār upi ir jāatjauno un ka tas nav lēts darbs. Darbi sāksies pavasarī un ilgs divus gadus, kā arī satiksme būs lēna, bet mērs teica, ka pēc tam viss būs labāk par to, kas bija līdz šim gada laikā.",
	"lt": "Miesto taryba antradienį nusprendė, kad senas tiltas per upę bus atnaujintas ir kad tai yra skubu. Darbai prasidės pavasarį ir truks dvejus metus, kaip sakė meras, bet jis dar ne viską žino apie kainą, kuri nuo pirmo plano jau pakilo.",
	"id": "Dewan kota pada hari Selasa memutuskan bahwa jembatan tua di atas sungai itu akan dibangun kembali dan pekerjaan ini tidak bisa menunggu. Pekerjaan akan dimulai pada musim semi dan selesai dalam dua tahun, kata wali kota yang juga meminta warga untuk tidak lewat.",
	"vi": "Hội đồng thành phố hôm thứ ba đã quyết định cây cầu cũ qua sông sẽ được xây lại và việc này không thể chờ. Công việc bắt đầu vào mùa xuân và kéo dài hai năm, theo ông thị trưởng, người cũng nói với các cư dân trong khu về những tiếng ồn khi xe chạy.",
	"fa": "شورای شهر روز سه" + "\u200c" + "شنبه تصمیم گرفت که پل قدیمی روی رود دوباره ساخته شود و این کار باید زود انجام شود. کار در بهار شروع می شود و تا دو سال ادامه دارد و شهردار نیز از مردم خواست که از پل نروند چون برای آن ها خطر است.",
	"de": "Der Stadtrat hat am Dienstag beschlossen, dass die alte Brücke über den Fluss erneuert wird, und das eilt. Die Arbeiten sollen im Frühjahr beginnen und zwei Jahre dauern, wie der Bürgermeister sagt, der auch von den Kosten nicht mehr reden will.",
}

func TestDetect(t *testing.T) {
	for lang, text := range ownWords {
		if got := detect(text); got != lang {
			t.Errorf("%s is taken for %q", lang, got)
		}
	}
}

// Every language of the lexicon that has common words is recognized by a text here or by
// a page of TestLanguages.
func TestEveryLanguageIsDetected(t *testing.T) {
	for _, code := range lexicon.Codes() {
		page := slices.ContainsFunc(papers, func(p paper) bool { return p.lang == code })
		if len(lexicon.Language(code, lexicon.Common)) > 0 && ownWords[code] == "" && !page {
			t.Errorf("no text of %s", code)
		}
	}
}
