package disk

import (
	"os"

	"golang.org/x/sys/windows"
)

// Rename asks Windows to return only when the new name is on the disk.
func (Real) Rename(from, to string) error {
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

// SyncFolder does nothing: Windows has no way to write down a folder. NTFS keeps a
// journal of names, so that they change in order, and Rename waits for it.
func (Real) SyncFolder(string) error { return nil }
