package ui

import (
	"testing"

	"depesche/cache"
)

func TestARuleIsMadeFromARow(t *testing.T) {
	pl := play(t, 120, 40, "M")
	pl.has("Eine Regel für Artikel wie diesen", "Stadtrat", "Haushalt", "Lokales", "dpa", "Lindenauer Bote")
	pl.press("type:brücke", "enter")
	pl.has("Was soll geschehen mit  titel:Brücke  (1 Artikel)", "stummstellen")
	pl.press("enter")
	pl.has("Angewandt auf 1 Artikel").hasNot("Stadtrat von Lindenau")
	if row, ok := pl.m.list.Row(); !ok || pl.m.list.Cursor() != 0 || row.Headline != "Eine sehr lange Reportage über den Fluss" {
		t.Errorf("the cursor stands on %q", row.Headline)
	}
	pl.press("u").has("Stadtrat von Lindenau", "Zurückgenommen")
	pl.press("U").hasNot("Stadtrat von Lindenau")
	pl.press("\\", "type:ist:stumm", "enter").has("Stadtrat von Lindenau")
}

func TestRulesAreListedChangedAndRemoved(t *testing.T) {
	pl := play(t, 120, 40, "%")
	pl.has("Es gibt noch keine Regeln; M")
	pl.press("M", "type:eigene", "enter", "type:titel:Möwen", "enter", "down", "enter") // highlight
	pl.has("◆")
	pl.press("%").has("hervorheben:  titel:Möwen", "1 Artikel")
	pl.press("enter", "type:bis wann", "enter", "type:2w", "enter").has("Regel geändert")
	pl.press("%").has("bis 7. Dez")
	pl.press("enter", "type:ändern", "enter")
	pl.press("ctrl+u", "type:titel:Werft", "enter").has("sie trifft 1 Artikel")
	pl.press("%", "enter", "type:entfernen", "enter").has("Regel entfernt").hasNot("◆")
	pl.press("u").has("◆")
	rules, err := pl.c.Rules(t.Context())
	if err != nil || len(rules) != 1 || rules[0].Query != "titel:Werft" || rules[0].Expires.IsZero() {
		t.Errorf("rules %+v, %v", rules, err)
	}
}

func TestABadRuleIsToldAndLeftOut(t *testing.T) {
	pl := play(t, 120, 40, "M", "type:eigene", "enter", "type:nix:da", "enter")
	if pl.m.menu != nil || pl.m.toast.text == "" {
		t.Error("a query that cannot be read was taken")
	}
	pl.press("ctrl+k", "ctrl+u", "type:titel:Möwen", "enter").has("Was soll geschehen") // it is put right where it stands
	pl.press("enter", "%", "enter", "type:abfrage", "enter", "ctrl+u", "type:agentur:(dpa", "enter").has("no-group", "agentur:(dpa")
	pl.press("ctrl+k", "ctrl+u", "type:agentur:dpa", "enter").has("Regel geändert")
}

func TestTheOpenPageShowsItsTags(t *testing.T) {
	pl := play(t, 120, 40, "enter", "G", "#", "type:Eis, Bau", "enter")
	pl.has("  #Bau #Eis", "· #Bau · #Eis").press("u").hasNot("#Eis").press("U").has("  #Bau #Eis")
	pl.press("#", "type:-eis Hafen", "enter").has("  #Bau #Hafen").press("u").has("  #Bau #Eis")
}

func TestNearestStaysNear(t *testing.T) {
	was := []cache.Key{9, 8, 7, 6, 5}
	for _, c := range []struct {
		at   int
		left []cache.Key
		want cache.Key
	}{{1, was, 8}, {1, []cache.Key{9, 6, 5}, 6}, {4, []cache.Key{9, 8}, 8}, {0, nil, 0}, {7, []cache.Key{5}, 5}} {
		if got := nearest(was, c.at, c.left); got != c.want {
			t.Errorf("at %d of %v: %d, want %d", c.at, c.left, got, c.want)
		}
	}
}
