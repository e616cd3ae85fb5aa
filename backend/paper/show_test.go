package paper_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

// Where no printer can be reached the whole job is kept and shown, staff read
// what to press, and the batch is remembered.
func TestPrintWithoutAPrinter(t *testing.T) {
	s := mustShop(t, t.TempDir())
	s.tray.way = printer.Way{Kind: printer.ByViewer, Program: "viewer"}
	s.do(s.Print(t.Context(), order(handout.Leaflet, 15, "khai-sinh"), "A"))
	got := s.over()
	if got.State != worker.Done || got.Problem != "Bấm Ctrl+P để in." || filepath.Dir(got.File) != s.dir {
		t.Fatalf("got %+v", got)
	}
	if printed := s.tray.files(); len(printed) > 0 {
		t.Errorf("the printer was given %v", printed)
	}
	if len(s.tray.shown) != 1 || s.tray.shown[0].printer != "viewer" || s.tray.shown[0].file != got.File || !s.tray.shown[0].options.TwoSided || s.tray.shown[0].options.PaperMM[0] == 0 {
		t.Errorf("shown: %+v", s.tray.shown)
	}
	data, err := os.ReadFile(got.File)
	if err != nil || strings.Count(string(data), "/Type /Page\n") != got.Pages { // more than a printer gets at a time
		t.Errorf("the file: %v, %d pages of %d", err, strings.Count(string(data), "/Type /Page\n"), got.Pages)
	}
	batches, err := s.db.Batches(t.Context(), 10)
	if err != nil || len(batches) != 1 || batches[0].Pages != got.Pages || batches[0].Way != guide.Saved {
		t.Errorf("batches %+v, %v", batches, err)
	}
	if _, ok, err := s.db.Job(t.Context()); ok || err != nil {
		t.Errorf("the job is still there: %t, %v", ok, err)
	}
}
