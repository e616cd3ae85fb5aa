//go:build window

package window

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
)

// xdotool presses and moves; what it says of keys that this keyboard lacks is of no use.
func (s *screen) xdotool(args ...string) string { return s.x11("xdotool", args...) }

func (s *screen) x11(program string, args ...string) string {
	s.t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), s.env...)
	out, _ := cmd.Output() // it fails where nothing is found
	return strings.TrimSpace(string(out))
}

// top finds the windows right under the root in what xwininfo says of them, but those
// that stand left of the glass or above it, as one of the window manager's does.
var top = regexp.MustCompile(`(?m)^     (0x[0-9a-f]+) (.* \d+x\d+\+\d+\+\d+ .*)$`)

// windows gives what stands on the glass: windows under the root that are drawn, by
// their size, place and name. A menu or a pop-up of the toolkit is one of them.
func (s *screen) windows() []string {
	s.t.Helper()
	var shown []string
	for _, found := range top.FindAllStringSubmatch(s.x11("xwininfo", "-root", "-children"), -1) {
		about := s.x11("xwininfo", "-id", found[1])
		if strings.Contains(about, "Map State: IsViewable") && strings.Contains(about, "Class: InputOutput") {
			shown = append(shown, found[2])
		}
	}
	return shown
}
