package safefile

import (
	"io/fs"

	"tungbuoc/backend/safefile/internal/disk"
)

// RefusePermissions makes the file system refuse every change of permissions,
// as network folders do, until restore.
func RefusePermissions(err error) (restore func()) {
	chmod = func(disk.File, fs.FileMode) error { return err }
	return func() { chmod = disk.File.Chmod }
}

// ForgetSwept makes the next write to a folder sweep it, as in a new run.
func ForgetSwept() { swept.Clear() }

// OnFolderSync calls do for every folder that is to be synced, until restore.
func OnFolderSync(do func(folder string) error) (restore func()) {
	return disk.Use(folderSync{disk.Real{}, do})
}

type folderSync struct {
	disk.Real
	do func(folder string) error
}

func (f folderSync) SyncFolder(name string) error { return f.do(name) }
