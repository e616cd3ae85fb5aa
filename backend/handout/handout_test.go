package handout_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/qr"
)

var update = flag.Bool("update", false, "rewrite golden files")

var now = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

var office = guide.Office{
	Name: "Trung tâm Phục vụ hành chính công xã Lâm Bình", Phone: "0207 000 0000",
	Hours: []string{"Sáng 7 giờ 30 đến 11 giờ 30, chiều 13 giờ 30 đến 17 giờ"},
}

func mustPack(t testing.TB) *guide.Pack {
	t.Helper()
	return mustLoad(t, content.Shipped())
}

// mustFrozen is for tests that know words of the content: it never changes.
func mustFrozen(t testing.TB) *guide.Pack {
	t.Helper()
	return mustLoad(t, os.DirFS("../content/testdata/frozen"))
}

func mustLoad(t testing.TB, pack fs.FS) *guide.Pack {
	t.Helper()
	lib, report := content.Load(pack)
	if lib == nil {
		t.Fatal(report.Errors)
	}
	return lib.Pack
}

func mustContent(t testing.TB, p *guide.Pack, key string, l handout.Layout) handout.Content {
	t.Helper()
	s, err := p.Service(key)
	if err != nil {
		t.Fatal(err)
	}
	one, err := handout.Make(p, s, handout.Options{Office: office, Team: "Tổ công nghệ số thôn Nà Khà: 0xxx xxx xxx", Now: now, Layout: l})
	if err != nil {
		t.Fatalf("%s: %v", key, err)
	}
	return one
}

func mustLay(t testing.TB, j handout.Job) handout.Pages {
	t.Helper()
	pages, err := j.Lay()
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func mustPages(t testing.TB, j handout.Job) []*handout.Page {
	t.Helper()
	var pages []*handout.Page
	for page, err := range mustLay(t, j).From(1) {
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page)
	}
	return pages
}

func mustPDF(t testing.TB, j handout.Job) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := handout.WritePDF(&b, handout.Document{Title: "Thử", Subject: "bản 1", Made: now}, mustLay(t, j).From(1)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What leaves the program stays as it is: the preview of every layout, for a
// lesson and for an app with two codes. They are of the frozen pack, so that who
// writes content breaks no test of the layout.
func TestGolden(t *testing.T) {
	p := mustFrozen(t)
	for _, key := range []string{"khai-sinh", "vneid"} {
		for _, l := range handout.Layouts {
			pages := mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{mustContent(t, p, key, l)}, Copies: 1, Start: 1})
			got := pages[0].SVG(key)
			file := filepath.Join("testdata", fmt.Sprintf("%s-%s.svg", key, l))
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s differs (go test ./backend/handout -update): %v", file, err)
			}
		}
	}
}

// Every service with a code fits every layout: large print, too. Codes are on
// the page, large enough, in whole dots, and no two things lie on a code.
func TestEveryServiceFitsEveryLayout(t *testing.T) {
	p := mustPack(t)
	printed := 0
	for i := range p.Services {
		s := &p.Services[i]
		if len(s.HandoffLinks()) == 0 {
			continue
		}
		for _, l := range handout.Layouts {
			one := mustContent(t, p, s.Key, l)
			for _, large := range []bool{false, true} {
				for _, page := range mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{one}, Copies: 1, Start: 1, Large: large}) {
					checkPage(t, fmt.Sprintf("%s %s large=%v", s.Key, l, large), page)
				}
				printed++
			}
		}
	}
	if printed < 3000 {
		t.Errorf("only %d handouts", printed)
	}
}

// render gives the pages of a PDF as pictures.
func render(t *testing.T, pdf []byte, dpi int) []string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", fmt.Sprint(dpi), "-gray", file, filepath.Join(dir, "p")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v: %s", err, out)
	}
	pictures, _ := filepath.Glob(filepath.Join(dir, "p*.pgm"))
	return pictures
}

// What a phone reads from the printed page is the link itself.
func TestPrintedCodesAreRead(t *testing.T) {
	p := mustPack(t)
	for _, l := range handout.Layouts {
		contents := []handout.Content{mustContent(t, p, "khai-sinh", l), mustContent(t, p, "vneid", l), mustContent(t, p, "2.000815", l)}
		var want []string
		for _, s := range contents {
			for _, link := range s.Links {
				want = append(want, link.Symbol.Text())
			}
		}
		var got []string
		for _, picture := range render(t, mustPDF(t, handout.Job{Layout: l, Contents: contents, Copies: 1, Start: 1}), 200) {
			out, _ := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture).Output()
			got = append(got, strings.Fields(string(out))...)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(slices.Compact(got), slices.Compact(want)) {
			t.Errorf("%s: read %v, want %v", l, got, want)
		}
	}
}

// The words of the page can be searched and read aloud, with their marks.
func TestWordsOfThePDF(t *testing.T) {
	p := mustFrozen(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(file, mustPDF(t, handout.Job{Layout: handout.A5, Contents: []handout.Content{mustContent(t, p, "khai-sinh", handout.A5)}, Copies: 1, Start: 1}), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", file, "-").Output() // in the order of reading
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(string(text)), " ") // wherever lines end
	for _, want := range []string{
		"Làm giấy khai sinh cho con", "dichvucong.gov.vn", "1.001193", "đúng tên dưới mã này mới chạm", "Giấy chứng sinh", "tính đến 18/07/2026",
		"Bản 1, in ngày 23/11/2026, xem lại sau ngày", "xã Lâm Bình", "0207 000 0000", "Tờ này chưa phải là nộp hồ sơ", "Tổ công nghệ số",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not on the page:\n%s", want, text)
		}
	}
	info, err := exec.Command("pdfinfo", file).Output()
	if err != nil || !strings.Contains(string(info), "Thử") || !strings.Contains(string(info), "419.") {
		t.Errorf("pdfinfo: %s %v", info, err)
	}
	pdf, _ := os.ReadFile(file)
	for _, want := range []string{"/PrintScaling /None", "/Lang (vi)", "/FontFile2"} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("no %s in the PDF", want)
		}
	}
}

// Each service has its own number, and stands on paper as often as that: the
// codes of each are counted, card by card and leaflet by leaflet.
func TestCountsOfEach(t *testing.T) {
	p := mustPack(t)
	for _, tt := range []struct {
		layout handout.Layout
		counts []int
		start  int
		pages  int
	}{
		{handout.A4x8, []int{3, 5}, 1, 1}, {handout.A4x8, []int{5, 3}, 2, 2}, {"a4x4", []int{1, 4}, 1, 2},
		{handout.A5, []int{2, 1}, 1, 3}, {handout.Leaflet, []int{1, 2}, 1, 0},
	} {
		contents := []handout.Content{mustContent(t, p, "khai-sinh", tt.layout), mustContent(t, p, "ket-hon", tt.layout)}
		pages := mustPages(t, handout.Job{Layout: tt.layout, Contents: contents, Copies: 1, Counts: tt.counts, Start: tt.start})
		if tt.pages > 0 && len(pages) != tt.pages {
			t.Errorf("%s, %v from place %d: %d pages, want %d", tt.layout, tt.counts, tt.start, len(pages), tt.pages)
		}
		for i, c := range contents {
			got := 0
			for _, page := range pages {
				for _, code := range page.Codes {
					if code.Symbol.Text() == c.Links[0].Symbol.Text() {
						got++
					}
				}
			}
			if got != tt.counts[i] {
				t.Errorf("%s, %v: service %d is there %d times", tt.layout, tt.counts, i+1, got)
			}
		}
	}
}

func TestSheetsAndCopies(t *testing.T) {
	p := mustPack(t)
	a, b := mustContent(t, p, "khai-sinh", handout.A4x8), mustContent(t, p, "ket-hon", handout.A4x8)
	for _, tt := range []struct {
		copies, start int
		codes         []int // by page
	}{
		{1, 1, []int{2}}, {4, 1, []int{8}}, {4, 3, []int{6, 2}}, {5, 8, []int{1, 8, 1}},
	} {
		j := handout.Job{Layout: handout.A4x8, Contents: []handout.Content{a, b}, Copies: tt.copies, Start: tt.start}
		var got []int
		for _, page := range mustPages(t, j) {
			got = append(got, len(page.Codes))
		}
		if !slices.Equal(got, tt.codes) || mustLay(t, j).Count() != len(got) {
			t.Errorf("%d copies from %d: %v codes on %d pages, want %v", tt.copies, tt.start, got, mustLay(t, j).Count(), tt.codes)
		}
	}
	// From the third place on: the first two are left empty.
	page := mustPages(t, handout.Job{Layout: handout.A4x8, Contents: []handout.Content{a}, Copies: 1, Start: 3})[0]
	if page.Codes[0].Y < 297.0/4 {
		t.Errorf("the first code is at %v", page.Codes[0].Y)
	}
}

func TestJobsThatCannotBe(t *testing.T) {
	p := mustPack(t)
	one := mustContent(t, p, "khai-sinh", handout.A5)
	ok := handout.Job{Layout: handout.A5, Contents: []handout.Content{one}, Copies: 1, Start: 1}
	for name, change := range map[string]func(*handout.Job){
		"layout": func(j *handout.Job) { j.Layout = "a9" }, "no one": func(j *handout.Job) { j.Contents = nil },
		"a count of none": func(j *handout.Job) { j.Counts = []int{0} }, "two counts of one": func(j *handout.Job) { j.Counts = []int{1, 1} },
		"0 copies": func(j *handout.Job) { j.Copies = 0 }, "a million": func(j *handout.Job) { j.Copies = 1_000_000 },
		"a room full of paper": func(j *handout.Job) {
			j.Contents, j.Copies = []handout.Content{one, one, one}, handout.MaxPages/3+1
		},
		"start 2 of 1": func(j *handout.Job) { j.Start = 2 }, "start 0": func(j *handout.Job) { j.Start = 0 }, "dpi": func(j *handout.Job) { j.DPI = 9 },
	} {
		j := ok
		change(&j)
		if _, err := j.Lay(); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTitlesAndListsThatAreTooLong(t *testing.T) {
	p := mustPack(t)
	for _, l := range handout.Layouts {
		one := mustContent(t, p, "khai-sinh", l)
		one.Needs = nil
		for i := range 40 {
			one.Needs = append(one.Needs, handout.Need{Must: i < 6, Says: []string{fmt.Sprintf("Giấy tờ thứ %d có tên khá dài để phải xuống dòng ở khổ nhỏ", i+1)}})
		}
		for _, page := range mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{one}, Copies: 1, Start: 1}) {
			checkPage(t, string(l), page)
		}
		one.Title = strings.Repeat("Tên dài vô cùng ", 40)
		for _, page := range mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{one}, Copies: 1, Start: 1}) {
			checkPage(t, string(l), page)
		}
		one.Title = "Chữ 漢 không có trong phông"
		pages, err := handout.Job{Layout: l, Contents: []handout.Content{one}, Copies: 1, Start: 1}.Lay()
		if err == nil {
			_, err = pages.Page(1)
		}
		if guide.ErrorCode(err) != guide.CodeContent || !strings.Contains(guide.Message(err), "漢") {
			t.Errorf("%s: %v", l, err)
		}
	}
}

// What nobody sees in a message is said by its number: a mark that turns the
// line around would turn the message around, too.
func TestHiddenLettersAreNamed(t *testing.T) {
	one := mustContent(t, mustPack(t), "khai-sinh", handout.A5)
	for _, hidden := range []string{"\u200b", "\u202e"} {
		one.Title = "Chữ " + hidden + "ẩn"
		pages, err := handout.Job{Layout: handout.A5, Contents: []handout.Content{one}, Copies: 1, Start: 1}.Lay()
		if err == nil {
			_, err = pages.Page(1)
		}
		if want := fmt.Sprintf("U+%04X", []rune(hidden)[0]); guide.ErrorCode(err) != guide.CodeContent || !strings.Contains(guide.Message(err), want) || strings.Contains(guide.Message(err), hidden) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestPersonalSlipHasOnlyWhatApplies(t *testing.T) {
	p := mustFrozen(t)
	s, _ := p.Service("khai-sinh")
	all, err := handout.Make(p, s, handout.Options{Now: now, Layout: handout.Slip80})
	if err != nil {
		t.Fatal(err)
	}
	own, err := handout.Make(p, s, handout.Options{Now: now, Layout: handout.Slip80, Answers: map[string]string{"paper": "yes", "married": "yes", "who": "parent"}})
	if err != nil {
		t.Fatal(err)
	}
	if !own.Personal || len(sayings(own)) >= len(sayings(all)) || strings.Contains(strings.Join(sayings(own), " "), "nếu cần") {
		t.Errorf("own %q of %q", sayings(own), sayings(all))
	}
	if _, err := handout.Make(p, s, handout.Options{Now: now, Layout: handout.Slip80, Answers: map[string]string{}}); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("unanswered: %v", err)
	}
}

// sayings are the things on a checklist, alternatives among them.
func sayings(c handout.Content) (all []string) {
	for _, n := range c.Needs {
		all = append(all, n.Says...)
	}
	return all
}

// A folded leaflet reads in order: cover outside right, last page outside left.
func TestLeafletFolds(t *testing.T) {
	p := mustFrozen(t)
	sides := mustPages(t, handout.Job{Layout: handout.Leaflet, Contents: []handout.Content{mustContent(t, p, "khai-sinh", handout.Leaflet)}, Copies: 2, Start: 1})
	if len(sides)%4 != 0 || len(sides) > 12 {
		t.Fatalf("%d sides for two leaflets", len(sides))
	}
	cover := sides[0]
	if len(cover.Codes) != 1 || cover.Codes[0].X < cover.W/2 {
		t.Errorf("the cover's code is at %+v", cover.Codes)
	}
}

const quiet = float64(qr.QuietZone)
