package parse

// wildCases are shapes that readers of other programs have met, each in a feed of its own.
var wildCases = []conforming{
	{name: "a title that ends in a sign that opens a tag", doc: rssItem("<title>Warum a&lt;b und nicht b&lt;a</title>"), want: "headline = Warum a<b und nicht b<a"},
	{name: "a title of two letters and the sign between", doc: rssItem("<title>A&lt;B</title>"), want: "headline = A<B"},
	{name: "a title whose tag was cut", doc: rssItem(`<title>Der Hafen &lt;a href="https://bote.exam</title>`), want: "headline = Der Hafen"},
	{name: "an id that is an address stands for the link", doc: atomEntry("<title>a</title><id>https://bote.example/a</id>"), want: "link = https://bote.example/a\nid = https://bote.example/a"},
	{name: "an id that is none does not", doc: atomEntry("<title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>"), want: "link ="},
	{name: "a link goes before the id", doc: atomEntry(`<id>https://bote.example/a</id><link href="https://bote.example/b"/>`), want: "link = https://bote.example/b"},
	{name: "relative to the entry's page", doc: rssItem(`<description>&lt;img src="wagen.png"&gt;</description><link>https://bote.example/2026/zug/</link>`), o: Options{URL: "https://bote.example/feed.xml"}, want: `summary = <img src="https://bote.example/2026/zug/wagen.png">`},
	{name: "relative to the page that is relative itself", doc: rssItem(`<link>2026/zug/</link><description>&lt;img src="wagen.png"&gt;</description>`), o: Options{URL: "https://bote.example/feeds/"}, want: `summary = <img src="https://bote.example/feeds/2026/zug/wagen.png">`},
	{name: "a base that is named goes before", doc: atomEntry(`<link href="https://bote.example/2026/zug/"/><content type="html" xml:base="https://bote.example/bilder/">&lt;img src="wagen.png"&gt;</content>`), want: `content = <img src="https://bote.example/bilder/wagen.png">`},
	{name: "no page, so relative to the feed", doc: rssItem(`<description>&lt;img src="wagen.png"&gt;</description>`), o: Options{URL: "https://bote.example/feeds/"}, want: `summary = <img src="https://bote.example/feeds/wagen.png">`},
	{name: "JSON relative to the entry's page", doc: `{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"https://bote.example/zug/","content_html":"<img src=\"wagen.png\">"}]}`, o: Options{URL: "https://bote.example/feed.json"}, want: `content = <img src="https://bote.example/zug/wagen.png">`},
	{name: "an author with a job", doc: rssItem("<title>a</title><author><name>Ada Lindner</name><title>Chefin</title><department/></author>"), want: "headline = a\nby = Ada Lindner\nwrong ="},
	{name: "an entry within an extension", doc: rssItem(`<title>a</title><ht:extra xmlns:ht="https://bote.example/ns"><item><title>b</title><link>https://bote.example/b</link></item></ht:extra><link>https://bote.example/a</link>`), want: "entries = 1\nheadline = a\nlink = https://bote.example/a\nwrong ="},
	{name: "an entry without an end within nothing", doc: rssChannel("<item><title>a</title><item><title>b</title></item>"), want: "entries = 2\nheadline = a\n1.headline = b"},
	{name: "a film's description keeps its lines", doc: rssWith(`xmlns:media="http://search.yahoo.com/mrss/"`, "<media:group><media:description>Wir bauen.\n00:00 Anfang\n\n02:10 Turm</media:description></media:group>"), want: "summary = <p>Wir bauen.</p><p>00:00 Anfang</p><p>02:10 Turm</p>"},
	{name: "an empty content is not in the way", doc: rssWith(`xmlns:content="http://purl.org/rss/1.0/modules/content/"`, "<content:encoded><![CDATA[ ]]></content:encoded><fulltext>Text</fulltext>"), want: "content = Text"},
	{name: "months of the feed's language", doc: rssChannel("<language>hr</language><item><pubDate>čet, 3 lis 2024 10:00</pubDate></item>"), want: "utc = 2024-10-03T10:00:00Z"},
	{name: "a zone that nobody knows", doc: rssItem("<pubDate>Mon, 23 Sep 2024 10:11:12 XYZ</pubDate>"), want: "utc = 2024-09-23T10:11:12Z"},
}
