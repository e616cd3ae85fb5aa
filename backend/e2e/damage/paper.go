package damage

import (
	"math"
	"math/rand/v2"
)

// What happens to the paper.

// toner is a cartridge that runs out.
type toner struct {
	lost   float64 // share of the ink
	speck  float64 // diameter of a lost speck, mm
	stripe float64 // width of the pale stripe, mm
}

// inStripe is how many times more is lost in the stripe.
const inStripe = 3

// loseToner leaves out specks of the ink. Specks overlap; as many are drawn as
// leave the wanted share on average: -ln(1-lost) areas' worth.
func loseToner(t toner) effect {
	return func(p Picture, chance *rand.Rand) Picture {
		q := p.copy()
		r := t.speck / 2 * p.PerMM
		area := math.Pi * r * r
		specks := func(x0, width, lost float64) {
			h := float64(p.Rect.Dy())
			for range int(-math.Log(1-min(lost, 0.95)) * width * h / area) {
				q.disc(x0+chance.Float64()*width, chance.Float64()*h, r, white)
			}
		}
		specks(0, float64(p.Rect.Dx()), t.lost)
		wide := t.stripe * p.PerMM
		from := float64(p.Symbol.Min.X) + chance.Float64()*max(float64(p.Symbol.Dx())-wide, 0)
		specks(from, wide, 1-(1-inStripe*t.lost)/(1-t.lost)) // on top of what is gone already
		return q
	}
}

// disc paints a disc; its rim covers pixels in part.
func (p Picture) disc(x, y, r float64, colour float64) {
	for py := max(int(y-r), 0); py <= min(int(y+r), p.Rect.Dy()-1); py++ {
		for px := max(int(x-r), 0); px <= min(int(x+r), p.Rect.Dx()-1); px++ {
			covered := min(max(r+0.5-math.Hypot(float64(px)+0.5-x, float64(py)+0.5-y), 0), 1)
			v := &p.Pix[py*p.Stride+px]
			*v = shade(float64(*v)*(1-covered) + colour*covered)
		}
	}
}

// copier copies a page, more than once.
type copier struct {
	times     int
	blur      float64 // of the lens, σ in mm
	noise     float64 // of the sensor, σ, share of black to white
	threshold float64 // how far the darkness was set wrong, at most
	dust      float64 // black specks of dustSize a cm² and copy
}

const dustSize = 0.3 // mm

func photocopy(c copier) effect {
	return func(p Picture, chance *rand.Rand) Picture {
		for range c.times {
			p = p.blurred(c.blur)
			limit := white * (0.5 + c.threshold*(2*chance.Float64()-1))
			for i, v := range p.Pix {
				p.Pix[i] = 0
				if float64(v)+white*c.noise*chance.NormFloat64() > limit {
					p.Pix[i] = white
				}
			}
			w, h := float64(p.Rect.Dx()), float64(p.Rect.Dy())
			cm2 := w * h / (100 * p.PerMM * p.PerMM)
			for range int(c.dust*cm2 + chance.Float64()) {
				p.disc(chance.Float64()*w, chance.Float64()*h, dustSize/2*p.PerMM, 0)
			}
		}
		return p
	}
}

// fold is a crease.
type fold struct {
	times int
	width float64 // of the line without toner, mm
	shift float64 // of one half against the other, mm
}

// folded folds through the middle half of the code, within 5° of upright or
// level: people fold along the sides of the paper. A second fold crosses the
// first.
func folded(f fold) effect {
	return func(p Picture, chance *rand.Rand) Picture {
		upright := chance.IntN(2) == 0
		for range f.times {
			p = crease(p, f, upright, chance)
			upright = !upright
		}
		return p
	}
}

func crease(p Picture, f fold, upright bool, chance *rand.Rand) Picture {
	q := p.copy()
	side := func() float64 { return (0.25 + chance.Float64()/2) }
	cx := float64(p.Symbol.Min.X) + side()*float64(p.Symbol.Dx())
	cy := float64(p.Symbol.Min.Y) + side()*float64(p.Symbol.Dy())
	sin, cos := math.Sincos((2*chance.Float64() - 1) * 5 * math.Pi / 180)
	nx, ny := cos, sin // across the line
	if !upright {
		nx, ny = -sin, cos
	}
	half, shift := f.width/2*p.PerMM, f.shift*p.PerMM
	if chance.IntN(2) == 0 {
		shift = -shift
	}
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			far := (float64(x)+0.5-cx)*nx + (float64(y)+0.5-cy)*ny
			v := float64(p.Pix[y*p.Stride+x])
			if far > 0 { // the far half slides along the line
				v = p.at(float64(x)-ny*shift, float64(y)+nx*shift)
			}
			covered := min(max(half+0.5-math.Abs(far), 0), 1)
			q.Pix[y*q.Stride+x] = shade(v*(1-covered) + white*covered)
		}
	}
	return q
}
