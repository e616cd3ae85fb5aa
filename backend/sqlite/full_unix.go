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
