package cache

import (
	"context"
	"encoding/json"
	"time"
)

// Retention does not go by the clock alone: one that is set ten years ahead makes nothing
// ten years old, and what one wrote that was set back is not old when it is right again.

const (
	settingClock = ".clock"
	clockStride  = 7 * 24 * time.Hour // so far it is believed to have gone in one go; one further each day
	clockSlack   = 2 * 24 * time.Hour // so far it may be set back and be right
)

// believed is the latest time that retention takes for true.
type believed struct {
	Time int64
	At   int64 // what the clock said when Time was last taken further
}

// follow gives what is believed when the clock says now.
func (b believed) follow(now int64) believed {
	stride := int64(clockStride.Seconds())
	switch {
	case b.Time == 0, now > b.Time && now-b.Time <= stride:
		return believed{now, now}
	case now > b.Time && (now-b.At >= 24*3600 || now < b.At):
		return believed{b.Time + stride, now}
	}
	return b
}

// keepClock gives the time that retention goes by. With note it is remembered, and set right
// what a clock that was wrong has written.
func (c *Cache) keepClock(ctx context.Context, note bool) (int64, error) {
	stored, err := c.Recall(ctx, settingClock)
	if err != nil {
		return 0, err
	}
	var b believed
	if stored != "" && json.Unmarshal([]byte(stored), &b) != nil {
		b = believed{}
	}
	now := c.now()
	b = b.follow(now)
	if note {
		if err := c.rememberJSON(ctx, settingClock, stored, b); err != nil {
			return 0, err
		}
		if err := c.mendTimes(ctx, now, b.Time); err != nil {
			return 0, err
		}
	}
	return min(now, b.Time), nil
}

// mendTimes sets right when articles left their feeds, where that cannot be: later than any time
// there was, or in the last day of a clock that is far behind.
func (c *Cache) mendTimes(ctx context.Context, now, latest int64) error {
	const day = 24 * 3600
	from, to, right := max(now, latest)+day, int64(1)<<62, now
	if now < latest-int64(clockSlack.Seconds()) {
		from, to, right = now-day, now+day, latest
	}
	var wrong bool
	if err := c.one(ctx, "select exists(select 1 from article where dropped > 0 and dropped > ? and dropped <= ?)", []any{from, to}, &wrong); err != nil || !wrong {
		return err
	}
	return c.write(ctx, c.fetched, func(t *tx) error {
		_, err := t.exec("update article set dropped = ? where dropped > 0 and dropped > ? and dropped <= ?", right, from, to)
		return err
	})
}
