package book

import (
	"archive/zip"
	"cmp"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"time"

	"depesche/feed"
)

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

const head = `<link rel="stylesheet" type="text/css" href="style.css"/>` + "\n"

// maxPictures bounds the pictures of one edition.
const maxPictures = 2000

// EPUB writes an edition as EPUB 3. Articles are written one after the other, and
// each picture once, however many articles show it.
func (e *Edition) EPUB(to io.Writer) error {
	p := &packer{zip: zip.NewWriter(to), e: e, names: map[string]string{}}
	p.mimetype()
	p.put("META-INF/container.xml", container)
	p.file("style.css", "style", "text/css", "", style)
	p.page("title.xhtml", "title", "", func(w *writer) { p.front(w) }, e.Title, e.Language)
	p.page("nav.xhtml", "nav", ` properties="nav"`, func(w *writer) { p.contents(w) }, e.Words.Contents, e.Language)
	n := 0
	for _, s := range e.Sections {
		for i := range s.Articles {
			a := &s.Articles[i]
			n++
			p.page(articleName(n), fmt.Sprintf("a%04d", n), "", func(w *writer) { w.article(a) }, a.Headline, cmp.Or(a.Language, e.Language))
		}
	}
	p.put("book/content.opf", p.opf())
	if p.err != nil {
		return p.err
	}
	return p.zip.Close()
}

func articleName(n int) string { return fmt.Sprintf("a%04d.xhtml", n) }

// packer puts files into the archive and notes them for the list of contents.
type packer struct {
	zip      *zip.Writer
	e        *Edition
	names    map[string]string // of pictures, by address; "" for one that is not to be had
	manifest strings.Builder
	spine    strings.Builder
	pictures int
	err      error
}

// mimetype is the first file, not packed and with its size in its head, so that the
// type of the whole can be read at a fixed place.
func (p *packer) mimetype() {
	const kind = "application/epub+zip"
	w, err := p.zip.CreateRaw(&zip.FileHeader{
		Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(kind)), CompressedSize64: uint64(len(kind)), UncompressedSize64: uint64(len(kind)),
	})
	if err == nil {
		_, err = io.WriteString(w, kind)
	}
	p.fail(err)
}

func (p *packer) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *packer) put(name, data string) { p.pack(name, zip.Deflate, []byte(data)) }

func (p *packer) pack(name string, method uint16, data []byte) {
	if p.err != nil {
		return
	}
	w, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: p.e.Made})
	if err == nil {
		_, err = w.Write(data)
	}
	p.fail(err)
}

func (p *packer) item(name, id, kind, properties string) {
	fmt.Fprintf(&p.manifest, "<item id=\"%s\" href=\"%s\" media-type=\"%s\"%s/>\n", id, name, kind, properties)
}

func (p *packer) file(name, id, kind, properties, data string) {
	p.item(name, id, kind, properties)
	p.put("book/"+name, data)
}

// page writes a document of the edition and its place in the order of reading.
func (p *packer) page(name, id, properties string, write func(*writer), title, language string) {
	w := &writer{words: p.e.Words, picture: p.picture}
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n<!DOCTYPE html>\n")
	w.open(language, title, head)
	write(w)
	w.raw("</body>\n</html>\n")
	p.file(name, id, "application/xhtml+xml", properties, w.String())
	fmt.Fprintf(&p.spine, "<itemref idref=\"%s\"/>\n", id)
}

func (p *packer) front(w *writer) {
	w.raw("<header class=\"front\">\n")
	w.para("h1", "", p.e.Title)
	w.para("p", "", p.e.Words.Date(p.e.Made))
	w.para("p", "", p.e.Words.Summary(p.e.count(), p.e.minutes()))
	w.raw("</header>\n")
}

func (p *packer) contents(w *writer) {
	fmt.Fprintf(w, "<nav epub:type=\"toc\">\n<h1>%s</h1>\n<ol>\n", text(p.e.Words.Contents))
	n := 0
	for _, s := range p.e.Sections {
		if len(s.Articles) == 0 {
			continue
		}
		title := s.Title
		if strings.TrimSpace(title) == "" {
			title = p.e.Title
		}
		fmt.Fprintf(w, "<li><a href=\"%s\">%s</a>\n<ol>\n", articleName(n+1), text(title))
		for i := range s.Articles {
			n++
			fmt.Fprintf(w, "<li><a href=\"%s\">%s</a></li>\n", articleName(n), text(label(&s.Articles[i])))
		}
		w.raw("</ol></li>\n")
	}
	if n == 0 {
		fmt.Fprintf(w, "<li><a href=\"title.xhtml\">%s</a></li>\n", text(p.e.Title))
	}
	w.raw("</ol>\n</nav>\n")
}

// label is an article's line in the contents.
func label(a *Article) string {
	head := strings.TrimSpace(a.Headline)
	if head == "" {
		head = "…"
	}
	if a.Kicker != "" {
		return a.Kicker + ": " + head
	}
	return head
}

// picture puts a picture into the edition, the first time it is asked for.
func (p *packer) picture(pic *feed.Picture) string {
	if name, done := p.names[pic.URL]; done {
		return name
	}
	p.names[pic.URL] = ""
	if p.e.Picture == nil || p.pictures >= maxPictures {
		return ""
	}
	data, kind := printable(p.e.Picture(pic.URL))
	if kind == nil {
		return ""
	}
	p.pictures++
	name := fmt.Sprintf("p%04d.%s", p.pictures, kind.ending)
	p.item(name, fmt.Sprintf("p%04d", p.pictures), kind.media, "")
	p.held(name, data)
	p.names[pic.URL] = name
	return name
}

// held stores a picture as it is: it is packed already.
func (p *packer) held(name string, data []byte) { p.pack("book/"+name, zip.Store, data) }

func (p *packer) opf() string {
	e := p.e
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%s">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">%s</dc:identifier>
<dc:title>%s</dc:title>
<dc:language>%s</dc:language>
<dc:creator>depesche</dc:creator>
<dc:date>%s</dc:date>
<meta property="dcterms:modified">%s</meta>
</metadata>
<manifest>
%s</manifest>
<spine>
%s</spine>
</package>
`, attribute(cmp.Or(e.Language, "en")), text(e.ID), text(e.Title), attribute(cmp.Or(e.Language, "en")), e.Made.Format(time.DateOnly),
		e.Made.UTC().Format("2006-01-02T15:04:05Z"), p.manifest.String(), p.spine.String())
	return b.String()
}
