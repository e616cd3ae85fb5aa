//go:build window

package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/staff"
)

// Staff choose a PIN, pick a service, see the paper and save it; the door shuts
// behind them.
func TestStaffPutAServiceOnPaper(t *testing.T) {
	home := t.TempDir()
	documents := filepath.Join(home, "Documents")
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	s := mustScreen(t, "1366x768")
	s.env = append(s.env, "HOME="+home)
	k := s.mustKiosk()
	s.desk(k.data)
	s.do("key g i a y space k h a i space s i n h")
	s.touch("Thêm Làm giấy khai sinh cho con")
	s.touch("Thẻ nhỏ 8 / A4")
	s.see("In 1 tờ A4 · 8 thẻ")
	s.see("Xem trước Làm giấy khai sinh cho con") // the sheet, drawn
	s.picture("staff-1366x768")
	s.touch("Máy khác, hoặc lưu ra USB")
	s.touch("Lưu vào thư mục Documents")
	s.see("Đã lưu tệp")
	s.touch("Đóng")
	// The key that means "back" elsewhere leaves no work, not even when the
	// button that was pressed is gone.
	s.do("key Escape")
	s.see("In 1 tờ A4 · 8 thẻ")
	s.touch("Khóa bàn in") // what was saved as it stands is dropped without a question
	s.see("Sinh con")
	var files []string
	until(t, s.end, "the saved file", func() bool {
		files, _ = filepath.Glob(filepath.Join(documents, "*.pdf"))
		return len(files) > 0
	})
	if len(files) != 1 {
		t.Errorf("saved %v", files)
	}
	s.touch("Dành cho cán bộ")
	s.see("Mời nhập mã PIN")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// desk opens the print desk for the first time.
func (s *screen) desk(data string) {
	s.t.Helper()
	s.touch("Dành cho cán bộ")
	s.see("Mời nhập mã cài đặt")
	code, err := os.ReadFile(filepath.Join(data, staff.CodeFile))
	if err != nil {
		s.t.Fatal(err)
	}
	s.do("key %s Return", strings.Join(strings.Split(strings.ReplaceAll(strings.Split(string(code), "\n")[0], " ", ""), ""), " "))
	s.see("Mời ghi tên ông bà")
	s.nameAsItStands()
	s.do("key 2 9 0 5 1 1 Return")
	s.see("Mời nhập lại mã PIN vừa chọn")
	s.do("key 2 9 0 5 1 1 Return")
	s.see("Mời chép lại mã khôi phục")
	s.touch("Đã chép xong")
	if _, err := os.Stat(filepath.Join(data, content.OfficeName)); err != nil { // it has said nothing of itself
		s.see("Ông bà làm ở xã, phường nào?")
		s.touch("Để sau")
		s.see("Mấy giờ mở cửa?")
		s.touch("Để sau")
		s.see("Bà con gọi số nào?")
		s.touch("Để sau")
		s.see("Bà con dùng Wi-Fi nào?")
		s.touch("Để sau")
	}
	s.see("Còn ai làm ở đây nữa?")
	s.touch("Chỉ một mình tôi")
	s.touch("In tờ")
	s.see("Chưa chọn việc nào")
}
