package fetch

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

const (
	acceptEncoding = "gzip, br, zstd, deflate"

	maxCodings = 3       // one over another
	zstdWindow = 8 << 20 // what RFC 8878 asks of HTTP
)

var gzipMagic = []byte{0x1f, 0x8b, 0x08}

// Decode reads a body and undoes its Content-Encoding: gzip, br, zstd, deflate
// (with or without zlib's frame), several parted by commas; a name that is no coding is
// none. A body that names a coding it does not have is taken as it is, and one that is
// gzip all the same is unpacked: both are sent by real servers.
//
// It gives at most max bytes; more is ErrTooBig, without bytes. With any other
// error come the bytes that were read before it; io.ErrUnexpectedEOF says that
// the body broke off.
func Decode(body io.Reader, contentEncoding string, max int64) ([]byte, error) {
	data, err := decode(body, contentEncoding, max, func() error { return nil })
	if errors.Is(err, ErrTooBig) {
		return nil, err
	}
	return data, err
}

// decode is Decode that asks before a body grows beyond what is light, and that gives the
// first max bytes of one that is too big.
func decode(body io.Reader, contentEncoding string, max int64, grow func() error) ([]byte, error) {
	codings, err := parseCodings(contentEncoding)
	if err != nil {
		return nil, err
	}
	b := benches.Get().(*bench)
	defer b.leave()
	// A packed body is longer than its content only by its frame.
	var in io.Reader = &capped{r: body, left: max + 1<<16}
	for i := len(codings) - 1; i >= 0; i-- {
		r, err := b.decoder(codings[i], in)
		if err != nil {
			return nil, err
		}
		defer r.Close()
		in = r
	}
	data, err := b.readAll(in, max, grow)
	if err != nil {
		return data, err
	}
	for n := len(codings); n < maxCodings && bytes.HasPrefix(data, gzipMagic); n++ {
		inner, err := unpackInner(data, max, grow)
		if errors.Is(err, ErrTooBig) || errors.Is(err, io.ErrUnexpectedEOF) {
			return inner, err
		}
		if err != nil {
			break // it only began like gzip
		}
		data = inner
	}
	return data, nil
}

func parseCodings(header string) ([]string, error) {
	var out []string
	for c := range strings.SplitSeq(header, ",") {
		c = strings.ToLower(strings.TrimSpace(c))
		switch c = strings.TrimPrefix(c, "x-"); c {
		case "gzip", "br", "zstd", "deflate":
			out = append(out, c)
		default: // "identity", or what is none: utf-8, binary, aws-chunked. We asked for none but ours.
		}
	}
	if len(out) > maxCodings {
		return nil, errors.New("coded too many times")
	}
	return out, nil
}

// bench is the memory that one body is unpacked in: a feed of 30 KB takes three times its
// size of it, and the next feed may have it.
type bench struct {
	in     *bufio.Reader
	gzip   *gzip.Reader
	taken  bool      // in and gzip, by the outermost coding
	pieces [2][]byte // the first ones of a body
}

var benches = sync.Pool{New: func() any { return new(bench) }}

// leave gives a bench back, when all that was read on it has been copied.
func (b *bench) leave() {
	if b.in != nil {
		b.in.Reset(nil)
	}
	b.taken = false
	benches.Put(b)
}

// reader buffers a body, or, after the first, what was unpacked once.
func (b *bench) reader(r io.Reader) *bufio.Reader {
	if b.taken {
		return bufio.NewReaderSize(r, 32<<10)
	}
	b.taken = true
	if b.in == nil {
		b.in = bufio.NewReaderSize(r, 32<<10)
	} else {
		b.in.Reset(r)
	}
	return b.in
}

// unzip begins to unpack gzip.
func (b *bench) unzip(in *bufio.Reader) (*gzip.Reader, error) {
	if in != b.in {
		return gzip.NewReader(in)
	}
	if b.gzip == nil {
		b.gzip = new(gzip.Reader)
	}
	return b.gzip, b.gzip.Reset(in)
}

// decoder undoes one coding. What does not begin as the coding does is passed
// on as it is.
func (b *bench) decoder(coding string, r io.Reader) (io.ReadCloser, error) {
	in := b.reader(r)
	head, err := in.Peek(4)
	if len(head) == 0 {
		if err == io.EOF {
			return io.NopCloser(in), nil
		}
		return nil, err
	}
	if plainMarkup(head) {
		return io.NopCloser(in), nil
	}
	switch coding {
	case "gzip":
		if !bytes.HasPrefix(head, gzipMagic[:2]) {
			return io.NopCloser(in), nil
		}
		z, err := b.unzip(in)
		if err != nil {
			return nil, unexpected(err)
		}
		return &members{z: z}, nil
	case "deflate":
		if len(head) >= 2 && head[0]&0x0f == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0 {
			z, err := zlib.NewReader(in)
			return z, unexpected(err)
		}
		return flate.NewReader(in), nil
	case "zstd":
		if !bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}) && (len(head) < 4 || head[0]&0xf0 != 0x50 || !bytes.Equal(head[1:], []byte{0x2a, 0x4d, 0x18})) {
			return io.NopCloser(in), nil
		}
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return io.NopCloser(brotli.NewReader(in)), nil
}

// plainMarkup reports whether a body that should be coded is XML or HTML as it is: codings
// without a mark at their beginning would take it for damaged.
func plainMarkup(head []byte) bool {
	letter := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF<")):
		return true
	case len(head) < 4 || head[0] != '<':
		return false
	case head[1] == '!':
		return letter(head[2]) || head[2] == '-'
	}
	return (head[1] == '?' || letter(head[1])) && letter(head[2])
}

// members reads gzip to the end of its last member. Some servers pad what
// follows; the reader of the standard fails there after all has been read.
type members struct {
	z    *gzip.Reader
	some bool
}

func (m *members) Read(p []byte) (int, error) {
	n, err := m.z.Read(p)
	m.some = m.some || n > 0
	if errors.Is(err, gzip.ErrHeader) && m.some {
		err = io.EOF
	}
	return n, err
}

func (m *members) Close() error { return m.z.Close() }

func unpackInner(data []byte, max int64, grow func() error) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return new(bench).readAll(&members{z: z}, max, grow)
}

// The pieces in which a body is read, in bytes.
const (
	firstPiece = 32 << 10
	lastPiece  = 1 << 20
)

// readAll is io.ReadAll up to max bytes. Memory grows with what has come, not with what
// a header promised; a body that turns out to be too big has never taken more than max.
func (b *bench) readAll(r io.Reader, max int64, grow func() error) ([]byte, error) {
	in := io.LimitReader(r, max+1)
	pieces := make([][]byte, 0, 8)
	var size int64
	for length := firstPiece; ; length = min(2*length, lastPiece) {
		if size <= light && size+int64(length) > light {
			if err := grow(); err != nil {
				return nil, err
			}
		}
		piece := b.piece(len(pieces), length)
		n, err := fill(in, piece)
		pieces, size = append(pieces, piece[:n]), size+int64(n)
		switch {
		case errors.Is(err, ErrTooBig), size > max:
			data := bytes.Join(pieces, nil)
			return data[:min(int64(len(data)), max)], ErrTooBig
		case errors.Is(err, io.EOF):
			return bytes.Join(pieces, nil), nil
		case err != nil:
			return bytes.Join(pieces, nil), unexpected(err)
		}
	}
}

// piece is memory for a body's n-th piece.
func (b *bench) piece(n, length int) []byte {
	if n >= len(b.pieces) {
		return make([]byte, length)
	}
	if b.pieces[n] == nil {
		b.pieces[n] = make([]byte, length)
	}
	return b.pieces[n]
}

// fill reads until piece is full, or to an error; the proper end is io.EOF.
func fill(r io.Reader, piece []byte) (n int, err error) {
	for n < len(piece) && err == nil {
		var m int
		m, err = r.Read(piece[n:])
		n += m
	}
	return n, err
}

// unexpected makes the ways in which decoders say "it broke off" one.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// capped fails with ErrTooBig where io.LimitReader would pretend an end.
type capped struct {
	r    io.Reader
	left int64
}

func (c *capped) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, ErrTooBig
	}
	if int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.r.Read(p)
	c.left -= int64(n)
	return n, err
}
