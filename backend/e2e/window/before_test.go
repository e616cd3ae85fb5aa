//go:build window

package window

import "testing"

// Who lacks VNeID level 2 is led to its lesson first, and comes back to the birth.
func TestBirthWithoutLevelTwoGoesThroughItsLessonAndBack(t *testing.T) {
	const size = "1366x768"
	s := mustScreen(t, size)
	k := s.mustKiosk()
	for _, name := range []string{"Sinh con", "Làm giấy khai sinh cho con", "Học từng bước", "Có giấy rồi", "Đã đăng ký", "Bố hoặc mẹ", "Tự làm trên điện thoại"} {
		s.touch(name)
	}
	s.see("Ông bà có đủ những thứ này chưa?")
	s.touch("VNeID mức 2, đã kích hoạt")
	s.see("Làm việc này trước")
	s.picture("detour-" + size)
	s.touch("Mở bài “VNeID mức 2 tại Công an”")
	s.see("Học từng bước")
	s.touch("Quét là mở")
	s.touch("Việc sau đó")
	s.see("Về bài: Khai sinh cho con")
	s.picture("back-" + size)
	s.touch("Về bài: Khai sinh cho con")
	s.see("Ông bà có đủ những thứ này chưa?")
	s.touch("Có đủ cả")
	s.see("Giấy chứng sinh bản giấy") // the answers are still there
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// A lesson that files nothing does not say that something is left to file.
func TestScamLessonEndsWithoutNotFiled(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.touch("Gõ để tìm")
	s.see("Dấu cách")
	s.tap("nhan ra lua dao")
	s.touch("Nhận ra lừa đảo qua điện thoại")
	s.touch("Quét là mở")
	s.see("Đã mở được trang")
	s.picture("scam-1366x768")
	if a := s.try("wait 0 %s", "Chưa nộp"); a.OK {
		t.Error("nothing is to be filed, and the last screen says that it is not")
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}
