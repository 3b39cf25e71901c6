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

// city reads "Europe/Berlin": the zone that a number before it has told already, or the
// time of Central Europe.
func (d *dateReader) city(i int) (end int, ok bool) {
	if d.at(i+1).kind != '/' || d.at(i+2).kind != 'w' {
		return i, false
	}
	end = i + 3
	if d.hasZone {
		return end, true
	}
	if d.at(i).text != "europe" || !central[d.at(i+2).text] {
		return i, false
	}
	d.zone, d.hasZone = centralOffset(time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, 0, 0, time.UTC)), true
	return end, true
}

// central are the cities on the time of Central Europe.
var central = map[string]bool{
	"berlin": true, "vienna": true, "zurich": true, "paris": true, "rome": true, "madrid": true, "amsterdam": true, "brussels": true,
	"copenhagen": true, "stockholm": true, "oslo": true, "prague": true, "warsaw": true, "budapest": true, "luxembourg": true, "busingen": true,
}

// centralOffset is the offset of Central Europe at a local time: summer time from the last Sunday of
// March, 2 o'clock, to the last Sunday of October, 3 o'clock.
func centralOffset(local time.Time) int {
	last := func(m time.Month, hour int) time.Time {
		t := time.Date(local.Year(), m, 31, hour, 0, 0, 0, time.UTC)
		return t.AddDate(0, 0, -int(t.Weekday()))
	}
	if local.Before(last(time.March, 2)) || !local.Before(last(time.October, 3)) {
		return 3600
	}
	return 7200
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
	"edt": -4, "est": -5, "et": -5, "cdt": -5, "cst": -6, "ct": -6, "mdt": -6, "mst": -7, "mt": -7, "pdt": -7, "pst": -8, "pt": -8,
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
