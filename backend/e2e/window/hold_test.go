//go:build window

package window

import (
	"testing"
	"time"
)

// Who cannot read rests a finger on a thing: it is said, and it is not opened.
// Then they touch it, and so come to a code without having read a word.
func TestByEarToTheRightPage(t *testing.T) {
	sound := mustSound(t)
	const size = "1366x768"
	s := mustScreen(t, size)
	s.env = append(s.env, "PULSE_SERVER=unix:"+sound.socket)
	k := s.mustKiosk()
	hear := func(what string) {
		t.Helper()
		until(t, s.end, "a voice: "+what, func() bool { return sound.loudness(time.Second) > 0.01 })
		until(t, s.end, "silence after "+what, func() bool { return sound.loudness(2*time.Second) < 0.001 })
	}
	s.see("Sinh con")
	if loud := sound.loudness(time.Second); !(loud == 0) {
		t.Errorf("before a touch there is sound, %.4f", loud)
	}
	for _, step := range []struct{ hold, next string }{
		{"Sinh con", "Mới sinh"},
		{"Làm giấy khai sinh cho con", "Học từng bước"},
		{"Quét là mở", "Đã mở được trang"},
	} {
		s.do("hold %.0f %s", s.left(), step.hold)
		hear(step.hold)
		if a := s.try("wait 0 %s", step.next); a.OK {
			t.Fatalf("a finger that asked about %q has opened it", step.hold)
		}
		s.touch(step.hold)
		s.see(step.next)
	}
	if got := readCode(t, s.picture("by-ear-"+size)); got != birthPage {
		t.Errorf("the code on the screen opens %q", got)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}
