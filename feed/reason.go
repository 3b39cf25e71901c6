package feed

// Reason is one decision about a part of a page: what was taken as what, or left
// out, and on what evidence or by which rule.
type Reason struct {
	What string `json:"what"` // "drop", a kind of block, or a part of the article: "headline", "kicker", ...
	Rule string `json:"rule"` // the rule that decided, in English; locale knows it in other languages
	Path string `json:"path"` // where it stands: "article > div.body > p"; "" when it is no element of the page
	Text string `json:"text"` // how it begins
}
