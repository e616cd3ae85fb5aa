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
			if st.Screen == nil { // TestDrawingsCanBeCopied
				continue
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

// A drawing that is offered for a step of the shipped pack may be copied there as it is.
func TestDrawingsCanBeCopied(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	offered := 0
	for i := range lib.Pack.Services {
		for _, place := range lib.Pack.ScreensOf(lib.Pack.Services[i].Key) {
			st, err := lib.Pack.Drawn(place.Target, "")
			if err != nil {
				t.Fatal(err)
			}
			if st.Screen != nil {
				continue
			}
			list := lib.Pack.DrawingsFor(place.Target)
			for _, d := range list[:min(len(list), 3)] { // each is read beside the whole pack
				offered++
				flaws, err := lib.Pack.ReadWording(guide.Wording{Target: place.Target, Say: d.Line}, "2026-11-30")
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range flaws {
					if !f.Warning || strings.Contains(f.Mend, "yaml") {
						t.Errorf("%s, %s: %+v", place.Target, d.Line, f)
					}
				}
			}
		}
	}
	if offered < 20 {
		t.Errorf("only %d drawings are offered", offered)
	}
}
