package handout

import (
	"strconv"

	"tungbuoc/backend/picture"
)

// ink writes shapes as the drawing operators of a PDF (ISO 32000-1, 8.5).
// fpdf can draw them, too, but only on a page: what stands on many pages is
// written once, as a form of its own.
type ink struct {
	b      []byte
	scale  float64 // of a length
	height float64 // of the page, after scaling: PDF's y grows upwards; 0: y is left as it is
}

func (k *ink) number(f float64) {
	k.b = strconv.AppendFloat(k.b, f, 'f', 2, 64)
	for k.b[len(k.b)-1] == '0' {
		k.b = k.b[:len(k.b)-1]
	}
	if k.b[len(k.b)-1] == '.' {
		k.b = k.b[:len(k.b)-1]
	}
	k.b = append(k.b, ' ')
}

func (k *ink) point(x, y float64) {
	k.number(x * k.scale)
	if k.height > 0 {
		y = k.height - y*k.scale
	} else {
		y *= k.scale
	}
	k.number(y)
}

func (k *ink) op(name string) { k.b = append(append(k.b, name...), '\n') }

// shape writes a shape, but no text.
func (k *ink) shape(s picture.Shape) {
	switch s := s.(type) {
	case picture.Rect:
		k.painted(s.Fill, s.Stroke, s.Line, func() { k.rect(s.X, s.Y, s.W, s.H, min(s.Radius, s.W/2, s.H/2)) })
	case picture.Circle:
		k.painted(s.Fill, s.Stroke, s.Line, func() { k.rect(s.X-s.R, s.Y-s.R, 2*s.R, 2*s.R, s.R) })
	case picture.Path:
		k.painted(s.Fill, s.Stroke, s.Line, func() {
			for _, o := range s.Ops {
				switch o.Kind {
				case 'M':
					k.point(o.At[0], o.At[1])
					k.op("m")
				case 'L':
					k.point(o.At[0], o.At[1])
					k.op("l")
				case 'C':
					k.curve(o.At)
				case 'Z':
					k.op("h")
				}
			}
		})
	}
}

func (k *ink) curve(at [6]float64) {
	k.point(at[0], at[1])
	k.point(at[2], at[3])
	k.point(at[4], at[5])
	k.op("c")
}

// round is how far the handles of a quarter of a circle are from its ends, of
// the radius.
const round = 0.5523

// rect writes the path of a rectangle with rounded corners.
func (k *ink) rect(x, y, w, h, r float64) {
	if r <= 0 {
		for i, at := range [][2]float64{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}} {
			k.point(at[0], at[1])
			k.op(map[bool]string{true: "m", false: "l"}[i == 0])
		}
		k.op("h")
		return
	}
	c := r * (1 - round)
	k.point(x+r, y)
	k.op("m")
	k.point(x+w-r, y)
	k.op("l")
	k.curve([6]float64{x + w - c, y, x + w, y + c, x + w, y + r})
	k.point(x+w, y+h-r)
	k.op("l")
	k.curve([6]float64{x + w, y + h - c, x + w - c, y + h, x + w - r, y + h})
	k.point(x+r, y+h)
	k.op("l")
	k.curve([6]float64{x + c, y + h, x, y + h - c, x, y + h - r})
	k.point(x, y+r)
	k.op("l")
	k.curve([6]float64{x, y + c, x + c, y, x + r, y})
	k.op("h")
}

// painted writes the colours, the path and how it is painted; nothing if it
// shows nothing.
func (k *ink) painted(fill, stroke picture.Colour, line float64, path func()) {
	paint := ""
	if fill != "" {
		k.colour(fill, "rg")
		paint = "f"
	}
	if stroke != "" && line > 0 {
		k.colour(stroke, "RG")
		k.number(line * k.scale)
		k.op("w")
		paint = map[string]string{"": "S", "f": "B"}[paint]
	}
	if paint != "" {
		path()
		k.op(paint)
	}
}

func (k *ink) colour(c picture.Colour, op string) {
	red, green, blue := rgb(c)
	for _, part := range []int{red, green, blue} {
		k.number(float64(part) / 255)
	}
	k.op(op)
}
