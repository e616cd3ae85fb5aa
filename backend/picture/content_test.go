package picture_test

import (
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/picture"
)

// Every character of the shipped pack can be drawn, and every drawn screen
// keeps its target in view.
func TestShippedPackCanBeDrawn(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	for _, sentence := range content.Sentences(lib.Pack) {
		if m := picture.Missing(sentence); len(m) > 0 {
			t.Errorf("%q has %q, which the font cannot draw", sentence, m)
		}
	}
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		steps, err := lib.Pack.AllSteps(s)
		if err != nil {
			t.Fatal(err)
		}
		for n, st := range steps {
			if st.Screen == nil {
				continue
			}
			d := picture.Draw(*st.Screen, same)
			wellFormed(t, d.SVG())
			if m := picture.Missing(d.Alt); len(m) > 0 {
				t.Errorf("%s step %d has %q, which the font cannot draw", s.Key, n+1, m)
			}
			if _, ok := ringOf(d); st.Screen.Target != "" && !ok {
				t.Errorf("%s step %d: the target is not ringed", s.Key, n+1)
			}
			play := picture.Rehearse(*st.Screen, same)
			wellFormed(t, play.SVG)
			if want := len(st.Screen.Touches()); s.Rehearse && len(play.Touches) != want {
				t.Errorf("%s step %d: %d of %d places to touch fit on the phone", s.Key, n+1, len(play.Touches), want)
			}
		}
	}
}
