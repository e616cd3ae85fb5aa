package picture

import "tungbuoc/backend/guide"

// photo is a picture in an app, or what a camera looks at.
func (p *pen) photo(text string) block {
	w := p.wrap(text, inner-16, smallSize, false, 3)
	high := 84.0
	switch {
	case p.tight && p.dark:
		high = 66
	case p.tight:
		high = 54
	case p.dark:
		high = 104
	}
	h := high + 6 + w.height
	return block{height: h, draw: func(y float64) {
		if p.dark {
			p.finder(box{left + 20, y, inner - 40, high})
			sheet := box{width/2 - 52, y + 12, 104, high - 24}
			p.add(rect(sheet, 3, white, "", 0))
			for i, wide := range []float64{50, 80, 80, 64} {
				if at := sheet.y + 12 + 16*float64(i); at+7 < sheet.bottom()-4 {
					p.add(rect(box{sheet.x + 12, at, wide, 7}, 3, line, "", 0))
				}
			}
		} else {
			b := box{left + 56, y, inner - 112, high}
			foot, s := y+high-14, (high-28)/56 // of the hills, and how much lower they are
			p.add(rect(b, 10, tint, ink, 2), Circle{X: b.x + 40, Y: y + 14 + 12*s, R: 10 * s, Fill: white, Stroke: soft, Line: 2})
			p.add(polyline(soft, 2.5, b.x+14, foot, b.x+64, foot-32*s, b.x+92, foot-12*s, b.x+124, foot-40*s, b.x+b.w-14, foot))
		}
		p.write(w, width/2, y+high+4, true, p.paint())
		p.put(box{left, y, inner, h})
	}}
}

// codeSide is the side of a drawn code: on no glass more than a third of the real one
// beside the phone, so that nobody holds a telephone to the wrong one.
const codeSide = 28.0

// scan is a sheet or a screen with a code on it, held before the camera. The code is a sign
// for one: small, coarse, and without the squares within squares by which a code is found.
func (p *pen) scan(text string) block {
	const high, wide, tall, held = 128.0, 150.0, 104.0, codeSide + 24
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
		sheet := box{(width - wide) / 2, y + (high-tall)/2, wide, tall}
		p.add(rect(sheet, 8, white, line, 2))
		for i, long := range []float64{50, 50, 38, 50, 30} {
			p.add(rect(box{sheet.x + 14, sheet.y + 18 + 15*float64(i), long, 7}, 3, line, "", 0))
		}
		at := box{sheet.x + wide - held - 12, sheet.y + (tall-held)/2, held, held}
		p.brackets(at, indigo, 12)
		p.code(box{at.x + (held-codeSide)/2, at.y + (held-codeSide)/2, codeSide, codeSide})
		p.write(w, width/2, y+high+2, true, ink)
		p.put(box{left, y, inner, h})
	}}
}

// finder is the four corners in which a camera holds what it has found.
func (p *pen) finder(b box) {
	stroke := white
	if p.dark {
		stroke = p.paint()
	}
	p.brackets(b, stroke, 18)
}

func (p *pen) brackets(b box, stroke Colour, arm float64) {
	x1, y1 := b.x+b.w, b.bottom()
	for _, c := range [][6]float64{
		{b.x, b.y + arm, b.x, b.y, b.x + arm, b.y}, {x1 - arm, b.y, x1, b.y, x1, b.y + arm},
		{b.x, y1 - arm, b.x, y1, b.x + arm, y1}, {x1 - arm, y1, x1, y1, x1, y1 - arm},
	} {
		p.add(polyline(stroke, 4, c[:]...))
	}
}

// code is a sign for a code: three open squares and a few dots, the fourth part of a
// code's roughest grid. No phone reads anything from it.
func (p *pen) code(b box) {
	m := b.w / 7
	for _, at := range [][2]float64{{0, 0}, {4, 0}, {0, 4}} {
		p.add(Rect{X: b.x + (at[0]+0.5)*m, Y: b.y + (at[1]+0.5)*m, W: 2 * m, H: 2 * m, Stroke: indigo, Line: m})
	}
	for _, at := range [][2]float64{{3, 1}, {3, 3}, {5, 3}, {1, 3}, {4, 4}, {6, 4}, {5, 5}, {3, 5}, {4, 6}, {6, 6}} {
		p.add(rect(box{b.x + at[0]*m, b.y + at[1]*m, m, m}, 0, indigo, "", 0))
	}
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
