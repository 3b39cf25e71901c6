package cache

import (
	"net/url"

	"depesche/feed"
)

// Identity. Within a source an article is known by its feed id and by its
// address; either is enough, so that one of them, and the headline, may change.
// What several entries of one delivery share names none of them: feeds whose
// entries all link to the front page, or all carry the same id, exist.

// identities gives for each article of a delivery its hashes, the strongest
// first; one or two.
func identities(articles []feed.Article) [][]int64 {
	type pair struct{ guid, address string }
	pairs := make([]pair, len(articles))
	links := map[string]map[string]bool{} // address -> ids seen with it
	guids := map[string]map[string]bool{} // id -> addresses seen with it
	note := func(m map[string]map[string]bool, k, v string) {
		if m[k] == nil {
			m[k] = map[string]bool{}
		}
		m[k][v] = true
	}
	for i := range articles {
		a := &articles[i]
		pairs[i] = pair{a.GUID, feed.Address(a.Link)}
		if a.GUID != "" && a.Link != "" {
			note(links, pairs[i].address, a.GUID)
			note(guids, a.GUID, pairs[i].address)
		}
	}
	out := make([][]int64, len(articles))
	for i := range articles {
		a, p := &articles[i], pairs[i]
		if p.guid != "" && len(guids[p.guid]) <= 1 {
			out[i] = append(out[i], hash64("guid", p.guid))
		}
		if p.address != "" && len(links[p.address]) <= 1 && (p.guid == "" || !frontPage(p.address)) {
			out[i] = append(out[i], hash64("link", p.address))
		}
		if len(out[i]) == 0 {
			out[i] = append(out[i], hash64("text", p.guid, p.address, a.Headline, feed.FormatTime(a.Published.UTC())))
		}
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
	for i := range list {
		for _, h := range list[i].hashes[1:] {
			if ids[i] != none {
				break
			}
			if id := have[h]; !claimed[id] {
				ids[i] = id
			}
		}
	}
	return ids, nil
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
