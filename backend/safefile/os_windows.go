package safefile

import (
	"os"

	"golang.org/x/sys/windows"
)

// What the system says where there is no room, no place, or no leave to write.
func isFull(err error) bool {
	return isAny(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

func isGone(err error) bool {
	return isAny(err, windows.ERROR_NOT_READY, windows.ERROR_IO_DEVICE, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_NO_SUCH_DEVICE, windows.ERROR_DEVICE_NOT_CONNECTED)
}

func isReadOnly(err error) bool { return isAny(err, windows.ERROR_WRITE_PROTECT) }

// keepInPlace gives a finished file its name. Windows has no way to write down
// a folder; it can be asked to return only when the move is on the disk.
func keepInPlace(from, to string) error {
	source, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	target, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	err = windows.MoveFileEx(source, target, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}
