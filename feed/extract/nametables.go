package extract

import (
	"regexp"
)

// What bylines of all languages are made of. Nothing but tables stands here.

// roleLeads begin a piece of a byline, and say what the one did who is named next.
var roleLeads = [...]struct {
	role    pieceRole
	pattern func() *regexp.Regexp
}{
	{writerRole, lazy(`^(?:(?i:text (?:und|&|and|et|og|och) (?:fotos?|bilder|photos?|foto)|texte? et photos?|words (?:and|&) (?:photos|pictures|photography)|(?:additional )?reporting by|reported by|text|texte|texto|testo|tekst|teksti|written by|words|story|autor(?:in|en|es|a|as)?|authors?|auteurs?|autrice|autori|författare|forfatter|auteur|yazan|yazı|haber|автор(?:ы|и|ка)?|текст|συντάκτης|penulis|oleh|scris de|szerző|írta|kirjoittaja|skribent|tác giả)\s*[:：]\s*|(?i:(?:additional )?reporting|words|story|text) by\s+|(?i:byby|vonvon|parpar)\s+|(?:文|撰文|作者|记者|記者|本报记者|本報記者|本网记者|執筆|聞き手|取材・文|取材|글|글쓴이|취재|저자|الكاتب|بقلم|كتبت?|מאת|লেখক|लेखक|द्वारा)\s*[:：/／]\s*|(?:记者|記者|本报记者|本報記者|本网记者)\s*)`)},
	{editorRole, lazy(`^(?:(?i:edited|editing|compiled|translated|translation|produced|production) by\s*:?\s*|(?i:edited|editing|editor|editors|redaktion|bearbeitung|bearbeitet von|redactie|redazione|edición|edição|realización|redakcja|redakce|oprac|opracowanie|редактор|редакция|editör|editor|szerkesztő)\s*[:：]\s*|(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|編集|편집|에디터|تحرير|审核|监制|監修)\s*[:：/／]?\s*)`)},
	{pictureRole, lazy(`^(?:(?i:fotos?|fotografie|fotografía|fotograf(?:in)?|fotografien|fotografias?|bild(?:er)?|bildquelle|grafik(?:en)?|illustration(?:en|s)?|illustrazioni|ilustración|video|videos?|kamera|schnitt|photo(?:s|graphs?|graphy|grapher)?|pictures?|images?|graphics?|art|artwork|camera|crédits?|foto's|kuvat?|bilde|billeder|zdjęcia|zdjęcie|fot\.?|fotoğraf(?:lar)?|фото|видео|φωτογραφίες|slike|snímky|foto di)\s*(?:(?i:by|von|par|di|de|door|av|af)\s+|[:：]\s*)|(?:摄影|攝影|图|圖|图片|圖片|写真|撮影|사진|그래픽|تصوير|صور)\s*[:：/／]\s*|(?i:fot\.|photographs? by)\s*)`)},
	{otherRole, lazy(`^(?i:(?:first )?published|posted|updated|last updated|last modified|modified|created|date|stand|veröffentlicht|aktualisiert|erstellt|zuletzt aktualisiert|erschienen|lesezeit|lesedauer|lesezeit ca|reading time|read time|publié|mis à jour|modifié|temps de lecture|publicado|actualizado|atualizado|tempo di lettura|pubblicato|aggiornato|tiempo de lectura|gepubliceerd|bijgewerkt|leestijd|publisert|oppdatert|publicerad|uppdaterad|lästid|udgivet|opdateret|læsetid|julkaistu|päivitetty|opublikowano|aktualizacja|zaktualizowano|publikováno|aktualizováno|yayınlanma(?: tarihi)?|güncelleme|опубликовано|обновлено|дата|category|categories|tags|kategorie|filed under|comments?|kommentare|section|location|place|ort|email|e-mail|mail|tel|copyright|发布时间|發布時間|时间|時間|发布|更新|更新时间|日期|阅读|浏览|公開|公開日|更新日|掲載|입력|수정|승인|등록|날짜|تاريخ النشر|آخر تحديث|نشر)\s*(?:[:：]\s*|` + dayMark + `)`)},
}

var (
	// innerLabel are labels within a line that begin a piece of their own.
	innerLabel = lazy(`\s+((?i:fotos?|bilder|bild|text|texte|photos?|photographs?|photography|pictures|words|illustrations?|video|editing|edited|reporting|reported|published|posted|updated|redaktion|lesezeit|foto|stand|von|by|par)(?:\s+(?i:by|von|par|di|de)\s|\s*:\s))`)
	// easternLabel are the same where no blank stands before them.
	easternLabel = lazy(`(责任编辑|責任編輯|责编|編輯|编辑|作者|记者|記者|撰文|摄影|攝影|来源|來源|发布时间|發布時間|更新时间|时间|写真|撮影|執筆|聞き手|文|출처|사진|글|입력|수정)\s*[:：/／]`)
	// noble is the "und" within a name, textAndPictures what one person made both of.
	noble           = lazy(`(?i)\b(von|van) und (zu[mr]?)\b`)
	textAndPictures = lazy(`(?i)\b(text|texte|words|story|tekst)s? (?:und|and|&|et|og|och|y|e) (?:fotos?|bilder|photos?|photography|photographs|pictures|bild|fotos)\b`)
	// doubleName is a surname of two with blanks around the hyphen, as Polish papers print it.
	doubleName = lazy(`(\p{Lu}\p{Ll}+) - (\p{Lu}\p{Ll}+(?:ska|cka|dzka|ik|icz|ak|ek)?)$`)
	// easternPlace ends a word that is where somebody writes or works: "台北報導", "政治部".
	easternPlace = lazy(`(?:報導|报道|报导|報道|综合|綜合|支局|编辑部|編集部)$|..(?:部|課|局|室|市|県|町|村|区|县)(?:記者|记者|デスク)?$`)
	// joinSuffix joins "Jr." to the name before the comma.
	joinSuffix  = lazy(`,\s+(Jr\.?|Sr\.?|II|III|IV)(?:\b|$)`)
	initials    = lazy(`^(?:\p{Lu}\.-?)+$`)
	easternTail = lazy(`(?:記者|编辑|編輯|编委|編集委員|特派員|特派员|通信員|论説委員|論説委員|기자|특파원|선임기자|인턴기자|논설위원|记者|報導|报道|監訳|著|訳|氏)$`)
	// authorFurniture are buttons and links beside an author's name.
	authorFurniture = lazy(`^(?:(?:view|get|see|show|read|more)\b.{0,40}\b(?:archive|feed|rss|posts?|articles|stories|bio|profile|by)|(?:follow|subscribe|contact|email|e-mail|kontakt|folgen|seguir|suivre|volg|følg|följ)(?:\s.{0,30})?|(?:alle|mehr) (?:artikel|beiträge)|tous ses articles|todos los artículos|tutti gli articoli|opens in .{0,20}|\d+ comments?)$`)
	// minutesToRead says how long the article is, or leads to the author's feed.
	minutesToRead = lazy(`^(?:.{0,20}\brss(?: feed)?|.{0,12}(?:min|minutes?|minuten|minuti|minutos|minuter|minut|minuuttia|dk|mins)\.?(?:[ -](?:read|lesezeit|de lecture|di lettura|de lectura|de leitura|leestijd|lästid|lesetid|læsetid))?)$`)
	// printedDay and printedTime are dates and times in a byline, with what belongs to them.
	printedDay = lazyOf(func() string {
		m := `[\x{E000}-\x{E0FF}]` // a month, see markMonths
		words := `(?:\b(?:on|am|le|el|il|den|vom|em|op|dne|dnia|the)\s+)?`
		return `(?i)\s*[,·|–—-]?\s*` + words + `(?:\d{4}\s*[年년]\s*\d{1,2}\s*[月월]\s*\d{1,2}\s*[日일]|\d{1,2}\s*[月월]\s*\d{1,2}\s*[日일]|\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}|\d{1,2}(?:st|nd|rd|th|er|º|°)?\.?\s*(?:de |of |d')?` + m + `\.?(?:,?\s*(?:de |del )?\d{4})?|` + m + `\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s*\d{4})?|` + m + `\.?,?\s+\d{4}|\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}|\d{1,2}\.\d{1,2}\.|vor \d+ \pL+\.?|il y a \d+ \pL+|hace \d+ \pL+|há \d+ \pL+|for \d+ \pL+ siden|\d+\+? ?-?\pL+ (?:ago|geleden|fa|siden|sedan|sitten|temu|önce|назад|atrás|zpět)|\d+\s?(?:小时|小時|分钟|分鐘|天|時間|分|日|시간|분|일)\s?(?:前|전))`
	})
	printedTime = lazy(`(?i)\s*\d{1,2}\s?[時时시]\s?(?:\d{1,2}\s?[分분])?|\s*(?:\b(?:at|um|à|a las|alle|kl\.?|om|às|saat|o)\s+)?(?:\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?m\b\.?|uhr\b|h\b|hrs\b|ist\b|est\b|edt\b|et\b|pst\b|pdt\b|pt\b|gmt\b|utc\b|bst\b|cet\b|cest\b|mez\b|jst\b|kst\b|wib\b))*|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|uhr\b)(?:\s?(?:et|est|edt|pt|gmt|bst))?|\b\d{1,3}[ -]?(?:min(?:s|uten?|utes?|uti|utos|uter|uuttia)?\.?|分)(?:[ -](?:read|lesezeit|lesedauer|de lecture|di lettura|de lectura|de leitura|leestijd|lästid|lesetid|læsetid))?\b)`)
)

// jointWord parts the pieces of a byline where blanks stand around it, jointLetter where it is in small letters.
var (
	jointWord   = table3("und|and|et|og|och|oraz|sowie|mit|with|avec|con|com|met|med|ve|ile|та|и|ja|és|și|kaj|plus")
	jointLetter = table3("y|e|i|a|en|z|و")
)

// beforeFigure and behindFigure are the words of printedDay that stand with a figure.
var (
	beforeFigure = [...]string{"vor ", "il y a ", "hace ", "há "}
	behindFigure = [...]string{" ago", " geleden", " fa", " siden", " sedan", " sitten", " temu", " önce", " назад", " atrás", " zpět"}
)

// labelWord are the words of innerLabel.
var labelWord = table3("foto|fotos|bilder|bild|text|texte|photo|photos|photograph|photographs|photography|pictures|words|illustration|illustrations|video|editing|edited|reporting|reported|published|posted|updated|redaktion|lesezeit|stand|von|by|par")

// linkWord ends a name: what follows says where its bearer is, or when.
var linkWord = table3("in|im|aus|at|à|from|on|am|for|für|pour|of|bei|i|as|is|via|vom|with|um|em|hos|fra|från|w|ve|pro|para|per")

// suffixWord stands behind a name and belongs to it.
var suffixWord = table3("jr|sr|ii|iii|iv|filho|neto|júnior")

// namePrefix are beginnings of a word with a capital inside it that is no seam.
var namePrefix = table3("mac|fitz|van|von|del|dela|della|dos|mary|anne|anna|jean|marie|saint|abdel|abdul|ost|west|san|des|ter|ver|das|lou|kirk")

// firstNameMonth are months and weekdays that are names of people as well.
var firstNameMonth = table3("may|jan|mai|april|june|march|mars|august|marc|augusto|julia|avril|abril|mar|sol|do|so|mi|sa|di|mo|fr")

// dayWord are weekdays, and words that stand with a date.
var dayWord = table3("montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|uhr|heute|gestern|today|yesterday|hui|aujourd'hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|am|um|on|at|à|le|el|il|den|em|op|o|kl|clock|gmt|utc|est|edt|et|pst|pdt|cet|cest|ist|bst|jst|mez|pm|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|janv|févr|avr|juil|déc|gen|mag|giu|lug|ago|set|ott|dic|ene|abr|min|mins|minutes|minuten|read|ago|hours|hour|std|stunden")

// paperArticle stands in front of a paper's name.
var paperArticle = table3("the|der|die|das|la|le|les|il|el|de|het|o|a")

// button are words of buttons that stand right behind a name.
var button = table3("follow|following|folgen|seguir|suivre|volgen|følg|följ|email|e-mail|twitter|facebook|linkedin|profil|profile|bio|subscribe|contact|rss|more|mehr|teilen|share|archive")

// furnitureWord are labels and buttons beside a name.
var furnitureWord = table3("view author archive|get author rss feed|author archive|archive|rss|rss feed|follow|following|follow us|email|e-mail|mail|twitter|x|facebook|instagram|linkedin|mastodon|bluesky|threads|website|web|homepage|bio|contact|kontakt|profil|profile|share|teilen|print|drucken|save|merken|comments|kommentare|comment|subscribe|abonnieren|published|updated|posted|veröffentlicht|aktualisiert|erstellt|stand|lesezeit|reading time|by|von|par|de|on|am|the|premium|plus|exklusiv|exclusive|opinion|meinung|analyse|analysis|kommentar|commentary|interview|reportage|porträt|essay|kolumne|column|glosse|leitartikel|editorial|rezension|kritik|review|gastbeitrag|gastkommentar|news|nachrichten|politik|wirtschaft|sport|kultur|panorama|politics|business|world|sports|culture|archiv|source|quelle|author|autor|autorin|autoren|authors|redaktion|online|aktuell|lokales|regional|show more|mehr|more|less|close|menu|home|startseite|photo|photos|foto|fotos|video|audio|bild|bilder|grafik|illustration|anzeige|advertisement|sponsored|live|last modified|last updated|dernière mise à jour|报导|报道|報導|報道|综合报道|综合")

// jobWord says what a person is, in small letters.
var jobWord = table3("redakteur|redakteurin|chefredakteur|chefredakteurin|redaktion|redaktionsmitglied|redaktionsleiter|redaktionsleiterin|reporter|reporterin|chefreporter|korrespondent|korrespondentin|journalist|journalistin|autor|autorin|gastautor|gastautorin|kolumnist|kolumnistin|volontär|volontärin|praktikant|praktikantin|mitarbeiter|mitarbeiterin|ressortleiter|ressortleiterin|ressort|leiter|leiterin|freier|freie|moderator|moderatorin|herausgeber|herausgeberin|experte|expertin|professor|professorin|freiberufler" +
	"|staff|writer|writers|correspondent|correspondents|editor|editors|editor-in-chief|editor-at-large|reporters|journalist|journalists|columnist|contributor|contributors|contributing|associate|assistant|senior|junior|deputy|chief|political|managing|executive|investigative|freelance|freelancer|producer|fellow|intern|analyst|author|special|guest|head|director|specialist|blogger|critic|reviewer|anchor|founder|ceo|former|award-winning|bureau|desk|newsroom|trainee|professor|researcher|lecturer|lead|online|web|digital|national|global" +
	"|journaliste|correspondant|correspondante|rédacteur|rédactrice|chroniqueur|chroniqueuse|reporteure|envoyé|envoyée|spécial|spéciale|rédaction|pigiste|éditorialiste" +
	"|redactor|redactora|periodista|corresponsal|enviado|enviada|especial|colaborador|colaboradora|editora|jefe|jefa|columnista|reportero|reportera|jornalista|repórter|correspondente|colunista|redator|redatora|editor-chefe|estagiário|estagiária" +
	"|giornalista|inviato|inviata|corrispondente|redattore|redattrice|collaboratore|collaboratrice|direttore|direttrice|editorialista|cronista" +
	"|redacteur|redactrice|verslaggever|verslaggeefster|correspondente|columniste|hoofdredacteur|medewerker|journaliste|freelancejournalist" +
	"|journalistpraktikant|redaktør|redaktören|redaktör|reportere|korrespondent|utrikeskorrespondent|krönikör|kommentator|debattør|praktikant|nyhetsreporter|journalisti|toimittaja|päätoimittaja|kirjeenvaihtaja|kolumnisti|uutispäällikkö" +
	"|dziennikarz|dziennikarka|reporterka|redaktor|redaktorka|publicysta|publicystka|reportér|reportérka|novinář|novinářka|zpravodaj|zpravodajka|šéfredaktor|redaktorka|újságíró|szerkesztő|főszerkesztő|tudósító|jurnalist|corespondent|redactor|novinar|novinarka|urednik|urednica|dopisnik" +
	"|muhabir|muhabiri|gazeteci|yazar|yazarı|editör|editörü|köşe|корреспондент|журналист|журналистка|обозреватель|редактор|репортёр|кореспондент|журналіст|журналістка|оглядач|δημοσιογράφος|ανταποκριτής|συντάκτης" +
	"|記者|记者|本报记者|本報記者|編集委員|特派員|特派员|編輯|编辑|责任编辑|論説委員|기자|특파원|선임기자|논설위원|편집위원|인턴기자|객원기자|앵커|報導|报道|報道|رئيس|التحرير|مراسل|مراسلة|صحفي|صحفية|محرر|محررة|الكاتب|כתב|כתבת|עורך|עורכת|wartawan|jurnalis|phóng|viên|संवाददाता|पत्रकार")

// jobEnds end longer words that say what a person is: "Politikredakteurin".
var jobEnds = [...]string{"redakteur", "redakteurin", "reporter", "reporterin", "korrespondent", "korrespondentin", "journalist", "journalistin", "redaktion", "chef", "chefin", "leiter", "leiterin", "autor", "autorin", "volontär", "volontärin", "experte", "expertin", "redaktør", "redaktör", "redacteur", "verslaggever", "verslaggeefster", "journaliste", "toimittaja", "kommentator", "medarbetare", "medarbeider", "kommunikasjonsrådgiver"}

// officeEnds end the words for somebody's office.
var officeEnds = [...]string{"präsident", "präsidentin", "minister", "ministerin", "vorsitzende", "vorsitzender", "sprecher", "sprecherin", "bürgermeister", "bürgermeisterin", "president", "chairman", "chairwoman", "mayor", "spokesman", "spokeswoman", "spokesperson", "senator", "président", "présidente", "ministre", "maire", "porte-parole", "presidente", "ministro", "ministra", "alcalde", "alcaldesa", "sindaco", "voorzitter", "burgemeester", "woordvoerder", "ordförande", "prezes", "burmistrz", "başkanı", "bakanı", "министр", "президент", "мэр"}

// outletWord are words in the names of papers and stations.
var outletWord = table3("news|times|herald|tribune|gazette|magazine|magazin|chronicle|journal|telegraph|guardian|observer|daily|weekly|press|media|mail|express|echo|zeitung|tagblatt|anzeiger|kurier|nachrichten|rundschau|allgemeine|presse|zeit|spiegel|courier|monde|figaro|gazeta|gazzetta|corriere|repubblica|diario|periódico|jornal|folha|globo|dagblad|dagbladet|avisen|tidningen|posten|aftenposten|nieuws|krant|sanomat|lehti|radio|tv|television|network|networks|agency|university|institute|universität|institut|foundation|stiftung|inc|gmbh|ltd|llc|thüringen|wire|post|broadcasting|publishing|group|digest|review|wiadomości|kurier|dziennik|noviny|haber|gazetesi|новости|газета|신문|일보|新聞|新闻|日报|日報|晚报|网|社|通信社")

// outletEnds end longer words in the names of papers.
var outletEnds = [...]string{"zeitung", "blatt", "anzeiger", "nachrichten", "redaktion", "kurier", "presse", "post", "times", "news", "bladet", "tidningen", "avisen", "posten", ".de", ".com", ".net", ".org"}
