package versions

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/gofrs/flock"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

const (
	stateName = "state.json"
	lockName  = "state.lock"
	copyName  = "copy"
	asideName = "aside"

	maxState   = 1 << 20 // bytes of the largest state that is read
	failedKept = 10
)

// lockWait is how long one program waits for another one that changes the state: the
// longest change is the copy of a large database.
const lockWait = time.Minute

// read reads the state; nothing yet is the state of a kiosk that was just installed.
func read(dataDir string) (st State, err error) {
	name := filepath.Join(dataDir, Folder, stateName)
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return st, nil
	case err != nil:
		return st, err
	case !info.Mode().IsRegular() || info.Size() > maxState:
		return st, fmt.Errorf("%s is no state", stateName)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return st, err
	}
	if err := json.Unmarshal(data, &st); err != nil {
		return st, err
	}
	return st, st.sound()
}

// sound says what cannot have been written by this package: a program without a version
// that others are compared with, a file that does not lie in the data folder.
func (st State) sound() error {
	var named []string
	for _, p := range []*Program{st.Good, st.Before, st.Waiting} {
		if p != nil {
			named = append(named, p.Version)
		}
	}
	for _, f := range st.Failed {
		named = append(named, f.Version)
	}
	for _, v := range named {
		if _, ok := guide.CompareVersions(v, v); !ok || strings.ContainsFunc(v, unicode.IsControl) {
			return fmt.Errorf("version %q", v)
		}
	}
	if st.Trial == nil {
		return nil
	}
	for _, name := range slices.Concat(st.Trial.Copied, st.Trial.Others) {
		if name != filepath.Base(name) || !filepath.IsLocal(name) || name == "." {
			return fmt.Errorf("file %q", name)
		}
	}
	return nil
}

// change changes the state while nobody else does, and removes the programs that are
// no longer in it. Errors: those of do; CodeBusy, CodeStorage, CodeDiskFull.
func change(dataDir string, do func(*State) error) error {
	unlock, err := lock(dataDir)
	if err != nil {
		return err
	}
	defer unlock()
	st, err := read(dataDir)
	if err != nil {
		st = State{} // what cannot be read is begun anew: the installed program is always there
	}
	if err := do(&st); err != nil {
		return err
	}
	if err := write(dataDir, st); err != nil {
		return err
	}
	prune(dataDir, st)
	return nil
}

// lock waits until nobody else changes the state.
func lock(dataDir string) (unlock func(), err error) {
	dir := filepath.Join(dataDir, Folder)
	if err := safefile.Folder(dir, 0o700); err != nil {
		return nil, guide.Wrap(err, guide.CodeStorage, "Không ghi được vào %s: %s.", dir, safefile.Why(err))
	}
	l := flock.New(filepath.Join(dir, lockName))
	for end := time.Now().Add(lockWait); ; time.Sleep(20 * time.Millisecond) {
		switch held, err := l.TryLock(); {
		case err != nil:
			return func() {}, nil // a folder that takes no lock is used all the same
		case held:
			return func() { _ = l.Unlock() }, nil
		case time.Now().After(end):
			return nil, busy()
		}
	}
}

func write(dataDir string, st State) error {
	st.Failed = st.Failed[max(0, len(st.Failed)-failedKept):]
	data, err := json.MarshalIndent(st, "", " ")
	if err != nil {
		return err
	}
	return safefile.Write(filepath.Join(dataDir, Folder, stateName), func(w io.Writer) error {
		_, err := w.Write(append(data, '\n'))
		return err
	})
}

// prune removes the programs that nobody needs, and the copies of a trial that is
// over. What cannot be removed, such as a program that still runs on Windows, is tried
// again the next time.
func prune(dataDir string, st State) {
	var keep []string
	for _, f := range st.Failed { // until a program is good
		if st.Good == nil || f.Lost || f.At.After(st.Good.Proven) {
			keep = append(keep, asideName)
		}
	}
	if st.Waiting != nil {
		keep = append(keep, asideName)
	}
	for _, p := range []*Program{st.Good, st.Before, st.Waiting} {
		if p != nil {
			keep = append(keep, p.folder())
		}
	}
	if st.Trial != nil {
		keep = append(keep, copyName)
	}
	dir := filepath.Join(dataDir, Folder)
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.IsDir() && !slices.Contains(keep, e.Name()) {
			_ = safefile.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}
