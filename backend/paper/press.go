package paper

import (
	"context"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

// Store is what is remembered of paper: office.db.
type Store interface {
	// The job that is not finished.
	BeginJob(ctx context.Context, job guide.Unfinished) error
	JobReached(ctx context.Context, done int) error
	Job(ctx context.Context) (job guide.Unfinished, ok bool, err error)
	EndJob(ctx context.Context) error
	// What is in people's hands.
	KeepBatch(ctx context.Context, b guide.Batch) (id int64, err error)
	Batches(ctx context.Context, limit int) ([]guide.Batch, error)
	// What the desk remembers.
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) error
	// What printers do to sizes.
	Calibration(ctx context.Context, printer, layout string) (guide.Calibration, error)
	Calibrate(ctx context.Context, printer, layout string, c guide.Calibration) error
	// How many slips residents had.
	Count(ctx context.Context, c guide.Count) error
	Counts(ctx context.Context, from, to string) ([]guide.Count, error)
}

// Printers are the printers of the computer.
type Printers interface {
	List(ctx context.Context) ([]printer.Printer, error)
	Print(ctx context.Context, name, file string, o printer.Options) (printer.Job, error)
	Status(ctx context.Context, job printer.Job) (printer.Progress, error)
	Cancel(ctx context.Context, job printer.Job) error
	// Where a person has to print.
	Way(ctx context.Context) printer.Way
	Show(ctx context.Context, w printer.Way, file string, o printer.Options) (say string, err error)
}

// Options are what a [Press] stands on.
type Options struct {
	Pack     func() (*guide.Pack, error)
	Office   func() guide.Office
	Store    Store
	Printers Printers
	Worker   *worker.Worker // does the staff's jobs, and other work of theirs in between
	Folder   string         // for the files that printers read; made when wanted
	Kept     func() string  // the folder for files that a person has to print
	Now      func() time.Time
	Log      *slog.Logger
}

// Press brings orders onto paper. It may be used by several goroutines.
type Press struct {
	o     Options
	spool *spool
	slips sync.Mutex // one resident's slip at a time
	visit atomic.Pointer[visit]
	grace time.Duration
}

// New gives a press. It does nothing yet.
func New(o Options) *Press {
	p := &Press{o: o, spool: &spool{folder: o.Folder, printers: o.Printers}, grace: slipGrace}
	p.visit.Store(&visit{})
	return p
}

// Make lays out an order with the content of the day. Errors: those of the
// function [Make], and of reading the content.
func (p *Press) Make(o Order) (*Job, error) {
	pack, err := p.o.Pack()
	if err != nil {
		return nil, err
	}
	return Make(o, Setting{Pack: pack, Office: p.o.Office(), Now: p.o.Now()})
}

// Print starts printing an order; the worker tells how far it is. The printer
// is remembered as the desk's. Errors: those of [Make], CodeBusy, CodeStorage.
func (p *Press) Print(ctx context.Context, o Order, name string) error {
	if err := p.begin(ctx, o, guide.Printed, name); err != nil {
		return err
	}
	p.remember(ctx, name)
	return nil
}

// Save starts writing an order into a folder; the worker tells how far it is.
// Errors: those of [Make], CodeBusy, CodeStorage.
func (p *Press) Save(ctx context.Context, o Order, folder string) error {
	return p.begin(ctx, o, guide.Saved, folder)
}

func (p *Press) begin(ctx context.Context, o Order, way guide.Way, place string) error {
	job, err := p.Make(o)
	if err != nil {
		return err
	}
	kept, err := o.pack()
	if err != nil {
		return err
	}
	return p.o.Worker.Start(func() (worker.Task, error) {
		return p.task(ctx, job, guide.Unfinished{Title: job.Title, Order: kept, Way: way, Place: place, Pages: job.pages.Count()})
	})
}

// task remembers a job, and is what is left of it.
func (p *Press) task(ctx context.Context, job *Job, note guide.Unfinished) (worker.Task, error) {
	if err := p.o.Store.BeginJob(ctx, note); err != nil {
		return worker.Task{}, err
	}
	return worker.Task{Pages: note.Pages, Done: note.Done, Warnings: job.Warnings, Do: func(ctx context.Context, w *worker.Work) error {
		do := p.save
		if note.Way == guide.Printed {
			do = p.print
		}
		if err := do(ctx, w, job, note); err != nil {
			return err
		}
		ctx = context.WithoutCancel(ctx)
		if file := w.Known().File; file != "" { // also where no printer could be reached
			note.Way, note.Place = guide.Saved, filepath.Dir(file)
		}
		if _, err := p.o.Store.KeepBatch(ctx, job.batch(note.Pages, note.Way, p.called(ctx, note))); err != nil {
			return err
		}
		return p.o.Store.EndJob(ctx)
	}}, nil
}

// save writes the whole job into a folder.
func (p *Press) save(ctx context.Context, w *worker.Work, job *Job, note guide.Unfinished) error {
	file := filepath.Join(note.Place, job.FileName())
	err := job.Write(ctx, file, 1, func() { w.Update(func(v *worker.Progress) { v.Done++ }) })
	if err == nil {
		w.Update(func(v *worker.Progress) { v.File = file })
	}
	return err
}

// Unfinished gives the job that was stopped, failed or cut off; ok is false
// when there is none. Error: CodeStorage.
func (p *Press) Unfinished(ctx context.Context) (note guide.Unfinished, ok bool, err error) {
	if p.o.Worker.Busy() {
		return guide.Unfinished{}, false, nil
	}
	return p.o.Store.Job(ctx)
}

// Resume goes on with the unfinished job at a page, counted from 1: staff have
// seen which page came out last. A file is always written whole. Errors:
// CodeNotFound if there is none, CodeInvalid for a page that is not there,
// CodeBusy, CodeStorage, those of [Make].
func (p *Press) Resume(ctx context.Context, from int) error {
	return p.o.Worker.Start(func() (worker.Task, error) {
		note, job, err := p.unfinished(ctx)
		if err != nil {
			return worker.Task{}, err
		}
		pages := job.pages.Count()
		if from < 1 || from > pages {
			return worker.Task{}, guide.Errorf(guide.CodeInvalid, "Việc này có %d trang. Mời chọn trang bắt đầu từ 1 đến %d.", pages, pages)
		}
		if note.Way == guide.Saved {
			from = 1
		}
		note.Pages, note.Done = pages, from-1
		if note.Order, err = job.order.pack(); err != nil {
			return worker.Task{}, err
		}
		return p.task(ctx, job, note)
	})
}

// Forget drops the unfinished job; the pages that are out stay known, so that
// they can be replaced one day. Errors: CodeBusy, CodeStorage.
func (p *Press) Forget(ctx context.Context) error {
	return p.o.Worker.Alone(func() error {
		note, ok, err := p.o.Store.Job(ctx)
		if err != nil || !ok {
			return err
		}
		if note.Done > 0 && note.Way == guide.Printed {
			if _, err := p.o.Store.KeepBatch(ctx, p.out(ctx, note)); err != nil {
				return err
			}
		}
		return p.o.Store.EndJob(ctx)
	})
}

// out is the batch of a job that is dropped. What can no longer be made, because
// the content has changed, is remembered by what is still known of it.
func (p *Press) out(ctx context.Context, note guide.Unfinished) guide.Batch {
	order, err := unpack(note.Order)
	if err == nil {
		var job *Job
		if job, err = p.Make(order); err == nil {
			return job.batch(note.Done, note.Way, p.called(ctx, note))
		}
	}
	p.o.Log.Warn("job dropped that can no longer be made", "err", err)
	b := guide.Batch{Layout: string(order.whole().Layout), Copies: max(1, order.whole().Copies), Pages: note.Done, Way: note.Way}
	for _, key := range order.Services {
		b.Services = append(b.Services, guide.BatchService{Service: key, Title: key})
	}
	return b
}

// unfinished reads the job and lays it out with today's content.
func (p *Press) unfinished(ctx context.Context) (guide.Unfinished, *Job, error) {
	note, ok, err := p.o.Store.Job(ctx)
	if err != nil {
		return note, nil, err
	}
	if !ok {
		return note, nil, guide.Errorf(guide.CodeNotFound, "Không còn việc in nào dở. Mời chọn lại từ đầu.")
	}
	order, err := unpack(note.Order)
	if err != nil {
		return note, nil, err
	}
	job, err := p.Make(order)
	return note, job, err
}
