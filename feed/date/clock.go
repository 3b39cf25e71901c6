package date

// clock reads 10:00, 10:00:00.123, 10.30 Uhr, 10 Uhr, 10h30, and am and pm.
func (r *reader) clock() {
	for i := range r.parts {
		if !r.num(i, 1, 2) {
			continue
		}
		end := r.colonClock(i)
		if end < 0 {
			end = r.hourClock(i)
		}
		if end < 0 {
			continue
		}
		r.setClock(i, end)
		return
	}
}

func (r *reader) setClock(begin, end int) {
	r.hour, r.hasTime, r.clockEnd = r.at(begin).value, true, end
	r.take(begin, end)
	r.halfDay(begin, end)
}

// colonClock reads 10:00 and 10:00:00.123 at i; the index behind, or -1.
func (r *reader) colonClock(i int) int {
	if r.at(i+1).kind != ':' || !r.num(i+2, 1, 2) {
		return -1
	}
	before := r.at(i - 1).kind
	if before == '+' || before == ':' {
		return -1
	}
	if before == '-' && r.at(i-2).kind == 'n' && r.at(i-3).kind == ':' {
		return -1 // the minutes of a zone
	}
	end := i + 3
	if r.at(end).kind == ':' && r.num(end+1, 1, 2) {
		r.second = r.at(end + 1).value
		end += 2
		if r.sign(end, ".,:") && r.num(end+1, 1, 12) {
			r.nano = fraction(r.at(end + 1).text)
			end += 2
		}
	}
	r.minute = r.at(i + 2).value
	return end
}

// hourClock reads 10h30, 10 h 30, 10h, 10.30 Uhr, 10.30 am, 10 Uhr and 10 am at i; the index
// behind, or -1.
func (r *reader) hourClock(i int) int {
	j := r.blank(i+1, "")
	switch {
	case r.at(i+1).kind == '.' && r.num(i+2, 2, 2) && r.halfOrHour(r.blank(i+3, "")):
		r.minute = r.at(i + 2).value
		return i + 3
	case r.means(j, isHour) && r.at(i-1).kind != '.' && r.at(i-1).kind != ':':
		k := r.blank(j+1, "")
		if r.num(k, 2, 2) && r.monthAt(r.blank(k+1, ".")) == 0 && !r.sign(k+1, "./") {
			r.minute = r.at(k).value
			if r.word(k+1, "min", "m") {
				r.take(k+1, k+2)
			}
			return k + 1
		}
		if r.hasColon() {
			return -1
		}
		return j + 1
	case r.sign(i-1, "."), r.hasColon(), r.means(j, isAround) && r.monthAfter(j): // "am 3. März"
		return -1
	case r.word(j, "am", "pm"), r.dottedHalf(j):
		return i + 1
	}
	return -1
}

// halfOrHour reports whether "Uhr", "am" or the like stands at i.
func (r *reader) halfOrHour(i int) bool {
	if r.word(i, "am") && r.num(r.blank(i+1, ""), 1, 2) {
		return false // German "am 3."
	}
	return r.means(i, isHour|isAM|isPM) || r.dottedHalf(i)
}

// dottedHalf reports whether "a.m.", "p. m." or the like stands at i.
func (r *reader) dottedHalf(i int) bool {
	_, half := r.dotted(i)
	return half != 0
}

// dotted reads two letters with dots behind them as one word: the index behind, and what it means.
func (r *reader) dotted(i int) (end int, half sense) {
	if r.at(i).kind != 'w' || r.at(i+1).kind != '.' {
		return i, 0
	}
	j := r.blank(i+2, "")
	if r.at(j).kind != 'w' || len(r.at(i).text) > 2 || len(r.at(j).text) > 2 { // two bytes: a Greek letter
		return i, 0
	}
	end = j + 1
	if r.at(end).kind == '.' {
		end++
	}
	return end, words().senses[r.at(i).text+r.at(j).text] & (isAM | isPM)
}

// dotClock reads a time with a dot, 10.30, that stands behind a word for it or beside a
// whole date.
func (r *reader) dotClock() {
	for i := range r.parts {
		if !r.num(i, 1, 2) || !r.sign(i+1, ".") || !r.num(i+2, 2, 2) {
			continue
		}
		if r.sign(i+3, ".") || r.at(i).value > 23 || r.at(i+2).value > 59 {
			continue
		}
		if r.strange && len(r.at(i).text) < 2 && !r.clockWordBefore(i) {
			continue
		}
		r.minute = r.at(i + 2).value
		r.setClock(i, i+3)
		return
	}
}

func (r *reader) clockWordBefore(i int) bool {
	for i--; i >= 0 && (r.at(i).kind == ' ' || r.at(i).kind == '.'); {
		i--
	}
	return r.means(i, isClock)
}

// hasColon reports whether a colon stands anywhere.
func (r *reader) hasColon() bool {
	for i := range r.parts {
		if r.parts[i].kind == ':' {
			return true
		}
	}
	return false
}

// halfDay reads what stands around a time: "Uhr", am and pm.
func (r *reader) halfDay(begin, end int) {
	for _, i := range [...]int{r.blank(end, ""), begin - 1, begin - 2} {
		if r.at(i).kind != 'w' {
			continue
		}
		if to, half := r.dotted(i); half != 0 {
			r.am, r.pm = half&isAM != 0, half&isPM != 0
			r.take(i, to)
			r.clockEnd = max(r.clockEnd, to)
			continue
		}
		s := r.parts[i].sense
		switch {
		case r.word(i, "am") && i < begin: // German "am"
			continue
		case s&(isAM|isPM) != 0:
			r.am, r.pm = s&isAM != 0, s&isPM != 0
			r.korean = r.korean || r.word(i, "오전", "오후")
		case s&isHour != 0 && i > begin:
		default:
			continue
		}
		r.take(i, i+1)
		r.clockEnd = max(r.clockEnd, i+1)
	}
}
