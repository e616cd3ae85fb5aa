package desktop

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/sqlite"
)

const (
	// printLook is the time between two looks at a printer's job.
	printLook = 500 * time.Millisecond
	// spoolFolder holds the files that printers read, below the data folder.
	spoolFolder = "print"
)

// Printers lists the printers, the default first. None is no error: the page
// offers to save instead.
func (s *Staff) Printers() ([]PrinterView, error) {
	return authorised(s, "Printers", func(ctx context.Context, _ *sqlite.DB) ([]PrinterView, error) {
		found, err := s.r.printers.List(ctx)
		if err != nil {
			s.r.log.Info("no printers", "err", err)
		}
		views := []PrinterView{}
		for _, p := range found {
			views = append(views, PrinterView{Name: p.Name, About: p.About, Default: p.Default, Ready: p.Ready(), Reason: p.Reason})
		}
		return views, nil
	})
}

// Print starts printing; Progress tells how far it is and what the printer
// waits for. Errors: CodeUsage, CodeInvalid (something is being printed).
func (s *Staff) Print(order OrderView, name string) error {
	_, err := authorised(s, "Print", func(_ context.Context, db *sqlite.DB) (struct{}, error) {
		w, err := s.order(order)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.start(w.pageCount(), func(j *paperJob, ctx context.Context) error {
			pages, err := s.print(ctx, j, w, name)
			if err != nil {
				return err
			}
			_, err = db.KeepBatch(context.WithoutCancel(ctx), w.batch(pages, guide.BatchPrinted))
			return err
		})
	})
	return err
}

// print makes the PDF, hands it to the printer and follows it to its end.
func (s *Staff) print(ctx context.Context, j *paperJob, w work, name string) (pages int, err error) {
	folder := filepath.Join(s.r.dataDir, spoolFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return 0, guide.Wrap(err, guide.CodeStorage, "Không ghi được tệp để in. Mời xem ổ đĩa còn chỗ không.")
	}
	file := filepath.Join(folder, w.fileName(s.now()))
	defer func() { _ = os.Remove(file) }()
	if pages, err = s.write(ctx, j, w, file); err != nil {
		return pages, err
	}
	job, err := s.r.printers.Print(ctx, name, file, w.printOptions())
	if err != nil {
		return pages, err
	}
	return pages, s.follow(ctx, j, job)
}

// follow waits until the job is over; stopped by staff it is cancelled.
func (s *Staff) follow(ctx context.Context, j *paperJob, job printer.Job) error {
	for {
		p, err := s.r.printers.Status(context.WithoutCancel(ctx), job)
		if err != nil && guide.ErrorCode(err) == guide.CodeNotFound {
			return nil // the system has forgotten a job that is over
		}
		if err != nil {
			return err
		}
		switch {
		case p.Over && p.State == printer.JobDone:
			return nil
		case p.Over && p.State == printer.JobCancelled:
			return errStopped
		case p.Over:
			s.r.log.Error("print failed", "detail", p.Detail)
			return guide.Wrap(errors.New(p.Detail), guide.CodeUnavailable, "%s", p.Reason)
		}
		j.mu.Lock()
		j.view.State, j.view.Problem = progressPrint, p.Reason
		j.mu.Unlock()
		select {
		case <-ctx.Done():
			if err := s.r.printers.Cancel(context.WithoutCancel(ctx), job); err != nil {
				return err
			}
			return errStopped
		case <-time.After(printLook):
		}
	}
}

// printOptions says how the printer is to take the paper.
func (w work) printOptions() printer.Options {
	o := printer.Options{Copies: 1, Title: "Từng Bước", TwoSided: w.job.Layout == handout.Leaflet}
	if width, height, ok := w.job.Layout.PaperMM(); ok && w.hamlet == nil {
		o.PaperMM = [2]float64{width, height}
	}
	return o
}

// batch is what is remembered of the work.
func (w work) batch(pages int, way string) guide.Batch {
	return guide.Batch{
		Layout: string(w.job.Layout), Copies: w.copies(), Pages: pages, Edition: w.job.Slips[0].Edition, Way: way, Services: w.carried,
	}
}
