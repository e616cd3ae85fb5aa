package picture

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

// Geometry of the phone, in units of the drawing.
const (
	width, height = 360.0, 720.0
	captionY      = 706.0
	barHeight     = 54.0
	margin        = 16.0
	looseGap      = 14.0
	tightGap      = 7.0
)

var (
	body  = box{6, 6, 348, 672}
	glass = box{18, 36, 324, 612}
)

type box struct{ x, y, w, h float64 }

func (b box) grow(by float64) box { return box{b.x - by, b.y - by, b.w + 2*by, b.h + 2*by} }

// block is one laid-out part, or a row of tiles, drawn with its top at y.
type block struct {
	height float64
	target bool
	draw   func(p *pen, y float64) box // gives the box of the target within
}

// pen collects shapes.
type pen struct{ shapes []Shape }

func (p *pen) add(s ...Shape) { p.shapes = append(p.shapes, s...) }

// text writes lines from a first baseline downwards.
func (p *pen) text(lines []string, x, y, size, leading float64, bold, middle bool, fill Colour) {
	for i, l := range lines {
		p.add(Text{X: x, Y: y + float64(i)*leading, Size: size, Words: l, Bold: bold, Middle: middle, Fill: fill})
	}
}

// Draw lays out a screen. tr translates the few words that are the drawing's
// own; what stands on the drawn screen stays as the real one says it. The
// target is always fully visible; parts that do not fit are left out behind
// an ellipsis.
func Draw(s guide.Screen, tr func(string) string) *Drawing {
	p := &pen{}
	p.add(rect(body, 40, paper, ink, 3), rect(glass, 6, white, line, 1.5))
	p.add(Rect{X: 150, Y: 19, W: 60, H: 6, Radius: 3, Fill: line})
	p.bar(s)

	top := glass.y + barHeight + 14
	title := wrap(s.Title, glass.w-2*margin, 23, true, 2)
	p.text(title, glass.x+margin, top+22, 23, 29, true, false, ink)
	top += float64(len(title))*29 + 10

	ring := p.parts(s, top, glass.y+glass.h-12-top)
	caption := tr(guide.WordIllustration)
	p.text([]string{caption}, width/2, captionY, 22, 0, false, true, soft)
	if ring.w > 0 {
		p.ring(ring)
	}
	return &Drawing{W: width, H: height, Shapes: p.shapes, Alt: alt(s, tr)}
}

func alt(s guide.Screen, tr func(string) string) string {
	words := tr(guide.WordIllustration) + ": " + s.App + ", " + tr(guide.WordScreen) + " " + s.Title + "."
	for _, part := range s.Show {
		if part.ID != "" && part.ID == s.Target {
			words += " " + tr(guide.WordTouch) + ": " + strings.TrimRight(part.Words(), ".") + "."
		}
	}
	return norm.NFC.String(words)
}

// bar draws the head of the screen: an app's name, or a browser's address.
func (p *pen) bar(s guide.Screen) {
	if s.On == guide.SurfacePortal {
		p.add(Rect{X: glass.x, Y: glass.y, W: glass.w, H: barHeight, Radius: 6, Fill: tint})
		pill := box{glass.x + 12, glass.y + 9, glass.w - 24, 36}
		p.add(rect(pill, 18, white, line, 1.5))
		p.lock(pill.x+20, pill.y+18)
		p.text(wrap(s.App, pill.w-50, 18, true, 1), pill.x+36, pill.y+24.5, 18, 0, true, false, ink)
		return
	}
	p.add(Rect{X: glass.x, Y: glass.y, W: glass.w, H: barHeight, Radius: 6, Fill: indigo})
	p.text(wrap(s.App, glass.w-2*margin, 21, true, 1), width/2, glass.y+34.5, 21, 0, true, true, white)
}

// parts places the parts between top and top+room and gives the target's box.
func (p *pen) parts(s guide.Screen, top, room float64) box {
	blocks := blocksOf(s)
	gap := looseGap
	if total(blocks, gap) > room {
		gap = tightGap
	}
	cut := false
	for len(blocks) > 1 && total(blocks, gap) > room {
		cut = true
		if last := len(blocks) - 1; !blocks[last].target {
			blocks = blocks[:last]
		} else {
			blocks = blocks[1:]
		}
	}
	var ring box
	y := top
	for _, b := range blocks {
		if hit := b.draw(p, y); b.target {
			ring = hit
		}
		y += b.height + gap
	}
	if cut {
		for i := range 3 {
			p.add(Circle{X: width/2 - 12 + float64(i)*12, Y: glass.y + glass.h - 8, R: 2.5, Fill: soft})
		}
	}
	return ring
}

func total(blocks []block, gap float64) float64 {
	sum := 0.0
	for i, b := range blocks {
		sum += b.height
		if i > 0 {
			sum += gap
		}
	}
	return sum
}

// ring marks the target: a thick line around it and a hand pointing at it.
func (p *pen) ring(b box) {
	p.add(rect(b.grow(6), 14, "", madder, 5))
	x, y := b.x+b.w*0.80, b.y+b.h*0.58
	if b.w < 140 { // a small target would vanish under the hand
		x, y = b.x+b.w-4, b.y+b.h*0.42
	}
	x, y = min(x, glass.x+glass.w-40), min(y, captionY-24-handHeight)
	p.add(hand(x, y))
}

const handHeight = 82

// hand is a pointing hand whose finger tip is at x, y.
func hand(x, y float64) Path {
	at := func(kind byte, c ...float64) Op {
		var op Op
		op.Kind = kind
		for i := 0; i+1 < len(c); i += 2 {
			op.At[i], op.At[i+1] = x+c[i], y+c[i+1]
		}
		return op
	}
	return Path{Fill: white, Stroke: ink, Line: 3, Ops: []Op{
		at('M', -8, 10), at('C', -8, 4.5, -4.5, 0, 0, 0), at('C', 4.5, 0, 8, 4.5, 8, 10), at('L', 8, 32),
		at('C', 11, 28, 20, 29, 20, 37), at('C', 24, 33.5, 32, 36, 32, 43), at('L', 32, 58),
		at('C', 32, 72, 24, handHeight, 10, handHeight), at('L', 2, handHeight), at('C', -6, handHeight, -10, 78, -14, 72),
		at('L', -28, 52), at('C', -32, 46, -24, 39, -18, 44), at('L', -8, 52), at('Z'),
	}}
}

func (p *pen) lock(x, y float64) {
	p.add(Path{Stroke: ink, Line: 2.2, Ops: []Op{
		{'M', [6]float64{x - 4.5, y - 1}}, {'L', [6]float64{x - 4.5, y - 4}},
		{'C', [6]float64{x - 4.5, y - 10, x + 4.5, y - 10, x + 4.5, y - 4}}, {'L', [6]float64{x + 4.5, y - 1}},
	}}, Rect{X: x - 7, Y: y - 1, W: 14, H: 10, Radius: 2, Fill: ink})
}
