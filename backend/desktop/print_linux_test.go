package desktop_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer/cupstest"
)

// What staff print comes out of a real CUPS queue and can be scanned; a printer
// without paper says so and goes on when it has some.
func TestStaffPrint(t *testing.T) {
	office := cupstest.Start(t)
	t.Setenv("CUPS_SERVER", office.Socket)
	dir := t.TempDir()
	s := mustStaff(t, dir)
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	if found, err := s.Printers(); err != nil || len(found.Printers) != 0 || found.Problem == "" {
		t.Fatalf("%+v, %v", found, err)
	}
	office.Queue("Van_phong", "Máy in phòng một cửa")
	found, err := s.Printers()
	if err != nil || len(found.Printers) != 1 || !found.Printers[0].Ready || found.Printers[0].About != "Máy in phòng một cửa" {
		t.Fatalf("%+v, %v", found, err)
	}
	if err := s.Print(order("a4x8", 8, "khai-sinh"), "Van_phong"); err != nil {
		t.Fatal(err)
	}
	until(t, s, "out of paper", func(p desktop.ProgressView) bool { return strings.Contains(p.Problem, "hết giấy") })
	office.Paper(true)
	if p := until(t, s, "over", func(p desktop.ProgressView) bool { return p.State != "busy" && p.State != "printing" }); p.State != "done" {
		t.Fatalf("%+v", p)
	}
	sheets, _ := filepath.Glob(filepath.Join(office.Out, "job-*.pdf"))
	if len(sheets) != 1 {
		t.Fatalf("printed %v", sheets)
	}
	picture := filepath.Join(t.TempDir(), "sheet")
	if out, err := exec.Command("pdftoppm", "-r", "200", "-gray", "-singlefile", sheets[0], picture).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	codes, err := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture+".pgm").Output()
	if err != nil || strings.Count(string(codes), "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7") != 8 {
		t.Errorf("read %q, %v", codes, err)
	}
	if h, err := s.History(); err != nil || len(h) != 1 || !h[0].Printed {
		t.Errorf("%+v, %v", h, err)
	}
	if left, _ := os.ReadDir(filepath.Join(dir, "print")); len(left) != 0 {
		t.Errorf("left in the print folder: %v", left)
	}
}

// Staff stop a job that waits for paper: it is gone from the queue, and not
// among what was printed.
func TestStaffStopThePrinter(t *testing.T) {
	office := cupstest.Start(t)
	t.Setenv("CUPS_SERVER", office.Socket)
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	office.Queue("Van_phong", "")
	if err := s.Print(order("a5", 1, "khai-sinh"), ""); err != nil {
		t.Fatal(err)
	}
	until(t, s, "printing", func(p desktop.ProgressView) bool { return p.State == "printing" })
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if p := until(t, s, "over", func(p desktop.ProgressView) bool { return p.State != "busy" && p.State != "printing" }); p.State != "stopped" {
		t.Errorf("%+v", p)
	}
	if left := office.Run("lpstat", "-o"); strings.TrimSpace(left) != "" {
		t.Errorf("still in the queue: %s", left)
	}
	if h, _ := s.History(); len(h) != 0 {
		t.Errorf("%+v", h)
	}
}

func until(t *testing.T, s *desktop.Staff, what string, ok func(desktop.ProgressView) bool) desktop.ProgressView {
	t.Helper()
	var p desktop.ProgressView
	for range looks(t, what) {
		var err error
		if p, err = s.Progress(); err != nil {
			t.Fatal(err)
		}
		if ok(p) {
			break
		}
	}
	return p
}

// A resident's own slip has only the papers that apply to them, until the
// day's slips are used up.
func TestResidentPrintsTheirPapers(t *testing.T) {
	office := cupstest.Start(t)
	t.Setenv("CUPS_SERVER", office.Socket)
	office.Queue("May_phieu", "Máy in phiếu")
	office.Paper(true)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "office.yaml"), []byte("name: Trung tâm\nslip_printer: May_phieu\nslip_quota: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := mustResident(t, dir)
	if boot, err := r.Boot("vi"); err != nil || !boot.Slips {
		t.Fatalf("slips offered: %v, %v", boot.Slips, err)
	}
	answers := map[string]string{"paper": "yes", "married": "yes", "who": "parent", "way": "phone"}
	if err := r.Slip("khai-sinh", answers, "vi"); err != nil {
		t.Fatal(err)
	}
	var sheets []string
	for range looks(t, "a slip") {
		if sheets, _ = filepath.Glob(filepath.Join(office.Out, "job-*.pdf")); len(sheets) > 0 {
			break
		}
	}
	if len(sheets) != 1 {
		t.Fatalf("printed %v", sheets)
	}
	text, err := exec.Command("pdftotext", "-layout", sheets[0], "-").Output()
	if err != nil || !strings.Contains(string(text), "Giấy tờ của ông bà") || strings.Contains(string(text), "nếu cần") || strings.Contains(string(text), "ủy quyền") {
		t.Errorf("%s %v", text, err)
	}
	if err := r.Slip("khai-sinh", answers, "vi"); guide.ErrorCode(err) != guide.CodeUnavailable || !strings.Contains(guide.Message(err), "Hôm nay đã in hết") {
		t.Errorf("over the quota: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Join(dir, "print")); len(left) != 0 {
		t.Errorf("left in the print folder: %v", left)
	}
	// What is the matter with the printer is nothing a resident can read.
	t.Setenv("CUPS_SERVER", filepath.Join(dir, "nobody"))
	if err := os.WriteFile(filepath.Join(dir, "office.yaml"), []byte("name: Trung tâm\nslip_printer: May_phieu\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	resting := mustResident(t, dir)
	if err := resting.Slip("khai-sinh", answers, "vi"); guide.Message(err) != "Máy in đang nghỉ. Mời ông bà gọi cán bộ." {
		t.Errorf("without a printer: %v", err)
	}
	// An office without a slip printer offers none.
	plain := mustResident(t, t.TempDir())
	if boot, _ := plain.Boot("vi"); boot.Slips {
		t.Error("slips are offered without a printer")
	}
	if err := plain.Slip("khai-sinh", answers, "vi"); guide.ErrorCode(err) != guide.CodeUnavailable {
		t.Errorf("got %v", err)
	}
}

// A sheet through Debian's own PDF printer, and what a phone reads from it.
func TestStaffPrintOnCUPSPDF(t *testing.T) {
	office := cupstest.Start(t)
	t.Setenv("CUPS_SERVER", office.Socket)
	out := office.CUPSPDF("PDF")
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	if err := s.Print(order("a4x8", 1, "khai-sinh", "tam-tru", "thuong-tru", "xac-nhan-hon-nhan", "trich-luc", "khai-tu", "vneid"), "PDF"); err != nil {
		t.Fatal(err)
	}
	if p := until(t, s, "over", over); p.State != "done" {
		t.Fatalf("%+v", p)
	}
	var sheets []string
	for range looks(t, "a sheet") {
		if sheets, _ = filepath.Glob(filepath.Join(out, "*.pdf")); len(sheets) > 0 {
			break
		}
	}
	if len(sheets) != 1 {
		all, _ := os.ReadDir(out)
		t.Fatalf("printed %v of %v", sheets, all)
	}
	picture := filepath.Join(t.TempDir(), "sheet")
	if out, err := exec.Command("pdftoppm", "-r", "150", "-gray", "-singlefile", sheets[0], picture).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	codes, err := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture+".pgm").Output()
	if err != nil || strings.Count(string(codes), "https://") != 8 { // the app has two
		t.Errorf("read %q, %v", codes, err)
	}
}
