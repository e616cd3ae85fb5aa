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
	glassRadius   = 10.0
	margin        = 16.0
	looseGap      = 14.0
	tightGap      = 10.0 // the ring still clears the neighbours
	cutHeight     = 12.0 // of the dots that stand for what was left out
)

var (
	body  = box{6, 6, 348, 672}
	glass = box{18, 36, 324, 612}
)

type box struct{ x, y, w, h float64 }

func (b box) grow(by float64) box { return box{b.x - by, b.y - by, b.w + 2*by, b.h + 2*by} }

// frameShapes is how many shapes draw the phone itself, the same on every picture.
const frameShapes = 3

// block is one laid-out part, or a row of tiles, drawn with its top at y.
type block struct {
	height float64
	target bool
	draw   func(p *pen, y float64) box // gives the box of the target within
}

// pen collects shapes.
type pen struct {
	shapes []Shape
	spots  []spot
	part   int             // the part being drawn
	fills  map[int][]Shape // shapes to show only after a touch, by part; nil: all at once
}

// spot is where a part of a screen was drawn.
type spot struct {
	part int // index in Screen.Show
	box
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

// Draw lays out a screen. tr translates the few words that are the drawing's
// own; what stands on the drawn screen stays as the real one says it. The
// target is always fully visible; parts that do not fit are left out behind
// an ellipsis.
func Draw(s guide.Screen, tr func(string) string) *Drawing {
	p := &pen{}
	if target, first := p.screen(s, tr); target.w > 0 {
		p.ring(target, p.shapes[first:])
	}
	return &Drawing{W: width, H: height, Shapes: p.shapes, Alt: alt(s, tr)}
}

// screen draws all but the ring; parts begin at the shape with index first.
func (p *pen) screen(s guide.Screen, tr func(string) string) (target box, first int) {
	p.add(rect(body, 40, paper, ink, 3), rect(glass, glassRadius, white, line, 1.5))
	p.add(Rect{X: 150, Y: 19, W: 60, H: 6, Radius: 3, Fill: line})
	p.bar(s)

	top := glass.y + barHeight + 14
	title := Wrap(s.Title, glass.w-2*margin, 23, true, 2)
	p.text(title, glass.x+margin, top+22, 23, 29, true, false, ink)
	top += float64(len(title))*29 + 12

	caption := tr(guide.WordIllustration)
	p.text(Wrap(caption, width, 22, false, 1), width/2, captionY, 22, 0, false, true, soft)

	first = len(p.shapes)
	return p.parts(s, top, glass.y+glass.h-cutHeight-top), first
}

func alt(s guide.Screen, tr func(string) string) string {
	where := []string{}
	if s.App != "" {
		where = append(where, s.App)
	}
	if s.Title != "" {
		where = append(where, tr(guide.WordScreen)+" "+s.Title)
	}
	words := tr(guide.WordIllustration)
	if len(where) > 0 {
		words += ": " + strings.Join(where, ", ")
	}
	words += "."
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
		p.add(topRounded(tint))
		pill := box{glass.x + 12, glass.y + 9, glass.w - 24, 36}
		p.add(rect(pill, 18, white, line, 1.5))
		p.lock(pill.x+20, pill.y+18)
		words, size := address(s.App, pill.w-50)
		p.text([]string{words}, pill.x+36, pill.y+24.5, size, 0, true, false, ink)
		return
	}
	p.add(topRounded(indigo))
	p.text(Wrap(s.App, glass.w-2*margin, 21, true, 1), width/2, glass.y+34.5, 21, 0, true, true, white)
}

// Sizes of a browser's address, in pixels of the drawing.
const (
	addressSize      = 18.0
	smallAddressSize = 13.0 // still as large as the small print of a real phone
)

// address is the line of a browser's bar and its size. A page is known by the end of its
// host: a long one is drawn smaller rather than cut, and one too long even so loses its start.
func address(host string, width float64) (string, float64) {
	host = norm.NFC.String(strings.ToValidUTF8(strings.Join(strings.Fields(host), " "), "\uFFFD"))
	size := addressSize
	for size > smallAddressSize && Width(host, size, true) > width {
		size -= 0.5
	}
	if Width(host, size, true) <= width {
		return host, size
	}
	end := []rune(host)
	for len(end) > 1 && Width("…"+string(end), size, true) > width {
		end = end[1:]
	}
	return "…" + string(end), size
}

// topRounded fills the head of the screen, rounded where the glass is.
func topRounded(fill Colour) Path {
	const r, w, h = glassRadius, 324.0, barHeight
	at := func(kind byte, c ...float64) Op { return op(kind, glass.x, glass.y, c...) }
	return Path{Fill: fill, Ops: []Op{
		at('M', 0, h), at('L', 0, r), at('C', 0, r/2, r/2, 0, r, 0),
		at('L', w-r, 0), at('C', w-r/2, 0, w, r/2, w, r), at('L', w, h), at('Z'),
	}}
}

// parts places the parts between top and top+room and gives the target's box.
// Gaps shrink first; then parts are left out, from the end up to the target
// and after that from the start, with dots where something is missing.
func (p *pen) parts(s guide.Screen, top, room float64) box {
	blocks := blocksOf(s)
	above, below := false, false
	for len(blocks) > 1 && total(blocks, tightGap) > room {
		if last := len(blocks) - 1; !blocks[last].target {
			blocks, below = blocks[:last], true
			continue
		}
		if !above {
			above = true
			room -= cutHeight
		}
		blocks = blocks[1:]
	}
	gap := looseGap
	if n := len(blocks) - 1; n > 0 {
		gap = max(tightGap, min(looseGap, (room-total(blocks, 0))/float64(n)))
	}
	y := top
	if above {
		p.dots(top)
		y += cutHeight
	}
	if below {
		p.dots(glass.y + glass.h - 8)
	}
	var target box
	for _, b := range blocks {
		if hit := b.draw(p, y); b.target {
			target = hit
		}
		y += b.height + gap
	}
	return target
}

// dots stand for parts that were left out.
func (p *pen) dots(y float64) {
	for i := range 3 {
		p.add(Circle{X: width/2 - 12 + float64(i)*12, Y: y, R: 2.5, Fill: soft})
	}
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

func (p *pen) lock(x, y float64) {
	p.add(Path{Stroke: ink, Line: 2.2, Ops: []Op{
		{'M', [6]float64{x - 4.5, y - 1}}, {'L', [6]float64{x - 4.5, y - 4}},
		{'C', [6]float64{x - 4.5, y - 10, x + 4.5, y - 10, x + 4.5, y - 4}}, {'L', [6]float64{x + 4.5, y - 1}},
	}}, Rect{X: x - 7, Y: y - 1, W: 14, H: 10, Radius: 2, Fill: ink})
}
