//go:build window

package window

import (
	"testing"
	"time"
)

// Who cannot read rests a finger on a thing: it is said, and it is not opened.
// Then they touch it, and so come to a code without having read a word: from
// the sleeping screen, whose languages say their names, and through questions.
func TestByEarToTheRightPage(t *testing.T) {
	t.Parallel() // the kiosk falls asleep in its own time
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
	s.see("Mời bà con chạm vào màn hình")
	if loud := sound.loudness(time.Second); !(loud == 0) {
		t.Errorf("before a touch there is sound, %.4f", loud)
	}
	s.touch("Tiếng Việt")
	hear("the name of the language")
	s.see("Sinh con")
	ask := func(hold, next string) {
		t.Helper()
		s.do("hold %.0f %s", s.left(), hold)
		hear(hold)
		if a := s.try("wait 0 %s", next); a.OK {
			t.Fatalf("a finger that asked about %q has opened it", hold)
		}
		s.touch(hold)
		s.see(next)
	}
	ask("Sinh con", "Mới sinh")
	ask("Làm giấy khai sinh cho con", "Học từng bước")
	ask("Quét là mở", "Đã mở được trang")
	if got := readCode(t, s.picture("by-ear-"+size)); got != birthPage {
		t.Errorf("the code on the screen opens %q", got)
	}
	// And into the lesson, whose questions and answers are said.
	s.touch("Quay lại")
	ask("Học từng bước", "Cháu có giấy chứng sinh chưa?")
	s.touch("Nghe")
	hear("the question")
	ask("Có giấy rồi", "Bố mẹ cháu đã đăng ký kết hôn chưa?")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}
