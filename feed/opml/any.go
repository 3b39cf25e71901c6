package opml

import "bytes"

// lookAhead is how many bytes of a list tell what it is, where its beginning does not.
const lookAhead = 64 << 10

// ReadAny reads a list of subscriptions in whatever form it has: OPML, nom's
// config.yml, newsraft's feeds, or newsboat's urls.
func ReadAny(data []byte) (List, error) {
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("<")), bytes.HasPrefix(head, []byte("\xFE\xFF")), bytes.HasPrefix(head, []byte("\xFF\xFE")):
		return Read(data)
	case bytes.Contains(bytes.ToLower(head[:min(len(head), lookAhead)]), []byte("<outline")): // its first bytes are lost
		return Read(data)
	case IsNom(head):
		return ReadNom(data), nil
	case IsNewsraft(head):
		return ReadNewsraft(data)
	}
	return ReadURLs(data)
}
