package extract

var czech = language{
	code:     "cs",
	common:   "a v na se je že s z do o to k i ve pro za by jako po ale podle jsou který",
	months:   "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince",
	credits:  []string{"zdroj", "autor", "snímek", "ilustrační foto", "ilustrace"},
	bylines:  []string{"autor", "napsala?"},
	roles:    []string{"reportér(?:ka)?", "novinář(?:ka)?", "zpravodaj(?:ka)?"},
	notNames: "redakce",
	stops: []string{
		"čtěte (?:také|též)", "přečtěte si", "související", "nejčtenější", "diskuse", "mohlo by vás zajímat", "další články", "doporučujeme",
		`témata[^\pL]*$`,
	},
	pointers:    []string{"čtěte (?:také|též|více)", "přečtěte si (?:také|též|i)", "sledujte také"},
	invitations: []string{"přihlaste se", "odebírejte", "sledujte nás", "sdílejte (?:článek|tento)", "stáhněte si aplikaci"},
	labels:      []string{"sdílet", "inzerce", "uložit", "poslechnout", "doba čtení.{0,20}"},
	corrections: []string{`oprava[\s:]`, "opravujeme", "v (?:původní|předchozí) verzi"},
	smallPrints: []string{"všechna práva vyhrazena"},
	bios:        []string{"je", "píše"},
	comments:    []string{"diskuse", "komentáře"},
	paywall: []string{
		"(?:pouze|jen) pro předplatitele", "pokračovat ve čtení", "chcete číst dál", "už (?:mám|máte) předplatné", "odemkn(?:ěte|out) článek",
	},
	consent: []string{"používáme (?:soubory )?cookie", "naši partneři", "přijmout vše", "osobní(?:ch)? údaj", "váš souhlas"},
}
