package date

import (
	"strings"
	"time"
)

// Order is how a date in numbers is read.
type Order uint8

// The orders of day and month in 03/04/2025.
const (
	Certain    Order = iota // read only where it can be read in one way
	DayFirst                // 3 April
	MonthFirst              // 4 March
)

// Home is where a text was written: what it says only there. The zero value is
// for texts of which nothing is known.
type Home struct {
	Zone  Zone   // of a date without one
	Order Order  // of a date in numbers
	Lang  string // language in small letters, "hr"; by it words of two meanings are told apart
}

// HomeOf tells the home of a page by its host and its language tags (BCP 47), the surest
// first. The country is that of the host, else that of a tag's region, else the
// one in which nearly all who write the language live. A page without a
// country has UTC and puts the day first.
func HomeOf(host string, tags ...string) Home {
	h := Home{Order: DayFirst}
	country := strings.ToLower(host[strings.LastIndexByte(host, '.')+1:])
	if _, known := countries[country]; !known {
		country = ""
	}
	for _, tag := range tags {
		lang, region := splitTag(tag)
		if lang == "" || h.Lang != "" && h.Lang != lang {
			continue
		}
		h.Lang = lang
		if country == "" {
			country = region
		}
	}
	if country == "" {
		country = langCountry[h.Lang]
	}
	h.Zone = countries[country]
	switch country {
	case "us", "gov", "mil", "edu":
		h.Order = MonthFirst
	}
	return h
}

// longestLang is the length of the longest language of a tag (BCP 47).
const longestLang = 8

// splitTag takes language and region of a tag in small letters: "fr-CA", "pt_BR", "zh-Hant-TW".
func splitTag(tag string) (lang, region string) {
	for i, s := range strings.FieldsFunc(strings.ToLower(tag), func(r rune) bool { return r == '-' || r == '_' }) {
		switch {
		case i == 0 && len(s) <= longestLang:
			lang = s
		case i < 3 && len(s) == 2:
			region = s
		}
	}
	return lang, region
}

// countries are the times of countries by their code, and of the domains that stand for one. A
// land with several has the time of most of its readers.
var countries = map[string]Zone{
	"de": {60, Europe}, "at": {60, Europe}, "ch": {60, Europe}, "lu": {60, Europe}, "li": {60, Europe}, "nl": {60, Europe}, "be": {60, Europe}, "fr": {60, Europe},
	"it": {60, Europe}, "es": {60, Europe}, "dk": {60, Europe}, "no": {60, Europe}, "se": {60, Europe}, "pl": {60, Europe}, "cz": {60, Europe}, "sk": {60, Europe},
	"hu": {60, Europe}, "hr": {60, Europe}, "si": {60, Europe}, "rs": {60, Europe}, "ba": {60, Europe}, "mk": {60, Europe}, "al": {60, Europe}, "mt": {60, Europe},
	"uk": {0, Europe}, "gb": {0, Europe}, "ie": {0, Europe}, "pt": {0, Europe}, "is": {}, "gr": {120, Europe}, "cy": {120, Europe}, "fi": {120, Europe}, "ee": {120, Europe},
	"lv": {120, Europe}, "lt": {120, Europe}, "ro": {120, Europe}, "bg": {120, Europe}, "ua": {120, Europe}, "md": {120, Europe}, "il": {120, Europe},
	"ru": {180, NoSummer}, "by": {180, NoSummer}, "tr": {180, NoSummer}, "jp": {540, NoSummer}, "kr": {540, NoSummer}, "cn": {480, NoSummer}, "tw": {480, NoSummer},
	"hk": {480, NoSummer}, "sg": {480, NoSummer}, "my": {480, NoSummer}, "ph": {480, NoSummer}, "th": {420, NoSummer}, "vn": {420, NoSummer}, "id": {420, NoSummer},
	"in": {330, NoSummer}, "lk": {330, NoSummer}, "pk": {300, NoSummer}, "bd": {360, NoSummer}, "ae": {240, NoSummer}, "sa": {180, NoSummer}, "ir": {210, NoSummer},
	"za": {120, NoSummer}, "ng": {60, NoSummer}, "tz": {180, NoSummer}, "ke": {180, NoSummer}, "gh": {},
	"us": {-300, America}, "gov": {-300, America}, "mil": {-300, America}, "edu": {-300, America}, "ca": {-300, America}, "mx": {-360, Mexico},
	"br": {-180, Brazil}, "ar": {-180, NoSummer}, "uy": {-180, NoSummer}, "cl": {-240, Chile}, "pe": {-300, NoSummer}, "ec": {-300, NoSummer}, "ve": {-240, NoSummer},
	"bo": {-240, NoSummer}, "au": {600, Australia}, "nz": {720, NewZealand},
}

// langCountry is the country of a language that is written in one time alone, or nearly.
var langCountry = map[string]string{
	"de": "de", "fr": "fr", "it": "it", "nl": "nl", "da": "dk", "no": "no", "nb": "no", "nn": "no", "sv": "se", "pl": "pl", "cs": "cz", "sk": "sk", "hu": "hu",
	"hr": "hr", "sl": "si", "sr": "rs", "bs": "ba", "fi": "fi", "et": "ee", "lv": "lv", "lt": "lt", "el": "gr", "ro": "ro", "bg": "bg", "uk": "ua", "ca": "es",
	"is": "is", "ja": "jp", "ko": "kr", "zh": "cn", "tr": "tr", "he": "il", "hi": "in",
}

// In gives a time in the zone of a home.
func (h Home) In(t time.Time) time.Time {
	u := t.UTC().Add(time.Duration(h.Zone.Minutes) * time.Minute)
	seconds := h.Zone.offset(u.Year(), int(u.Month()), u.Day(), u.Hour(), u.Minute())
	return t.In(time.FixedZone("", seconds))
}
