// Package screens keeps the kiosk over the whole glass when the monitors behind it
// change: one is pulled out or plugged in, the resolution or the scale is set anew, the
// window is moved to another one. Windows leaves a full screen where and as large as it
// was then.
package screens

import "time"

// rested says when to fill the glass again. The zero value is ready.
type rested struct {
	filled string // the monitors for which the glass was filled
	seen   string // what was seen last
}

// changed takes what the monitors are now and says whether they have changed and rest:
// a monitor that is plugged in comes and goes a few times.
func (r *rested) changed(now string) bool {
	still := now == r.seen
	r.seen = now
	if r.filled == "" {
		r.filled = now
	}
	if now == r.filled || !still {
		return false
	}
	r.filled = now
	return true
}

// Follow looks at the monitors at every tick, until there are no more. look gives them,
// in any words that differ when they do; "" when it is not the time: the window is
// small, or somebody closes it. fill fills the glass again.
func Follow(ticks <-chan time.Time, look func() string, fill func()) {
	var r rested
	for range ticks {
		if now := look(); now != "" && r.changed(now) {
			fill()
		}
	}
}
