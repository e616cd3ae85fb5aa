package safefile

import "os"

// RefusePermissions makes the file system refuse every change of permissions,
// as network folders do, until restore.
func RefusePermissions(err error) (restore func()) {
	chmod = func(string, os.FileMode) error { return err }
	return func() { chmod = os.Chmod }
}

// ForgetSwept makes the next write to a folder sweep it, as in a new run.
func ForgetSwept() { swept.Clear() }
