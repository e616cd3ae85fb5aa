package worker_test

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/worker"
)

// over waits until no work is done.
func over(t *testing.T, w *worker.Worker) worker.Progress {
	t.Helper()
	for w.Busy() {
		select {
		case <-t.Context().Done():
			t.Fatal("never over")
		case <-time.After(time.Millisecond):
		}
	}
	return w.Progress()
}

func TestWork(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(ctx context.Context, w *worker.Work) error
		stop bool
		want worker.Progress
	}{
		{"done", func(_ context.Context, w *worker.Work) error {
			w.Update(func(p *worker.Progress) { p.Done, p.File = 3, "x.pdf" })
			return nil
		}, false, worker.Progress{State: worker.Done, Done: 3, Pages: 3, File: "x.pdf"}},
		{"failed", func(context.Context, *worker.Work) error { return guide.Errorf(guide.CodeStorage, "Hết chỗ.") }, false,
			worker.Progress{State: worker.Failed, Done: 1, Pages: 3, Problem: "Hết chỗ."}},
		{"stopped", func(ctx context.Context, _ *worker.Work) error {
			<-ctx.Done()
			return worker.ErrStopped
		}, true, worker.Progress{State: worker.Stopped, Done: 1, Pages: 3}},
		{"panic", func(context.Context, *worker.Work) error { panic("boom") }, false,
			worker.Progress{State: worker.Failed, Done: 1, Pages: 3, Problem: "Máy gặp lỗi. Mời ông bà gọi cán bộ."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var w worker.Worker
			if got := w.Progress(); got.State != worker.None {
				t.Fatalf("%+v before anything", got)
			}
			w.Stop() // nothing to stop
			if err := w.Start(func() (worker.Task, error) { return worker.Task{Pages: 3, Done: 1, Do: tt.do}, nil }); err != nil {
				t.Fatal(err)
			}
			if tt.stop {
				w.Stop()
			}
			got := over(t, &w)
			if got.State != tt.want.State || got.Done != tt.want.Done || got.Pages != 3 || got.File != tt.want.File || got.Problem != tt.want.Problem {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// Who closes the program waits for work to take back what it has given away,
// and no longer than may be.
func TestEndWaits(t *testing.T) {
	var w worker.Worker
	w.End(t.Context()) // nothing to end
	var cleared atomic.Bool
	start := func(do func(ctx context.Context) error) {
		t.Helper()
		if err := w.Start(func() (worker.Task, error) {
			return worker.Task{Do: func(ctx context.Context, _ *worker.Work) error { return do(ctx) }}, nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	start(func(ctx context.Context) error {
		<-ctx.Done()
		runtime.Gosched()
		cleared.Store(true)
		return worker.ErrStopped
	})
	w.End(t.Context())
	if got := w.Progress(); !cleared.Load() || got.State != worker.Stopped {
		t.Errorf("it did not wait: %+v", got)
	}
	stuck := make(chan struct{})
	defer close(stuck)
	start(func(context.Context) error { <-stuck; return nil })
	past, cancel := context.WithCancel(t.Context())
	cancel()
	w.End(past)
	if !w.Busy() {
		t.Error("what is stuck has ended")
	}
}

// Of many who ask at the same moment one begins, and only that one prepares.
func TestOnlyOneBegins(t *testing.T) {
	var w worker.Worker
	var prepared, begun, refused atomic.Int32
	gate, end := make(chan struct{}), make(chan struct{})
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			<-gate
			err := w.Start(func() (worker.Task, error) {
				prepared.Add(1)
				return worker.Task{Do: func(context.Context, *worker.Work) error { <-end; return nil }}, nil
			})
			switch {
			case err == nil:
				begun.Add(1)
			case guide.ErrorCode(err) == guide.CodeBusy:
				refused.Add(1)
			}
		})
	}
	close(gate)
	all.Wait()
	if prepared.Load() != 1 || begun.Load() != 1 || refused.Load() != 49 {
		t.Errorf("%d prepared, %d began, %d were refused", prepared.Load(), begun.Load(), refused.Load())
	}
	if err := w.Alone(func() error { t.Error("done beside the work"); return nil }); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("alone beside the work: %v", err)
	}
	close(end)
	over(t, &w)
}

// What cannot be prepared has not begun, and the next may.
func TestPrepareFails(t *testing.T) {
	var w worker.Worker
	no := errors.New("no")
	if err := w.Start(func() (worker.Task, error) { return worker.Task{}, no }); !errors.Is(err, no) {
		t.Errorf("got %v", err)
	}
	if err := w.Alone(func() error { return no }); !errors.Is(err, no) {
		t.Errorf("got %v", err)
	}
	if got := w.Progress(); got.State != worker.None {
		t.Errorf("got %+v", got)
	}
	if err := w.Alone(func() error { return nil }); err != nil {
		t.Error(err)
	}
}
