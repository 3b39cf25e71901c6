package cache

import (
	"os"
	"strings"
	"testing"
)

// A dictionary that is gone, from the database and from the file beside it, is found in a copy; until then
// the texts are kept and counted.
func TestADictionaryThatIsGoneIsFoundAgain(t *testing.T) {
	d := damageable(t, true)
	copies := d.dir + "/" + copiesName
	d.must(os.Rename(copies, copies+"-elsewhere"))
	d.must(os.Remove(spareFile(d.path)))
	script(t, d.path, "delete from dictionary")
	d.open()
	found, err := d.Repair(t.Context())
	d.must(err)
	said := ""
	for _, f := range found {
		if f.What == "texts" && !f.OK {
			said = f.Detail
		}
	}
	if !strings.Contains(said, "without dictionary") {
		t.Errorf("said %q of %+v", said, found)
	}
	d.must(d.Settle(t.Context()))
	d.must(d.Close())
	d.must(os.Rename(copies+"-elsewhere", copies))
	d.open()
	if n, want := d.readable(), beforeCopy+afterCopy+2; n != want {
		t.Errorf("%d of %d can be read", n, want)
	}
	d.must(d.Settle(t.Context()))
	d.must(d.Close())
	d.must(os.RemoveAll(copies))
	d.open() // it is in the database again
	if n, want := d.readable(), beforeCopy+afterCopy+2; n != want {
		t.Errorf("without the copy %d of %d can be read", n, want)
	}
	d.sound()
}

// Without one of the tables that all stands on, the database is a damaged one.
func TestATableThatIsGoneComesBack(t *testing.T) {
	whole := damageable(t, true)
	for _, name := range []string{"source", "state", "dictionary", "body"} {
		d := whole.clone(t)
		script(t, d.path, "pragma foreign_keys = off; drop table "+name)
		d.open()
		if n := d.holdings(); d.Damaged() == nil || n.Sources < 2 || n.Articles < beforeCopy+2 || n.Marks < 20 {
			t.Errorf("%s: %+v, %v", name, n, d.Damaged())
		}
		d.sound()
	}
}

func TestDoctorFindsAMissingTable(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"))
	d.must(d.Close())
	script(t, d.path, "drop table tagged; drop index state_starred")
	d.open()
	say := func(found []Finding, err error) (f Finding) {
		d.must(err)
		for _, f := range found {
			if f.What == "tables" {
				return f
			}
		}
		return f
	}
	if f := say(d.Check(t.Context())); f.OK || f.Detail != "index state_starred, table tagged, index tagged_article" {
		t.Errorf("%+v", f)
	}
	if f := say(d.Repair(t.Context())); !f.Fixed {
		t.Errorf("%+v", f)
	}
	d.again()
	d.sound()
}
