package supervise

import (
	"os"

	"tungbuoc/backend/lifeline"
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
