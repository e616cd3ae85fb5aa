package picture

// The hand that points at the target, for a finger tip at 0, 0.
const (
	handScale  = 0.76
	handHeight = 82*handScale + 2
	handReach  = 32*handScale + 2 // to the left and the right of the tip
)

// The ring around the target, 7 pixels thick where the phone is 500 wide.
const (
	ringGap   = 6.0 // between the target and the middle of the line
	ringLine  = 5.0
	glowLine  = 11.0
	ringReach = ringGap + ringLine/2 // from the target to the outer edge of the line
)

// ring marks the target: a thick line around it, and a hand under it.
func (p *pen) ring(target box) {
	p.mark(target)
	p.add(hand(tip(target)))
}

// mark is the ring alone.
func (p *pen) mark(target box) {
	b := target.grow(ringGap)
	if p.paper {
		p.add(rect(b, 16, "", ink, ringLine))
	} else {
		p.add(rect(b, 16, "", glow, glowLine), rect(b, 16, "", gold, ringLine))
	}
}

// tip is where the finger tip goes: under the target, to the right of its middle.
func tip(target box) (x, y float64) {
	x = target.x + target.w*0.68
	return max(glassLeft+handReach, min(x, width-glassLeft-handReach)), target.bottom() + ringReach + 1
}

// handBox is where the hand under a target lies.
func handBox(target box) box {
	x, y := tip(target)
	return box{x - handReach, y, 2 * handReach, handHeight}
}

// hand is a pointing hand whose finger tip is at x, y.
func hand(x, y float64) Path {
	at := func(kind byte, c ...float64) Op {
		for i := range c {
			c[i] *= handScale
		}
		return op(kind, x, y, c...)
	}
	return Path{Fill: white, Stroke: ink, Line: 3.2, Ops: []Op{
		at('M', -8, 10), at('C', -8, 4.5, -4.5, 1, 0, 1), at('C', 4.5, 1, 8, 4.5, 8, 10), at('L', 8, 32),
		at('C', 11, 28, 20, 29, 20, 37), at('C', 24, 33.5, 32, 36, 32, 43), at('L', 32, 58),
		at('C', 32, 72, 24, 82, 10, 82), at('L', 2, 82), at('C', -6, 82, -10, 78, -14, 72),
		at('L', -28, 52), at('C', -32, 46, -24, 39, -18, 44), at('L', -8, 52), at('Z'),
	}}
}
