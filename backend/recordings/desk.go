package recordings

import (
	"context"
	"errors"
	"sync"
	"time"

	"tungbuoc/backend/places"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/worker"
)

// Intake takes recordings in on a worker, and remembers what became of the files
// of the last time. The zero value is ready; it may be used by several
// goroutines.
type Intake struct {
	mu    sync.Mutex
	lang  string
	taken []Taken
}

// Start begins to take the recordings of a language from a place; the worker
// tells how far it is, see [Language.ImportFrom]. Error: CodeBusy.
func (in *Intake) Start(w *worker.Worker, l Language, from places.Place) error {
	return begin(w, 0, func(ctx context.Context, w *worker.Work) error {
		in.keep(l.Code, nil)
		taken, err := l.ImportFrom(ctx, from, func(done, all int) {
			w.Update(func(p *worker.Progress) { p.Done, p.Pages = done, all })
		})
		in.keep(l.Code, taken)
		switch {
		case errors.Is(err, context.Canceled):
			return worker.ErrStopped
		case err == nil:
			w.Update(func(p *worker.Progress) { p.Done = p.Pages })
		}
		return err
	})
}

func (in *Intake) keep(lang string, taken []Taken) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.lang, in.taken = lang, taken
}

// Last says what became of the files of the last time, those that were not
// taken first; lang is "" when there was none.
func (in *Intake) Last() (lang string, taken []Taken) {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.lang, in.taken
}

// StartScript begins to write a script into a place, see [Language.SaveScript];
// now is asked when it is written. Error: CodeBusy.
func (l Language) StartScript(w *worker.Worker, script speech.Script, to places.Place, now func() time.Time) error {
	return begin(w, 1, func(_ context.Context, w *worker.Work) error {
		name, err := l.SaveScript(script, to.Path, now())
		if err == nil {
			w.Update(func(p *worker.Progress) { p.Done, p.File = 1, name })
		}
		return err
	})
}

// begin starts something that is not on paper; pages is how much there is of it,
// 0 if that is not known.
func begin(w *worker.Worker, pages int, do func(ctx context.Context, w *worker.Work) error) error {
	return w.Start(func() (worker.Task, error) { return worker.Task{Pages: pages, Do: do}, nil })
}
