package safefile

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"tungbuoc/backend/safefile/internal/disk"
)

// What follows gives the errors of the file system as they are: those who call say
// what was to be done. Where it returns nil, it survives a power cut.

// Move gives a file another name, in the place of the file that has it. What it
// holds must be on the disk already, see [Sync].
func Move(from, to string) error { return MoveAll([]Way{{from, to}}) }

// Way is where a file goes.
type Way struct{ From, To string }

// MoveAll is [Move] of many files, for which every folder is waited for only once.
// Those before the one that cannot be moved have moved.
func MoveAll(ways []Way) error {
	var to, from []string
	var err error
	for _, w := range ways {
		if err = disk.Now.Rename(w.From, w.To); err != nil {
			break
		}
		to, from = append(to, filepath.Dir(w.To)), append(from, filepath.Dir(w.From))
	}
	var done []string
	for _, folder := range append(to, from...) { // to first: rather twice than nowhere
		if slices.Contains(done, folder) {
			continue
		}
		done = append(done, folder)
		if serr := SyncFolder(folder); serr != nil {
			return cmp.Or(err, serr)
		}
	}
	return err
}

// Remove removes a file.
func Remove(name string) error {
	if err := disk.Now.Remove(name); err != nil {
		return err
	}
	return SyncFolder(filepath.Dir(name))
}

// RemoveAll removes a folder with what is in it, if it is there.
func RemoveAll(name string) error {
	if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := disk.Now.RemoveAll(name); err != nil {
		return err
	}
	return SyncFolder(filepath.Dir(name))
}

// Folder makes a folder, and those above it that are missing.
func Folder(name string, mode fs.FileMode) error {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return &fs.PathError{Op: "mkdir", Path: name, Err: syscall.ENOTDIR}
	}
	above := filepath.Dir(name)
	if above != name {
		if err := Folder(above, mode); err != nil {
			return err
		}
	}
	err = disk.Now.Mkdir(name, mode)
	if info, serr := os.Stat(name); err != nil && (serr != nil || !info.IsDir()) { // another program may have been faster
		return err
	}
	if serr := SyncFolder(above); serr != nil {
		if err == nil {
			_ = disk.Now.Remove(name) // else the next call would take it for one that stays
		}
		return serr
	}
	return nil
}

// SyncFolder waits until the names in a folder are on the disk.
func SyncFolder(name string) error { return ifSupported(disk.Now.SyncFolder(name)) }

// Sync waits until what a file holds is on the disk, whoever has written it.
func Sync(name string) error { return ifSupported(disk.Now.Sync(name)) }

// NewPrivate makes an empty file for its owner only, unless there is one.
func NewPrivate(name string) error {
	err := disk.Now.Create(name)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return SyncFolder(filepath.Dir(name))
}

// Copy makes the file to with what from holds, whole or not at all, for its owner
// only.
func Copy(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	read, wrote := write(to, 0, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
	return errors.Join(read, wrote)
}
