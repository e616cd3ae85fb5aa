//go:build unix

package supervise

import (
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/jezek/xgb"
)

// screenNamed says whether a screen is named at all.
func screenNamed() bool { return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" }

// screenThere says whether a window could be opened. A screen that has ended, as when
// somebody logs off, is no fault of the window.
func screenThere() bool {
	if name := os.Getenv("WAYLAND_DISPLAY"); name != "" {
		if !filepath.IsAbs(name) {
			name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
		}
		conn, err := net.DialTimeout("unix", name, time.Second)
		if err != nil {
			return false
		}
		_ = conn.Close()
		return true
	}
	conn, err := xgb.NewConn()
	if err != nil {
		return false
	}
	conn.Close()
	return true
}
