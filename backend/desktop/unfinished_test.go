//go:build linux

package desktop_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/printer/cupstest"
)

// pressDir names the data folder in which the test program, started again,
// prints a pack until it is killed.
const pressDir = "TUNGBUOC_TEST_PRESS"

const packPages = 503

func pack() paper.Order {
	o := order("", 0, "khai-sinh", "vneid")
	o.Hamlet, o.Households = "Nà Khà", 500
	return o
}

// The computer goes off while 503 pages are being printed. Opened again, the
// kiosk knows about where it was, and the rest comes out.
func TestPackGoesOnAfterAPowerCut(t *testing.T) {
	if dir := os.Getenv(pressDir); dir != "" {
		s := mustStaff(t, dir)
		if _, err := s.Unlock(1, pin); err != nil {
			t.Fatal(err)
		}
		if err := s.Print(pack(), ""); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		t.Fatal("never killed")
	}
	office := cupstest.Start(t)
	t.Setenv("CUPS_SERVER", office.Socket)
	office.Queue("Van_phong", "")
	office.Paper(true)
	dir := t.TempDir()
	s := mustStaff(t, dir)
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	if u, err := s.Unfinished(); err != nil || u.Title != "" {
		t.Fatalf("nothing was printed yet: %+v, %v", u, err)
	}

	child := exec.Command(os.Args[0], "-test.run", "^TestPackGoesOnAfterAPowerCut$")
	child.Env = append(os.Environ(), pressDir+"="+dir)
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	reached := func() int {
		u, err := s.Unfinished()
		if err != nil {
			t.Fatal(err)
		}
		return u.Done
	}
	for range looks(t, "60 pages") {
		if reached() >= 60 {
			break
		}
	}
	_ = child.Process.Kill()
	_ = child.Wait()

	u, err := s.Unfinished()
	if err != nil || u.Title != "Thôn Nà Khà" || u.Pages != packPages || u.Done < 60 || u.Done >= packPages || !u.Printed {
		t.Fatalf("%+v, %v", u, err)
	}
	// The printing system counts a page when it hands it on: the printer may still be at it.
	for range looks(t, "the pages that are said to be out") {
		if pagesIn(t, office.Out) >= u.Done {
			break
		}
	}
	if err := s.Resume(packPages + 1); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("a page too many: %v", err)
	}
	office.Run("cancel", "-a")
	before := pagesIn(t, office.Out)
	if err := s.Resume(u.Done + 1); err != nil {
		t.Fatal(err)
	}
	if p := until(t, s, "over", over); p.State != "done" || p.Done != packPages {
		t.Fatalf("%+v", p)
	}
	if printed := pagesIn(t, office.Out) - before; printed != packPages-u.Done {
		t.Errorf("%d pages came out, want %d", printed, packPages-u.Done)
	}
	if u, err := s.Unfinished(); err != nil || u.Title != "" {
		t.Errorf("still unfinished: %+v, %v", u, err)
	}
	if h, err := s.History(); err != nil || len(h) != 1 || h[0].Pages != packPages {
		t.Errorf("%+v, %v", h, err)
	}
	if left, _ := os.ReadDir(filepath.Join(dir, "print")); len(left) != 0 {
		t.Errorf("left in the print folder: %v", left)
	}
}

// What is out of a job that staff drop can still be replaced one day.
func TestForgetKeepsWhatIsOut(t *testing.T) {
	office := cupstest.Start(t)
	t.Setenv("CUPS_SERVER", office.Socket)
	office.Queue("Van_phong", "")
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	office.Paper(true)
	if err := s.Print(pack(), ""); err != nil {
		t.Fatal(err)
	}
	until(t, s, "a part out", func(p desktop.ProgressView) bool { return p.Done >= 20 })
	if err := s.Forget(); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("forgotten while it is printed: %v", err)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	until(t, s, "over", over)
	u, err := s.Unfinished()
	if err != nil || u.Done < 20 {
		t.Fatalf("%+v, %v", u, err)
	}
	if err := s.Forget(); err != nil {
		t.Fatal(err)
	}
	if h, err := s.History(); err != nil || len(h) != 1 || h[0].Pages != u.Done {
		t.Errorf("%+v, %v", h, err)
	}
	if err := s.Resume(1); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("got %v", err)
	}
}

func over(p desktop.ProgressView) bool { return p.State != "busy" && p.State != "printing" }

var pagesLine = regexp.MustCompile(`(?m)^Pages:\s+(\d+)`)

// pagesIn counts the pages that came out.
func pagesIn(t *testing.T, dir string) int {
	t.Helper()
	sheets, _ := filepath.Glob(filepath.Join(dir, "job-*.pdf"))
	sum := 0
	for _, sheet := range sheets {
		out, err := exec.Command("pdfinfo", sheet).Output()
		if m := pagesLine.FindSubmatch(out); err == nil && m != nil {
			n, _ := strconv.Atoi(string(m[1]))
			sum += n
		}
	}
	return sum
}
