package damage

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"math"
)

// Picture is a code as a camera has it before it: grey, with its place.
type Picture struct {
	*image.Gray
	PerMM  float64         // pixels a millimetre
	Module float64         // side of a module, mm
	Away   float64         // from phone to paper, mm
	Symbol image.Rectangle // the code without its quiet zone, pixels
}

// blank is a picture of the same paper, all white.
func (p Picture) blank() Picture {
	q := p
	q.Gray = image.NewGray(p.Bounds())
	for i := range q.Pix {
		q.Pix[i] = white
	}
	return q
}

// copy is the picture with pixels of its own.
func (p Picture) copy() Picture {
	q := p
	q.Gray = image.NewGray(p.Bounds())
	copy(q.Pix, p.Pix)
	return q
}

const white = 255

// at is the shade between the pixels round x, y; paper outside is white.
func (p Picture) at(x, y float64) float64 {
	x0, y0 := math.Floor(x), math.Floor(y)
	fx, fy := x-x0, y-y0
	v := func(dx, dy int) float64 {
		x, y := int(x0)+dx, int(y0)+dy
		if !(image.Point{X: x, Y: y}).In(p.Rect) {
			return white
		}
		return float64(p.Pix[y*p.Stride+x])
	}
	return (v(0, 0)*(1-fx)+v(1, 0)*fx)*(1-fy) + (v(0, 1)*(1-fx)+v(1, 1)*fx)*fy
}

func shade(v float64) uint8 { return uint8(math.Round(min(max(v, 0), white))) }

// blurred is p under a Gauss filter with a standard deviation of mm, from
// three box filters in a row (W. Wells, 1986), which time does not grow with
// the width. Sources of light add up in the same way.
func (p Picture) blurred(mm float64) Picture {
	sigma := mm * p.PerMM
	q := p.copy()
	if sigma < 0.3 { // pixels: nothing anybody would see
		return q
	}
	w, h := p.Rect.Dx(), p.Rect.Dy()
	line := make([]float64, max(w, h))
	out := make([]float64, max(w, h))
	plane := make([]float64, w*h)
	for i, v := range p.Pix {
		plane[i] = float64(v)
	}
	run := func(start, step, n int) {
		for i := range n {
			line[i] = plane[start+i*step]
		}
		for range 3 {
			boxFilter(out[:n], line[:n], sigma)
			copy(line, out[:n])
		}
		for i := range n {
			plane[start+i*step] = line[i]
		}
	}
	for y := range h {
		run(y*w, 1, w)
	}
	for x := range w {
		run(x, w, h)
	}
	for i, v := range plane {
		q.Pix[i] = shade(v)
	}
	return q
}

// boxFilter is one of three boxes that together have the deviation sigma; its
// outermost pixels count in part, so that any sigma can be had.
func boxFilter(out, in []float64, sigma float64) {
	radius := (math.Sqrt(4*sigma*sigma+1) - 1) / 2 // variance of a box: ((2r+1)²-1)/12
	whole := int(radius)
	part := radius - float64(whole)
	n := len(in)
	get := func(i int) float64 { return in[min(max(i, 0), n-1)] }
	sum := 0.0
	for i := -whole; i <= whole; i++ {
		sum += get(i)
	}
	for i := range n {
		out[i] = (sum + part*(get(i-whole-1)+get(i+whole+1))) / (2*radius + 1)
		sum += get(i+whole+1) - get(i-whole)
	}
}

// scaled is p with perMM pixels a millimetre, each the mean of what it covers;
// p itself when that would be no fewer pixels.
func (p Picture) scaled(perMM float64) Picture {
	f := perMM / p.PerMM
	if f >= 1 {
		return p
	}
	w, h := int(float64(p.Rect.Dx())*f), int(float64(p.Rect.Dy())*f)
	q := Picture{Gray: image.NewGray(image.Rect(0, 0, w, h)), PerMM: perMM, Module: p.Module, Away: p.Away}
	to := func(v int) int { return int(math.Round(float64(v) * f)) }
	q.Symbol = image.Rect(to(p.Symbol.Min.X), to(p.Symbol.Min.Y), to(p.Symbol.Max.X), to(p.Symbol.Max.Y))
	rows := make([]float64, w*p.Rect.Dy()) // first across, then down
	for y := range p.Rect.Dy() {
		for x := range w {
			rows[y*w+x] = mean(p.Pix[y*p.Stride:], 1, float64(x)/f, float64(x+1)/f, p.Rect.Dx())
		}
	}
	for y := range h {
		for x := range w {
			q.Pix[y*q.Stride+x] = shade(mean(rows[x:], w, float64(y)/f, float64(y+1)/f, p.Rect.Dy()))
		}
	}
	return q
}

// mean is the mean of the values from a to b, of which the outermost count in
// part.
func mean[T uint8 | float64](values []T, step int, a, b float64, n int) float64 {
	sum := 0.0
	for i := int(a); i < n && float64(i) < b; i++ {
		sum += float64(values[i*step]) * (min(b, float64(i+1)) - max(a, float64(i)))
	}
	return sum / (b - a)
}

// PGM is the picture as a file both decoders take.
func (p Picture) PGM() []byte {
	return append(fmt.Appendf(nil, "P5 %d %d 255\n", p.Rect.Dx(), p.Rect.Dy()), p.Pix...)
}

// readPGM reads what pdftoppm -gray writes.
func readPGM(data []byte) (*image.Gray, error) {
	var w, h, most int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d", &w, &h, &most); err != nil || most != white || w < 1 || h < 1 {
		return nil, fmt.Errorf("no grey PGM: %w", err)
	}
	head := bytes.Join([][]byte{[]byte("P5"), fmt.Appendf(nil, "%d %d", w, h), fmt.Appendf(nil, "%d", most), nil}, []byte("\n"))
	if len(data) != len(head)+w*h {
		return nil, errors.New("PGM of another length than it says")
	}
	return &image.Gray{Pix: data[len(head):], Stride: w, Rect: image.Rect(0, 0, w, h)}, nil
}
