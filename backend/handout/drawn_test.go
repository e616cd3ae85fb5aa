package handout

import (
	"math"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"tungbuoc/backend/content"
	"tungbuoc/backend/picture"
)

// What stands on a phone that is drawn in a leaflet can be read: its capitals
// are 1.9 mm high at least, which is newsprint. The phone is as wide as a real one.
func TestDrawnPhonesOnPaperCanBeRead(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	capital := capitalHeight(t)
	least, narrowest, phones := math.Inf(1), math.Inf(1), 0
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		if !s.HasGuide() {
			continue
		}
		c, err := collect(lib.Pack, s, Options{Layout: Leaflet})
		if err != nil {
			t.Fatal(err)
		}
		for n, st := range c.Steps {
			if st.Screen == nil {
				continue
			}
			phones++
			drawn, full, shrunk := drawnOnPaper(st)
			narrowest = min(narrowest, drawn.W*full)
			for _, shape := range drawn.Shapes {
				text, ok := shape.(picture.Text)
				if !ok {
					continue
				}
				high := text.Size * shrunk * full * capital
				least = min(least, high)
				if high < 1.9 {
					t.Errorf("%s, step %d: %q has capitals of %.2f mm", s.Key, n+1, text.Words, high)
				}
			}
		}
	}
	if phones == 0 || math.Abs(narrowest-drawnWidth) > 1e-9 {
		t.Errorf("%d phones, the narrowest %.1f mm at full size, want %v", phones, narrowest, drawnWidth)
	}
	t.Logf("%d phones, the least capitals %.2f mm", phones, least)
}

// capitalHeight is how high the H of the printed typeface is, as a share of the size.
func capitalHeight(t *testing.T) float64 {
	t.Helper()
	regular, _ := picture.Fonts()
	f, err := opentype.Parse(regular)
	if err != nil {
		t.Fatal(err)
	}
	var b sfnt.Buffer
	m, err := f.Metrics(&b, fixed.I(1000), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return float64(m.CapHeight) / 64 / 1000
}

// A step without the phone has its scene beside its words, in black and white.
func TestScenesStandOnPaper(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	s, err := lib.Pack.Service("bdhvs")
	if err != nil {
		t.Fatal(err)
	}
	c, err := collect(lib.Pack, s, Options{Layout: Leaflet})
	if err != nil {
		t.Fatal(err)
	}
	scene := picture.Scene("keep", func(s string) string { return s })
	// The steps alone: the page on which they stand.
	drawn := func(st Step) *Page {
		b := &book{f: Job{Layout: Leaflet}.paper(), dpi: 300, pages: []*Page{{W: foldW, H: foldH}}}
		if err := b.step(1, st); err != nil {
			t.Fatal(err)
		}
		return b.pages[len(b.pages)-1]
	}
	// The words are laid out anew beside it, so that they do not count.
	shapes := func(p *Page) (n int) {
		for _, shape := range p.Shapes {
			if _, word := shape.(picture.Text); !word {
				n++
			}
		}
		return n
	}
	scenes := 0
	for i, st := range c.Steps {
		if st.Screen != nil {
			continue
		}
		scenes++
		st.Scene = ""
		without := shapes(drawn(st))
		st.Scene = "keep"
		with := drawn(st)
		if got := shapes(with) - without; got != len(scene.Shapes) {
			t.Errorf("step %d: %d shapes of the scene, want %d", i+1, got, len(scene.Shapes))
		}
		for _, shape := range with.Shapes {
			if path, ok := shape.(picture.Path); ok && path.Fill == "#f5bd4f" {
				t.Errorf("step %d: the folder is printed in the colour of the glass", i+1)
			}
		}
	}
	if scenes == 0 {
		t.Error("the lesson has no step away from the phone")
	}
}
