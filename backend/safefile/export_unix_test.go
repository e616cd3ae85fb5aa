//go:build !windows

package safefile

import "os"

// OnFolderSync calls do for every folder that is to be synced, until restore.
func OnFolderSync(do func(*os.File) error) (restore func()) {
	syncFolder = do
	return func() { syncFolder = (*os.File).Sync }
}
