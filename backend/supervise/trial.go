package supervise

import (
	"context"
	"errors"
	"strings"
	"time"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/versions"
)

// A program that came by an update is tried when nobody is at the kiosk: the window is
// told to end as for the night, and the new program is opened. It has to say that its
// first screen is painted, that the database is open and that a code is read back, and
// what it has painted must be seen on the screen. Until then it lets nobody in, so no
// work can be lost with it. Otherwise it is killed, everything it could have spoiled is
// put back, and the program of before opens at once.

// When a program is tried.
const (
	tryLook  = 5 * time.Second // between two looks whether one waits
	tryAgain = time.Hour       // where a trial could not begin
	stopping = 3 * time.Second // a window may be told by the system to end before this process is
)

// trying is when the next program may be tried.
type trying struct {
	wanted bool
	looked time.Time
	after  time.Time // a trial could not begin: not before
}

// trial is what one window has shown of its program.
type trial struct {
	proven bool
	grown  bool            // so that the program before could not open the database
	why    versions.Reason // what is wrong with it
	detail string
	looks  int  // at its mark
	blind  bool // none of them saw anything: there is no way to look
	passed bool
}

func (t *trial) hears(word lifeline.Word) {
	switch {
	case t == nil:
	case word.Say == lifeline.SayProven:
		t.proven, t.grown = true, word.Grown
	case word.Say == lifeline.SayUnfit && word.Why == lifeline.UnfitStorage:
		t.says(versions.Storage)
	case word.Say == lifeline.SayUnfit:
		t.says(versions.Codes)
	}
}

// looked takes how a look at the mark went.
func (t *trial) looked(err error) {
	if t == nil {
		return
	}
	t.blind = err != nil && (t.looks == 0 || t.blind)
	t.looks++
}

// says keeps what is wrong; what was wrong first counts.
func (t *trial) says(why versions.Reason) {
	if t != nil && t.why == "" {
		t.why = why
	}
}

type judgement int

const (
	undecided judgement = iota
	passed
	failed
)

// judge says how the trial of a window stands, and notes it when it is good.
func (p *parent) judge(c *child, w *watch, now time.Time, v Verdict) judgement {
	t := w.trial
	seen := v.Seen || !p.Whole || t.blind && t.looks >= w.limits.Looks
	switch {
	case t.why != "":
	case t.proven && seen:
		if err := p.Programs.Pass(t.grown); err != nil {
			t.says(versions.Unproven)
			t.detail = err.Error()
			return failed
		}
		t.passed = true
		c.order(lifeline.SayGood)
		p.Log.Info("the new program is good", "after", now.Sub(w.opened).Round(100*time.Millisecond).String())
		return passed
	case v.Kind != "":
		t.says(whyNot[v.Kind])
	case now.Sub(w.opened) < w.limits.Trial:
		return undecided
	case w.beat.IsZero():
		t.says(versions.Unopened)
	case !t.proven:
		t.says(versions.Unproven)
	default:
		t.says(versions.Unseen)
	}
	return failed
}

// whyNot is what the faults of a window mean for its program.
var whyNot = map[restarts.Kind]versions.Reason{
	restarts.Gone:     versions.Ended,
	restarts.Hung:     versions.Hung,
	restarts.Renderer: versions.Engine,
	restarts.Engine:   versions.Engine,
	restarts.Dark:     versions.Unseen,
	restarts.Unopened: versions.Unopened,
}

// settle brings in order what the last run has left.
func (p *parent) settle() {
	if p.Programs == nil {
		return
	}
	if err := p.Programs.Settle(); err != nil {
		p.Log.Error("programs not in order", "err", err)
	}
}

// mayTry says whether the window may be closed now for a trial.
func (p *parent) mayTry(w *watch, now time.Time) bool {
	if p.Programs == nil || p.dark || !w.restful(now, p.Limits.Rest) || now.Sub(p.trying.looked) < min(tryLook, p.Limits.Rest) || now.Before(p.trying.after) {
		return false
	}
	p.trying.looked = now
	p.trying.wanted = p.Programs.Due()
	return p.trying.wanted
}

// next opens the next window: that of the program that waits, if it is to be tried, or
// of the good one. good is false when a program was tried, and is not.
func (p *parent) next(ctx context.Context, try bool) (out outcome, good bool) {
	p.trying.wanted = false
	if try {
		program, err := p.Programs.Begin()
		if err == nil {
			return p.try(ctx, program)
		}
		p.Log.Warn("no trial", "err", err)
		p.trying.after = time.Now().Add(tryAgain)
	}
	program := p.Command[0]
	if p.Programs != nil {
		if good := p.Programs.Program(); good != "" {
			program = good
		}
	}
	return p.window(ctx, program, nil), true
}

// try tries a program. Where it proves itself, its window goes on as any other.
func (p *parent) try(ctx context.Context, program string) (out outcome, good bool) {
	p.Log.Info("a new program is tried", "program", program)
	t := &trial{}
	out = p.window(ctx, program, t)
	if t.passed {
		return out, true
	}
	if t.why == "" && ctx.Err() == nil { // it has ended by itself, or the system ends everything
		select {
		case <-ctx.Done():
		case <-time.After(p.stopping(out)):
		}
	}
	t.says(versions.Ended)
	if t.detail == "" {
		t.detail = out.detail
	}
	end := func() error { return p.Programs.Fail(t.why, t.detail) }
	if ctx.Err() != nil || !p.Screen() {
		end = p.Programs.Undo
	}
	if err := end(); err != nil && !errors.Is(err, versions.ErrNothing) {
		p.Log.Error("trial not ended", "err", err)
		p.trying.after = time.Now().Add(tryAgain)
	}
	return out, false
}

// goBack leaves a program that is new and goes down again and again, if the one before
// can take its place.
func (p *parent) goBack(out outcome) bool {
	if p.Programs == nil {
		return false
	}
	err := p.Programs.GoBack(strings.TrimSpace(string(out.kind) + " " + out.detail))
	if err != nil && !errors.Is(err, versions.ErrNothing) {
		p.Log.Error("not gone back to the program before", "err", err)
	}
	return err == nil
}

// stopping is how long is waited for the end of everything, after a window that ended
// as one does that is told to.
func (p *parent) stopping(out outcome) time.Duration {
	if out.ended {
		return stopping
	}
	return 0
}

// killAll ends a program that is not good, with what it has started.
func (p *parent) killAll(c *child) {
	killGroup(c.cmd)
	c.kill()
}
