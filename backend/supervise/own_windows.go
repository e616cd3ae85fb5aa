package supervise

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/versions"
)

// Own opens the kiosk by this very program: as the process that watches over another of
// it, which calls open. The system's libraries of a web view are loaded by none but that
// one, so that one program is enough on Windows.
func Own(dir string, window bool, open func() error) error {
	if lifeline.Watched() {
		return open()
	}
	self, err := os.Executable()
	if err != nil {
		return open()
	}
	status, watched := Kiosk(append([]string{self}, os.Args[1:]...), dir, !window)
	switch {
	case !watched:
		return open()
	case status != 0:
		os.Exit(status) // the window has said what is wrong
	}
	return nil
}

// Instead has the good program of a data folder do the command that this one was
// started with: it knows what is in the database. done is false where this program is
// the good one, or the good one cannot be started.
func Instead(dir string) (status int, done bool) {
	self, err := os.Executable()
	if err != nil || lifeline.Watched() || filepath.Base(filepath.Dir(filepath.Dir(self))) == versions.Folder {
		return 0, false
	}
	good := Program(dir)
	if good == "" {
		return 0, false
	}
	cmd := exec.Command(good, os.Args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	var ended *exec.ExitError
	switch err := cmd.Run(); {
	case err == nil:
		return 0, true
	case errors.As(err, &ended):
		return ended.ExitCode(), true
	}
	return 0, false
}
