package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"
)

const (
	walSuffix     = "-wal"
	shmSuffix     = "-shm"
	journalSuffix = "-journal"
)

// setAside renames the database and the files beside it, which keep their
// suffixes so that what is left in them can still be recovered. It returns the
// new path.
func setAside(path string, at time.Time) (string, error) { return setAsideAs(path, "-hong-", at) }

func setAsideAs(path, why string, at time.Time) (string, error) {
	suffixes := []string{"", walSuffix, shmSuffix, journalSuffix}
	to, err := freeName(strings.TrimSuffix(path, ".db")+why+at.Format("20060102-150405"), suffixes)
	if err != nil {
		return "", err
	}
	for _, suffix := range suffixes {
		if err := os.Rename(path+suffix, to+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return to, nil
}

// freeName finds a name that no earlier damaged file has: a rename would
// overwrite that one.
func freeName(stem string, suffixes []string) (string, error) {
	for i := 1; ; i++ {
		name := stem + ".db"
		if i > 1 {
			name = fmt.Sprintf("%s-%d.db", stem, i)
		}
		free := true
		for _, suffix := range suffixes {
			_, err := os.Lstat(name + suffix)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return "", err
			}
			free = free && err != nil
		}
		if free {
			return name, nil
		}
	}
}
