package picture

import (
	"strings"

	"tungbuoc/backend/guide"
)

// pen collects shapes.
type pen struct {
	screen  guide.Screen
	letters float64 // 1: as designed
	tight   bool    // photos are lower and messages wider, so that more is seen
	dark    bool    // on a camera's picture
	paper   bool    // for a black and white printer
	cut     bool    // some words did not fit
	less    bool    // an address was said shorter, or in letters smaller than the rest
	still   int     // how many shapes draw what is the same before and after a touch
	shapes  []Shape
	spots   []spot
	part    int             // the part being drawn
	fills   map[int][]Shape // shapes to show only after a touch, by part; nil: all at once
}

// spot is where a part of a screen was drawn.
type spot struct {
	part int // index in Screen.Show
	box
}

// put remembers where the part at hand was drawn.
func (p *pen) put(b box) { p.spots = append(p.spots, spot{p.part, b}) }

// boxOf is where a part was drawn.
func (p *pen) boxOf(part int) box {
	for _, spot := range p.spots {
		if spot.part == part {
			return spot.box
		}
	}
	return box{}
}

// fill draws what a touch puts into the part at hand.
func (p *pen) fill(draw func()) {
	if _, later := p.fills[p.part]; !later {
		draw()
		return
	}
	drawn := p.shapes
	p.shapes = nil
	draw()
	p.fills[p.part], p.shapes = p.shapes, drawn
}

func (p *pen) add(s ...Shape) { p.shapes = append(p.shapes, s...) }

// text writes lines from a first baseline downwards.
func (p *pen) text(lines []string, x, y, size, leading float64, bold, middle bool, fill Colour) {
	for i, l := range lines {
		p.add(Text{X: x, Y: y + float64(i)*leading, Size: size, Words: l, Bold: bold, Middle: middle, Fill: fill})
	}
}

// words are lines of text in a box of their own.
type words struct {
	lines  []string
	size   float64
	bold   bool
	height float64
}

// leading is the distance of two lines, in their size: room for two marks over a letter.
const leading = 1.28

// wrap lays words out, in letters of a size times that of the pen, or in smaller ones
// where the name of a page or a number would be parted.
func (p *pen) wrap(text string, width, size float64, bold bool, most int) words {
	w := words{size: size * p.letters, bold: bold}
	if text == "" {
		return w
	}
	size = w.size
	text, w.size = fitted(text, width, size, bold)
	p.less = p.less || w.size < size
	w.lines = Wrap(text, width, w.size, bold, most)
	p.cut = p.cut || !whole(text, w.lines, width, w.size, bold)
	for i, l := range w.lines {
		w.lines[i] = strings.ReplaceAll(l, string(noBreak), " ")
	}
	w.height = float64(len(w.lines)) * w.size * leading
	return w
}

// wide is the width of the longest line.
func (w words) wide() float64 {
	wide := 0.0
	for _, l := range w.lines {
		wide = max(wide, Width(l, w.size, w.bold))
	}
	return wide
}

// write puts words with their upper edge at y; x is their start or their middle.
func (p *pen) write(w words, x, y float64, middle bool, fill Colour) {
	p.text(w.lines, x, y+w.size*1.02, w.size, w.size*leading, w.bold, middle, fill)
}
