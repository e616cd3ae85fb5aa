package paper_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/printer"
)

var parent = guide.Answers{"paper": "yes", "married": "yes", "who": "parent"}

// What the printer still has of a visit does not come out in front of the next
// resident, unless it is coming out already.
func TestEndVisitTakesWaitingSlipsBack(t *testing.T) {
	away := guide.Errorf(guide.CodeUnavailable, "CUPS")
	for _, tt := range []struct {
		name string
		at   printer.Progress
		err  error
		want int
	}{
		{"waits for paper", printer.Progress{State: printer.JobWaiting, Reason: "Hết giấy."}, nil, 1},
		{"stands in line", printer.Progress{State: printer.JobWaiting}, nil, 1},
		{"stopped", printer.Progress{State: printer.JobStopped}, nil, 1},
		{"jammed", printer.Progress{State: printer.JobPrinting, Reason: "Kẹt giấy."}, nil, 1},
		{"cannot be told", printer.Progress{}, away, 1},
		{"comes out", printer.Progress{State: printer.JobPrinting}, nil, 0},
		{"is out", printer.Progress{State: printer.JobDone, Over: true}, nil, 0},
		{"is forgotten", printer.Progress{}, guide.Errorf(guide.CodeNotFound, "không có"), 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := mustShop(t, t.TempDir())
			paper.NoGrace(s.Press)
			s.tray.status = func(printer.Job) (printer.Progress, error) { return tt.at, tt.err }
			s.do(s.Slip(t.Context(), "khai-sinh", parent, "vi"))
			s.EndVisit(t.Context())
			if got := s.tray.cancelled; len(got) != tt.want || tt.want == 1 && got[0] != (printer.Job{Printer: "phieu", ID: 1}) {
				t.Errorf("taken back: %v, want %d", got, tt.want)
			}
			// Once: the next visit's end has nothing to do with it.
			s.EndVisit(t.Context())
			if got := s.tray.cancelled; len(got) != tt.want {
				t.Errorf("taken back again: %v", got)
			}
		})
	}
}

// A slip that stood in line when its resident went is waited for, until it is out or stuck.
func TestASlipInLineIsWaitedFor(t *testing.T) {
	for last, want := range map[printer.Progress]int{
		{State: printer.JobDone, Over: true}:             0,
		{State: printer.JobStopped, Reason: "Hết giấy."}: 1,
	} {
		s := mustShop(t, t.TempDir())
		states := []printer.Progress{{State: printer.JobWaiting}, {State: printer.JobPrinting}, last}
		s.tray.status = func(printer.Job) (printer.Progress, error) {
			now := states[0]
			if len(states) > 1 {
				states = states[1:]
			}
			return now, nil
		}
		s.do(s.Slip(t.Context(), "khai-sinh", parent, "vi"))
		s.EndVisit(t.Context())
		if len(states) != 1 || len(s.tray.cancelled) != want {
			t.Errorf("then %v: taken back %v", last, s.tray.cancelled)
		}
	}
}

// A slip that was on its way to the printer when the resident went, or not yet.
func TestEndVisitWhileASlipIsOnItsWay(t *testing.T) {
	s := mustShop(t, t.TempDir())
	left := filepath.Join(s.dir, "print", "phieu-left.pdf")
	s.do(os.MkdirAll(filepath.Dir(left), 0o700))
	s.do(os.WriteFile(left, nil, 0o600)) // the power went
	s.EndVisit(t.Context())
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Error("the slip of an earlier run is still there")
	}
	ended := func(err error) {
		t.Helper()
		if guide.ErrorCode(err) != guide.CodeUnavailable || !strings.Contains(guide.Message(err), "đã kết thúc") {
			t.Errorf("a slip of a visit that is over: %v", err)
		}
	}
	s.tray.waiting = true
	s.tray.hold["phieu"], s.tray.asked = make(chan struct{}), make(chan string, 10)
	slip := make(chan error)
	go func() { slip <- s.Slip(t.Context(), "khai-sinh", parent, "vi") }()
	<-s.tray.asked
	s.EndVisit(t.Context())
	close(s.tray.hold["phieu"])
	ended(<-slip)
	s.tray.hold["phieu"] = nil
	s.asked = func() { s.EndVisit(t.Context()) } // while it is laid out
	ended(s.Slip(t.Context(), "khai-sinh", parent, "vi"))
	s.asked = nil
	if len(s.tray.files()) != 1 || len(s.tray.cancelled) != 1 {
		t.Errorf("handed over %v, taken back %v", s.tray.files(), s.tray.cancelled)
	}
	if rest, _ := os.ReadDir(filepath.Dir(left)); len(rest) != 0 {
		t.Errorf("left in the spool: %v", rest)
	}
	if err := s.Slip(t.Context(), "khai-sinh", parent, "vi"); err != nil {
		t.Errorf("the next resident's: %v", err)
	}
}
