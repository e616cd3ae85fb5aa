package certificate

import (
	"image"
	"math"
	"math/rand/v2"

	"tungbuoc/backend/qr"
)

// What an office does to paper, small enough to ship. What phones read of real pages,
// with nine kinds of damage and two better readers, is measured before a version is
// given out (backend/e2e/damage).

// wear is one way to damage a code. The same chance gives the same picture.
type wear struct {
	name, what string
	least      int  // percent of the codes that must be read
	paper      bool // the damage is on the paper and stays; else it is made anew with each look
	do         func(p sheet, chance *rand.Rand) sheet
}

// wears are the damages. Lengths are modules, of which the smallest that is printed is
// 0.6 mm wide. A blot in the middle of one of the three squares in the corners is what
// this reader does not get over, and phones do: some 5 in 100 have it there.
var wears = []wear{
	{"blots", "Mã dính ba vết bẩn 1 mm", 90, true, func(p sheet, chance *rand.Rand) sheet {
		return p.blotted(chance, 1.6).blotted(chance, 1.6).blotted(chance, 1.6)
	}},
	// A phone that is not quite sharp in a hand that moves, in a dim corner.
	{"blur", "Ảnh nhòe, thiếu sáng", 99, false, func(p sheet, chance *rand.Rand) sheet {
		return p.blurred(0.25).faded(chance, 0.4, 0.03)
	}},
	// People tilt a phone so as not to stand in their own light.
	{"skew", "Máy cầm nghiêng", 99, false, func(p sheet, chance *rand.Rand) sheet {
		return p.turned((2*chance.Float64()-1)*15, 30, chance.Float64()*2*math.Pi).blurred(0.15)
	}},
}

// looks are the pixels of a module as a phone comes nearer or goes away: it tries some
// ten pictures a second, and no hand is still.
var looks = []int{6, 5, 4, 3, 6, 4}

// read says whether a code is read under a damage, in one look of a scan.
func (w wear) read(s *qr.Symbol, seed uint64) bool {
	for look, pixels := range looks {
		hand := rand.New(rand.NewPCG(seed, uint64(look)))
		damage := hand
		if w.paper {
			damage = rand.New(rand.NewPCG(seed, 0))
		}
		p := w.do(drawn(s, pixels), damage)
		if w.paper {
			p = p.turned((2*hand.Float64()-1)*8, hand.Float64()*8, hand.Float64()*2*math.Pi).blurred(0.15)
		}
		if text, err := qr.Read(p); err == nil && text == s.Text() {
			return true
		}
	}
	return false
}

// readClean says whether a code is read as it is. The reader misses a clean one now and
// then at one size, as it does when it is made.
func readClean(s *qr.Symbol) bool {
	for _, pixels := range looks {
		if text, err := qr.Read(drawn(s, pixels)); err == nil && text == s.Text() {
			return true
		}
	}
	return false
}

// sheet is a code on white paper, as a camera has it before it.
type sheet struct {
	*image.Gray
	module float64 // pixels
}

const paper = 255

// drawn is a code with its quiet zone.
func drawn(s *qr.Symbol, pixels int) sheet {
	side := s.Side() * pixels
	p := sheet{module: float64(pixels)}.blank(side, side)
	s.Runs(func(x, y, length int) {
		for dy := range pixels {
			row := p.Pix[(y*pixels+dy)*p.Stride:]
			for dx := range length * pixels {
				row[x*pixels+dx] = 0
			}
		}
	})
	return p
}

// blank is white paper of the same scale.
func (p sheet) blank(w, h int) sheet {
	q := sheet{image.NewGray(image.Rect(0, 0, w, h)), p.module}
	for i := range q.Pix {
		q.Pix[i] = paper
	}
	return q
}

func (p sheet) copy() sheet {
	q := sheet{image.NewGray(p.Rect), p.module}
	copy(q.Pix, p.Pix)
	return q
}

// disc paints a disc of one shade.
func (p sheet) disc(cx, cy, radius float64, shade uint8) {
	for y := int(cy - radius); y <= int(cy+radius); y++ {
		for x := int(cx - radius); x <= int(cx+radius); x++ {
			if (image.Point{X: x, Y: y}).In(p.Rect) && math.Hypot(float64(x)+0.5-cx, float64(y)+0.5-cy) <= radius {
				p.Pix[y*p.Stride+x] = shade
			}
		}
	}
}

// somewhere is a place on the code itself.
func (p sheet) somewhere(chance *rand.Rand) (x, y float64) {
	quiet := qr.QuietZone * p.module
	side := float64(p.Rect.Dx()) - 2*quiet
	return quiet + chance.Float64()*side, quiet + chance.Float64()*side
}

// blotted has a blot so many modules wide, black or white.
func (p sheet) blotted(chance *rand.Rand, wide float64) sheet {
	q := p.copy()
	shade := uint8(chance.IntN(2) * paper)
	x, y := q.somewhere(chance)
	q.disc(x, y, wide/2*p.module, shade)
	return q
}

// blurred is the picture under three box filters, which together are as good as a Gauss
// filter of sigma modules.
func (p sheet) blurred(sigma float64) sheet {
	radius := int(math.Round((math.Sqrt(4*sigma*sigma*p.module*p.module+1) - 1) / 2))
	if radius < 1 {
		return p
	}
	w, h := p.Rect.Dx(), p.Rect.Dy()
	q := p.copy()
	line := make([]int, max(w, h))
	run := func(start, step, n int) {
		for i := range n {
			line[i] = int(q.Pix[start+i*step])
		}
		at := func(i int) int { return line[min(max(i, 0), n-1)] }
		sum := 0
		for i := -radius; i <= radius; i++ {
			sum += at(i)
		}
		for i := range n {
			q.Pix[start+i*step] = uint8(sum / (2*radius + 1))
			sum += at(i+radius+1) - at(i-radius)
		}
	}
	for range 3 {
		for y := range h {
			run(y*q.Stride, 1, w)
		}
		for x := range w {
			run(x, q.Stride, h)
		}
	}
	return q
}

// faded has black and white closer together, with the sensor's noise.
func (p sheet) faded(chance *rand.Rand, span, noise float64) sheet {
	q := p.copy()
	for i, v := range p.Pix {
		shade := paper*(0.75-span) + span*float64(v) + paper*noise*chance.NormFloat64()
		q.Pix[i] = uint8(min(max(shade, 0), paper))
	}
	return q
}

// turned sees the paper turned in its plane and tilted about an axis in it, in degrees
// and radians, through a pinhole.
func (p sheet) turned(turn, tilt, axis float64) sheet {
	const degree = math.Pi / 180
	w, h := float64(p.Rect.Dx()), float64(p.Rect.Dy())
	q := p.blank(int(w*1.35), int(h*1.35))
	ts, tc := math.Sincos(turn * degree)
	as, ac := math.Sincos(axis)
	sin, cos := math.Sincos(tilt * degree)
	away := 4 * w // a code of 5 cm, seen from 20 cm
	for y := range q.Rect.Dy() {
		for x := range q.Rect.Dx() {
			u, v := float64(x)+0.5-float64(q.Rect.Dx())/2, float64(y)+0.5-float64(q.Rect.Dy())/2
			u, v = tc*u+ts*v, tc*v-ts*u
			along, across := u*ac+v*as, v*ac-u*as
			s := across * away / (cos*away - across*sin)
			along *= (away + s*sin) / away
			q.Pix[y*q.Stride+x] = p.at(along*ac-s*as+w/2-0.5, along*as+s*ac+h/2-0.5)
		}
	}
	return q
}

// at is the shade between pixels; beside the paper everything is white.
func (p sheet) at(x, y float64) uint8 {
	x0, y0 := math.Floor(x), math.Floor(y)
	fx, fy := x-x0, y-y0
	v := func(dx, dy int) float64 {
		at := image.Point{X: int(x0) + dx, Y: int(y0) + dy}
		if !at.In(p.Rect) {
			return paper
		}
		return float64(p.Pix[at.Y*p.Stride+at.X])
	}
	return uint8((v(0, 0)*(1-fx)+v(1, 0)*fx)*(1-fy) + (v(0, 1)*(1-fx)+v(1, 1)*fx)*fy)
}
