package parse

import (
	"strings"
	"time"
)

// rest reads the zone from what is left, and reports whether all that is left is known.
func (d *dateReader) rest() bool {
	for i := 0; i < len(d.parts); i++ {
		if d.used[i] {
			continue
		}
		p := d.parts[i]
		switch {
		case p.kind == '(' || p.kind == '[':
			if end, ok := d.comment(i); ok {
				i = end - 1
			}
		case p.kind == ' ' || strings.IndexByte(",.()[];'\"/-:|", p.kind) >= 0 && !d.offsetAt(i):
		case p.kind == '+' || p.kind == '-':
			end, ok := d.offset(i)
			if !ok {
				return false
			}
			i = end - 1
		case p.kind == 'w':
			end, ok := d.meaning(i)
			if !ok {
				return false
			}
			i = end - 1
		default:
			return false
		}
	}
	return true
}

// offsetAt reports whether a dash begins a zone: a number follows, and a time
// has been read.
func (d *dateReader) offsetAt(i int) bool {
	return d.parts[i].kind == '-' && d.num(i+1, 1, 4) && d.hasTime
}

// offset reads +0100, +01:00, +1 and -05.
func (d *dateReader) offset(i int) (end int, ok bool) {
	sign := 1
	if d.parts[i].kind == '-' {
		sign = -1
	}
	i++
	if d.at(i).kind == '-' || d.at(i).kind == '+' { // "+-0100" was meant as the sign behind
		if d.at(i).kind == '-' {
			sign = -1
		}
		i++
	}
	if !d.num(i, 1, 4) {
		return i, false
	}
	p := d.at(i)
	hours, minutes := p.value, 0
	if len(p.text) > 2 {
		hours, minutes = p.value/100, p.value%100
	} else if d.at(i+1).kind == ':' && d.num(i+2, 2, 2) {
		minutes = d.at(i + 2).value
		i += 2
	}
	if hours > 15 || minutes > 59 {
		return i, false
	}
	d.zone, d.hasZone = sign*(hours*3600+minutes*60), true
	return i + 1, true
}

// meaning reads a word: a zone, or one that says nothing.
func (d *dateReader) meaning(i int) (end int, ok bool) {
	w := d.parts[i].text
	if c, local := cities[w]; local && len(w) == 2 && d.hasTime && d.atEnd(i) { // "PT" in front is a Polish Friday
		if !d.hasZone {
			d.setClock(c)
		}
		return i + 1, true
	}
	if w == "t" && !d.atEnd(i) && d.hasTime || isDay(w) || fillers[w] {
		return i + 1, true
	}
	if w == "europe" || w == "america" || w == "asia" || w == "etc" {
		return d.city(i)
	}
	if w == "z" || w == "gmt" || w == "utc" || w == "ut" {
		if s := d.at(i + 1).kind; (s == '+' || s == '-') && d.num(i+2, 1, 4) {
			return d.offset(i + 1)
		}
	}
	seconds, known := zones[w]
	if !known || len(w) == 1 && w != "z" && !d.hasTime {
		return i, false
	}
	if !d.hasZone {
		d.zone, d.hasZone = seconds, true
	}
	return i + 1, true
}

func (d *dateReader) atEnd(i int) bool { return d.blank(i+1, "") >= len(d.parts) }

// city reads "Europe/Berlin" and "America/New_York": the zone that a number before it has told
// already, or that city's time at the date.
func (d *dateReader) city(i int) (end int, ok bool) {
	if d.at(i+1).kind != '/' || d.at(i+2).kind != 'w' {
		return i, false
	}
	name, end := d.at(i+2).text, i+3
	for d.at(end).kind == '_' && d.at(end+1).kind == 'w' {
		name, end = name+"_"+d.at(end+1).text, end+2
	}
	if d.hasZone {
		return end, true
	}
	c, known := cities[name]
	if !known {
		return i, false
	}
	d.setClock(c)
	return end, true
}

// comment reads what stands in brackets behind a time whose zone is known: "(Central European Time)".
func (d *dateReader) comment(i int) (end int, ok bool) {
	if !d.hasZone {
		return i, false
	}
	for end = i + 1; end < len(d.parts); end++ {
		if d.parts[end].kind == ')' || d.parts[end].kind == ']' {
			return end + 1, true
		}
	}
	return i, false
}

// clock is the time of a place: its zone in winter, in hours east of UTC, and who says when
// summer time begins.
type clock struct {
	winter int
	rule   func(local time.Time) bool // whether it is summer time; nil: there is none
}

// cities are those that publishers' programs name, by the last part of their name in the time
// zone database; the letters are what Americans call their own time all year round.
var cities = map[string]clock{
	"berlin": {1, summerEU}, "vienna": {1, summerEU}, "zurich": {1, summerEU}, "paris": {1, summerEU}, "rome": {1, summerEU}, "madrid": {1, summerEU},
	"amsterdam": {1, summerEU}, "brussels": {1, summerEU}, "copenhagen": {1, summerEU}, "stockholm": {1, summerEU}, "oslo": {1, summerEU},
	"prague": {1, summerEU}, "warsaw": {1, summerEU}, "budapest": {1, summerEU}, "luxembourg": {1, summerEU}, "busingen": {1, summerEU},
	"london": {0, summerEU}, "dublin": {0, summerEU}, "lisbon": {0, summerEU}, "helsinki": {2, summerEU}, "athens": {2, summerEU}, "bucharest": {2, summerEU},
	"sofia": {2, summerEU}, "kiev": {2, summerEU}, "kyiv": {2, summerEU}, "riga": {2, summerEU}, "tallinn": {2, summerEU}, "vilnius": {2, summerEU},
	"new_york": {-5, summerUS}, "chicago": {-6, summerUS}, "denver": {-7, summerUS}, "los_angeles": {-8, summerUS}, "toronto": {-5, summerUS},
	"gmt": {}, "utc": {}, "uct": {}, "tokyo": {9, nil}, "seoul": {9, nil}, "shanghai": {8, nil}, "hong_kong": {8, nil}, "singapore": {8, nil}, "kolkata": {5, nil},
	"et": {-5, summerUS}, "ct": {-6, summerUS}, "mt": {-7, summerUS}, "pt": {-8, summerUS},
}

func (d *dateReader) setClock(c clock) {
	d.zone, d.hasZone = c.winter*3600, true
	if c.rule != nil && c.rule(time.Date(d.year, time.Month(d.month), d.day, d.hour-c.winter, d.minute, 0, 0, time.UTC)) {
		d.zone += 3600
	}
}

// summerEU tells whether it is summer time in Europe at a time of UTC, winter time taken: from the last Sunday of
// March, 1 o'clock, to the last Sunday of October, an hour earlier by that reckoning.
func summerEU(t time.Time) bool {
	last := func(m time.Month, hour int) time.Time {
		end := time.Date(t.Year(), m, 31, hour, 0, 0, 0, time.UTC)
		return end.AddDate(0, 0, -int(end.Weekday()))
	}
	return !t.Before(last(time.March, 1)) && t.Before(last(time.October, 2))
}

// summerUS is the same for America, in each zone at 2 o'clock: from the second Sunday of March to the first of
// November; before 2007 from the first of April to the last of October.
func summerUS(t time.Time) bool {
	sunday := func(m time.Month, nth int) time.Time {
		first := time.Date(t.Year(), m, 1, 8, 0, 0, 0, time.UTC) // 2 or 3 o'clock in the middle of the land
		return first.AddDate(0, 0, (7-int(first.Weekday()))%7+7*(nth-1))
	}
	if t.Year() >= 2007 {
		return !t.Before(sunday(time.March, 2)) && t.Before(sunday(time.November, 1))
	}
	end := time.Date(t.Year(), time.October, 31, 8, 0, 0, 0, time.UTC)
	return !t.Before(sunday(time.April, 1)) && t.Before(end.AddDate(0, 0, -int(end.Weekday())))
}

// time puts the parts together; false where there is no such day or time.
func (d *dateReader) time() (time.Time, bool) {
	if d.pm && d.hour < 12 {
		d.hour += 12
	}
	if d.am && d.hour == 12 {
		d.hour = 0
	}
	midnight := d.hour == 24 && d.minute == 0 && d.second == 0
	if !sane(d.year) || d.month < 1 || d.month > 12 || d.day < 1 || d.hour > 23 && !midnight || d.minute > 59 || d.second > 60 {
		return time.Time{}, false
	}
	if d.korean && !d.hasZone {
		d.zone = 9 * 3600
	}
	day := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	if day.Day() != d.day {
		return time.Time{}, false
	}
	loc := time.UTC
	if d.zone != 0 {
		loc = time.FixedZone("", d.zone)
	}
	return time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, d.nano, loc), true
}

// fillers are words of a date that say nothing.
var fillers = map[string]bool{
	"um": true, "uhr": true, "den": true, "der": true, "am": true, "at": true, "of": true, "the": true, "on": true, "le": true, "à": true, "de": true,
	"del": true, "kl": true, "о": true, "г": true, "года": true, "stand": true, "st": true, "nd": true, "rd": true, "th": true, "h": true,
}

// zones are the names of time zones that mean one thing, or nearly always do, in
// seconds east of UTC. The letters are those of RFC 822.
var zones = zoneTable(map[string]float64{
	"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "wez": 0, "azot": -1,
	"cet": 1, "mez": 1, "met": 1, "mewt": 1, "wat": 1, "bst": 1, "west": 1, "wesz": 1,
	"cest": 2, "mesz": 2, "mest": 2, "cedt": 2, "eet": 2, "oez": 2, "cat": 2, "sast": 2, "ces": 2,
	"eest": 3, "oesz": 3, "msk": 3, "eat": 3, "trt": 3, "msd": 4, "gst": 4, "pkt": 5, "ist": 5.5, "npt": 5.75,
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

// monthNamed is the number of a month by its name; 0 for what is none.
func monthNamed(w string) int { return months[w] }

// isDay reports whether a word is a day's name.
func isDay(w string) bool { return days[w] }

// months are the names of the months, and the ways they are cut and misspelt.
//
//nolint:misspell // the misspellings are meant
var months = numbered([]string{
	"january jan januar jänner jaenner jän janvier janv enero ene gennaio gen januari stycznia styczeń leden ledna január ocak januára janeiro января янв январь ιαν ιανουαρίου tammikuu tammikuuta",
	"february feb februar feber febr février fevrier févr fév febrero febbraio februari lutego luty únor února február şubat fevereiro fev февраля фев февраль φεβ φεβρουαρίου helmikuu helmikuuta februray febuary",
	"march mar märz mär mrz maerz mars marzo maart mrt marca marzec březen března március mart março марта мар март μάρ μαρ μαρτίου maaliskuu maaliskuuta márc marts",
	"april apr avril avr abril abr aprile kwietnia kwiecień duben dubna április ápr nisan апреля апр апрель απρ απριλίου huhtikuu huhtikuuta",
	"may mai mayo maggio mag mei maja maj květen května május máj mayıs maio мая май μάι μαϊ μαΐου toukokuu toukokuuta",
	"june jun juni juin junio giugno giu czerwca czerwiec červen června június jún haziran junho июня июн июнь ιούν ιον ιουνίου kesäkuu kesäkuuta juno",
	"july jul juli juillet juil julio luglio lug lipca lipiec červenec července július júl temmuz julho июля июл июль ιούλ ιολ ιουλίου heinäkuu heinäkuuta julei",
	"august aug août aout agosto ago augustus sierpnia sierpień srpen srpna augusztus ağustos августа авг август αύγ αυγ αυγούστου elokuu elokuuta augusti augst",
	"september sep sept septembre septiembre settembre set września wrzesień září szeptember szept eylül setembro сентября сен сент сентябрь σεπ σεπτεμβρίου syyskuu syyskuuta septemer",
	"october oct oktober okt octobre octubre ottobre ott października październik říjen října október ekim outubro out октября окт октябрь οκτ οκτωβρίου lokakuu lokakuuta octobr",
	"november nov novembre noviembre listopada listopad listopadu kasım novembro ноября ноя нояб ноябрь νοέ νοε νοεμβρίου marraskuu marraskuuta novemeber",
	"december dec dezember dez décembre decembre déc diciembre dic dicembre grudnia grudzień prosinec prosince aralık dezembro декабря дек декабрь δεκ δεκεμβρίου joulukuu joulukuuta desember des decemeber",
})

func numbered(lines []string) map[string]int {
	out := make(map[string]int)
	for i, line := range lines {
		for name := range strings.FieldsSeq(line) {
			out[name] = i + 1
		}
	}
	return out
}

// days are the names of the days of the week, and the ways they are cut and misspelt.
var days = func() map[string]bool {
	out := make(map[string]bool)
	for name := range strings.FieldsSeq(`
		monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun thus wedn satur
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so mit don fre sam son die
		lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven dim
		lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié mie jue vie sáb sab dom
		lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi sabato domenica gio
		maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo za zo vr zat zon
		mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag man tir ons tor lør søn mån tis lör sön ti ke to pe la su
		poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob ndz nie
		pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne
		segunda terça quarta quinta sexta seg ter qua qui sex
		hétfő kedd szerda csütörtök péntek szombat vasárnap
		pazartesi salı çarşamba perşembe cuma cumartesi pazar paz pzt sal çar per cum cmt
		понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
		κυρ δευ τρί τρι τετ πέμ πεμ παρ σάβ σαβ
		月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日`) {
		out[name] = true
	}
	return out
}()
