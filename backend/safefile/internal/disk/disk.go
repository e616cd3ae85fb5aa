// Package disk is the handful of things that package safefile does to a disk. They
// stand apart so that a test can cut the power after each of them, or have each
// of them fail.
package disk

import (
	"io"
	"io/fs"
	"os"
)

// Disk writes. What only reads goes past it.
type Disk interface {
	// CreateTemp is [os.CreateTemp]: a new file for its owner only.
	CreateTemp(folder, pattern string) (File, error)
	// Create makes an empty file for its owner only where none is.
	Create(name string) error
	// Sync waits until what a file holds is on the disk.
	Sync(name string) error
	// Rename gives a file a name, in the place of the file that has it.
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
	Mkdir(name string, mode fs.FileMode) error
	// SyncFolder waits until the names in a folder are on the disk.
	SyncFolder(name string) error
}

// File is a new file.
type File interface {
	io.WriteCloser
	Name() string
	Chmod(mode fs.FileMode) error
	Sync() error
	Fd() uintptr // for locks
}

// Now is the disk that is written to.
var Now Disk = Real{}

// Use has another disk written to, until restore. For tests.
func Use(d Disk) (restore func()) {
	was := Now
	Now = d
	return func() { Now = was }
}

// Real is the disk of this computer.
type Real struct{}

func (Real) CreateTemp(folder, pattern string) (File, error) { return os.CreateTemp(folder, pattern) }

func (Real) Create(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func (Real) Sync(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0) // Windows syncs only what may be written
	if err != nil {
		return err
	}
	err = f.Sync()
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

func (Real) Remove(name string) error                  { return os.Remove(name) }
func (Real) RemoveAll(name string) error               { return os.RemoveAll(name) }
func (Real) Mkdir(name string, mode fs.FileMode) error { return os.Mkdir(name, mode) }
