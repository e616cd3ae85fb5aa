package supervise

import "golang.org/x/sys/windows"

// screenThere says whether the session goes on: Windows ends the window first, and this
// process a moment later.
func screenThere() bool {
	const shuttingDown = 0x2000
	is, _, _ := windows.NewLazySystemDLL("user32.dll").NewProc("GetSystemMetrics").Call(shuttingDown)
	return is == 0
}

func screenNamed() bool { return true }
