package extract

// elsewhere is what is known of languages that have no table of their own yet.
var elsewhere = language{
	months:      "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
	credits:     []string{"фото", "источник", "nuotr"},
	creditBy:    []string{`nuotr\.`},
	bylines:     []string{"oleh"},
	stops:       []string{"читайте также", "по теме", "комментарии", "самое читаемое"},
	pointers:    []string{"читайте (?:также|подробнее)"},
	invitations: []string{"подпис(?:ывайтесь|аться)"},
	labels:      []string{"реклама", "поделиться"},
}
