package handout

import (
	"fmt"
	"math"

	"tungbuoc/backend/picture"
)

// Ruler is a page with two lines to measure: printers make paper a little
// longer or shorter, and codes with it.
func Ruler(l Layout) (*Page, error) {
	f := l.paper()
	across, down := l.RulerMM()
	h := f.h
	if h == 0 {
		h = down + 90
	}
	page := &Page{W: f.w, H: h}
	p := &pen{page: page, x: f.margin, y: f.margin, w: f.w - 2*f.margin, dpi: printerDPI}
	left, top := (f.w-across)/2, f.margin+4
	line(page, left, top, left+across, top)
	p.y = top + 6
	p.x, p.w = left+12, f.w-f.margin-left-12
	size := min(f.body, 6.0)
	p.lines(sayRulerTitle, size*1.4, true, 2)
	p.gap(size)
	p.lines(fmt.Sprintf(sayRulerAcross, across), size, false, 0)
	p.gap(size * 0.5)
	p.lines(fmt.Sprintf(sayRulerDown, down), size, false, 0)
	p.gap(size * 0.5)
	p.lines(sayRulerType, size, false, 0)
	line(page, left, top+4, left, top+4+down)
	return page, p.err()
}

// RulerMM is how long the two lines of the ruler are, mm.
func (l Layout) RulerMM() (across, down float64) {
	f := l.paper()
	const tens = 10
	across = math.Floor((f.w-2*max(f.margin, 8))/tens) * tens
	if f.style == roll {
		return across, across
	}
	return across, math.Floor((f.h-2*max(f.margin, 8)-8)/tens) * tens
}

// line draws a thin line, level or upright, with a stroke across at each end.
func line(page *Page, x1, y1, x2, y2 float64) {
	const thin, end = 0.25, 3.0
	bar := func(x, y, w, h float64) {
		page.Shapes = append(page.Shapes, picture.Rect{X: x, Y: y, W: w, H: h, Fill: black})
	}
	if y1 == y2 { // the strokes' outer edges are what is measured
		bar(x1, y1-thin/2, x2-x1, thin)
		bar(x1, y1-end/2, thin, end)
		bar(x2-thin, y1-end/2, thin, end)
		return
	}
	bar(x1-thin/2, y1, thin, y2-y1)
	bar(x1-end/2, y1, end, thin)
	bar(x1-end/2, y2-thin, end, thin)
}
