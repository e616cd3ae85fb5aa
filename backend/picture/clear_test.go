package picture

import (
	"fmt"
	"slices"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// sizes are the sizes of letters in the window.
var sizes = []float64{1, 1.25, 1.6, 2}

func itself(s string) string { return s }

// drawnScreens calls f with every drawn screen of the shipped pack.
func drawnScreens(t *testing.T, f func(t *testing.T, where string, s guide.Screen)) {
	t.Helper()
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	drawn := 0
	each := func(key string, steps []guide.Step) {
		for i, st := range steps {
			if st.Screen != nil {
				drawn++
				f(t, fmt.Sprintf("%s step %d", key, i+1), *st.Screen)
			}
		}
	}
	for _, s := range lib.Pack.Services {
		each(s.Key, s.Steps)
	}
	for _, flow := range lib.Pack.Flows {
		each("flow "+flow.Key, flow.Steps)
	}
	if drawn < 400 {
		t.Fatalf("only %d drawn screens", drawn)
	}
}

// seen is the box of a shape that is read, or false.
func seen(s Shape) (box, bool) {
	t, ok := s.(Text)
	if !ok {
		return box{}, false
	}
	b := t.box()
	return box{b.x, t.Y - t.Size*0.8, b.w, t.Size * 0.85}, true // capitals and what hangs below the line
}

// Ring and hand mark the target and cover nothing that is read or touched; the
// words of the target and of its neighbours are whole; all of it is on the glass.
func TestRingAndHandCoverNothing(t *testing.T) {
	drawnScreens(t, func(t *testing.T, where string, s guide.Screen) {
		target := s.TargetIndex()
		if target < 0 {
			return
		}
		for _, size := range sizes {
			p := shownIn(s, Look{Letters: size}, taught(s), target, nil)
			at := p.boxOf(target)
			if at.w == 0 || at.bottom() > ground || at.y < barBottom {
				t.Errorf("%s, letters %v: the target %+v is not on the glass", where, size, at)
			}
			ring, hand := at.grow(ringReach), handBox(at)
			if hand.bottom() > ground {
				t.Errorf("%s, letters %v: the hand %+v leaves the glass", where, size, hand)
			}
			for _, o := range p.spots {
				if o.part != target && (o.overlap(ring) > 0 || o.overlap(hand) > 0) && !slices.ContainsFunc(p.spots, func(in spot) bool { return in.part == target && in.box == o.box }) {
					t.Errorf("%s, letters %v: ring or hand lie on %q", where, size, s.Show[o.part].Words())
				}
			}
			for _, shape := range p.shapes {
				b, ok := seen(shape)
				if !ok {
					continue
				}
				inside := at.overlap(b) > 0.9*b.w*b.h
				if !inside && ring.overlap(b) > 0 || hand.overlap(b) > 0 {
					t.Errorf("%s, letters %v: ring or hand lie on %q", where, size, shape.(Text).Words)
				}
			}
		}
	})
}

// A paper before the camera, a stranger's message, a warning, the name of a page: what a step
// speaks of is on its drawing at every size, to be looked at and to be practised on.
func TestWhatIsTaughtIsSeen(t *testing.T) {
	photos := 0
	drawnScreens(t, func(t *testing.T, where string, s guide.Screen) {
		for _, size := range sizes {
			practised := append(taught(s), s.Touches()...)
			nothingYet := func() map[int][]Shape { return map[int][]Shape{} }
			for way, p := range map[string]*pen{
				"drawn":     shownIn(s, Look{Letters: size}, taught(s), s.TargetIndex(), nil),
				"on paper":  shownIn(s, Look{Letters: size, Paper: true}, taught(s), s.TargetIndex(), nil),
				"practised": shownIn(s, Look{Letters: size}, practised, -1, nothingYet),
			} {
				must := taught(s)
				if way == "practised" {
					must = practised
				}
				for _, i := range must {
					if b := p.boxOf(i); b.h == 0 || b.bottom() > ground || b.y < barBottom || b.x < glassLeft || b.x+b.w > width-glassLeft {
						t.Errorf("%s, %s, letters %v: %q is not on the glass", where, way, size, s.Show[i].Words())
					}
					if s.Show[i].Kind() == guide.PartPhoto {
						photos++
					}
				}
			}
		}
	})
	if photos < 100 {
		t.Errorf("only %d photos", photos)
	}
}

// Words stay inside the glass and are large enough to be read: 24 pixels where
// the phone is 500 wide. No label is cut.
func TestWordsAreWholeAndInside(t *testing.T) {
	const pixels = 500 / width
	drawnScreens(t, func(t *testing.T, where string, s guide.Screen) {
		for _, size := range sizes {
			d := DrawAt(s, Look{Letters: size}, itself)
			for _, shape := range d.Shapes {
				text, ok := shape.(Text)
				if !ok {
					continue
				}
				b := text.box()
				caption := text.Words == guide.WordIllustration
				if !caption && (b.x < glassLeft || b.x+b.w > width-glassLeft || b.y < glassTop || text.Y > ground) {
					t.Errorf("%s, letters %v: %q leaves the glass", where, size, text.Words)
				}
				if text.Size*pixels < 24 {
					t.Errorf("%s, letters %v: %q is %.1f pixels", where, size, text.Words, text.Size*pixels)
				}
				if r := []rune(text.Words); len(r) > 0 && r[len(r)-1] == '…' {
					t.Errorf("%s, letters %v: %q is cut", where, size, text.Words)
				}
			}
		}
	})
}

// What is to be touched in a rehearsal is drawn 64 pixels high where the phone
// is 500 wide, all of it fits at every size, and no two places overlap.
func TestRehearsalPlacesAreLarge(t *testing.T) {
	const pixels = 500 / width
	drawnScreens(t, func(t *testing.T, where string, s guide.Screen) {
		for _, size := range sizes {
			play := Rehearse(s, size, itself)
			if want := len(s.Touches()); len(play.Touches) != want {
				t.Errorf("%s, letters %v: %d of %d places to touch", where, size, len(play.Touches), want)
			}
			for i, a := range play.Spots {
				if a.Part.Kind() != guide.PartText && a.H*height*pixels < 63.8 {
					t.Errorf("%s, letters %v: %q is %.0f pixels high", where, size, a.Part.Words(), a.H*height*pixels)
				}
				for _, b := range play.Spots[i+1:] {
					if (box{a.X, a.Y, a.W, a.H}).overlap(box{b.X, b.Y, b.W, b.H}) > 0 {
						t.Errorf("%s, letters %v: %q and %q overlap", where, size, a.Part.Words(), b.Part.Words())
					}
				}
			}
		}
	})
}

// Letters grow with those around the picture. Where all of what must be seen
// does not fit in the largest, they are smaller: on few screens, and not by much.
func TestLettersGrow(t *testing.T) {
	screens, held := 0, 0
	drawnScreens(t, func(t *testing.T, where string, s guide.Screen) {
		target := s.TargetIndex()
		if target < 0 {
			return
		}
		screens++
		p := shownIn(s, Look{Letters: 2}, taught(s), target, nil)
		if p.letters < 1.05 {
			t.Errorf("%s: letters grow to %.1f only", where, p.letters)
		}
		if p.letters < 1.59 { // steps of 0.1 leave a trace
			held++
		}
	})
	if held*20 > screens {
		t.Errorf("letters stay small on %d of %d screens", held, screens)
	}
}
