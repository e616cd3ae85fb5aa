//go:build window

package window

import (
	"strings"
	"testing"
)

// Typed with a finger on the glass, without marks: the first one found is the
// right one, and its code leads to the right page.
func TestSearchOnTheGlass(t *testing.T) {
	for _, size := range []string{"1366x768", "1920x1080"} {
		t.Run(size, func(t *testing.T) {
			s := mustScreen(t, size)
			k := s.mustKiosk()
			s.touch("Gõ để tìm")
			s.see("Dấu cách")
			s.picture("search-" + size)
			s.tap("giay khai sinh")
			s.see("Làm giấy khai sinh cho con")
			s.picture("found-" + size)
			s.touch("Làm giấy khai sinh cho con")
			s.touch("Quét là mở")
			s.see("Đã mở được trang")
			if got := readCode(t, s.picture("searched-code-"+size)); got != birthPage {
				t.Errorf("the code on the screen opens %q", got)
			}
			if code := k.stop(); code != 0 {
				t.Errorf("exit code = %d", code)
			}
		})
	}
}

// A keyboard on the desk types Telex into the same field, and what nobody has
// is said to be nothing.
func TestSearchWithARealKeyboard(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.touch("Gõ để tìm")
	s.see("Dấu cách")
	s.do("key d d a w n g space k y s space t a j m space t r u s")
	s.see("Đăng ký tạm trú")
	s.picture("telex-1366x768")
	s.do("key Return")
	s.see("Quét là mở")
	s.touch("Quay lại")
	s.touch("Xóa hết")
	s.do("key q w r t p")
	s.see("Ở đây không có mục này.")
	s.picture("nothing-1366x768")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// tap touches the keys on the glass.
func (s *screen) tap(text string) {
	s.t.Helper()
	for _, letter := range strings.Split(text, "") {
		if letter == " " {
			letter = "Dấu cách"
		}
		s.touch(letter)
	}
}
