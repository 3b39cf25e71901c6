package extract

import (
	"strings"

	"depesche/feed/extract/lexicon"
)

// Words that rules look for in every language: names, and what stands in credits.
// The words of the languages stand in the files of package lexicon.

// libraries are agencies and picture libraries by names that mean nothing else.
var libraries = []string{
	`getty(?: ?images)?(?:/\w+)?`, `gettyimages\S*`, `imago[- ]?images?`, `imago`, `picture[- ]?alliance`, `reuters`, `associated press`, `the associated press`, `agence france-presse`, `ap photo`, `ap images?`, `istock(?:photo)?`, `shutterstock`,
	`alamy`, `adobe ?stock`, `stock\.adobe\.com`, `unsplash`, `pixabay`, `pexels`, `wikimedia(?: commons)?`, `zuma(?: press(?: wire)?)?`, `sipa(?: usa)?`, `scanpix`, `keystone(?:-sda)?`, `epa-efe`, `efe`, `europa press`, `anadolu(?: agency)?`,
	`xinhua`, `bloomberg`, `ullstein(?: bild)?`, `akg[- ]images`, `bridgeman(?: images)?`, `depositphotos`, `dreamstime`, `nurphoto`, `pa wire`, `pa images?`, `press association`, `canadian press`, `the canadian press`, `yonhap`, `kyodo(?: news)?`, `jiji`, `belga`, `ritzau`, `lehtikuva`, `eyevine`, `magnum photos`, `laif`,
	`ostkreuz`, `action press`, `panthermedia`, `thinkstock`, `fotolia`, `newscom`, `handout`, `tass`, `sputnik`, `ansa`, `lapresse`, `contrasto`, `rex features`, `splash news`, `backgrid`, `icon sport`, `usa today sports`, `dpa-\w+`, `hollandse hoogte`, `creative commons`, `cc[- ]by[-\w. ]*`, `public domain`,
	`imagoeconomica`, `epd-bild`, `dpa images?`, `maxppp`, `funke foto(?: services)?`, `abaca(?:press)?`, `hans lucas`, `apa-picturedesk`, `bestimage`,
}

// libraryCodes are agencies by codes; only so written are they no words.
var libraryCodes = []string{`dpa`, `DPA`, `AFP`, `AP`, `EPA`, `APA`, `SDA`, `KNA`, `epd`, `EPD`, `SID`, `sid`, `ddp`, `dapd`, `PA`, `AAP`, `NTB`, `TT`, `ANP`, `PAP`, `ČTK`, `CTK`, `AA`, `DHA`, `İHA`, `EFE`, `ANSA`, `SIPA`, `IMAGO`, `UPI`, `GES`, `MTI`, `BELGA`, `POOL`}

// easternLibraries are agencies in scripts that put no blanks between words.
var easternLibraries = [...]string{"＝ＡＰ", "연합뉴스", "뉴시스", "뉴스1", "共同", "時事", "ロイター", "新华社"}

// notCredit are words in brackets that only look like a credit.
var notCredit = lexicon.Words(lexicon.NotCredit)

// bareSource are words that stand alone behind a caption and say where a picture is from.
var bareSource = lexicon.Words(lexicon.BareSource)

// creditWord may stand in small letters within a credit.
var creditWord = lexicon.Words(lexicon.CreditWord)

// abbreviations end with a full stop that ends no sentence.
var abbreviations = lexicon.Words(lexicon.Abbreviation)

// particle are words in small letters that a name may begin with.
var particle = lexicon.Words(lexicon.Particle)

func table3(list string) map[string]bool {
	t := map[string]bool{}
	for w := range strings.SplitSeq(list, "|") {
		t[w] = true
	}
	return t
}
