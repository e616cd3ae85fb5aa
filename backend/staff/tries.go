package staff

import (
	"context"
	"strconv"
	"time"

	"tungbuoc/backend/guide"
)

const (
	// TriesBeforeLock is how many wrong tries in a row are forgiven.
	TriesBeforeLock = 5
	// LockTime is how long the door stays shut then; it doubles with every
	// further wrong try.
	LockTime = time.Minute
	// maxLock is the longest the door stays shut.
	maxLock = 30 * time.Minute
)

// tries counts the wrong tries at one secret. It is read from the settings
// once and counts in memory from then on: a disk that takes nothing must not
// give a stranger more tries. The lock runs by the program's own clock, which
// nobody can set; the settings carry it over a restart.
type tries struct {
	secret    string // what is being guessed at; another one starts anew
	wrong     int64
	shutUntil time.Duration // by Clock.Elapsed
}

// lockAfter is how long so many wrong tries in a row shut the door.
func lockAfter(wrong int64) time.Duration {
	if wrong < TriesBeforeLock {
		return 0
	}
	return min(maxLock, LockTime<<min(wrong-TriesBeforeLock, 10))
}

// count makes sure that g.tries is about secret. What was kept before a
// restart holds, but never longer than its lock was in the first place: a
// clock that was set back while the program was closed neither lifts a lock
// nor shuts staff out for a year. Errors: CodeStorage.
func (g *Gate) count(ctx context.Context, secret string) error {
	if g.tries.secret == secret {
		return nil
	}
	wrong, err := g.number(ctx, settingWrong)
	if err != nil {
		return err
	}
	until, err := g.number(ctx, settingLocked)
	if err != nil {
		return err
	}
	left := max(0, min(lockAfter(wrong), time.Unix(until, 0).Sub(g.clock.Now())))
	g.tries = tries{secret: secret, wrong: wrong, shutUntil: g.clock.Elapsed() + left}
	return nil
}

// number reads a counted setting; rubbish is 0. Error: CodeStorage.
func (g *Gate) number(ctx context.Context, name string) (int64, error) {
	value, err := g.settings.Setting(ctx, name)
	if err != nil {
		return 0, err
	}
	n, _ := strconv.ParseInt(value, 10, 64)
	return max(0, n), nil
}

// left is how long the door stays shut.
func (g *Gate) left() time.Duration { return max(0, g.tries.shutUntil-g.clock.Elapsed()) }

// try counts one try at a secret, which what names to people. Errors:
// CodeDenied, with how long to wait when it was wrong too often; CodeStorage.
func (g *Gate) try(ctx context.Context, secret, what string, right func() bool) error {
	if err := g.count(ctx, secret); err != nil {
		return err
	}
	if left := g.left(); left > 0 {
		return waiting(what, left)
	}
	if right() {
		if g.tries.wrong > 0 {
			g.tries.wrong = 0
			g.keep(ctx, settingWrong, "0")
		}
		return nil
	}
	g.tries.wrong++
	g.keep(ctx, settingWrong, strconv.FormatInt(g.tries.wrong, 10))
	lock := lockAfter(g.tries.wrong)
	if lock == 0 {
		return guide.Errorf(guide.CodeDenied, "%s chưa đúng. Còn %d lần thử.", what, TriesBeforeLock-g.tries.wrong)
	}
	g.tries.shutUntil = g.clock.Elapsed() + lock
	g.keep(ctx, settingLocked, strconv.FormatInt(g.clock.Now().Add(lock).Unix(), 10))
	return waiting(what, lock)
}

// keep writes the count down for the next start. Where that fails, memory
// still has it.
func (g *Gate) keep(ctx context.Context, name, value string) {
	if err := g.settings.SetSetting(ctx, name, value); err != nil {
		g.log.Warn("tries counted in memory only", "setting", name, "err", err)
	}
}

func waiting(what string, left time.Duration) error {
	return guide.Errorf(guide.CodeDenied, "%s sai nhiều lần. Mời đợi %d phút rồi thử lại.", what, int((left+time.Minute-1)/time.Minute))
}
