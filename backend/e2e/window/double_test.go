//go:build window

package window

import "testing"

// Old hands tap twice, as they have learnt from a mouse. The second tap falls on
// whatever the first has brought under the finger, and must not press it.
func TestDoubleTapMovesOneScreen(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	for _, pause := range []int{30, 150, 300} {
		s.do("twice %d %.0f Sinh con", pause, s.left())
		s.see("Mới sinh") // the topic
		s.do("twice %d %.0f Làm giấy khai sinh cho con", pause, s.left())
		s.see("Học từng bước") // the page of the card
		// One back is the topic, and not what the second tap opened.
		s.touch("Quay lại")
		s.see("Mới sinh")
		// Whatever the second tap did is done when the next touch has been answered.
		s.touch("Quay lại")
		s.see("Gõ để tìm")
	}
	// Through a lesson: the main button stands at the same place on every step.
	for _, name := range []string{"Sinh con", "Làm giấy khai sinh cho con", "Học từng bước", "Có giấy rồi", "Đã đăng ký", "Người khác"} {
		s.touch(name)
	}
	for s.try("wait 0 %s", "Trang sau").OK {
		s.touch("Trang sau")
	}
	s.touch("Xem từng bước")
	s.touch("Học từ đầu")
	s.see("Bước 1 trên")
	for i, pause := range []int{30, 150, 300} {
		s.do("twice %d %.0f Tiếp tục", pause, s.left())
		s.see([]string{"Bước 2 trên", "Bước 3 trên", "Bước 4 trên"}[i])
	}
	s.touch("Quay lại")
	s.see("Bước 3 trên")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}
