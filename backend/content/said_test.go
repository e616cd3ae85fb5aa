package content_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// Every drawing of the shipped pack whose words an office may change is read as it is,
// and takes a new word on its heading.
func TestDrawingsCanBeSaidOtherwise(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	seen := map[string]bool{}
	for i := range lib.Pack.Services {
		for _, place := range lib.Pack.ScreensOf(lib.Pack.Services[i].Key) {
			if seen[place.Target] {
				continue
			}
			seen[place.Target] = true
			st, err := lib.Pack.Drawn(place.Target, "")
			if err != nil {
				t.Fatal(err)
			}
			if said, fits := st.Screen.Said(st.Screen.Lines()); !fits || len(said) > 0 {
				t.Errorf("%s: %+v", place.Target, said)
			}
			if len(seen)%20 != 1 { // each is read beside the whole pack
				continue
			}
			flaws, err := lib.Pack.ReadWording(guide.Wording{Target: place.Target, Say: "title: " + st.Screen.Title + " khác"}, "2026-11-30")
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range flaws {
				if !f.Warning || strings.Contains(f.Mend, "yaml") {
					t.Errorf("%s: %+v", place.Target, f)
				}
			}
		}
	}
	if len(seen) < 500 {
		t.Errorf("only %d drawings", len(seen))
	}
}
