package handout

import (
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// MaxCopies is the most copies of one job.
const MaxCopies = 5000

// Job is what to print.
type Job struct {
	Layout Layout
	Slips  []Slip
	Copies int // of each slip, 1 to MaxCopies
	Start  int // first free place on a used sheet, from 1
	DPI    int // of the printer; 0: unknown
	Large  bool
}

// Check refuses a job that cannot be. Errors: CodeUsage.
func (j Job) Check() error {
	_, known := forms[j.Layout]
	switch {
	case !known:
		_, err := ParseLayout(string(j.Layout))
		return err
	case len(j.Slips) == 0:
		return guide.Errorf(guide.CodeUsage, "Chưa chọn dịch vụ nào để in.")
	case j.Copies < 1 || j.Copies > MaxCopies:
		return guide.Errorf(guide.CodeUsage, "Số bản in từ 1 đến %d.", MaxCopies)
	case j.Start < 1 || j.Start > j.Layout.Cells():
		return guide.Errorf(guide.CodeUsage, "Vị trí bắt đầu từ 1 đến %d với khổ %s.", j.Layout.Cells(), j.Layout)
	case j.DPI != 0 && (j.DPI < 72 || j.DPI > 2400):
		return guide.Errorf(guide.CodeUsage, "Độ nét máy in từ 72 đến 2400 điểm.")
	}
	return nil
}

// PageCount is how many pages the job has.
func (j Job) PageCount() int {
	if j.Layout == Leaflet {
		return j.leafletSides()
	}
	cells := j.Layout.Cells()
	return (j.Start - 1 + len(j.Slips)*j.Copies + cells - 1) / cells
}

// Pages lays the job out, a page at a time: next gives each page until it says
// false. Every card is laid out once, however many copies there are. Errors:
// those of Check; CodeContent from next.
func (j Job) Pages() (next func() (*Page, bool, error), err error) {
	if err := j.Check(); err != nil {
		return nil, err
	}
	f := forms[j.Layout]
	if j.Large {
		f = f.large()
	}
	dpi := j.DPI
	if dpi == 0 {
		dpi = printerDPI
	}
	if j.Layout == Leaflet {
		return j.leaflets(f, dpi)
	}
	w, h := f.w/float64(f.columns), f.h/float64(f.rows)
	cards := make([]*Page, len(j.Slips))
	place, left := j.Start-1, len(j.Slips)*j.Copies
	return func() (*Page, bool, error) {
		if left == 0 {
			return nil, false, nil
		}
		page := &Page{W: f.w, H: f.h}
		for ; place < f.columns*f.rows && left > 0; place++ {
			n := len(j.Slips)*j.Copies - left
			i := n / j.Copies
			if cards[i] == nil {
				var err error
				if cards[i], err = card(j.Slips[i], f, w, h, dpi); err != nil {
					return nil, false, err
				}
			}
			page.place(cards[i], w*float64(place%f.columns), h*float64(place/f.columns))
			if f.h == 0 { // a roll is as long as what stands on it
				page.H = cards[i].H
			}
			left--
		}
		place = 0
		page.cutMarks(f, w, h)
		return page, true, nil
	}, nil
}

// place puts a card on the page.
func (p *Page) place(card *Page, x, y float64) {
	p.Shapes = append(p.Shapes, picture.Moved(card.Shapes, x, y, 1)...)
	for _, c := range card.Codes {
		c.X, c.Y = c.X+x, c.Y+y
		p.Codes = append(p.Codes, c)
	}
}

// cutMarks draws where to cut: short lines at the edges and crosses inside,
// away from every code.
func (p *Page) cutMarks(f form, w, h float64) {
	const long, line = 4.0, 0.2
	mark := func(x, y, mw, mh float64) {
		p.Shapes = append(p.Shapes, picture.Rect{X: x, Y: y, W: mw, H: mh, Fill: black})
	}
	for c := 1; c < f.columns; c++ {
		x := w * float64(c)
		for r := 0; r <= f.rows; r++ {
			y := h * float64(r)
			mark(x-line/2, max(0, y-long/2), line, min(long, min(y+long/2, f.h)-max(0, y-long/2)))
		}
	}
	for r := 1; r < f.rows; r++ {
		y := h * float64(r)
		for c := 0; c <= f.columns; c++ {
			x := w * float64(c)
			mark(max(0, x-long/2), y-line/2, min(long, min(x+long/2, f.w)-max(0, x-long/2)), line)
		}
	}
}
