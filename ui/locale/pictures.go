package locale

import "fmt"

// Pictures is what is said of pictures.
type Pictures struct {
	Loading       string // in a picture's place while it is fetched
	Failed        string // in its place when it cannot be shown
	None          string // the article has none
	Unable        string // the terminal shows none
	Shown, Hidden string // they are shown in the page from now on, or not

	Fetching func(done, total int) string
}

var picturesEN = Pictures{
	Loading: "The picture is on its way",
	Failed:  "The picture cannot be shown",
	None:    "This article has no pictures.",
	Unable:  "This terminal shows no pictures.",
	Shown:   "Pictures are shown in the page.", Hidden: "Pictures are not shown in the page.",
	Fetching: func(done, total int) string { return fmt.Sprintf("Fetching pictures %d/%d", done, total) },
}

var picturesDE = Pictures{
	Loading: "Das Bild ist unterwegs",
	Failed:  "Das Bild lässt sich nicht zeigen",
	None:    "Dieser Artikel hat keine Bilder.",
	Unable:  "Dieses Terminal zeigt keine Bilder.",
	Shown:   "Die Seite zeigt Bilder.", Hidden: "Die Seite zeigt keine Bilder.",
	Fetching: func(done, total int) string { return fmt.Sprintf("Holt Bilder %d/%d", done, total) },
}
