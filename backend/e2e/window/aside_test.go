//go:build window

package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// One touch shuts the desk and makes room for the PC's other programs; starting the
// kiosk again brings its first screen back, over the whole glass.
func TestStaffStepAside(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.desk(k.data)
	if on := s.onGlass("Từng Bước"); on != "1366x768" {
		t.Fatalf("before: %q", on)
	}
	s.touch("Thu nhỏ để dùng máy")
	until(t, s.end, "the window to be gone", func() bool { return s.onGlass("Từng Bước") == "" })
	ctx, cancel := context.WithDeadline(t.Context(), s.end)
	defer cancel()
	if out, _ := output(ctx, s.command("--data", k.data)); !strings.Contains(out, "Từng Bước đang mở rồi") {
		t.Errorf("second start said %q", out)
	}
	until(t, s.end, "the window to fill the glass", func() bool { return s.onGlass("Từng Bước") == "1366x768" })
	s.see("Sinh con")
	s.touch("Dành cho cán bộ")
	s.see("Mời nhập mã PIN")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
	log, err := os.ReadFile(filepath.Join(k.data, "tungbuoc.log"))
	if err != nil || !strings.Contains(string(log), "brought forward") {
		t.Errorf("the window was not brought forward: %v", err)
	}
}

// onGlass gives the size of the window of a name, as 1366x768; "": it is not on the glass.
func (s *screen) onGlass(name string) string {
	s.t.Helper()
	for id := range strings.FieldsSeq(s.xdotool("search", "--onlyvisible", "--name", name)) {
		_, size, found := strings.Cut(s.xdotool("getwindowgeometry", id), "Geometry: ")
		if found {
			return size
		}
	}
	return ""
}
