//go:build unix

package supervise

import (
	"os"
	"os/exec"
	"syscall"
)

// apart keeps what the terminal sends, such as Ctrl+C, from the window: it is told to
// end by who watches it.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// canHandOn says whether a process can be given a file.
func canHandOn(*os.File) bool { return true }

// killGroup ends a window's process with those it has started, as far as they have not
// left its group.
func killGroup(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
