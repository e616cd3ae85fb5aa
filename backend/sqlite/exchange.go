package sqlite

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/safefile"
)

// A database is up to four files, and no file system exchanges four at once. A log
// that meets another database than its own would ruin that one; a database without
// its log lacks what was recorded last. So an exchange is decided by one rename and
// then carried on with until it is done, however often the power is cut:
//
//  1. What is to take the place waits whole beside it, under a name that says where
//     the old one goes: office-hong-20261130-081500.db.moi-2026-11-29 (the day of
//     the copy, if it is one). From here on it is decided.
//  2. The old files move there, the database first: a log without its database is
//     known for what it is, a database without its log is not.
//  3. Once none of them is left, the new one takes its place.
//
// Whoever opens the folder alone finishes what was begun, with [finish].

const (
	walSuffix     = "-wal"
	shmSuffix     = "-shm"
	journalSuffix = "-journal"

	waiting = ".moi" // ends the name of what waits to take the place, or a day follows
)

// parts are the suffixes of the files of a database, in the order in which they go.
var parts = []string{"", walSuffix, shmSuffix, journalSuffix}

// Why a database had to go. It stands in the name that it has from then on.
const (
	asDamaged  = "-hong-"
	asReplaced = "-truoc-"
)

// exchange puts another database in the place of the one at path, which keeps its
// files together under the name it gives back, "" if there was none. put writes the
// new one, whole or not at all, and nothing is touched where it fails; day says of
// which day it is, "" if that is nothing to tell. Nobody may have the old one open.
func exchange(path, why, day string, at time.Time, put func(to string) error) (kept string, err error) {
	if kept, err = freeName(strings.TrimSuffix(path, ".db") + why + at.Format("20060102-150405")); err != nil {
		return "", err
	}
	next := kept + waiting
	if day != "" {
		next += "-" + day
	}
	if err := put(next); err != nil {
		return "", errors.Join(err, gone(next)) // it may have its name and not be known to keep it
	}
	moved, err := carryOut(path, kept, next)
	if err != nil {
		return "", errors.Join(err, takeBack(path, kept, next))
	}
	if !moved {
		kept = ""
	}
	return kept, nil
}

// carryOut is what is left to do of a decided exchange. It says whether the
// database of before has gone aside.
func carryOut(path, kept, next string) (moved bool, err error) {
	for _, part := range parts {
		if err := moveOnce(path+part, kept+part); err != nil {
			return false, err
		}
	}
	for _, part := range parts {
		if there, err := exists(path + part); err != nil || there {
			return false, errors.Join(err, fmt.Errorf("%s is in the way", filepath.Base(path+part)))
		}
		old, err := exists(kept + part)
		if err != nil {
			return false, err
		}
		moved = moved || old
	}
	// The folder is synced whatever was moved: SQLite may have removed a log a
	// moment ago, and that must not come back.
	if err := safefile.SyncFolder(filepath.Dir(path)); err != nil {
		return moved, err
	}
	return moved, safefile.Move(next, path)
}

// moveOnce moves a file that is there. Where the power was cut while it was renamed,
// a file system without a journal may know it by both names.
func moveOnce(from, to string) error {
	both, err := same(from, to)
	switch {
	case err != nil:
		return err
	case both:
		return gone(from)
	}
	if there, err := exists(to); err != nil || there {
		return err // it has moved; what is at from now, carryOut finds in the way
	}
	if err := safefile.Move(from, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// same says whether two files are there and hold the same.
func same(a, b string) (bool, error) {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	if err := errors.Join(errA, errB); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return false, err
	}
	if infoA.Size() != infoB.Size() {
		return false, nil
	}
	sumA, errA := digest(a)
	sumB, errB := digest(b)
	return sumA == sumB, errors.Join(errA, errB)
}

func digest(path string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return sum, err
	}
	defer func() { _ = f.Close() }()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return [sha256.Size]byte(h.Sum(nil)), err
}

// takeBack leaves everything as it was, where an exchange fails: whoever is told so
// must not find it done the next day. What it cannot take back, [finish] finishes.
func takeBack(path, kept, next string) error {
	if there, err := exists(next); err != nil || !there {
		return err // it has taken the place already
	}
	for i := len(parts) - 1; i >= 0; i-- {
		if err := safefile.Move(kept+parts[i], path+parts[i]); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return gone(next)
}

// begun is an exchange that was decided and not finished.
type begun struct{ kept, next, why, day string }

// finish carries out what was decided before the power was cut, and gives what it
// was. Nobody may have the database open.
func finish(path string, log *slog.Logger) (last begun, err error) {
	list, err := unfinished(path)
	for _, b := range list {
		if err != nil {
			return last, err
		}
		log.Warn("unfinished exchange of the database found", "next", b.next)
		var in, moved bool
		if in, err = inPlace(path, b.next); err == nil && in {
			err = gone(b.next)
			moved, _ = exists(b.kept)
		} else if err == nil {
			if b.kept, err = roomFor(path, b.kept); err == nil {
				moved, err = carryOut(path, b.kept, b.next)
			}
		}
		if last = b; !moved {
			last.kept = ""
		}
	}
	return last, err
}

// roomFor gives another name where the one of an exchange is taken by another
// database than the one at path: somebody has put files there since, and nobody's are
// written over.
func roomFor(path, kept string) (string, error) {
	there, err := exists(path)
	taken, terr := exists(kept)
	if err = errors.Join(err, terr); err != nil || !there || !taken {
		return kept, err
	}
	if both, err := same(path, kept); err != nil || both {
		return kept, err
	}
	return freeName(strings.TrimSuffix(kept, ".db"))
}

// inPlace says whether what waits has taken the place already, and is only known
// by both names, see [moveOnce].
func inPlace(path, next string) (bool, error) {
	for _, part := range parts[1:] {
		if there, err := exists(path + part); err != nil || there {
			return false, err // of the old one: all of them have gone by then
		}
	}
	return same(path, next)
}

// unfinished lists what waits to take the place of the database at path; more than
// one only where somebody has copied files about.
func unfinished(path string) (list []begun, err error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	stem := strings.TrimSuffix(filepath.Base(path), ".db")
	for _, e := range entries {
		kept, day, waits := strings.Cut(e.Name(), ".db"+waiting)
		for _, why := range []string{asDamaged, asReplaced} {
			if waits && e.Type().IsRegular() && strings.HasPrefix(kept, stem+why) {
				dir := filepath.Dir(path)
				list = append(list, begun{filepath.Join(dir, kept+".db"), filepath.Join(dir, e.Name()), why, strings.TrimPrefix(day, "-")})
			}
		}
	}
	return list, err
}

// removeAll removes a database and the files beside it, the database first: SQLite
// takes no log into an empty database.
func removeAll(path string) error {
	for _, part := range parts {
		if err := gone(path + part); err != nil {
			return err
		}
	}
	return nil
}

// gone removes a file if it is there.
func gone(path string) error {
	if err := safefile.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func exists(path string) (bool, error) {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// freeName finds a name that no earlier database has that went aside: a rename
// would overwrite that one.
func freeName(stem string) (string, error) {
	for i := 1; ; i++ {
		name := stem + ".db"
		if i > 1 {
			name = fmt.Sprintf("%s-%d.db", stem, i)
		}
		free := true
		for _, part := range parts {
			there, err := exists(name + part)
			if err != nil {
				return "", err
			}
			free = free && !there
		}
		if free {
			return name, nil
		}
	}
}
