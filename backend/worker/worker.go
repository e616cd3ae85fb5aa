package worker

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"tungbuoc/backend/guide"
)

// State is how a piece of work stands.
type State string

// The states of work.
const (
	None     State = "none"     // nothing was begun yet
	Making   State = "busy"     // it is being made
	Printing State = "printing" // the printer has it
	Done     State = "done"
	Stopped  State = "stopped"
	Failed   State = "failed"
)

// Progress is how far a piece of work is.
type Progress struct {
	State    State
	Done     int      // pages or files
	Pages    int      // of so many; 0: not known yet
	File     string   // where it was saved, once done
	Problem  string   // what went wrong, or what is waited for, in Vietnamese
	Warnings []string // what it will lack, in Vietnamese
}

func (p Progress) atWork() bool { return p.State == Making || p.State == Printing }

// ErrStopped is how work ends that was stopped.
var ErrStopped = errors.New("stopped by staff")

// Worker does one piece of work at a time. The zero value is ready; it may be
// used by several goroutines.
type Worker struct {
	Log *slog.Logger // where a panic is written; nil: nowhere

	mu    sync.Mutex
	taken bool
	work  *Work
}

// Work is a piece of work while it is done.
type Work struct {
	mu       sync.Mutex
	progress Progress
	cancel   context.CancelFunc
	over     chan struct{} // closed when it has ended
}

// Update changes what is known of the progress.
func (w *Work) Update(change func(p *Progress)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	change(&w.progress)
}

// Known is what is known of the progress.
func (w *Work) Known() Progress {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.progress
}

// Task is what is to be done.
type Task struct {
	Pages, Done int      // of so many, so many are done already
	Warnings    []string // see [Progress]
	// Do does it, until it is done or ctx ends, then it gives ErrStopped.
	Do func(ctx context.Context, w *Work) error
}

// Alone does something at once while no work is done and none can begin. Errors:
// CodeBusy, and those of do.
func (w *Worker) Alone(do func() error) error {
	if err := w.take(); err != nil {
		return err
	}
	defer w.free()
	return do()
}

// Start has prepare say what is to be done, while nothing else can begin, and
// does it in the background. Errors: CodeBusy, and those of prepare; then
// nothing has begun.
func (w *Worker) Start(prepare func() (Task, error)) error {
	return w.Alone(func() error {
		task, err := prepare()
		if err != nil {
			return err
		}
		ctx, cancel := context.WithCancel(context.Background())
		work := &Work{cancel: cancel, over: make(chan struct{}), progress: Progress{State: Making, Pages: task.Pages, Done: task.Done, Warnings: task.Warnings}}
		w.mu.Lock()
		w.work = work
		w.mu.Unlock()
		go func() {
			defer close(work.over)
			defer cancel()
			err := w.recovered(ctx, task, work)
			work.Update(func(p *Progress) {
				switch {
				case errors.Is(err, ErrStopped):
					p.State = Stopped
				case err != nil:
					p.State, p.Problem = Failed, guide.Message(err)
				default:
					p.State = Done
				}
			})
		}()
		return nil
	})
}

// recovered does the task; a panic becomes an error.
func (w *Worker) recovered(ctx context.Context, task Task, work *Work) (err error) {
	log := w.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	defer func() {
		if err != nil && !errors.Is(err, ErrStopped) {
			log.Warn("work failed", "code", guide.ErrorCode(err), "err", err)
		}
	}()
	defer guide.Recover(&err, guide.SayInternal)
	return task.Do(ctx, work)
}

func (w *Worker) take() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.taken || w.work != nil && w.work.Known().atWork() {
		return guide.Errorf(guide.CodeBusy, "Máy đang làm dở một việc. Mời đợi xong rồi làm tiếp.")
	}
	w.taken = true
	return nil
}

func (w *Worker) free() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.taken = false
}

// Progress says how far the last work is.
func (w *Worker) Progress() Progress {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.work == nil {
		return Progress{State: None}
	}
	return w.work.Known()
}

// Busy says whether work is being done.
func (w *Worker) Busy() bool { return w.Progress().atWork() }

// Stop asks the work that is being done to end.
func (w *Worker) Stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.work != nil {
		w.work.cancel()
	}
}

// End stops the work that is being done and waits until it has ended, or ctx
// has: who closes the program leaves nothing half done behind.
func (w *Worker) End(ctx context.Context) {
	w.mu.Lock()
	work := w.work
	w.mu.Unlock()
	if work == nil {
		return
	}
	work.cancel()
	select {
	case <-work.over:
	case <-ctx.Done():
	}
}
