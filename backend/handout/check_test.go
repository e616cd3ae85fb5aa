package handout_test

import (
	"math"
	"testing"

	"tungbuoc/backend/handout"
	"tungbuoc/backend/picture"
)

// checkPage holds a page to what every print must keep: nothing leaves the
// paper, nothing is too small, codes are large and alone.
func checkPage(t *testing.T, name string, p *handout.Page) {
	t.Helper()
	const dot = 25.4 / 300
	for _, c := range p.Codes {
		symbol := c.Side() - 2*quiet*c.Module
		if symbol < 24.9 || c.Module < 0.5 {
			t.Errorf("%s: code of %.1f mm with modules of %.2f mm", name, symbol, c.Module)
		}
		if dots := c.Module / dot; math.Abs(dots-math.Round(dots)) > 1e-6 {
			t.Errorf("%s: a module is %.3f dots", name, dots)
		}
		if c.X < 0 || c.Y < 0 || c.X+c.Side() > p.W+0.01 || c.Y+c.Side() > p.H+0.01 {
			t.Errorf("%s: the code at %.1f, %.1f with %.1f mm leaves the page", name, c.X, c.Y, c.Side())
		}
	}
	for _, s := range p.Shapes {
		x0, y0, x1, y1, ok := box(s)
		if !ok {
			continue
		}
		if x0 < -0.01 || y0 < -0.01 || x1 > p.W+0.01 || y1 > p.H+0.01 {
			t.Errorf("%s: %+v leaves the page", name, s)
		}
		for _, c := range p.Codes {
			if x1 > c.X+0.01 && x0 < c.X+c.Side()-0.01 && y1 > c.Y+0.01 && y0 < c.Y+c.Side()-0.01 {
				t.Errorf("%s: %+v lies on the code at %.1f, %.1f (%.1f mm)", name, s, c.X, c.Y, c.Side())
			}
		}
	}
}

func box(s picture.Shape) (x0, y0, x1, y1 float64, ok bool) {
	switch s := s.(type) {
	case picture.Rect:
		return s.X, s.Y, s.X + s.W, s.Y + s.H, true
	case picture.Text:
		w := picture.Width(s.Words, s.Size, s.Bold)
		x := s.X
		if s.Middle {
			x -= w / 2
		}
		return x, s.Y - 0.75*s.Size, x + w, s.Y + 0.2*s.Size, true
	}
	return 0, 0, 0, 0, false
}
