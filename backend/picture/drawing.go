// Package picture draws a guide.Screen: a friendly phone with the place to
// touch ringed. A screen is laid out once, as a list of plain shapes, so that
// the window and paper show the same picture.
//
// Meaning is never carried by colour alone: pictures are printed on black and
// white printers.
package picture

// Drawing is a laid-out picture in its own units; y grows downwards.
type Drawing struct {
	W, H   float64
	Shapes []Shape
	Alt    string // the picture in words
}

// Shape is one of Rect, Circle, Path and Text.
type Shape interface{ shape() }

// Colour is an RGB colour such as "#26316b", or "" for none.
type Colour string

// Rect is a rectangle with rounded corners.
type Rect struct {
	X, Y, W, H, Radius float64
	Fill, Stroke       Colour
	Line               float64 // width of the stroke
}

// Circle is a circle.
type Circle struct {
	X, Y, R      float64
	Fill, Stroke Colour
	Line         float64
}

// Path is a run of lines and curves in absolute coordinates.
type Path struct {
	Ops          []Op
	Fill, Stroke Colour
	Line         float64
}

// Op is one step of a Path: 'M' and 'L' use one point, 'C' three, 'Z' none.
type Op struct {
	Kind byte
	At   [6]float64
}

// numbers is how many numbers of At the step uses.
func (o Op) numbers() int {
	switch o.Kind {
	case 'M', 'L':
		return 2
	case 'C':
		return 6
	}
	return 0
}

// Text is one line of text; Y is its baseline.
type Text struct {
	X, Y, Size float64
	Words      string
	Bold       bool
	Middle     bool // X is the middle of the line, not its start
	Fill       Colour
}

func (Rect) shape()   {}
func (Circle) shape() {}
func (Path) shape()   {}
func (Text) shape()   {}

// The colours of the drawn phone. All text keeps a contrast of 4.5 or more.
const (
	ink    Colour = "#1a1d2e"
	soft   Colour = "#474b61"
	indigo Colour = "#26316b"
	tint   Colour = "#eceff8"
	grey   Colour = "#e7e9f0" // words that do not matter, and the keys of a keyboard lie on it
	line   Colour = "#7f85a5"
	white  Colour = "#ffffff"
	night  Colour = "#20243a" // what a camera looks at
	dusk   Colour = "#343a5c" // on it
	gold   Colour = "#c27f00" // the ring on the glass
	glow   Colour = "#f3dca6" // around it
)

// The colours of the three secrets, the same as beside the picture in the
// window (frontend/src/styles/tokens.css).
const (
	passwordInk Colour = "#2b3a8f"
	passcodeInk Colour = "#9c2f2f"
	otpInk      Colour = "#8a5a00"
)

func rect(b box, radius float64, fill, stroke Colour, width float64) Rect {
	return Rect{X: b.x, Y: b.y, W: b.w, H: b.h, Radius: radius, Fill: fill, Stroke: stroke, Line: width}
}

// op is a step through points given as x, y, x, y …, moved by dx, dy.
func op(kind byte, dx, dy float64, points ...float64) Op {
	o := Op{Kind: kind}
	for i := 0; i+1 < len(points); i += 2 {
		o.At[i], o.At[i+1] = dx+points[i], dy+points[i+1]
	}
	return o
}

func polyline(stroke Colour, width float64, points ...float64) Path {
	p := Path{Stroke: stroke, Line: width}
	for i := 0; i+1 < len(points); i += 2 {
		kind := byte('L')
		if i == 0 {
			kind = 'M'
		}
		p.Ops = append(p.Ops, op(kind, 0, 0, points[i], points[i+1]))
	}
	return p
}

// Moved gives shapes scaled and then moved: a picture placed on a page.
func Moved(shapes []Shape, dx, dy, scale float64) []Shape {
	moved := make([]Shape, len(shapes))
	for i, s := range shapes {
		switch s := s.(type) {
		case Rect:
			s.X, s.Y, s.W, s.H = s.X*scale+dx, s.Y*scale+dy, s.W*scale, s.H*scale
			s.Radius, s.Line = s.Radius*scale, s.Line*scale
			moved[i] = s
		case Circle:
			s.X, s.Y, s.R, s.Line = s.X*scale+dx, s.Y*scale+dy, s.R*scale, s.Line*scale
			moved[i] = s
		case Path:
			ops := make([]Op, len(s.Ops))
			for j, o := range s.Ops {
				for k := 0; k < o.numbers(); k += 2 {
					o.At[k], o.At[k+1] = o.At[k]*scale+dx, o.At[k+1]*scale+dy
				}
				ops[j] = o
			}
			s.Ops, s.Line = ops, s.Line*scale
			moved[i] = s
		case Text:
			s.X, s.Y, s.Size = s.X*scale+dx, s.Y*scale+dy, s.Size*scale
			moved[i] = s
		}
	}
	return moved
}
