package ui

import "testing"

// A database that came back is no message among others: it stands until the reader has seen it.
func TestWhatHasToBeSaidFirstStandsUntilAKey(t *testing.T) {
	pl := playWith(t, 80, 24, func(o *Options) { o.Alert = "The database was damaged: 9 articles are back" })
	pl.has("The database was damaged: 9 articles are back")
	pl.run(pl.m.say("12 new articles.", false))
	pl.has("The database was damaged").hasNot("12 new articles.")
	pl.press("j").hasNot("The database was damaged")
	pl.run(pl.m.say("12 new articles.", false))
	pl.has("12 new articles.")
}
