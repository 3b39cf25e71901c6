package date

import (
	"strings"
	"testing"
	"time"
)

// shown is a date as the tests write it: with its own zone, to the minute where a time was said.
func shown(d Date) string {
	switch d.Precision {
	case None:
		return ""
	case Year:
		return d.Time.Format("2006")
	case Month:
		return d.Time.Format("2006-01")
	case Day:
		return d.Time.Format("2006-01-02")
	case Minute:
	}
	s := d.Time.Format("2006-01-02 15:04 -0700")
	if d.Zoned {
		s += " said"
	}
	return s
}

func TestReadTellsPrecisionAndZone(t *testing.T) {
	berlin := HomeOf("bote.de", "de")
	for in, want := range map[string]string{
		"2025":                            "2025",
		"2025-03":                         "2025-03",
		"2025-03-03":                      "2025-03-03",
		"3. März 2025":                    "2025-03-03",
		"3. März 2025, 10.15 Uhr":         "2025-03-03 10:15 +0100",
		"3. Juli 2025, 10.15 Uhr":         "2025-07-03 10:15 +0200",
		"3. Juli 2025, 10.15 Uhr MEZ":     "2025-07-03 10:15 +0100 said",
		"2025-03-03T10:15:00Z":            "2025-03-03 10:15 +0000 said",
		"2025-03-03T00:00:00":             "2025-03-03 00:00 +0100",
		"03/04/2025":                      "2025-04-03",
		"Thu, 06 Mar 2025 01:15:00 +3000": "2025-03-06",
		"vor 3 Stunden":                   "",
		"heute, 10.15 Uhr":                "",
		"am 3. März":                      "",
	} {
		if got := shown(Read(in, berlin)); got != want {
			t.Errorf("Read(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestReadInEachLanguage(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"en", "June 1, 2019 at 08:34 PM EDT.", "2019-06-01 20:34 -0400 said"},
		{"en", "1st June 2019 8.34pm", "2019-06-01 20:34 +0000"},
		{"de", "Samstag, den 1. Juni 2019 um 20.34 Uhr", "2019-06-01 20:34 +0200"},
		{"fr", "samedi 1er juin 2019 à 20 h 34", "2019-06-01 20:34 +0200"},
		{"fr", "1 juin 2019 à 20h34", "2019-06-01 20:34 +0200"},
		{"it", "sabato 1 giugno 2019 alle ore 20.34", "2019-06-01 20:34 +0200"},
		{"es", "1 de junio de 2019 a las 8:34 p. m.", "2019-06-01 20:34 +0000"},
		{"pt", "1º de junho de 2019 às 20h34", "2019-06-01 20:34 +0000"},
		{"nl", "zaterdag 1 juni 2019 om 20.34 uur", "2019-06-01 20:34 +0200"},
		{"da", "1. juni 2019 kl. 20.34", "2019-06-01 20:34 +0200"},
		{"no", "1. desember 2019 kl. 20.34", "2019-12-01 20:34 +0100"},
		{"sv", "1 augusti 2019 kl 20.34", "2019-08-01 20:34 +0200"},
		{"fi", "1.6.2019 klo 20.34", "2019-06-01 20:34 +0300"},
		{"fi", "1. kesäkuuta 2019 20.34", "2019-06-01 20:34 +0300"},
		{"pl", "1 czerwca 2019, godz. 20:34", "2019-06-01 20:34 +0200"},
		{"pl", "1 listopada 2019", "2019-11-01"},
		{"hr", "1. listopada 2019. u 20:34", "2019-10-01 20:34 +0200"},
		{"", "1. listopada 2019", "2019-11-01"},
		{"cs", "1. června 2019 ve 20:34", "2019-06-01 20:34 +0200"},
		{"sk", "1. júna 2019 o 20:34", "2019-06-01 20:34 +0200"},
		{"hu", "2019. június 1. 20:34", "2019-06-01 20:34 +0200"},
		{"tr", "1 Haziran 2019 Cumartesi, saat 20:34", "2019-06-01 20:34 +0300"},
		{"ru", "1 июня 2019 г. в 20:34 МСК", "2019-06-01 20:34 +0300 said"},
		{"uk", "1 червня 2019 р., 20:34", "2019-06-01 20:34 +0300"},
		{"bg", "1 юни 2019 г., 20:34 ч.", "2019-06-01 20:34 +0300"},
		{"sr", "1. октобар 2019. 20:34", "2019-10-01 20:34 +0200"},
		{"ro", "1 iunie 2019, ora 20:34", "2019-06-01 20:34 +0300"},
		{"ca", "1 d’agost de 2019 a les 20:34", "2019-08-01 20:34 +0200"},
		{"el", "1 Ιουνίου 2019, 8:34 μ.μ.", "2019-06-01 20:34 +0300"},
		{"lt", "2019 m. birželio 1 d. 20:34", "2019-06-01 20:34 +0300"},
		{"he", "1 ביוני 2019 בשעה 20:34", "2019-06-01 20:34 +0300"},
		{"ar", "١ يونيو ٢٠١٩ - ٢٠:٣٤", "2019-06-01 20:34 +0000"},
		{"ar", "1 كانون الثاني 2019", "2019-01-01"},
		{"fa", "۱ ژوئن ۲۰۱۹", "2019-06-01"},
		{"hi", "1 जून 2019, 20:34 IST", "2019-06-01 20:34 +0530 said"},
		{"ja", "2019年6月1日（土） 午後8時34分", "2019-06-01 20:34 +0900"},
		{"zh", "2019年6月1日星期六 下午8:34", "2019-06-01 20:34 +0800"},
		{"ko", "2019. 6. 1. 오후 8:34", "2019-06-01 20:34 +0900"},
		{"ko", "2019년 6월 1일 (토) 20시 34분", "2019-06-01 20:34 +0900"},
	} {
		if got := shown(Read(c.in, HomeOf("", c.lang))); got != c.want {
			t.Errorf("%s: Read(%q) = %q, want %q", c.lang, c.in, got, c.want)
		}
	}
}

func TestHome(t *testing.T) {
	for _, c := range []struct{ host, tags, in, want string }{
		{"bote.de", "", "2019-07-01 10:15", "2019-07-01 10:15 +0200"},
		{"bote.example", "de-AT", "2019-01-01 10:15", "2019-01-01 10:15 +0100"},
		{"bote.example", "fr", "2019-01-01 10:15", "2019-01-01 10:15 +0100"},
		{"bote.example", "fr-CA", "2019-01-01 10:15", "2019-01-01 10:15 -0500"},
		{"bote.com.br", "en", "2024-05-01 10:15", "2024-05-01 10:15 -0300"},
		{"bote.com", "pt_BR", "2017-01-15 10:15", "2017-01-15 10:15 -0200"},
		{"bote.com", "pt", "2017-01-15 10:15", "2017-01-15 10:15 +0000"},
		{"bote.com", "en-AU", "2019-01-15 10:15", "2019-01-15 10:15 +1100"},
		{"bote.com.au", "", "2019-07-15 10:15", "2019-07-15 10:15 +1000"},
		{"bote.nz", "", "2019-01-15 10:15", "2019-01-15 10:15 +1300"},
		{"bote.cl", "", "2019-01-15 10:15", "2019-01-15 10:15 -0300"},
		{"bote.mx", "", "2019-07-15 10:15", "2019-07-15 10:15 -0500"},
		{"bote.mx", "", "2024-07-15 10:15", "2024-07-15 10:15 -0600"},
		{"bote.co.in", "", "2019-07-15 10:15", "2019-07-15 10:15 +0530"},
		{"bote.com", "en", "03/04/2017", "2017-04-03"},
		{"bote.com", "en-US", "03/04/2017", "2017-03-04"},
		{"bote.us", "en", "03/04/17", "2017-03-04"},
		{"bote.edu", "en", "Mon, 03/06/2017 - 10:15", "2017-03-06 10:15 -0500"},
		{"bote.co.uk", "en-US", "03/04/2017", "2017-04-03"},
		{"bote.com", "en en-US", "03/04/2017", "2017-03-04"},
		{"bote.com", "de en-US", "03/04/2017", "2017-04-03"},
		{"", "zh-Hant-TW", "2019-07-15 10:15", "2019-07-15 10:15 +0800"},
	} {
		if got := shown(Read(c.in, HomeOf(c.host, strings.Fields(c.tags)...))); got != c.want {
			t.Errorf("%s %s: Read(%q) = %q, want %q", c.host, c.tags, c.in, got, c.want)
		}
	}
}

func TestSummerTime(t *testing.T) {
	for _, c := range []struct {
		host, at string
		hours    int
	}{
		{"bote.at", "2026-03-28 12:00", 1},
		{"bote.at", "2026-03-29 03:00", 2},
		{"bote.at", "2026-10-24 12:00", 2},
		{"bote.at", "2026-10-25 03:00", 1},
		{"bote.us", "2026-03-08 01:59", -5},
		{"bote.us", "2026-03-08 03:00", -4},
		{"bote.us", "2026-11-01 02:00", -5},
		{"bote.us", "2006-03-20 12:00", -5},
		{"bote.au", "2026-04-05 03:00", 10},
		{"bote.au", "2026-10-04 03:00", 11},
		{"bote.br", "2018-10-30 12:00", -3},
		{"bote.br", "2018-11-05 12:00", -2},
		{"bote.br", "2020-01-05 12:00", -3},
	} {
		d := Read(c.at, HomeOf(c.host))
		if _, off := d.Time.Zone(); off != c.hours*3600 {
			t.Errorf("%s at %s is %d seconds east, want %d hours", c.host, c.at, off, c.hours)
		}
	}
	h := HomeOf("bote.de")
	if got := h.In(time.Date(2026, 7, 1, 22, 30, 0, 0, time.UTC)).Format("2006-01-02 15:04"); got != "2026-07-02 00:30" {
		t.Errorf("In gives %s", got)
	}
}

func TestIn(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"de", "Von Ada Lindner · 12. März 2024, 10.15 Uhr · 3 Min.", "[12. März 2024, 10.15 Uhr] 2024-03-12 10:15 +0100"},
		{"en", "Published 5 June 2021 7:30 | Updated 2 Jan 2024", "[5 June 2021 7:30] 2021-06-05 07:30 +0000 published; [2 Jan 2024] 2024-01-02 updated"},
		{"en", "Updated January 2, 2024 · Published June 5, 2021", "[January 2, 2024] 2024-01-02 updated; [June 5, 2021] 2021-06-05 published"},
		{"en", "Written by Ada Lindner in Ports on 1 June 2019 at 08:34 PM EDT.", "[1 June 2019 at 08:34 PM EDT] 2019-06-01 20:34 -0400 said published"},
		{"en", "By Ada Lindner, Dec. 22, 2016 5:00 a.m. PT", "[Dec. 22, 2016 5:00 a.m. PT] 2016-12-22 05:00 -0800 said"},
		{"en", "Ada Lindner | Tue, Mar 11, 2025, 11:52 AM | 4 min read", "[Tue, Mar 11, 2025, 11:52 AM] 2025-03-11 11:52 +0000"},
		{"en", "3 comments 12/19/2025", "[12/19/2025] 2025-12-19"},
		{"de", "12.-14. März 2024 in Lindenau", "[14. März 2024] 2024-03-14"},
		{"de", "Stand: 12.03.2024 10:15 Uhr", "[12.03.2024 10:15 Uhr] 2024-03-12 10:15 +0100 updated"},
		{"de", "12. März 2024 10:15 ist es so weit", "[12. März 2024 10:15] 2024-03-12 10:15 +0100"},
		{"fr", "Publié le 12 mars 2024 à 10h15, mis à jour le 13 mars 2024 à 9h", "[12 mars 2024 à 10h15] 2024-03-12 10:15 +0100 published; [13 mars 2024 à 9h] 2024-03-13 09:00 +0100 updated"},
		{"fr", "12 mars 2024 à 10:15 est publié", "[12 mars 2024 à 10:15] 2024-03-12 10:15 +0100"},
		{"ja", "2019年02月22日 14時30分 公開", "[2019年02月22日 14時30分] 2019-02-22 14:30 +0900 published"},
		{"ko", "입력 2024.03.12 10:15 수정 2024.03.12 11:20", "[2024.03.12 10:15] 2024-03-12 10:15 +0900 published; [2024.03.12 11:20] 2024-03-12 11:20 +0900 updated"},
		{"pl", "Opublikowano: 2025-02-17 11:01", "[2025-02-17 11:01] 2025-02-17 11:01 +0100 published"},
		{"de", "Die Brücke kostet 12,5 Millionen Euro, Version 1.2.3.4 und 192.168.1.24", ""},
		{"de", "Tel. 030/12 34 56, IBAN 12 3456 7890", ""},
		{"en", "3 hours ago, yesterday at 10:15", ""},
		{"en", "Seats 12 of 24, May 2024", ""},
		{"en", "", ""},
	} {
		var got []string
		for _, f := range In(c.in, HomeOf("", c.lang)) {
			s := "[" + c.in[f.From:f.To] + "] " + shown(f.Date)
			switch f.Label {
			case Published:
				s += " published"
			case Updated:
				s += " updated"
			case Unlabelled:
			}
			got = append(got, s)
		}
		if all := strings.Join(got, "; "); all != c.want {
			t.Errorf("In(%q)\n  is   %s\n  want %s", c.in, all, c.want)
		}
	}
}

func TestClock(t *testing.T) {
	day := Read("2024-03-12", HomeOf("bote.de"))
	for in, want := range map[string]string{
		"11:46 Uhr": "2024-03-12 11:46 +0100", "um 11.46 Uhr": "2024-03-12 11:46 +0100", "| 11:46": "2024-03-12 11:46 +0100", "4:05 PM": "2024-03-12 16:05 +0100",
		"11:46 UTC": "2024-03-12 11:46 +0000 said", "à 11h46": "2024-03-12 11:46 +0100", "5 Min.": "", "11:46 Minuten": "", "12": "", "25:10": "",
	} {
		if got := shown(Clock(in, day, HomeOf("bote.de"))); got != want {
			t.Errorf("Clock(%q) = %q, want %q", in, got, want)
		}
	}
	if d := Clock("11:46", Date{}, Home{}); !d.IsZero() {
		t.Errorf("a time without a day is %v", d)
	}
}

// FuzzDate holds that nothing stops the reader, that what it reads lies within its years, and that
// the dates of a line stand in it in their order.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"Mon, 03 Mar 2025 10:00:00 GMT", "2025-03-03T10:00:00+01:00[Europe/Berlin]", "Publié le 12 mars 2024 à 10h15 | 3 Min.", "2019年6月1日（土） 午後8時34分", "<time datetime=\"2025\">x</time>", "1 كانون الثاني ٢٠١٩", "12:30:61.123456789012 p. m.", "٣/٣/٢٠٢٥ 3-3-3 am a.m.", "\xff年\xe5 2025 月 3"} {
		f.Add(s, "hr")
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		for _, h := range []Home{{}, HomeOf("bote.us", lang), HomeOf("", lang)} {
			d := Read(s, h)
			if d.IsZero() != d.Time.IsZero() {
				t.Fatalf("Read(%q) = %v with precision %d", s, d.Time, d.Precision)
			}
			if !d.IsZero() && (d.Time.Year() < earliestYear || d.Time.Year() > latestYear) {
				t.Fatalf("Read(%q) = %v", s, d.Time)
			}
			Clock(s, Date{Time: time.Unix(0, 0), Precision: Day}, h)
			end := 0
			for _, found := range In(s, h) {
				if found.From < end || found.To <= found.From || found.To > len(s) || found.Precision < Day {
					t.Fatalf("In(%q) gives %d to %d behind %d", s, found.From, found.To, end)
				}
				end = found.To
			}
		}
	})
}
