// Package supervise is the process that starts the kiosk's window and watches over it.
// It is small and stands still: what can fail runs in the window's process. When that
// one ends, hangs, loses its web engine or cannot be seen, it is started again; a window
// that does not come up gives way to a screen that needs no web engine (maintenance).
package supervise

import (
	"context"
	"log/slog"
	"os"
	"os/exec"
	"time"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/sight"
	"tungbuoc/backend/versions"
)

// Options say what to start and how to watch it.
type Options struct {
	Command []string // the window's program, as it was installed, and its arguments
	DataDir string
	Whole   bool // the window takes the whole screen, so what covers it is a fault
	Log     *slog.Logger
	Stderr  *os.File // for what the window says to people; nil: there is nobody
	Limits  Limits

	// Screen says whether there is a screen to open a window on.
	Screen func() bool
	// Rest shows that the kiosk is out of order, after so many tries. It returns when
	// another try is due, with leave set when staff want the kiosk closed.
	Rest func(ctx context.Context, tries int) (leave bool)
	Now  func() time.Time // of the wall; nightly restarts and notes go by it

	// Programs are those that came by updates; nil: there are none.
	Programs *versions.Store
	// Eye looks at the glass; nil: the real one.
	Eye func(x, y, side int) (sight.Colour, error)
}

// Timing of the parent.
const (
	lookEvery = 500 * time.Millisecond // at processes and limits
	// standstill is how late a look must be to say that the machine slept.
	standstill = 5 * time.Second
	// mostStarts windows are opened within startsWithin; then the kiosk rests.
	mostStarts, startsWithin = 3, 10 * time.Minute
	// stopWait is how long a window may take to end when asked to.
	stopWait = 10 * time.Second
)

// Nightly: once a night, when nobody has been there for a while, the window is opened
// anew, and with it the web engine, which nobody promises to run for months.
const (
	nightFrom, nightTo = 2, 5 // o'clock
	nightUp            = 6 * time.Hour
	nightRest          = 10 * time.Minute
)

// heavyRest is how long nobody must have been there before a window whose page has grown
// large is opened anew. WebKitGTK (2.50) keeps about 1 MB of each visit until the page's
// process ends; it begins with 200 MB (docs/benchmarks.md).
const heavyRest = 3 * time.Minute

type parent struct {
	Options
	starts starts
	dark   bool // a window was opened anew because it could not be seen, and has not been seen since
	trying trying
}

// outcome is how one window ended.
type outcome struct {
	ended  bool // as it should: it was told to, or it cannot be opened here
	code   int  // its exit status then
	night  bool // to be opened anew, with nothing wrong
	try    bool // and that with the program that waits for its trial
	kind   restarts.Kind
	detail string
	up     time.Duration
}

// Run opens the kiosk until staff close it or ctx ends, and gives the exit status.
func Run(ctx context.Context, o Options) int {
	p := &parent{Options: o, starts: starts{most: mostStarts, within: startsWithin}}
	if p.Eye == nil {
		p.Eye = (&sight.Eye{}).Look
	}
	p.settle()
	for try := false; ; {
		out, good := p.next(ctx, try)
		try = out.try
		switch {
		case !good && ctx.Err() == nil && p.Screen():
			continue // the program of before opens at once, and nothing is counted
		case out.ended || ctx.Err() != nil:
			return out.code
		case out.try:
			continue
		case out.night:
			p.Log.Info("opened anew, nothing was wrong")
			continue
		case !p.Screen():
			p.Log.Info("the screen is gone")
			return 1
		}
		again := p.starts.again(time.Now())
		back := !again && p.goBack(out)
		p.note(out, !again && !back)
		if back {
			p.starts.forget()
			continue // the program of before opens at once
		}
		if !again {
			if p.Rest(ctx, p.starts.last()) || ctx.Err() != nil {
				return 0
			}
			p.starts.forget()
			try = p.Programs != nil && p.Programs.Due() // perhaps it is what mends it
			continue
		}
		// A first fault is mended at once; one that comes again is given time.
		select {
		case <-time.After(time.Duration(p.starts.last()-1) * 2 * time.Second):
		case <-ctx.Done():
			return 0
		}
	}
}

// note writes down why a window has to be opened again.
func (p *parent) note(out outcome, gave bool) {
	p.Log.Error("the window has to be opened again", "kind", out.kind, "detail", out.detail, "up", out.up.Round(time.Second).String(), "gave_up", gave)
	r := restarts.Restart{At: p.Now(), Kind: out.kind, Up: int(out.up.Seconds()), Detail: out.detail, Gave: gave}
	if err := restarts.Add(p.DataDir, r); err != nil {
		p.Log.Warn("restart not noted", "err", err)
	}
}

// window opens one window and watches it until it has ended.
func (p *parent) window(ctx context.Context, program string, t *trial) outcome {
	opened := time.Now()
	cmd := exec.Command(program, p.Command[1:]...)
	watched := "1"
	if t != nil {
		watched = lifeline.Trial
	}
	cmd.Env = append(os.Environ(), lifeline.Variable+"="+watched)
	if p.Stderr != nil {
		cmd.Stderr = p.Stderr
	}
	apart(cmd)
	c, err := begin(cmd)
	if err != nil {
		t.says(versions.Unstartable)
		return outcome{kind: restarts.Gone, detail: err.Error()}
	}
	out := p.follow(ctx, c, &watch{limits: p.Limits, opened: opened, trial: t})
	out.up = time.Since(opened)
	return out
}

// follow watches until the window has ended.
func (p *parent) follow(ctx context.Context, c *child, w *watch) outcome {
	family := newFamily(c.cmd.Process.Pid)
	defer family.end()
	ticks := time.NewTicker(lookEvery)
	defer ticks.Stop()
	last := time.Now()
	stopping := ctx.Done()
	var stop <-chan time.Time
	night, try := false, false
	looked := make(chan look, 1)
	looking := false
	for {
		select {
		case word := <-c.heard:
			if word.Say != lifeline.SayBeat {
				w.trial.hears(word)
				continue
			}
			w.hears(time.Now(), word)
			// One look at a time, and none at a mark that has changed since: a screen that
			// does not answer must not stop who watches.
			if p.Whole && w.idle && !looking && len(c.heard) == 0 {
				looking = true
				go func(m lifeline.Mark) { looked <- p.look(m) }(*word.Mark)
			}
		case l := <-looked:
			if looking = false; l.err == nil {
				w.looked(l.shade, l.seen)
			}
			w.trial.looked(l.err)
		case <-c.over:
			for len(c.heard) > 0 {
				w.trial.hears(<-c.heard) // its last words say more than its end
			}
			out := c.outcome(night)
			out.try = try && out.night
			return out
		case <-stopping:
			stopping = nil
			c.order(lifeline.SayStop)
			stop = time.After(stopWait)
		case <-stop:
			c.kill()
			<-c.over
			return outcome{ended: !night, night: night, try: try}
		case <-ticks.C:
			now := time.Now()
			if late := now.Sub(last) - lookEvery; late > standstill {
				w.slept(now, late)
			}
			last = now
			if stop != nil {
				continue // it is ending
			}
			renderer, other, waited := family.look(now)
			w.sees(now, renderer, other)
			w.waiting(waited)
			v := w.judge(now)
			if w.trial != nil {
				switch p.judge(c, w, now, v) {
				case passed:
					w.trial, p.dark = nil, false
				case failed:
					p.killAll(c)
					<-c.over
					return outcome{kind: restarts.Gone}
				}
			}
			if v.Seen {
				p.dark = false
			}
			switch {
			case w.trial != nil && !v.Forward:
			case (v.Forward || v.Kind == restarts.Dark) && p.dark:
				// Opening it anew was no help: what covers it, such as a locked screen, is not
				// the kiosk's to take away.
			case v.Forward:
				p.Log.Info("the window cannot be seen: bringing it forward")
				c.order(lifeline.SayForward)
			case v.Kind != "":
				p.dark = v.Kind == restarts.Dark
				c.kill()
				<-c.over
				return outcome{kind: v.Kind}
			case p.isNight(w, now), p.isHeavy(w, now, family), p.mayTry(w, now):
				night, try = true, p.trying.wanted
				c.order(lifeline.SayStop)
				stop = time.After(stopWait)
			}
		}
	}
}

// look looks at the mark that the page has just painted.
func (p *parent) look(m lifeline.Mark) look {
	colour, err := p.Eye(m.X, m.Y, m.Side)
	return look{shade: m.Shade, seen: colour, err: err}
}

func (p *parent) isHeavy(w *watch, now time.Time, f *family) bool {
	return w.restful(now, heavyRest) && f.memory() > w.limits.Heavy
}

func (p *parent) isNight(w *watch, now time.Time) bool {
	hour := p.Now().Hour()
	return hour >= nightFrom && hour < nightTo && now.Sub(w.opened) >= nightUp && w.restful(now, nightRest)
}
