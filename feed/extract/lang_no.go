package extract

var norwegian = language{
	code:            "no",
	common:          "og det å en den til er som på de med han av for ikke har et ble etter også fra om vi",
	months:          "|||||||||||desember des",
	credits:         []string{"foto arkiv", "bilde", "illustrasjon", "illustrasjonsfoto", "arkivfoto", "skjermdump"},
	bylines:         []string{"av", "skrevet av"},
	notNames:        "redaksjonen",
	stops:           []string{"les også", "les mer", "mer om", "relaterte", "relaterte emner", "mest lest", "siste nytt", "flere saker"},
	pointers:        []string{"les (?:også|mer|saken|hele)", "saken oppdateres", "se video"},
	invitations:     []string{"abonner på", "meld deg på", "få nyhetsbrev", "følg oss", "del saken", "tips oss", "last ned appen"},
	weakInvitations: []string{"bli abonnent"},
	labels:          []string{"annonse", "skriv ut", "lytt", "lagre", "lesetid.{0,20}"},
	corrections:     []string{"i en tidligere versjon", `presisering\s?:`},
	smallPrints:     []string{"alle rettigheter"},
	bios:            []string{"dekker"},
	paywall:         []string{"les videre med", "logg inn for å lese", "bli abonnent for å"},
	consent:         []string{"vi bruker informasjonskapsler", "godta alle", "våre partnere", "ditt samtykke", "personopplysninger"},
}
