package extract

var english = language{
	code:   "en",
	common: "the of and to in that is was for with his as on be at by have from this not are but had they which you were their has will said",
	months: "january|february|march mar||may|june|july|||october oct||december dec",
	credits: []string{
		"photos?", "photographs?", "photography", "photo credits?", "pictures?", "pics?", "images?", "image credits?", "image source", "credits?",
		"copyright", "sources?", "courtesy", "graphics?", "video", "artwork", "composite", "file photo",
	},
	creditBy: []string{
		"photos? by", "photograph by", "photo courtesy of", "picture by", "image by", "images by", "courtesy of", "photo from", "illustration by",
		"copyright",
	},
	creditLead: []string{"photos?", "photograph", "image", "credit", "by", "copyright", "via", "source"},
	bylines: []string{
		"by", "written by", "story by", "reported by", "posted by", "author", "analysis by", "opinion by", "edited by", "published by", "words by",
		"photographs? by",
	},
	profiles: []string{
		"view (?:all )?(?:posts|articles|stories) by", "view profile (?:of|for)",
		"(?:show |see |view )?(?:all |more )?(?:posts|articles|stories) (?:by|of|from)", "more (?:from|by)",
	},
	roles: []string{
		`for (?:the )?\pL`, "correspondent", "editor", "senior", "staff", "political", "chief", "special", "writer", "deputy", "head of", "business",
		"associate", "contributing", "contributor", "columnist", "politics", "us", "uk", `in [A-ZÄÖÜ]\w+`, "published", "updated",
	},
	notNames: "phd|md|mba|ph.d|m.d|m.sc|b.sc|pubmed|pub med|google scholar|unsplash|shutterstock|view profile|posted on|posted|published on|published|on|no author|leave a comment|uncategorized|edit|shares|pdf|epub|news service reports|watch live|editorial|staff|staff writer|staff reporter|editors|admin|administrator|news desk|newsdesk|newsroom|agencies|wires|web desk|online desk|author|by|unknown|anonymous|guest author|team|editor|show more|follow|interview|follow us|more|info|news|online|min|read|share",
	stops: []string{
		"this content is reserved", "enjoy the latest", "register to", "sign in or", "read more", "read also", "also read", "read next",
		`more (?:on|from|in|about|stories|news|to read)\b`,
		`related(?: (?:articles?|stories|topics?|content|news|links|posts|reading|coverage|items?))?[^\pL\pN]*$`, "see also", "you may (?:also )?like",
		"you might (?:also )?like", "recommended", "most read", "most popular", "trending", "top stories", "latest (?:news|stories|headlines)",
		`comments?[^\pL\pN]*(?:\d|$)`, "leave a (?:comment|reply)", "join the (?:conversation|discussion)", "share this", "follow us", "sign up",
		"subscribe", "about the author", "advertisement", `topics?[^\pL\pN]*$`, `tags?[^\pL\pN]*$`, "up next", "next article", "editor'?s'? picks?",
		"what to read next", "further reading", "popular", "don't miss", "promoted", "sponsored", "keep reading", `share[^\pL\pN]*$`, "references$",
		"view comments", "author information", `newsletters?\b`, "in case you missed", "our latest",
	},
	pointers: []string{
		`read (?:more|also|next|the full|our|full)\b`, "also read", "also on", "see also", `related\s?:`, `more\s?:`, `read\s?:`, `watch\s?:`,
		`listen\s?:`, "more on this", "more from", "click here", "you may also", "must read", `exclusive\s?:`, "don't miss", `in pictures\s?:`,
		"keep reading", "find out more", "learn more",
	},
	invitations: []string{
		"sign up (?:for|to|here)", "get (?:the|our) .{0,60}(?:newsletter|inbox|app)", "(?:our|free|daily|weekly|the) .{0,40}newsletter",
		"delivered (?:straight )?to your inbox", "download (?:the|our) .{0,30}app", "leave a comment", "join the conversation", "view comments",
		"^advertisement", "story continues below", "article continues (?:below|after)", "already a subscriber", "to continue reading",
		"share this (?:article|story)", "got a (?:news )?(?:tip|story)", "do you have a story", "enable javascript", "please consider (?:a )?donat",
		"you have reached your", "create a free account", "unlock this article", "this video has failed to load", "^try refreshing your browser",
		`affiliate-links?\b`, "^last updated", "^latest videos from",
	},
	weakInvitations: []string{
		"privacy policy", "terms (?:of use|and conditions)", "become a (?:member|subscriber)", "all rights reserved", "follow us", "whatsapp channel",
		"log ?in to (?:continue|read)", "subscribe (?:to|now|today|here|for)", "support our (?:work|journalism)", "real-time updates", "click here to",
		"contact us at", "your email address", "follow .{3,40} on (?:twitter|x|facebook|instagram)",
	},
	labels: []string{
		"placeholder image.*", "advertisement", "ad", "or", "by", "share", "share this", "print", `comments?(?: \d+)?`, `\d+ comments?`,
		`\d+ min(?:ute)?s? read`, "read more", `loading[^\pL\pN]*`, "sponsored", "menu", "close", "copy link", "save", "listen", "watch", "image source.*",
		"caption", "show more", "view more", "follow", "email", "facebook", "twitter", "whatsapp", "x", "telegram", "linkedin", "reddit", "toggle.*",
		"skip to.*", "back to top", "source", "photo",
	},
	corrections: []string{
		`corrections?[\s:(]`, `clarification[\s:]`, "an earlier version of this", "this (?:article|story) (?:was|has been) (?:corrected|amended|updated)",
		"editor's note: (?:this|an earlier)",
	},
	smallPrints: []string{
		`copyright\b`, "©", "all rights reserved", "first published", "this article (?:was )?(?:originally|first) (?:appeared|published)",
		"this story (?:was )?(?:originally|first) (?:appeared|published)", "email: ", "this article is more than",
	},
	bios:     []string{"is", "was", "works", "writes", "covers", "reports", "can be reached", "has been", "joined"},
	comments: []string{"(?:all |reader |view |show )?comments?", "leave a (?:comment|reply)", "join the (?:conversation|discussion)"},
	paywall: []string{
		"(?:subscribe|sign up|log ?in|register) to (?:continue|keep) reading", "to continue reading",
		"this (?:article|story|content) is (?:for|only available to|reserved for) (?:subscribers|members)", "already a subscriber", "unlock this article",
		"subscribers only", "subscribe to read",
	},
	consent: []string{
		"we (?:and our partners )?(?:use|value) (?:cookies|your privacy)", "accept all", "manage (?:preferences|options|cookies)", "your consent",
	},
	embedNotes: []string{
		`affiliate[- ]links?\b`, "we may earn a commission", "this content is provided by", "we need your (?:permission|consent)", "accept .{0,30}cookies",
	},
	screenOnly: "(opens in a new window)|(opens in new window)|(opens in a new tab)|(opens in new tab)|(external link)|opens in a new tab|opens in new window",
}
