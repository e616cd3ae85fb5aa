package picture

import "tungbuoc/backend/guide"

// greyLine is how high a line of grey is.
const greyLine = 14.0

// greyed is a block whose words do not matter, as grey shapes.
func (p *pen) greyed(b block) block {
	part := p.screen.Show[b.parts[0]]
	bar := func(x, y, w float64) { p.add(rect(box{x, y, w, greyLine}, greyLine/2, grey, "", 0)) }
	g := block{parts: b.parts, height: 46}
	switch part.Kind() {
	case guide.PartText:
		g.height = 14
		g.draw = func(y float64) { bar(left, y, inner*0.8) }
	case guide.PartField:
		g.height = 66
		g.draw = func(y float64) {
			bar(left, y, inner*0.4)
			p.add(rect(box{left, y + 22, inner, 44}, 10, white, grey, 3))
		}
	case guide.PartButton:
		g.draw = func(y float64) { p.add(rect(box{left, y, inner, 46}, 14, grey, "", 0)) }
	case guide.PartTile:
		g.height = 78
		g.draw = func(y float64) {
			for i := range b.parts {
				x := left + 12 + float64(i)*105
				p.add(rect(box{x, y, 56, 56}, 15, grey, "", 0))
				bar(x-6, y+64, 68)
			}
		}
	case guide.PartCheck, guide.PartChoice:
		g.height = 26
		g.draw = func(y float64) {
			p.add(rect(box{left, y, 26, 26}, 6, white, grey, 3))
			bar(left+40, y+6, inner*0.6)
		}
	default:
		g.height = 30
		g.draw = func(y float64) {
			bar(left, y+4, inner*0.55)
			p.add(polyline(grey, 2, left, y+30, left+inner, y+30))
		}
	}
	if p.dark {
		return block{parts: b.parts, height: 0, draw: func(float64) {}}
	}
	return g
}

// greyLines go on below what is shown: the page does.
func (p *pen) greyLines(y float64) {
	const high, step, room = greyLine, 30.0, 24.0
	for i, wide := range []float64{0.78, 1, 0.9, 0.62, 0.84, 1, 0.7} {
		at := y + room - 14 + float64(i)*step
		if at+high+bottom > ground {
			return
		}
		p.add(rect(box{left, at, inner * wide, high}, high/2, grey, "", 0))
	}
}

// head is the band at the top of a page: whose it is, and a button at the
// right. It gives where the band ends.
func (p *pen) head(button int) float64 {
	part := p.screen.Show[button]
	label := p.wrap(part.Button, inner*0.6, buttonSize, true, 2)
	wide, high := label.wide()+28, max(48, label.height+18)
	name := p.name(width - 2*glassLeft - wide - 3*gap - 14)
	band := max(high+26, name.height+20)
	p.add(rect(box{glassLeft, barBottom, glassWidth, band}, 0, indigo, "", 0))
	p.write(name, glassLeft+14, barBottom+(band-name.height)/2, false, white)
	if len(name.lines) == 0 {
		for i, long := range []float64{80, 56} {
			p.add(rect(box{glassLeft + 14, barBottom + band/2 - 18 + 22*float64(i), long, 14}, 7, line, "", 0))
		}
	}
	b := box{width - glassLeft - gap - 4 - wide, barBottom + (band-high)/2, wide, high}
	p.add(rect(b, 12, white, "", 0))
	p.write(label, b.x+wide/2, b.y+(high-label.height)/2, true, indigo)
	p.part = button
	p.put(b)
	return barBottom + band
}

// name is the name of a page in its head, in the largest letters in which it
// fits beside the button; none if it does not.
func (p *pen) name(width float64) words {
	for size := smallSize * p.letters; size >= smallSize; size -= 0.5 {
		p.cut = false
		if w := p.wrap(p.screen.Title, width, size/p.letters, true, 3); !p.cut {
			return w
		}
	}
	return words{}
}
