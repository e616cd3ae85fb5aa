package desktop

import (
	"context"
	"path/filepath"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/places"
	"tungbuoc/backend/sqlite"
)

// spoolFolder holds the files that printers read, below the data folder.
const spoolFolder = "print"

// paper is what brings orders onto paper, for staff and residents alike. Error:
// CodeStorage while there is no database.
func (o *office) paper() (*paper.Press, error) {
	st, ok := o.storage.Within(storageWait)
	if !ok || st.DB == nil {
		return nil, noStorage()
	}
	o.pressOnce.Do(func() {
		o.press = paper.New(paper.Options{
			Pack: o.content.Pack, Office: func() guide.Office { return st.Office }, Store: st.DB, Printers: o.printers, Worker: o.worker,
			Folder: filepath.Join(o.dataDir, spoolFolder), Kept: places.Documents, Now: o.now, Log: o.log,
		})
	})
	return o.press, nil
}

// onPaper runs staff's work with paper while the door is open. Error: CodeDenied.
func onPaper[T any](s *Staff, method string, do func(ctx context.Context, p *paper.Press) (T, error)) (T, error) {
	return authorised(s, method, func(ctx context.Context, _ *sqlite.DB) (T, error) {
		p, err := s.paper()
		if err != nil {
			var none T
			return none, err
		}
		return do(ctx, p)
	})
}

// onPaper is the function onPaper for what gives nothing back.
func (s *Staff) onPaper(method string, do func(ctx context.Context, p *paper.Press) error) error {
	_, err := onPaper(s, method, func(ctx context.Context, p *paper.Press) (struct{}, error) { return struct{}{}, do(ctx, p) })
	return err
}

// Paper says what paper there is, and how much may be ordered at once.
func (s *Staff) Paper() (PaperView, error) {
	return authorised(s, "Paper", func(context.Context, *sqlite.DB) (PaperView, error) {
		v := PaperView{
			Layouts: []LayoutView{}, HamletLayout: string(handout.HamletLayout),
			MaxCopies: handout.MaxCopies, MaxHouseholds: handout.MaxHouseholds, MaxHamletName: handout.MaxHamletName,
		}
		for _, l := range handout.Layouts {
			v.Layouts = append(v.Layouts, LayoutView{Name: string(l), Vi: l.Names().Vi, En: l.Names().En})
		}
		return v, nil
	})
}

// order is what the page asks for.
func (o OrderView) order() paper.Order {
	order := paper.Order{
		Services: o.Services, Layout: handout.Layout(o.Layout), Copies: o.Copies, Start: o.Start, Large: o.Large,
		Team: o.Team, Hamlet: o.Hamlet, Households: o.Households,
	}
	for _, f := range o.Forms {
		order.Codes = append(order.Codes, paper.Code{Kind: paper.CodeKind(f.Kind), Name: f.Name, Phone: f.Phone})
	}
	return order
}

// Preview lays out one page of what would be printed, counted from 1; a page
// that is not there becomes the last one. Errors: CodeInvalid, CodeNotFound,
// CodeContent.
func (s *Staff) Preview(order OrderView, page int) (PreviewView, error) {
	return onPaper(s, "Preview", func(_ context.Context, p *paper.Press) (PreviewView, error) {
		job, err := p.Make(order.order())
		if err != nil {
			return PreviewView{}, err
		}
		pages := job.Pages()
		at := max(1, min(page, pages.Count()))
		laid, err := pages.Page(at)
		if err != nil {
			return PreviewView{}, err
		}
		return PreviewView{
			SVG: string(laid.SVG(job.Title)), Page: at, Pages: pages.Count(), Cells: job.Layout().Cells(), Minutes: job.Minutes(),
			Warnings: list(job.Warnings),
		}, nil
	})
}

// Printers lists the printers, the default first. None is no error: the page
// offers to save instead.
func (s *Staff) Printers() ([]PrinterView, error) {
	return onPaper(s, "Printers", func(ctx context.Context, p *paper.Press) ([]PrinterView, error) {
		views := []PrinterView{}
		for _, p := range p.Printers(ctx) {
			views = append(views, PrinterView{Name: p.Name, About: p.About, Default: p.Default, Ready: p.Ready(), Reason: p.Reason})
		}
		return views, nil
	})
}

// Print starts printing; Progress tells how far it is and what the printer
// waits for. Errors: CodeInvalid, CodeNotFound, CodeBusy.
func (s *Staff) Print(order OrderView, name string) error {
	return s.onPaper("Print", func(ctx context.Context, p *paper.Press) error { return p.Print(ctx, order.order(), name) })
}

// findSticks is replaced in tests, which have none.
var findSticks = places.Sticks

// Folders lists where a PDF can be saved: the user's documents, and sticks.
func (s *Staff) Folders() ([]FolderView, error) {
	return authorised(s, "Folders", func(context.Context, *sqlite.DB) ([]FolderView, error) {
		views := []FolderView{}
		for _, p := range places.Offered(findSticks()) {
			views = append(views, FolderView(p))
		}
		return views, nil
	})
}

// Save starts writing a PDF into one of the Folders; Progress tells how far it
// is. Errors: CodeInvalid, CodeNotFound, CodeBusy.
func (s *Staff) Save(order OrderView, folder string) error {
	return s.onPaper("Save", func(ctx context.Context, p *paper.Press) error {
		if _, err := places.Find(findSticks(), folder); err != nil {
			return err
		}
		return p.Save(ctx, order.order(), folder)
	})
}

// Progress tells how far the job is.
func (s *Staff) Progress() (ProgressView, error) {
	return authorised(s, "Progress", func(context.Context, *sqlite.DB) (ProgressView, error) {
		p := s.worker.Progress()
		return ProgressView{
			State: string(p.State), Done: p.Done, Pages: p.Pages, File: p.File, Problem: p.Problem, Warnings: list(p.Warnings),
		}, nil
	})
}

// Stop ends the job; what was half written is removed.
func (s *Staff) Stop() error {
	return s.allowed("Stop", func(context.Context, *sqlite.DB) error {
		s.worker.Stop()
		return nil
	})
}

// Unfinished gives the job that was stopped, failed or cut off; Title is empty
// when there is none.
func (s *Staff) Unfinished() (UnfinishedView, error) {
	return onPaper(s, "Unfinished", func(ctx context.Context, p *paper.Press) (UnfinishedView, error) {
		job, ok, err := p.Unfinished(ctx)
		if err != nil || !ok {
			return UnfinishedView{}, err
		}
		return UnfinishedView{
			Title: job.Title, Begun: job.Begun, Printed: job.Way == guide.Printed, Place: job.Place, Pages: job.Pages, Done: job.Done,
		}, nil
	})
}

// Resume goes on with the unfinished job at a page, counted from 1. Errors:
// CodeNotFound, CodeInvalid, CodeBusy.
func (s *Staff) Resume(from int) error {
	return s.onPaper("Resume", func(ctx context.Context, p *paper.Press) error { return p.Resume(ctx, from) })
}

// Forget drops the unfinished job; the pages that are out stay known. Errors:
// CodeBusy, CodeStorage.
func (s *Staff) Forget() error {
	return s.onPaper("Forget", func(ctx context.Context, p *paper.Press) error { return p.Forget(ctx) })
}

// Ruler tells how long the two lines of a layout's ruler are, and when a
// printer was measured with them last. Error: CodeInvalid.
func (s *Staff) Ruler(name, layout string) (RulerView, error) {
	return onPaper(s, "Ruler", func(ctx context.Context, p *paper.Press) (RulerView, error) {
		ruler, err := p.Ruler(ctx, name, layout)
		return RulerView(ruler), err
	})
}

// PrintRuler prints the ruler of a layout as the printer prints now. Errors:
// CodeInvalid, CodeBusy, and those of printing.
func (s *Staff) PrintRuler(name, layout string) error {
	return s.onPaper("PrintRuler", func(ctx context.Context, p *paper.Press) error { return p.PrintRuler(ctx, name, layout) })
}

// Calibrate keeps what staff measured on the ruler, in mm: from then on the
// printer's fault is made up for on this layout. Error: CodeInvalid.
func (s *Staff) Calibrate(name, layout string, across, down float64) error {
	return s.onPaper("Calibrate", func(ctx context.Context, p *paper.Press) error {
		return p.Calibrate(ctx, name, layout, across, down)
	})
}

// Slip prints a resident's own papers on the office's receipt printer: those
// that the answers ask for, and the code. Nothing of the answers is kept.
// Errors: CodeUnavailable (no printer, or today's slips are used up),
// CodeNotFound, CodeInvalid.
func (r *Resident) Slip(service string, answers map[string]string, lang string) error {
	return r.do("Slip", func() error {
		p, err := r.paper()
		if err != nil {
			return guide.Wrap(err, guide.CodeUnavailable, "Máy này chưa in được phiếu. Mời ông bà hỏi cán bộ.")
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		return p.Slip(ctx, service, answers, lang)
	})
}
