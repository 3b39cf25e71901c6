package wire

// The words around a credit, in small letters. They are data: a language is
// added here and nowhere else.

// sourceWords open a source line: "Quelle: dpa". A colon or a mark follows, or
// the agency itself.
var sourceWords = set(
	"quelle", "quellen", "weitere quelle", "weitere quellen", "zusätzliche quelle", "zusätzliche quellen", "agentur", "agenturen", "nachrichtenagentur", "text", "textquelle",
	"source", "sources", "agency", "agence", "agences", "fuente", "fuentes", "agencia", "agencias", "fonte", "fonti", "fontes", "agenzia", "agência", "font", "fonts",
	"bron", "bronnen", "källa", "källor", "kilde", "kilder", "lähde", "lähteet", "źródło", "źródła", "zdroj", "zdroje", "forrás", "kaynak", "kaynaklar", "ajans", "haber kaynağı",
	"sursa", "surse", "izvor", "izvori", "vir", "allikas", "avots", "šaltinis", "nguồn", "sumber", "πηγή",
	"источник", "источники", "джерело", "извор", "източник",
	"来源", "來源", "消息来源", "稿源", "出典", "配信", "提供", "출처", "자료", "المصدر", "منبع",
)

// leadIns are words in front of an agency that say how the text came to be.
// They name nobody and are dropped, one after the other.
var leadIns = set(
	// German
	"von", "vom", "der", "die", "das", "den", "dem", "des", "aus", "bei", "mit", "unter", "verwendung", "auch", "sowie", "auf", "basis", "nach", "teilweise", "weiteren", "weiteres", "weitere", "zum", "teil", "ergänzt", "einer", "einem", "eines", "unserer", "unseren",
	"material", "materialien", "informationen", "information", "infos", "inhalt", "inhalten", "inhalte", "meldung", "meldungen", "bericht", "berichten", "berichte", "beitrag", "beiträgen", "texten", "angaben",
	// English
	"by", "from", "of", "the", "with", "and", "additional", "additionally", "reporting", "report", "reports", "files", "file", "inputs", "input", "contributions", "contribution", "information", "material", "copy", "some", "story", "content", "including", "further",
	// French
	"par", "avec", "de", "la", "le", "les", "l'", "d'", "après", "dépêche", "du", "des", "et", "informations", "dépêches",
	// Spanish, Catalan, Portuguese, Italian
	"por", "con", "com", "amb", "información", "informaciones", "informació", "informação", "informações", "informazioni", "el", "los", "las", "da", "do", "dos", "das", "di", "della", "dell'", "del", "a",
	// Dutch and the north
	"door", "met", "van", "het", "med", "av", "af", "fra", "från", "informatie", "mukaan",
	// Slavic, Turkish
	"по", "материалам", "данным", "сообщению", "за", "матеріалами", "na", "podstawie", "s", "z", "využitím", "ile",
)

// agencyWords mean an agency without saying which. Beside a name they are
// dropped; alone they are an unnamed credit.
var agencyWords = set(
	"agentur", "agenturen", "agenturmaterial", "agenturmaterialien", "agenturmeldung", "agenturmeldungen", "agenturbericht", "agenturberichte", "agenturberichten", "agenturinformationen", "agenturtext", "agenturtexten", "agenturangaben",
	"nachrichtenagentur", "nachrichtenagenturen", "presseagentur", "presseagenturen", "depeschenagentur", "newsagentur",
	"agency", "agencies", "news agency", "news agencies", "wire", "wires", "wire service", "wire services", "wire report", "wire reports", "news wire", "news wires", "newswire", "newswires", "news services", "news service", "agency reports", "wire staff",
	"agence", "agences", "agences de presse", "agence de presse", "agencia", "agencias", "agencia de noticias", "agencias de noticias", "agència", "agències", "agência", "agências", "agência de notícias", "agenzia", "agenzie", "agenzia di stampa", "agenzie di stampa",
	"agentschap", "agentschappen", "persagentschap", "persbureau", "persbureaus", "nyhetsbyrå", "nyhetsbyrån", "nyhetsbyråer", "nyhetsbyråerna", "byråer", "byråene", "nyhedsbureau", "nyhedsbureauer", "bureauer",
	"agencja", "agencje", "agencji", "agentura", "agentury", "agentúra", "agentúry", "ügynökség", "agenția", "agenții", "agencija", "agencije", "uutistoimisto", "uutistoimistot", "ajans", "ajanslar", "haber ajansı",
	"агентство", "агентства", "агентств", "агенции", "агенція", "агенції", "通讯社", "通訊社", "通信社", "각 통신사", "وكالات", "وكالة", "خبرگزاری", "πρακτορεία",
)

// loneWords are the agencyWords that are a credit as a whole line. The others
// head a list or a menu.
var loneWords = set(
	"agenturen", "agenturmaterial", "nachrichtenagenturen", "presseagenturen", "agencies", "news agencies", "wires", "newswires", "wire services", "wire reports", "agency reports",
	"agences", "agences de presse", "agencias", "agències", "agências", "agenzie", "agentschappen", "persbureaus", "nyhetsbyråer", "byråer", "byråene", "nyhedsbureauer", "bureauer", "agencje", "agentury", "agentúry", "agenții", "agencije", "ajanslar", "агентства", "агенции", "агенції", "وكالات",
)

// buttons are codes that stand alone on pages for something else.
var buttons = set("APP", "MAP", "SPA", "TAP", "UNI", "PC", "DJ", "PL", "CP", "NA", "TNA", "MIA", "SITA", "Nova", "Trend", "Beta", "Bang", "idea", "spot", "mid")

// labels stand in front of a teaser as a dateline does.
var labels = set("analysis", "opinion", "breaking", "breaking news", "update", "updated", "watch", "exclusive", "live", "video", "podcast", "review", "editorial", "comment", "commentary", "interview", "explainer", "explained", "fact check", "reportage", "décryptage", "vidéo", "cartes", "enquête", "analyse", "kommentar", "meinung", "exklusiv", "eilmeldung", "liveticker", "newsletter", "advertisement", "anzeige", "note", "warning", "spoiler", "news", "photos", "listen", "read", "quiz", "related", "poll", "faq")

// afterWords may follow an agency in the same part: its desks, its country
// services and what its people are.
var afterWords = set(
	"sport", "sports", "business", "news", "politik", "wirtschaft", "staff", "agency", "agencies", "agentur", "nachrichtenagentur", "presseagentur", "deutschland", "österreich", "schweiz", "international", "redaktion",
	"writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "journalist", "journalists", "korrespondent", "korrespondentin", "contributors", "newsroom", "online", "editor", "editors", "video", "service", "wire",
	"media", "press", "bureau", "nyhetsbyrå", "nachrichten", "english", "français", "español", "france", "germany", "basisdienst", "landesdienst", "gmbh", "ltd", "inc", "inputs", "input", "material", "files", "copy", "regio", "regional",
	"medical", "science", "entertainment", "political", "technology", "military", "white", "house", "national", "security", "health", "education", "legal", "affairs", "film", "movie", "music", "food", "travel", "auto", "racing", "basketball", "football", "golf", "baseball", "hockey", "tennis", "special", "chief",
	"電", "电", "通信", "記者", "记者", "기자", "特派员", "haber", "ajansı",
)

// desks are a paper's own hands in a credit: "afp/red".
var ownDesk = set(
	"red", "redaktion", "die redaktion", "unsere redaktion", "eigener bericht", "eigene berichte", "eigenbericht", "own report", "our staff", "staff reporters", "staff writers", "la rédaction", "notre rédaction", "la redazione", "la redacción", "a redação", "da redação", "de redactie", "onze redactie", "redakcja", "redakce", "redakcia", "toimitus", "redaktionen", "redaksjonen", "редакция", "редакция сайта", "編集部", "本报讯", "eigen", "eig", "ebu", "online", "onlineredaktion", "web", "redaktionell", "bearbeitet", "own", "staff", "staff reports", "staff and", "rédaction", "redacción", "redacció", "redação", "redazione", "redactie", "redaktionen", "desk", "web desk", "newsdesk",
)

// pictureOpeners open a picture credit.
var pictureOpeners = set(
	"foto", "fotos", "fotograf", "fotografin", "fotocredit", "fotohinweis", "fotoquelle", "photo", "photos", "photograph", "photographs", "photography", "photographer", "bild", "bilder", "bildrechte", "bildquelle", "bildnachweis", "bildcredit", "symbolbild", "symbolfoto", "archivbild", "archivfoto", "titelbild", "aufmacherbild", "grafik", "graphik", "infografik", "video", "videoquelle", "illustration", "montage", "collage", "screenshot", "karte",
	"credit", "credits", "picture", "pictures", "image", "images", "graphic", "crédit", "crédits", "crédit photo", "imagen", "imagem", "immagine", "foto di", "fotografía", "fotó", "fotka", "zdjęcie", "zdj", "fot", "kuva", "bilde", "billede", "beeld", "fotoğraf", "görsel", "фото", "снимка", "写真", "画像", "图片", "图", "摄影", "사진", "صورة", "copyright", "archiv", "file", "slika",
)

// pictureWords anywhere make a line a picture credit: libraries, pools and
// agencies' picture services.
var pictureWords = [...]string{
	"getty", "imago", "picture alliance", "picture-alliance", "picturealliance", "shutterstock", "istock", "alamy", "zuma", "sipa press", "sipa usa", "epa-efe", "efe/epa", "epa/", "/epa",
	"unsplash", "pixabay", "pexels", "adobe stock", "adobestock", "scanpix", "lehtikuva", "dpa-bildfunk", "dpa-zentralbild", "dpa images", "dpa-bild", "zb/dpa",
	"ap photo", "afp photo", "pa photo", "pa wire", "pa images", "reuters photo", "reuters pictures", "belga photo", "belga image", "apa-images", "picturedesk", "apa/picturedesk", "keystone/", "/keystone", "cp photo", "aap image",
	"via reuters", "via ap", "via afp", "via dpa", "handout", "/pool", "pool/", "pool via", "press wire", "ullstein", "laif", "stringer", "servis edilmiştir", "[m]", "rex features", "press photo", "action press", "file photo", "photo by", "foto von", "foto:", "photo:", "bild:", "imagn", "wirestock", "dreamstime", "depositphotos", "profimedia", "unimedia", "abaca", "hans lucas", "wikimedia",
}

// conjunctions part the hands of a credit in every language.
var conjunctions = set("und", "sowie", "and", "et", "mit", "with", "avec", "plus", "및", "и", "ve", "och", "og", "oraz", "és", "și")

// localConjunctions are words or initials elsewhere.
var localConjunctions = map[string]map[string]bool{
	"es": set("y", "e", "con"), "ca": set("i", "amb"), "gl": set("e", "con"), "it": set("e", "con"), "pt": set("e", "com"),
	"nl": set("en", "met"), "sv": set("med"), "da": set("med"), "no": set("med"), "nb": set("med"), "nn": set("med"),
	"pl": set("i", "z"), "cs": set("a", "s"), "sk": set("a", "s"), "hr": set("i"), "sr": set("i"), "bs": set("i"), "sl": set("in"),
	"fi": set("ja"), "et": set("ja"), "hu": set("meg"), "uk": set("та", "і", "й"), "bg": set("с"), "eu": set("eta"),
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
