package paper_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

// The desk prints on the printer it printed on last, also after a restart; one
// that is gone is named, and another is not taken in its place.
func TestTheDesksPrinter(t *testing.T) {
	dir := t.TempDir()
	s := mustShop(t, dir)
	s.tray.printers = []printer.Printer{
		{Name: "A", About: "Máy in phòng một cửa", Default: true, Accepting: true},
		{Name: "B", About: "Máy in Tư pháp", Accepting: true, State: printer.Stopped, Reason: "Máy in tắt. Mời bật máy in."},
	}
	want := paper.Printing{Chosen: "A", Printers: []paper.Choice{
		{Name: "A", About: "Máy in phòng một cửa", Ready: true}, {Name: "B", About: "Máy in Tư pháp", Reason: "Máy in tắt. Mời bật máy in."},
	}}
	if got := s.Printing(t.Context()); !reflect.DeepEqual(got, want) {
		t.Errorf("at first: %+v", got)
	}
	s.do(s.Print(t.Context(), order("a5", 1, "khai-sinh"), "B"))
	s.over()
	again := mustShop(t, dir)
	again.tray.printers = s.tray.printers
	if got := again.Printing(t.Context()); got.Chosen != "B" || got.Gone != "" {
		t.Errorf("after a restart: %+v", got)
	}
	again.tray.printers = s.tray.printers[:1]
	if got := again.Printing(t.Context()); got.Chosen != "" || got.Gone != "Máy in Tư pháp" || len(got.Printers) != 1 {
		t.Errorf("without it: %+v", got)
	}
	again.tray.listing = guide.Errorf(guide.CodeUnavailable, "Phần in của máy (CUPS) chưa chạy.")
	if got := again.Printing(t.Context()); got.Problem != "Phần in của máy (CUPS) chưa chạy." || got.Gone == "" || len(got.Printers) != 0 {
		t.Errorf("without CUPS: %+v", got)
	}
	// Whom nobody has chosen, and who cannot print, is not proposed.
	other := mustShop(t, t.TempDir())
	other.tray.printers = []printer.Printer{{Name: "B", Default: true, State: printer.Stopped}}
	if got := other.Printing(t.Context()); got.Chosen != "" || got.Gone != "" || got.Printers[0].About != "B" {
		t.Errorf("a default that is off: %+v", got)
	}
}

// What was printed most in the last week is offered, what is no longer in
// the content is not.
func TestWhatIsOftenPrinted(t *testing.T) {
	s := mustShop(t, t.TempDir())
	supply, err := s.Supply(t.Context())
	if err != nil || len(supply.Often) != 0 || len(supply.Layouts) != len(handout.Layouts) {
		t.Fatalf("%+v, %v", supply, err)
	}
	print := func(services ...string) {
		b := guide.Batch{Layout: "a5", Copies: 1, Pages: 1, Way: guide.Printed}
		for _, key := range services {
			b.Services = append(b.Services, guide.BatchService{Service: key, Title: key})
		}
		if _, err := s.db.KeepBatch(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	*s.today = now.AddDate(0, 0, -8)
	for range 9 {
		print("khai-tu")
	}
	*s.today = now.AddDate(0, 0, -6)
	print("khai-sinh", "gone")
	print("vneid", "khai-sinh")
	*s.today = now
	print("zalo")
	supply, err = s.Supply(t.Context())
	var keys []string
	for _, f := range supply.Often {
		keys = append(keys, f.Key)
	}
	if want := []string{"khai-sinh", "zalo", "vneid"}; err != nil || !slices.Equal(keys, want) || supply.Often[0].Title != "Làm giấy khai sinh cho con" {
		t.Errorf("%+v, %v; want %v", supply.Often, err, want)
	}
}

// The history says what, on what, for whom, where and how many of each; an
// order that counts each service by itself goes on as it was.
func TestHistoryAndCountsOfEach(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.tray.printers = []printer.Printer{{Name: "A", About: "Máy in phòng một cửa", Accepting: true}}
	o := order("a4x4", 1, "khai-sinh", "vneid")
	o.Counts = []int{6, 2}
	s.tray.refuse = guide.Errorf(guide.CodeUnavailable, "Máy in hết giấy.")
	s.do(s.Print(t.Context(), o, "A"))
	s.over()
	s.tray.refuse = nil
	if left, err := s.Left(t.Context()); err != nil || left.Pages != 2 || left.Place != "Máy in phòng một cửa" || !left.Printed {
		t.Fatalf("%+v, %v", left, err)
	}
	s.do(s.Resume(t.Context(), 1))
	if got := s.over(); got.State != worker.Done || got.Done != 2 {
		t.Fatalf("%+v", got)
	}
	folder := filepath.Join(t.TempDir(), "Tài liệu")
	s.do(os.Mkdir(folder, 0o700))
	pack := paper.Order{Services: []string{"khai-sinh"}, Hamlet: "Nà Khà", Households: 12, Counts: []int{7}}
	s.do(s.Save(t.Context(), pack, folder))
	s.over()
	made, err := s.History(t.Context())
	for i := range made {
		made[i].Edition = 0
	}
	want := []paper.Made{
		{ID: 2, Made: "2026-11-23 08:00", Layout: string(handout.HamletLayout), Hamlet: "Nà Khà", Place: "Tài liệu", Copies: 12, Pages: 15,
			Services: []paper.MadeService{{Key: "khai-sinh", Title: "Làm giấy khai sinh cho con", Copies: 12, Why: []string{}}}},
		{ID: 1, Made: "2026-11-23 08:00", Layout: "a4x4", Place: "Máy in phòng một cửa", Copies: 6, Pages: 2, Printed: true,
			Services: []paper.MadeService{
				{Key: "khai-sinh", Title: "Làm giấy khai sinh cho con", Copies: 6, Why: []string{}},
				{Key: "vneid", Title: "Cài và kích hoạt VNeID mức 2", Copies: 2, Why: []string{}},
			}},
	}
	if err != nil || !reflect.DeepEqual(made, want) {
		t.Errorf("%+v, %v", made, err)
	}
}

// One row of the table of layouts is one thumbnail: each has a name by its use
// and a size of its own, and a shape.
func TestEveryLayoutHasALook(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range handout.Layouts {
		look := l.Look()
		if look.Name != l || look.Vi == "" || look.En == "" || look.SizeVi == "" || look.SizeEn == "" || look.Width <= 0 || look.Columns*look.Rows < 1 {
			t.Errorf("%s: %+v", l, look)
		}
		if seen[look.Vi] {
			t.Errorf("two layouts are called %s", look.Vi)
		}
		seen[look.Vi] = true
		if (look.Sheet == "") != (l.Media() == "") || !strings.Contains(strings.ToLower(l.Media()), strings.ToLower(look.Sheet)) {
			t.Errorf("%s is printed on %q", l, look.Sheet)
		}
	}
}

// What the office itself says is on the sheet, too: changed, the sheet is to be
// replaced, and true again once it says what it said.
func TestSheetsWithOtherWordsOfTheOffice(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.do(s.Save(t.Context(), order("a4", 1, "khai-sinh", "vneid"), t.TempDir()))
	s.over()
	province, office := s.pack, s.office
	said := func() (why []string) {
		t.Helper()
		made, err := s.History(t.Context())
		if err != nil || len(made) != 1 || made[0].Outdated != (len(made[0].Services[0].Why) > 0) {
			t.Fatalf("%+v, %v", made, err)
		}
		if birth, other := made[0].Services[0], made[0].Services[1]; birth.Key == "khai-sinh" {
			return append(birth.Why, other.Why...)
		}
		t.Fatalf("%+v", made)
		return nil
	}
	if why := said(); len(why) != 0 {
		t.Fatal(why)
	}
	birth, err := province.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	item := guide.FullID(false, birth.Key, birth.Checklist[0].ID)
	place, err := province.Place(item)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(){
		"a note": func() {
			s.pack = province.WithLocal(guide.Local{Notes: []guide.Note{{Target: item, Shown: "Nộp tại bàn 3", Words: place.Words()}}})
		},
		"a sentence": func() {
			s.pack = province.WithLocal(guide.Local{Wordings: []guide.Wording{{Target: item, Say: "Giấy chứng sinh bản chính", Words: place.Words()}}})
		},
		"a telephone": func() { s.office.Phone = "0207 3 999 999" },
	} {
		change()
		want := []string{"Lời của xã trên tờ đã đổi."}
		if name == "a telephone" { // it is on every sheet
			want = append(want, want...)
		}
		if why := said(); !slices.Equal(why, want) {
			t.Errorf("%s: %q", name, why)
		}
		s.pack, s.office = province, office
		if why := said(); len(why) != 0 {
			t.Errorf("after %s: %q", name, why)
		}
	}
}
