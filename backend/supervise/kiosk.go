package supervise

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"tungbuoc/backend/closing"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/maintenance"
	"tungbuoc/backend/versions"
)

// lockName is beside the kiosk's own lock: one process watches over a data folder.
const lockName = "tungbuoc.watch"

// restWait is how long the maintenance screen stays until the kiosk is tried again.
const restWait = 10 * time.Minute

// Kiosk opens the kiosk on a data folder and watches over it until it is closed. It
// gives the window's exit status. watched is false when the window has to be opened
// without: there is no screen to watch, or another process watches over a window that is
// there and only has to come forward.
func Kiosk(command []string, dir string, whole bool) (status int, watched bool) {
	if !screenNamed() {
		return 0, false // the window says so better
	}
	_ = os.MkdirAll(dir, 0o700)
	lock := flock.New(filepath.Join(dir, lockName))
	defer func() { _ = lock.Unlock() }() // a folder that takes no lock is watched over all the same
	if locked, err := lock.TryLock(); err == nil && !locked {
		switch second(lock, dir, os.Stderr, secondWait) {
		case leaves:
			return 0, true
		case bringsForward:
			return 0, false
		}
	}
	forgetRest(dir)
	log, file := logbook.Open(dir)
	defer func() { _ = file.Close() }()

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		by := <-closing.Wanted(nil)
		log.Info("asked to stop", "by", by)
		cancel()
	}()
	stderr := os.Stderr
	if !canHandOn(stderr) {
		stderr = nil // started from the desktop on Windows: no process can be given what is not there
	}
	return Run(ctx, Options{
		Command: command, DataDir: dir, Whole: whole, Log: log, Stderr: stderr, Limits: KioskLimits,
		Screen: screenThere, Rest: rest(dir, log), Now: time.Now,
		Programs: &versions.Store{DataDir: dir, Installed: guide.Version, Now: time.Now, Log: log},
	}), true
}

// Program gives the good program of a data folder, "" for the one that was installed.
func Program(dir string) string {
	log, file := logbook.OpenOr(dir, io.Discard)
	defer func() { _ = file.Close() }()
	return versions.Store{DataDir: dir, Installed: guide.Version, Now: time.Now, Log: log}.Program()
}

// rest shows the maintenance screen; where even that cannot be shown it waits as long.
func rest(dir string, log *slog.Logger) func(context.Context, int) bool {
	return func(ctx context.Context, tries int) (leave bool) {
		log.Error("the kiosk does not come up: maintenance screen", "tries", tries)
		rest, asked, done := resting(ctx, dir)
		defer done()
		answer, err := maintenance.Show(rest, maintenance.ReadCard(dir), tries, restWait)
		if err != nil {
			log.Error("maintenance screen", "err", err)
			if !screenThere() {
				return true
			}
			select {
			case <-rest.Done():
			case <-time.After(restWait):
			}
		}
		if asked() {
			answer = maintenance.TryAgain
		}
		log.Info("maintenance screen over", "leave", answer == maintenance.Leave, "started_again", asked())
		return answer == maintenance.Leave
	}
}
