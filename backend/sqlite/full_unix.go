//go:build !windows

package sqlite

import (
	"errors"
	"syscall"
)

// isDiskFull says whether the file system has no room, or none for this user.
func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// isPlace says whether the file system is one that is not of this machine, or
// has lost the one it is of.
func isPlace(err error) bool {
	return errors.Is(err, syscall.ENOLCK) || errors.Is(err, syscall.ESTALE) || errors.Is(err, syscall.ENOTCONN)
}
