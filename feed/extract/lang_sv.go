package extract

var swedish = language{
	code:    "sv",
	common:  "och det att en den till är som på de med han av för inte har ett från om men också var",
	months:  "||||maj|||augusti||||",
	credits: []string{"källa", "arkivbild"},
	bylines: []string{"skriven av"},
	roles:   []string{"krönikör"},
	stops: []string{
		"läs även", "läs också", "läs mer", "mest läst", "relaterat", "kommentarer", "senaste nytt", "fler artiklar", "se även", `ämnen[^\pL]*$`,
	},
	pointers:        []string{"läs (?:även|också|mer|hela)", "se även", "lyssna på"},
	invitations:     []string{"få (?:vårt|våra) nyhetsbrev", "anmäl dig", "följ oss", "dela artikeln", "ladda ner appen", "tipsa oss"},
	weakInvitations: []string{"prenumerera"},
	labels:          []string{"annons", "dela", "spara", "lyssna", "lästid.{0,20}"},
	corrections:     []string{"rättelse", "i en tidigare version", `förtydligande\s?:`},
	smallPrints:     []string{"alla rättigheter"},
	bios:            []string{"är", "bevakar"},
	paywall: []string{
		"läs vidare med", "(?:endast|bara|är) för prenumeranter", "redan prenumerant", "logga in för att läsa", "bli prenumerant",
	},
	consent: []string{"vi använder (?:cookies|kakor)", "(?:godkänn|acceptera) alla", "våra partner", "ditt samtycke", "personuppgifter"},
}
