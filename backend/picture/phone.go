package picture

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

// Geometry of the phone, in units of the drawing. The phone is drawn as large
// as one holds it, cut off by the foot: 360 units are its whole width.
const (
	width, height = 360.0, 412.0
	ground        = 386.0 // the phone ends here, the caption stands under it
	edge          = 9.0   // thickness of the phone's rim
	glassLeft     = 11.0
	glassTop      = 11.0
	glassWidth    = width - 2*glassLeft
	glassCorner   = 41.0
	barBottom     = 84.0 // of status bar and address
	left          = 29.0
	inner         = width - 2*left
)

// Sizes of letters at 1. At the width of half a 1366 pixel glass the smallest
// are 24 pixels high.
const (
	smallSize  = 17.5
	bodySize   = 19.0
	buttonSize = 20.0
	titleSize  = 21.0
)

type box struct{ x, y, w, h float64 }

func (b box) grow(by float64) box { return box{b.x - by, b.y - by, b.w + 2*by, b.h + 2*by} }

func (b box) bottom() float64 { return b.y + b.h }

func (b box) overlap(o box) float64 {
	w := min(b.x+b.w, o.x+o.w) - max(b.x, o.x)
	h := min(b.y+b.h, o.y+o.h) - max(b.y, o.y)
	return max(0, w) * max(0, h)
}

// frame draws the phone and all that stands still on it: the rim, the time, the
// address or the app's name. It is the same number of shapes on every picture.
func (p *pen) frame(s guide.Screen) {
	p.add(rounded(ink, box{glassLeft - edge, glassTop - edge, glassWidth + 2*edge, ground - glassTop + edge}, glassCorner+5), topFill(white, ground))
	words := ink
	switch s.On {
	case guide.SurfacePortal:
		p.status(ink)
		p.address(s.App, ink)
		return
	case guide.SurfaceSystem:
		p.status(ink)
		switch s.App {
		case "":
			p.address(guide.WordSystem, soft)
		case guide.StatePage:
			p.address("… "+s.App, ink)
		default:
			p.address(s.App, ink)
		}
		return
	case guide.SurfaceCamera:
		bar, picture := night, dusk
		if p.paper {
			bar, picture = white, grey
		}
		p.add(topFill(bar, ground), rect(box{glassLeft, barBottom, glassWidth, ground - barBottom}, 0, picture, "", 0))
		words = p.paint()
	default:
		p.add(topFill(indigo, barBottom))
		words = white
	}
	p.status(words)
	size := largest(s.App, bodySize+2, smallSize, inner, true)
	p.text(Wrap(s.App, inner, size, true, 1), width/2, 68, size, 0, true, true, words)
}

// foot ends the phone: the ground it stands on, and what it is.
func (p *pen) foot(say string, bold bool, fill Colour) {
	p.add(polyline(ink, 2.5, 0, ground, width, ground))
	size := p.small()
	p.text(Wrap(say, width, size, bold, 1), width/2, height-6, size, 0, bold, true, fill)
}

// small is the size of what is written on every phone. It grows little: the
// picture gets narrower where letters are large, and it is still to be read.
func (p *pen) small() float64 { return smallSize * max(1, min(p.letters, 1.2)) }

// status is the line with the time and the signal, as on every phone.
func (p *pen) status(words Colour) {
	size := p.small()
	p.add(Text{X: 40, Y: 36, Size: size, Words: "8:30", Bold: true, Fill: words}, Circle{X: width / 2, Y: 29, R: 6, Fill: ink})
	for i := range 4 {
		h := 5 + 3*float64(i)
		p.add(Rect{X: 262 + 6.5*float64(i), Y: 36 - h, W: 4.5, H: h, Radius: 1, Fill: words})
	}
	p.add(Text{X: 293, Y: 36, Size: size, Words: "4G", Bold: true, Fill: words})
}

// address is a browser's bar: a lock, and whose page it is, in grey where nobody
// is named.
func (p *pen) address(host string, fill Colour) {
	pill := box{glassLeft + 4, 44, glassWidth - 8, 36}
	words, size := fitAddress(host, pill.w-44)
	wide := Width(words, size, true) + 24
	x := pill.x + (pill.w-wide)/2
	p.add(rect(pill, 18, tint, "", 0))
	p.lock(x+7, pill.y+18)
	p.text([]string{words}, x+24, pill.y+24.5, size, 0, true, false, fill)
	p.add(polyline(line, 1, glassLeft, barBottom, width-glassLeft, barBottom))
}

// leastAddress is the size below which an address is shortened instead: on the
// glass of most offices it is 24 px then, with the largest letters, too.
const leastAddress = 18.2

// fitAddress is the line of a browser's bar and its size. A long host is drawn smaller, and then
// without its start, as phones do: the end says whose page it is.
func fitAddress(host string, width float64) (string, float64) {
	host = norm.NFC.String(strings.ToValidUTF8(strings.Join(strings.Fields(host), " "), "\uFFFD"))
	size := largest(host, bodySize+1, leastAddress, width, true)
	if Width(host, size, true) > width {
		host = shortened(host, width, size, true)
	}
	return host, size
}

// largest is the largest size, down to least, at which words fit a line.
func largest(words string, size, least, width float64, bold bool) float64 {
	for size > least && Width(words, size, bold) > width {
		size = max(least, size-0.5)
	}
	return size
}

// topFill fills the glass from its round upper corners down to y.
func topFill(fill Colour, y float64) Path {
	return rounded(fill, box{glassLeft, glassTop, glassWidth, y - glassTop}, glassCorner)
}

// rounded is a box whose upper corners are round.
func rounded(fill Colour, b box, r float64) Path {
	x0, y0, x1, bend := b.x, b.y, b.x+b.w, r*0.45
	return Path{Fill: fill, Ops: []Op{
		op('M', 0, 0, x0, b.bottom()), op('L', 0, 0, x0, y0+r), op('C', 0, 0, x0, y0+bend, x0+bend, y0, x0+r, y0),
		op('L', 0, 0, x1-r, y0), op('C', 0, 0, x1-bend, y0, x1, y0+bend, x1, y0+r), op('L', 0, 0, x1, b.bottom()), op('Z', 0, 0),
	}}
}

func (p *pen) lock(x, y float64) {
	p.add(Path{Stroke: ink, Line: 2.2, Ops: []Op{
		{'M', [6]float64{x - 4.5, y - 1}}, {'L', [6]float64{x - 4.5, y - 4}},
		{'C', [6]float64{x - 4.5, y - 10, x + 4.5, y - 10, x + 4.5, y - 4}}, {'L', [6]float64{x + 4.5, y - 1}},
	}}, Rect{X: x - 7, Y: y - 1, W: 14, H: 10, Radius: 2, Fill: ink})
}
