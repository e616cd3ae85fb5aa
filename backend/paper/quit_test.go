package paper_test

import (
	"testing"

	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

// The program is closed while the printer is out of paper: what it still holds
// is taken back, so that going on after the next start prints no page twice.
func TestClosingTakesBackWhatIsWithThePrinter(t *testing.T) {
	s := mustShop(t, t.TempDir())
	held := make(chan struct{}, 1)
	s.tray.status = func(printer.Job) (printer.Progress, error) {
		select {
		case held <- struct{}{}:
		default:
		}
		return printer.Progress{State: printer.JobWaiting, Reason: "Máy in hết giấy."}, nil
	}
	s.do(s.Print(t.Context(), order(handout.Layout("a4"), 45, "khai-sinh"), "A"))
	<-held
	s.worker.End(t.Context())
	got := s.worker.Progress()
	if got.State != worker.Stopped || got.Problem != "" {
		t.Errorf("got %+v", got)
	}
	if given := s.tray.files(); len(s.tray.cancelled) != len(given) || len(given) != 2 {
		t.Errorf("%d parts were handed over, %v taken back", len(given), s.tray.cancelled)
	}
	note, ok, err := s.db.Job(t.Context())
	if err != nil || !ok || note.Done != 0 {
		t.Errorf("kept: %+v, %t, %v", note, ok, err)
	}
}

// What was waited for is not told under what came of it.
func TestPaperRefilled(t *testing.T) {
	s := mustShop(t, t.TempDir())
	looks := 0
	s.tray.status = func(printer.Job) (printer.Progress, error) {
		if looks++; looks == 1 {
			return printer.Progress{State: printer.JobWaiting, Reason: "Máy in hết giấy."}, nil
		}
		return printer.Progress{State: printer.JobDone, Over: true}, nil
	}
	s.do(s.Print(t.Context(), order(handout.Layout("a4"), 1, "khai-sinh"), "A"))
	if got := s.over(); got.State != worker.Done || got.Problem != "" || looks < 2 {
		t.Errorf("got %+v after %d looks", got, looks)
	}
}
