package safefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"tungbuoc/backend/safefile/internal/disk"
)

const (
	// prefix begins the name of a file that is being written; digits follow.
	prefix = ".tungbuoc-"
	// stale is the age at which nobody writes to such a file any more. No job
	// takes a day.
	stale = 24 * time.Hour
	// begun is the age at which its writer holds such a file, if there is one.
	begun = time.Minute
	// deepest is how many folders below the first are looked through: the data
	// folder has two, and the web view's own tree in it is large.
	deepest = 3
)

// Sweep removes what programs that were killed while writing have left in dir
// and the folders below it: what is empty and held by nobody at once, the rest when
// it is a day old. It gives the paths it
// removed, and joins what it could not look at or remove; the rest is swept all
// the same. It follows no links.
func Sweep(dir string, now time.Time) (removed []string, err error) {
	var errs []error
	walk := func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if !errors.Is(err, fs.ErrNotExist) { // gone meanwhile
				errs = append(errs, err)
			}
			return nil
		case d.IsDir():
			if rest, _ := filepath.Rel(dir, path); strings.Count(rest, string(filepath.Separator)) >= deepest {
				return fs.SkipDir
			}
			return nil
		case !leftover(path, d, now):
			return nil
		}
		if err := disk.Now.Remove(path); err != nil {
			errs = append(errs, err)
			return nil
		}
		removed = append(removed, path)
		return nil
	}
	errs = append(errs, filepath.WalkDir(dir, walk))
	return removed, errors.Join(errs...)
}

// leftover says whether path, an entry of its folder, is a file of ours that was
// never finished.
func leftover(path string, d fs.DirEntry, now time.Time) bool {
	number, ours := strings.CutPrefix(d.Name(), prefix)
	if !ours || number == "" || strings.Trim(number, "0123456789") != "" || !d.Type().IsRegular() {
		return false
	}
	info, err := d.Info()
	if err != nil {
		return false
	}
	age := now.Sub(info.ModTime())
	return age > stale || age > begun && info.Size() == 0 && !held(path)
}

// swept are the folders that this program has written to and swept.
var swept sync.Map

// sweepOnce sweeps a folder before the first file is written to it: sticks and
// folders of staff's choice are seen by no start.
func sweepOnce(dir string) {
	if _, done := swept.LoadOrStore(dir, true); done {
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // writing will say what is wrong
	}
	for _, d := range entries {
		if path := filepath.Join(dir, d.Name()); leftover(path, d, time.Now()) {
			_ = disk.Now.Remove(path) // it does no harm but to the eye
		}
	}
}
