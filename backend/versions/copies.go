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

// backTries is how often everything is tried to be put back, one second apart.
const backTries = 3

// putBack puts everything back as it was before a trial. After a power cut it goes on
// where it was. Where it fails the kiosk opens all the same, and it must not be done
// later: people will have worked with what is there by then.
func putBack(dataDir string, t Trial) (err error) {
	for try := range backTries {
		if try > 0 {
			time.Sleep(time.Second)
		}
		err = alone(dataDir, databaseWait, func() error { return back(dataDir, t) })
		if errors.Is(err, ErrInUse) { // a command that began during the trial
			err = back(dataDir, t)
		}
		if err == nil {
			return nil
		}
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
	// The copies are moved, for which a full disk has room. One that is gone is in its
	// place already.
	from := filepath.Join(dataDir, Folder, copyName)
	var databases, logs []string
	for _, name := range t.Copied {
		switch _, err := os.Lstat(filepath.Join(from, name)); {
		case errors.Is(err, fs.ErrNotExist):
		case part(name):
			logs = append(logs, name)
		default:
			databases = append(databases, name)
		}
	}
	// A log goes before the database of before comes: it is of the new one.
	for _, name := range logs {
		if err := safefile.Remove(filepath.Join(dataDir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	for _, name := range append(databases, logs...) {
		errs = append(errs, safefile.Move(filepath.Join(from, name), filepath.Join(dataDir, name)))
	}
	return errors.Join(errs...)
}

// part says of a file that it is a log beside a database.
func part(name string) bool {
	return strings.HasSuffix(name, "-wal") || strings.HasSuffix(name, "-shm") || strings.HasSuffix(name, "-journal")
}

// keepCopies keeps the copies that could not be put back, for who mends the machine.
func keepCopies(dataDir string) {
	from, to := filepath.Join(dataDir, Folder, copyName), filepath.Join(dataDir, Folder, asideName)
	entries, _ := os.ReadDir(from)
	if safefile.Folder(to, 0o700) != nil {
		return
	}
	for _, e := range entries {
		_ = safefile.Move(filepath.Join(from, e.Name()), filepath.Join(to, e.Name()+".truoc-khi-thu"))
	}
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
