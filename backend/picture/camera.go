package picture

import "tungbuoc/backend/guide"

// photo is a picture in an app, or what a camera looks at.
func (p *pen) photo(text string) block {
	w := p.wrap(text, inner-16, smallSize, false, 3)
	high := 84.0
	if p.dark {
		high = 104
	}
	h := high + 6 + w.height
	return block{height: h, draw: func(y float64) {
		if p.dark {
			p.finder(box{left + 20, y, inner - 40, high})
			sheet := box{width/2 - 52, y + 12, 104, high - 24}
			p.add(rect(sheet, 3, white, "", 0))
			for i, wide := range []float64{50, 80, 80, 64} {
				p.add(rect(box{sheet.x + 12, sheet.y + 12 + 16*float64(i), wide, 7}, 3, line, "", 0))
			}
		} else {
			b := box{left + 56, y, inner - 112, high}
			p.add(rect(b, 10, tint, ink, 2), Circle{X: b.x + 40, Y: y + 26, R: 10, Fill: white, Stroke: soft, Line: 2})
			p.add(polyline(soft, 2.5, b.x+14, y+70, b.x+64, y+38, b.x+92, y+58, b.x+124, y+30, b.x+b.w-14, y+70))
		}
		p.write(w, width/2, y+high+4, true, p.paint())
		p.put(box{left, y, inner, h})
	}}
}

// scan is a code before the camera. It is drawn, and leads nowhere.
func (p *pen) scan(text string) block {
	const high = 128.0
	w := words{}
	h := high
	if !p.dark { // a camera says nothing of what it sees
		w = p.wrap(text, inner-16, smallSize, false, 2)
		h += 4 + w.height
	}
	return block{height: h, draw: func(y float64) {
		if !p.dark {
			p.add(rect(box{left, y, inner, high}, 12, night, "", 0))
		}
		p.finder(box{width/2 - 62, y + 2, 124, high - 4})
		p.code(box{width/2 - 50, y + high/2 - 50, 100, 100})
		p.write(w, width/2, y+high+2, true, ink)
		p.put(box{left, y, inner, h})
	}}
}

// finder is the four corners in which a camera holds what it has found.
func (p *pen) finder(b box) {
	const arm = 18.0
	x1, y1, stroke := b.x+b.w, b.bottom(), white
	if p.dark {
		stroke = p.paint()
	}
	for _, c := range [][6]float64{
		{b.x, b.y + arm, b.x, b.y, b.x + arm, b.y}, {x1 - arm, b.y, x1, b.y, x1, b.y + arm},
		{b.x, y1 - arm, b.x, y1, b.x + arm, y1}, {x1 - arm, y1, x1, y1, x1, y1 - arm},
	} {
		p.add(polyline(stroke, 4, c[:]...))
	}
}

// code looks like a code and is none: no phone reads anything from it.
func (p *pen) code(b box) {
	const n, quiet = 17.0, 6.0
	p.add(rect(b, 4, white, "", 0))
	m := (b.w - 2*quiet) / n
	x0, y0 := b.x+quiet, b.y+quiet
	for _, at := range [][2]float64{{0, 0}, {n - 5, 0}, {0, n - 5}} {
		x, y := x0+at[0]*m, y0+at[1]*m
		p.add(Rect{X: x + m/2, Y: y + m/2, W: 4 * m, H: 4 * m, Stroke: ink, Line: m}, Rect{X: x + 1.5*m, Y: y + 1.5*m, W: 2 * m, H: 2 * m, Fill: ink})
	}
	dark := func(row, column int) bool {
		corner := row < 6 && (column < 6 || column > 10) || row > 10 && column < 6
		return column < int(n) && !corner && (row*7+column*5+row*column*3)%5 < 2
	}
	dots := Path{Fill: ink}
	for row := range int(n) {
		for column := 0; column < int(n); column++ {
			run := 0
			for dark(row, column+run) {
				run++
			}
			if run > 0 {
				x, y, w := x0+float64(column)*m, y0+float64(row)*m, float64(run)*m
				dots.Ops = append(dots.Ops, op('M', x, y, 0, 0), op('L', x, y, w, 0), op('L', x, y, w, m), op('L', x, y, 0, m), op('Z', 0, 0))
				column += run
			}
		}
	}
	p.add(dots)
}

// bubble is what a camera shows over a code it has read.
func (p *pen) bubble(text string) block {
	const room = inner - 16
	size := largest(text, bodySize*p.letters, smallSize, room, true)
	w := p.wrap(text, room, max(size, smallSize)/p.letters, true, 2)
	h := max(w.height+18, touchable)
	wide := min(max(w.wide()+36, 140), inner+8)
	return block{height: h, draw: func(y float64) {
		b := box{(width - wide) / 2, y, wide, h}
		p.add(rect(b, min(h/2, 24), white, p.paint(), 2))
		p.write(w, width/2, y+(h-w.height)/2, true, indigo)
		p.put(b)
	}}
}

// shutter is the round button of a camera, with its word beside it.
func (p *pen) shutter(part guide.Part) block {
	const r = 25.0
	w := p.wrap(part.Button, inner/2-r-14, buttonSize, true, 2)
	h := max(2*r+2, w.height)
	return block{height: h, draw: func(y float64) {
		cy := y + h/2
		p.add(Circle{X: width / 2, Y: cy, R: r - 1.5, Stroke: p.paint(), Line: 3}, Circle{X: width / 2, Y: cy, R: r - 7, Fill: p.paint()})
		p.write(w, width/2+r+14, cy-w.height/2, false, p.paint())
		p.put(box{width/2 - r, y, 2*r + 14 + w.wide(), h})
	}}
}
