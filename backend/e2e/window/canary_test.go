//go:build window

package window

import (
	"bytes"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"tungbuoc/backend/printer/cupstest"
	"tungbuoc/backend/sqlite"
)

// canary is a word that nobody says. It has no letter that Telex takes for a mark.
const canary = "qkbtmvnpgkq"

func (s *screen) typeCanary() {
	s.t.Helper()
	s.do("key %s", strings.Join(strings.Split(canary, ""), " "))
}

// A whole visit, with all that a resident can leave: a word searched, answers,
// language and letters, a lesson read aloud, a slip that waits for paper. They go in
// the midst of a step, and nothing of it is anywhere.
func TestNothingIsLeftOfAVisit(t *testing.T) {
	t.Parallel()
	office, sound := cupstest.Start(t), mustSound(t)
	office.Queue("May_phieu", "Máy in phiếu")
	data, home := t.TempDir(), t.TempDir()
	// What the engine and the toolkit keep for a user, and the program for a moment.
	env := []string{"HOME=" + home, "CUPS_SERVER=" + office.Socket, "PULSE_SERVER=unix:" + sound.socket}
	for name, below := range map[string]string{"XDG_CACHE_HOME": ".cache", "XDG_DATA_HOME": ".local/share", "XDG_CONFIG_HOME": ".config", "XDG_STATE_HOME": ".local/state", "TMPDIR": "tmp"} {
		dir := filepath.Join(home, below)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		env = append(env, name+"="+dir)
	}
	if err := os.WriteFile(filepath.Join(data, "office.yaml"), []byte("name: Trung tâm\nslip_printer: May_phieu\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	soon(t, data)
	s := mustScreen(t, "1366x768")
	s.env = append(s.env, env...)
	k := s.mustKiosk("--data", data)

	s.touch("Gõ để tìm")
	s.see("Dấu cách")
	s.typeCanary()
	s.see("Ở đây không có mục này.")
	s.do("key ctrl+a ctrl+c ctrl+Insert shift+Left ctrl+x")
	s.touch("Trang đầu")
	s.touch("Chữ to hơn")
	for _, name := range []string{"Sinh con", "Làm giấy khai sinh cho con", "Học từng bước", "Có giấy rồi", "Đã đăng ký", "Bố hoặc mẹ", "Tự làm trên điện thoại", "Có đủ cả"} {
		s.touch(name)
	}
	s.see("Giấy tờ của ông bà")
	s.turnTo("In giấy tờ này")
	s.touch("In giấy tờ này")
	s.see("Mời ông bà lấy phiếu ở máy in.")
	s.touch("Đóng")
	if jobs := office.Run("lpstat", "-o"); !strings.Contains(jobs, "May_phieu") {
		t.Errorf("no slip waits for paper: %q", jobs)
	}
	s.turnTo("Xem từng bước")
	s.touch("Xem từng bước")
	s.touch("Học từ đầu")
	s.touch("Tiếp tục")
	s.touch("Nghe")
	until(t, s.end, "a voice", func() bool { return sound.loudness(time.Second) > 0.01 })
	s.touch("Dừng")
	s.touch("English")
	s.see("Step 2 of 9")
	s.picture("before-the-end-1366x768")
	s.see("Are you still here?")
	s.touch("I am done")
	s.see("Sinh con")
	s.picture("after-the-end-1366x768")

	until(t, s.end, "the slip to be taken back", func() bool { return office.Run("lpstat", "-o") == "" })
	office.Paper(true)
	for _, name := range s.do("names").Names {
		for _, trace := range []string{canary, "Step 2", "Giấy chứng sinh"} {
			if strings.Contains(strings.ToLower(name), strings.ToLower(trace)) {
				t.Errorf("on the screen stands %q", name)
			}
		}
	}
	if at := slices.IndexFunc(s.do("copied").Names, func(text string) bool { return text != "" }); at >= 0 {
		t.Errorf("something can be pasted, from place %d", at)
	}
	noTrace(t, data, home) // while the database has its log beside it
	// The next resident begins as all do.
	s.touch("Gõ để tìm")
	s.see("Dấu cách")
	if a := s.try("wait 0 %s", "Ở đây không có mục này."); a.OK {
		t.Error("the next resident finds what was searched")
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
	noTrace(t, data, home)
	if rest, _ := os.ReadDir(filepath.Join(data, "print")); len(rest) > 0 {
		t.Errorf("left for the printer: %v", rest)
	}
	if out, _ := filepath.Glob(filepath.Join(office.Out, "job-*.pdf")); len(out) > 0 {
		t.Errorf("came out after the visit: %v", out)
	}
}

// What this program has put where others paste from goes at the end of a visit; what
// staff have copied waits until they can have pasted it, and what another program has
// there is not the kiosk's.
func TestWhatIsCopiedGoesWithTheVisit(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	pasted := func() string { return strings.Join(s.do("copied").Names, "|") }
	s.desk(k.data)
	s.typeCanary()
	s.do("key ctrl+a ctrl+c")
	until(t, s.end, "staff's word to be copied", func() bool { return strings.Contains(pasted(), canary) })
	s.touch("Khóa bàn in")
	s.visit()
	if got := pasted(); !strings.HasPrefix(got, canary) {
		t.Errorf("what staff had copied is gone: %q", got)
	}
	s.visit()
	until(t, s.end, "what was copied to go", func() bool { return pasted() == "||" })
	s.do("copy of another program")
	s.visit()
	s.visit()
	if got := pasted(); got != "of another program||" {
		t.Errorf("another program's: %q", got)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// visit is somebody who takes a code along and says that it helped.
func (s *screen) visit() {
	s.t.Helper()
	for _, name := range []string{"Sinh con", "Làm giấy khai sinh cho con", "Quét là mở", "Đã mở được trang"} {
		s.touch(name)
	}
	s.turnTo("Tôi rõ rồi")
	s.touch("Tôi rõ rồi")
	s.touch("Có giúp")
	s.touch("Về trang đầu")
	s.see("Sinh con")
}

// turnTo turns the pages of a list until something is on the glass.
func (s *screen) turnTo(name string) {
	s.t.Helper()
	until(s.t, s.end, name, func() bool {
		if s.try("wait 1 %s", name).OK {
			return true
		}
		s.try("touch 0 %s", "Trang sau")
		return false
	})
}

// soon sets an office's kiosk to wait as short as it can.
func soon(t *testing.T, dir string) {
	t.Helper()
	db, err := sqlite.Open(t.Context(), dir, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.SetSetting(t.Context(), "idle", "60"); err != nil {
		t.Fatal(err)
	}
}

// noTrace looks for the canary in all files below folders, in their names too, as
// text of one byte a letter and of two.
func noTrace(t *testing.T, folders ...string) {
	t.Helper()
	var wide []byte
	for _, unit := range utf16.Encode([]rune(canary)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // gone meanwhile
			}
			if strings.Contains(strings.ToLower(d.Name()), canary) {
				t.Errorf("%s is called by it", path)
			}
			if !d.Type().IsRegular() {
				return nil
			}
			data, err := os.ReadFile(path)
			if lower := bytes.ToLower(data); err == nil && (bytes.Contains(lower, []byte(canary)) || bytes.Contains(lower, wide)) {
				t.Errorf("%s holds it", path)
			}
			return nil
		})
	}
}
