package desktop

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

// answer is what becomes of a request to close the full screen.
type answer int

const (
	refuse answer = iota // and say how to close it
	ignore               // the same press as before, still held
	agree
)

// closing tells a second Alt+F4 from one that is held down by an elbow or a
// curious child.
type closing struct {
	mu    sync.Mutex
	last  time.Time // the last request, whatever became of it
	since time.Time // the last that was refused
}

// asked answers a request that comes at a moment. The times should carry the
// reading of the running clock, as time.Now gives them: a wall clock that is
// set back must not close the kiosk.
func (c *closing) asked(at time.Time) answer {
	c.mu.Lock()
	defer c.mu.Unlock()
	rested := at.Sub(c.last) >= closePause
	c.last = at
	switch {
	case !rested:
		return ignore
	case at.Sub(c.since) < closeAgain:
		return agree
	}
	c.since = at
	return refuse
}
