package wire

import "depesche/feed"

// agency is a row of the table: one news agency and how papers print it.
type agency struct {
	code      feed.Agency
	name      string
	countries string // ISO 3166, blank between several
	langs     string // BCP 47 primary tags of pages that print the local forms
	forms     string // printed forms that count in a credit on every page, "|" between them
	local     string // printed forms that count only on pages in langs, or in the one behind "@": words and initials elsewhere
}

// agencies is the whole table. To add an agency, add a row.
//
// A form of up to four letters counts as it is written here and in capitals;
// small letters must be listed, because two to four small letters in a credit
// are an editor's sign otherwise. A longer form counts in any case; a longer
// local form of one word does not count in small letters. Where a form stands
// in two rows, the row whose country or language fits the page wins, else the
// upper one.
var agencies = [...]agency{
	// Germany, Austria, Switzerland
	{"dpa", "Deutsche Presse-Agentur", "DE", "de", "dpa|Dpa|dpa-infocom|dpa infocom|dpa-tmn|dpa-Faktencheck|dpa-English|dpa-Custom Content|Deutsche Presse-Agentur|Deutschen Presse-Agentur|Deutsche Presse Agentur|Deutschen Presse Agentur|Deutsche Presseagentur|Deutschen Presseagentur|German Press Agency|dpa German Press Agency", ""},
	{"dpa-AFX", "dpa-AFX Wirtschaftsnachrichten", "DE", "de", "dpa-AFX|dpa AFX|dpa-AFX Broker|dpa-AFX-Broker|dpa-AFX Wirtschaftsnachrichten|AFX", ""},
	{"APA", "Austria Presse Agentur", "AT", "de", "apa|Austria Presse Agentur|Austria Presse-Agentur|Austria Press Agency", "Apa"},
	{"SDA", "Keystone-SDA", "CH", "de fr it rm en", "sda|Keystone-SDA|Keystone SDA|SDA-Keystone|Keystone-ATS|Keystone ATS|sda-ats|Schweizerische Depeschenagentur|Schweizerischen Depeschenagentur|Agence télégraphique suisse", "ats"},
	{"AWP", "AWP Finanznachrichten", "CH", "de fr", "awp|AWP Finanznachrichten|awp Finanznachrichten", ""},
	{"KNA", "Katholische Nachrichten-Agentur", "DE", "de", "kna|Katholische Nachrichten-Agentur|Katholischen Nachrichten-Agentur|Katholische Nachrichtenagentur", "Kna"},
	{"epd", "Evangelischer Pressedienst", "DE", "de", "epd|Evangelischer Pressedienst|Evangelischen Pressedienst|Evangelischer Presse-Dienst", "Epd"},
	{"idea", "idea", "DE", "de", "Evangelische Nachrichtenagentur idea", "idea"},
	{"Kathpress", "Kathpress", "AT", "de", "Kathpress|Katholische Presseagentur Kathpress", "KAP|kap"},
	{"SID", "Sport-Informations-Dienst", "DE", "de", "SID|Sport-Informations-Dienst|Sport Informations Dienst|Sport-Informationsdienst|AFP-SID", "sid"},
	{"dts", "dts Nachrichtenagentur", "DE", "de", "dts Nachrichtenagentur", "dts|dts-Nachrichtenagentur"},
	{"ddp", "Deutscher Depeschendienst", "DE", "de", "Deutscher Depeschendienst", "ddp"},
	{"dapd", "dapd", "DE", "de", "dapd|dapd Nachrichtenagentur", ""},
	{"spot", "spot on news", "DE", "de", "spot on news|spotonnews", "spot"},
	{"Bang", "Bang Showbiz", "DE UK", "de en", "Bang Showbiz|BANG Media", "Bang"},
	{"CoverMedia", "Cover Media", "DE UK", "de en", "Cover Media|CoverMedia", ""},
	{"teleschau", "teleschau", "DE", "de", "teleschau", "tsch"},
	{"glp", "Global Press", "DE", "de", "", "glp"},
	{"ampnet", "Auto-Medienportal", "DE", "de", "ampnet|Auto-Medienportal", ""},
	{"mid", "Motor-Informations-Dienst", "DE", "de", "Motor-Informations-Dienst", "mid"},
	{"SP-X", "Spot Press", "DE", "de", "", "SP-X"},
	{"vwd", "Vereinigte Wirtschaftsdienste", "DE", "de", "Vereinigte Wirtschaftsdienste", "vwd"},

	// The world agencies
	{"AFP", "Agence France-Presse", "FR", "fr", "afp|Afp|Agence France-Presse|Agence France Presse|AFP-Relaxnews|أ ف ب|أ.ف.ب|فرانس برس|وكالة فرانس برس|АФП|法新社", ""},
	{"AP", "The Associated Press", "US", "en", "ap|Associated Press|The Associated Press|АП|AP News|アソシエーテッド・プレス|美联社|美聯社|أسوشيتد برس|أ ب", ""},
	{"Reuters", "Reuters", "UK CA", "en", "Reuters|rtr|Thomson Reuters|Reuters Health|Reuters News|ロイター|ロイター通信|로이터|로이터통신|رويترز|Рейтер|Рейтерс|Ρόιτερ|路透|路透社|רויטרס", ""},

	// North America
	{"DJ", "Dow Jones Newswires", "US", "de en", "Dow Jones Newswires|Dow Jones News|Dow Jones", "DJ@de|DJG@de"},
	{"Bloomberg", "Bloomberg News", "US", "en", "Bloomberg|Bloomberg News|彭博社", ""},
	{"UPI", "United Press International", "US", "en", "UPI|United Press International", ""},
	{"CNS (church)", "Catholic News Service", "US", "en", "Catholic News Service", "CNS"},
	{"RNS", "Religion News Service", "US", "en", "Religion News Service", "RNS"},
	{"OSV", "OSV News", "US", "en", "OSV News", "OSV"},
	{"TNS", "Tribune News Service", "US", "en", "Tribune News Service|Tribune Content Agency", "TNS"},
	{"CP", "The Canadian Press", "CA", "en fr", "Canadian Press|The Canadian Press|La Presse Canadienne|Presse Canadienne", "CP|PC@fr"},

	// Australia and the Pacific
	{"AAP", "Australian Associated Press", "AU", "en", "AAP|Australian Associated Press", ""},
	{"NZN", "NZ Newswire", "NZ", "en", "NZ Newswire", "NZN"},
	{"RNZ", "Radio New Zealand", "NZ", "en", "Radio New Zealand", "RNZ"},

	// Britain, the south and west of Europe
	{"PA", "PA Media", "UK IE", "en", "PA Media|Press Association|The Press Association|PA news agency|PA News|PA Sport", "PA"},
	{"ANSA", "ANSA", "IT", "it de", "ANSA|Ansa|Agenzia ANSA", "ansa"},
	{"Adnkronos", "Adnkronos", "IT", "it", "Adnkronos|Adn Kronos", ""},
	{"AGI", "Agenzia Giornalistica Italia", "IT", "it", "Agenzia Giornalistica Italia|Agenzia Italia", "AGI|Agi"},
	{"LaPresse", "LaPresse", "IT", "it", "", "LaPresse"},
	{"Askanews", "Askanews", "IT", "it", "Askanews", ""},
	{"Dire", "Agenzia Dire", "IT", "it", "Agenzia Dire", "DIRE|Dire"},
	{"9Colonne", "9Colonne", "IT", "it", "9Colonne|9 Colonne", ""},
	{"Nova", "Agenzia Nova", "IT", "it", "Agenzia Nova", "Nova"},
	{"EFE", "Agencia EFE", "ES", "es ca gl eu", "EFE|Efe|Agencia EFE|Agència EFE|Axencia EFE", "efe"},
	{"EP", "Europa Press", "ES", "es ca gl eu", "Europa Press|EuropaPress|E. Press", "EP"},
	{"ACN", "Agència Catalana de Notícies", "ES", "ca es", "Agència Catalana de Notícies|Agencia Catalana de Noticias", "ACN"},
	{"Lusa", "Agência Lusa", "PT", "pt", "Lusa|Agência Lusa|Agência de Notícias Lusa", "lusa"},
	{"Belga", "Belga", "BE", "nl fr de", "Belga|Agence Belga|Belga News Agency", ""},
	{"ANP", "Algemeen Nederlands Persbureau", "NL", "nl", "Algemeen Nederlands Persbureau", "ANP|anp"},

	// The north and the Baltic
	{"Ritzau", "Ritzaus Bureau", "DK", "da", "Ritzau|Ritzaus Bureau", "RB"},
	{"NTB", "Norsk Telegrambyrå", "NO", "no nb nn", "NTB|Norsk Telegrambyrå", "ntb|NPK|ANB"},
	{"TT", "TT Nyhetsbyrån", "SE", "sv", "TT Nyhetsbyrån|Tidningarnas Telegrambyrå", "TT"},
	{"STT", "Suomen Tietotoimisto", "FI", "fi sv", "STT|Suomen Tietotoimisto|STT Info", "FNB"},
	{"BNS", "Baltic News Service", "EE LV LT", "et lv lt en ru", "Baltic News Service", "BNS"},
	{"LETA", "LETA", "LV", "lv en ru", "", "LETA|Leta"},
	{"ELTA", "ELTA", "LT", "lt en ru", "", "ELTA|Elta"},

	// The middle and south-east of Europe
	{"PAP", "Polska Agencja Prasowa", "PL", "pl", "Polska Agencja Prasowa|Polskiej Agencji Prasowej|PAP Biznes", "PAP"},
	{"IAR", "Informacyjna Agencja Radiowa", "PL", "pl", "Informacyjna Agencja Radiowa", "IAR"},
	{"ČTK", "Česká tisková kancelář", "CZ", "cs sk", "ČTK|Česká tisková kancelář", "CTK|čtk"},
	{"TASR", "Tlačová agentúra Slovenskej republiky", "SK", "sk cs", "TASR", ""},
	{"SITA", "SITA", "SK", "sk cs", "", "SITA"},
	{"MTI", "Magyar Távirati Iroda", "HU", "hu", "Magyar Távirati Iroda", "MTI"},
	{"Agerpres", "Agerpres", "RO", "ro", "Agerpres", ""},
	{"Mediafax", "Mediafax", "RO", "ro", "Mediafax", ""},
	{"BTA", "Bulgarian Telegraph Agency", "BG", "bg en", "БТА|Bulgarian Telegraph Agency", "BTA"},
	{"HINA", "HINA", "HR", "hr sr bs sl", "", "HINA|Hina"},
	{"STA", "Slovenska tiskovna agencija", "SI", "sl en", "Slovenska tiskovna agencija", "STA"},
	{"Tanjug", "Tanjug", "RS", "sr hr bs", "Tanjug|Танјуг", ""},
	{"Beta", "Beta", "RS", "sr hr bs", "", "Beta|Бета"},
	{"FoNet", "FoNet", "RS", "sr hr bs", "FoNet", ""},
	{"SRNA", "SRNA", "BA", "bs sr hr", "", "SRNA|Srna|СРНА"},
	{"FENA", "FENA", "BA", "bs sr hr", "", "FENA|Fena"},
	{"MIA", "Media Information Agency", "MK", "mk sq", "МИА", "MIA"},
	{"ATA", "Albanian Telegraphic Agency", "AL", "sq", "Agjencia Telegrafike Shqiptare", "ATA|ATSH"},
	{"Mina", "Mina News", "ME", "sr bs hr cnr", "", "MINA|Mina"},
	{"KosovaPress", "KosovaPress", "XK", "sq", "KosovaPress", ""},
	{"AMNA", "Athens-Macedonian News Agency", "GR", "el", "AMNA|ANA-MPA|ΑΠΕ-ΜΠΕ|ΑΠΕ", "ANA"},
	{"AA", "Anadolu Ajansı", "TR", "tr", "Anadolu Ajansı|Anadolu Agency|Anadolu", "AA"},
	{"DHA", "Demirören Haber Ajansı", "TR", "tr", "Demirören Haber Ajansı", "DHA"},
	{"İHA", "İhlas Haber Ajansı", "TR", "tr", "İhlas Haber Ajansı", "İHA|IHA"},
	{"ANKA", "ANKA", "TR", "tr", "ANKA Haber Ajansı", "ANKA"},

	// Russia, Ukraine, the Caucasus and Central Asia
	{"TASS", "TASS", "RU", "ru en", "TASS|Tass|ТАСС|ITAR-TASS|ИТАР-ТАСС|塔斯社|タス通信|타스통신", ""},
	{"Interfax", "Interfax", "RU", "ru", "Interfax|Интерфакс", ""},
	{"RIA", "RIA Novosti", "RU", "ru", "RIA Novosti|RIA Nowosti|РИА Новости|РИА «Новости»", "RIA|РИА"},
	{"Ukrinform", "Ukrinform", "UA", "uk ru", "Ukrinform|Укринформ|Укрінформ", ""},
	{"UNIAN", "UNIAN", "UA", "uk ru", "UNIAN|УНІАН|УНИАН", ""},
	{"Interfax-Ukraine", "Interfax-Ukraine", "UA", "uk ru", "Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна", ""},
	{"BelTA", "BelTA", "BY", "be ru en", "БЕЛТА|БелТА", "BelTA|BELTA"},
	{"Moldpres", "Moldpres", "MD", "ro ru", "Moldpres", ""},
	{"Infotag", "Infotag", "MD", "ro ru", "Infotag", ""},
	{"Azertac", "Azertac", "AZ", "az ru en", "Azertac|AZƏRTAC", ""},
	{"Trend", "Trend", "AZ", "az ru en", "Trend News Agency", "Trend"},
	{"Armenpress", "Armenpress", "AM", "hy ru en", "Armenpress|Արմենպրես", ""},
	{"Interpress", "InterPressNews", "GE", "ka ru en", "InterPressNews|Interpress", ""},
	{"Kazinform", "Kazinform", "KZ", "kk ru en", "Kazinform|Казинформ", ""},
	{"Kabar", "Kabar", "KG", "ky ru", "Кабар", "Kabar"},
	{"UzA", "Uzbekistan National News Agency", "UZ", "uz ru", "", "UzA|УзА"},

	// East and South-East Asia
	{"Xinhua", "Xinhua", "CN", "zh en", "Xinhua|Xinhua News Agency|新华社|新华网|新華社|新華網|新华|신화통신|Синьхуа", ""},
	{"CNS", "China News Service", "CN", "zh", "China News Service|中新社|中新网|中新網|中国新闻网|ECNS", "CNS"},
	{"CNA", "Central News Agency", "TW", "zh en", "中央社|中央通訊社|Central News Agency", "CNA"},
	{"Kyodo", "Kyodo News", "JP", "ja en", "Kyodo|Kyodo News|共同|共同通信|共同通信社|共同社|교도통신", ""},
	{"Jiji", "Jiji Press", "JP", "ja en", "Jiji|Jiji Press|時事|時事通信|時事通信社", ""},
	{"Yonhap", "Yonhap", "KR", "ko en", "Yonhap|Yonhap News|Yonhap News Agency|연합뉴스|聯合ニュース|韩联社", ""},
	{"Newsis", "Newsis", "KR", "ko en", "Newsis|뉴시스", ""},
	{"News1", "News1", "KR", "ko", "뉴스1|News1", ""},
	{"KCNA", "Korean Central News Agency", "KP", "ko en", "KCNA|조선중앙통신|朝鮮中央通信|朝中社", ""},
	{"VNA", "Vietnam News Agency", "VN", "vi en", "TTXVN|Vietnam News Agency|Thông tấn xã Việt Nam", "VNA"},
	{"Bernama", "Bernama", "MY", "ms en", "Bernama", ""},
	{"Antara", "Antara", "ID", "id en", "Antara|Antara News", "Ant"},
	{"PNA", "Philippine News Agency", "PH", "en tl fil", "Philippine News Agency", "PNA"},
	{"TNA", "Thai News Agency", "TH", "th en", "Thai News Agency|สำนักข่าวไทย", "TNA"},

	// South Asia and Iran
	{"PTI", "Press Trust of India", "IN", "en hi mr bn ta te gu kn ml", "Press Trust of India|PTI Bhasha|पीटीआई|भाषा", "PTI"},
	{"ANI", "Asian News International", "IN", "en hi mr bn ta te gu kn ml", "Asian News International|एएनआई", "ANI"},
	{"IANS", "Indo-Asian News Service", "IN", "en hi mr bn ta te gu kn ml", "IANS|Indo-Asian News Service|आईएएनएस", ""},
	{"UNI", "United News of India", "IN", "en hi ur", "United News of India", "UNI"},
	{"APP", "Associated Press of Pakistan", "PK", "en ur", "Associated Press of Pakistan", "APP"},
	{"BSS", "Bangladesh Sangbad Sangstha", "BD", "en bn", "Bangladesh Sangbad Sangstha", "BSS"},
	{"UNB", "United News of Bangladesh", "BD", "en bn", "United News of Bangladesh", "UNB"},
	{"IRNA", "Islamic Republic News Agency", "IR", "fa en ar", "IRNA|ایرنا", ""},
	{"ISNA", "Iranian Students’ News Agency", "IR", "fa en ar", "ISNA|ایسنا", ""},
	{"Fars", "Fars News Agency", "IR", "fa en ar", "Fars News Agency|Fars News|فارس", "Fars"},
	{"Tasnim", "Tasnim News Agency", "IR", "fa en ar", "Tasnim|Tasnim News Agency|تسنیم", ""},
	{"Mehr", "Mehr News Agency", "IR", "fa en ar", "Mehr News Agency|Mehr News|مهر", "Mehr"},

	// The Arab world, Israel
	{"SPA", "Saudi Press Agency", "SA", "ar en", "Saudi Press Agency|واس", "SPA"},
	{"WAM", "Emirates News Agency", "AE", "ar en", "Emirates News Agency|وام", "WAM"},
	{"QNA", "Qatar News Agency", "QA", "ar en", "Qatar News Agency|قنا", "QNA"},
	{"KUNA", "Kuwait News Agency", "KW", "ar en", "Kuwait News Agency|كونا", "KUNA"},
	{"BNA", "Bahrain News Agency", "BH", "ar en", "Bahrain News Agency|بنا", "BNA"},
	{"ONA", "Oman News Agency", "OM", "ar en", "Oman News Agency", "ONA"},
	{"Petra", "Jordan News Agency", "JO", "ar en", "Jordan News Agency|بترا", "Petra"},
	{"NNA", "National News Agency", "LB", "ar en fr", "National News Agency", "NNA"},
	{"SANA", "Syrian Arab News Agency", "SY", "ar en fr", "Syrian Arab News Agency|سانا", "SANA"},
	{"INA", "Iraqi News Agency", "IQ", "ar en", "Iraqi News Agency|واع", "INA"},
	{"Wafa", "Palestinian News and Information Agency", "PS", "ar en", "وفا", "WAFA|Wafa"},
	{"MENA", "Middle East News Agency", "EG", "ar en", "Middle East News Agency|أ ش أ|أ.ش.أ", "MENA"},
	{"TAP", "Tunis Afrique Presse", "TN", "ar fr en", "Tunis Afrique Presse|وات", "TAP"},
	{"APS", "Algérie Presse Service", "DZ", "ar fr en", "Algérie Presse Service|واج", "APS"},
	{"MAP", "Maghreb Arabe Presse", "MA", "ar fr en", "Maghreb Arabe Presse", "MAP"},
	{"LANA", "Libyan News Agency", "LY", "ar en", "Libyan News Agency|وال", "LANA"},
	{"JTA", "Jewish Telegraphic Agency", "US", "en", "Jewish Telegraphic Agency|JTA", ""},
	{"TPS", "TPS Israel News Agency", "IL", "en he", "The Press Service of Israel", "TPS"},

	// Africa
	{"ANGOP", "Agência Angola Press", "AO", "pt en", "ANGOP|Angop", ""},
	{"Nampa", "Namibia Press Agency", "NA", "en", "Nampa|Namibia Press Agency", ""},
	{"SAnews", "SAnews", "ZA", "en", "SAnews|SAnews.gov.za", ""},
	{"Sapa", "South African Press Association", "ZA", "en af", "South African Press Association", "Sapa|SAPA"},
	{"ANA", "African News Agency", "ZA", "en", "African News Agency|African News Agency (ANA)", "ANA"},
	{"GNA", "Ghana News Agency", "GH", "en", "Ghana News Agency", "GNA"},
	{"NAN", "News Agency of Nigeria", "NG", "en", "News Agency of Nigeria", "NAN"},
	{"KNA (Kenya)", "Kenya News Agency", "KE", "en sw", "Kenya News Agency", "KNA"},
	{"ENA", "Ethiopian News Agency", "ET", "en am", "Ethiopian News Agency", "ENA"},
	{"APS (Senegal)", "Agence de presse sénégalaise", "SN", "fr", "Agence de presse sénégalaise", "APS"},
	{"Inforpress", "Inforpress", "CV", "pt", "Inforpress", ""},
	{"SUNA", "Sudan News Agency", "SD", "ar en", "Sudan News Agency|سونا", "SUNA"},

	// Latin America
	{"Télam", "Télam", "AR", "es", "Télam|Telam", ""},
	{"NA", "Noticias Argentinas", "AR", "es", "Noticias Argentinas", "NA"},
	{"Notimex", "Notimex", "MX", "es", "Notimex", ""},
	{"Andina", "Andina", "PE", "es", "Agencia Andina", "Andina"},
	{"ABI", "Agencia Boliviana de Información", "BO", "es", "Agencia Boliviana de Información", "ABI"},
	{"Prensa Latina", "Prensa Latina", "CU", "es en", "Prensa Latina", "PL@es"},
	{"AVN", "Agencia Venezolana de Noticias", "VE", "es", "Agencia Venezolana de Noticias", "AVN"},
	{"ABN", "Agencia Bolivariana de Noticias", "VE", "es", "Agencia Bolivariana de Noticias", "ABN"},
	{"Agência Brasil", "Agência Brasil", "BR", "pt es", "Agência Brasil|Agencia Brasil", ""},
	{"Infobae", "Infobae", "AR", "es", "", "Infobae"},
	{"CNA (Cyprus)", "Cyprus News Agency", "CY", "el en tr", "Cyprus News Agency|ΚΥΠΕ", "CNA"},
}

// dpaDesks are the regional and subject desks printed after "dpa/":
// Bayern, Baden-Württemberg, Hessen, Rheinland-Pfalz/Saarland, and so on.
var dpaDesks = map[string]bool{
	"lby": true, "lsw": true, "lhe": true, "lrs": true, "lnw": true, "lni": true, "lno": true,
	"bb": true, "sn": true, "sa": true, "th": true, "tmn": true,
}

// pressReleases carry what companies say of themselves. They are no agencies.
var pressReleases = [...]string{
	"ots", "apa-ots", "news aktuell", "business wire", "businesswire", "pr newswire", "prnewswire", "globenewswire", "globe newswire",
	"eqs", "eqs-news", "eqs group", "dgap", "pts", "pressetext", "presseportal", "presseportal.de", "accesswire", "newsfile", "cision",
}
