//go:build window

package window

import (
	"fmt"
	"testing"
)

// The monitor is another one, or shows more or less than before: the window fills it,
// and the first screen answers a touch.
func TestAnotherResolution(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1920x1080")
	sizes := [][2]int{{1366, 768}, {1024, 768}, {1920, 1080}, {1280, 1024}}
	for _, size := range sizes {
		w, h := size[0], size[1]
		name := fmt.Sprintf("%dx%d", w, h)
		// What the beam does is of no matter to a virtual screen.
		s.x11("xrandr", "--newmode", name, "100", fmt.Sprint(w), fmt.Sprint(w+50), fmt.Sprint(w+100), fmt.Sprint(w+200), fmt.Sprint(h), fmt.Sprint(h+5), fmt.Sprint(h+10), fmt.Sprint(h+30))
		s.x11("xrandr", "--addmode", "screen", name)
	}
	resolve := func(size [2]int) string {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		s.x11("xrandr", "--output", "screen", "--mode", name)
		return name
	}
	resolve(sizes[0])
	k := s.mustKiosk()
	s.see("Sinh con")
	for _, size := range sizes {
		name := resolve(size)
		until(t, s.end, "the window to fill "+name, func() bool { return s.onGlass("Từng Bước") == name })
		s.firstScreenAnswers()
		s.picture("monitor-" + name)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// The system draws everything twice as large, as it does on fine monitors.
func TestTwiceAsLarge(t *testing.T) {
	t.Parallel()
	for _, size := range []string{"1920x1080", "2560x1440"} {
		t.Run(size, func(t *testing.T) {
			s := mustScreen(t, size)
			s.env = append(s.env, "GDK_SCALE=2")
			s.do("scale 2")
			k := s.mustKiosk()
			s.see("Sinh con")
			until(t, s.end, "the window to fill "+size, func() bool { return s.onGlass("Từng Bước") == size })
			s.picture("scale-200-" + size)
			s.firstScreenAnswers()
			if code := k.stop(); code != 0 {
				t.Errorf("exit code = %d", code)
			}
		})
	}
}

// firstScreenAnswers touches a tile, and comes back.
func (s *screen) firstScreenAnswers() {
	s.t.Helper()
	s.touch("Sinh con")
	s.see("Làm giấy khai sinh cho con")
	s.do("key Escape")
	s.see("Kết hôn")
}
