package picture

import (
	"slices"
	"testing"

	"tungbuoc/backend/guide"
)

// span is from where to where something is drawn, downwards.
type span struct{ top, bottom float64 }

// spanOf is where a shape lies; false for what is only ground: the glass, a page
// on it, the body of the phone.
func spanOf(s Shape) (span, bool) {
	switch s := s.(type) {
	case Rect:
		return span{s.Y, s.Y + s.H}, s.W < glassWidth || s.H < (ground-glassTop)/2
	case Circle:
		return span{s.Y - s.R, s.Y + s.R}, true
	case Text:
		b := s.box()
		return span{b.y, b.bottom()}, true
	case Path:
		var xs, ys []float64
		for _, op := range s.Ops {
			for i := range op.numbers() / 2 {
				xs, ys = append(xs, op.At[2*i]), append(ys, op.At[2*i+1])
			}
		}
		if len(ys) == 0 {
			return span{}, false
		}
		at := span{slices.Min(ys), slices.Max(ys)}
		return at, slices.Max(xs)-slices.Min(xs) < glassWidth || at.bottom-at.top < (ground-glassTop)/2
	}
	return span{}, false
}

// emptiest is the highest part of the glass with nothing on it, of all its height.
func emptiest(shapes []Shape) float64 {
	var spans []span
	for _, s := range shapes {
		if at, ok := spanOf(s); ok && at.bottom > glassTop && at.top < ground {
			spans = append(spans, at)
		}
	}
	spans = append(spans, span{ground, ground})
	slices.SortFunc(spans, func(a, b span) int {
		if a.top < b.top {
			return -1
		}
		return 1
	})
	most, filled := 0.0, float64(glassTop)
	for _, s := range spans {
		most = max(most, s.top-filled)
		filled = max(filled, s.bottom)
	}
	return most / (ground - glassTop)
}

// A drawn screen is no wireframe: nowhere is more than a quarter of the glass
// empty across its width. Today the emptiest of all screens has a fifth, half of
// them less than a fifteenth. What a camera sees is a picture by itself: of its
// dark glass more than half must have a paper, a code or a button.
func TestLittleOfTheGlassIsEmpty(t *testing.T) {
	if e := emptiest([]Shape{Rect{X: 0, Y: 0, W: width, H: height}}); e != 1 {
		t.Fatalf("of an empty glass %v is empty", e)
	}
	if e := emptiest([]Shape{Rect{X: 40, Y: ground - 100, W: 90, H: 100}}); e < 0.7 || e > 0.75 {
		t.Fatalf("over a button at the foot %v is empty", e)
	}
	drawnScreens(t, func(t *testing.T, where string, s guide.Screen) {
		most := 0.25
		if s.On == guide.SurfaceCamera {
			most = 0.5
		}
		for _, size := range sizes {
			if e := emptiest(DrawAt(s, Look{Letters: size}, itself).Shapes); e > most {
				t.Errorf("%s, letters %v: %.2f of the glass is empty", where, size, e)
			}
		}
	})
}
