package desktop_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
)

// A stick that cannot be written to: each time staff read what happened and what
// to do, the log has the cause, and the order is kept until it is saved.
func TestStickThatCannotBeWrittenTo(t *testing.T) {
	s, log, stick := mustStick(t)
	replace := func(with func() error) {
		t.Helper()
		if err := os.Remove(stick); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if err := with(); err != nil {
			t.Fatal(err)
		}
	}
	save := func() error { return s.Save(order("a4x8", 9, "khai-sinh", "vneid"), stick) }
	goOn := func() error { return s.Resume(1) }
	for _, tt := range []struct {
		name  string
		stick func() error
		do    func() error
		says  string
		cause string
	}{
		// Nobody may write there, not even root.
		{"locked", func() error { return os.Symlink("/sys", stick) }, save, "Nơi này không cho ghi %s. Mời xem khóa ghi của USB, hoặc chọn nơi khác.", "permission denied"},
		{"pulled", func() error { return nil }, goOn, "Không còn thấy nơi để ghi %s. Mời xem USB còn cắm không, rồi thử lại.", "no such file or directory"},
		{"a file in its place", func() error { return os.WriteFile(stick, nil, 0o600) }, goOn, "Không còn thấy nơi để ghi %s. Mời xem USB còn cắm không, rồi thử lại.", "not a directory"},
	} {
		replace(tt.stick)
		if err := tt.do(); err != nil {
			t.Fatal(tt.name, err)
		}
		p := wait(t, s)
		left, err := s.Unfinished()
		if err != nil || left.Title == "" || left.Pages != 3 || left.Printed {
			t.Fatalf("%s: the order is lost: %+v, %v", tt.name, left, err)
		}
		before, after, _ := strings.Cut(tt.says, "%s")
		file, found := strings.CutPrefix(p.Problem, before)
		file, ends := strings.CutSuffix(file, after)
		if p.State != "failed" || !found || !ends || !strings.HasSuffix(file, ".pdf") || strings.ContainsAny(file, " /") {
			t.Errorf("%s: %+v", tt.name, p)
		}
		if text := log.String(); !strings.Contains(text, "work failed") || !strings.Contains(text, tt.cause) {
			t.Errorf("%s: the log does not say %q: %s", tt.name, tt.cause, text)
		}
	}
	replace(func() error { return os.Mkdir(stick, 0o700) })
	if err := s.Resume(1); err != nil {
		t.Fatal(err)
	}
	if done := wait(t, s); done.State != "done" || filepath.Dir(done.File) != stick {
		t.Errorf("%+v", done)
	}
	if left, err := s.Unfinished(); err != nil || left.Title != "" {
		t.Errorf("still unfinished: %+v, %v", left, err)
	}
}

// A stick that is pulled before its button is touched.
func TestStickThatIsGone(t *testing.T) {
	s, _, stick := mustStick(t)
	desktop.SetSticks()
	err := s.Save(order("a5", 1, "khai-sinh"), stick)
	if guide.ErrorCode(err) != guide.CodeNotFound || guide.Message(err) != "Không còn thấy nơi này. Mời xem USB còn cắm không, rồi chọn lại." {
		t.Errorf("got %v", err)
	}
}

// mustStick gives an office with a stick plugged in, whose door is open.
func mustStick(t *testing.T) (*desktop.Staff, *safeLog, string) {
	t.Helper()
	stick := filepath.Join(t.TempDir(), "USB")
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(desktop.SetSticks(stick))
	t.Setenv("HOME", t.TempDir())
	log := &safeLog{}
	r := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.NewTextHandler(log, nil)), Version: "test", Pack: content.Shipped(), DataDir: t.TempDir(), Idle: desktop.KioskIdle,
	})
	t.Cleanup(func() { desktop.CloseResident(r) })
	s := mustEnterCode(t, desktop.NewStaff(r, time.Now))
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	return s, log, stick
}
