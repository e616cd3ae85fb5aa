package paper_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/manual"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

// readable gives the words of a PDF in the order of reading, one space between
// them, page by page.
func readable(t *testing.T, file string) []string {
	t.Helper()
	text, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i, page := range pages {
		pages[i] = strings.Join(strings.Fields(page), " ")
	}
	return pages
}

// The whole manual is a page of contents and a page for each chapter, with every
// word of it, and no larger than a stick and an old printer take.
func TestManualOnPaper(t *testing.T) {
	s := mustShop(t, t.TempDir())
	to := t.TempDir()
	s.do(s.SaveManual("", to))
	got := s.over()
	chapters, err := manual.Own()
	if err != nil {
		t.Fatal(err)
	}
	want := filepath.Join(to, "sach-huong-dan-can-bo-20261123.pdf")
	if got.State != worker.Done || got.File != want || got.Done != len(chapters)+1 || got.Pages != got.Done {
		t.Fatalf("%+v", got)
	}
	data, err := os.ReadFile(want)
	if err != nil || len(data) > 2_000_000 || bytes.Count(data, []byte("/Subtype /Image")) == 0 {
		t.Fatalf("%d bytes, %v", len(data), err)
	}
	pages := readable(t, want)
	if len(pages) != len(chapters)+1 {
		t.Fatalf("%d pages for %d chapters: one is longer than a page", len(pages), len(chapters))
	}
	for i, c := range chapters {
		page := pages[i+1]
		if !strings.Contains(pages[0], c.Title) || !strings.HasPrefix(page, c.Title) {
			t.Errorf("%s: its title is not in the contents, or not on its page", c.Name)
		}
		for _, b := range c.Blocks {
			var said strings.Builder
			for _, span := range b.Spans {
				said.WriteString(span.Text)
			}
			if line := strings.Join(strings.Fields(said.String()), " "); !strings.Contains(page, line) {
				t.Errorf("%s: %q is not on its page", c.Name, line)
			}
		}
		if foot := "Từng Bước " + guide.Version + " · in ngày 23/11/2026"; !strings.Contains(page, foot) {
			t.Errorf("%s: no %q", c.Name, foot)
		}
	}
}

// One chapter is one page on the printer; nothing of it is remembered as paper that
// residents have, and a job of theirs that was cut off still waits.
func TestChapterIsPrinted(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.tray.refuse = guide.Errorf(guide.CodeUnavailable, "Máy in tắt.")
	s.do(s.Print(t.Context(), order("a5", 3, "khai-sinh"), "A"))
	if got := s.over(); got.State != worker.Failed {
		t.Fatalf("%+v", got)
	}
	s.tray.refuse = nil
	before := len(s.tray.files())
	s.do(s.PrintManual("03-in-to", "A"))
	if got := s.over(); got.State != worker.Done || got.Done != 1 {
		t.Fatalf("%+v", got)
	}
	files := s.tray.files()[before:]
	if len(files) != 1 || files[0].pages != 1 || files[0].options.PaperMM != [2]float64{210, 297} || !strings.Contains(files[0].file, "huong-dan-03-in-to") {
		t.Errorf("%+v", files)
	}
	if made, err := s.History(t.Context()); err != nil || len(made) != 0 {
		t.Errorf("made %+v, %v", made, err)
	}
	if left, err := s.Left(t.Context()); err != nil || left.Title == "" || left.Done != 0 {
		t.Errorf("left %+v, %v", left, err)
	}
	if err := s.PrintManual("99-khong-co", "A"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("a chapter that is not there: %v", err)
	}
}

// Stopped, what is still with the printer is taken back.
func TestManualIsStopped(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.tray.waiting, s.tray.asked = true, make(chan string, 1)
	s.do(s.PrintManual("", "A"))
	<-s.tray.asked
	s.worker.Stop()
	if got := s.over(); got.State != worker.Stopped || len(s.tray.cancelled) != 1 {
		t.Errorf("%+v, cancelled %v", got, s.tray.cancelled)
	}
}

// Where no printer can be reached it is kept and shown, and staff are told what to press.
func TestManualIsShown(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.tray.way = printer.Way{Kind: printer.ByViewer}
	s.do(s.PrintManual("03-in-to", ""))
	got := s.over()
	if got.State != worker.Done || got.Problem != "Bấm Ctrl+P để in." || len(s.tray.shown) != 1 || s.tray.shown[0].file != got.File {
		t.Errorf("%+v, shown %+v", got, s.tray.shown)
	}
}

// What cannot be written is told, as with everything that is saved.
func TestManualIsNotSaved(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.do(s.SaveManual("", filepath.Join(t.TempDir(), "khong-co")))
	if got := s.over(); got.State != worker.Failed || got.Problem == "" || got.File != "" {
		t.Errorf("%+v", got)
	}
}
