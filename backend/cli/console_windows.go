package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// AttachConsole connects the output to the console the program was started
// from: on Windows a windowed program starts without one. Output that was
// sent to a file or a pipe stays there.
func AttachConsole() {
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if ok, _, _ := attach.Call(parent); ok == 0 {
		return // started from the desktop: there is none
	}
	for handle, file := range map[uint32]**os.File{
		windows.STD_OUTPUT_HANDLE: &os.Stdout, windows.STD_ERROR_HANDLE: &os.Stderr,
	} {
		if h, err := windows.GetStdHandle(handle); err == nil && h != 0 && h != windows.InvalidHandle {
			if _, err := (*file).Stat(); err == nil {
				continue // redirected
			}
		}
		if console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0); err == nil {
			*file = console
		}
	}
}
