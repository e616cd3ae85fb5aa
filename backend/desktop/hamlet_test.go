package desktop_test

import (
	"strings"
	"testing"
)

func TestStaffSaveAHamletPack(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	o := order("", 0, "khai-sinh", "vneid")
	o.Hamlet, o.Households = "Nà Khà", 40
	p, err := s.Preview(o, 1)
	if err != nil || p.Pages != 43 || p.Minutes != 3 || !strings.Contains(p.SVG, "Nà Khà") {
		t.Fatalf("%d pages, %d minutes, %v", p.Pages, p.Minutes, err)
	}
	folders, _ := s.Folders()
	if err := s.Save(o, folders[len(folders)-1].Path); err != nil {
		t.Fatal(err)
	}
	if done := wait(t, s); done.State != "done" || done.Done != 43 || !strings.Contains(done.File, "thon-na-kha") {
		t.Errorf("%+v", done)
	}
	if h, err := s.History(); err != nil || len(h) != 1 || h[0].Copies != 40 || h[0].Pages != 43 {
		t.Errorf("%+v, %v", h, err)
	}
}
