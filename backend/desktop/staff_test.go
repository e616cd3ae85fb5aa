package desktop_test

import (
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/paper"
)

// pin is that of Lan, the first admin.
const pin = "290511"

func mustStaff(t *testing.T, dir string) *desktop.Staff {
	t.Helper()
	home := t.TempDir()
	if err := os.Mkdir(filepath.Join(home, "Documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	s := desktop.NewStaff(mustResident(t, dir), func() time.Time { return time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC) })
	if dir == "" { // then there is no door
		return s
	}
	return mustEnterCode(t, s)
}

// mustEnterCode enters the set-up code as its file has it, so that the first
// PIN can be chosen, where there is none yet.
func mustEnterCode(t *testing.T, s *desktop.Staff) *desktop.Staff {
	t.Helper()
	door, err := s.Door()
	if err != nil {
		t.Fatal(err)
	}
	if !door.HasPIN {
		if err := s.EnterCode(mustReadCode(t, door.CodeFile)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// mustReadCode gives the set-up code in a file.
func mustReadCode(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.ReplaceAll(line, " ", "")
}

func order(layout string, copies int, services ...string) paper.Order {
	return paper.Order{Services: services, Layout: handout.Layout(layout), Copies: copies, Start: 1}
}

func TestStaffSaveAndHistory(t *testing.T) {
	dir := t.TempDir()
	s := mustStaff(t, dir)
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	p, err := s.Preview(order("a4x8", 9, "khai-sinh", "vneid"), 1)
	if err != nil || p.Pages != 3 || p.Cells != 8 || !strings.HasPrefix(p.SVG, "<svg") {
		t.Fatalf("%d pages of %d, %v", p.Pages, p.Cells, err)
	}
	folders, err := s.Folders()
	if err != nil || len(folders) == 0 {
		t.Fatalf("%v, %v", folders, err)
	}
	documents := folders[len(folders)-1].Path
	if err := s.Save(order("a4x8", 9, "khai-sinh", "vneid"), filepath.Dir(documents)); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("saved into a folder that was not offered: %v", err)
	}
	if err := s.Save(order("a4x8", 9, "khai-sinh", "vneid"), documents); err != nil {
		t.Fatal(err)
	}
	done := wait(t, s)
	if done.State != "done" || done.Done != 3 || filepath.Dir(done.File) != documents {
		t.Fatalf("%+v", done)
	}
	if data, err := os.ReadFile(done.File); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("no PDF: %v", err)
	}
	history, err := s.History()
	if err != nil || len(history) != 1 || history[0].Pages != 3 || history[0].Copies != 9 || history[0].Outdated || len(history[0].Services) != 2 {
		t.Fatalf("%+v, %v", history, err)
	}
	if err := s.Retire(history[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Retire(history[0].ID); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("retired twice: %v", err)
	}
}

func wait(t *testing.T, s *desktop.Staff) desktop.ProgressView {
	t.Helper()
	for range looks(t, "the job to end") {
		p, err := s.Progress()
		if err != nil {
			t.Fatal(err)
		}
		if p.State != "busy" {
			return p
		}
	}
	return desktop.ProgressView{}
}

// looks gives a look at something now and then, until the test's own deadline.
func looks(t *testing.T, what string) iter.Seq[int] {
	t.Helper()
	return func(yield func(int) bool) {
		end, limited := t.Deadline()
		for n := 0; yield(n); n++ {
			if limited && time.Until(end) < 10*time.Second {
				t.Fatal("waited in vain for " + what)
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
}

// Stopped in the middle, nothing half written stays.
func TestStopLeavesNothing(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	folders, _ := s.Folders()
	documents := folders[len(folders)-1].Path
	if err := s.Save(order("a5", 4000, "khai-sinh"), documents); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(order("a5", 1, "khai-sinh"), documents); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("two jobs at once: %v", err)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if p := wait(t, s); p.State != "stopped" {
		t.Errorf("%+v", p)
	}
	left, _ := os.ReadDir(documents)
	if len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if history, _ := s.History(); len(history) != 0 {
		t.Errorf("%+v", history)
	}
}

func TestOrdersThatCannotBe(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	many := make([]string, 61)
	for i := range many {
		many[i] = "khai-sinh"
	}
	for name, tt := range map[string]struct {
		o    paper.Order
		code guide.Code
	}{
		"no service": {order("a5", 1), guide.CodeInvalid}, "unknown layout": {order("a9", 1, "khai-sinh"), guide.CodeInvalid},
		"no copies": {order("a5", 0, "khai-sinh"), guide.CodeInvalid}, "a million": {order("a5", 1_000_000, "khai-sinh"), guide.CodeInvalid},
		"unknown service": {order("a5", 1, "../x"), guide.CodeNotFound}, "too many": {order("a5", 1, many...), guide.CodeInvalid},
	} {
		if _, err := s.Preview(tt.o, 1); guide.ErrorCode(err) != tt.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestStaffWithoutStorage(t *testing.T) {
	s := mustStaff(t, "")
	if _, err := s.Door(); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("got %v", err)
	}
}
