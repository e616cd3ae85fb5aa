package paper_test

import (
	"log/slog"
	"math"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/printer/cupstest"
	"tungbuoc/backend/worker"
)

var pageSize = regexp.MustCompile(`Page size: +([\d.]+) x ([\d.]+) pts`)

// Slips come out whole on receipt printers of every setting, staff's like
// residents', or are refused in a sentence: never cut, and no longer than the
// paper has to be.
func TestSlipsOnRolls(t *testing.T) {
	cups := cupstest.Start(t)
	cups.Paper(true)
	cups.Roll("short_any", true, 100)
	cups.Roll("short", false, 100)
	cups.Roll("middle", false, 200)
	cups.Roll("long_any", true, 297)
	cups.Roll("several", false, 297, 100, 250)
	s := mustShop(t, t.TempDir())
	press := paper.New(paper.Options{
		Pack: func() (*guide.Pack, error) { return s.pack, nil }, Office: func() guide.Office { return s.office },
		Store: s.db, Printers: printer.New(printer.Config{Server: cups.Socket}), Worker: s.worker,
		Folder: filepath.Join(s.dir, "print"), Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler),
	})
	answers := guide.Answers{"paper": "yes", "married": "yes", "who": "parent"}
	job, err := press.Make(order("slip80", 1, "khai-sinh"))
	s.do(err)
	page, err := job.Pages().Page(1)
	s.do(err)
	if page.H < 110 || page.H > 200 {
		t.Fatalf("a slip of %.0f mm shows nothing here", page.H)
	}
	link := job.Services()[0].Links[0]
	for _, tt := range []struct {
		queue string
		own   bool    // paper of the slip's own length
		mm    float64 // else of this; 0: refused
	}{
		{"short_any", true, 0}, {"short", false, 0}, {"middle", false, 200}, {"long_any", true, 0}, {"several", false, 250},
	} {
		for who, print := range map[string]func() error{
			"staff": func() error {
				if err := press.Print(t.Context(), order("slip80", 1, "khai-sinh"), tt.queue); err != nil {
					return err
				}
				if got := s.over(); got.State != worker.Done {
					return guide.Errorf(guide.CodeUnavailable, "%s", got.Problem)
				}
				return nil
			},
			"resident": func() error {
				s.office.SlipPrinter = tt.queue
				return press.Slip(t.Context(), "khai-sinh", answers, "vi")
			},
		} {
			before := sheets(cups)
			err := print()
			if !tt.own && tt.mm == 0 {
				const why = "chỉ nhận giấy dài đến 100 mm"
				if guide.ErrorCode(err) != guide.CodeUnavailable || !strings.Contains(err.Error(), why) {
					t.Errorf("%s on %s: %v", who, tt.queue, err)
				}
				// A resident can do nothing about the size of the paper.
				if told := strings.Contains(guide.Message(err), why); told != (who == "staff") {
					t.Errorf("%s on %s is told %q", who, tt.queue, guide.Message(err))
				}
				continue
			}
			if err != nil {
				t.Errorf("%s on %s: %v", who, tt.queue, err)
				continue
			}
			sheet := newSheet(t, cups, before)
			info, err := exec.Command("pdfinfo", sheet).Output()
			s.do(err)
			m := pageSize.FindSubmatch(info)
			if m == nil {
				t.Fatalf("%s", info)
			}
			width, _ := strconv.ParseFloat(string(m[1]), 64)
			height, _ := strconv.ParseFloat(string(m[2]), 64)
			want := tt.mm
			if tt.own && who == "staff" {
				want = page.H
			}
			if got := height / 72 * 25.4; math.Abs(width/72*25.4-80) > 1 || want > 0 && math.Abs(got-want) > 1 || got > 297 {
				t.Errorf("%s on %s: paper of %.0f x %.0f mm, want %.0f", who, tt.queue, width/72*25.4, got, want)
			}
			picture := filepath.Join(t.TempDir(), "sheet")
			if out, err := exec.Command("pdftoppm", "-r", "200", "-gray", "-singlefile", sheet, picture).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			codes, _ := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture+".pgm").Output()
			text, _ := exec.Command("pdftotext", "-layout", sheet, "-").Output()
			for _, words := range []string{"Khai sinh cho con", "Tờ này chưa phải là nộp hồ sơ", "xem lại 23/05/2027"} {
				if !strings.Contains(string(text), words) {
					t.Errorf("%s on %s: no %q in %s", who, tt.queue, words, text)
				}
			}
			if strings.TrimSpace(string(codes)) != link {
				t.Errorf("%s on %s: the code says %q", who, tt.queue, codes)
			}
		}
	}
}

func sheets(o *cupstest.Office) int {
	found, _ := filepath.Glob(filepath.Join(o.Out, "job-*.pdf"))
	return len(found)
}

// newSheet waits for what comes out after so many sheets.
func newSheet(t *testing.T, o *cupstest.Office, before int) string {
	t.Helper()
	for sheets(o) == before {
		select {
		case <-t.Context().Done():
			t.Fatal("nothing came out")
		case <-time.After(20 * time.Millisecond):
		}
	}
	found, _ := filepath.Glob(filepath.Join(o.Out, "job-*.pdf"))
	newest := ""
	for _, f := range found {
		if len(f) > len(newest) || len(f) == len(newest) && f > newest {
			newest = f
		}
	}
	return newest
}
