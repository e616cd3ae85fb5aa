package desktop

import (
	"context"
	"errors"
	"iter"
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

// partPages is how many pages a printer gets at a time. So it is known how far
// it is, to a part, even when the power goes; and the printer never waits,
// because two parts are with it.
const partPages = 20

// Print starts printing; Progress tells how far it is and what the printer
// waits for. Errors: CodeInvalid, CodeBusy.
func (s *Staff) Print(order OrderView, name string) error {
	_, err := authorised(s, "Print", func(ctx context.Context, db *sqlite.DB) (struct{}, error) {
		w, err := s.order(order)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.begin(ctx, db, w, order, guide.PaperJob{Way: guide.BatchPrinted, Place: name})
	})
	return err
}

// part is some pages that a printer has.
type part struct {
	job   printer.Job
	first int // pages of the work before it
	pages int
}

// print makes the pages after the first done ones, hands them to the printer a
// part at a time and follows them to their end.
func (s *Staff) print(ctx context.Context, j *paperJob, db *sqlite.DB, w work, done int, name string) error {
	folder := filepath.Join(s.r.dataDir, spoolFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return guide.Wrap(err, guide.CodeStorage, "Không ghi được tệp để in. Mời xem ổ đĩa còn chỗ không.")
	}
	clearSpool(folder)
	j.mu.Lock()
	j.view.State = progressPrint
	j.mu.Unlock()
	// Stopping is looked for between two parts and while one is followed, so that
	// no call to the printing system is cut off with a job half handed over.
	whole := context.WithoutCancel(ctx)
	w.job.DPI = s.dots(whole, name)
	pages, err := w.job.Lay()
	if err != nil {
		return err
	}
	next, stop := iter.Pull2(pages.From(done + 1))
	defer stop()
	measured, err := db.Calibration(whole, name, string(w.job.Layout))
	if err != nil {
		return err
	}
	var out []part
	defer func() { // what is still with the printer must not come out later
		for _, p := range out {
			if err := s.r.printers.Cancel(whole, p.job); err != nil {
				s.r.log.Info("job not cancelled", "err", err)
			}
		}
	}()
	for made := done; made < pages.Count() || len(out) > 0; {
		if made == pages.Count() || len(out) == 2 {
			if err := s.follow(ctx, j, db, out[0]); err != nil {
				return err
			}
			out = out[1:]
			continue
		}
		file := filepath.Join(folder, w.fileName(s.now()))
		n, err := s.write(ctx, j, w, file, limited(next, min(partPages, pages.Count()-made)), measured)
		if err != nil {
			return err
		}
		job, err := s.r.printers.Print(whole, name, file, w.printOptions())
		_ = os.Remove(file)
		if err != nil {
			return err
		}
		out = append(out, part{job, made, n})
		made += n
	}
	return nil
}

// dots is how many dots per inch a printer has, 0 if it is not known: the
// modules of codes become whole ones of them.
func (s *Staff) dots(ctx context.Context, name string) int {
	const fewest, most = 150, 2400
	found, err := s.r.printers.List(ctx)
	if err != nil {
		return 0 // printing itself will say what is wrong
	}
	for i, p := range found {
		if (p.Name == name || name == "" && i == 0) && p.DPI >= fewest && p.DPI <= most {
			return p.DPI
		}
	}
	return 0
}

// limited gives the next n of the pages.
func limited(next func() (*handout.Page, error, bool), n int) iter.Seq2[*handout.Page, error] {
	return func(yield func(*handout.Page, error) bool) {
		for range n {
			page, err, ok := next()
			if !ok || !yield(page, err) || err != nil {
				return
			}
		}
	}
}

// clearSpool removes what a program that was cut off has left.
func clearSpool(folder string) {
	old, _ := os.ReadDir(folder)
	for _, f := range old {
		_ = os.Remove(filepath.Join(folder, f.Name()))
	}
}

// follow waits until a part is out.
func (s *Staff) follow(ctx context.Context, j *paperJob, db *sqlite.DB, of part) error {
	reached := func(pages int) error {
		j.mu.Lock()
		j.view.Done = max(j.view.Done, of.first+pages)
		j.mu.Unlock()
		return db.JobReached(context.WithoutCancel(ctx), of.first+pages)
	}
	known := 0
	for {
		p, err := s.r.printers.Status(context.WithoutCancel(ctx), of.job)
		if err != nil && guide.ErrorCode(err) == guide.CodeNotFound {
			return reached(of.pages) // the system has forgotten a job that is over
		}
		if err != nil {
			return err
		}
		if p.Pages > known && p.Pages <= of.pages {
			known = p.Pages
			if err := reached(known); err != nil {
				return err
			}
		}
		switch {
		case p.Over && p.State == printer.JobDone:
			return reached(of.pages)
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
			return errStopped
		case <-time.After(printLook):
		}
	}
}

// printOptions says how the printer is to take the paper.
func (w work) printOptions() printer.Options {
	o := printer.Options{Copies: 1, Title: "Từng Bước", TwoSided: w.job.Layout == handout.Leaflet}
	return o
}

// batch is what is remembered of the work.
func (w work) batch(pages int, way string) guide.Batch {
	return guide.Batch{
		Layout: string(w.job.Layout), Copies: w.job.Copies, Pages: pages, Edition: w.job.Contents[0].Edition, Way: way, Services: w.carried,
	}
}
