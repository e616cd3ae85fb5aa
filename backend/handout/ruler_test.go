package handout_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/picture"
)

// Every ruler fits its paper, and its lines are as long as is said.
func TestRulerIsTrue(t *testing.T) {
	for _, l := range handout.Layouts {
		page, err := handout.Ruler(l)
		if err != nil {
			t.Fatal(err)
		}
		across, down := l.RulerMM()
		var gotAcross, gotDown float64
		for _, s := range page.Shapes {
			switch s := s.(type) {
			case picture.Rect:
				if s.X < 0 || s.Y < 0 || s.X+s.W > page.W || s.Y+s.H > page.H {
					t.Errorf("%s: %+v leaves the page", l, s)
				}
				gotAcross, gotDown = max(gotAcross, s.W), max(gotDown, s.H)
			case picture.Text:
				if s.X < 0 || s.X+picture.Width(s.Words, s.Size, s.Bold) > page.W || s.Y > page.H {
					t.Errorf("%s: %q leaves the page", l, s.Words)
				}
			}
		}
		if gotAcross != across || gotDown != down || across < 50 || down < 50 {
			t.Errorf("%s: lines of %v and %v mm, said %v and %v", l, gotAcross, gotDown, across, down)
		}
	}
}

var scaled = regexp.MustCompile(`MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)

// A printer that shrinks to 0.97 gets everything 1/0.97 as large, about the
// middle of the page.
func TestCalibrationIsMadeUpFor(t *testing.T) {
	page, err := handout.Ruler("a4")
	if err != nil {
		t.Fatal(err)
	}
	widths := map[float64]float64{}
	for _, printer := range []float64{1, 0.97} {
		var pdf bytes.Buffer
		err := handout.WritePDF(&pdf, handout.Document{Title: "x", Made: time.Unix(0, 0), Printer: guide.Calibration{Across: printer, Down: 1}}, handout.Just(page).From(1))
		if err != nil {
			t.Fatal(err)
		}
		if m := scaled.FindSubmatch(pdf.Bytes()); m == nil {
			t.Fatal("no page")
		} else if w, _ := strconv.ParseFloat(string(m[1]), 64); w < 595 || w > 596 {
			t.Errorf("the page itself became %v wide", w)
		}
		widths[printer] = blackWidth(t, pdf.Bytes())
	}
	if ratio := widths[0.97] / widths[1]; ratio < 1/0.97-0.005 || ratio > 1/0.97+0.005 {
		t.Errorf("%.4f as wide, want %.4f", ratio, 1/0.97)
	}
}

// blackWidth is how wide, in pixels at 300 dpi, what is printed is.
func blackWidth(t *testing.T, pdf []byte) float64 {
	t.Helper()
	data, err := os.ReadFile(render(t, pdf, 300)[0])
	if err != nil {
		t.Fatal(err)
	}
	var w, h, most int
	if _, err := fmt.Sscanf(string(data[:40]), "P5\n%d %d\n%d\n", &w, &h, &most); err != nil {
		t.Fatal(err)
	}
	pixels := data[len(data)-w*h:]
	left, right := w, 0
	for i, p := range pixels {
		if p < 128 {
			left, right = min(left, i%w), max(right, i%w)
		}
	}
	return float64(right - left + 1)
}
