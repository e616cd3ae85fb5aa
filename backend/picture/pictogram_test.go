package picture_test

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// Sizes at which pictograms are used: a line of a list, a paper, a tile, a
// service's head.
var pictogramSizes = []float64{20, 48, 66, 110}

// contactSheet draws every pictogram at every size, and once more for a black
// and white printer.
func contactSheet(t *testing.T) *picture.Drawing {
	const columns, cellW, cellH = 4, 330.0, 130.0
	rows := (len(guide.Pictograms) + columns - 1) / columns
	sheet := &picture.Drawing{W: columns * cellW, H: float64(rows) * cellH, Alt: "Mọi hình vẽ nhỏ"}
	for i, name := range guide.Pictograms {
		d, ok := picture.Pictogram(name)
		if !ok {
			t.Fatalf("there is no pictogram %q, though content may use it", name)
		}
		x, y := float64(i%columns)*cellW+8, float64(i/columns)*cellH+8
		for _, size := range pictogramSizes {
			sheet.Shapes = append(sheet.Shapes, picture.Moved(d.Shapes, x, y, size/d.W)...)
			x += size + 8
		}
		sheet.Shapes = append(sheet.Shapes, picture.Moved(d.Mono().Shapes, x, y, 40/d.W)...)
	}
	return sheet
}

// Look at testdata/pictograms.svg in a browser after every change.
func TestPictogramsAreAsLookedAt(t *testing.T) {
	got := contactSheet(t).SVG()
	wellFormed(t, got)
	file := filepath.Join("testdata", "pictograms.svg")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s differs (go test ./backend/picture -update, then look at it): %v", file, err)
	}
}

func TestPictogramsAndTheirNamesAreTheSame(t *testing.T) {
	drawn := picture.PictogramNames()
	named := slices.Sorted(slices.Values(guide.Pictograms))
	if !slices.Equal(drawn, named) {
		t.Errorf("drawn %q, content may use %q", drawn, named)
	}
	seen := map[string]string{}
	for _, name := range drawn {
		d, _ := picture.Pictogram(name)
		svg := string(d.SVG())
		if other, twice := seen[svg]; twice {
			t.Errorf("%s is drawn as %s", name, other)
		}
		seen[svg] = name
		if len(svg) > 1600 || d.Alt != "" {
			t.Errorf("%s: %d bytes, says %q: a list of them must stay light and silent", name, len(svg), d.Alt)
		}
	}
	if _, ok := picture.Pictogram("rocket"); ok {
		t.Error("there is a rocket")
	}
}

// What is outside of the square would be cut off; what is much smaller would
// be smaller than its neighbours.
func TestPictogramsFillTheirSquare(t *testing.T) {
	for _, name := range guide.Pictograms {
		d, _ := picture.Pictogram(name)
		x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		grow := func(x, y, by float64) {
			x0, y0, x1, y1 = min(x0, x-by), min(y0, y-by), max(x1, x+by), max(y1, y+by)
		}
		for _, shape := range d.Shapes {
			switch s := shape.(type) {
			case picture.Rect:
				grow(s.X, s.Y, s.Line/2)
				grow(s.X+s.W, s.Y+s.H, s.Line/2)
			case picture.Circle:
				grow(s.X, s.Y, s.R+s.Line/2)
			case picture.Path:
				for _, at := range along(s) {
					grow(at[0], at[1], s.Line/2)
				}
			default:
				t.Errorf("%s has a %T: pictograms have no words", name, shape)
			}
		}
		if x0 < 0 || y0 < 0 || x1 > d.W || y1 > d.H || max(x1-x0, y1-y0) < 54 {
			t.Errorf("%s reaches from %.1f, %.1f to %.1f, %.1f", name, x0, y0, x1, y1)
		}
	}
}

// along gives points along a path, close enough to see how far it reaches.
func along(p picture.Path) (points [][2]float64) {
	const pieces = 16
	var x, y float64
	for _, o := range p.Ops {
		switch at := o.At; o.Kind {
		case 'M', 'L':
			x, y = at[0], at[1]
		case 'C':
			for i := 1; i < pieces; i++ {
				t := float64(i) / pieces
				on := func(a, b, c, d float64) float64 {
					return (1-t)*(1-t)*(1-t)*a + 3*t*(1-t)*(1-t)*b + 3*t*t*(1-t)*c + t*t*t*d
				}
				points = append(points, [2]float64{on(x, at[0], at[2], at[4]), on(y, at[1], at[3], at[5])})
			}
			x, y = at[4], at[5]
		}
		points = append(points, [2]float64{x, y})
	}
	return points
}

// The outline carries the meaning: it must be seen on every colour in it, and
// on paper without colours.
func TestPictogramsHoldWithoutColours(t *testing.T) {
	const outline = "#26316b"
	for _, name := range guide.Pictograms {
		d, _ := picture.Pictogram(name)
		for i, shape := range d.Shapes {
			fill, line := paintOf(t, shape)
			if fill != "" && fill != outline && contrast(t, fill, outline) < 4 {
				t.Errorf("%s: the outline is not seen on %s", name, fill)
			}
			grey, black := paintOf(t, d.Mono().Shapes[i])
			if fill == outline && grey != "#000000" || line == outline && black != "#000000" {
				t.Errorf("%s: an outline is printed %s %s", name, grey, black)
			}
			if fill != "" && fill != outline && contrast(t, grey, "#000000") < 12 {
				t.Errorf("%s: %s is printed %s, as dark as the lines on it", name, fill, grey)
			}
		}
	}
}

func TestMonoLeavesTheDrawingAlone(t *testing.T) {
	d, _ := picture.Pictogram("heart-plus")
	before := string(d.SVG())
	if mono := d.Mono(); string(mono.SVG()) == before || string(d.SVG()) != before {
		t.Error("Mono changed the drawing it was made from, or nothing")
	}
}

func TestPictogramOfTakesTheFirstThereIs(t *testing.T) {
	for want, names := range map[string][]string{
		"baby": {"", "rocket", "baby", "house"}, guide.PictogramUnknown: {"rocket"},
	} {
		d, _ := picture.Pictogram(want)
		if got := picture.PictogramOf(names...); string(got.SVG()) != string(d.SVG()) {
			t.Errorf("of %q it is not %s", names, want)
		}
	}
}

func paintOf(t *testing.T, shape picture.Shape) (fill, line picture.Colour) {
	switch s := shape.(type) {
	case picture.Rect:
		return s.Fill, s.Stroke
	case picture.Circle:
		return s.Fill, s.Stroke
	case picture.Path:
		return s.Fill, s.Stroke
	}
	t.Fatalf("%T has no paint", shape)
	return "", ""
}

// contrast is that of WCAG 2: 1 for the same colour, 21 for black on white.
func contrast(t *testing.T, a, b picture.Colour) float64 {
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(t *testing.T, c picture.Colour) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(string(c[1+2*i:3+2*i]), 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}
