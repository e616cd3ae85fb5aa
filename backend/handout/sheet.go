package handout

import "tungbuoc/backend/picture"

// place puts a card, or a part of one, on the page.
func (p *Page) place(card *Page, x, y float64) {
	p.Shapes = append(p.Shapes, picture.Moved(card.Shapes, x, y, 1)...)
	for _, stamp := range card.Stamps {
		stamp.X, stamp.Y = stamp.X+x, stamp.Y+y
		p.Stamps = append(p.Stamps, stamp)
	}
	for _, c := range card.Codes {
		c.X, c.Y = c.X+x, c.Y+y
		p.Codes = append(p.Codes, c)
	}
}

// cutMarks draws where to cut: short lines at the edges and crosses inside,
// away from every code.
func (p *Page) cutMarks(f paper, w, h float64) {
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
