package extract

import "strings"

// The words that rules look for, German first, then en fr it es nl da no sv pl
// cs tr ja ko zh ar he. Adding a language means adding words here.

// creditMarks stand before a colon and a photo credit.
var creditMarks = []string{
	`fotos?`, `bild(?:er|quellen?|rechte|nachweis|montage)?`, `(?:symbol|archiv|beispiel)(?:foto|bild)s?`, `quellen?`, `grafik(?:en)?`, `illustration(?:en)?`, `montage`, `collage`, `screenshot`, `fotografie`, `karte`, `repro`, `rechte`, `urheber`,
	`photos?`, `photographs?`, `photography`, `photo credits?`, `pictures?`, `pics?`, `images?`, `image credits?`, `image source`, `credits?`, `copyright`, `sources?`, `courtesy`, `graphics?`, `video`, `artwork`, `composite`, `file photo`,
	`crédits?(?: photo)?`, `crédit image`, `photographies?`, `fotografia`, `crediti?`, `fonte`, `foto de archivo`, `fuente`, `imagen`, `autor(?:ía)?`, `bron`, `beeld`, `fotograaf`, `foto's`, `kilde`, `fotograf`, `foto arkiv`,
	`bilde`, `illustrasjon`, `illustrationsfoto`, `illustrasjonsfoto`, `arkivfoto`, `källa`, `fot`, `zdjęcie`, `źródło`, `zdroj`, `autor`, `fotoğraf`, `kaynak`, `写真`, `提供`, `撮影`, `出典`, `画像`, `사진`, `출처`, `图片来源`, `图`, `来源`, `攝影`, `مصدر الصورة`, `تصوير`, `صورة`, `צילום`, `קרדיט`, `фото`, `источник`, `nuotr`, `foto arquivo`, `reprodução`, `divulgação`,
}

// creditBy stand before a photo credit without a colon.
var creditBy = []string{`photos? by`, `photograph by`, `photo courtesy of`, `picture by`, `image by`, `images by`, `courtesy of`, `photo from`, `illustration by`, `foto von`, `fotos von`, `fot\.`, `copyright`, `nuotr\.`}

// creditLead may open an element that holds nothing but the credit.
var creditLead = []string{`fotos?`, `bild(?:quelle)?`, `photos?`, `photograph`, `image`, `credit`, `by`, `von`, `par`, `quelle`, `fot\.`, `copyright`, `via`, `source`}

// libraries are agencies and picture libraries by names that mean nothing else.
var libraries = []string{
	`getty(?: ?images)?(?:/\w+)?`, `gettyimages\S*`, `imago[- ]?images?`, `imago`, `picture[- ]?alliance`, `reuters`, `associated press`, `agence france-presse`, `ap photo`, `ap images?`, `istock(?:photo)?`, `shutterstock`,
	`alamy`, `adobe ?stock`, `stock\.adobe\.com`, `unsplash`, `pixabay`, `pexels`, `wikimedia(?: commons)?`, `zuma(?: press(?: wire)?)?`, `sipa(?: usa)?`, `scanpix`, `keystone(?:-sda)?`, `epa-efe`, `efe`, `europa press`, `anadolu(?: agency)?`,
	`xinhua`, `bloomberg`, `ullstein(?: bild)?`, `akg[- ]images`, `bridgeman(?: images)?`, `depositphotos`, `dreamstime`, `nurphoto`, `pa wire`, `pa images?`, `press association`, `canadian press`, `yonhap`, `kyodo(?: news)?`, `jiji`, `belga`, `ritzau`, `lehtikuva`, `eyevine`, `magnum photos`, `laif`,
	`ostkreuz`, `action press`, `panthermedia`, `thinkstock`, `fotolia`, `newscom`, `handout`, `tass`, `sputnik`, `ansa`, `lapresse`, `contrasto`, `rex features`, `splash news`, `backgrid`, `icon sport`, `usa today sports`, `dpa-\w+`, `hollandse hoogte`, `creative commons`, `cc[- ]by[-\w. ]*`, `public domain`,
}

// libraryCodes are agencies by codes; only so written are they no words.
var libraryCodes = []string{`dpa`, `DPA`, `AFP`, `AP`, `EPA`, `APA`, `SDA`, `KNA`, `epd`, `EPD`, `SID`, `sid`, `ddp`, `dapd`, `PA`, `AAP`, `NTB`, `TT`, `ANP`, `PAP`, `ČTK`, `CTK`, `AA`, `DHA`, `İHA`, `EFE`, `ANSA`, `SIPA`, `IMAGO`, `UPI`, `GES`, `MTI`, `BELGA`}

// notCredit are words in brackets that only look like a credit.
var notCredit = table3("archiv|archivbild|archivfoto|symbolbild|symbolfoto|l|r|m|links|rechts|mitte|file|file photo|left|right")

// bareSource are words that stand alone behind a caption and say where a picture is from.
var bareSource = table3("supplied|handout|submitted|privat|private|zvg|courtesy|contributed|screenshot|file|privé|stock|pr")

// creditWord may stand in small letters within a credit.
var creditWord = table3("via|by|von|und|and|et|e|y|de|di|da|van|der|den|del|della|la|le|des|du|mit|for|für|the|of|photo|foto|images|image|picture|alliance|pool|stock|imago|dpa|afp|epd|sid|handout|privat|private|archiv|archive|www|http|bin|al|el|zu|zur|vom|via.|oh|cc|in|at|im|file|commons|wikimedia|courtesy|media|bild|zvg|red|press")

// abbreviations end with a full stop that ends no sentence.
var abbreviations = table3("dr|prof|st|mr|mrs|ms|jr|sr|nr|bzw|ca|evtl|vgl|str|gen|sen|gov|rep|lt|col|capt|jan|feb|aug|sept|sep|oct|nov|dec|dez|okt|abs|art|inkl|u.a|z.b|d.h|l|r|m|v|h|vs|no|co|inc|ltd|mio|mrd|geb|gest|jh|kl|usw|etc|fot|nuotr")

func table3(list string) map[string]bool {
	t := map[string]bool{}
	for w := range strings.SplitSeq(list, "|") {
		t[w] = true
	}
	return t
}

// months, twelve a language.
var months = [][]string{
	{"januar", "jänner", "jan"},
	{"februar", "feber", "feb"},
	{"märz", "mrz", "mär"},
	{"april", "apr"},
	{"mai"},
	{"juni", "jun"},
	{"juli", "jul"},
	{"august", "aug"},
	{"september", "sept", "sep"},
	{"oktober", "okt"},
	{"november", "nov"},
	{"dezember", "dez"},
	{"january"},
	{"february"},
	{"march", "mar"},
	{},
	{"may"},
	{"june"},
	{"july"},
	{},
	{},
	{"october", "oct"},
	{},
	{"december", "dec"},
	{"janvier", "janv"},
	{"février", "févr"},
	{"mars"},
	{"avril", "avr"},
	{},
	{"juin"},
	{"juillet", "juil"},
	{"août"},
	{"septembre"},
	{"octobre"},
	{"novembre"},
	{"décembre", "déc"},
	{"gennaio", "gen"},
	{"febbraio"},
	{"marzo"},
	{"aprile"},
	{"maggio", "mag"},
	{"giugno", "giu"},
	{"luglio", "lug"},
	{"agosto", "ago"},
	{"settembre", "set"},
	{"ottobre", "ott"},
	{"novembre"},
	{"dicembre", "dic"},
	{"enero", "ene"},
	{"febrero"},
	{},
	{"abril", "abr"},
	{"mayo"},
	{"junio"},
	{"julio"},
	{},
	{"septiembre", "setiembre"},
	{"octubre"},
	{"noviembre"},
	{"diciembre"},
	{"januari"},
	{"februari"},
	{"maart", "mrt"},
	{},
	{"mei", "maj"},
	{},
	{},
	{"augustus", "augusti"},
	{},
	{},
	{},
	{"desember", "december", "des"},
	{"stycznia"},
	{"lutego"},
	{"marca"},
	{"kwietnia"},
	{"maja"},
	{"czerwca"},
	{"lipca"},
	{"sierpnia"},
	{"września"},
	{"października"},
	{"listopada"},
	{"grudnia"},
	{"ledna"},
	{"února"},
	{"března"},
	{"dubna"},
	{"května"},
	{"června"},
	{"července"},
	{"srpna"},
	{"září"},
	{"října"},
	{"listopadu"},
	{"prosince"},
	{"ocak"},
	{"şubat"},
	{"mart"},
	{"nisan"},
	{"mayıs"},
	{"haziran"},
	{"temmuz"},
	{"ağustos"},
	{"eylül"},
	{"ekim"},
	{"kasım"},
	{"aralık"},
	{"janeiro"},
	{"fevereiro"},
	{"março"},
	{},
	{"maio"},
	{"junho"},
	{"julho"},
	{},
	{"setembro"},
	{"outubro"},
	{},
	{"dezembro"},
	{"января"},
	{"февраля"},
	{"марта"},
	{"апреля"},
	{"мая"},
	{"июня"},
	{"июля"},
	{"августа"},
	{"сентября"},
	{"октября"},
	{"ноября"},
	{"декабря"},
}

// bylineWords stand before a name.
var bylineWords = []string{`von`, `ein(?:e)? (?:artikel|analyse|kommentar|gastbeitrag|interview|essay|kolumne|reportage|gastkommentar)? ?von`, `text`, `autor(?:in|en)?`, `interview`, `by`, `written by`, `story by`, `reported by`, `par`, `propos recueillis par`, `di`, `de`, `por`, `door`, `af`, `av`, `tekst`, `text:`, `autor`, `napsal`, `oleh`, `przez`, `posted by`, `author`, `analysis by`, `opinion by`, `edited by`, `redaktion`, `na`, `von:`, `vom`, `aus .{3,20} von`, `eingestellt von`, `geschrieben von`, `verfasst von`, `veröffentlicht von`, `publiziert von`, `erstellt von`, `published by`, `words by`, `photographs? by`, `geplaatst door`, `publié par`, `publicado por`, `escrito por`, `a cura di`, `scritto da`, `skrevet af`, `skrevet av`, `foto und text`, `text und fotos?`}

// profileWords stand before a name in a link to what a person wrote.
var profileWords = []string{`zum profil von`, `profil von`, `(?:zeige )?alle (?:beiträge|artikel) von`, `beiträge von`, `artikel von`, `mehr (?:artikel )?von`, `mehr über`, `view (?:all )?(?:posts|articles|stories) by`, `view profile (?:of|for)`, `(?:show |see |view )?(?:all |more )?(?:posts|articles|stories) (?:by|of|from)`, `more (?:from|by)`, `tous les articles de`, `voir tous les articles de`, `todos los artículos de`, `ver perfil de`, `tutti gli articoli di`, `alle berichten van`}

// roleWords begin what stands behind a name.
var roleWords = []string{`im gespräch`, `im interview`, `for (?:the )?\pL`, `experte|expertin`, `redakteur(?:in)?`, `reporter(?:in)?`, `korrespondent(?:in)?`, `correspondent`, `editor`, `senior`, `staff`, `political`, `chief`, `special`, `writer`, `journalist(?:in|e)?`, `chefredakteur(?:in)?`, `redaktion`, `volont[äa]r(?:in)?`, `freier?`, `autor(?:in)?`, `deputy`, `head of`, `business`, `associate`, `contributing`, `contributor`, `columnist`, `kolumnist(?:in)?`, `ressortleiter(?:in)?`, `journaliste`, `correspondant`, `redactor`, `redacteur`, `reporterka`, `politics`, `us`, `uk`, `in [A-ZÄÖÜ]\w+`, `published`, `updated`}

// notName are words that stand where a name stands.
var notName = table3("phd|md|mba|ph.d|m.d|m.sc|b.sc|pubmed|pub med|google scholar|unsplash|shutterstock|view profile|zur artikelübersicht|publiziert am|veröffentlicht am|posted on|posted|published on|published|geschrieben am|erstellt am|am|on|no author|autor*in|autor:in|autor/in|kommentare|hinterlasse einen kommentar|leave a comment|uncategorized|allgemein|fotos|bilder|edit|bearbeiten|shares|pdf|epub|news service reports|watch live|redaktion|online-redaktion|onlineredaktion|die redaktion|editorial|staff|staff writer|staff reporter|editors|admin|administrator|news desk|newsdesk|newsroom|agenturen|agencies|wires|web desk|online desk|autor|author|von|by|unknown|anonymous|guest author|gastautor|webredaktion|nachrichten|lokalredaktion|sportredaktion|team|quelle|redazione|redacción|la rédaction|rédaction|redactie|redaksjonen|redaktionen|redakcja|redakce|haber merkezi|editor|show more|follow|mehr|uhr|interview|follow us|folgen|profil|more|info|news|online|min|read|share")

// particle are words in small letters that a name may begin with.
var particle = table3("de|del|della|di|da|do|dos|van|von|vom|der|den|ter|ten|te|el|al|la|le|du|des|zu|zur|bin|ibn|af|av|y|e|'t|d'|mc|ap|st")

// stopHeadings open sections that lead away from the article.
var stopHeadings = []string{
	`mehr zu[mr]? (?:thema|artikel)`, `mehr zum thema`, `mehr zu\b`, `mehr über`, `mehr aus`, `mehr von`, `mehr lesen`, `mehr news`, `mehr themen`, `lesen sie auch`, `lesen sie (?:hier )?mehr`, `lesen sie mehr`, `auch interessant`, `weitere (?:artikel|themen|meldungen|nachrichten|informationen|links|beiträge|videos|news|inhalte)`, `das könnte (?:sie|dich|ihnen)`, `passend zum (?:thema|artikel)`, `zum thema$`, `themen(?:[^\pL]|$)`, `thema$`, `schlagworte`, `verwandte (?:artikel|themen)`, `ähnliche artikel`, `kommentare?(?:[^\pL]|$)`, `kommentar (?:schreiben|verfassen)`, `diskutieren sie`, `ihre meinung`, `meistgelesen`, `meist gelesen`, `am meisten gelesen`, `top[- ]artikel`, `empfehlung`, `unsere empfehlung`, `newsletter`, `anzeige$`, `über (?:den|die) autor`, `zur person`, `zum autor`, `zur autorin`, `mehr aus dem`, `neueste artikel`, `aktuelle nachrichten`, `die neuesten`, `jetzt lesen`, `service$`, `artikel teilen`, `quellen$`, `links$`, `video-tipp`, `lesetipps?`, `nächster artikel`, `umfrage$`, `folgen sie uns`, `dieser artikel erschien`, `leserkommentare`,
	`this content is reserved`, `enjoy the latest`, `weiterlesen mit`, `jetzt weiterlesen`, `diesen artikel weiterlesen`, `register to`, `sign in or`,
	`read more`, `read also`, `also read`, `read next`, `more (?:on|from|in|about|stories|news|to read)\b`, `related(?: (?:articles?|stories|topics?|content|news|links|posts|reading|coverage|items?))?[^\pL\pN]*$`, `see also`, `you may (?:also )?like`, `you might (?:also )?like`, `recommended`, `most read`, `most popular`, `trending`, `top stories`, `latest (?:news|stories|headlines)`, `comments?[^\pL\pN]*(?:\d|$)`, `leave a (?:comment|reply)`, `join the (?:conversation|discussion)`, `share this`, `follow us`, `sign up`, `subscribe`, `about the author`, `advertisement`, `topics?[^\pL\pN]*$`, `tags?[^\pL\pN]*$`, `up next`, `next article`, `editor'?s'? picks?`, `what to read next`, `further reading`, `popular`, `don't miss`, `promoted`, `sponsored`, `keep reading`, `share[^\pL\pN]*$`, `references$`, `view comments`, `author information`, `newsletters?\b`, `in case you missed`, `our latest`,
	`lire aussi`, `à lire aussi`, `a lire aussi`, `sur le même (?:sujet|thème)`, `voir aussi`, `commentaires`, `les plus lus`, `à voir aussi`, `sujets`, `vous aimerez aussi`, `contenus sponsorisés`, `leggi anche`, `articoli correlati`, `potrebbe interessarti`, `commenti`, `temi`, `ultime notizie`, `lea también`, `te puede interesar`, `más (?:en|sobre|noticias|información)\b`, `noticias relacionadas`, `relacionad[oa]s`, `comentarios`, `etiquetas`, `temas`, `lo más (?:leído|visto)`, `leia também`, `leia mais`, `saiba mais`, `veja também`, `mais lidas`,
	`lees ook`, `lees verder`, `meer over`, `gerelateerd`, `reacties`, `meest gelezen`, `læs også`, `læs mere`, `mere om`, `mest læste`, `les også`, `mer om`, `relaterte`, `mest lest`, `relaterte emner`, `läs även`, `läs också`, `läs mer`, `mest läst`, `relaterat`, `kommentarer`, `czytaj (?:także|też|więcej)`, `zobacz (?:także|też)`, `polecamy`, `przeczytaj`, `komentarze`, `tagi`, `čtěte (?:také|též)`, `související`, `nejčtenější`, `diskuse`, `ilgili haberler`, `yorumlar`, `etiketler`, `son dakika`, `çok okunanlar`, `читайте также`, `по теме`, `комментарии`, `самое читаемое`,
	`関連記事`, `関連`, `あわせて読みたい`, `おすすめ`, `ランキング`, `この記事を`, `コメント`, `関連ニュース`, `タグ`, `관련기사`, `관련 기사`, `많이 본`, `댓글`, `인기`, `추천`, `相关(?:新闻|阅读|文章)`, `推荐阅读`, `热门`, `评论`, `延伸閱讀`, `اقرأ أيضا`, `مواضيع ذات صلة`, `ذات صلة`, `كلمات دالة`, `קראו גם`, `עוד בנושא`, `כתבות נוספות`, `תגובות`,
}

// pointers open a line that sends the reader to another article.
var pointers = []string{
	`lesen sie (?:auch|hier|dazu|mehr|außerdem|zudem|unseren|den|im)`, `lesen sie$`, `lies (?:auch|hier|mehr)`, `auch interessant`, `auch lesenswert`, `mehr (?:zum thema|dazu|lesen|hier|informationen|infos)`, `mehr zu(?:m|r)?\b[^.]*:`, `lesetipp`, `(?:zum|passend dazu|zum nachlesen|hintergrund|interview|kommentar|analyse|video|podcast|newsblog|liveblog|liveticker|mehr|exklusiv|reportage|porträt|bildergalerie|fotostrecke|weiterlesen|lesen)\s?:\s`, `hier (?:lesen|geht es|geht's|finden) sie`, `das könnte sie`, `→|»|➤|►|▶|➡|👉|>>?`, `siehe auch`, `weiterlesen`, `zum weiterlesen`, `hier geht es`, `zur (?:startseite|übersicht|bildergalerie|fotostrecke)`, `alle (?:artikel|news|infos|nachrichten) (?:zu|aus|von|über|rund)`,
	`read (?:more|also|next|the full|our|full)\b`, `also read`, `also on`, `see also`, `related\s?:`, `more\s?:`, `read\s?:`, `watch\s?:`, `listen\s?:`, `more on this`, `more from`, `click here`, `you may also`, `must read`, `exclusive\s?:`, `don't miss`, `in pictures\s?:`, `keep reading`, `find out more`, `learn more`,
	`lire aussi`, `à lire`, `lire (?:la suite|notre|également)`, `voir aussi`, `relire`, `leggi (?:anche|tutto)`, `guarda anche`, `lea también`, `le[ea] (?:también|más)`, `te puede interesar`, `ver también`, `más información`, `leia (?:também|mais)`, `veja (?:também|mais)`, `lees (?:ook|verder|meer)`, `bekijk ook`, `læs (?:også|mere)`, `les (?:også|mer|saken)`, `saken oppdateres`, `läs (?:även|också|mer)`, `czytaj (?:także|też|więcej)`, `zobacz (?:także|też)`, `čtěte (?:také|též|více)`, `ilgili haber`, `читайте (?:также|подробнее)`, `【関連】`, `関連記事`, `▷|▽|▲|◆関連`, `관련기사`, `相关`, `اقرأ أيضا`, `قرأ`, `קראו גם`,
}

// invitations are lines that want something of the reader.
var invitations = []string{
	`newsletter.{0,60}(?:anmelde|abonnier|bestell|erhalten|registrier)`, `(?:anmelde|abonnier|bestell).{0,40}newsletter`, `abonnieren sie`, `anmeldung zum newsletter`, `newsletter (?:richtig|hier|kostenlos)`, `werbevereinbarung`, `jetzt abonnieren`, `jetzt (?:testen|anmelden|registrieren|bestellen|downloaden|herunterladen)`, `folgen sie uns`, `folge uns`, `redaktionell empfohlen`, `empfohlener redaktioneller inhalt`, `empfohlener (?:externer )?inhalt`, `externe[rn]? inhalte?`, `personenbezogene daten an drittplattformen`, `wird ein(?:e)? externe`, `kommentar (?:schreiben|verfassen)`, `diskutieren sie`, `um kommentare zu`, `cookies? (?:akzeptieren|zustimm|erlauben)`, `inhalte? (?:anzeigen|laden)$`, `zur startseite`, `artikel (?:teilen|merken|drucken|anhören)`, `javascript (?:aktivier|ist deaktiviert)`, `bitte aktivieren sie`, `haben sie (?:einen )?fehler`, `fehler (?:entdeckt|gefunden|melden)`, `weiterlesen mit`, `bereits (?:abonnent|registriert|kunde)`, `sie haben (?:bereits|noch kein)`, `exklusiv für abonnenten`, `dieser artikel ist (?:nur )?für`, `unterstütz(?:en sie|e) (?:uns|unsere)`, `jetzt spenden`,
	`sign up (?:for|to|here)`, `get (?:the|our) .{0,60}(?:newsletter|inbox|app)`, `(?:our|free|daily|weekly|the) .{0,40}newsletter`, `delivered (?:straight )?to your inbox`, `download (?:the|our) .{0,30}app`, `leave a comment`, `join the conversation`, `view comments`, `^advertisement`, `story continues below`, `article continues (?:below|after)`, `already a subscriber`, `to continue reading`, `share this (?:article|story)`, `got a (?:news )?(?:tip|story)`, `do you have a story`, `enable javascript`, `please consider (?:a )?donat`, `you have reached your`, `create a free account`, `unlock this article`,
	`this video has failed to load`, `^try refreshing your browser`, `ein klick für den datenschutz`, `fehler (?:der redaktion )?melden`, `melden sie (?:uns )?(?:den |einen )?fehler`, `affiliate-links?\b`, `^last updated`, `der tägliche newsletter`, `weiteren informationen$`, `link des videos`, `^rechte: `, `^nein,? danke`, `weiter in dieser ansicht`, `teile deine .{3,40} mit der community`, `e-paper und news in einer app`, `finden sie (?:jederzeit )?in unserem liveblog`, `finden sie hier\.?$`, `hier (?:entlang|geht es zur)`, `social media – ob`, `^latest videos from`,
	`abonnez-vous`, `inscrivez-vous`, `réservée? aux abonnés`, `la suite est réservée`, `suivez-nous`, `iscriviti`, `riproduzione riservata`, `segui(?:ci)?\b.{0,20}(?:su|canale)`, `suscríb`, `síguenos`, `inscreva-se`, `siga-nos`, `abonneer`, `meld je aan`, `schrijf je in`, `tilmeld dig`, `abonner på`, `zapisz się`, `přihlaste se`, `abone ol`, `подпис(?:ывайтесь|аться)`, `無断転載`, `有料会員`, `무단 ?전재`, `저작권자`, `关注我们`, `责任编辑`, `اشترك`, `תירשמו`, `הירשמו`,
}

// weakInvitations want something of the reader too, but are also what articles
// are about: they count in a short line with a link, or at the end.
var weakInvitations = []string{
	`google[- ]news`, `(?:in|mit) (?:der|unserer) .{0,30}-?app\b`, `push-(?:nachricht|mitteilung|benachrichtigung)`, `datenschutzerklärung`, `privacy policy`, `terms (?:of use|and conditions)`, `구독`, `订阅`, `ログイン`, `会員登録`, `abbonati`, `s'abonner`, `become a (?:member|subscriber)`, `all rights reserved`, `follow us`, `whatsapp channel`, `whatsapp-kanal`, `log ?in to (?:continue|read)`, `subscribe (?:to|now|today|here|for)`, `support our (?:work|journalism)`, `news-app\b`, `real-time updates`, `subskryb`, `\bassine\b`, `click here to`, `contact us at`, `your email address`, `follow .{3,40} on (?:twitter|x|facebook|instagram)`, `bli abonnent`, `prenumerera`, `kommentarfunktion`, `adblocker`,
}

// labels are words that stand alone and mean a part of the page, not the text.
var labels = []string{
	`anzeige`, `werbung`, `teilen`, `drucken`, `merken`, `kommentieren`, `kommentare(?: \d+)?`, `\d+ kommentare?`, `mehr`, `mehr lesen`, `weiterlesen`, `lesezeit.{0,20}`, `\d+ min(?:uten|\.)?(?: lesezeit)?`, `artikel anhören`, `anhören`, `vorlesen`, `video`, `podcast`, `bild(?:er)?`, `foto(?:s)?`, `artikel`, `schließen`, `zurück`, `nach oben`, `startseite`, `feedback`, `placeholder image.*`, `lecture \d+ min`, `.{0,30}infografik`, `quellen?`, `inhalt`, `inhaltsverzeichnis`, `externer inhalt`, `datenschutz`, `impressum`, `abo`, `plus`,
	`advertisement`, `ad`, `or`, `oder`, `von`, `by`, `share`, `share this`, `print`, `comments?(?: \d+)?`, `\d+ comments?`, `\d+ min(?:ute)?s? read`, `read more`, `loading[^\pL\pN]*`, `sponsored`, `menu`, `close`, `copy link`, `save`, `listen`, `watch`, `image source.*`, `caption`, `show more`, `view more`, `follow`, `email`, `facebook`, `twitter`, `whatsapp`, `x`, `telegram`, `linkedin`, `reddit`, `toggle.*`, `skip to.*`, `back to top`, `source`, `photo`,
	`publicité`, `partager`, `pubblicità`, `condividi`, `publicidad`, `compartir`, `compartilhe`, `publicidade`, `advertentie`, `delen`, `annonce`, `annonse`, `del`, `annons`, `dela`, `reklama`, `udostępnij`, `reklam`, `paylaş`, `реклама`, `поделиться`, `広告`, `pr`, `광고`, `广告`, `إعلان`,
}

// corrections open the paper's own notices of what it changed.
var corrections = []string{`korrektur(?:hinweis)?[\s:]`, `berichtigung[\s:]`, `richtigstellung[\s:]`, `in einer (?:früheren|ersten|vorherigen) (?:version|fassung)`, `anmerkung der redaktion:? (?:in|wir|der|die)`, `hinweis der redaktion:? in einer`, `transparenzhinweis[\s:]`, `corrections?[\s:(]`, `clarification[\s:]`, `an earlier version of this`, `this (?:article|story) (?:was|has been) (?:corrected|amended|updated)`, `editor's note: (?:this|an earlier)`, `correctif`, `rectificatif`, `rettifica`, `fe de errores`, `rectificatie`, `rettelse`, `rättelse`, `sprostowanie`, `訂正`}

// smallPrints open lines behind the text that are about it, and no part of it.
var smallPrints = []string{`copyright\b`, `©`, `all rights reserved`, `alle rechte vorbehalten`, `dieses thema im programm`, `sendung:`, `redaktion: `, `über dieses thema berichte`, `mdr \(`, `aus dem (?:englischen|französischen|amerikanischen) (?:von|übersetz)`, `übersetzung(?: und adaptierung)?:`, `veröffentlicht am`, `first published`, `this article (?:was )?(?:originally|first) (?:appeared|published)`, `this story (?:was )?(?:originally|first) (?:appeared|published)`, `gastkommentare und beiträge`, `gastbeiträge (?:geben|müssen)`, `der (?:text|artikel|beitrag) (?:erschien|ist zuerst|wurde zuerst)`, `dieser (?:text|artikel|beitrag) (?:erschien|ist zuerst|wurde zuerst|stammt)`, `lest den originalartikel`, `dies ist eine (?:maschinelle )?übersetzung`, `dieser text ist eine übersetzung`, `email: `, `e-mail: `, `haben sie eine behauptung`, `kilde: `, `bron: `, `quellen?: `, `this article is more than`}

// bioVerbs go on after a name in a line about the author.
var bioVerbs = []string{`ist`, `war`, `arbeitet`, `schreibt`, `berichtet`, `leitet`, `lebt`, `is`, `was`, `works`, `writes`, `covers`, `reports`, `can be reached`, `has been`, `joined`, `est`, `è`, `es`}

// commentHeadings stand over what readers wrote.
var commentHeadings = []string{`(?:alle |neue(?:ste)? |leser)?kommentare?(?: zum artikel| zu diesem artikel| lesen| anzeigen| der leser(?:innen)?)?`, `leserkommentare`, `kommentar (?:schreiben|verfassen|abgeben|hinterlassen)`, `diskutieren sie mit.{0,20}`, `ihre meinung.{0,20}`, `leserbriefe`, `(?:all |reader |view |show )?comments?`, `leave a (?:comment|reply)`, `join the (?:conversation|discussion)`, `commentaires?`, `réagir`, `commenti`, `comentarios`, `comentários`, `reacties`, `kommentarer`, `komentarze`, `diskuse`, `komentáře`, `yorumlar`, `コメント`, `댓글`, `评论`, `評論`, `تعليقات`, `التعليقات`, `תגובות`}

// paywallWords are what the line says where a text ends at a paywall.
var paywallWords = []string{`weiterlesen mit`, `jetzt (?:weiterlesen|abonnieren|testen|freischalten)`, `diesen artikel (?:weiterlesen|freischalten)`, `exklusiv für abonnent`, `nur für abonnent`, `sie (?:möchten|wollen) weiterlesen`, `lesen sie diesen artikel mit`, `mit .{2,20}(?:plus|\+) (?:weiter)?lesen`, `bereits abonnent`, `(?:subscribe|sign up|log ?in|register) to (?:continue|keep) reading`, `to continue reading`, `this (?:article|story|content) is (?:for|only available to|reserved for) (?:subscribers|members)`, `already a subscriber`, `unlock this article`, `il vous reste .{1,10}% de cet article`, `la suite est réservée`, `réservée? aux abonnés`, `contenuto riservato`, `per continuare a leggere`, `contenido exclusivo`, `para seguir leyendo`, `lees verder met`, `læs videre med`, `les videre med`, `läs vidare med`, `この記事は有料`, `有料会員限定`, `残り\d+文字`}

// consentWords are what a consent dialogue says.
var consentWords = []string{`mit werbung (?:und tracking )?(?:weiter)?lesen`, `(?:ohne|mit) werbung`, `cookies? (?:und|zu|akzeptieren|zulassen)`, `einwilligung`, `zustimmen und weiter`, `alle(?:n)? (?:cookies )?(?:akzeptieren|zustimmen)`, `personenbezogene daten`, `unsere partner`, `datenschutzeinstellungen`, `we (?:and our partners )?(?:use|value) (?:cookies|your privacy)`, `accept all`, `manage (?:preferences|options|cookies)`, `your consent`, `nous utilisons des cookies`, `nos partenaires`, `accepter et continuer`, `utilizziamo i cookie`, `utilizamos cookies`, `nuestros socios`}

// screenOnly are notes for screen readers in running text.
var screenOnly = table3("(öffnet im neuen fenster)|(öffnet in neuem fenster)|(öffnet in einem neuen fenster)|(öffnet in neuem tab)|(opens in a new window)|(opens in new window)|(opens in a new tab)|(opens in new tab)|(external link)|(externer link)|(s'ouvre dans une nouvelle fenêtre)|opens in a new tab|opens in new window")

// embedNotes stand where something from another site would be shown, or say that links earn money.
var embedNotes = []string{`(?:ausgewählten|empfohlener|empfohlene[rn]?),? (?:redaktionelle[rn]? |externe[rn]? )*inhalt`, `externe[rn]? inhalte? (?:angezeigt|anzeigen|laden|geladen|von)`, `personenbezogene daten an (?:drittplattformen|drittanbieter)`, `anzeigen aller externen inhalte`, `affiliate[- ]links?\b`, `we may earn a commission`, `erhalten wir eine provision`, `this content is provided by`, `we need your (?:permission|consent)`, `accept .{0,30}cookies`, `pour afficher ce contenu`, `per visualizzare questo contenuto`}
