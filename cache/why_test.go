package cache

import "testing"

func TestWhyAsksTheOrigin(t *testing.T) {
	d := newDesk(t, Options{})
	got, err := d.Why(t.Context(), "bote", "https://bote.example/a")
	if err != nil || len(got) != 1 || got[0].Text != "bote https://bote.example/a" {
		t.Errorf("%v, %v", got, err)
	}
}
