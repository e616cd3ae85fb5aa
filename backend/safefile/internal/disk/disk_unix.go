//go:build !windows

package disk

import (
	"errors"
	"io/fs"
	"os"
)

func (Real) Rename(from, to string) error { return os.Rename(from, to) }

// SyncFolder writes down the names that stand in a folder. They are kept on their
// own: without that, a power cut within the next half minute takes a file away that
// was synced itself.
func (Real) SyncFolder(name string) error {
	dir, err := os.Open(name)
	if errors.Is(err, fs.ErrPermission) { // written to but not to be read: nothing more can be done
		return nil
	}
	if err != nil {
		return err
	}
	err = dir.Sync()
	if cerr := dir.Close(); err == nil {
		err = cerr
	}
	return err
}
