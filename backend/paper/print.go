package paper

import (
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

const (
	// look is the time between two looks at a printer's job.
	look = 500 * time.Millisecond
	// chunkPages is how many pages a printer gets at a time. So it is known how
	// far it is, to a chunk, even when the power goes; and the printer never
	// waits, because two chunks are with it.
	chunkPages = 20
)

// chunk is some pages that a printer has.
type chunk struct {
	job   printer.Job
	about string // what people call its printer, asked while it was there
	first int    // pages of the job before it
	pages int
	// reached keeps that so many pages of the job are out.
	reached func(ctx context.Context, done int) error
}

// print makes the pages that are not out yet, hands them to the printer a chunk
// at a time and follows them to their end.
func (p *Press) print(ctx context.Context, w *worker.Work, job *Job, note guide.Unfinished) error {
	if way := p.o.Printers.Way(ctx); !way.Direct() {
		return p.show(ctx, w, job, way)
	}
	w.Update(func(v *worker.Progress) { v.State = worker.Printing })
	// Stopping is looked for between two chunks and while one is followed, so that
	// no call to the printing system is cut off with a job half handed over.
	whole := context.WithoutCancel(ctx)
	job, err := job.on(p.dots(whole, note.Place))
	if err != nil {
		return err
	}
	measured, err := p.o.Store.Calibration(whole, note.Place, string(job.order.Layout))
	if err != nil {
		return err
	}
	about := p.about(whole, note.Place)
	var out []chunk
	defer func() { // what is still with the printer must not come out later
		for _, c := range out {
			if err := p.o.Printers.Cancel(whole, c.job); err != nil {
				p.o.Log.Info("job not cancelled", "err", err)
			}
		}
	}()
	from := &feed{}
	next, stop := iter.Pull2(job.pages.From(note.Done + 1))
	defer stop()
	from.next = next
	for made, all := note.Done, job.pages.Count(); made < all || len(out) > 0; {
		if made == all || len(out) == 2 {
			if err := p.follow(ctx, w, out[0]); err != nil {
				return err
			}
			out = out[1:]
			continue
		}
		pages, err := from.take(ctx, chunkPages)
		if err != nil {
			return err
		}
		handed, err := p.spool.print(whole, note.Place, strings.TrimSuffix(job.FileName(), ".pdf"), printer.Options{
			TwoSided: job.order.Layout.Folded(), PaperMM: [2]float64{pages[0].W, pages[0].H},
		}, func(w io.Writer) error {
			return handout.WritePDF(w, job.document(measured), handout.Just(pages...).From(1))
		})
		if err != nil {
			return err
		}
		out = append(out, chunk{handed, about, made, len(pages), p.o.Store.JobReached})
		made += len(pages)
	}
	return nil
}

// feed gives pages in chunks.
type feed struct {
	next func() (*handout.Page, error, bool)
	held *handout.Page // asked for, but of another size than the chunk before
}

// take gives the next pages of one size, at most most, nearly always as many: a
// printer is told one size of paper for all of a chunk, and on a roll every slip
// has its own. Errors: those of the pages; ErrStopped when ctx ends.
func (f *feed) take(ctx context.Context, most int) (pages []*handout.Page, err error) {
	for len(pages) < most {
		if ctx.Err() != nil {
			return nil, worker.ErrStopped
		}
		page, more := f.held, true
		if f.held = nil; page == nil {
			page, err, more = f.next()
		}
		switch {
		case err != nil:
			return nil, err
		case !more && len(pages) == 0:
			return nil, guide.Errorf(guide.CodeInternal, "Máy gặp lỗi. Mời in lại.") // fewer pages than were counted
		case !more:
			return pages, nil
		case len(pages) > 0 && (page.W != pages[0].W || page.H != pages[0].H):
			f.held = page
			return pages, nil
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// dots is how many dots per inch a printer has, 0 if it is not known: the
// modules of codes become whole ones of them.
func (p *Press) dots(ctx context.Context, name string) int {
	const fewest, most = 150, 2400
	found, err := p.o.Printers.List(ctx)
	if err != nil {
		return 0 // printing itself will say what is wrong
	}
	for i, one := range found {
		if (one.Name == name || name == "" && i == 0) && one.DPI >= fewest && one.DPI <= most {
			return one.DPI
		}
	}
	return 0
}

// gone says whether the system no longer has a printer.
func (p *Press) gone(ctx context.Context, name string) bool {
	found, err := p.o.Printers.List(ctx)
	if err != nil {
		return guide.ErrorCode(err) == guide.CodeNotFound // there is none at all
	}
	return name != "" && !slices.ContainsFunc(found, func(one printer.Printer) bool { return one.Name == name })
}

// follow waits until a chunk is out.
func (p *Press) follow(ctx context.Context, w *worker.Work, of chunk) error {
	whole := context.WithoutCancel(ctx)
	// What was waited for is over when the chunk is: nobody reads "out of paper" under "printed".
	defer w.Update(func(v *worker.Progress) { v.Problem = "" })
	reached := func(pages int) error {
		w.Update(func(v *worker.Progress) { v.Done = max(v.Done, of.first+pages) })
		return of.reached(whole, of.first+pages)
	}
	known := 0
	for {
		at, err := p.o.Printers.Status(whole, of.job)
		if err != nil && guide.ErrorCode(err) == guide.CodeNotFound {
			if p.gone(whole, of.job.Printer) { // its jobs went with it, printed or not
				return guide.Wrap(err, guide.CodeUnavailable, "Không thấy máy in %s nữa. Mời cắm lại máy in, xem trang nào ra sau cùng, rồi in tiếp.", cmp.Or(of.about, of.job.Printer))
			}
			return reached(of.pages) // the system has forgotten a job that is over
		}
		if err != nil {
			return err
		}
		if at.Pages > known && at.Pages <= of.pages {
			known = at.Pages
			if err := reached(known); err != nil {
				return err
			}
		}
		switch {
		case at.Over && at.State == printer.JobDone:
			return reached(of.pages)
		case at.Over && at.State == printer.JobCancelled:
			return worker.ErrStopped
		case at.Over:
			p.o.Log.Error("print failed", "detail", at.Detail)
			return guide.Wrap(errors.New(at.Detail), guide.CodeUnavailable, "%s", at.Reason)
		}
		w.Update(func(v *worker.Progress) { v.Problem = at.Reason })
		select {
		case <-ctx.Done():
			return worker.ErrStopped
		case <-time.After(look):
		}
	}
}
