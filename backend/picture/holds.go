package picture

import (
	"slices"

	"tungbuoc/backend/guide"
)

// Showing draws a screen as a whole, as a rehearsal does, with its values filled in and
// the target ringed. These parts are seen before others: somebody has changed their words.
func Showing(s guide.Screen, parts []int, tr func(string) string) *Drawing {
	target := s.TargetIndex()
	p := shownIn(s, Look{Letters: 1}, slices.Concat(taught(s), s.Touches(), parts), -1, nil)
	p.foot(tr(guide.WordIllustration), false, soft)
	if target >= 0 {
		ring := &pen{}
		ring.mark(p.boxOf(target))
		p.add(ring.shapes...)
	}
	return &Drawing{W: width, H: height, Shapes: p.shapes, Alt: alt(s, tr)}
}

// Holds says whether a screen, in letters as designed, shows what its step needs with
// all of its words: the target and what it is about on paper, and in a rehearsal every
// place to touch.
func Holds(s guide.Screen) bool {
	same := func(words string) string { return words }
	return wholly(s, true) && wholly(s, false) && len(Rehearse(s, 1, same).Touches) == len(s.Touches())
}

// wholly says whether nothing that must be seen is left out or cut.
func wholly(s guide.Screen, paper bool) bool {
	for _, tight := range []bool{false, true} {
		p := &pen{screen: s, letters: 1, tight: tight, paper: paper, dark: s.On == guide.SurfaceCamera}
		p.frame(s)
		p.cut = false
		if head := p.headButton(); head >= 0 && p.inHead(head) {
			p.wrap(s.Show[head].Button, inner*0.6, buttonSize, true, 2)
		} else {
			p.heading()
		}
		if p.cut || s.On != guide.SurfacePortal && Width(s.App, smallSize, true) > inner {
			return false
		}
		if p.lay(taught(s), s.TargetIndex(), false) {
			return true
		}
	}
	return false
}
