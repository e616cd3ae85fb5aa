package staff

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
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

// tries counts the wrong tries at one secret, of the whole office: many people
// are not many tries. It is read from the settings once and counts in memory from
// then on: a disk that takes nothing must not give a stranger more tries. The lock
// runs by the program's own clock, which nobody can set; the settings carry it over
// a restart.
type tries struct {
	secret    string          // what is being guessed at; another one starts anew
	wrong     map[int64]int64 // at whose PIN; 0: at a code, or before there were people
	shutUntil time.Duration   // by Clock.Elapsed
}

// everybody is the secret that the PINs and the recovery code are together.
const everybody = "people"

// guess is one try at a secret.
type guess struct {
	secret string
	what   string // as people call it
	at     int64  // whose PIN
	// clears: who is right here may see every PIN changed anyway, so that the
	// wrong tries at others are forgotten, too. A clerk's own PIN does not give
	// the clerk more tries at an admin's.
	clears bool
}

func (t tries) all() (n int64) {
	for _, wrong := range t.wrong {
		n += wrong
	}
	return n
}

// written is the count as the settings keep it: "1=3 4=1".
func (t tries) written() string {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(t.wrong)) {
		fmt.Fprintf(&b, "%d=%d ", id, t.wrong[id])
	}
	return cmp.Or(strings.TrimSpace(b.String()), "0")
}

// readTries reads what was written; a number alone is from before there were
// people. Rubbish is nothing.
func readTries(written string) map[int64]int64 {
	wrong := map[int64]int64{}
	for _, field := range strings.Fields(written) {
		id, n, parted := strings.Cut(field, "=")
		if !parted {
			id, n = "0", id
		}
		at, err1 := strconv.ParseInt(id, 10, 64)
		count, err2 := strconv.ParseInt(n, 10, 32)
		if err1 == nil && err2 == nil && count > 0 {
			wrong[at] += count
		}
	}
	return wrong
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
	written, err := g.store.Setting(ctx, settingWrong)
	if err != nil {
		return err
	}
	until, err := g.number(ctx, settingLocked)
	if err != nil {
		return err
	}
	before := tries{secret: secret, wrong: readTries(written)}
	before.shutUntil = g.clock.Elapsed() + max(0, min(lockAfter(before.all()), time.Unix(until, 0).Sub(g.clock.Now())))
	g.tries = before
	return nil
}

// number reads a counted setting; rubbish is 0. Error: CodeStorage.
func (g *Gate) number(ctx context.Context, name string) (int64, error) {
	value, err := g.store.Setting(ctx, name)
	if err != nil {
		return 0, err
	}
	n, _ := strconv.ParseInt(value, 10, 64)
	return max(0, n), nil
}

// left is how long the door stays shut.
func (g *Gate) left() time.Duration { return max(0, g.tries.shutUntil-g.clock.Elapsed()) }

// try counts one guess. Errors: CodeDenied, with how long to wait when it was
// wrong too often; CodeStorage.
func (g *Gate) try(ctx context.Context, at guess, right func() bool) error {
	if err := g.count(ctx, at.secret); err != nil {
		return err
	}
	if left := g.left(); left > 0 {
		return waiting(left)
	}
	if right() {
		before := g.tries.all()
		delete(g.tries.wrong, at.at)
		if at.clears {
			clear(g.tries.wrong)
		}
		if g.tries.all() != before {
			g.keep(ctx, settingWrong, g.tries.written())
		}
		return nil
	}
	g.tries.wrong[at.at]++
	g.keep(ctx, settingWrong, g.tries.written())
	lock := lockAfter(g.tries.all())
	if lock == 0 {
		return guide.Errorf(guide.CodeDenied, "%s chưa đúng. Còn %d lần thử.", at.what, TriesBeforeLock-g.tries.all())
	}
	g.tries.shutUntil = g.clock.Elapsed() + lock
	g.keep(ctx, settingLocked, strconv.FormatInt(g.clock.Now().Add(lock).Unix(), 10))
	return waiting(lock)
}

// keep writes the count down for the next start. Where that fails, memory
// still has it.
func (g *Gate) keep(ctx context.Context, name, value string) {
	if err := g.store.SetSetting(ctx, name, value); err != nil {
		g.log.Warn("tries counted in memory only", "setting", name, "err", err)
	}
}

// waiting says that the door is locked: what was typed meanwhile was not looked at,
// and is not called wrong.
func waiting(left time.Duration) error {
	n, unit := (left+time.Minute-1)/time.Minute, "phút"
	if left < time.Minute {
		n, unit = (left+time.Second-1)/time.Second, "giây"
	}
	return guide.Errorf(guide.CodeDenied, "Đang khóa vì bấm sai nhiều lần. Mời đợi %d %s rồi thử lại.", n, unit)
}
