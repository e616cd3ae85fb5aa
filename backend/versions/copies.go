package versions

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"tungbuoc/backend/safefile"
)

// A program that is tried may bring the databases to a schema that the one before does
// not know, or spoil them. So the files of the data folder are copied before, and put
// back before the old program opens them. Nobody works during a trial, so nothing of
// anybody's is lost by that. What lies in folders below stays as it is: recordings and
// the copies of each day are only ever added to.

// databaseLock is held by every program that has the office's database open; package
// sqlite names it so.
const databaseLock = "office.lock"

// databaseWait is how long is waited for a command that has the database open.
const databaseWait = 3 * time.Second

// ErrInUse is given where another command has the database open.
var ErrInUse = errors.New("the database is in use")

// alone does something while nobody has the office's database open.
func alone(dataDir string, wait time.Duration, do func() error) error {
	l := flock.New(filepath.Join(dataDir, databaseLock))
	for end := time.Now().Add(wait); ; time.Sleep(20 * time.Millisecond) {
		held, err := l.TryLock()
		if held || err != nil { // a folder that takes no lock is used all the same
			defer func() { _ = l.Unlock() }()
			return do()
		}
		if time.Now().After(end) {
			return ErrInUse
		}
	}
}

// passing says of a file in the data folder that it is about what runs now, or a log.
func passing(name string) bool {
	return strings.HasSuffix(name, ".lock") || strings.HasSuffix(name, ".watch") || strings.HasSuffix(name, ".open") ||
		strings.HasPrefix(name, "tungbuoc.log") || strings.HasPrefix(name, "tungbuoc-20") && strings.Contains(name, ".log") ||
		strings.HasPrefix(name, ".") || name == "restarts.json"
}

// asideOf says of a database that it went aside: nobody changes it, and it may be large.
func asideOf(name string) bool {
	return strings.Contains(name, ".db") && (strings.Contains(name, "-hong-") || strings.Contains(name, "-truoc-"))
}

// held lists the files of the data folder: those that a program may change, and others.
func held(dataDir string) (change, others []string, err error) {
	entries, err := os.ReadDir(dataDir)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case !e.Type().IsRegular() || passing(name):
		case asideOf(name):
			others = append(others, name)
		default:
			change = append(change, name)
		}
	}
	return change, others, nil
}

// copies takes copies of what a trial could spoil. Errors: [ErrInUse], those of the disk.
func copies(dataDir string) (t Trial, err error) {
	to := filepath.Join(dataDir, Folder, copyName)
	if err := safefile.RemoveAll(to); err != nil {
		return t, err
	}
	if err := safefile.Folder(to, 0o700); err != nil {
		return t, err
	}
	err = alone(dataDir, databaseWait, func() error {
		if t.Copied, t.Others, err = held(dataDir); err != nil {
			return err
		}
		for _, name := range t.Copied {
			if err := safefile.Copy(filepath.Join(dataDir, name), filepath.Join(to, name)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		_ = safefile.RemoveAll(to)
	}
	return t, err
}

// putBack puts everything back as it was before a trial. It may be done again, as
// after a power cut.
func putBack(dataDir string, t Trial) error {
	err := alone(dataDir, databaseWait, func() error { return back(dataDir, t) })
	if errors.Is(err, ErrInUse) { // a command that began during the trial: the kiosk must open
		err = back(dataDir, t)
	}
	return err
}

func back(dataDir string, t Trial) error {
	now, others, err := held(dataDir)
	if err != nil {
		return err
	}
	// What was not there goes aside first: the log of a database, or half of an exchange
	// of databases, must not meet the old one.
	var errs []error
	for _, name := range append(now, others...) {
		if slices.Contains(t.Copied, name) || slices.Contains(t.Others, name) {
			continue
		}
		errs = append(errs, putAside(dataDir, name))
	}
	// And a log that was there goes before its database comes: it is of the new one.
	for _, name := range t.Copied {
		if part(name) {
			if err := safefile.Remove(filepath.Join(dataDir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				errs = append(errs, err)
			}
		}
	}
	from := filepath.Join(dataDir, Folder, copyName)
	for _, logs := range []bool{false, true} {
		for _, name := range t.Copied {
			if part(name) == logs {
				errs = append(errs, safefile.Copy(filepath.Join(from, name), filepath.Join(dataDir, name)))
			}
		}
	}
	return errors.Join(errs...)
}

// part says of a file that it is a log beside a database.
func part(name string) bool {
	return strings.HasSuffix(name, "-wal") || strings.HasSuffix(name, "-shm") || strings.HasSuffix(name, "-journal")
}

// putAside moves a file out of the data folder. It takes the place of one that the
// program that failed before has left.
func putAside(dataDir, name string) error {
	to := filepath.Join(dataDir, Folder, asideName)
	if err := safefile.Folder(to, 0o700); err != nil {
		return err
	}
	return safefile.Move(filepath.Join(dataDir, name), filepath.Join(to, name))
}
