package cache

import "testing"

func TestSlimLeavesOneReaderAndAllInWorkingOrder(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "Eins"), story(2, "Zwei"))
	for range 2 {
		conns := make([]interface{ Close() error }, readers)
		for i := range conns { // a rush
			conn, err := d.read.db.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			conns[i] = conn
		}
		for _, c := range conns {
			d.must(c.Close())
		}
		if n := d.read.db.Stats().Idle; n != readers {
			t.Fatalf("%d connections wait after a rush, want %d", n, readers)
		}
		d.must(d.Slim(t.Context()))
		if n := d.read.db.Stats().OpenConnections; n != 1 {
			t.Errorf("%d reading connections are left, want 1", n)
		}
		if got := d.heads(Query{}); len(got) != 2 {
			t.Errorf("the list is %q", got)
		}
	}
	d.feed(tageblatt, story(3, "Drei"))
	if got := d.heads(Query{}); len(got) != 3 {
		t.Errorf("after more was written the list is %q", got)
	}
	d.must(d.Close())
	d.o.ReadOnly = true
	d.again()
	d.must(d.Slim(t.Context()))
	if got := d.heads(Query{}); len(got) != 3 {
		t.Errorf("read only, the list is %q", got)
	}
}
