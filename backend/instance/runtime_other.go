//go:build !windows

package instance

import (
	"fmt"
	"os"
)

// runtimeDir is where the user's running programs keep their sockets. It asks
// no environment: a start from a menu and one from a terminal may differ in it.
func runtimeDir() string {
	dir := fmt.Sprintf("/run/user/%d", os.Getuid())
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return dir
	}
	return "/tmp"
}
