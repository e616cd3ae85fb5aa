package desktop

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/sqlite"
)

// Ruler tells how long the two lines of a layout's ruler are, and when a
// printer was measured with them last. Error: CodeInvalid.
func (s *Staff) Ruler(name, layout string) (RulerView, error) {
	return authorised(s, "Ruler", func(ctx context.Context, db *sqlite.DB) (RulerView, error) {
		l, err := handout.ParseLayout(layout)
		if err != nil {
			return RulerView{}, err
		}
		c, err := db.Calibration(ctx, name, layout)
		across, down := l.RulerMM()
		return RulerView{Across: across, Down: down, Measured: c.Measured}, err
	})
}

// PrintRuler prints the ruler of a layout as the printer prints now. Errors:
// CodeInvalid, and those of printing.
func (s *Staff) PrintRuler(name, layout string) error {
	_, err := authorised(s, "PrintRuler", func(ctx context.Context, _ *sqlite.DB) (struct{}, error) {
		l, err := handout.ParseLayout(layout)
		if err != nil {
			return struct{}{}, err
		}
		if s.busy() {
			return struct{}{}, errBusy()
		}
		page, err := handout.Ruler(l)
		if err != nil {
			return struct{}{}, err
		}
		folder := filepath.Join(s.r.dataDir, spoolFolder)
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return struct{}{}, guide.Wrap(err, guide.CodeStorage, "Không ghi được tệp để in. Mời xem ổ đĩa còn chỗ không.")
		}
		file := filepath.Join(folder, "thuoc.pdf")
		defer func() { _ = os.Remove(file) }()
		err = safefile.Write(file, func(w io.Writer) error {
			return handout.WritePDF(w, handout.Document{Title: "Từng Bước", Made: s.now()}, handout.Just(page).From(1))
		})
		if err != nil {
			return struct{}{}, err
		}
		_, err = s.r.printers.Print(ctx, name, file, printer.Options{Copies: 1, Title: "Từng Bước", PaperMM: [2]float64{page.W, page.H}})
		return struct{}{}, err
	})
	return err
}

// Calibrate keeps what staff measured on the ruler, in mm: from then on the
// printer's fault is made up for on this layout. Error: CodeInvalid.
func (s *Staff) Calibrate(name, layout string, across, down float64) error {
	_, err := authorised(s, "Calibrate", func(ctx context.Context, db *sqlite.DB) (struct{}, error) {
		l, err := handout.ParseLayout(layout)
		if err != nil {
			return struct{}{}, err
		}
		trueAcross, trueDown := l.RulerMM()
		return struct{}{}, db.Calibrate(ctx, name, layout, guide.Calibration{Across: across / trueAcross, Down: down / trueDown})
	})
	return err
}
