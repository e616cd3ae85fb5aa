package plot

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"testing"
)

func TestSlope(t *testing.T) {
	for _, tt := range []struct {
		points []Point
		want   float64
	}{
		{nil, 0},
		{[]Point{{5, 7}}, 0},
		{[]Point{{5, 7}, {5, 9}}, 0},
		{[]Point{{0, 1}, {10, 6}}, 0.5},
		{[]Point{{0, 1}, {1, 2}, {2, 0}, {3, 1}}, -0.2},
	} {
		if got := Slope(tt.points); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", tt.points, got, tt.want)
		}
	}
}

func TestSVG(t *testing.T) {
	for name, c := range map[string]Chart{
		"nothing": {Title: "a < b"},
		"nought":  {Curves: []Curve{{"x", []Point{{0, 0}}}}},
		"curves":  {Title: "t", Curves: []Curve{{"a & b", []Point{{0, 3}, {2000, 287.5}}}, {"c", []Point{{1, 0.004}}}}},
	} {
		svg := c.SVG()
		for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v in %s", name, err, svg)
			}
		}
		if bytes.Contains(svg, []byte("NaN")) || bytes.Contains(svg, []byte("Inf")) {
			t.Errorf("%s: a number is none: %s", name, svg)
		}
	}
}
