//go:build window

package window

import "testing"

// Who has never scanned tries it before the real code, and comes back to that.
func TestTrialBeforeTheRealCode(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.touch("Sinh con")
	s.touch("Làm giấy khai sinh cho con")
	s.touch("Quét là mở")
	s.see("Đã mở được trang")
	s.touch("Quét thử trước")
	code := s.see("Mã thử, không mở gì")
	if mm := float64(code.W) * 25.4 / 96; mm < 100 {
		t.Errorf("the code is %.0f mm wide, want 100 at least", mm)
	}
	for _, phone := range []string{"Máy Android", "Samsung", "iPhone", "Zalo"} {
		s.see(phone)
	}
	if got := readCode(t, s.picture("trial-1366x768")); got != "Bà con quét đúng rồi" {
		t.Errorf("the code to practise with says %q", got)
	}
	s.touch("Đã thấy dòng chữ")
	s.see("Mã QR mở dichvucong.gov.vn")
	if got := readCode(t, s.picture("code-after-trial")); got != birthPage {
		t.Errorf("the code after the trial opens %q", got)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code after SIGTERM = %d", code)
	}
}
