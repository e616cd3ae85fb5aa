//go:build !windows

package safefile

import (
	"errors"
	"os"
	"syscall"

	"tungbuoc/backend/safefile/internal/disk"
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
func hold(f disk.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// held says whether a file is being written, or nobody can tell.
func held(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return true
	}
	defer func() { _ = f.Close() }()
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}
