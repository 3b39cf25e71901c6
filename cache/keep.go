package cache

import (
	"context"
	"encoding/json"
	"maps"
	"time"

	"depesche/feed"
)

// Keep is how much stays. 0 is no limit each time.
type Keep struct {
	Days     int   // after an article left its feed
	Articles int   // the newest
	Bytes    int64 // of texts; of the whole cache also pictures and what belongs to them
}

// policy is how much stays, as the settings have it.
type policy struct {
	Keep
	PerSource int             // articles of each source
	Pictures  int64           // bytes
	Sources   map[string]Keep // by feed.Address: what holds for one source in place of Days and PerSource
}

func (o *Options) policy() policy {
	p := policy{Keep{o.KeepDays, o.KeepArticles, o.KeepBytes}, o.KeepPerSource, o.KeepPictures, map[string]Keep{}}
	for address, k := range o.KeepSources {
		p.Sources[feed.Address(address)] = k
	}
	return p
}

func (p *policy) equal(o *policy) bool {
	return p.Keep == o.Keep && p.PerSource == o.PerSource && p.Pictures == o.Pictures && maps.Equal(p.Sources, o.Sources)
}

// of is what holds for one source.
func (p *policy) of(address string) Keep {
	if k, ok := p.Sources[address]; ok {
		return k
	}
	return Keep{Days: p.Days, Articles: p.PerSource}
}

// looser lets stay what either of two policies lets stay.
func looser(a, b policy) policy {
	out := policy{a.Keep.looser(b.Keep), most(a.PerSource, b.PerSource), most(a.Pictures, b.Pictures), map[string]Keep{}}
	for _, of := range []policy{a, b} {
		for address := range of.Sources {
			out.Sources[address] = a.of(address).looser(b.of(address))
		}
	}
	return out
}

func (k Keep) looser(o Keep) Keep {
	return Keep{most(k.Days, o.Days), most(k.Articles, o.Articles), most(k.Bytes, o.Bytes)}
}

// most is the larger of two limits, of which 0 is none.
func most[T int | int64](a, b T) T {
	if a == 0 || b == 0 {
		return 0
	}
	return max(a, b)
}

const (
	settingKeep = ".keep"

	// graceTime is how long what the settings said before still holds where they have become
	// stricter: a settings file that is lost or misspelt costs no article before
	// somebody can have seen it. Whoever tidies by hand means it.
	graceTime = 7 * 24 * time.Hour
)

// inForce is the policy as it is remembered.
type inForce struct {
	Now    policy
	Before *policy `json:",omitempty"` // held until Since and a grace time later
	Since  int64
}

// keeping gives the policy that holds, and when the settings' own begins to hold where
// that is later. With note it remembers what the settings say now.
func (c *Cache) keeping(ctx context.Context, note bool) (p policy, later time.Time, err error) {
	want, now := c.options.policy(), c.now()
	var f inForce
	var stored string
	switch stored, err = c.Recall(ctx, settingKeep); {
	case err != nil:
		return p, later, err
	case stored == "" || json.Unmarshal([]byte(stored), &f) != nil:
		f = inForce{Now: want, Since: now}
	}
	grace := int64(graceTime.Seconds())
	if f.Before != nil && (now-f.Since >= grace || now < f.Since) {
		f.Before = nil
	}
	if !f.Now.equal(&want) {
		before := f.Now
		if f.Before != nil {
			before = looser(before, *f.Before)
		}
		f = inForce{Now: want, Before: &before, Since: now}
	}
	if note {
		if err := c.rememberJSON(ctx, settingKeep, stored, f); err != nil {
			return p, later, err
		}
	}
	if f.Before == nil {
		return want, later, nil
	}
	p = looser(want, *f.Before)
	if !p.equal(&want) {
		later = moment(f.Since + grace)
	}
	return p, later, nil
}

// rememberJSON keeps a value under a name, unless it is there.
func (c *Cache) rememberJSON(ctx context.Context, name, stored string, v any) error {
	data, err := json.Marshal(v)
	if err != nil || string(data) == stored {
		return err
	}
	return c.write(ctx, c.fetched, func(t *tx) error { return t.remember(name, string(data)) })
}
