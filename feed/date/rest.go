package date

import "strings"

// rest reads the zone from what is left, and reports whether all that is left is known.
func (r *reader) rest() bool {
	for i := 0; i < len(r.parts); i++ {
		if r.used[i] {
			continue
		}
		p := &r.parts[i]
		end, ok := i+1, false
		switch {
		case p.kind == '(' || p.kind == '[':
			if end, ok = r.comment(i); !ok {
				end, ok = i+1, true
			}
		case p.kind == ' ' || strings.IndexByte(",.()[];'\"/-:|", p.kind) >= 0 && !r.offsetAt(i):
			ok = true
		case p.kind == '+' || p.kind == '-':
			end, ok = r.offset(i)
		case p.kind == 'w':
			end, ok = r.meaning(i)
		}
		if !ok {
			return false
		}
		i = end - 1
	}
	return true
}

// offsetAt reports whether a dash begins a zone: a number follows, and a time
// has been read.
func (r *reader) offsetAt(i int) bool {
	return r.parts[i].kind == '-' && r.num(i+1, 1, 4) && r.hasTime
}

// offset reads +0100, +01:00, +01:00:00, +1 and -05.
func (r *reader) offset(i int) (end int, ok bool) {
	sign := 1
	if r.parts[i].kind == '-' {
		sign = -1
	}
	i++
	if r.at(i).kind == '-' || r.at(i).kind == '+' { // "+-0100" was meant as the sign behind
		if r.at(i).kind == '-' {
			sign = -1
		}
		i++
	}
	if !r.num(i, 1, 4) {
		return i, false
	}
	p := r.at(i)
	hours, minutes := p.value, 0
	if len(p.text) > 2 {
		hours, minutes = p.value/100, p.value%100
	} else if r.at(i+1).kind == ':' && r.num(i+2, 2, 2) {
		minutes = r.at(i + 2).value
		i += 2
		if r.at(i+1).kind == ':' && r.num(i+2, 2, 2) {
			i += 2
		}
	}
	r.lostZone = hours > 15 || minutes > 59
	r.setZone(sign * (hours*3600 + minutes*60))
	return i + 1, true
}

func (r *reader) setZone(seconds int) {
	r.zone, r.hasZone, r.saidZone = seconds, true, true
}

// meaning reads a word: a zone, or one that says nothing.
func (r *reader) meaning(i int) (end int, ok bool) {
	p := &r.parts[i]
	w := p.text
	if r.strange && p.sense == 0 && !r.shouted(i) {
		return i, false // a zone is printed in capital letters
	}
	switch {
	case len(w) <= 2 && r.zoneBehindClock(i):
		return i + 1, true
	case w == "t" && r.hasTime && !r.atEnd(i), p.sense&(isDay|isAround|isAsian) != 0:
		return i + 1, true
	case continents[w]:
		return r.city(i)
	case universal[w]:
		if s := r.at(i + 1).kind; (s == '+' || s == '-') && r.num(i+2, 1, 4) {
			return r.offset(i + 1)
		}
	case len(w) < 3:
		return i, false
	}
	seconds, known := zones[w]
	if !known {
		return i, false
	}
	if !r.hasZone {
		r.setZone(seconds)
	}
	return i + 1, true
}

// universal are the names of UTC, behind which an offset may stand.
var universal = map[string]bool{"z": true, "gmt": true, "utc": true, "ut": true}

// shouted reports whether a word stands in capital letters.
func (r *reader) shouted(i int) bool {
	word := r.src[r.parts[i].from:r.parts[i].to]
	return strings.ToUpper(word) == word
}

// zoneBehindClock reads the zones of one and two letters, which may be other things anywhere
// but behind a time: "PT" in front is a Polish Friday.
func (r *reader) zoneBehindClock(i int) bool {
	if !r.hasTime || r.strange && !r.shouted(i) {
		return false
	}
	behind := r.blank(r.clockEnd, "") == i
	w := r.parts[i].text
	if z, local := cities[w]; local && (behind || r.atEnd(i)) {
		if !r.hasZone {
			r.setHome(z)
		}
		return true
	}
	seconds, known := zones[w]
	if !known || len(w) != 1 || universal[w] {
		return false
	}
	if r.strange || !r.atEnd(i) {
		return false
	}
	if !r.hasZone {
		r.setZone(seconds)
	}
	return true
}

func (r *reader) atEnd(i int) bool { return r.blank(i+1, ".") >= len(r.parts) }

// city reads "Europe/Berlin" and "America/Argentina/Buenos_Aires": the zone that a number before it has told
// already, or that city's time at the date.
func (r *reader) city(i int) (end int, ok bool) {
	name, end := "", i+1
	for (r.at(end).kind == '/' || r.at(end).kind == '_') && r.at(end+1).kind == 'w' {
		if r.at(end).kind == '/' {
			name = ""
		} else {
			name += "_"
		}
		name, end = name+r.at(end+1).text, end+2
	}
	if r.hasZone {
		return end, name != ""
	}
	z, known := cities[name]
	if !known || len(name) == 2 {
		return i, false
	}
	r.setHome(z)
	return end, true
}

func (r *reader) setHome(z Zone) {
	hour := r.hour
	if r.pm && hour < 12 {
		hour += 12
	}
	r.setZone(z.offset(r.year, r.month, r.day, hour, r.minute))
}

// comment reads what stands in brackets behind a time whose zone is known: "(Central European Time)".
func (r *reader) comment(i int) (end int, ok bool) {
	if !r.hasZone || r.strange {
		return i, false
	}
	for end = i + 1; end < len(r.parts); end++ {
		if r.parts[end].kind == ')' || r.parts[end].kind == ']' {
			return end + 1, true
		}
	}
	return i, false
}
