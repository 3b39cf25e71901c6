package date

import "time"

// Zone is the time of a place. The zero value is UTC.
type Zone struct {
	Minutes int // in winter, east of UTC
	Summer  Summer
}

// Summer is the rule by which a place has summer time.
type Summer uint8

// The rules of summer time; that of each is for the years in which most pages were written.
const (
	NoSummer   Summer = iota
	Europe            // last Sunday of March to last of October, at 1 o'clock UTC
	America           // second Sunday of March to first of November; before 2007 April to October
	Mexico            // first Sunday of April to last of October, up to 2022
	Australia         // first Sunday of October to first of April
	NewZealand        // last Sunday of September to first of April
	Chile             // first Sunday of September to first of April
	Brazil            // third Sunday of October to third of February, up to 2019
)

// offset is the zone in seconds east of UTC at a time on the wall.
func (z Zone) offset(year, month, day, hour, minute int) int {
	seconds := z.Minutes * 60
	if z.Summer == NoSummer {
		return seconds
	}
	at := time.Date(year, time.Month(month), day, hour, minute, 0, 0, time.UTC)
	if z.Summer.holds(at, z.Minutes) {
		seconds += 3600
	}
	return seconds
}

// holds reports whether it is summer time at a time on the wall. The hour that comes twice in
// autumn is taken for summer time.
func (s Summer) holds(at time.Time, winter int) bool {
	year := at.Year()
	// sunday is the nth of a month, the last for -1, at an hour.
	sunday := func(m time.Month, nth, hour int) time.Time {
		if nth < 0 {
			end := time.Date(year, m+1, 0, hour, 0, 0, 0, time.UTC)
			return end.AddDate(0, 0, -int(end.Weekday()))
		}
		first := time.Date(year, m, 1, hour, 0, 0, 0, time.UTC)
		return first.AddDate(0, 0, (7-int(first.Weekday()))%7+7*(nth-1))
	}
	between := func(from, to time.Time) bool { return !at.Before(from) && at.Before(to) }
	switch s {
	case NoSummer:
		return false
	case Europe:
		at = at.Add(-time.Duration(winter) * time.Minute)
		return between(sunday(time.March, -1, 1), sunday(time.October, -1, 2))
	case America:
		if year < 2007 {
			return between(sunday(time.April, 1, 2), sunday(time.October, -1, 2))
		}
		return between(sunday(time.March, 2, 2), sunday(time.November, 1, 2))
	case Mexico:
		return year <= 2022 && between(sunday(time.April, 1, 2), sunday(time.October, -1, 2))
	case Australia:
		return !between(sunday(time.April, 1, 3), sunday(time.October, 1, 2))
	case NewZealand:
		return !between(sunday(time.April, 1, 3), sunday(time.September, -1, 2))
	case Chile:
		return !between(sunday(time.April, 1, 0), sunday(time.September, 1, 0))
	case Brazil:
		if year > 2019 || year == 2019 && at.Month() > time.March {
			return false
		}
		if year == 2018 {
			return !between(sunday(time.February, 3, 0), sunday(time.November, 1, 0))
		}
		return !between(sunday(time.February, 3, 0), sunday(time.October, 3, 0))
	}
	return false
}

// continents are the first parts of names in the time zone database.
var continents = map[string]bool{"europe": true, "america": true, "asia": true, "etc": true, "africa": true, "australia": true, "pacific": true, "atlantic": true, "us": true}

// cities are those that publishers' programs name, by the last part of their name in the time
// zone database; the letters are what Americans call their own time all year round.
var cities = map[string]Zone{
	"berlin": {60, Europe}, "vienna": {60, Europe}, "zurich": {60, Europe}, "paris": {60, Europe}, "rome": {60, Europe}, "madrid": {60, Europe},
	"amsterdam": {60, Europe}, "brussels": {60, Europe}, "copenhagen": {60, Europe}, "stockholm": {60, Europe}, "oslo": {60, Europe},
	"prague": {60, Europe}, "warsaw": {60, Europe}, "budapest": {60, Europe}, "luxembourg": {60, Europe}, "busingen": {60, Europe},
	"zagreb": {60, Europe}, "ljubljana": {60, Europe}, "belgrade": {60, Europe}, "bratislava": {60, Europe}, "sarajevo": {60, Europe}, "malta": {60, Europe},
	"london": {0, Europe}, "dublin": {0, Europe}, "lisbon": {0, Europe}, "helsinki": {120, Europe}, "athens": {120, Europe}, "bucharest": {120, Europe},
	"sofia": {120, Europe}, "kiev": {120, Europe}, "kyiv": {120, Europe}, "riga": {120, Europe}, "tallinn": {120, Europe}, "vilnius": {120, Europe},
	"jerusalem": {120, Europe}, "moscow": {180, NoSummer}, "istanbul": {180, NoSummer}, "dubai": {240, NoSummer}, "karachi": {300, NoSummer}, "dhaka": {360, NoSummer},
	"new_york": {-300, America}, "chicago": {-360, America}, "denver": {-420, America}, "los_angeles": {-480, America}, "toronto": {-300, America},
	"montreal": {-300, America}, "vancouver": {-480, America}, "halifax": {-240, America}, "phoenix": {-420, NoSummer}, "eastern": {-300, America},
	"central": {-360, America}, "mountain": {-420, America}, "pacific": {-480, America}, "mexico_city": {-360, Mexico}, "sao_paulo": {-180, Brazil},
	"buenos_aires": {-180, NoSummer}, "santiago": {-240, Chile}, "bogota": {-300, NoSummer}, "lima": {-300, NoSummer},
	"sydney": {600, Australia}, "melbourne": {600, Australia}, "brisbane": {600, NoSummer}, "perth": {480, NoSummer}, "auckland": {720, NewZealand},
	"johannesburg": {120, NoSummer}, "lagos": {60, NoSummer}, "nairobi": {180, NoSummer}, "jakarta": {420, NoSummer}, "bangkok": {420, NoSummer}, "manila": {480, NoSummer},
	"gmt": {}, "utc": {}, "uct": {}, "tokyo": {540, NoSummer}, "seoul": {540, NoSummer}, "shanghai": {480, NoSummer}, "hong_kong": {480, NoSummer}, "taipei": {480, NoSummer},
	"singapore": {480, NoSummer}, "kolkata": {330, NoSummer}, "calcutta": {330, NoSummer},
	"et": {-300, America}, "ct": {-360, America}, "mt": {-420, America}, "pt": {-480, America},
}

// zones are the names of time zones that mean one thing, or nearly always do, in
// seconds east of UTC. The letters are those of RFC 822.
var zones = zoneTable(map[string]float64{
	"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "wez": 0, "azot": -1,
	"cet": 1, "mez": 1, "met": 1, "mewt": 1, "wat": 1, "bst": 1, "west": 1, "wesz": 1,
	"cest": 2, "mesz": 2, "mest": 2, "cedt": 2, "eet": 2, "oez": 2, "cat": 2, "sast": 2, "ces": 2,
	"eest": 3, "oesz": 3, "msk": 3, "мск": 3, "eat": 3, "trt": 3, "msd": 4, "gst": 4, "pkt": 5, "ist": 5.5, "npt": 5.75,
	"ict": 7, "wib": 7, "hkt": 8, "sgt": 8, "awst": 8, "pht": 8, "myt": 8, "jst": 9, "kst": 9, "acst": 9.5,
	"aest": 10, "acdt": 10.5, "aedt": 11, "nzst": 12, "nzt": 12, "nzdt": 13,
	"nst": -3.5, "ndt": -2.5, "brt": -3, "art": -3, "adt": -3, "ast": -4, "at": -4, "clt": -4,
	"edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
	"akdt": -8, "akst": -9, "hst": -10,
	"a": -1, "b": -2, "c": -3, "d": -4, "e": -5, "f": -6, "g": -7, "h": -8, "i": -9, "k": -10, "l": -11, "m": -12,
	"n": 1, "o": 2, "p": 3, "q": 4, "r": 5, "s": 6, "t": 7, "u": 8, "v": 9, "w": 10, "x": 11, "y": 12,
})

func zoneTable(hours map[string]float64) map[string]int {
	out := make(map[string]int, len(hours))
	for name, h := range hours {
		out[name] = int(h * 3600)
	}
	return out
}
