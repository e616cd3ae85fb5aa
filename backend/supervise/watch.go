package supervise

import (
	"time"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/sight"
)

// Limits are how long a window may be out of order, by what is wrong.
type Limits struct {
	Open   time.Duration // from the start to the first screen: a weak PC that has just been switched on is slow
	Silent time.Duration // without a beat, the time not counted in which the page could not run
	Mute   time.Duration // without a beat, whatever the reason
	Lost   time.Duration // without a process of the web engine that was there
	Looks  int           // looks at the mark that show no change, until the window is brought forward; as many again until it is opened anew
	Trial  time.Duration // from the start of a new program until it has proven that it lives
	Rest   time.Duration // nobody must have been there for so long before a new program is tried
	Heavy  int64         // bytes that the page's process holds, from which on the window is opened anew
}

// KioskLimits are those of the kiosk. A beat comes every two seconds. Where nobody can
// say how long a page had to wait for the processor, it is given longer.
var KioskLimits = Limits{Open: 90 * time.Second, Silent: silent, Mute: 60 * time.Second, Lost: 2 * time.Second, Looks: 5, Trial: 40 * time.Second, Rest: 30 * time.Second, Heavy: 600 << 20}

// firstGrace and sleptGrace are how long after the first screen, and after sleep, a page
// may be slow: what it needs is on the disk.
const firstGrace, sleptGrace = 10 * time.Second, 30 * time.Second

// Verdict is what has to be done about a window.
type Verdict struct {
	Kind    restarts.Kind // "": nothing is wrong
	Forward bool          // it cannot be seen: bring it forward
	Seen    bool          // it has really been seen
}

// watch judges one window by its signs. It owns no clock: who calls says when it is,
// by a clock that stands still while the machine sleeps.
type watch struct {
	limits Limits
	opened time.Time // when its process was started
	beat   time.Time // when it last beat; zero: never
	waited time.Duration
	idle   bool
	away   bool      // staff have put it aside: their own work may leave it little
	grace  time.Time // until then it may be slow
	since  time.Time // since when nobody has been at the kiosk; zero: somebody is

	engine engine
	looks  []look
	asked  bool // it has been brought forward for what was seen

	trial *trial // nil: its program is good
}

// engine is which processes of the web engine there are.
type engine struct {
	renderer, other         bool // has been there
	rendererGone, otherGone time.Time
}

// look is one look at the mark.
type look struct {
	shade int
	seen  sight.Colour
	err   error
}

// hears takes a beat.
func (w *watch) hears(at time.Time, word lifeline.Word) {
	if w.beat.IsZero() {
		w.grace = at.Add(firstGrace)
	}
	w.beat, w.waited, w.away = at, 0, word.Away
	switch {
	case !word.Idle || word.Away: // staff's own work is on the screen
		w.since = time.Time{}
	case w.since.IsZero():
		w.since = at
	}
	if w.idle = word.Idle && !word.Away && word.Mark != nil; !w.idle {
		w.looks, w.asked = nil, false
	}
}

// looked takes what is on the glass where the page has painted its mark.
func (w *watch) looked(shade int, seen sight.Colour) {
	if !w.idle {
		return
	}
	w.looks = append(w.looks, look{shade: shade, seen: seen})
}

// waiting says that the processes that make a beat could not run for so long,
// though they wanted to. On a machine with much to do a page is late, not dead: a
// dead one either does not want to run, or runs without end.
func (w *watch) waiting(d time.Duration) { w.waited += d }

// slept says that the machine, or this process, stood still for so long.
func (w *watch) slept(at time.Time, d time.Duration) {
	w.grace = at.Add(sleptGrace)
	if !w.beat.IsZero() {
		w.beat = w.beat.Add(d)
	}
	w.opened = w.opened.Add(d)
	w.looks = nil
}

// sees takes which processes of the web engine there are.
func (w *watch) sees(at time.Time, renderer, other bool) {
	mark := func(there bool, ever *bool, gone *time.Time) {
		switch {
		case there:
			*ever, *gone = true, time.Time{}
		case *ever && gone.IsZero():
			*gone = at
		}
	}
	mark(renderer, &w.engine.renderer, &w.engine.rendererGone)
	mark(other, &w.engine.other, &w.engine.otherGone)
}

// judge says what is wrong at a moment.
func (w *watch) judge(at time.Time) Verdict {
	gone := func(since time.Time) bool { return !since.IsZero() && at.Sub(since) >= w.limits.Lost }
	switch {
	case gone(w.engine.rendererGone):
		return Verdict{Kind: restarts.Renderer}
	case gone(w.engine.otherGone):
		return Verdict{Kind: restarts.Engine}
	case w.beat.IsZero():
		if at.Sub(w.opened) >= w.limits.Open {
			return Verdict{Kind: restarts.Unopened}
		}
		return Verdict{}
	}
	silent := at.Sub(w.beat)
	limit := w.limits.Silent
	if w.away || at.Before(w.grace) {
		limit = w.limits.Mute
	}
	if silent >= w.limits.Mute || silent-w.waited >= limit {
		return Verdict{Kind: restarts.Hung}
	}
	if len(w.looks) < w.limits.Looks {
		return Verdict{}
	}
	changes, sure := seen(w.looks)
	w.looks = nil // the next verdict takes as many looks again
	switch {
	case !sure:
		return Verdict{}
	case changes:
		w.asked = false
		return Verdict{Seen: true}
	case !w.asked:
		w.asked = true
		return Verdict{Forward: true}
	}
	return Verdict{Kind: restarts.Dark}
}

// restful says whether nobody has been at the kiosk for so long.
func (w *watch) restful(at time.Time, d time.Duration) bool {
	return !w.since.IsZero() && at.Sub(w.since) >= d
}

// plain is how far two shades of the mark must lie apart, of 255.
const plain = 3

// seen says whether the mark changed with the page's beats; sure is false where none of
// one shade was to be seen.
func seen(looks []look) (changes, sure bool) {
	var sum [2][3]int
	var count [2]int
	for _, l := range looks {
		shade := l.shade & 1
		count[shade]++
		for i, c := range l.seen {
			sum[shade][i] += int(c)
		}
	}
	if count[0] == 0 || count[1] == 0 {
		return false, false
	}
	for i := range 3 {
		if d := sum[0][i]/count[0] - sum[1][i]/count[1]; d >= plain || d <= -plain {
			return true, true
		}
	}
	return false, true
}

// starts counts how often a window had to be opened again.
type starts struct {
	most   int
	within time.Duration
	at     []time.Time
}

// again says whether one more is allowed at a moment, and counts it.
func (s *starts) again(at time.Time) bool {
	for len(s.at) > 0 && at.Sub(s.at[0]) >= s.within {
		s.at = s.at[1:]
	}
	s.at = append(s.at, at)
	return len(s.at) < s.most
}

// last is how many there were lately.
func (s *starts) last() int { return len(s.at) }

// forget begins to count anew.
func (s *starts) forget() { s.at = nil }
