package cache

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/klauspost/compress/zstd"

	"depesche/feed"
)

// Texts are small, and what repeats from one to the next, the names of the
// fields, the paper's own phrases, the small words, costs more than what is new. So
// they are packed with a dictionary, which is made of the first texts that a
// cache sees. It makes a text a quarter smaller, and packing twice as fast.

const (
	maxText        = 64 << 20 // what one stored article may unpack to
	dictionarySize = 64 << 10
	tasteSize      = 4 << 10 // so much of one text goes into a dictionary
	tasteEvery     = 3       // of so many texts one, for several papers to be in it
	leastID        = 1 << 15 // ids below are others' to give, and from mostIDs on, see RFC 8878
	mostIDs        = 1 << 31
	keptBuffer     = 1 << 20 // a larger one, from a text of book length, is not kept for the next text
)

// dictionary is one by which texts are packed; its id stands in each of them.
type dictionary struct {
	ID   uint32
	Sum  int64 // hash64 of Data
	Data []byte
}

// packing packs with the last of some dictionaries and reads what any of them packed.
type packing struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
	id  uint32 // 0: without a dictionary
}

// newPacking takes the dictionaries of the file, and others that only read.
func newPacking(list, others []dictionary) (*packing, error) {
	p := &packing{}
	e := []zstd.EOption{
		zstd.WithEncoderConcurrency(2), zstd.WithWindowSize(1 << 20), zstd.WithEncoderCRC(false),
		zstd.WithEncoderLevel(zstd.SpeedFastest), // with a dictionary smaller than the others without; without one, packed again later
	}
	d := []zstd.DOption{zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(maxText)}
	for i, x := range list {
		d = append(d, zstd.WithDecoderDictRaw(x.ID, x.Data))
		if i == len(list)-1 {
			e = append(e, zstd.WithEncoderDictRaw(x.ID, x.Data))
			p.id = x.ID
		}
	}
	for _, x := range others {
		if !slices.ContainsFunc(list, func(y dictionary) bool { return y.ID == x.ID }) {
			d = append(d, zstd.WithDecoderDictRaw(x.ID, x.Data))
		}
	}
	var err1, err2 error
	p.enc, err1 = zstd.NewWriter(nil, e...)
	p.dec, err2 = zstd.NewReader(nil, d...)
	return p, errors.Join(err1, err2)
}

// taste keeps a part of a text for the dictionary that is still to be made.
func (k *codec) taste(data []byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.tasted++; k.tasted%tasteEvery != 1 || len(k.sample) >= dictionarySize {
		return
	}
	k.sample = append(k.sample, data[:min(len(data), tasteSize, dictionarySize-len(k.sample))]...)
}

// ripe gives the dictionary that the texts so far make; nil before there are enough,
// and where there is one.
func (k *codec) ripe() []byte {
	if k.packing.Load().id != 0 {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.sample) < dictionarySize {
		return nil
	}
	return k.sample
}

// forget begins the sample for a dictionary anew.
func (k *codec) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sample = nil
}

// learn stores the dictionary if it is ripe, unless another program was faster, and
// packs with it from now on. Nothing may be packed with one that is not on the disk, and
// what is packed without is packed twice: once it is ripe, all wait for it. If it cannot be
// stored, more texts are waited for.
func (c *Cache) learn(ctx context.Context) error {
	if c.codec.ripe() == nil {
		return nil
	}
	c.learning.Lock()
	defer c.learning.Unlock()
	data := c.codec.ripe()
	if data == nil {
		return nil
	}
	err := c.storeDictionary(ctx, data)
	if err != nil {
		c.codec.forget()
	}
	return err
}

func (c *Cache) storeDictionary(ctx context.Context, data []byte) error {
	if err := c.write(ctx, c.own, func(t *tx) error {
		var have int
		if err := t.row("select count(*) from dictionary", nil, &have); err != nil || have > 0 {
			return err
		}
		return t.addDictionary(newDictionary(data))
	}); err != nil {
		return err
	}
	if err := c.keepSpare(ctx); err != nil {
		c.options.Log.Warn("spare", "err", err) // the next program that runs for a second writes it
	}
	return c.loadDictionaries(ctx)
}

// newDictionary gives a dictionary an id that no other one has: texts of a database that was lost, which
// are found again, must not be taken for texts of this one.
func newDictionary(data []byte) dictionary {
	sum := hash64(string(data))
	return dictionary{ID: leastID + uint32(uint64(sum)%(mostIDs-leastID)), Sum: sum, Data: data}
}

func (t *tx) addDictionary(d dictionary) error {
	for copy := range 2 {
		if _, err := t.exec("insert or ignore into dictionary(id, copy, sum, data) values(?, ?, ?, ?)", d.ID, copy, d.Sum, d.Data); err != nil {
			return err
		}
	}
	return nil
}

// loadDictionaries takes over the dictionaries of the file.
func (c *Cache) loadDictionaries(ctx context.Context) error {
	list, err := c.dictionaries(ctx)
	if others := c.foundDictionaries(); err != nil || len(list)+len(others) == 0 {
		return err
	}
	p, err := newPacking(list, c.foundDictionaries())
	if err != nil {
		return fmt.Errorf("dictionaries: %w", err)
	}
	c.codec.packing.Store(p)
	if p.id != 0 {
		c.codec.forget()
	}
	return nil
}

// dictionaries reads those of the file, the one to pack with last.
func (c *Cache) dictionaries(ctx context.Context) (list []dictionary, err error) {
	err = c.all(ctx, "select id, sum, data from dictionary order by rowid", nil, func(scan func(...any) error) error {
		var d dictionary
		if err := scan(&d.ID, &d.Sum, &d.Data); err != nil {
			return err
		}
		known := slices.ContainsFunc(list, func(x dictionary) bool { return x.ID == d.ID })
		if !known && hash64(string(d.Data)) == d.Sum {
			list = append(list, d)
		}
		return nil
	})
	return list, err
}

// unpacked reads a packed text. One that was packed by a dictionary that another
// program has made meanwhile makes us look for it.
func (k *codec) unpacked(blob []byte) ([]byte, error) {
	data, err := k.packing.Load().dec.DecodeAll(blob, nil)
	if !errors.Is(err, zstd.ErrUnknownDictionary) || k.reload == nil {
		return data, err
	}
	if err := k.reload(blob); err != nil {
		return nil, err
	}
	return k.packing.Load().dec.DecodeAll(blob, nil)
}

// settingRepacked is the key up to which texts were packed anew.
const settingRepacked = ".repacked"

// repack packs some texts from the time before the dictionary, and tells whether
// there are more.
func (c *Cache) repack(ctx context.Context) (more bool, err error) {
	id := c.codec.packing.Load().id
	if id == 0 {
		return false, nil
	}
	var from int64
	if err := c.all(ctx, "select value from setting where name = ?", []any{settingRepacked}, func(scan func(...any) error) error {
		return scan(&from)
	}); err != nil || from < 0 {
		return false, err
	}
	type text struct {
		id         int64
		feed, page []byte
	}
	var list []text
	last := int64(-1) // done with all
	err = c.all(ctx, "select id, feed, page from body where id > ? order by id limit ?", []any{from, digestBatch}, func(scan func(...any) error) error {
		var x text
		err := scan(&x.id, &x.feed, &x.page)
		list = append(list, x)
		return err
	})
	if err != nil {
		return false, err
	}
	if len(list) == digestBatch {
		last = list[len(list)-1].id
	}
	return last > 0, c.write(ctx, c.fetched, func(t *tx) error {
		for _, x := range list {
			fromFeed, n1 := c.codec.anew(x.feed, id)
			fromPage, n2 := c.codec.anew(x.page, id)
			if n1+n2 == 0 {
				continue
			}
			if _, err := t.exec("update body set feed = ?, page = ? where id = ? and feed is ? and page is ?", fromFeed, fromPage, x.id, x.feed, x.page); err != nil {
				return err
			}
		}
		return t.remember(settingRepacked, fmt.Sprint(last))
	})
}

// anew packs a text once more, and tells how many bytes that saves; one that is
// packed by the dictionary already, or cannot be read, stays as it is.
func (k *codec) anew(blob []byte, id uint32) ([]byte, int) {
	var h zstd.Header
	if len(blob) == 0 || h.Decode(blob) != nil || h.DictionaryID == id {
		return blob, 0
	}
	data, err := k.unpacked(blob)
	if err != nil {
		return blob, 0
	}
	out := k.packing.Load().enc.EncodeAll(data, make([]byte, 0, len(blob)))
	if len(out) >= len(blob) {
		return blob, 0
	}
	return out, len(blob) - len(out)
}

// pack writes an article as it is stored.
func (k *codec) pack(a *feed.Article) []byte {
	b := k.buffer()
	b.text = a.AppendJSON(b.text[:0])
	p := k.packing.Load()
	if p.id == 0 {
		k.taste(b.text)
	}
	b.packed = p.enc.EncodeAll(b.text, b.packed[:0])
	out := bytes.Clone(b.packed)
	k.keep(b)
	return out
}

// buffers are what a text is packed with.
type buffers struct{ text, packed []byte }

// buffer gives buffers that keep takes back.
func (k *codec) buffer() *buffers {
	if b, ok := k.buffers.Get().(*buffers); ok {
		return b
	}
	return &buffers{}
}

func (k *codec) keep(b *buffers) {
	if cap(b.text) <= keptBuffer {
		k.buffers.Put(b)
	}
}

// unpack reads what pack wrote.
func (k *codec) unpack(blob []byte) (feed.Article, error) {
	var a feed.Article
	data, err := k.unpacked(blob)
	if err == nil {
		err = a.UnmarshalJSON(data)
	}
	if err != nil {
		return a, fmt.Errorf("%w: %w", ErrText, err)
	}
	return a, nil
}
