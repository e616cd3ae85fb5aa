// Package closing decides what becomes of a request to close the full screen. Alt+F4,
// a window manager and a taskbar only ask: staff close the kiosk from behind their
// door, the system ends it by a signal, and whoever asks otherwise is told so.
package closing

import (
	"sync"
	"time"
)

// pause is how long the keys must rest until who asks again is told again. A key that
// is held down, by an elbow or a curious child, repeats itself: Windows waits up to a
// second, give or take a fifth, before it begins.
const pause = 1300 * time.Millisecond

// Asked tells a new request to close from a key that is held down. The zero value is
// ready; it may be used by several goroutines.
type Asked struct {
	mu   sync.Mutex
	last time.Time // the last request
}

// Again notes a request at a moment and says whether it is a new one. The times should
// carry the reading of the running clock, as time.Now gives them.
func (a *Asked) Again(at time.Time) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	rested := at.Sub(a.last) >= pause
	a.last = at
	return rested
}
