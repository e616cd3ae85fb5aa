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
		if s.Stroke == "" && s.Fill != "" { // a point drawn with a round pen of its width
			k.colour(s.Fill, "RG")
			k.number(2 * s.R * k.scale)
			k.op("w")
			k.point(s.X, s.Y)
			k.op("m")
			k.point(s.X, s.Y)
			k.op("l S")
			return
		}
		k.painted(s.Fill, s.Stroke, s.Line, func() { k.rect(s.X-s.R, s.Y-s.R, 2*s.R, 2*s.R, s.R) })
	case picture.Path:
		k.painted(s.Fill, s.Stroke, s.Line, func() {
			for i := 0; i < len(s.Ops); i++ {
				if x, y, w, h, ok := rectangle(s.Ops[i:]); ok {
					k.rect(x, y, w, h, 0)
					i += 4
					continue
				}
				switch o := s.Ops[i]; o.Kind {
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

// rectangle says whether a path begins with a level rectangle: PDF has a short way
// to write one, and a band has hundreds.
func rectangle(ops []picture.Op) (x, y, w, h float64, ok bool) {
	if len(ops) < 5 || ops[0].Kind != 'M' || ops[1].Kind != 'L' || ops[2].Kind != 'L' || ops[3].Kind != 'L' || ops[4].Kind != 'Z' {
		return 0, 0, 0, 0, false
	}
	a, b, c, d := ops[0].At, ops[1].At, ops[2].At, ops[3].At
	ok = a[1] == b[1] && b[0] == c[0] && c[1] == d[1] && d[0] == a[0]
	return a[0], a[1], c[0] - a[0], c[1] - a[1], ok
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
		k.point(x, y)
		k.number(w * k.scale)
		if k.height > 0 {
			h = -h
		}
		k.number(h * k.scale)
		k.op("re")
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
