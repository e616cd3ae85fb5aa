package safefile

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"

	"tungbuoc/backend/safefile/internal/disk"
)

// What the system says where there is no room, no place, or no leave to write.
func isFull(err error) bool {
	return isAny(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

func isGone(err error) bool {
	return isAny(err, windows.ERROR_NOT_READY, windows.ERROR_IO_DEVICE, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_NO_SUCH_DEVICE, windows.ERROR_DEVICE_NOT_CONNECTED,
		windows.ERROR_FILE_INVALID, windows.ERROR_BAD_NETPATH, windows.ERROR_BAD_NET_NAME, windows.ERROR_NETNAME_DELETED)
}

func isReadOnly(err error) bool { return isAny(err, windows.ERROR_WRITE_PROTECT) }

// inUse says whether another program has the file open. Windows refuses to
// replace such a file with "access denied", as it does a protected one; opening
// it tells them apart.
func inUse(err error, name string) bool {
	busy := func(err error) bool {
		return isAny(err, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE)
	}
	if busy(err) || !errors.Is(err, fs.ErrPermission) {
		return busy(err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return busy(err)
	}
	_ = f.Close()
	return false
}

// hold needs no mark here, and held cannot be told: such a file stays a day.
func hold(disk.File) {}

func held(string) bool { return true }

// markedReadOnly says whether somebody has marked an old file as one to keep.
// Windows would refuse to replace it at the very end.
func markedReadOnly(name string) bool {
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return false
	}
	const kept, folder = windows.FILE_ATTRIBUTE_READONLY, windows.FILE_ATTRIBUTE_DIRECTORY
	attributes, err := windows.GetFileAttributes(path)
	return err == nil && attributes&(kept|folder) == kept
}
