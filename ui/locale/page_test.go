package locale

import (
	"testing"
)

func TestPageSays(t *testing.T) {
	en, de := English().Page, German().Page
	for _, c := range [][2]string{
		{en.Minutes(4), "4 min"},
		{de.Minutes(4), "4 Min."},
		{en.By([]string{"Ada Lindner"}), "By Ada Lindner"},
		{en.By([]string{"A", "B", "C"}), "By A, B and C"},
		{de.By([]string{"A", "B"}), "Von A und B"},
		{en.Updated("14:05"), "updated 14:05"},
		{de.Fetched("gestern"), "Abgerufen am gestern."},
		{de.Changed("gestern"), "Der Text hat sich geändert, seit Sie ihn gelesen haben: am gestern."},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}
