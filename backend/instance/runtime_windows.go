package instance

import (
	"os"

	"golang.org/x/sys/windows"
)

// runtimeDir is the user's local folder, as Windows knows it, not as the
// environment says.
func runtimeDir() string {
	dir, err := windows.KnownFolderPath(windows.FOLDERID_LocalAppData, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return os.TempDir()
	}
	return dir
}
