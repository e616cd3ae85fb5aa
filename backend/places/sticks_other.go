//go:build !windows

package places

import "path/filepath"

// Sticks lists where desktops mount USB sticks.
func Sticks() []string {
	var found []string
	for _, pattern := range []string{"/media/*/*", "/run/media/*/*", "/Volumes/*"} {
		paths, _ := filepath.Glob(pattern) // the patterns are right
		found = append(found, paths...)
	}
	return found
}
