//go:build unix

package supervise

import (
	"os"

	"github.com/jezek/xgb"
)

// screenNamed says whether a screen is named at all.
func screenNamed() bool { return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" }

// screenThere says whether a window could be opened. A screen that has ended, as when
// somebody logs off, is no fault of the window.
func screenThere() bool {
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		return true
	}
	conn, err := xgb.NewConn()
	if err != nil {
		return false
	}
	conn.Close()
	return true
}
