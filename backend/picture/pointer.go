package picture

// The hand that points at the target, for a finger tip at 0, 0.
const (
	handScale  = 0.85
	handHeight = 82 * handScale
	handReach  = 34 * handScale // to the left and the right of the tip
)

// lowestTip keeps the hand off the caption.
const lowestTip = captionY - 24 - handHeight

// ring marks the target: a thick line around it and a hand pointing at it,
// placed where it hides least of the drawn shapes.
func (p *pen) ring(target box, drawn []Shape) {
	p.add(rect(target.grow(6), 14, "", madder, 5))
	p.add(hand(tip(target, obstacles(drawn))))
}

// tip chooses where the finger tip goes: on the target or at its lower edge,
// preferably to the right.
func tip(target box, words []box) (x, y float64) {
	least := -1.0
	rows := [2]float64{target.y + target.h*0.58, target.y + target.h - 5}
	for i, row := range rows {
		row = min(row, lowestTip)
		for column := range 10 {
			along := target.x + target.w*(0.98-0.09*float64(column))
			along = max(body.x+handReach, min(along, body.x+body.w-handReach))
			hidden := float64(column)*3 + float64(i)*8 // of equals, the plainest
			for _, w := range words {
				hidden += hides(along, row, w)
			}
			if least < 0 || hidden < least {
				least, x, y = hidden, along, row
			}
		}
	}
	return x, y
}

// hides is the area of w under a hand whose tip is at x, y.
func hides(x, y float64, w box) float64 {
	finger := box{x - 10*handScale, y - 2, 20 * handScale, 34 * handScale}
	palm := box{x - handReach, y + 28*handScale, 2 * handReach, handHeight - 28*handScale + 2}
	return finger.overlap(w) + palm.overlap(w)
}

func (b box) overlap(o box) float64 {
	w := min(b.x+b.w, o.x+o.w) - max(b.x, o.x)
	h := min(b.y+b.h, o.y+o.h) - max(b.y, o.y)
	return max(0, w) * max(0, h)
}

// obstacles are the boxes of words and marks; frames may be covered in part.
func obstacles(shapes []Shape) []box {
	const largestMark = 64
	var boxes []box
	for _, s := range shapes {
		switch s := s.(type) {
		case Text:
			w := Width(s.Words, s.Size, s.Bold)
			b := box{s.X, s.Y - s.Size, w, s.Size * 1.25}
			if s.Middle {
				b.x -= w / 2
			}
			boxes = append(boxes, b)
		case Circle:
			boxes = append(boxes, box{s.X - s.R, s.Y - s.R, 2 * s.R, 2 * s.R})
		case Rect:
			if s.W <= largestMark {
				boxes = append(boxes, box{s.X, s.Y, s.W, s.H})
			}
		case Path:
			if b := s.bounds(); b.w <= largestMark {
				boxes = append(boxes, b)
			}
		}
	}
	return boxes
}

// bounds is the box of a path's points.
func (p Path) bounds() box {
	x0, y0, x1, y1 := width, height, 0.0, 0.0
	for _, o := range p.Ops {
		for i := 0; i < o.numbers(); i += 2 {
			x0, x1 = min(x0, o.At[i]), max(x1, o.At[i])
			y0, y1 = min(y0, o.At[i+1]), max(y1, o.At[i+1])
		}
	}
	return box{x0, y0, x1 - x0, y1 - y0}
}

// hand is a pointing hand whose finger tip is at x, y.
func hand(x, y float64) Path {
	at := func(kind byte, c ...float64) Op {
		for i := range c {
			c[i] *= handScale
		}
		return op(kind, x, y, c...)
	}
	return Path{Fill: white, Stroke: ink, Line: 3, Ops: []Op{
		at('M', -8, 10), at('C', -8, 4.5, -4.5, 0, 0, 0), at('C', 4.5, 0, 8, 4.5, 8, 10), at('L', 8, 32),
		at('C', 11, 28, 20, 29, 20, 37), at('C', 24, 33.5, 32, 36, 32, 43), at('L', 32, 58),
		at('C', 32, 72, 24, 82, 10, 82), at('L', 2, 82), at('C', -6, 82, -10, 78, -14, 72),
		at('L', -28, 52), at('C', -32, 46, -24, 39, -18, 44), at('L', -8, 52), at('Z'),
	}}
}
