//go:build unix

package supervise

import (
	"os/exec"
	"syscall"
)

// apart keeps what the terminal sends, such as Ctrl+C, from the window: it is told to
// end by who watches it.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
