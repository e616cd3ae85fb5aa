package sqlite

import (
	"errors"

	"golang.org/x/sys/windows"
)

// isDiskFull says whether the volume has no room, or none for this user.
func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) ||
		errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}
