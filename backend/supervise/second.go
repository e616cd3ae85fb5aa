package supervise

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"
)

// kioskLock is the lock that a window holds (instance.LockName; the launcher, which stays
// small, does without that package).
const kioskLock = "tungbuoc.lock"

// Beside the lock, while the maintenance screen stands: that it does, and that somebody
// has started the program once more.
const (
	restName  = "tungbuoc.rest"
	againName = "tungbuoc.again"
)

// secondWait is how long a second start waits to learn what the first is doing: a window
// that is opened again has ten seconds to come up.
const secondWait = 20 * time.Second

// lookAgain is how often both look.
const lookAgain = 200 * time.Millisecond

// What a second start says.
const (
	sayResting  = "Kiosk vừa gặp lỗi nên đang nghỉ. Đã nhờ kiosk mở lại ngay bây giờ."
	sayStarting = "Từng Bước đang được mở. Mời chờ một lát rồi xem màn hình."
)

// second is a start while another process watches over the folder. Nobody would watch
// over a window that it opened, so it opens none: it waits until there is a window, which
// comes forward when the program is started as usual, asks a resting kiosk to try
// again, or takes over when the first has gone meanwhile.
func second(lock *flock.Flock, dir string, say io.Writer, wait time.Duration) (as secondStart) {
	for until := time.Now().Add(wait); ; time.Sleep(lookAgain) {
		if locked, err := lock.TryLock(); err != nil || locked {
			return takesOver
		}
		if opened(dir) {
			return bringsForward
		}
		if _, err := os.Stat(filepath.Join(dir, restName)); err == nil {
			// One that cannot be asked tries again by itself in a while.
			_ = os.WriteFile(filepath.Join(dir, againName), nil, 0o600)
			_, _ = fmt.Fprintln(say, sayResting)
			return leaves
		}
		if time.Now().After(until) {
			_, _ = fmt.Fprintln(say, sayStarting)
			return leaves
		}
	}
}

// opened says whether there is a window.
func opened(dir string) bool {
	name := filepath.Join(dir, kioskLock)
	if _, err := os.Stat(name); err != nil {
		return false
	}
	lock := flock.New(name)
	free, err := lock.TryRLock() // shared, so that two who ask do not take each other for a window
	if err == nil && free {
		_ = lock.Unlock()
	}
	return err == nil && !free
}

// secondStart is what becomes of a second start.
type secondStart int

const (
	leaves        secondStart = iota // it has said why
	takesOver                        // it watches now
	bringsForward                    // the window is there, and is shown
)

// resting leaves a note as long as the kiosk rests. The context it gives ends when the
// program is started once more; asked says whether that was so. A note that cannot be
// written is missed by nobody but a second start.
func resting(ctx context.Context, dir string) (rest context.Context, asked func() bool, done func()) {
	forgetRest(dir)
	_ = os.WriteFile(filepath.Join(dir, restName), nil, 0o600)
	rest, cancel := context.WithCancel(ctx)
	var again atomic.Bool
	go func() {
		ticks := time.NewTicker(lookAgain)
		defer ticks.Stop()
		for {
			select {
			case <-rest.Done():
				return
			case <-ticks.C:
				if _, err := os.Stat(filepath.Join(dir, againName)); err == nil {
					again.Store(true)
					cancel()
					return
				}
			}
		}
	}()
	return rest, again.Load, func() {
		cancel()
		forgetRest(dir)
	}
}

// forgetRest clears away the notes, also those of a process that was killed.
func forgetRest(dir string) {
	_ = os.Remove(filepath.Join(dir, restName))
	_ = os.Remove(filepath.Join(dir, againName))
}
