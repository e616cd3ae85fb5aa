package damage

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// What happens between the paper and the decoder.

// A phone that does nothing wrong. Scanner pages get 1920 × 1080 pixels for some
// 65° across: a focal length of 1500 pixels, so 6 pixels a millimetre at 250 mm.
// A lens and sensor with half the contrast left at 0.3 cycles a pixel (usual for
// phones) blur by 0.187 / 0.3 = 0.62 pixels (σ), of which a pixel's own width
// is 0.29 and the lens the rest.
const (
	focal = 1500 // pixels
	lens  = 0.55 // σ, pixels
)

// seen is the picture as that phone sees it: no decoder ever gets the dots of
// the printer themselves.
func (p Picture) seen() Picture {
	perMM := min(focal/p.Away, p.PerMM)
	return p.blurred(lens / perMM).scaled(perMM)
}

// before makes an effect of one that happens before the phone sees the paper.
func before[P any](do func(P) effect) func(P) effect {
	return func(parameters P) effect {
		e := do(parameters)
		return func(p Picture, chance *rand.Rand) Picture { return e(p, chance).seen() }
	}
}

// blur is out of focus and moved by σ mm, for a phone handHeld away; angles
// make that grow with the distance.
func blur(mm float64) effect {
	return func(p Picture, _ *rand.Rand) Picture { return p.blurred(mm * p.Away / handHeld) }
}

// contrast is how black and white arrive.
type contrast struct {
	span  float64 // white minus black, share of what the sensor can tell
	noise float64 // of the sensor, σ, share of the same
}

// fade puts the span at the middle of the sensor's or higher: a camera
// exposes for the paper.
func fade(c contrast) effect {
	return func(p Picture, chance *rand.Rand) Picture {
		q := p.seen().copy()
		lightest := 0.5 + c.span/2 + chance.Float64()*(0.5-c.span/2)
		for i, v := range q.Pix {
			q.Pix[i] = shade(white*(lightest-c.span) + c.span*float64(v) + white*c.noise*chance.NormFloat64())
		}
		return q
	}
}

// tilt is how a phone is held.
type tilt struct {
	angle float64 // between phone and paper
	turn  float64 // in the plane of the picture, at most, either way
}

// tilted sees the paper through a pinhole, tilted about any axis in the paper.
// The picture grows so that nothing of the code is lost.
func tilted(t tilt) effect {
	return func(p Picture, chance *rand.Rand) Picture {
		const degree = math.Pi / 180
		axis := chance.Float64() * 2 * math.Pi
		turn := (2*chance.Float64() - 1) * t.turn * degree
		ax, ay := math.Cos(axis), math.Sin(axis)
		sin, cos := math.Sincos(t.angle * degree)
		ts, tc := math.Sincos(turn)
		away := p.Away * p.PerMM // pixels
		w, h := p.Rect.Dx(), p.Rect.Dy()
		grown := 1 + 0.35*math.Abs(math.Sin(turn))
		q := p
		q.Gray = image.NewGray(image.Rect(0, 0, int(float64(w)*grown), int(float64(h)*grown)))
		for y := range q.Rect.Dy() {
			for x := range q.Rect.Dx() {
				// From the picture to the plane of the paper: turn back, then along
				// the ray until it meets the tilted plane.
				u, v := float64(x)+0.5-float64(q.Rect.Dx())/2, float64(y)+0.5-float64(q.Rect.Dy())/2
				u, v = tc*u+ts*v, tc*v-ts*u
				along, across := u*ax+v*ay, v*ax-u*ay
				// across' = s·cos, depth = s·sin: across = s·cos·away/(away+s·sin).
				s := across * away / (cos*away - across*sin)
				along *= (away + s*sin) / away
				q.Pix[y*q.Stride+x] = shade(p.at(along*ax-s*ay+float64(w)/2-0.5, along*ay+s*ax+float64(h)/2-0.5))
			}
		}
		return q
	}
}

// haloWidth is how much wider than the white spot its halo is: the light is a
// bell that falls to a tenth of white there.
const haloWidth = 2

// glare adds a lamp's light: enough to turn black to white within a spot of so
// many mm, a bell that saturates.
func glare(mm float64) effect {
	return func(p Picture, chance *rand.Rand) Picture {
		q := p.copy()
		cx := float64(p.Symbol.Min.X) + chance.Float64()*float64(p.Symbol.Dx())
		cy := float64(p.Symbol.Min.Y) + chance.Float64()*float64(p.Symbol.Dy())
		r := mm / 2 * p.PerMM * p.Away / handHeld
		// peak·exp(-1/2s²) = 1 at the rim, 0.1 at haloWidth times that.
		s2 := (haloWidth*haloWidth - 1) / (2 * math.Log(10))
		peak := math.Exp(1 / (2 * s2))
		for y := range p.Rect.Dy() {
			for x := range p.Rect.Dx() {
				dx, dy := (float64(x)+0.5-cx)/r, (float64(y)+0.5-cy)/r
				v := &q.Pix[y*q.Stride+x]
				*v = shade(float64(*v) + white*peak*math.Exp(-(dx*dx+dy*dy)/(2*s2)))
			}
		}
		return q
	}
}

// pressed is a photo after a chat program.
type pressed struct {
	perMM   float64 // pixels a millimetre of an A4 page; a poster has fewer from the start
	quality int     // of JPEG, 1 to 100
}

func jpegged(j pressed) effect {
	return func(p Picture, _ *rand.Rand) Picture {
		q := p.scaled(j.perMM)
		var b bytes.Buffer
		if err := jpeg.Encode(&b, q.Gray, &jpeg.Options{Quality: j.quality}); err != nil {
			panic(err) // a buffer takes everything
		}
		img, err := jpeg.Decode(&b)
		if err != nil {
			panic(err) // it was just written
		}
		q.Gray = image.NewGray(q.Rect)
		draw.Draw(q.Gray, q.Rect, img, image.Point{}, draw.Src)
		return q
	}
}

// far leaves so many pixels a module, on a grid that begins anywhere.
func far(pixels float64) effect {
	return func(p Picture, chance *rand.Rand) Picture {
		perMM := pixels / p.Module
		step := p.PerMM / perMM
		dx, dy := int(chance.Float64()*step), int(chance.Float64()*step)
		moved := p
		moved.Gray = image.NewGray(image.Rect(0, 0, p.Rect.Dx()-dx, p.Rect.Dy()-dy))
		draw.Draw(moved.Gray, moved.Rect, p.Gray, image.Point{X: dx, Y: dy}, draw.Src)
		moved.Symbol = p.Symbol.Sub(image.Point{X: dx, Y: dy})
		return moved.blurred(lens / perMM).scaled(perMM)
	}
}
