package extract

var danish = language{
	code:        "da",
	common:      "og det at en den til er som på de med han af for ikke der var har et blev efter også",
	months:      "||marts||maj|||||||",
	credits:     []string{"kilde", "fotograf", "billede"},
	bylines:     []string{"af", "tekst", "skrevet af"},
	roles:       []string{"redaktør"},
	notNames:    "redaktionen",
	stops:       []string{"læs også", "læs mere", "mere om", "mest læste", "se også", "seneste nyt", "relaterede artikler", `emner[^\pL]*$`},
	pointers:    []string{"læs (?:også|mere|hele|her)", "se også", "hør også"},
	invitations: []string{"tilmeld dig", "få (?:vores|det bedste) .{0,40}nyhedsbrev", "følg os", "del artiklen", "hent (?:vores )?app"},
	labels:      []string{"annonce", "del", "gem", "udskriv", "lyt", "læsetid.{0,20}"},
	corrections: []string{"rettelse", "i en tidligere version af", `præcisering\s?:`},
	smallPrints: []string{"kilde: ", "alle rettigheder forbeholdes"},
	bios:        []string{"er", "skriver", "dækker"},
	comments:    []string{"kommentarer"},
	paywall:     []string{"læs videre med", "(?:kun|forbeholdt|er) for abonnenter", "allerede abonnent", "bliv abonnent"},
	consent:     []string{"vi bruger cookies", "accepter alle", "vores partnere", "dit samtykke", "personoplysninger"},
}
