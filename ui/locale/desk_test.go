package locale

import (
	"reflect"
	"testing"
)

// Every phrase for rules, tags and editions stands in both languages.
func TestTheDeskIsWhole(t *testing.T) {
	for _, l := range []*Text{English(), German()} {
		whole(t, l.Code, reflect.ValueOf(l.Desk))
	}
	for name := range deskEN.Deeds {
		if deskDE.Deeds[name] == "" {
			t.Errorf("de: deed %s is missing", name)
		}
	}
}
