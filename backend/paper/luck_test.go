package paper_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

var errForgotten = guide.Errorf(guide.CodeNotFound, "Việc in này đã xong hoặc không còn trong máy in.")

// A printer that is taken out of the system while it prints takes its jobs with
// it: what it had is not taken for printed, and staff read which printer it was.
// A job that only the queue has forgotten is over.
func TestPrinterThatGoesAway(t *testing.T) {
	for name, c := range map[string]struct {
		left    []printer.Printer
		listing error
		state   worker.State
		done    int
	}{
		"it is gone":            {[]printer.Printer{{Name: "B", Accepting: true}}, nil, worker.Failed, 7},
		"none is left":          {nil, guide.Errorf(guide.CodeNotFound, "Không có máy in nào."), worker.Failed, 7},
		"the job is forgotten":  {[]printer.Printer{{Name: "A", About: "Máy in lớn", Accepting: true}}, nil, worker.Done, 45},
		"nobody can tell of it": {nil, guide.Errorf(guide.CodeUnavailable, "Chưa rõ."), worker.Done, 45},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustShop(t, t.TempDir())
			s.tray.printers = []printer.Printer{{Name: "A", About: "Máy in lớn", Accepting: true}}
			looked := 0
			s.tray.status = func(printer.Job) (printer.Progress, error) {
				if looked++; looked == 1 {
					return printer.Progress{State: printer.JobPrinting, Pages: 7}, nil
				}
				s.tray.printers, s.tray.listing = c.left, c.listing
				return printer.Progress{}, errForgotten
			}
			s.do(s.Print(t.Context(), order("a5", 45, "khai-sinh"), "A"))
			got := s.over()
			if got.State != c.state || got.Done != c.done {
				t.Fatalf("%+v, want %v with %d pages", got, c.state, c.done)
			}
			if c.state == worker.Done {
				return
			}
			if !strings.Contains(got.Problem, "Không thấy máy in Máy in lớn nữa") || !strings.Contains(got.Problem, "in tiếp") {
				t.Errorf("staff read %q", got.Problem)
			}
			left, err := s.Left(t.Context())
			if err != nil || left.Pages != 45 || left.Done != 7 {
				t.Errorf("%+v is left, %v", left, err)
			}
			s.tray.status, s.tray.listing = nil, nil
			s.tray.printers = []printer.Printer{{Name: "A", About: "Máy in lớn", Accepting: true}}
			s.do(s.Resume(t.Context(), left.Done+1))
			if got := s.over(); got.State != worker.Done || got.Done != 45 {
				t.Errorf("plugged in again: %+v", got)
			}
		})
	}
}

// A program that is killed while it prints says so at its next start, and goes on
// with the page after those that are known to be out.
func TestKilledWhilePrinting(t *testing.T) {
	dir := t.TempDir()
	s := mustShop(t, dir)
	out := make(chan struct{})
	var told atomic.Bool
	s.tray.status = func(printer.Job) (printer.Progress, error) {
		if told.Swap(true) { // the pages have been noted
			select {
			case <-out:
			default:
				close(out)
			}
		}
		return printer.Progress{State: printer.JobPrinting, Pages: 12}, nil
	}
	s.do(s.Print(t.Context(), order("a5", 45, "khai-sinh"), "A"))
	select {
	case <-out:
	case <-t.Context().Done():
		t.Fatal("nothing was printed")
	}
	// As after the kill: another program on the same folder, which knows the notes only.
	next := mustShop(t, dir)
	left, err := next.Left(t.Context())
	if err != nil || left.Title == "" || left.Done != 12 || left.Pages != 45 || !left.Printed || left.Place != "A" {
		t.Fatalf("%+v, %v", left, err)
	}
	if history, err := next.History(context.WithoutCancel(t.Context())); err != nil || len(history) != 0 {
		t.Errorf("taken for printed: %+v, %v", history, err)
	}
	next.do(next.Resume(t.Context(), left.Done+1))
	if got := next.over(); got.State != worker.Done || got.Done != 45 {
		t.Errorf("%+v", got)
	}
	if pages := next.tray.pages(); pages != 33 {
		t.Errorf("%d pages were printed after the restart, want 33", pages)
	}
}

// An office with ten printers sees them all, and the desk keeps its own.
func TestTenPrinters(t *testing.T) {
	s := mustShop(t, t.TempDir())
	for i := range 10 {
		s.tray.printers = append(s.tray.printers, printer.Printer{Name: fmt.Sprint("P", i), About: fmt.Sprint("Máy in phòng ", i), Accepting: true, Default: i == 0})
	}
	s.do(s.Print(t.Context(), order("a5", 1, "khai-sinh"), "P9"))
	s.over()
	got := s.Printing(t.Context())
	if len(got.Printers) != 10 || got.Chosen != "P9" || !slices.ContainsFunc(got.Printers, func(c paper.Choice) bool { return c.About == "Máy in phòng 9" && c.Ready }) {
		t.Errorf("%+v", got)
	}
}
