package parse

import (
	"bytes"

	"depesche/feed/markup"
)

// space is a vocabulary: what a namespace means to us.
type space byte

const (
	plain   space = 'p' // RSS of every version, CDF, and what has no namespace
	atom    space = 'a' // Atom 0.3 and 1.0
	dublin  space = 'd' // Dublin Core, its terms too
	encoded space = 'e' // content:encoded
	media   space = 'm' // Media RSS
	itunes  space = 'i'
	rdf     space = 'r'
	slash   space = 's'
	wfw     space = 'w'
	syndic  space = 'y' // update period
	xhtml   space = 'x'
	thread  space = 't' // Atom threading
	webfeed space = 'f' // feedly's
	burner  space = 'b' // FeedBurner's
	other   space = 'o' // anything else
)

// vocabularies are the namespaces' addresses, without scheme, "www." and the end's
// punctuation: publishers spell them in many ways.
var vocabularies = map[string]space{
	"w3.org/2005/atom":                       atom,
	"purl.org/atom/ns":                       atom,
	"purl.org/atom":                          atom,
	"purl.org/dc/elements/1.1":               dublin,
	"purl.org/dc/elements/1.0":               dublin,
	"purl.org/dc/terms":                      dublin,
	"purl.org/metadata/dublin_core":          dublin,
	"purl.org/rss/1.0/modules/dc":            dublin,
	"purl.org/rss/1.0/modules/dcterms":       dublin,
	"purl.org/rss/1.0/modules/content":       encoded,
	"search.yahoo.com/mrss":                  media,
	"video.search.yahoo.com/mrss":            media,
	"rssboard.org/media-rss":                 media,
	"itunes.com/dtds/podcast-1.0.dtd":        itunes,
	"example.com/dtds/podcast-1.0.dtd":       itunes,
	"google.com/schemas/play-podcasts/1.0":   itunes,
	"rssnamespace.org/feedburner/ext/1.0":    burner,
	"w3.org/1999/02/22-rdf-syntax-ns":        rdf,
	"purl.org/rss/1.0/modules/slash":         slash,
	"wellformedweb.org/commentapi":           wfw,
	"purl.org/rss/1.0/modules/syndication":   syndic,
	"w3.org/1999/xhtml":                      xhtml,
	"purl.org/syndication/thread/1.0":        thread,
	"webfeeds.org/rss/1.0":                   webfeed,
	"purl.org/rss/1.0":                       plain,
	"channel.netscape.com/rdf/simple/0.9":    plain,
	"my.netscape.com/rdf/simple/0.9":         plain,
	"purl.org/net/rss1.1":                    plain,
	"backend.userland.com/rss":               plain,
	"backend.userland.com/rss2":              plain,
	"backend.userland.com/rss20":             plain,
	"blogs.law.harvard.edu/tech/rss":         plain,
	"cyber.law.harvard.edu/rss/rss.html":     plain,
	"cyber.harvard.edu/rss/rss.html":         plain,
	"rssboard.org/rss-specification":         plain,
	"my.netscape.com/publish/formats/rss":    plain,
	"my.netscape.com/publish/formats/rss2.0": plain,
}

// prefixes are what the usual prefixes mean where nothing, or nothing sensible, is declared.
var prefixes = map[string]space{
	"atom": atom, "atom10": atom, "atom03": atom, "a10": atom,
	"dc": dublin, "dcterms": dublin, "dct": dublin,
	"content": encoded, "media": media, "itunes": itunes, "rdf": rdf, "slash": slash, "wfw": wfw, "sy": syndic,
	"xhtml": xhtml, "xh": xhtml, "thr": thread, "webfeeds": webfeed, "rss": plain, "feedburner": burner, "googleplay": itunes,
}

// hosts of the vocabularies: an unknown address there is a misspelt known one.
var vocabularyHosts = []string{"purl.org", "yahoo.com", "itunes.com", "w3.org", "wellformedweb.org", "webfeeds.org", "rssboard.org"}

// vocabulary tells what a declared namespace means.
func vocabulary(prefix, address []byte) space {
	a := bytes.ToLower(bytes.TrimSpace(address))
	if i := bytes.Index(a, []byte("://")); i >= 0 {
		a = a[i+3:]
	}
	a = bytes.TrimPrefix(a, []byte("www."))
	a = bytes.TrimRight(a, "/#")
	if s, ok := vocabularies[string(a)]; ok {
		return s
	}
	if len(a) == 0 && len(prefix) == 0 {
		return plain
	}
	if s, ok := prefixes[string(bytes.ToLower(prefix))]; ok {
		if len(a) == 0 {
			return s
		}
		for _, h := range vocabularyHosts {
			if bytes.Contains(a, []byte(h)) {
				return s
			}
		}
	}
	return other
}

// element is what a tag means to us.
type element uint8

const (
	unknown element = iota

	// What holds others.
	root
	channel
	entry
	image
	textInput
	original // <source>: where an entry came from
	skipHours
	skipDays
	mediaGroup
	mediaContent
	mediaThumbnail
	cloud
	foreign // an entry that stands within an extension of another one
	wrapper // rdf:Seq and the like: as if it were not there

	// What holds text, or attributes alone.
	title
	link
	guid
	description
	content
	abstract
	subtitle
	published
	created
	updated
	dateTold
	lastBuild
	author
	creator
	podcastAuthor
	category
	keywords
	comments
	commentsFeed
	commentCount
	commentLink
	language
	ttl
	hour
	day
	enclosure
	address // <url> of an image
	icon
	logo
	podcastImage
	mediaTitle
	mediaDescription
	mediaCredit
	mediaCopyright
	updatePeriod
	updateFrequency
	podcastSummary
	podcastSubtitle
	podcastOwner
	podcastDuration
	burnerLink // where FeedBurner's redirect leads
	burnerFile
	peerLink
	ignored // known to be of no use, and to hold text
)

// elements tells what a name in a vocabulary means: its letter, then the name in small letters.
var elements = map[string]element{
	"prss": root, "pfeed": root, "prdf": root, "rrdf": root, "afeed": root,
	"pchannel": channel, "pitem": entry, "pentry": entry, "aentry": entry,
	"pimage": image, "ptextinput": textInput, "psource": original, "asource": original,
	"pskiphours": skipHours, "pskipdays": skipDays, "pcloud": cloud,
	"pitems": ignored, "rseq": wrapper, "rbag": wrapper, "rli": wrapper, "rdescription": wrapper,

	"ptitle": title, "atitle": title, "dtitle": title, "xtitle": title,
	"plink": link, "alink": link,
	"pguid": guid, "pid": guid, "aid": guid,
	"pdescription": description, "ddescription": description, "dabstract": description,
	"psummary": description, "asummary": description, "xsummary": description, "pabstract": description,
	"pcontent": content, "acontent": content, "eencoded": content, "xcontent": content, "pbody": content, "xbody": content, "xdiv": content,
	"pfullitem": content, "pfulltext": content, "pcontent_encoded": content,
	"psubtitle": subtitle, "asubtitle": subtitle, "ptagline": subtitle, "atagline": subtitle, "pinfo": ignored, "ainfo": ignored,

	"ppubdate": published, "ppublished": published, "apublished": published, "pissued": published, "aissued": published, "dissued": published,
	"pcreated": created, "acreated": created, "dcreated": created, "ddate": dateTold, "pdate": dateTold, "davailable": dateTold,
	"pupdated": updated, "aupdated": updated, "pmodified": updated, "amodified": updated, "dmodified": updated,
	"plastbuilddate": lastBuild, "plastmod": updated,

	"pauthor": author, "aauthor": author, "dcreator": creator, "dauthor": creator, "pcreator": creator, "iauthor": podcastAuthor,
	"pcategory": category, "acategory": category, "dsubject": category, "ikeywords": keywords,
	"pcomments": comments, "wcommentrss": commentsFeed, "wcomment": commentLink, "scomments": commentCount, "ttotal": commentCount,
	"planguage": language, "dlanguage": language, "pttl": ttl, "phour": hour, "pday": day,
	"penclosure": enclosure, "purl": address, "picon": icon, "aicon": icon, "ficon": icon, "plogo": logo, "alogo": logo, "flogo": logo, "fcover": ignored,
	"iimage": podcastImage, "isummary": podcastSummary, "isubtitle": podcastSubtitle, "iduration": podcastDuration,
	"yupdateperiod": updatePeriod, "yupdatefrequency": updateFrequency,

	"mgroup": mediaGroup, "mcontent": mediaContent, "mthumbnail": mediaThumbnail,
	"mtitle": mediaTitle, "mdescription": mediaDescription, "mtext": ignored, "mcredit": mediaCredit, "mcopyright": mediaCopyright,

	"pcopyright": ignored, "pgenerator": ignored, "agenerator": ignored, "prights": ignored, "arights": ignored, "drights": ignored,
	"pmanagingeditor": ignored, "pwebmaster": ignored, "pdocs": ignored, "prating": ignored, "pcontributor": ignored, "acontributor": ignored,
	"dcontributor": ignored, "dpublisher": ignored, "iowner": podcastOwner, "idescription": podcastSummary,
	"boriglink": burnerLink, "borigenclosurelink": burnerFile, "mpeerlink": peerLink,
}

// holds reports whether an element holds others; the rest is taken whole.
func (e element) holds() bool { return e > unknown && e <= wrapper }

// long reports whether an element may hold markup that is not escaped.
func (e element) long() bool {
	switch e {
	case description, content, subtitle, podcastSummary, mediaDescription, ignored:
		return true
	default: // the rest means nothing here
	}
	return false
}

// binding is a prefix in scope.
type binding struct {
	prefix string
	means  space
}

// frames are the elements a feed is made of.
var frames = map[string]bool{"rss": true, "feed": true, "channel": true, "item": true, "entry": true}

// maxBindings bounds how many prefixes are in scope at once.
const maxBindings = 64

// bind notes the namespaces that a start tag declares. A vocabulary that nobody knows means
// nothing, but as the one of a whole feed or entry: that is RSS with a name of its own.
func (r *reader) bind(tag, attrs []byte) {
	if !bytes.Contains(attrs, []byte("xmlns")) {
		return
	}
	for len(attrs) > 0 {
		name, value, rest := markup.NextAttr(attrs)
		attrs = rest
		if len(name) == 0 {
			return
		}
		if !bytes.HasPrefix(name, []byte("xmlns")) || len(r.bindings) >= maxBindings {
			continue
		}
		prefix := name[len("xmlns"):]
		if len(prefix) > 0 && prefix[0] != ':' {
			continue
		}
		prefix = bytes.TrimPrefix(prefix, []byte(":"))
		means := vocabulary(prefix, value)
		if len(prefix) == 0 && means == other && (len(r.stack) == 0 || frames[string(bytes.ToLower(tag))]) {
			means = plain
		}
		r.bindings = append(r.bindings, binding{string(prefix), means})
	}
}

// resolve tells the vocabulary of a name and the part behind its prefix.
func (r *reader) resolve(name []byte) (space, []byte) {
	prefix, local := []byte(nil), name
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		prefix, local = name[:i], name[i+1:]
	}
	for i := len(r.bindings) - 1; i >= 0; i-- {
		if r.bindings[i].prefix == string(prefix) {
			return r.bindings[i].means, local
		}
	}
	if len(prefix) == 0 {
		return plain, local
	}
	var low [16]byte
	if len(prefix) > len(low) {
		return other, local
	}
	if s, ok := prefixes[string(lower(low[:0], prefix))]; ok {
		return s, local
	}
	return other, local
}

// element tells what a tag means, and in which vocabulary.
func (r *reader) element(name []byte) (element, space) {
	s, local := r.resolve(name)
	if s == other || len(local) > 24 {
		return unknown, s
	}
	var key [32]byte
	return elements[string(lower(append(key[:0], byte(s)), local))], s
}

func lower(dst, s []byte) []byte {
	for _, c := range s {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}
