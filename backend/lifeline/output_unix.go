//go:build unix

package lifeline

import (
	"os"

	"golang.org/x/sys/unix"
)

// takeOutput moves standard output out of reach of everything else: writing to
// descriptor 1 when the watcher is gone would end the program, and what a library
// prints is nobody's business.
func takeOutput() (*os.File, error) {
	fd, err := unix.FcntlInt(1, unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return nil, err
	}
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		_ = unix.Dup3(int(null.Fd()), 1, 0)
		_ = null.Close()
	}
	return os.NewFile(uintptr(fd), "lifeline"), nil
}
