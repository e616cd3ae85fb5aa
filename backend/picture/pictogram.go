package picture

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"tungbuoc/backend/guide"
)

// A pictogram is a small picture that says what a tile, a paper or an answer
// is about, to whoever reads slowly or not at all. All are drawn alike: dark
// round outlines, which alone carry the meaning, around one or two colours.
// They hold at 20 pixels, at 110, and on a black and white printer.

// pictogramSide is the side of every pictogram, in units of the drawing.
const pictogramSide = 64

// stroke is the width of a pictogram's outlines.
const stroke = 3.6

// The colours of pictograms: chàm, ripe rice, leaf, cánh kiến, skin and sky.
// Against the outline all keep a contrast of 4 or more.
const (
	outline = indigo
	rice    = Colour("#f5bd4f")
	leaf    = Colour("#8fcf9c")
	red     = Colour("#ea8577")
	skin    = Colour("#fad8b3")
	sky     = Colour("#bccaf4")
)

// Pictogram gives the pictogram with a name, false if there is none. Names are
// those of [guide.Pictograms]. It says nothing a listener would miss, so that
// it has no words: [Drawing.Alt] is empty.
func Pictogram(name string) (Drawing, bool) {
	shapes, ok := pictograms[name]
	return Drawing{W: pictogramSide, H: pictogramSide, Shapes: slices.Clone(shapes)}, ok
}

// PictogramOf gives the first pictogram that there is of some names, and the
// question mark when there is none of them.
func PictogramOf(names ...string) Drawing {
	for _, name := range append(names, guide.PictogramUnknown) {
		if d, ok := Pictogram(name); ok {
			return d
		}
	}
	return Drawing{W: pictogramSide, H: pictogramSide}
}

// PictogramText is the pictogram of an icon as SVG text, the question mark for
// one that is unknown, and "" for no icon.
func PictogramText(icon guide.Icon) string {
	if icon == "" {
		return ""
	}
	d := PictogramOf(string(icon))
	return string(d.SVG())
}

// PictogramNames lists the pictograms there are, sorted.
func PictogramNames() []string { return slices.Sorted(maps.Keys(pictograms)) }

// pictograms are the shapes of each, by name.
var pictograms = merged(topicShapes, paperShapes, answerShapes, deviceShapes)

func merged(sets ...map[string][]Shape) map[string][]Shape {
	all := map[string][]Shape{}
	for _, set := range sets {
		for name, shapes := range set {
			if _, twice := all[name]; twice {
				panic("picture: two pictograms are named " + name)
			}
			all[name] = shapes
		}
	}
	return all
}

// Mono gives the drawing for a printer without colours: outlines black, light
// areas white, coloured ones grey, dark ones black.
func (d Drawing) Mono() Drawing {
	shapes := make([]Shape, len(d.Shapes))
	for i, s := range d.Shapes {
		switch s := s.(type) {
		case Rect:
			s.Fill, s.Stroke = s.Fill.mono(), s.Stroke.mono()
			shapes[i] = s
		case Circle:
			s.Fill, s.Stroke = s.Fill.mono(), s.Stroke.mono()
			shapes[i] = s
		case Path:
			s.Fill, s.Stroke = s.Fill.mono(), s.Stroke.mono()
			shapes[i] = s
		case Text:
			s.Fill = s.Fill.mono()
			shapes[i] = s
		}
	}
	d.Shapes = shapes
	return d
}

// mono is black, a light grey or white, whichever prints the colour best.
func (c Colour) mono() Colour {
	light, ok := c.light()
	switch {
	case !ok:
		return c
	case light < 0.3:
		return "#000000"
	case light < 0.7:
		return "#d2d2d2"
	}
	return "#ffffff"
}

// light is how light a colour looks, 0 to 1; false if it is none.
func (c Colour) light() (float64, bool) {
	rgb, err := strconv.ParseUint(strings.TrimPrefix(string(c), "#"), 16, 32)
	if len(c) != len("#rrggbb") || err != nil {
		return 0, false
	}
	r, g, b := float64(rgb>>16&0xff), float64(rgb>>8&0xff), float64(rgb&0xff)
	return (0.2126*r + 0.7152*g + 0.0722*b) / 0xff, true
}

// The few kinds of shape that pictograms are made of.

// area is a closed outline with a colour in it.
func area(fill Colour, d string) Shape {
	return Path{Ops: pathOps(d), Fill: fill, Stroke: outline, Line: stroke}
}

// marks are open lines.
func marks(d string) Shape { return Path{Ops: pathOps(d), Stroke: outline, Line: stroke} }

// sheet is a rectangle with a colour in it.
func sheet(fill Colour, x, y, w, h, radius float64) Shape {
	return Rect{X: x, Y: y, W: w, H: h, Radius: radius, Fill: fill, Stroke: outline, Line: stroke}
}

// disc is a circle with a colour in it.
func disc(fill Colour, x, y, r float64) Shape {
	return Circle{X: x, Y: y, R: r, Fill: fill, Stroke: outline, Line: stroke}
}

// dot is a filled circle without an outline.
func dot(x, y, r float64) Shape { return Circle{X: x, Y: y, R: r, Fill: outline} }

// solid is a filled dark rectangle.
func solid(x, y, w, h, radius float64) Shape {
	return Rect{X: x, Y: y, W: w, H: h, Radius: radius, Fill: outline}
}

// within scales shapes to a smaller picture on another one, whose outlines are
// as thick as all.
func within(dx, dy, scale float64, shapes ...Shape) []Shape {
	moved := Moved(shapes, dx, dy, scale)
	for i, s := range moved {
		switch s := s.(type) {
		case Rect:
			s.Line /= scale
			moved[i] = s
		case Circle:
			s.Line /= scale
			moved[i] = s
		case Path:
			s.Line /= scale
			moved[i] = s
		}
	}
	return moved
}

// pathOps reads a path written as in SVG, in absolute coordinates and with the
// letters M, L, H, V, C and Z.
func pathOps(d string) []Op {
	var ops []Op
	var x, y float64
	for _, part := range strings.FieldsFunc(separated(d), func(r rune) bool { return r == ';' }) {
		kind, n := part[0], numbersOf(part[1:])
		switch kind {
		case 'H':
			kind, n = 'L', []float64{n[0], y}
		case 'V':
			kind, n = 'L', []float64{x, n[0]}
		}
		for first := true; first || len(n) > 0; first = false {
			o := Op{Kind: kind}
			used := copy(o.At[:o.numbers()], n)
			if used < o.numbers() || !strings.ContainsRune("MLCZ", rune(kind)) {
				panic("picture: a pictogram's path cannot be read: " + d)
			}
			if n = n[used:]; used > 0 {
				x, y = o.At[used-2], o.At[used-1]
			}
			ops = append(ops, o)
		}
	}
	return ops
}

// separated puts a semicolon before each letter.
func separated(d string) string {
	var b strings.Builder
	for _, r := range d {
		if r >= 'A' && r <= 'Z' {
			b.WriteByte(';')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func numbersOf(s string) []float64 {
	var n []float64
	for _, word := range strings.Fields(s) {
		f, err := strconv.ParseFloat(word, 64)
		if err != nil {
			panic("picture: a pictogram has no such number: " + word)
		}
		n = append(n, f)
	}
	return n
}
