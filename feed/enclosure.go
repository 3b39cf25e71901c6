package feed

import (
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
	"time"
)

// MaxEnclosures is how many files an article keeps; the first do.
const MaxEnclosures = 20

// Enclosure is a file that goes with an article: a podcast's episode, a film, a document. What
// it says of itself is the feed's word for it, and feeds are often wrong.
type Enclosure struct {
	URL      string // absolute http(s) address
	Type     string // media type as printed: "audio/mpeg"; also "audio" alone, or "" where none was said
	Title    string
	Length   int64         // bytes; 0: not said
	Duration time.Duration // whole seconds; 0: not said
}

// Medium says what kind of file an Enclosure is.
type Medium uint8

// The media. Document is every file that is none of the others.
const (
	NoFile Medium = iota // there is none
	Audio
	Video
	Image
	Document
)

var mediumNames = [...]string{NoFile: "", Audio: "audio", Video: "video", Image: "image", Document: "document"}

// String gives the name that the cache and the query language know: audio, video, image,
// document, or "" for NoFile.
func (m Medium) String() string {
	if int(m) < len(mediumNames) {
		return mediumNames[m]
	}
	return mediumNames[Document]
}

// ParseMedium reads what String wrote; an unknown name is Document.
func ParseMedium(s string) Medium {
	for i, n := range mediumNames {
		if n == s {
			return Medium(i)
		}
	}
	return Document
}

// Medium goes by the type, and by the end of the address where that says nothing.
func (e *Enclosure) Medium() Medium {
	kind := strings.ToLower(e.Type)
	if kind == "" || kind == "application/octet-stream" {
		kind = MediaType(e.URL)
	}
	kind, _, _ = strings.Cut(kind, "/")
	switch m := ParseMedium(kind); m {
	case Audio, Video, Image:
		return m
	case NoFile, Document:
	}
	return Document
}

// Name is the file's title, else its name in the address, else its host.
func (e *Enclosure) Name() string {
	if e.Title != "" {
		return e.Title
	}
	u, err := url.Parse(e.URL)
	if err != nil {
		return ""
	}
	if name := Line(path.Base(u.Path)); strings.Trim(name, "./ ") != "" {
		return name
	}
	return u.Host
}

// Extension is how the names of such files end: ".mp3". It goes by the address where that has an
// ending that is known, else by the type; "" where neither tells.
func (e *Enclosure) Extension() string {
	if end := ending(e.URL); mediaTypes[end] != "" {
		return end
	}
	return ExtensionOf(e.Type)
}

// ExtensionOf is how the names of files of a media type end, "" for one that is not known.
func ExtensionOf(kind string) string {
	kind, _, _ = strings.Cut(strings.ToLower(kind), ";")
	return extensions[strings.TrimSpace(kind)]
}

// MediaType is the media type that an address, or the name of a file, ends like; "" where it
// ends like none that goes with articles.
func MediaType(address string) string { return mediaTypes[ending(address)] }

// ending is the end of an address's path, or of a file's name, in small letters: ".mp3".
func ending(address string) string {
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address = address[:i]
	}
	return strings.ToLower(path.Ext(address))
}

// mediaTypes are the endings of what goes with articles, and is safe to hand to a program that plays or
// shows it.
var mediaTypes = map[string]string{
	".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".m4b": "audio/mp4", ".aac": "audio/aac", ".ogg": "audio/ogg", ".oga": "audio/ogg", ".opus": "audio/opus",
	".flac": "audio/flac", ".wav": "audio/wav", ".weba": "audio/webm",
	".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm", ".mkv": "video/x-matroska", ".mov": "video/quicktime", ".ogv": "video/ogg", ".avi": "video/x-msvideo",
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif",
	".pdf": "application/pdf", ".epub": "application/epub+zip", ".txt": "text/plain", ".vtt": "text/vtt", ".srt": "application/x-subrip",
}

// extensions are the usual endings of media types, those that feeds write by mistake too.
var extensions = map[string]string{
	"audio/mpeg": ".mp3", "audio/mp3": ".mp3", "audio/x-mp3": ".mp3", "audio/mpeg3": ".mp3", "audio/x-mpeg": ".mp3",
	"audio/mp4": ".m4a", "audio/x-m4a": ".m4a", "audio/m4a": ".m4a", "audio/aac": ".aac", "audio/x-aac": ".aac", "audio/aacp": ".aac",
	"audio/ogg": ".ogg", "application/ogg": ".ogg", "audio/vorbis": ".ogg", "audio/opus": ".opus",
	"audio/flac": ".flac", "audio/x-flac": ".flac", "audio/wav": ".wav", "audio/x-wav": ".wav", "audio/webm": ".weba",
	"video/mp4": ".mp4", "video/x-m4v": ".m4v", "video/webm": ".webm", "video/x-matroska": ".mkv", "video/quicktime": ".mov", "video/ogg": ".ogv",
	"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp", "image/avif": ".avif",
	"application/pdf": ".pdf", "application/epub+zip": ".epub", "text/plain": ".txt", "text/vtt": ".vtt",
}

// FileLink reports whether the article's address is one of its files, and no page.
func (a *Article) FileLink() bool {
	if a.Link == "" {
		return false
	}
	for i := range a.Enclosures {
		if a.Enclosures[i].URL == a.Link {
			return true
		}
	}
	return false
}

// ErrTooLong says that a file is longer than it may be.
var ErrTooLong = errors.New("the file is longer than it may be")

// Piece is what is there already of a file that is being fetched.
type Piece struct {
	From      int64  // so many bytes, from its beginning on
	Validator string // by which the server knows whether they are of the file that it has now; "": none of them count
}

// Transfer is a file on its way.
type Transfer struct {
	From      int64  // Body begins at this byte of the file: at Piece.From, or at 0
	Size      int64  // bytes of the whole; -1: not said
	Type      string // media type, as the server says
	Validator string // for the Piece that is left where it breaks off; "": it cannot be taken up again
	Body      io.Reader
}
