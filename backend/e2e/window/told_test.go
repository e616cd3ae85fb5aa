//go:build window

package window

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Who cannot see is told what changes, without having gone there: by the
// accessibility bus, as a screen reader hears it.
func TestWhatChangesIsTold(t *testing.T) {
	home := t.TempDir()
	if err := os.Mkdir(filepath.Join(home, "Documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	s := mustScreen(t, "1366x768")
	s.env = append(s.env, "HOME="+home)
	told := s.mustListen()
	k := s.mustKiosk()

	s.touch("Gõ để tìm")
	s.see("Dấu cách")
	s.do("key g i a y space k h a i space s i n h")
	told.hear("Làm giấy khai sinh cho con")
	s.touch("Xóa hết")
	s.do("key q w r t p")
	told.hear("Ở đây không có mục này.")
	s.touch("Xóa hết")
	s.do("key g i a y")
	s.touch("Trang sau")
	told.hear("Trang 2 trên")
	s.touch("Trang đầu")

	s.rehearse()
	s.touch("Trên điện thoại mẫu: Ví giấy tờ")
	told.hear("Ô này để mở căn cước, bằng lái.")
	s.touch("Trên điện thoại mẫu: Thủ tục hành chính")
	told.hear("Đúng rồi")
	s.see("Tập thử, bước 2 trên") // what comes next takes no touch before it is here
	s.touch("Trang đầu")

	s.touch("Dành cho cán bộ")
	s.see("Mời nhập mã cài đặt")
	s.do("key 2 9 Return")
	told.hear("Mã cài đặt có 8 chữ số.") // what went wrong, where the help was
	s.touch("Trang đầu")

	s.desk(k.data)
	s.do("key ctrl+p")
	told.hear("Chưa chọn việc nào. Mời gõ tên việc")
	s.do("key g i a y space k h a i space s i n h")
	told.hear("Làm giấy khai sinh cho con")
	s.touch("Thêm Làm giấy khai sinh cho con")
	s.touch("Mã Wi-Fi, số máy")
	s.touch("Gọi điện")
	s.touch("Thêm mã này")
	told.hear("Mời gõ tên cán bộ hoặc tổ.") // in a dialog
	s.touch("Thôi")
	s.touch("Máy khác, hoặc lưu ra USB")
	s.touch("Lưu vào thư mục Documents")
	told.hear("Đã lưu tệp")
	s.touch("Gói cho thôn")
	s.touch("+10")
	told.hear("40") // households
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// tellings is what was announced until now.
type tellings struct {
	s     *screen
	mu    sync.Mutex
	said  bytes.Buffer
	heard int // bytes that hear has gone past
}

// mustListen listens on the screen's accessibility bus.
func (s *screen) mustListen() *tellings {
	s.t.Helper()
	l := &tellings{s: s}
	cmd := exec.Command("/usr/bin/python3", "tellings.py")
	cmd.Env = append(os.Environ(), s.env...)
	cmd.Stdout, cmd.Stderr = l, os.Stderr
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if s.t.Failed() {
			s.t.Logf("announced:\n%s", l.all())
		}
	})
	l.hear("listening")
	return l
}

func (l *tellings) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.said.Write(p)
}

// hear waits until words have been announced since it heard the last ones.
func (l *tellings) hear(words string) {
	l.s.t.Helper()
	until(l.s.t, l.s.end, "an announcement: "+words, func() bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		before, _, found := strings.Cut(l.said.String()[l.heard:], words)
		if found {
			l.heard += len(before) + len(words)
		}
		return found
	})
}

// all is everything that was announced.
func (l *tellings) all() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.said.String()
}
