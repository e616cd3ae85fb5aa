package paper_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

// A resident's slip that is on its way stays, whatever staff begin meanwhile;
// what an earlier run left is gone.
func TestSlipOnItsWayStays(t *testing.T) {
	s := mustShop(t, t.TempDir())
	left := filepath.Join(s.dir, "print", "left.pdf")
	s.do(os.MkdirAll(filepath.Dir(left), 0o700))
	s.do(os.WriteFile(left, nil, 0o600))
	s.tray.hold["phieu"], s.tray.asked = make(chan struct{}), make(chan string, 10)
	answers := guide.Answers{"paper": "yes", "married": "yes", "who": "parent"}
	slip := make(chan error, 1)
	go func() { slip <- s.Slip(t.Context(), "khai-sinh", answers, "vi") }()
	if name := <-s.tray.asked; name != "phieu" {
		t.Fatalf("%s was handed something first", name)
	}
	s.do(s.Print(t.Context(), order("a5", 3, "khai-sinh"), "A"))
	if got := s.over(); got.State != worker.Done {
		t.Fatalf("%+v", got)
	}
	s.do(s.PrintRuler(t.Context(), "A", "a4"))
	close(s.tray.hold["phieu"])
	if err := <-slip; err != nil {
		t.Errorf("the slip did not arrive: %v", err)
	}
	var names []string
	for _, f := range s.tray.files() {
		names = append(names, f.file)
	}
	if len(names) != 3 || len(slices.Compact(slices.Sorted(slices.Values(names)))) != 3 {
		t.Errorf("files %v", names)
	}
	if rest, _ := os.ReadDir(filepath.Join(s.dir, "print")); len(rest) != 0 {
		t.Errorf("left in the spool: %v", rest)
	}
}

// On a roll every slip is printed on paper of its own length, staff's like
// residents'.
func TestSlipsHaveTheirOwnLength(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.do(s.Print(t.Context(), order("slip80", 2, "khai-sinh", "vneid"), "phieu"))
	if got := s.over(); got.State != worker.Done || got.Done != 4 {
		t.Fatalf("%+v", got)
	}
	job, err := s.Make(order("slip80", 1, "khai-sinh", "vneid"))
	s.do(err)
	var want []handed
	for page, err := range job.Pages().From(1) {
		s.do(err)
		want = append(want, handed{pages: 2, options: printer.Options{Copies: 1, Title: "Từng Bước", PaperMM: [2]float64{page.W, page.H}}})
	}
	got := s.tray.files()
	for i := range got {
		got[i].printer, got[i].file = "", ""
	}
	if !slices.Equal(got, want) || want[0].options.PaperMM == want[1].options.PaperMM {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// Of many who print at the same moment one does, and what is remembered is what
// is printed.
func TestOnePrintsAtATime(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.tray.waiting = true
	var all sync.WaitGroup
	var mu sync.Mutex
	var begun []int
	for n := 1; n <= 12; n++ {
		all.Go(func() {
			err := s.Print(t.Context(), order("a5", n, "khai-sinh"), "A")
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				begun = append(begun, n)
			} else if guide.ErrorCode(err) != guide.CodeBusy {
				t.Error(err)
			}
		})
	}
	all.Wait()
	note, ok, err := s.db.Job(t.Context())
	if len(begun) != 1 || !ok || err != nil || note.Pages != begun[0] {
		t.Fatalf("%v began, %+v is remembered, %v", begun, note, err)
	}
	for name, do := range map[string]func() error{
		"save":   func() error { return s.Save(t.Context(), order("a5", 1, "khai-sinh"), s.dir) },
		"resume": func() error { return s.Resume(t.Context(), 1) },
		"forget": func() error { return s.Forget(t.Context()) },
		"ruler":  func() error { return s.PrintRuler(t.Context(), "A", "a4") },
	} {
		if err := do(); guide.ErrorCode(err) != guide.CodeBusy {
			t.Errorf("%s beside a job: %v", name, err)
		}
	}
	if _, ok, err := s.Unfinished(t.Context()); ok || err != nil {
		t.Errorf("a job under way is called unfinished, %v", err)
	}
}

// A printer gets a few pages at a time, and resuming begins at the page that
// staff say.
func TestPartsAndResume(t *testing.T) {
	s := mustShop(t, t.TempDir())
	counts := func() (pages []int) {
		for _, f := range s.tray.files() {
			pages = append(pages, f.pages)
		}
		return pages
	}
	s.do(s.Print(t.Context(), order("a5", 45, "khai-sinh"), "A"))
	s.over()
	if got := counts(); !slices.Equal(got, []int{20, 20, 5}) {
		t.Errorf("parts of %v pages", got)
	}
	s.tray.refuse = guide.Errorf(guide.CodeUnavailable, "Máy in hết giấy.")
	s.do(s.Print(t.Context(), order("a5", 45, "khai-sinh"), "A"))
	if got := s.over(); got.State != worker.Failed || got.Problem != "Máy in hết giấy." {
		t.Fatalf("%+v", got)
	}
	s.tray.refuse = nil
	for _, from := range []int{0, 46} {
		if err := s.Resume(t.Context(), from); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("from %d: %v", from, err)
		}
	}
	before := len(s.tray.files())
	s.do(s.Resume(t.Context(), 44))
	if got := s.over(); got.State != worker.Done || got.Done != 45 || !slices.Equal(counts()[before:], []int{2}) {
		t.Errorf("%+v, %v", got, counts()[before:])
	}
	if batches, err := s.db.Batches(t.Context(), 9); err != nil || len(batches) != 2 || batches[0].Pages != 45 || batches[0].Copies != 45 {
		t.Errorf("%+v, %v", batches, err)
	}
}

// A file is written whole, from the first page, and what is half written goes.
func TestSave(t *testing.T) {
	s := mustShop(t, t.TempDir())
	folder := t.TempDir()
	o := order("", 0, "khai-sinh", "vneid")
	o.Hamlet, o.Households, o.Large = "Nà Khà", 12, true
	s.do(s.Save(t.Context(), o, folder))
	got := s.over()
	if got.State != worker.Done || got.Done != 15 || filepath.Base(got.File) != "thon-na-kha-va-1-dich-vu-a4x8-20261123-080000.pdf" {
		t.Fatalf("%+v", got)
	}
	if data, err := os.ReadFile(got.File); err != nil || strings.Count(string(data), "/Type /Page\n") != 15 {
		t.Errorf("%d pages, %v", strings.Count(string(data), "/Type /Page\n"), err)
	}
	if batches, err := s.db.Batches(t.Context(), 9); err != nil || len(batches) != 1 || batches[0].Copies != 12 || batches[0].Layout != string(handout.HamletLayout) || batches[0].Way != guide.Saved {
		t.Errorf("%+v, %v", batches, err)
	}
	gone := filepath.Join(folder, "gone")
	s.do(s.Save(t.Context(), order("a5", 2, "khai-sinh"), gone))
	if got := s.over(); got.State != worker.Failed {
		t.Errorf("%+v", got)
	}
	if note, ok, err := s.Unfinished(t.Context()); err != nil || !ok || note.Way != guide.Saved || note.Place != gone {
		t.Errorf("%+v, %v", note, err)
	}
	s.do(os.Mkdir(gone, 0o700))
	s.do(s.Resume(t.Context(), 2))
	if got := s.over(); got.State != worker.Done || got.Done != 2 {
		t.Errorf("%+v", got)
	}
}

// What was printed of a job that is dropped is remembered even when the content
// has lost the service since.
func TestForgetWhatCanNoLongerBeMade(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.do(s.Forget(t.Context())) // nothing to forget is no error
	kept, err := paper.Pack(order("a4x8", 8, "khai-sinh"))
	s.do(err)
	s.do(s.db.BeginJob(t.Context(), guide.Unfinished{Title: "x", Order: kept, Way: guide.Printed, Place: "A", Pages: 4, Done: 3}))
	s.pack = &guide.Pack{Info: s.pack.Info}
	if err := s.Resume(t.Context(), 1); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("resumed: %v", err)
	}
	s.do(s.Forget(t.Context()))
	batches, err := s.db.Batches(t.Context(), 9)
	if err != nil || len(batches) != 1 || batches[0].Pages != 3 || batches[0].Layout != "a4x8" || len(batches[0].Services) != 1 || batches[0].Services[0].Service != "khai-sinh" {
		t.Errorf("%+v, %v", batches, err)
	}
	if _, ok, err := s.Unfinished(t.Context()); ok || err != nil {
		t.Errorf("still there, %v", err)
	}
}

// A network that no code can be made of stops no paper, and staff are told.
func TestPaperWithoutTheNetwork(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.office.WiFi = &guide.WiFi{Name: strings.Repeat("Một cửa ", 9)}
	for _, l := range handout.Layouts {
		job, err := s.Make(order(l, 1, "khai-sinh", "vneid"))
		if err != nil {
			t.Fatalf("%s: %v", l, err)
		}
		told := len(job.Warnings) == 1 && strings.Contains(job.Warnings[0], "office.yaml")
		if room := l.WiFiMM() > 0; told != room || len(job.Warnings) > 1 {
			t.Errorf("%s: %q", l, job.Warnings)
		}
	}
	s.do(s.Print(t.Context(), order("a5", 1, "khai-sinh"), "A"))
	if got := s.over(); got.State != worker.Done || len(got.Warnings) != 1 {
		t.Errorf("%+v", got)
	}
	s.do(s.Slip(t.Context(), "khai-sinh", guide.Answers{"paper": "yes", "married": "yes", "who": "parent"}, "vi"))
}

// Residents have so many slips a day.
func TestSlipQuota(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.office.SlipQuota = 2
	answers := guide.Answers{"paper": "yes", "married": "yes", "who": "parent"}
	for n := range 3 {
		err := s.Slip(t.Context(), "khai-sinh", answers, "vi")
		if want := map[bool]guide.Code{true: "", false: guide.CodeUnavailable}[n < 2]; guide.ErrorCode(err) != want {
			t.Errorf("slip %d: %v", n+1, err)
		}
	}
	s.office.SlipPrinter = ""
	if err := s.Slip(t.Context(), "khai-sinh", answers, "vi"); guide.ErrorCode(err) != guide.CodeUnavailable {
		t.Errorf("without a printer: %v", err)
	}
}

// A slip can be had before any question is answered; it then says all that may
// be needed.
func TestSlipBeforeTheQuestionsAreAnswered(t *testing.T) {
	s := mustShop(t, t.TempDir())
	for _, answers := range []guide.Answers{nil, {"paper": "yes"}} {
		if err := s.Slip(t.Context(), "khai-sinh", answers, "vi"); err != nil {
			t.Errorf("%v: %v", answers, err)
		}
	}
	if n := len(s.tray.files()); n != 2 {
		t.Errorf("%d slips at the printer, want 2", n)
	}
}

// An answer that sends people elsewhere first leaves a slip with all that may be
// needed, and never one without papers.
func TestSlipOfALessonThatIsNotWalked(t *testing.T) {
	s := mustShop(t, t.TempDir())
	pack := *s.pack
	pack.Services = slices.Clone(pack.Services)
	s.pack = &pack
	service, err := pack.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	service.Facts = slices.Clone(service.Facts)
	service.Facts[0].Answers = slices.Clone(service.Facts[0].Answers)
	service.Facts[0].Answers[0].First = "vneid"
	first := guide.Answers{service.Facts[0].Key: service.Facts[0].Answers[0].Key}
	for _, answers := range []guide.Answers{nil, first} {
		if err := s.Slip(t.Context(), "khai-sinh", answers, "vi"); err != nil {
			t.Fatal(err)
		}
	}
	if files := s.tray.files(); len(files) != 2 || files[0].options.PaperMM != files[1].options.PaperMM {
		t.Errorf("%+v", files)
	}
}

// The ruler is printed on its own paper, and what is measured is kept for that
// printer and layout.
func TestRuler(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.do(s.PrintRuler(t.Context(), "A", "slip80"))
	ruler, err := s.Ruler(t.Context(), "A", "slip80")
	if got := s.tray.files()[0].options.PaperMM; err != nil || got[0] != 80 || got[1] < ruler.Down || ruler.Measured != "" {
		t.Errorf("on %v mm, %+v, %v", got, ruler, err)
	}
	s.do(s.Calibrate(t.Context(), "A", "slip80", ruler.Across*0.97, ruler.Down))
	if ruler, err = s.Ruler(t.Context(), "A", "slip80"); err != nil || ruler.Measured != "2026-11-23" {
		t.Errorf("%+v, %v", ruler, err)
	}
	for name, do := range map[string]func() error{
		"ruler":     func() error { _, err := s.Ruler(t.Context(), "A", "a9"); return err },
		"print":     func() error { return s.PrintRuler(t.Context(), "A", "a9") },
		"calibrate": func() error { return s.Calibrate(t.Context(), "A", "a9", 1, 1) },
		"too long":  func() error { return s.Calibrate(t.Context(), "A", "a4", 500, 500) },
	} {
		if err := do(); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every sheet has a name that printers know; only a roll is a size of its own.
func TestPrintersKnowEverySheet(t *testing.T) {
	for _, l := range handout.Layouts {
		page, err := handout.Ruler(l)
		if err != nil {
			t.Fatal(err)
		}
		name := printer.StandardName([2]float64{page.W, page.H})
		if name != l.Media() {
			t.Errorf("%s: printers are asked for %q, the layout says %q", l, name, l.Media())
		}
	}
}

func TestFileNames(t *testing.T) {
	s := mustShop(t, t.TempDir())
	job, err := s.Make(order("a5", 1, "khai-sinh"))
	if want := fmt.Sprintf("lam-giay-khai-sinh-cho-con-a5-%s.pdf", now.Format("20060102-150405")); err != nil || job.FileName() != want {
		t.Errorf("%s, %v", job.FileName(), err)
	}
}
