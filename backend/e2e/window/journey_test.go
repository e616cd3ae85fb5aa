//go:build window

package window

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const birthPage = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7"

// The main job: from the sleeping screen to the right page on the phone.
func TestTouchesToTheRightPage(t *testing.T) {
	for _, size := range []string{"1366x768", "1920x1080"} {
		t.Run(size, func(t *testing.T) {
			s := mustScreen(t, size)
			k := s.mustKiosk()
			// All on one page, the first tile and the last.
			s.see("Sinh con")
			s.see("Vừa bị lừa?")
			s.see("Ruộng nương")
			if a := s.try("wait 0 %s", "Trang sau"); a.OK {
				t.Error("the home screen is cut into pages")
			}
			s.picture("home-" + size)
			// Two touches from here to a code, three to the large one.
			s.touch("Sinh con")
			s.see("Làm giấy khai sinh cho con")
			s.picture("list-" + size)
			s.touch("Làm giấy khai sinh cho con")
			s.see("Học từng bước")
			if got := readCode(t, s.picture("service-"+size)); got != birthPage {
				t.Errorf("the code on the service's page opens %q", got)
			}
			s.touch("Quét là mở")
			s.see("Đã mở được trang")
			code := s.see("Mã QR mở dichvucong.gov.vn")
			if mm := float64(code.W) * 25.4 / 96; mm < 115 {
				t.Errorf("the code is %.0f mm wide, want 115 at least", mm)
			}
			if got := readCode(t, s.picture("code-"+size)); got != birthPage {
				t.Errorf("the code on the screen opens %q", got)
			}
			if code := k.stop(); code != 0 {
				t.Errorf("exit code after SIGTERM = %d", code)
			}
		})
	}
}

// A whole lesson, every screen of it, ending on the same code.
func TestLessonFromFirstQuestionToCode(t *testing.T) {
	const size = "1366x768"
	s := mustScreen(t, size)
	k := s.mustKiosk()
	s.touch("Sinh con")
	s.touch("Làm giấy khai sinh cho con")
	s.touch("Học từng bước")
	s.see("Cháu có giấy chứng sinh chưa?")
	s.picture("fact-" + size)
	s.touch("Có giấy rồi")
	s.touch("Đã đăng ký")
	s.touch("Bố hoặc mẹ")
	s.touch("Tự làm trên điện thoại")
	s.see("Ông bà có đủ những thứ này chưa?")
	s.picture("ready-" + size)
	s.touch("Có đủ cả")
	s.see("Giấy chứng sinh bản giấy")
	s.picture("checklist-" + size)
	if a := s.try("wait 0 %s", "Giấy ủy quyền"); a.OK {
		t.Error("a paper for another answer is on the checklist")
	}
	s.touch("Xem từng bước")
	s.touch("Học từ đầu")
	for step := 1; step <= 9; step++ {
		s.see("Bước " + itoa(step) + " trên 9")
		if step == 3 || step == 5 {
			s.picture("step-" + itoa(step) + "-" + size)
		}
		if step < 9 {
			s.touch("Tiếp tục")
		}
	}
	s.touch("Mở trên điện thoại")
	s.see("Mã QR mở dichvucong.gov.vn")
	s.see("Chưa nộp")
	if got := readCode(t, s.picture("handoff-"+size)); got != birthPage {
		t.Errorf("the code on the screen opens %q", got)
	}
	s.touch("Trang đầu")
	s.see("Kết hôn")

	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
	if out, err := exec.Command("grep", "-c", "home ready", filepath.Join(k.data, "tungbuoc.log")).Output(); err != nil {
		t.Errorf("the log has no 'home ready': %s %v", out, err)
	}
}

func TestOnlyStaffClose(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.see("Sinh con")
	for range 8 { // a key that is held down
		s.do("key alt+F4")
	}
	s.see("Chỉ cán bộ đóng được Từng Bước") // the page says who closes it
	s.picture("close-1366x768")
	for range 3 { // and again, as somebody presses who knew the way of before
		s.do("key alt+F4")
		select {
		case <-k.done:
			t.Fatal("Alt+F4 closed the kiosk")
		case <-time.After(2 * time.Second): // the keys rest for a second and more
		}
	}
	if on := s.onGlass("Từng Bước"); on != "1366x768" {
		t.Errorf("the window is %q", on)
	}
	s.desk(k.data)
	s.touch("Cài đặt")
	s.touch("Đóng Từng Bước")
	s.see("Đóng Từng Bước trên máy này?")
	s.picture("leave-1366x768")
	s.touch("Thôi")
	s.do("gone %.0f %s", s.left(), "Đóng Từng Bước trên máy này?")
	s.touch("Đóng Từng Bước")
	s.see("Đóng Từng Bước trên máy này?")
	s.do("key Tab Return") // from "Thôi" to the one beside it
	if code := k.wait(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
	log, err := os.ReadFile(filepath.Join(k.data, "tungbuoc.log"))
	if err != nil || !strings.Contains(string(log), `"msg":"closed"`) {
		t.Errorf("the storage was not closed: %v", err)
	}
}

// A window with a frame is closed by its button, as any other.
func TestAWindowWithAFrameCloses(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1920x1080")
	k := s.mustKiosk("--window")
	s.see("Sinh con")
	s.do("key alt+F4")
	if code := k.wait(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// A session or a terminal that ends takes the kiosk with it, in order.
func TestHangUpEndsCleanly(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.see("Sinh con")
	if err := k.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if code := k.wait(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
	log, err := os.ReadFile(filepath.Join(k.data, "tungbuoc.log"))
	if err != nil || !strings.Contains(string(log), `"msg":"closed"`) {
		t.Errorf("the storage was not closed: %v", err)
	}
}

// What a kiosk that was killed while saving left is gone after the next start.
func TestStartSweeps(t *testing.T) {
	s := mustScreen(t, "1366x768")
	data := t.TempDir()
	left, old := filepath.Join(data, ".tungbuoc-123456"), time.Now().Add(-48*time.Hour)
	if err := errors.Join(os.WriteFile(left, []byte("half"), 0o600), os.Chtimes(left, old, old)); err != nil {
		t.Fatal(err)
	}
	s.mustKiosk("--data", data)
	until(t, s.end, "the leftover to go", func() bool {
		_, err := os.Stat(left)
		return os.IsNotExist(err)
	})
}

func TestSecondStartSaysSoAndFirstStays(t *testing.T) {
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.see("Sinh con")
	ctx, cancel := context.WithDeadline(t.Context(), s.end)
	defer cancel()
	second := s.command("--data", k.data)
	out, err := output(ctx, second)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("second start: %v", err)
	}
	if !strings.Contains(out, "Từng Bước đang mở rồi") {
		t.Errorf("second start said %q", out)
	}
	s.see("Sinh con")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
	log, err := os.ReadFile(filepath.Join(k.data, "tungbuoc.log"))
	if err != nil || !strings.Contains(string(log), "brought forward") {
		t.Errorf("the first window was not brought forward: %v", err)
	}
}

// A folder that cannot be used must cost the office its counts, never the
// resident their lesson.
func TestUnusableDataFolderStillServes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk("--data", filepath.Join(file, "below"))
	s.see("thư mục dữ liệu")
	s.picture("notice-1366x768")
	s.see("Sinh con")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

func TestCorruptDatabaseIsSetAside(t *testing.T) {
	s := mustScreen(t, "1366x768")
	data := t.TempDir()
	if err := os.WriteFile(filepath.Join(data, "office.db"), []byte(strings.Repeat("not a database ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	k := s.mustKiosk("--data", data)
	s.see("đã cất sang office-hong-")
	s.see("Sinh con")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
	if kept, _ := filepath.Glob(filepath.Join(data, "office-hong-*.db")); len(kept) != 1 {
		t.Errorf("set aside: %v", kept)
	}
}

func TestWithoutDisplayItSaysSo(t *testing.T) {
	cmd := exec.Command(filepath.Join(repo, "build/bin/tungbuoc"), "--data", t.TempDir())
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "DISPLAY=") && !strings.HasPrefix(v, "WAYLAND_DISPLAY=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(string(out), "Không có màn hình") {
		t.Errorf("%v: %s", err, out)
	}
}
