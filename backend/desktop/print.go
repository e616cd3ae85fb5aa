package desktop

import (
	"context"
	"path/filepath"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/manual"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/places"
	"tungbuoc/backend/sqlite"
)

// spoolFolder holds the files that printers read, below the data folder.
const spoolFolder = "print"

// paper is what brings orders onto paper, for staff and residents alike. Error:
// CodeStorage while there is no database.
func (o *office) paper() (*paper.Press, error) {
	st, ok := o.storage.Within(patience)
	if !ok || st.DB == nil {
		return nil, noStorage()
	}
	o.pressOnce.Do(func() {
		o.press = paper.New(paper.Options{
			Pack: o.content.Pack, Office: st.Office, Store: st.DB, Printers: o.printers, Worker: o.worker,
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

// Paper says what paper there is, how much may be ordered at once, and what is
// often printed.
func (s *Staff) Paper() (paper.Supply, error) {
	return onPaper(s, "Paper", func(ctx context.Context, p *paper.Press) (paper.Supply, error) { return p.Supply(ctx) })
}

// Preview lays out one page of what would be printed, counted from 1; a page
// that is not there becomes the last one. Errors: CodeInvalid, CodeNotFound,
// CodeContent.
func (s *Staff) Preview(order paper.Order, page int) (paper.Preview, error) {
	return onPaper(s, "Preview", func(_ context.Context, p *paper.Press) (paper.Preview, error) { return p.Preview(order, page) })
}

// Printers says what the desk can print on.
func (s *Staff) Printers() (paper.Printing, error) {
	return onPaper(s, "Printers", func(ctx context.Context, p *paper.Press) (paper.Printing, error) { return p.Printing(ctx), nil })
}

// Print starts printing; Progress tells how far it is and what the printer
// waits for. Errors: CodeInvalid, CodeNotFound, CodeBusy.
func (s *Staff) Print(order paper.Order, name string) error {
	return s.onPaper("Print", func(ctx context.Context, p *paper.Press) error {
		return s.noted(ctx, p.Print(ctx, order, name), guide.DeedPrinted, order.Short())
	})
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
func (s *Staff) Save(order paper.Order, folder string) error {
	return s.onPaper("Save", func(ctx context.Context, p *paper.Press) error {
		if _, err := places.Find(findSticks(), folder); err != nil {
			return err
		}
		return s.noted(ctx, p.Save(ctx, order, folder), guide.DeedSaved, order.Short())
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
func (s *Staff) Unfinished() (paper.Left, error) {
	return onPaper(s, "Unfinished", func(ctx context.Context, p *paper.Press) (paper.Left, error) { return p.Left(ctx) })
}

// Resume goes on with the unfinished job at a page, counted from 1. Errors:
// CodeNotFound, CodeInvalid, CodeBusy.
func (s *Staff) Resume(from int) error {
	return s.onPaper("Resume", func(ctx context.Context, p *paper.Press) error {
		return s.noted(ctx, p.Resume(ctx, from), guide.DeedPrinted, "làm tiếp việc dở")
	})
}

// Forget drops the unfinished job; the pages that are out stay known. Errors:
// CodeBusy, CodeStorage.
func (s *Staff) Forget() error {
	return s.onPaper("Forget", func(ctx context.Context, p *paper.Press) error { return p.Forget(ctx) })
}

// Ruler tells how long the two lines of a layout's ruler are, and when a
// printer was measured with them last. Error: CodeInvalid.
func (s *Staff) Ruler(name, layout string) (paper.Ruler, error) {
	return onPaper(s, "Ruler", func(ctx context.Context, p *paper.Press) (paper.Ruler, error) {
		return p.Ruler(ctx, name, layout)
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

// PrintRecovery hands the recovery code that is on the glass to the usual printer.
// Errors: CodeInvalid, CodeUnavailable.
func (s *Staff) PrintRecovery(code string) error {
	return s.onPaper("PrintRecovery", func(ctx context.Context, p *paper.Press) error {
		return s.noted(ctx, p.PrintRecovery(ctx, code), guide.DeedPrinted, "Mã khôi phục")
	})
}

// Manual gives the chapters of the office's manual. Error: CodeContent.
func (s *Staff) Manual() ([]guide.ManualChapter, error) {
	return authorised(s, "Manual", func(context.Context, *sqlite.DB) ([]guide.ManualChapter, error) { return manual.Own() })
}

// PrintManual starts printing a chapter of the manual, or all of it for "".
// Errors: CodeNotFound, CodeBusy.
func (s *Staff) PrintManual(chapter, name string) error {
	return s.onPaper("PrintManual", func(_ context.Context, p *paper.Press) error { return p.PrintManual(chapter, name) })
}

// SaveManual is [Staff.PrintManual] into one of the Folders. Errors: CodeNotFound,
// CodeBusy.
func (s *Staff) SaveManual(chapter, folder string) error {
	return s.onPaper("SaveManual", func(_ context.Context, p *paper.Press) error {
		if _, err := places.Find(findSticks(), folder); err != nil {
			return err
		}
		return p.SaveManual(chapter, folder)
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
