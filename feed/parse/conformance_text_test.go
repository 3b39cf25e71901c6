package parse

import (
	"os"
	"strconv"
	"strings"
)

// dateCases put dates that are read, and such as must not be, in the elements that hold one.
func dateCases() []conforming {
	table, err := os.ReadFile("../date/testdata/feeds.txt")
	if err != nil {
		panic(err)
	}
	var out []conforming
	for line := range strings.Lines(string(table)) {
		quoted, means, ok := strings.Cut(strings.TrimSpace(line), " -> ")
		if !ok {
			continue
		}
		written, err := strconv.Unquote(quoted)
		if err != nil {
			panic(err)
		}
		doc := rssItem("<pubDate>" + strings.ReplaceAll(written, "<", "&lt;") + "</pubDate>")
		if means == "none" {
			out = append(out, conforming{name: "not " + written, doc: doc, want: "published ="})
		} else {
			out = append(out, conforming{name: "pubDate " + written, doc: doc, want: "entries = 1\nutc = " + means})
		}
	}
	return out
}

// entityCases write one character in the ways of XML and HTML, in a title, a name and a text.
func entityCases() []conforming {
	var out []conforming
	for ref, char := range map[string]string{
		"&#228;": "ä", "&#xE4;": "ä", "&#XE4;": "ä", "&auml;": "ä", "&amp;auml;": "ä", "&amp;#228;": "ä", "&szlig;": "ß", "&euro;": "€", "&#128;": "€", "&#x80;": "€",
		"&#146;": "’", "&#8217;": "’", "&rsquo;": "’", "&bdquo;": "„", "&#132;": "„", "&ndash;": "–", "&mdash;": "—", "&hellip;": "…", "&#133;": "…", "&quot;": `"`,
		"&apos;": "'", "&#39;": "'", "&amp;": "&", "&amp;amp;": "&", "&amp;quot;": `"`, "&lt;": "<", "&gt;": ">", "&#60;": "<", "&#38;": "&", "&#x1F4F0;": "📰",
		"&copy;": "©", "&frac12;": "½", "&Ccaron;": "Č", "&NotEqualTilde;": "≂̸", "&AMP;": "&", "&nosuch;": "&nosuch;", "& ": "& ", "&;": "&;", "&#;": "&#;", "&#x110000;": "\uFFFD",
		"&#55296;": "\uFFFD", "&": "&", "&b=2": "&b=2",
	} {
		out = append(out,
			conforming{name: "in RSS " + ref, doc: rssItem("<title>x" + ref + "y</title>"), want: "headline = x" + char + "y"},
			conforming{name: "in Atom " + ref, doc: atomEntry("<title>x" + ref + "y</title>"), want: "headline = x" + char + "y"},
			conforming{name: "in a category " + ref, doc: rssItem("<category>x" + ref + "y</category>"), want: "topics = x" + char + "y"},
		)
	}
	return append(out,
		conforming{name: "declared by the document", doc: `<!DOCTYPE rss [<!ENTITY bote "Lindenauer Bote">]><rss><channel><title>&bote;</title></channel></rss>`, want: "title = Lindenauer Bote"},
		conforming{name: "declared with a backslash", doc: `<!DOCTYPE rss [<!ENTITY pfad "C:\neu\1">]><rss><channel><item><guid isPermaLink="false">&pfad;</guid></item></channel></rss>`, want: `id = C:\neu\1`},
		conforming{name: "declared, of others", doc: `<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`, want: "title = &b;"},
		conforming{name: "declared, a file", doc: `<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><title>a&f;b</title></channel></rss>`, want: "title = a&f;b"},
		conforming{name: "a hard blank", doc: rssItem("<title>5&nbsp;Euro</title>"), want: "headline = 5\u00a0Euro"},
	)
}

var escapingCases = []conforming{
	{name: "a title escaped twice", doc: rssItem(`<title>Bäcker &amp;amp;amp; Söhne</title>`), want: `headline = Bäcker & Söhne`},
	{name: "a title with markup escaped", doc: rssItem(`<title>Der &lt;em&gt;Rat&lt;/em&gt; tagt</title>`), want: `headline = Der Rat tagt`},
	{name: "a title with markup escaped twice", doc: rssItem(`<title>Der &amp;lt;em&amp;gt;Rat&amp;lt;/em&amp;gt; tagt</title>`), want: `headline = Der Rat tagt`},
	{name: "a title with markup in CDATA", doc: rssItem(`<title><![CDATA[Der <em>Rat</em> &amp; mehr]]></title>`), want: `headline = Der Rat & mehr`},
	{name: "a title with CDATA escaped", doc: rssItem(`<title>&lt;![CDATA[Der Rat]]&gt;</title>`), want: `headline = Der Rat`},
	{name: "a title with naked markup", doc: rssItem(`<title>Der <em>Rat</em> tagt</title>`), want: `headline = Der Rat tagt`},
	{name: "a title with a less-than", doc: rssItem(`<title>3 &lt; 5</title>`), want: `headline = 3 < 5`},
	{name: "a title with a greater-than", doc: rssItem(`<title>5 &gt; 3</title>`), want: `headline = 5 > 3`},
	{name: "a title with a less-than in CDATA", doc: rssItem(`<title><![CDATA[3 < 5]]></title>`), want: `headline = 3 < 5`},
	{name: "a title with a type of a programming language", doc: rssItem(`<title>Was Vec&lt;T&gt; ist</title>`), want: `headline = Was Vec<T> ist`},
	{name: "a title with a line break", doc: rssItem(`<title>Der Rat&lt;br/&gt;tagt</title>`), want: `headline = Der Rat tagt`},
	{name: "a title with an apostrophe", doc: rssItem(`<title>Lindner&apos;s &amp;#8217;Woche&amp;#8217;</title>`), want: `headline = Lindner's ’Woche’`},
	{name: "a title with a script", doc: rssItem(`<title>Der Rat&lt;script&gt;alert(1)&lt;/script&gt;</title>`), want: `headline = Der Rat`},
	{name: "a title with a comment", doc: rssItem(`<title>Der <!-- große --> Rat</title>`), want: `headline = Der Rat`},
	{name: "a description escaped twice", doc: rssItem(`<description>&amp;lt;p&amp;gt;Rat&amp;lt;/p&amp;gt;</description>`), want: `summary = <p>Rat</p>`},
	{name: "a description with a less-than", doc: rssItem(`<description>3 &amp;lt; 5</description>`), want: `summary = 3 &lt; 5`},
	{name: "a description about markup", doc: rssItem(`<description>&lt;p&gt;Das Element &amp;lt;b&amp;gt;&lt;/p&gt;</description>`), want: `summary = <p>Das Element &lt;b&gt;</p>`},
	{name: "markup with escaped markup in it", doc: rssItem(`<description><![CDATA[<p>&lt;b&gt; ist fett</p>]]></description>`), want: `summary = <p>&lt;b&gt; ist fett</p>`},
	{name: "content escaped in Atom", doc: atomEntry(`<content type="html">&lt;p&gt;3 &amp;lt; 5&lt;/p&gt;</content>`), want: `content = <p>3 &lt; 5</p>`},
	{name: "text in Atom stays text", doc: atomEntry(`<summary type="text">&lt;p&gt; ist ein Element</summary>`), want: `summary = &lt;p&gt; ist ein Element`},
	{name: "HTML in Atom without a type", doc: atomEntry(`<summary>&lt;p&gt;Der Rat&lt;/p&gt;</summary>`), want: `summary = <p>Der Rat</p>`},
	{name: "a category escaped twice", doc: rssItem(`<category>Bau &amp;amp; Verkehr</category>`), want: `topics = Bau & Verkehr`},
	{name: "a link with ampersands escaped", doc: rssItem(`<link>https://bote.example/?a=1&amp;b=2</link>`), want: `link = https://bote.example/?a=1&b=2`},
	{name: "a link with bare ampersands", doc: rssItem(`<link>https://bote.example/?a=1&b=2&copy=3</link>`), want: `link = https://bote.example/?a=1&b=2&copy=3`},
	{name: "a link in CDATA", doc: rssItem(`<link><![CDATA[https://bote.example/?a=1&b=2]]></link>`), want: `link = https://bote.example/?a=1&b=2`},
	{name: "an escape sequence", doc: rssItem("<title>a&#27;[31mb&#x9b;31mc</title>"), want: `headline = a[31mb›31mc`},
	{name: "a bidi override", doc: rssItem("<title>a&#8238;b\u202ec</title>"), want: `headline = abc`},
	{name: "a zero byte", doc: rssItem("<title>a\x00b</title>"), want: `headline = ab`},
}

// personCases are persons as RSS, Dublin Core, iTunes and Atom write them.
func personCases() []conforming {
	var out []conforming
	for written, name := range map[string]string{
		"ada@bote.example (Ada Lindner)": "Ada Lindner", "Ada Lindner (ada@bote.example)": "Ada Lindner", "Ada Lindner &lt;ada@bote.example&gt;": "Ada Lindner",
		"ada@bote.example": "ada@bote.example", "Ada Lindner": "Ada Lindner", "ada@bote.example Ada Lindner": "Ada Lindner", "mailto:ada@bote.example (Ada Lindner)": "Ada Lindner",
		"&quot;Ada Lindner&quot; &lt;ada@bote.example&gt;": "Ada Lindner", "Ada Lindner (Lindenau)": "Ada Lindner (Lindenau)", "Ada Lindner, Jan Krug": "Ada Lindner, Jan Krug",
		"<![CDATA[Ada <b>Lindner</b>]]>": "Ada Lindner", "ada@bote.example ()": "ada@bote.example",
	} {
		for _, element := range []string{"author", "dc:creator", "itunes:author", "dc:author"} {
			out = append(out, conforming{name: element + " " + written, doc: rssWith(`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"`, "<"+element+">"+written+"</"+element+">"), want: "by = " + name})
		}
	}
	return append(out,
		conforming{name: "dc:creator before author", doc: rssWith(`xmlns:dc="http://purl.org/dc/elements/1.1/"`, `<author>redaktion@bote.example</author><dc:creator>Ada Lindner</dc:creator>`), want: "by = Ada Lindner"},
		conforming{name: "several creators", doc: rssWith(`xmlns:dc="http://purl.org/dc/elements/1.1/"`, `<dc:creator>Ada Lindner</dc:creator><dc:creator>Jan Krug</dc:creator><dc:creator>Ada Lindner</dc:creator>`), want: "by = Ada Lindner + Jan Krug"},
		conforming{name: "Atom's author in RSS", doc: rssWith(`xmlns:atom="http://www.w3.org/2005/Atom"`, `<atom:author><atom:name>Ada Lindner</atom:name></atom:author>`), want: "by = Ada Lindner"},
		conforming{name: "the publisher is no author", doc: rssWith(`xmlns:dc="http://purl.org/dc/elements/1.1/"`, `<dc:publisher>Bote Verlag</dc:publisher><title>x</title>`), want: "by ="},
	)
}
