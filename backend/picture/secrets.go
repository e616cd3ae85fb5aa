package picture

// The three secrets differ in shape as well as colour, and carry the marks
// that stand beside the picture in the window: a square with a key, six boxes,
// a message bubble.

// markSide is the side of a mark; marks are described on a grid of 64.
const markSide = 32.0

// mark gives the place of a mark at the right end of a field.
func mark(field box) (x, y float64) {
	return field.x + field.w - markSide - 8, field.y + (field.h-markSide)/2
}

func (p *pen) secretDots(field box, count int, ink Colour) {
	p.fill(func() {
		for i := range count {
			p.add(Circle{X: field.x + 22 + float64(i)*20, Y: field.y + field.h/2, R: 5, Fill: ink})
		}
	})
}

func (p *pen) password(field box) {
	p.secretDots(field, 8, passwordInk)
	x, y := mark(field)
	const k = markSide / 64
	p.add(
		Rect{X: x + 4*k, Y: y + 4*k, W: 56 * k, H: 56 * k, Radius: 4 * k, Fill: passwordInk},
		Circle{X: x + 24*k, Y: y + 40*k, R: 9 * k, Stroke: white, Line: 5 * k},
		polyline(white, 5*k, x+31*k, y+33*k, x+47*k, y+17*k),
		polyline(white, 5*k, x+40*k, y+24*k, x+47*k, y+31*k),
	)
}

func (p *pen) passcode(field box) {
	const first, apart = 18.0, 46.0
	for i := range 6 {
		p.add(Rect{X: field.x + first + float64(i)*apart, Y: field.y + field.h/2 - 16, W: 36, H: 32, Radius: 6, Fill: white, Stroke: passcodeInk, Line: 2.5})
	}
	p.fill(func() {
		for i := range 6 {
			p.add(Circle{X: field.x + first + 18 + float64(i)*apart, Y: field.y + field.h/2, R: 5, Fill: passcodeInk})
		}
	})
}

func (p *pen) otp(field box) {
	p.secretDots(field, 6, otpInk)
	x, y := mark(field)
	const k = markSide / 64
	at := func(kind byte, c ...float64) Op {
		for i := range c {
			c[i] *= k
		}
		return op(kind, x, y, c...)
	}
	p.add(
		Path{Fill: otpInk, Ops: []Op{
			at('M', 12, 8), at('L', 52, 8), at('C', 56.4, 8, 60, 11.6, 60, 16), at('L', 60, 40),
			at('C', 60, 44.4, 56.4, 48, 52, 48), at('L', 30, 48), at('L', 18, 59), at('L', 18, 48), at('L', 12, 48),
			at('C', 7.6, 48, 4, 44.4, 4, 40), at('L', 4, 16), at('C', 4, 11.6, 7.6, 8, 12, 8), at('Z'),
		}},
		polyline(white, 5*k, x+16*k, y+22*k, x+48*k, y+22*k),
		polyline(white, 5*k, x+16*k, y+33*k, x+36*k, y+33*k),
	)
}
