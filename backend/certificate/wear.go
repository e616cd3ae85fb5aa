package certificate

import (
	"image"
	"math"
	"math/rand/v2"

	"tungbuoc/backend/qr"
)

// What an office does to paper, small enough to ship: the whole of it, with two decoders
// and real pages, is measured before a version is given out (backend/e2e/damage).

// wear is one way to damage a code. The same chance gives the same picture.
type wear struct {
	name, what string
	do         func(p sheet, chance *rand.Rand, look int) sheet
}

// wears are the damages; lengths are modules. A module is printed 0.6 mm wide or more.
var wears = []wear{
	// Ink and lost toner: blots as wide as a grain of rice, a twentieth of the code in all.
	{"blots", "Mã dính vết bẩn", func(p sheet, chance *rand.Rand, look int) sheet {
		p = p.blotted(chance, 0.05, 0.6, 1.5)
		return p.turned(float64(look)*3, 0, 0).blurred(0.15)
	}},
	// A phone that is not quite sharp in a hand that moves, in a dim corner.
	{"blur", "Ảnh nhòe, thiếu sáng", func(p sheet, chance *rand.Rand, look int) sheet {
		return p.blurred(0.42-0.06*float64(look)).faded(chance, 0.4, 0.03)
	}},
	// People tilt a phone so as not to stand in their own light.
	{"skew", "Máy cầm nghiêng", func(p sheet, chance *rand.Rand, look int) sheet {
		tilt, turn := 28-4*float64(look), (2*chance.Float64()-1)*15
		return p.turned(turn, tilt, chance.Float64()*2*math.Pi).blurred(0.2)
	}},
}

// looks is how often a phone looks at one code: it tries some ten pictures a second, and
// no hand is still.
const looks = 3

// read says whether a code is read under a damage, in one look of a scan.
func (w wear) read(s *qr.Symbol, seed uint64) bool {
	clean := drawn(s)
	for look := range looks {
		chance := rand.New(rand.NewPCG(seed, uint64(len(w.name))))
		if text, err := qr.Read(w.do(clean, chance, look)); err == nil && text == s.Text() {
			return true
		}
	}
	return false
}

// pixels is how many a module has in the picture.
const pixels = 6

// sheet is a code on white paper, as a camera has it before it.
type sheet struct{ *image.Gray }

const paper = 255

// drawn is a code with its quiet zone.
func drawn(s *qr.Symbol) sheet {
	side := s.Side() * pixels
	p := blank(side, side)
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

func blank(w, h int) sheet {
	p := sheet{image.NewGray(image.Rect(0, 0, w, h))}
	for i := range p.Pix {
		p.Pix[i] = paper
	}
	return p
}

// blotted puts black and white discs on the code until they cover a share of it.
func (p sheet) blotted(chance *rand.Rand, share, least, most float64) sheet {
	q := sheet{image.NewGray(p.Rect)}
	copy(q.Pix, p.Pix)
	quiet := float64(qr.QuietZone * pixels)
	side := float64(p.Rect.Dx()) - 2*quiet
	for left := share * side * side; left > 0; {
		radius := (least + chance.Float64()*(most-least)) * pixels
		cx, cy := quiet+chance.Float64()*side, quiet+chance.Float64()*side
		ink := uint8(0)
		if chance.IntN(2) == 0 {
			ink = paper
		}
		for y := int(cy - radius); y <= int(cy+radius); y++ {
			for x := int(cx - radius); x <= int(cx+radius); x++ {
				if (image.Point{X: x, Y: y}).In(q.Rect) && math.Hypot(float64(x)-cx, float64(y)-cy) <= radius {
					q.Pix[y*q.Stride+x] = ink
				}
			}
		}
		left -= math.Pi * radius * radius
	}
	return q
}

// blurred is the picture under three box filters, which together are as good as a Gauss
// filter of sigma modules.
func (p sheet) blurred(sigma float64) sheet {
	radius := int(math.Round((math.Sqrt(4*sigma*sigma*pixels*pixels+1) - 1) / 2))
	if radius < 1 {
		return p
	}
	w, h := p.Rect.Dx(), p.Rect.Dy()
	q := sheet{image.NewGray(p.Rect)}
	copy(q.Pix, p.Pix)
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
	q := sheet{image.NewGray(p.Rect)}
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
	q := blank(int(w*1.35), int(h*1.35))
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
