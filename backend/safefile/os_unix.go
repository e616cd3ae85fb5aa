//go:build !windows

package safefile

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// What the system says where there is no room, no place, or no leave to write.
func isFull(err error) bool { return isAny(err, syscall.ENOSPC, syscall.EDQUOT) }
func isGone(err error) bool {
	return isAny(err, syscall.EIO, syscall.ENODEV, syscall.ENXIO, syscall.ENOTDIR)
}
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// inUse is never so: an open file can be replaced.
func inUse(error, string) bool { return false }

// markedReadOnly does not count: what may be replaced is up to the folder.
func markedReadOnly(string) bool { return false }

// hold marks a file as being written, until it is closed or its program ends,
// however it ends.
func hold(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// held says whether a file is being written, or nobody can tell.
func held(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return true
	}
	defer func() { _ = f.Close() }()
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}

// For tests.
var syncFolder = (*os.File).Sync

// keepInPlace gives a finished file its name. The name stands in the folder,
// which is written down on its own: without that, a power cut within the next
// half minute takes the file away again.
func keepInPlace(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(to))
	if err != nil { // written to but not to be read: nothing more can be done
		return nil
	}
	err = ifSupported(syncFolder(dir))
	if cerr := dir.Close(); err == nil {
		err = cerr
	}
	return err
}
