package paper

import (
	"context"
	"io"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
)

// Ruler is the ruler of a layout: how long its two lines should be, mm, and
// when a printer was measured with them last, YYYY-MM-DD, "" if never.
type Ruler struct {
	Across   float64 `json:"across"`
	Down     float64 `json:"down"`
	Measured string  `json:"measured"`
}

// Ruler gives the ruler of a layout for a printer. Errors: CodeInvalid for no
// such layout, CodeStorage.
func (p *Press) Ruler(ctx context.Context, name, layout string) (Ruler, error) {
	l, err := handout.ParseLayout(layout)
	if err != nil {
		return Ruler{}, err
	}
	c, err := p.o.Store.Calibration(ctx, name, layout)
	across, down := l.RulerMM()
	return Ruler{Across: across, Down: down, Measured: c.Measured}, err
}

// PrintRuler prints the ruler of a layout as the printer prints now. Errors:
// CodeInvalid for no such layout, CodeBusy, and those of printing.
func (p *Press) PrintRuler(ctx context.Context, name, layout string) error {
	l, err := handout.ParseLayout(layout)
	if err != nil {
		return err
	}
	page, err := handout.Ruler(l)
	if err != nil {
		return err
	}
	return p.o.Worker.Alone(func() error {
		_, err := p.one(ctx, name, "thuoc", page, handout.Document{Title: "Từng Bước", Made: p.o.Now()})
		return err
	})
}

// one prints a single page on paper of its own size.
func (p *Press) one(ctx context.Context, name, about string, page *handout.Page, d handout.Document) (printer.Job, error) {
	return p.spool.print(ctx, name, about, printer.Options{PaperMM: [2]float64{page.W, page.H}}, func(w io.Writer) error {
		return handout.WritePDF(w, d, handout.Just(page).From(1))
	})
}

// Calibrate keeps what staff measured on the ruler, in mm: from then on the
// printer's fault is made up for on this layout. Errors: CodeInvalid for what
// cannot have been measured, CodeStorage.
func (p *Press) Calibrate(ctx context.Context, name, layout string, across, down float64) error {
	l, err := handout.ParseLayout(layout)
	if err != nil {
		return err
	}
	trueAcross, trueDown := l.RulerMM()
	return p.o.Store.Calibrate(ctx, name, layout, guide.Calibration{Across: across / trueAcross, Down: down / trueDown})
}
