package handout

import (
	"cmp"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// What tells one paper from another at two metres: its pictogram and its short
// title, as large as they can be.

// Large solid fields drink toner and come out in stripes on cheap printers, and a
// card is printed by the hundred. So only what hangs on a wall has a dark field;
// all else has a panel: an outline that carries the shape by itself, a tint next
// to white, and a woven band of thin stitches beneath it. The same sheet is right
// on every printer, without a mode that staff would have to know.

const titleLeading = 1.18

// leastTitle is how small a title may get before it is cut, of the layout's own.
const leastTitle = 0.42

// title is a title that fits a place.
type title struct {
	size  float64
	lines []string
}

// height is how high the title's letters stand, mm.
func (t title) height() float64 { return t.size * titleLeading * float64(len(t.lines)) }

// fitTitle makes a title as large as it fits in w × h, at most most lines.
func fitTitle(text string, w, h, size float64, most int) title {
	for least := max(smallest, size*leastTitle); ; size = max(least, size*0.96) {
		t := title{size, broken(text, w, size, true, 0)}
		if len(t.lines) <= most && t.height() <= h {
			return t
		}
		if size == least {
			t.lines = broken(text, w, size, true, max(1, min(most, int(h/(size*titleLeading)))))
			return t
		}
	}
}

// tints are the grounds of panels, one for each family of tiles, so that a card
// has the colour of the tile it came from.
var tints = map[guide.Tint]picture.Colour{
	guide.TintIndigo: "#eceff8", guide.TintRice: "#fdf2d3", guide.TintLeaf: "#e6f3e8", guide.TintMadder: "#fbedea",
}

// head draws the head of a paper: the panel, or for the wall the field.
func (p *pen) head(s Content, f paper) {
	if f.field > 0 {
		p.field(s, f)
		return
	}
	fill := tints[cmp.Or(s.Tint, guide.TintIndigo)]
	if f.style == roll { // thermal paper knows no tint
		fill = ""
	}
	ink, line := indigo, 0.5
	if f.alarm {
		ink, line, fill = alarm, 1.1, ""
	}
	p.page.Shapes = append(p.page.Shapes, picture.Rect{
		X: p.x + line/2, Y: p.y + line/2, W: p.w - line, H: f.head - line, Radius: f.head * 0.1, Fill: fill, Stroke: ink, Line: line,
	})
	pad := f.head * 0.1
	in := p.part(pad*1.2, p.w-2.4*pad)
	if art := pictogram(s.Icon, f.style == roll); art != nil {
		side := min(f.head-2*pad, p.w*0.28)
		p.stamp(art, in.x, p.y+(f.head-side)/2, side)
		in = in.beside(side + pad*1.2)
	}
	in.y = p.y
	in.titled(s, f, f.head, f.body, in.w)
	p.missing = append(p.missing, in.missing...)
	p.y += f.head + 0.7
	if !f.alarm {
		p.band(f.band, indigo)
	}
}

// titled writes title, what it is in full, and by when, in the middle of height.
func (p *pen) titled(s Content, f paper, height, size, w float64) {
	p.missing = append(p.missing, picture.Missing(s.Title+s.Full+s.Deadline)...)
	below := 0.0
	var more []string
	if s.Deadline != "" {
		more = append(more, s.Deadline)
	}
	if s.Full != "" && f.full {
		more = append(more, s.Full)
	}
	var lines [][]string
	for _, text := range more {
		lines = append(lines, broken(text, w, size, text == s.Deadline, 2))
		below += size * leading * float64(len(lines[len(lines)-1]))
	}
	t := fitTitle(s.Title, w, height*0.94-below, f.title, 3)
	p.y += (height - t.height() - below) / 2
	p.w = w
	p.write(t.lines, t.size, true, false, titleLeading)
	for i, text := range lines {
		p.write(text, size, more[i] == s.Deadline, false, leading)
	}
}

// band weaves a band over the width of the pen.
func (p *pen) band(height float64, cloth picture.Colour) {
	if height == 0 {
		return
	}
	art, high := band(p.w, height, cloth)
	p.stamp(art, p.x, p.y, high)
	p.y += high
}

// field is the dark head of a poster, over the whole width of the page.
func (p *pen) field(s Content, f paper) {
	all := &pen{page: p.page, w: p.page.W, ink: white}
	height := p.page.H * f.field
	ground := indigo
	if f.alarm {
		ground = alarm
	}
	p.page.Shapes = append(p.page.Shapes, picture.Rect{W: all.w, H: height, Fill: ground})
	_, high := band(all.w, f.band, rice)
	all.y = height - high - 1.2
	all.band(f.band, rice)
	free := height - high - 1.2 // above the band
	in := *p
	in.ink, in.missing, in.y = white, nil, free*0.08
	w := p.w
	if art := pictogram(s.Icon, false); art != nil {
		side := min(free*0.74, p.w*0.3)
		x, y := p.x+p.w-side, (free-side)/2+free*0.02
		p.page.Shapes = append(p.page.Shapes, picture.Rect{X: x, Y: y, W: side, H: side, Radius: side * 0.16, Fill: rice})
		p.stamp(art, x+side*0.1, y+side*0.1, side*0.8)
		w -= side + f.body
	}
	in.titled(s, f, free*0.9, f.body*1.25, w)
	p.missing = append(p.missing, in.missing...)
	p.y = height
}
