package supervise

import (
	"os"
	"os/exec"

	"golang.org/x/sys/windows"
)

func apart(*exec.Cmd) {}

// killGroup does nothing here: the web view's processes end when they see that theirs is gone.
func killGroup(*exec.Cmd) {}

// canHandOn says whether a process can be given a file: a program that was started from
// the desktop has a standard error that is none.
func canHandOn(f *os.File) bool {
	const self = windows.Handle(^uintptr(0)) // GetCurrentProcess
	var copied windows.Handle
	if err := windows.DuplicateHandle(self, windows.Handle(f.Fd()), self, &copied, 0, true, windows.DUPLICATE_SAME_ACCESS); err != nil {
		return false
	}
	_ = windows.CloseHandle(copied)
	return true
}
