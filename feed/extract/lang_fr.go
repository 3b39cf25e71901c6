package extract

var french = language{
	code:       "fr",
	common:     "le la les des et est une du dans qui que pour pas sur plus par avec ce il sont aux cette ont mais été",
	months:     "janvier janv|février févr|mars|avril avr|mai|juin|juillet juil|août|septembre|octobre|novembre|décembre déc",
	credits:    []string{"crédits?(?: photo)?", "crédit image", "photographies?", "photo d'archives?"},
	creditLead: []string{"par"},
	bylines:    []string{"par", "propos recueillis par", "publié par", "texte"},
	profiles:   []string{"tous les articles de", "voir tous les articles de"},
	roles:      []string{"journaliste", "correspondant", "envoyée? spéciale?", "rédact(?:eur|rice)", "chroniqueu(?:r|se)"},
	notNames:   "la rédaction|rédaction",
	stops: []string{
		"lire aussi", "à lire aussi", "a lire aussi", "sur le même (?:sujet|thème)", "voir aussi", "commentaires", "les plus lus", "à voir aussi",
		"sujets", "vous aimerez aussi", "contenus sponsorisés", "pour aller plus loin", "à lire également", "dans la même rubrique",
		`articles? liés?[^\pL]*$`,
	},
	pointers: []string{
		"lire aussi", "à lire", "lire (?:la suite|notre|également)", "voir aussi", "relire", `à écouter\s?:`, "lisez aussi", "retrouvez (?:ici|tous nos)",
	},
	invitations: []string{
		"abonnez-vous", "inscrivez-vous", "réservée? aux abonnés", "la suite est réservée", "suivez-nous", "recevez (?:notre|la|chaque) .{0,40}newsletter",
		"déjà abonnée?", "partage[rz] (?:cet |l')article", "télécharge[rz] (?:notre |l')application",
	},
	weakInvitations: []string{"s'abonner"},
	labels: []string{
		"publicité", "partager", "commentaires?", "imprimer", "enregistrer", "lire plus tard", "écouter", `lecture \d+ min`, `\d+ min(?:utes)? de lecture`,
		"temps de lecture.{0,20}",
	},
	corrections: []string{"correctif", "rectificatif", `erratum[\s:]`, "une première version de (?:cet|ce)"},
	smallPrints: []string{"tous droits réservés", "reproduction interdite"},
	bios:        []string{"est", "écrit", "couvre", "travaille"},
	comments:    []string{"commentaires?", "réagir", "vos réactions"},
	paywall: []string{
		"il vous reste .{1,10}% de cet article", "la suite est réservée", "réservée? aux abonnés", "pour lire la suite", "déjà abonnée?",
		"abonnez-vous pour (?:lire|continuer)",
	},
	consent: []string{
		"nous utilisons des cookies", "nos partenaires", "accepter et continuer", "tout accepter", "votre consentement", "continuer sans accepter",
		"données personnelles",
	},
	embedNotes: []string{"pour afficher ce contenu", "ce contenu a été bloqué"},
	screenOnly: "(s'ouvre dans une nouvelle fenêtre)",
}
