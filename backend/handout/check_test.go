package handout_test

import (
	"fmt"
	"math"
	"testing"

	"tungbuoc/backend/handout"
	"tungbuoc/backend/picture"
)

// checkPage holds a page to what every print must keep: nothing leaves the
// paper, nothing is too small, codes are large and alone, no words lie on
// anything.
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
	for _, hit := range collisions(p) {
		t.Errorf("%s: %s", name, hit)
	}
	type placed struct {
		what           any
		x0, y0, x1, y1 float64
	}
	var all []placed
	for _, s := range p.Stamps {
		all = append(all, placed{"art", s.X, s.Y, s.X + s.Art.W*s.Scale, s.Y + s.Art.H*s.Scale})
	}
	for _, s := range p.Shapes {
		if x0, y0, x1, y1, ok := box(s); ok {
			all = append(all, placed{s, x0, y0, x1, y1})
		}
	}
	for _, a := range all {
		s, x0, y0, x1, y1 := a.what, a.x0, a.y0, a.x1, a.y1
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

// collisions are the words of a page that lie on other words, on art, or on the
// edge of a shape: they may stand within one, on a panel or in a disc.
func collisions(p *handout.Page) (hits []string) {
	type placed struct {
		what           any  // the shape; nil: art
		text, within   bool // is text; may hold other things
		x0, y0, x1, y1 float64
	}
	var all []placed
	for _, s := range p.Stamps {
		all = append(all, placed{x0: s.X, y0: s.Y, x1: s.X + s.Art.W*s.Scale, y1: s.Y + s.Art.H*s.Scale})
	}
	for _, s := range p.Shapes {
		x0, y0, x1, y1, ok := box(s)
		if !ok {
			continue
		}
		_, isText := s.(picture.Text)
		all = append(all, placed{s, isText, !isText, x0, y0, x1, y1})
	}
	const touch = 0.05 // mm
	for i, a := range all {
		if !a.text {
			continue
		}
		for j, b := range all {
			if i == j || b.text && j < i {
				continue
			}
			apart := a.x1 <= b.x0+touch || a.x0 >= b.x1-touch || a.y1 <= b.y0+touch || a.y0 >= b.y1-touch
			inside := b.within && a.x0 >= b.x0 && a.x1 <= b.x1 && a.y0 >= b.y0 && a.y1 <= b.y1
			if !apart && !inside {
				hits = append(hits, fmt.Sprintf("%+v lies on %+v at %.1f, %.1f to %.1f, %.1f", a.what, b.what, b.x0, b.y0, b.x1, b.y1))
			}
		}
	}
	return hits
}

func box(s picture.Shape) (x0, y0, x1, y1 float64, ok bool) {
	switch s := s.(type) {
	case picture.Rect:
		return s.X, s.Y, s.X + s.W, s.Y + s.H, true
	case picture.Circle:
		return s.X - s.R, s.Y - s.R, s.X + s.R, s.Y + s.R, true
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
