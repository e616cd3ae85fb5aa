package speech

import (
	"os/exec"
	"syscall"
)

// hideWindow keeps a console from flashing up over the kiosk.
func hideWindow(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }
