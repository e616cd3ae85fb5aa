// Package closing decides what becomes of a request to close the full screen: a
// single Alt+F4 is refused, a second one agreed to, and one that is held down by
// an elbow or a curious child is neither.
package closing

import (
	"sync"
	"time"
)

const (
	// closeAgain is how soon a second Alt+F4 must follow the first to close the
	// full-screen kiosk. Residents have no keyboard; staff do.
	closeAgain = 10 * time.Second
	// closePause is how long the keys must rest between the two. A key that is
	// held down repeats itself: Windows waits up to a second, give or take a
	// fifth, before it begins.
	closePause = 1300 * time.Millisecond
)

// Answer is what becomes of a request to close the full screen.
type Answer int

// The answers.
const (
	Refuse Answer = iota // and say how to close it
	Ignore               // the same press as before, still held
	Agree
)

// Keys tells a second Alt+F4 from one that is held down. The zero value is
// ready; it may be used by several goroutines.
type Keys struct {
	mu    sync.Mutex
	last  time.Time // the last request, whatever became of it
	since time.Time // the last that was refused
}

// Asked answers a request that comes at a moment. The times should carry the
// reading of the running clock, as time.Now gives them: a wall clock that is
// set back must not close the kiosk.
func (k *Keys) Asked(at time.Time) Answer {
	k.mu.Lock()
	defer k.mu.Unlock()
	rested := at.Sub(k.last) >= closePause
	k.last = at
	switch {
	case !rested:
		return Ignore
	case at.Sub(k.since) < closeAgain:
		return Agree
	}
	k.since = at
	return Refuse
}
