package extract

var dutch = language{
	code:     "nl",
	common:   "de het een en van ik te dat niet op is met voor zijn er aan om ook als bij door maar naar",
	months:   "januari|februari|maart mrt||mei|||augustus||||",
	credits:  []string{"bron", "beeld", "fotograaf", "foto's", "afbeelding", "archieffoto"},
	bylines:  []string{"door", "geschreven door", "geplaatst door"},
	profiles: []string{"alle berichten van"},
	roles:    []string{"redacteur", "verslag(?:gever|geefster)"},
	notNames: "redactie|de redactie|onze redactie|van onze redactie",
	stops: []string{
		"lees ook", "lees verder", "lees meer", "meer over", "gerelateerd", "reacties", "meest gelezen", "bekijk ook", "ook interessant", "aanbevolen",
		"meer nieuws", `onderwerpen[^\pL]*$`,
	},
	pointers: []string{"lees (?:ook|verder|meer|hier)", "bekijk ook", "luister ook", "kijk ook"},
	invitations: []string{
		"abonneer", "meld je aan", "schrijf je in", "ontvang (?:de|onze|elke|iedere) .{0,40}nieuwsbrief", "volg ons", "deel dit artikel",
		"download (?:de|onze) app", "tip de redactie",
	},
	labels:      []string{"advertentie", "delen", "bewaren", "luister", "reageer", `\d+ reacties?`, "leestijd.{0,20}"},
	corrections: []string{"rectificatie", `correctie\s?:`, "in een eerdere versie van dit"},
	smallPrints: []string{"bron: ", "alle rechten voorbehouden"},
	bios:        []string{"schrijft", "werkt"},
	comments:    []string{"reacties", "reageer", "geef (?:een|je) reactie"},
	paywall:     []string{"lees verder met", "(?:alleen|exclusief|enkel) voor abonnees", "al abonnee", "om verder te lezen"},
	consent:     []string{"(?:wij|we) gebruiken cookies", "onze partners", "alles accepteren", "persoonsgegevens", "(?:jouw|uw) toestemming"},
}
