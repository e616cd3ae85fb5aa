//go:build unix

package chaos

import (
	"os"
	"os/exec"
	"syscall"
)

// nobody is who has no rights but on its own files.
const nobody = 65534

// notRoot has a process run by nobody where the test is run by root.
func notRoot(cmd *exec.Cmd) {
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
}
