package cache

import (
	"fmt"
	"slices"
	"strings"
)

// Deed is one thing a rule does.
type Deed struct {
	Kind DeedKind
	Tag  string // of Tagging
}

// DeedKind says what a deed is.
type DeedKind uint8

// The deeds.
const (
	Mute      DeedKind = iota // listed no more, but by is:muted
	Highlight                 // stands out in lists
	MarkRead
	MarkStar
	Hold // never let go
	Tagging
)

var deedNames = [...]string{Mute: "mute", Highlight: "highlight", MarkRead: "read", MarkStar: "star", Hold: "keep", Tagging: "tag"}

// DeedNames lists what a rule can do, as ParseDeeds reads it; "tag:" wants a name.
func DeedNames() []string { return append(slices.Clone(deedNames[:Tagging]), "tag:") }

// String gives the deed as ParseDeeds reads it: "mute", "tag:Berlin".
func (d Deed) String() string {
	if d.Kind == Tagging {
		return "tag:" + d.Tag
	}
	if int(d.Kind) < len(deedNames) {
		return deedNames[d.Kind]
	}
	return ""
}

// DeedError says which word is no deed.
type DeedError struct{ Text string }

func (e *DeedError) Error() string { return fmt.Sprintf("%q is nothing a rule does", e.Text) }

// ParseDeeds reads deeds parted by commas: "star, tag:Berlin".
func ParseDeeds(s string) ([]Deed, error) {
	var out []Deed
	for part := range strings.SplitSeq(s, ",") {
		part = strings.TrimSpace(part)
		if name, ok := strings.CutPrefix(part, "tag:"); ok {
			tag := TagName(name)
			if tag == "" {
				return nil, &DeedError{part}
			}
			out = append(out, Deed{Tagging, tag})
			continue
		}
		kind := slices.Index(deedNames[:Tagging], strings.ToLower(part))
		if kind < 0 {
			return nil, &DeedError{part}
		}
		out = append(out, Deed{Kind: DeedKind(kind)})
	}
	return out, nil
}

// FormatDeeds writes what ParseDeeds reads.
func FormatDeeds(deeds []Deed) string {
	words := make([]string, len(deeds))
	for i, d := range deeds {
		words[i] = d.String()
	}
	return strings.Join(words, ", ")
}
