package extract

import "strings"

// Words that rules look for in every language: names, and what stands in credits.
// The words of the languages stand in the files of package lexicon.

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

// particle are words in small letters that a name may begin with.
var particle = table3("de|del|della|di|da|do|dos|van|von|vom|der|den|ter|ten|te|el|al|la|le|du|des|zu|zur|bin|ibn|af|av|y|e|'t|d'|mc|ap|st")

func table3(list string) map[string]bool {
	t := map[string]bool{}
	for w := range strings.SplitSeq(list, "|") {
		t[w] = true
	}
	return t
}
