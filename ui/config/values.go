package config

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Duration is a length of time, written "90s", "30m", "6h", "2d" or "0".
type Duration time.Duration

// Minutes and Seconds make a Duration.
func Minutes(n int) Duration { return Duration(time.Duration(n) * time.Minute) }

// Seconds makes a Duration of n seconds.
func Seconds(n int) Duration { return Duration(time.Duration(n) * time.Second) }

// UnmarshalText reads a duration.
func (d *Duration) UnmarshalText(text []byte) error {
	s := strings.TrimSpace(string(text))
	if s == "0" {
		*d = 0
		return nil
	}
	if days, ok := strings.CutSuffix(s, "d"); ok {
		n, err := strconv.Atoi(days)
		if err != nil || !within(n, 0, 36500) {
			return fmt.Errorf("%q is no number of days", s)
		}
		*d = Duration(time.Duration(n) * 24 * time.Hour)
		return nil
	}
	v, err := time.ParseDuration(s)
	if err != nil || v < 0 {
		return fmt.Errorf("%q is no length of time", s)
	}
	*d = Duration(v)
	return nil
}

// String writes the duration as it is read.
func (d Duration) String() string {
	t := time.Duration(d)
	switch {
	case t == 0:
		return "0"
	case t%(24*time.Hour) == 0:
		return strconv.Itoa(int(t/(24*time.Hour))) + "d"
	case t%time.Hour == 0:
		return strconv.Itoa(int(t/time.Hour)) + "h"
	case t%time.Minute == 0:
		return strconv.Itoa(int(t/time.Minute)) + "m"
	case t%time.Second == 0:
		return strconv.Itoa(int(t/time.Second)) + "s"
	}
	return t.String()
}

// Size is a number of bytes, written "500kB" or "16MB".
type Size int64

// Megabytes makes a Size of n million bytes.
func Megabytes(n int64) Size { return Size(n * 1_000_000) }

var sizeUnits = []struct {
	suffix string
	bytes  int64
}{{"GB", 1_000_000_000}, {"MB", 1_000_000}, {"kB", 1000}, {"KB", 1000}, {"B", 1}}

// UnmarshalText reads a size.
func (s *Size) UnmarshalText(text []byte) error {
	in := strings.TrimSpace(string(text))
	if in == "0" {
		*s = 0
		return nil
	}
	for _, u := range sizeUnits {
		digits, ok := strings.CutSuffix(in, u.suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 32)
		if err != nil || n < 0 {
			break
		}
		*s = Size(n * u.bytes)
		return nil
	}
	return fmt.Errorf("%q is no size", in)
}

// String writes the size as it is read.
func (s Size) String() string {
	for _, u := range sizeUnits {
		if int64(s)%u.bytes == 0 && s != 0 {
			return strconv.FormatInt(int64(s)/u.bytes, 10) + u.suffix
		}
	}
	return "0"
}

// place is where a value stands and how it is written.
type place struct {
	line  int
	value string
}

// positions finds the line of every key = value of a file, by dotted key. A
// file that is no TOML gives what stands before the fault.
func positions(data []byte) map[string]place {
	at := map[string]place{}
	var p unstable.Parser
	p.Reset(data)
	table := ""
	listed := map[string]int{} // of the tables of a list, which bear the same name
	nth := ""
	for p.NextExpression() {
		e := p.Expression()
		var parts []string
		first := unstable.Range{}
		for it := e.Key(); it.Next(); {
			if len(parts) == 0 {
				first = it.Node().Raw
			}
			parts = append(parts, string(it.Node().Data))
		}
		key := strings.Join(parts, ".")
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table, nth = key+".", ""
			if len(parts) > 0 {
				at[key] = place{line: p.Shape(first).Start.Line}
			}
			if e.Kind == unstable.ArrayTable {
				nth = numbered(key, listed[key])
				listed[key]++
			}
		case unstable.KeyValue:
			pos := p.Shape(first).Start
			at[table+key] = place{line: pos.Line, value: written(data, int(first.Offset))}
			if nth != "" {
				at[nth+key] = at[table+key]
			}
		}
	}
	return at
}

// numbered is the place of the n-th table of a list: "source[0].".
func numbered(list string, n int) string { return fmt.Sprintf("%s[%d].", list, n) }

// written is what stands behind the equals sign in the line that begins at
// offset; the rest of a value over several lines is left out.
func written(data []byte, offset int) string {
	line, _, _ := strings.Cut(string(data[offset:]), "\n")
	_, v, _ := strings.Cut(line, "=")
	v = strings.TrimSpace(v)
	if len(v) > 60 {
		v = v[:57] + "..."
	}
	return strings.ToValidUTF8(v, "")
}
