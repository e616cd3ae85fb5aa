package picture_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// sheetOfScenes is all scenes in rows, to be looked at.
func sheetOfScenes(mono bool) []byte {
	const columns, gap = 5, 12.0
	names := append([]guide.Scene{""}, guide.Scenes...)
	all := picture.Drawing{W: columns*(120+gap) + gap, H: float64((len(names)+columns-1)/columns)*(104+gap) + gap, Alt: "Scenes"}
	for i, name := range names {
		d := picture.Scene(name, same)
		if mono {
			d = d.Mono()
		}
		x, y := gap+float64(i%columns)*(120+gap), gap+float64(i/columns)*(104+gap)
		all.Shapes = append(all.Shapes, picture.Moved(d.Shapes, x, y, 1)...)
	}
	return all.SVG()
}

func TestScenesAreAsLookedAt(t *testing.T) {
	for name, mono := range map[string]bool{"scenes.svg": false, "scenes-mono.svg": true} {
		got, file := sheetOfScenes(mono), filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(file); err != nil || string(want) != string(got) {
			t.Errorf("%s is not as it was looked at (%v): go test ./backend/picture -update, and look", file, err)
		}
	}
}

// Every name has a drawing of its own, said in words of its own, which are translated.
func TestScenesAndTheirNamesAreTheSame(t *testing.T) {
	said, drawn := map[string]guide.Scene{}, map[string]guide.Scene{}
	for _, name := range append([]guide.Scene{""}, guide.Scenes...) {
		d := picture.Scene(name, strings.ToUpper)
		if want := strings.ToUpper("Hình vẽ: " + name.Words() + "."); d.Alt != want {
			t.Errorf("%s is said as %q, want %q", name, d.Alt, want)
		}
		svg := string(d.SVG())
		_, shapes, _ := strings.Cut(svg, ">")
		if twin, twice := said[d.Alt]; twice {
			t.Errorf("%s is said as %q is", name, twin)
		}
		if twin, twice := drawn[shapes]; twice {
			t.Errorf("%s is drawn as %q is", name, twin)
		}
		said[d.Alt], drawn[shapes] = name, name
		if !strings.Contains(svg, `role="img"`) {
			t.Errorf("%s says nothing to who cannot see it", name)
		}
	}
}
