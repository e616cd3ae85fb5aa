package instance

import (
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"tungbuoc/backend/guide"
)

const (
	// LockName is the file in the data folder that its kiosk holds.
	LockName = "tungbuoc.lock"
	noteName = "tungbuoc.open" // beside the lock: who holds it
)

const (
	// answerWait is how long a second start waits for the holder: one that has
	// just started takes a moment until it listens.
	answerWait = 3 * time.Second
	answerLook = 20 * time.Millisecond
)

// showMessage asks the holder to come forward, shownMessage is its answer.
const (
	showMessage  = "show\n"
	shownMessage = "done\n"
)

// Instance is the claim of this process to be the only kiosk on a folder.
// Wails' own single-instance lock comes too late (the window is already
// starting) and needs a session bus on Linux.
type Instance struct {
	lock   *flock.Flock
	listen net.Listener
	note   string // path, "" when none was written
}

// Claim takes the data folder. When another kiosk holds it, that one is asked
// to come to the front. A folder that cannot be written is claimed by a file
// in the user's own place for running programs; where that fails, too, the
// kiosk runs unclaimed, because residents need it more than staff need the lock.
//
// Error: CodeRunning, with a sentence that says whether the window came forward.
func Claim(dir string, log *slog.Logger) (*Instance, error) {
	return claim(dir, log, answerWait)
}

func claim(dir string, log *slog.Logger, wait time.Duration) (*Instance, error) {
	until := time.Now().Add(wait)
	for {
		lock, place := take(dir, log)
		switch {
		case lock == nil:
			return &Instance{}, nil
		case lock.Locked():
			return hold(lock, place, log), nil
		}
		h, err := askToShow(place)
		if err == nil {
			return nil, guide.Errorf(guide.CodeRunning, "Từng Bước đang mở rồi. Cửa sổ đã được đưa ra trước.")
		}
		if time.Now().After(until) {
			return nil, h.silent(err)
		}
		time.Sleep(answerLook) // it starts or ends just now: it will answer, or its lock will be free
	}
}

// take tries to lock the folder, or what stands for it where it cannot be
// written; lock is nil when neither can be used.
func take(dir string, log *slog.Logger) (lock *flock.Flock, place string) {
	for _, place := range []string{dir, standIn(dir)} {
		if place == "" {
			continue
		}
		lock := flock.New(filepath.Join(place, LockName))
		if _, err := lock.TryLock(); err != nil {
			log.Warn("lock not usable", "err", err)
			continue
		}
		return lock, place
	}
	return nil, ""
}

// hold listens for second starts and leaves the note that leads them here.
func hold(lock *flock.Flock, place string, log *slog.Logger) *Instance {
	i := &Instance{lock: lock}
	var err error
	if i.listen, err = listen(place); err == nil {
		note := filepath.Join(place, noteName)
		if err = self(i.listen.Addr()).write(note); err == nil {
			i.note = note
		}
	}
	if err != nil {
		log.Warn("second starts cannot bring this window forward", "err", err)
	}
	return i
}

// Serve calls show for every second start, until Close.
func (i *Instance) Serve(show func()) {
	if i.listen == nil {
		return
	}
	for {
		conn, err := i.listen.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			time.Sleep(time.Second) // out of handles, say: do not spin
			continue
		}
		_ = conn.SetDeadline(time.Now().Add(time.Second))
		message := make([]byte, len(showMessage))
		if _, err := io.ReadFull(conn, message); err == nil && string(message) == showMessage {
			show()
			_, _ = io.WriteString(conn, shownMessage)
		}
		_ = conn.Close()
	}
}

// Close gives up the claim.
func (i *Instance) Close() {
	if i.note != "" {
		_ = os.Remove(i.note)
	}
	if i.listen != nil {
		_ = i.listen.Close()
	}
	if i.lock != nil {
		_ = i.lock.Unlock()
	}
}
