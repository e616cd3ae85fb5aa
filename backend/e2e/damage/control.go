package damage

import "image"

// Control is a code that must not count as read: it shows that the bench can
// fail.
type Control struct {
	Name string
	do   func(Picture) Picture
}

// Controls are what a decoder must fail on.
var Controls = []Control{
	{"black up to the edge: no quiet zone, dark surroundings", darkSurroundings},
	{"a black logo on 30 % of the symbol, in its middle", func(p Picture) Picture {
		const side = 0.548 // √0.30
		q := p.copy()
		w, h := int(side*float64(p.Symbol.Dx())), int(side*float64(p.Symbol.Dy()))
		from := p.Symbol.Min.Add(p.Symbol.Size().Sub(image.Point{X: w, Y: h}).Div(2))
		q.fill(image.Rectangle{Min: from, Max: from.Add(image.Point{X: w, Y: h})}, 0)
		return q
	}},
	{"one corner torn off, a finder with it", func(p Picture) Picture {
		q := p.copy()
		third := p.Symbol
		third.Max = third.Min.Add(p.Symbol.Size().Div(4))
		q.fill(third, white)
		return q
	}},
	{"empty paper", Picture.blank},
}

// Apply damages a picture beyond reading.
func (c Control) Apply(p Picture) Picture { return c.do(p) }

func darkSurroundings(p Picture) Picture {
	q := p.copy()
	for y := range q.Rect.Dy() {
		for x := range q.Rect.Dx() {
			if !(image.Point{X: x, Y: y}).In(p.Symbol) {
				q.Pix[y*q.Stride+x] = 0
			}
		}
	}
	return q
}

func (p Picture) fill(r image.Rectangle, colour uint8) {
	r = r.Intersect(p.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p.Pix[y*p.Stride+x] = colour
		}
	}
}
