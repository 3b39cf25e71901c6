package parse

// textTypes are Atom's ways to write one text, as each element with text may.
var atomCases = []conforming{
	{name: "a title without a type", doc: atomEntry(`<title>Brücke gesperrt</title>`), want: `headline = Brücke gesperrt`},
	{name: "a title of text", doc: atomEntry(`<title type="text">Preis &lt; 5 Euro</title>`), want: `headline = Preis < 5 Euro`},
	{name: "a title of text that is about markup", doc: atomEntry(`<title type="text">Das Element &lt;b&gt;</title>`), want: `headline = Das Element <b>`},
	{name: "a title of HTML", doc: atomEntry(`<title type="html">Brücke &lt;b>gesperrt&lt;/b></title>`), want: `headline = Brücke gesperrt`},
	{name: "a title of HTML with a reference", doc: atomEntry(`<title type="html">Bäcker &amp;amp; Söhne</title>`), want: `headline = Bäcker & Söhne`},
	{name: "a title of HTML with a less-than", doc: atomEntry(`<title type="html">1 &amp;lt; 2</title>`), want: `headline = 1 < 2`},
	{name: "a title of XHTML", doc: atomEntry(`<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Brücke <b>gesperrt</b></div></title>`), want: `headline = Brücke gesperrt`},
	{name: "a title of XHTML with a prefix", doc: atomEntry(`<title type="xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><h:div>Brücke <h:em>gesperrt</h:em></h:div></title>`), want: `headline = Brücke gesperrt`},
	{name: "a title of XHTML with a less-than", doc: atomEntry(`<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2</div></title>`), want: `headline = 1 < 2`},
	{name: "a title of a media type of HTML", doc: atomEntry(`<title type="text/html">Brücke &lt;i>gesperrt&lt;/i></title>`), want: `headline = Brücke gesperrt`},
	{name: "a title in base64", doc: atomEntry(`<title type="application/octet-stream">QnLDvGNrZSBnZXNwZXJydA==</title>`), want: `headline = Brücke gesperrt`},
	{name: "a picture in base64 is no text", doc: atomEntry(`<title>x</title><content type="image/gif">R0lGODlhAQABAAAAACw=</content>`), want: `content =`},
	{name: "a title in CDATA", doc: atomEntry(`<title type="html"><![CDATA[Brücke <b>gesperrt</b>]]></title>`), want: `headline = Brücke gesperrt`},
	{name: "blanks and line ends in a title", doc: atomEntry("<title>\n  Brücke\n\tgesperrt  </title>"), want: `headline = Brücke gesperrt`},
	{name: "an empty title", doc: atomEntry(`<title/><id>x</id>`), want: "headline =\nid = x"},
	{name: "a summary of text", doc: atomEntry(`<summary>Der Rat &lt;tagt&gt;</summary>`), want: `summary = Der Rat &lt;tagt&gt;`},
	{name: "a summary of HTML", doc: atomEntry(`<summary type="html">&lt;p>Der Rat tagt&lt;/p></summary>`), want: `summary = <p>Der Rat tagt</p>`},
	{name: "a summary of XHTML", doc: atomEntry(`<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Rat tagt</p></div></summary>`), want: `summary = <p>Der Rat tagt</p>`},
	{name: "content of text", doc: atomEntry(`<content type="text">a &amp; b</content>`), want: `content = a &amp; b`},
	{name: "content of HTML", doc: atomEntry(`<content type="html">&lt;p>a &amp;amp; b&lt;/p></content>`), want: `content = <p>a &amp; b</p>`},
	{name: "content of XHTML", doc: atomEntry(`<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &amp; b</p></div></content>`), want: `content = <p>a &amp; b</p>`},
	{name: "content in base64", doc: atomEntry(`<content type="application/octet-stream">PHA+RGVyIFJhdDwvcD4=</content>`), want: `content = <p>Der Rat</p>`},
	{name: "content elsewhere is the link", doc: atomEntry(`<content src="https://bote.example/1" type="text/html"/>`), want: `link = https://bote.example/1`},
	{name: "summary beside content", doc: atomEntry(`<summary>kurz</summary><content type="html">lang</content>`), want: "summary = kurz\ncontent = lang"},
	{name: "an id", doc: atomEntry(`<id>tag:bote.example,2025:1</id>`), want: `id = tag:bote.example,2025:1`},
	{name: "an id is not normalised", doc: atomEntry(`<id>http://Bote.example:80/~a/%7Eb/../c</id>`), want: `id = http://Bote.example:80/~a/%7Eb/../c`},
	{name: "published", doc: atomEntry(`<published>2025-03-03T10:00:00+01:00</published>`), want: `published = 2025-03-03T10:00:00+01:00`},
	{name: "updated", doc: atomEntry(`<updated>2025-03-03T10:00:00Z</updated>`), want: "updated = 2025-03-03T10:00:00Z\npublished ="},
	{name: "an author", doc: atomEntry(`<author><name>Ada Lindner</name><email>ada@bote.example</email></author>`), want: `by = Ada Lindner`},
	{name: "two authors", doc: atomEntry(`<author><name>Ada Lindner</name></author><author><name>Jan Krug</name></author>`), want: `by = Ada Lindner + Jan Krug`},
	{name: "an author with a mail alone", doc: atomEntry(`<author><email>ada@bote.example</email></author>`), want: `by = ada@bote.example`},
	{name: "an author with elements of others", doc: atomEntry(`<author><name>Ada Lindner</name><x:desk xmlns:x="urn:x">Politik</x:desk></author>`), want: `by = Ada Lindner`},
	{name: "a contributor is no author", doc: atomEntry(`<contributor><name>Jan Krug</name></contributor>`), want: `by =`},
	{name: "the feed's author", doc: atomFeed(`<author><name>Ada Lindner</name></author><entry><title>x</title></entry>`), want: `by = Ada Lindner`},
	{name: "the source's author", doc: atomEntry(`<source><author><name>Ada Lindner</name></author><title>Fremd</title></source><title>x</title>`), want: "by = Ada Lindner\nheadline = x"},
	{name: "the source's texts are not the entry's", doc: atomEntry(`<source><title>Fremd</title><id>f</id><link href="https://fremd.example/"/><updated>2020-01-01T00:00:00Z</updated></source>`), want: "headline =\nid =\nlink =\nupdated ="},
	{name: "a category's term", doc: atomEntry(`<category term="politik"/>`), want: `topics = politik`},
	{name: "a category's label", doc: atomEntry(`<category term="politik" label="Politik &amp; mehr"/>`), want: `topics = Politik & mehr`},
	{name: "a category that is text", doc: atomEntry(`<category>Sport</category><category term="Kultur"/>`), want: `topics = Sport + Kultur`},
	{name: "a link without rel", doc: atomEntry(`<link href="https://bote.example/1"/>`), want: `link = https://bote.example/1`},
	{name: "a link of rel alternate", doc: atomEntry(`<link rel="self" href="https://bote.example/1.atom"/><link rel="alternate" href="https://bote.example/1"/>`), want: `link = https://bote.example/1`},
	{name: "rel written as an address", doc: atomEntry(`<link rel="http://www.iana.org/assignments/relation/alternate" href="https://bote.example/1"/>`), want: `link = https://bote.example/1`},
	{name: "HTML before other alternates", doc: atomEntry(`<link rel="alternate" type="application/json" href="https://bote.example/1.json"/><link rel="alternate" type="text/html" href="https://bote.example/1"/>`), want: `link = https://bote.example/1`},
	{name: "a link that is text", doc: atomEntry(`<link>https://bote.example/1</link>`), want: `link = https://bote.example/1`},
	{name: "a link without href", doc: atomEntry(`<link rel="alternate"/><link href="https://bote.example/1"/>`), want: `link = https://bote.example/1`},
	{name: "an enclosure", doc: atomEntry(`<link rel="enclosure" href="https://bote.example/1.mp3" type="audio/mpeg" length="77"/>`), want: `files = https://bote.example/1.mp3 audio/mpeg 77`},
	{name: "an enclosure without href", doc: atomEntry(`<title>x</title><link rel="enclosure" type="audio/mpeg"/>`), want: "files =\nheadline = x"},
	{name: "replies", doc: atomEntry(`<link rel="replies" type="text/html" href="https://bote.example/1#k" xmlns:thr="http://purl.org/syndication/thread/1.0" thr:count="4"/><link rel="replies" type="application/atom+xml" href="https://bote.example/1.k"/>`), want: `comments = https://bote.example/1#k https://bote.example/1.k 4`},
	{name: "an ampersand in an attribute", doc: atomEntry(`<link href="https://bote.example/?a=1&amp;b=2"/>`), want: `link = https://bote.example/?a=1&b=2`},
	{name: "a feed's head", doc: atomFeed(`<title>Bote</title><subtitle>Nachrichten</subtitle><updated>2025-03-03T10:00:00Z</updated><icon>https://bote.example/i.png</icon><link href="https://bote.example/"/><link rel="self" href="https://bote.example/atom"/><link rel="hub" href="https://hub.example/"/>`), want: `
		title = Bote
		description = Nachrichten
		changed = 2025-03-03T10:00:00Z
		icon = https://bote.example/i.png
		site = https://bote.example/
		self = https://bote.example/atom
		hub = https://hub.example/
		entries = 0`},
	{name: "a logo for want of an icon", doc: atomFeed(`<logo>https://bote.example/l.png</logo><title>x</title>`), want: `icon = https://bote.example/l.png`},
	{name: "xml:lang of the feed and an entry", doc: `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de-at"><entry><title>a</title></entry><entry xml:lang="en"><title>b</title></entry></feed>`, want: "language = de-AT\n0.tongue = de-AT\n1.tongue = en"},
	{name: "the nearest title counts", doc: atomEntry(`<x:box xmlns:x="urn:x"><title>falsch</title></x:box><title>richtig</title>`), want: `headline = richtig`},
	{name: "an entry of nothing known counts", doc: atomFeed(`<entry><contributor><name>x</name></contributor></entry><entry><title>b</title></entry>`), want: "entries = 2\n1.headline = b"},
	{name: "an entry document", doc: `<entry xmlns="http://www.w3.org/2005/Atom"><title>Allein</title><id>1</id></entry>`, want: "entries = 1\nheadline = Allein"},
	{name: "a prefix for everything", doc: `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Bote</a:title><a:entry><a:title type="html">&lt;b>x&lt;/b></a:title></a:entry></a:feed>`, want: "title = Bote\nheadline = x"},
	{name: "rights and generator are not read as text", doc: atomFeed(`<rights>alle</rights><generator>x</generator><title>Bote</title>`), want: "title = Bote\ndescription ="},
}

var oldAtomCases = []conforming{
	{name: "a title without a type", doc: oldAtom(`<entry><title>Brücke</title></entry>`), want: `headline = Brücke`},
	{name: "a title escaped", doc: oldAtom(`<entry><title type="text/html" mode="escaped">Brücke &lt;b>gesperrt&lt;/b></title></entry>`), want: `headline = Brücke gesperrt`},
	{name: "a title inline", doc: oldAtom(`<entry><title type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml">Brücke <b>gesperrt</b></div></title></entry>`), want: `headline = Brücke gesperrt`},
	{name: "a title inline in mode xml", doc: oldAtom(`<entry><title type="text/html" mode="xml"><div>Brücke <b>gesperrt</b></div></title></entry>`), want: `headline = Brücke gesperrt`},
	{name: "a title with naked markup", doc: oldAtom(`<entry><title type="text/html" mode="xml">Brücke <b>gesperrt</b></title></entry>`), want: `headline = Brücke gesperrt`},
	{name: "a title in base64", doc: oldAtom(`<entry><title type="text/plain" mode="base64">QnLDvGNrZSBnZXNwZXJydA==</title></entry>`), want: `headline = Brücke gesperrt`},
	{name: "a title of HTML in base64", doc: oldAtom(`<entry><title type="text/html" mode="base64">QnLDvGNrZSA8Yj5nZXNwZXJydDwvYj4=</title></entry>`), want: `headline = Brücke gesperrt`},
	{name: "a title of plain text with brackets", doc: oldAtom(`<entry><title type="text/plain" mode="escaped">&lt;Brücke></title></entry>`), want: `headline = <Brücke>`},
	{name: "a summary escaped", doc: oldAtom(`<entry><summary type="text/html" mode="escaped">&lt;p>Rat&lt;/p></summary></entry>`), want: `summary = <p>Rat</p>`},
	{name: "a summary inline", doc: oldAtom(`<entry><summary type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rat</p></div></summary></entry>`), want: `summary = <p>Rat</p>`},
	{name: "content in base64", doc: oldAtom(`<entry><content type="text/html" mode="base64">PHA+UmF0PC9wPg==</content></entry>`), want: `content = <p>Rat</p>`},
	{name: "issued, modified", doc: oldAtom(`<entry><issued>2025-03-03T10:00:00Z</issued><modified>2025-03-04T10:00:00Z</modified></entry>`), want: "published = 2025-03-03T10:00:00Z\nupdated = 2025-03-04T10:00:00Z"},
	{name: "created for want of issued", doc: oldAtom(`<entry><created>2025-03-03T10:00:00Z</created></entry>`), want: `published = 2025-03-03T10:00:00Z`},
	{name: "issued before created", doc: oldAtom(`<entry><created>2025-03-02T10:00:00Z</created><issued>2025-03-03T10:00:00Z</issued></entry>`), want: `published = 2025-03-03T10:00:00Z`},
	{name: "tagline and modified of the feed", doc: oldAtom(`<title>Bote</title><tagline>Nachrichten</tagline><modified>2025-03-03T10:00:00Z</modified>`), want: "description = Nachrichten\nchanged = 2025-03-03T10:00:00Z"},
	{name: "an author with url", doc: oldAtom(`<entry><author><name>Ada Lindner</name><url>https://bote.example/ada</url></author></entry>`), want: `by = Ada Lindner`},
	{name: "a link", doc: oldAtom(`<entry><link rel="alternate" type="text/html" href="https://bote.example/1"/></entry>`), want: `link = https://bote.example/1`},
	{name: "info is no description", doc: oldAtom(`<title>Bote</title><info>Dies ist ein Feed</info>`), want: `description =`},
	{name: "version without a namespace", doc: `<feed version="0.3"><title>Bote</title><entry><title>x</title><issued>2025-03-03T10:00:00Z</issued></entry></feed>`, want: "title = Bote\npublished = 2025-03-03T10:00:00Z"},
}

var rssCases = []conforming{
	{name: "a channel's head", doc: rssChannel(`<title>Bote</title><link>https://bote.example/</link><description>Nachrichten</description><language>de-de</language><lastBuildDate>Mon, 03 Mar 2025 10:00:00 GMT</lastBuildDate><ttl>60</ttl>`), want: `
		title = Bote
		site = https://bote.example/
		description = Nachrichten
		language = de-DE
		changed = 2025-03-03T10:00:00Z
		ttl = 1h0m0s`},
	{name: "pubDate of the channel", doc: rssChannel(`<title>x</title><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate>`), want: `changed = 2025-03-03T10:00:00Z`},
	{name: "hours and days to skip", doc: rssChannel(`<title>x</title><skipHours><hour>0</hour><hour>23</hour></skipHours><skipDays><day>Sunday</day></skipDays>`), want: `skips = [0 23] [Sunday]`},
	{name: "the picture's texts are not the channel's", doc: rssChannel(`<image><title>Bild</title><link>https://bild.example/</link><url>https://bote.example/i.png</url></image><title>Bote</title><link>https://bote.example/</link>`), want: "title = Bote\nsite = https://bote.example/\nicon = https://bote.example/i.png"},
	{name: "the text input's texts are not the channel's", doc: rssChannel(`<title>Bote</title><textInput><title>Suche</title><description>Suchen</description><link>https://suche.example/</link></textInput>`), want: "title = Bote\ndescription =\nsite ="},
	{name: "a text input in an item", doc: rssItem(`<title>Brücke</title><textInput><link>https://suche.example/</link><description>Suche</description></textInput>`), want: "headline = Brücke\nlink =\nsummary ="},
	{name: "a self link in Atom's namespace", doc: `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="self" href="https://bote.example/rss"/><atom:link rel="hub" href="https://hub.example/"/><link>https://bote.example/</link></channel></rss>`, want: "self = https://bote.example/rss\nhub = https://hub.example/\nsite = https://bote.example/"},
	{name: "an item's elements", doc: rssItem(`<title>Brücke</title><link>https://bote.example/1</link><description>Rat</description><guid>https://bote.example/?p=1</guid><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate><category>Politik</category><category domain="x">Stadt</category><comments>https://bote.example/1#k</comments>`), want: `
		headline = Brücke
		link = https://bote.example/1
		summary = Rat
		id = https://bote.example/?p=1
		published = 2025-03-03T10:00:00Z
		topics = Politik + Stadt
		comments = https://bote.example/1#k  0`},
	{name: "a guid that is the link", doc: rssItem(`<guid>https://bote.example/1</guid>`), want: "id = https://bote.example/1\nlink = https://bote.example/1"},
	{name: "a guid that says so", doc: rssItem(`<guid isPermaLink="true">https://bote.example/1</guid>`), want: `link = https://bote.example/1`},
	{name: "a guid that is none", doc: rssItem(`<guid isPermaLink="false">https://bote.example/1</guid>`), want: "id = https://bote.example/1\nlink ="},
	{name: "the link before the guid", doc: rssItem(`<guid isPermaLink="true">https://bote.example/g</guid><link>https://bote.example/1</link>`), want: `link = https://bote.example/1`},
	{name: "a date alone", doc: rssItem(`<pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate>`), want: "entries = 1\npublished = 2025-03-03T10:00:00Z"},
	{name: "an author alone", doc: rssItem(`<author>Ada Lindner</author>`), want: "entries = 1\nby = Ada Lindner"},
	{name: "a category alone", doc: rssItem(`<category>Politik</category>`), want: "entries = 1\ntopics = Politik"},
	{name: "comments alone", doc: rssItem(`<comments>https://bote.example/k</comments>`), want: "entries = 1\ncomments = https://bote.example/k  0"},
	{name: "an enclosure", doc: rssItem(`<enclosure url="https://bote.example/1.mp3" length="100" type="audio/mpeg"/>`), want: `files = https://bote.example/1.mp3 audio/mpeg 100`},
	{name: "two enclosures", doc: rssItem(`<enclosure url="https://bote.example/1.mp3" type="audio/mpeg"/><enclosure url="https://bote.example/2.mp3" type="audio/mpeg"/>`), want: `files = https://bote.example/1.mp3 audio/mpeg 0 + https://bote.example/2.mp3 audio/mpeg 0`},
	{name: "a description in CDATA", doc: rssItem(`<description><![CDATA[<p>Der <b>Rat</b></p>]]></description>`), want: `summary = <p>Der <b>Rat</b></p>`},
	{name: "a description that is escaped", doc: rssItem(`<description>&lt;p&gt;Der Rat&lt;/p&gt;</description>`), want: `summary = <p>Der Rat</p>`},
	{name: "a description with naked markup", doc: rssItem(`<description>Der <b>Rat</b> tagt</description>`), want: `summary = Der <b>Rat</b> tagt`},
	{name: "a description in two pieces of CDATA", doc: rssItem(`<description><![CDATA[<p>Der ]]><![CDATA[Rat</p>]]></description>`), want: `summary = <p>Der Rat</p>`},
	{name: "content:encoded", doc: rssWith(`xmlns:content="http://purl.org/rss/1.0/modules/content/"`, `<description>kurz</description><content:encoded><![CDATA[<p>lang</p>]]></content:encoded>`), want: "summary = kurz\ncontent = <p>lang</p>"},
	{name: "xhtml:body", doc: rssWith(`xmlns:xhtml="http://www.w3.org/1999/xhtml"`, `<xhtml:body><xhtml:p>lang</xhtml:p></xhtml:body>`), want: `content = <p>lang</p>`},
	{name: "a body in a default namespace", doc: rssItem(`<title>x</title><body xmlns="http://www.w3.org/1999/xhtml"><p>lang</p></body>`), want: `content = <p>lang</p>`},
	{name: "Dublin Core in an item", doc: rssWith(`xmlns:dc="http://purl.org/dc/elements/1.1/"`, `<dc:title>Brücke</dc:title><dc:creator>Ada Lindner</dc:creator><dc:date>2025-03-03T10:00:00Z</dc:date><dc:subject>Politik</dc:subject><dc:description>Rat</dc:description>`), want: `
		headline = Brücke
		by = Ada Lindner
		published = 2025-03-03T10:00:00Z
		topics = Politik
		summary = Rat`},
	{name: "the item's own title before Dublin Core's", doc: rssWith(`xmlns:dc="http://purl.org/dc/elements/1.1/"`, `<dc:title>falsch</dc:title><title>richtig</title>`), want: `headline = richtig`},
	{name: "pubDate before dc:date", doc: rssWith(`xmlns:dc="http://purl.org/dc/elements/1.1/"`, `<dc:date>2020-01-01T00:00:00Z</dc:date><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate>`), want: `published = 2025-03-03T10:00:00Z`},
	{name: "terms of Dublin Core", doc: rssWith(`xmlns:dcterms="http://purl.org/dc/terms/"`, `<dcterms:issued>2025-03-03T10:00:00Z</dcterms:issued><dcterms:modified>2025-03-04T10:00:00Z</dcterms:modified>`), want: "published = 2025-03-03T10:00:00Z\nupdated = 2025-03-04T10:00:00Z"},
	{name: "slash and wfw", doc: rssWith(`xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"`, `<comments>https://bote.example/k</comments><slash:comments>7</slash:comments><wfw:commentRss>https://bote.example/k.rss</wfw:commentRss>`), want: `comments = https://bote.example/k https://bote.example/k.rss 7`},
	{name: "FeedBurner's original link and file", doc: rssWith(`xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"`, `<link>https://feeds.example/~r/1</link><feedburner:origLink>https://bote.example/1</feedburner:origLink><enclosure url="https://feeds.example/~5/1.mp3" type="audio/mpeg" length="7"/><feedburner:origEnclosureLink>https://bote.example/1.mp3</feedburner:origEnclosureLink>`), want: "link = https://bote.example/1\nfiles = https://bote.example/1.mp3 audio/mpeg 7"},
	{name: "the podcast's author for items without one", doc: `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><itunes:owner><itunes:name>Bote Verlag</itunes:name></itunes:owner><itunes:author>Ada Lindner</itunes:author><item><title>a</title></item><item><title>b</title><itunes:author>Jan Krug</itunes:author></item></channel></rss>`, want: "0.by = Ada Lindner\n1.by = Jan Krug"},
	{name: "the podcast's owner for want of an author", doc: `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><itunes:owner><itunes:email>bote@bote.example</itunes:email></itunes:owner><item><title>a</title></item></channel></rss>`, want: "by = bote@bote.example"},
	{name: "the managing editor wrote nothing", doc: rssChannel(`<managingEditor>chef@bote.example (Mia Sand)</managingEditor><webMaster>it@bote.example</webMaster><item><title>a</title></item>`), want: "by ="},
	{name: "Google's podcasts", doc: rssWith(`xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0"`, `<googleplay:author>Ada Lindner</googleplay:author><googleplay:description>Folge 1</googleplay:description>`), want: "by = Ada Lindner\nsummary = Folge 1"},
	{name: "a file by its peers", doc: rssWith(`xmlns:media="http://search.yahoo.com/mrss/"`, `<media:peerLink type="application/x-bittorrent" href="https://bote.example/1.torrent"/>`), want: "files = https://bote.example/1.torrent application/x-bittorrent 0"},
	{name: "comments that are words", doc: rssItem(`<title>x</title><comments>Noch keine Kommentare</comments>`), o: Options{URL: "https://bote.example/rss"}, want: "comments = 0"},
	{name: "a source is not the item", doc: rssItem(`<source url="https://fremd.example/rss">Fremd</source><title>Brücke</title>`), want: "headline = Brücke\nlink ="},
	{name: "RSS 0.91 with its document type", doc: `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Bote</title><item><title>Brücke</title></item></channel></rss>`, want: "title = Bote\nheadline = Brücke"},
	{name: "RSS 0.92 without titles", doc: `<rss version="0.92"><channel><title>Bote</title><item><description>Nur Text.</description></item></channel></rss>`, want: "headline =\nsummary = Nur Text."},
	{name: "no version", doc: `<rss><channel><title>Bote</title></channel></rss>`, want: `title = Bote`},
	{name: "a version of tomorrow", doc: `<rss version="9.9"><channel><title>Bote</title><item><title>x</title></item></channel></rss>`, want: `headline = x`},
	{name: "items outside of the channel", doc: `<rss version="2.0"><channel><title>Bote</title></channel><item><title>Brücke</title></item></rss>`, want: "title = Bote\nheadline = Brücke"},
	{name: "small and capital letters as they come", doc: `<RSS VERSION="2.0"><CHANNEL><TITLE>Bote</TITLE><ITEM><Title>Brücke</Title><PubDate>Mon, 03 Mar 2025 10:00:00 GMT</PubDate></ITEM></CHANNEL></RSS>`, want: "title = Bote\nheadline = Brücke\npublished = 2025-03-03T10:00:00Z"},
	{name: "sy:updatePeriod", doc: `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>x</title><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>`, want: `ttl = 30m0s`},
	{name: "a document type of HTML", doc: `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/x"><rss><channel><title>Bote</title></channel></rss>`, want: `title = Bote`},
}

var rdfCases = []conforming{
	{name: "RSS 1.0", doc: rdfFeed(`<channel rdf:about="https://bote.example/rdf"><title>Bote</title><link>https://bote.example/</link><description>Nachrichten</description><items><rdf:Seq><rdf:li resource="https://bote.example/1"/></rdf:Seq></items></channel><item rdf:about="https://bote.example/1"><title>Brücke</title><link>https://bote.example/1</link><description>Rat</description><dc:date>2025-03-03T10:00:00+01:00</dc:date><dc:creator>Ada Lindner</dc:creator><dc:subject>Politik</dc:subject></item>`), want: `
		title = Bote
		site = https://bote.example/
		description = Nachrichten
		entries = 1
		headline = Brücke
		link = https://bote.example/1
		id = https://bote.example/1
		summary = Rat
		published = 2025-03-03T10:00:00+01:00
		by = Ada Lindner
		topics = Politik`},
	{name: "rdf:about for want of a link", doc: rdfFeed(`<item rdf:about="https://bote.example/1"><title>x</title></item>`), want: "link = https://bote.example/1\nid = https://bote.example/1"},
	{name: "a picture beside the channel", doc: rdfFeed(`<channel><title>Bote</title></channel><image rdf:about="https://bote.example/i.png"><title>Bild</title><url>https://bote.example/i.png</url><link>https://bild.example/</link></image>`), want: "title = Bote\nicon = https://bote.example/i.png"},
	{name: "a text input beside the channel", doc: rdfFeed(`<channel><title>Bote</title></channel><textinput><title>Suche</title><link>https://suche.example/</link></textinput>`), want: "title = Bote\nsite ="},
	{name: "RSS 0.90", doc: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Bote</title></channel><item><title>Brücke</title><link>https://bote.example/1</link></item></rdf:RDF>`, want: "title = Bote\nheadline = Brücke\nlink = https://bote.example/1"},
	{name: "content:encoded", doc: rdfFeed(`<item><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>lang</p>]]></content:encoded></item>`), want: `content = <p>lang</p>`},
	{name: "the root in capital letters of another kind", doc: `<rdf:rdf xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item><title>x</title></item></rdf:rdf>`, want: `headline = x`},
	{name: "a prefix for RSS", doc: `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:channel><s:title>Bote</s:title></s:channel><s:item r:about="https://bote.example/1"><s:title>x</s:title></s:item></r:RDF>`, want: "title = Bote\nheadline = x\nlink = https://bote.example/1"},
	{name: "dc:language and dc:date of the channel", doc: rdfFeed(`<channel><title>x</title><dc:language>de</dc:language><dc:date>2025-03-03T10:00:00Z</dc:date></channel>`), want: "language = de\nchanged = 2025-03-03T10:00:00Z"},
	{name: "RSS 1.1", doc: `<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="https://bote.example/rss"><title>Bote</title><link>https://bote.example/</link><items rdf:parseType="Collection"><item rdf:about="https://bote.example/1"><title>Brücke</title><link>https://bote.example/1</link></item></items></Channel>`, want: "title = Bote\nentries = 1\nheadline = Brücke"},
}

var jsonCases = []conforming{
	{name: "1.0", doc: `{"version":"https://jsonfeed.org/version/1","title":"Bote","home_page_url":"https://bote.example/","feed_url":"https://bote.example/f.json","description":"Nachrichten","favicon":"https://bote.example/f.ico","author":{"name":"Ada Lindner"},"items":[{"id":"1","url":"https://bote.example/1","title":"Brücke","content_html":"<p>Rat</p>","summary":"kurz","date_published":"2025-03-03T10:00:00+01:00","date_modified":"2025-03-04T10:00:00Z","tags":["Politik","Stadt"],"image":"https://bote.example/b.jpg"}]}`, want: `
		title = Bote
		site = https://bote.example/
		self = https://bote.example/f.json
		description = Nachrichten
		icon = https://bote.example/f.ico
		id = 1
		link = https://bote.example/1
		headline = Brücke
		content = <p>Rat</p>
		summary = kurz
		published = 2025-03-03T10:00:00+01:00
		updated = 2025-03-04T10:00:00Z
		topics = Politik + Stadt
		image = https://bote.example/b.jpg
		by = Ada Lindner`},
	{name: "1.1: authors and language", doc: `{"version":"https://jsonfeed.org/version/1.1","title":"Bote","language":"de-DE","authors":[{"name":"Ada Lindner"},{"name":"Jan Krug"}],"items":[{"id":"1","content_text":"a < b"},{"id":"2","content_text":"x","authors":[{"name":"Mia Sand"}],"language":"en"}]}`, want: "language = de-DE\n0.by = Ada Lindner + Jan Krug\n1.by = Mia Sand\n1.tongue = en\n0.content = a &lt; b"},
	{name: "attachments", doc: `{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":"1","attachments":[{"url":"https://bote.example/1.mp3","mime_type":"audio/mpeg","size_in_bytes":12}]}]}`, want: `files = https://bote.example/1.mp3 audio/mpeg 12`},
	{name: "a hub", doc: `{"version":"https://jsonfeed.org/version/1","title":"x","hubs":[{"type":"WebSub","url":"https://hub.example/"}],"items":[]}`, want: "hub = https://hub.example/\nentries = 0"},
	{name: "an id that is a number", doc: `{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":12345678901234567890,"content_text":"x"}]}`, want: `id = 12345678901234567890`},
	{name: "external_url for want of url", doc: `{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":"1","external_url":"https://fremd.example/1"}]}`, want: `link = https://fremd.example/1`},
	{name: "a banner for want of a picture", doc: `{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":"1","banner_image":"https://bote.example/b.jpg"}]}`, want: `image = https://bote.example/b.jpg`},
	{name: "members of other types than they should be", doc: `{"version":"https://jsonfeed.org/version/1","title":"Bote","icon":7,"items":[{"id":"1","title":null,"tags":"Politik","author":"Ada Lindner","date_published":12,"content_text":"x"}]}`, want: "title = Bote\nheadline =\nby = Ada Lindner\npublished =\ncontent = x"},
	{name: "a comma too many", doc: `{"version":"https://jsonfeed.org/version/1","title":"Bote","items":[{"id":"1","title":"a",},],}`, want: "entries = 1\nheadline = a"},
	{name: "a line end in a text", doc: "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"Bote\",\"items\":[{\"id\":\"1\",\"title\":\"a\nb\"}]}", want: `headline = a b`},
	{name: "cut short", doc: `{"version":"https://jsonfeed.org/version/1","title":"Bote","items":[{"id":"1","title":"a"},{"id":"2","ti`, want: "title = Bote\nentries = 1\nheadline = a"},
	{name: "no version but items", doc: `{"title":"Bote","home_page_url":"https://bote.example/","items":[{"id":"1","title":"a"}]}`, want: `headline = a`},
	{name: "a mark of UTF-8 in front", doc: "\uFEFF" + `{"version":"https://jsonfeed.org/version/1","title":"Bote","items":[]}`, want: `title = Bote`},
}

var cdfCases = []conforming{
	{name: "a channel", doc: `<CHANNEL HREF="https://bote.example/" LASTMOD="2025-03-03T10:00"><TITLE>Bote</TITLE><ABSTRACT>Nachrichten</ABSTRACT><ITEM HREF="https://bote.example/1" LASTMOD="2025-03-03T10:00"><TITLE>Brücke</TITLE><ABSTRACT>Rat</ABSTRACT></ITEM></CHANNEL>`, want: `
		title = Bote
		description = Nachrichten
		site = https://bote.example/
		headline = Brücke
		summary = Rat
		link = https://bote.example/1
		updated = 2025-03-03T10:00:00Z`},
	{name: "a base", doc: `<CHANNEL BASE="https://bote.example/a/" HREF="https://bote.example/"><TITLE>Bote</TITLE><ITEM HREF="1.html"><TITLE>Brücke</TITLE></ITEM></CHANNEL>`, want: `link = https://bote.example/a/1.html`},
	{name: "titles as attributes of links", doc: `<CHANNEL><A HREF="https://bote.example/">Bote</A><TITLE>Bote</TITLE><ITEM><TITLE>Brücke</TITLE></ITEM></CHANNEL>`, want: `headline = Brücke`},
}
