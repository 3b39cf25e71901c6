package cache

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"depesche/feed"
)

// What links in articles lead to is no article of the reader's sources. It is
// kept in files beside the database, in a folder that may be deleted at any time.

const (
	linkedName = "linked"
	keepLinked = 2000 // so many pages stay, the newest
	maxLinked  = 16 << 20
)

// Linked is what a link in an article leads to.
type Linked struct {
	Row     Row          // an article of the cache; its ID is "" where the link leads elsewhere
	Article feed.Article // then: the page behind the link, taken apart
	Fetched time.Time    // and when it was fetched
}

// linkedFile is a Linked as it is kept.
type linkedFile struct {
	Fetched int64        `json:"fetched"`
	Article feed.Article `json:"article"`
}

// Follow gives what a link leads to: an article of the cache, else the page as it
// was kept, else as it is fetched now. With again it is fetched anew. from is the
// source of the article with the link: the reader's own network is reached only
// where that source may, which holds for its own host alone.
func (c *Cache) Follow(ctx context.Context, link string, from feed.SourceID, again bool) (Linked, error) {
	if link = feed.WebLink(link); link == "" {
		return Linked{}, ErrNotFound
	}
	if !again {
		id, err := c.byLink(ctx, link)
		if err == nil {
			r, err := c.Row(ctx, id)
			return Linked{Row: r}, err
		}
		if !errors.Is(err, ErrNotFound) {
			return Linked{}, err
		}
	}
	sum := sha256.Sum256([]byte(feed.Address(link)))
	name := hex.EncodeToString(sum[:16])
	path := filepath.Join(c.dir, linkedName, name[:2], name[2:]+".json")
	id := feed.ID("linked-" + name)
	if !again {
		if l, ok := readLinked(path, id); ok {
			return l, nil
		}
	}
	a, err := c.origin.Full(ctx, feed.Article{Source: from, Link: link})
	if err != nil {
		return Linked{}, err
	}
	a.ID = id
	now := c.now()
	if !c.options.ReadOnly {
		data, err := json.Marshal(linkedFile{now, a})
		if err == nil {
			err = writeFile(path, data)
		}
		if err != nil { // the reader has it all the same
			c.options.Log.Warn("page not kept", "url", link, "err", err)
		}
	}
	return Linked{Article: a, Fetched: moment(now)}, nil
}

// byLink finds an article by its address, the latest where several sources have it.
func (c *Cache) byLink(ctx context.Context, link string) (feed.ID, error) {
	address := feed.Address(link)
	if frontPage(address) {
		return "", ErrNotFound
	}
	var id feed.ID
	err := c.one(ctx, `select a.ident from ident i cross join article a on a.id = i.article cross join state s on s.id = a.id
		where i.hash = ? and s.hidden = 0 order by s.at desc limit 1`, []any{hash64("link", address)}, &id)
	return id, err
}

// readLinked reads a page that was kept.
func readLinked(path string, id feed.ID) (Linked, bool) {
	info, err := os.Stat(path)
	if err != nil || info.Size() > maxLinked {
		return Linked{}, false
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Linked{}, false
	}
	var f linkedFile
	if json.Unmarshal(data, &f) != nil {
		return Linked{}, false
	}
	f.Article.ID = id
	return Linked{Article: f.Article, Fetched: moment(f.Fetched)}, true
}

// linkedPage is a file in the folder of pages behind links.
type linkedPage struct {
	path     string
	at, size int64
}

// linkedFiles lists them, the newest first.
func (c *Cache) linkedFiles() ([]linkedPage, error) {
	var all []linkedPage
	err := filepath.WalkDir(filepath.Join(c.dir, linkedName), func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case d.IsDir():
			return nil
		}
		info, err := d.Info()
		if err == nil {
			all = append(all, linkedPage{path, info.ModTime().Unix(), info.Size()})
		}
		return nil
	})
	slices.SortFunc(all, func(a, b linkedPage) int { return cmp.Compare(b.at, a.at) })
	return all, err
}

// expireLinked lets the oldest pages behind links go: those older than articles may
// become, and what is too many.
func (c *Cache) expireLinked(now int64) error {
	all, err := c.linkedFiles()
	before := int64(0)
	if days := c.options.KeepDays; days > 0 {
		before = now - int64(days)*24*3600
	}
	for i, k := range all {
		if i >= keepLinked || k.at < before {
			err = errors.Join(err, ignoreMissing(os.Remove(k.path)))
		}
	}
	return err
}
