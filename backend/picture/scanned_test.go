package picture_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tungbuoc/backend/picture"
)

// Look at testdata/scanned.svg in a browser after every change.
func TestScannedPhonesAreAsLookedAt(t *testing.T) {
	all := &picture.Drawing{Alt: "Điện thoại đã quét được mã"}
	for _, by := range picture.Scanners() {
		d := picture.Scanned(by)
		all.Shapes = append(all.Shapes, picture.Moved(d.Shapes, all.W, 0, 1)...)
		all.W, all.H = all.W+d.W+12, d.H
	}
	got := all.SVG()
	wellFormed(t, got)
	file := filepath.Join("testdata", "scanned.svg")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s differs (go test ./backend/picture -update, then look at it): %v", file, err)
	}
}

// Each kind of phone has a picture of its own, silent beside its sentence, with
// the words' place ringed once and nothing outside of the picture.
func TestScannedPhonesShowWhereToLook(t *testing.T) {
	seen := map[string]picture.Scanner{}
	for _, by := range picture.Scanners() {
		d := picture.Scanned(by)
		svg := string(d.SVG())
		if other, twice := seen[svg]; twice {
			t.Errorf("%s is drawn as %s", by, other)
		}
		seen[svg] = by
		if d.Alt != "" || len(svg) > 4000 {
			t.Errorf("%s says %q in %d bytes", by, d.Alt, len(svg))
		}
		var rings []picture.Rect
		for _, s := range d.Shapes {
			r, ok := s.(picture.Rect)
			if !ok {
				continue
			}
			if edge := r.Line / 2; r.X < edge || r.Y < edge || r.X+r.W > d.W-edge || r.Y+r.H > d.H-edge {
				t.Errorf("%s: %+v reaches out of the picture", by, r)
			}
			if r.Stroke == "#c27f00" {
				rings = append(rings, r)
			}
		}
		if len(rings) != 1 {
			t.Fatalf("%s has %d rings, want one", by, len(rings))
		}
		// Something is written in the ring.
		if !slices.ContainsFunc(d.Shapes, func(s picture.Shape) bool {
			p, ok := s.(picture.Path)
			if !ok || len(p.Ops) != 2 {
				return false
			}
			x, y, right := p.Ops[0].At[0], p.Ops[0].At[1], p.Ops[1].At[0]
			return x > rings[0].X && right < rings[0].X+rings[0].W && y > rings[0].Y && y < rings[0].Y+rings[0].H
		}) {
			t.Errorf("%s: no line of words in the ring", by)
		}
	}
}
