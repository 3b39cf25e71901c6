package cache

import (
	"net/url"

	"depesche/feed"
)

// Identity. Within a source an article is known by its feed id and by its
// address; either is enough, so that one of them, and the headline, may change.
// What several entries of one delivery share names none of them: feeds whose
// entries all link to the front page or to one status page, or all carry the same
// id, exist. The strongest thing that differs among neighbours does: id, address,
// the part of the address behind "#", headline and date.

// identity is what tells an entry from its neighbours.
type identity struct {
	guid, address, anchor string
	headline, date        string
	sharp                 bool // the date has a time of day, and not a full hour
}

func identityOf(a *feed.Article) identity {
	at := a.Published
	return identity{
		a.GUID, feed.Address(a.Link), feed.Anchor(a.Link), a.Headline, feed.FormatTime(at.UTC()),
		!at.IsZero() && at.Minute()+at.Second() > 0,
	}
}

// exact is the hash of all that can tell an entry from others. It is looked for where the
// others fail, whether the entry had neighbours like it when it was stored or not.
func (d *identity) exact() int64 { return hash64("text", d.guid, d.address, d.headline, d.date) }

// neighbours tells what the entries of a delivery share: a name of some kind -> the first entry
// that has it, and whether others have it, too.
type neighbours map[[4]string]*owner

type owner struct {
	first  identity
	shared bool
}

func (n neighbours) note(who *identity, name ...string) {
	var key [4]string
	copy(key[:], name)
	if o := n[key]; o == nil {
		n[key] = &owner{first: *who}
	} else if o.first != *who {
		o.shared = true
	}
}

func (n neighbours) shared(name ...string) bool {
	var key [4]string
	copy(key[:], name)
	return n[key] != nil && n[key].shared
}

// identities gives for each article of a delivery its hashes, the strongest
// first; one or two. exact is looked for besides, where an article is not known by
// these. shared are the hashes that name none of them, though they would name each if it
// stood alone.
func identities(articles []feed.Article) (out [][]int64, exact, shared []int64) {
	list := make([]identity, len(articles))
	all := neighbours{}
	for i := range articles {
		list[i] = identityOf(&articles[i])
		d := &list[i]
		if d.guid != "" {
			all.note(d, "guid", d.guid)
		}
		if d.address != "" {
			all.note(d, "link", d.address)
		}
	}
	alike := neighbours{} // entries that neither id nor address tells apart
	out, exact = make([][]int64, len(list)), make([]int64, len(list))
	for i := range list {
		d := &list[i]
		exact[i] = d.exact()
		if d.guid != "" && !all.shared("guid", d.guid) {
			out[i] = append(out[i], hash64("guid", d.guid))
		}
		if d.address != "" && !all.shared("link", d.address) && (d.guid == "" || !frontPage(d.address)) {
			out[i] = append(out[i], hash64("link", d.address))
		}
		if len(out[i]) > 0 {
			continue
		}
		alike.note(d, "anchor", d.guid, d.address, d.anchor)
		alike.note(d, "headline", d.guid, d.address, d.headline)
		alike.note(d, "date", d.guid, d.address, d.date)
		alike.note(&identity{date: d.date}, "dates", d.guid, d.address)
		alike.note(d, "entries", d.guid, d.address)
	}
	for i := range list {
		if len(out[i]) == 0 {
			out[i] = list[i].among(alike)
		}
	}
	for name, o := range all {
		if o.shared {
			shared = append(shared, hash64(name[0], name[1]))
		}
	}
	return out, exact, shared
}

// among gives the hashes of an entry that neither id nor address tells from others.
func (d *identity) among(alike neighbours) []int64 {
	if d.anchor != "" && !alike.shared("anchor", d.guid, d.address, d.anchor) {
		return []int64{hash64("anchor", d.guid, d.address, d.anchor)}
	}
	out := []int64{d.exact()}
	if !alike.shared("entries", d.guid, d.address) {
		return out
	}
	switch dated := alike.shared("dates", d.guid, d.address); {
	case !dated && !alike.shared("headline", d.guid, d.address, d.headline):
		// All have one date, as where a program writes the feed anew each time: it may be another the next time.
		out = append(out, hash64("headline", d.guid, d.address, d.headline))
	case dated && d.sharp && !alike.shared("date", d.guid, d.address, d.date):
		out = append(out, hash64("date", d.guid, d.address, d.date)) // to the minute: the headline was edited
	}
	return out
}

// frontPage reports an address that names a site and no page on it.
func frontPage(address string) bool {
	u, err := url.Parse(address)
	return err != nil || (u.Path == "" || u.Path == "/") && u.RawQuery == ""
}

// none stands for no article; keys begin at 1.
const none = 0

// known finds for each article of a delivery the one it is in the cache, none for
// the new ones. The strongest hash goes before all others: an address whose
// article has gone elsewhere in the same delivery does not name it any more.
func (t *tx) known(source int64, list []arrival) ([]int64, error) {
	var hashes []Key
	for i := range list {
		for _, h := range list[i].hashes {
			hashes = append(hashes, Key(h))
		}
		hashes = append(hashes, Key(list[i].exact))
	}
	have := make(map[int64]int64, len(hashes))
	if err := t.each("select hash, article from ident where source = ? and hash in (select value from json_each(?))", []any{source, keyList(hashes)},
		func(scan func(...any) error) error {
			var hash, id int64
			err := scan(&hash, &id)
			have[hash] = id
			return err
		}); err != nil {
		return nil, err
	}
	ids := make([]int64, len(list))
	claimed := map[int64]bool{}
	for i := range list {
		ids[i] = have[list[i].hashes[0]]
		claimed[ids[i]] = true
	}
	claim := func(i int, h int64) {
		if id := have[h]; ids[i] == none && !claimed[id] {
			ids[i], claimed[id] = id, true
		}
	}
	for i := range list {
		for _, h := range list[i].hashes[1:] {
			claim(i, h)
		}
	}
	for i := range list {
		claim(i, list[i].exact)
	}
	twins(list, ids)
	return ids, nil
}

// twins gives an entry that stands in a delivery twice the article of the other one.
func twins(list []arrival, ids []int64) {
	first := make(map[int64]int64, len(list))
	for i, id := range ids {
		if id != none {
			first[list[i].hashes[0]] = id
		}
	}
	for i, id := range ids {
		if id == none {
			ids[i] = first[list[i].hashes[0]]
		}
	}
}

// guise is what an entry looks like to a reader.
type guise struct {
	text      int64 // textHash; 0: the headline tells
	headline  string
	published int64
}

// resembling finds articles that have come under other names: a site that moves gives all of
// them new ids and addresses. Such an article has just left the feed, and the one new entry
// has its text or its headline, and its date. was are the articles that were in the feed.
func (p *putting) resembling(list []arrival, ids, was []int64) error {
	claimed := make(map[int64]bool, len(ids))
	for _, id := range ids {
		claimed[id] = true
	}
	if !claimed[none] {
		return nil
	}
	var left []Key
	for _, id := range was {
		if !claimed[id] {
			left = append(left, Key(id))
		}
	}
	if left == nil {
		return nil
	}
	of := map[guise]int64{} // the article; none: there are several
	if err := p.t.each("select id, feed_hash, headline, published from article where id in (select value from json_each(?))", []any{keyList(left)},
		func(scan func(...any) error) error {
			var id int64
			var l guise
			err := scan(&id, &l.text, &l.headline, &l.published)
			for _, l := range l.both() {
				if _, more := of[l]; more {
					id = none
				}
				of[l] = id
			}
			return err
		}); err != nil {
		return err
	}
	looks := map[guise]int{}
	for i, id := range ids {
		if id == none {
			for _, l := range list[i].guise().both() {
				looks[l]++
			}
		}
	}
	for i, id := range ids {
		if id != none {
			continue
		}
		for _, l := range list[i].guise().both() {
			if twin := of[l]; ids[i] == none && looks[l] == 1 && !claimed[twin] {
				ids[i], claimed[twin] = twin, true
			}
		}
	}
	return nil
}

func (a *arrival) guise() guise { return guise{a.text, a.head.headline, a.head.published} }

// both are the two ways to know it again: by its text, and by its headline if there is a date.
func (l guise) both() []guise {
	out := []guise{{text: l.text, published: l.published}}
	if l.published != 0 && l.headline != "" {
		out = append(out, guise{headline: l.headline, published: l.published})
	}
	return out
}

// identify adds hashes an article does not have yet. Where another article has
// one already, it keeps it.
func (t *tx) identify(source, id int64, hashes []int64) error {
	args := make([]any, 0, 6)
	for _, h := range hashes {
		args = append(args, h, source, id)
	}
	var err error
	switch len(hashes) {
	case 1:
		_, err = t.exec("insert or ignore into ident(hash, source, article) values(?, ?, ?)", args...)
	case 2:
		_, err = t.exec("insert or ignore into ident(hash, source, article) values(?, ?, ?), (?, ?, ?)", args...)
	}
	return err
}

// unname takes hashes away that turned out to name several articles.
func (t *tx) unname(source int64, shared []int64) error {
	if len(shared) == 0 {
		return nil
	}
	keys := make([]Key, len(shared))
	for i, h := range shared {
		keys[i] = Key(h)
	}
	_, err := t.exec("delete from ident where source = ? and hash in (select value from json_each(?))", source, keyList(keys))
	return err
}
