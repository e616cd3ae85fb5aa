//go:build window

package window

import (
	"fmt"
	"strings"
	"testing"
)

// pauses between the taps of a hand, in milliseconds.
var pauses = []int{30, 150, 300}

// Old hands tap twice, as they have learnt from a mouse. The second tap falls on
// whatever the first has brought under the finger, and must not press it.
func TestDoubleTapMovesOneScreen(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	for _, pause := range pauses {
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
	for _, name := range []string{"Sinh con", "Làm giấy khai sinh cho con", "Học từng bước", "Có giấy rồi", "Đã đăng ký", "Người khác", "Tự làm trên điện thoại", "Có đủ cả"} {
		s.touch(name)
	}
	for s.try("wait 0 %s", "Trang sau").OK {
		s.touch("Trang sau")
	}
	s.touch("Xem từng bước")
	s.touch("Học từ đầu")
	s.see("Bước 1 trên")
	for i, pause := range pauses {
		s.do("twice %d %.0f Tiếp tục", pause, s.left())
		s.see([]string{"Bước 2 trên", "Bước 3 trên", "Bước 4 trên"}[i])
	}
	s.touch("Quay lại")
	s.see("Bước 3 trên")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// In a rehearsal the second tap is no wrong touch of what comes next: of the same
// drawn screen, or of the next one.
func TestDoubleTapRehearses(t *testing.T) {
	walk := mustTamTru(t)
	s := mustScreen(t, "1366x768")
	told := s.mustListen()
	k := s.mustKiosk()
	s.rehearse()
	tapped := 0
	for i, step := range walk.Steps {
		s.see(fmt.Sprintf("Tập thử, bước %d trên %d", i+1, len(walk.Steps)))
		if tapped >= 2*len(pauses) {
			break
		}
		if !step.Touchable() {
			s.touch("Tiếp tục")
			continue
		}
		places := step.Screen.Touches()
		for n, place := range places {
			s.do("twice %d %.0f Trên điện thoại mẫu: %s", pauses[tapped%len(pauses)], s.left(), step.Screen.Show[place].Words())
			tapped++
			told.hear("Đúng rồi")
			if n+1 < len(places) {
				told.hear("Bây giờ mời chạm: ")
			}
		}
	}
	if tapped < 2*len(pauses) {
		t.Errorf("only %d places were tapped", tapped)
	}
	wrong := []string{"Mời ông bà tìm"}
	for _, step := range walk.Steps {
		if step.Touchable() {
			for _, part := range step.Screen.Show {
				if part.Wrong != "" {
					wrong = append(wrong, part.Wrong)
				}
			}
		}
	}
	for _, words := range wrong {
		if strings.Contains(told.all(), words) {
			t.Errorf("a second tap was taken for a wrong touch: %s", words)
		}
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// Who counts up taps quickly, and means every tap.
func TestQuickTapsOnTheDeskCountEach(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.desk(k.data)
	s.do("key g i a y space k h a i space s i n h")
	s.touch("Thêm Làm giấy khai sinh cho con")
	s.touch("Thẻ nhỏ 8 / A4")
	s.see("8 thẻ")
	for i, pause := range pauses {
		s.do("twice %d %.0f Tăng một bản", pause, s.left())
		s.see(fmt.Sprintf("%d thẻ", 8+2*(i+1)))
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}
