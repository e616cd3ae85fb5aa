// Package plot draws curves of what was measured as a small SVG, for docs/benchmarks.
package plot

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// Chart is one picture: curves over a common axis, which begins at nought.
type Chart struct {
	Title  string
	Across string // what goes to the right
	Up     string // what goes up, with its unit
	Curves []Curve
}

// Curve is one of them.
type Curve struct {
	Name   string
	Points []Point
}

// Point is one value.
type Point struct{ X, Y float64 }

// Slope is how much Y grows with one of X, by least squares; nought for fewer than two points.
func Slope(points []Point) float64 {
	n := float64(len(points))
	var sx, sy, sxx, sxy float64
	for _, p := range points {
		sx, sy, sxx, sxy = sx+p.X, sy+p.Y, sxx+p.X*p.X, sxy+p.X*p.Y
	}
	if d := n*sxx - sx*sx; d > 0 {
		return (n*sxy - sx*sy) / d
	}
	return 0
}

const (
	width, height            = 860, 420
	left, right, top, bottom = 64, 190, 44, 48
)

// colours can be told apart by who does not see red and green; the dashes help where they print grey.
var (
	colours = []string{"#1b4f9c", "#b5520b", "#2a7d5b", "#7a3e9d", "#5b5b5b", "#a3123f"}
	dashes  = []string{"", "7 3", "2 3", "9 3 2 3", "12 4", "4 4"}
)

// SVG draws it.
func (c Chart) SVG() []byte {
	var most Point
	for _, curve := range c.Curves {
		for _, p := range curve.Points {
			most.X, most.Y = max(most.X, p.X), max(most.Y, p.Y)
		}
	}
	stepX, stepY := step(most.X), step(most.Y)
	endX, endY := max(stepX, math.Ceil(most.X/stepX)*stepX), max(stepY, math.Ceil(most.Y/stepY)*stepY)
	x := func(v float64) float64 { return left + v/endX*(width-left-right) }
	y := func(v float64) float64 { return height - bottom - v/endY*(height-top-bottom) }

	var b strings.Builder
	text := func(x, y float64, more, words string) {
		fmt.Fprintf(&b, `<text x="%.1f" y="%.1f"%s>%s</text>`+"\n", x, y, more, html.EscapeString(words))
	}
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" fill="#222">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", width, height)
	text(left, 22, ` font-size="16" font-weight="bold"`, c.Title)
	text(left, height-8, "", c.Across)
	text(8, 38, "", c.Up)
	for v := 0.0; v <= endY+stepY/2; v += stepY {
		fmt.Fprintf(&b, `<path d="M%d %.1fH%d" stroke="#ddd"/>`+"\n", left, y(v), width-right)
		text(left-8, y(v)+4, ` text-anchor="end"`, number(v))
	}
	for v := 0.0; v <= endX+stepX/2; v += stepX {
		text(x(v), height-bottom+18, ` text-anchor="middle"`, number(v))
	}
	for i, curve := range c.Curves {
		colour, dash := colours[i%len(colours)], dashes[i%len(dashes)]
		var points []string
		for _, p := range curve.Points {
			points = append(points, fmt.Sprintf("%.1f,%.1f", x(p.X), y(p.Y)))
		}
		fmt.Fprintf(&b, `<polyline fill="none" stroke="%s" stroke-width="2" stroke-dasharray="%s" points="%s"/>`+"\n", colour, dash, strings.Join(points, " "))
		row := float64(top + 12 + 22*i)
		fmt.Fprintf(&b, `<path d="M%d %.1fh26" stroke="%s" stroke-width="2" stroke-dasharray="%s"/>`+"\n", width-right+14, row, colour, dash)
		text(width-right+46, row+4, "", curve.Name)
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// step is the distance of two lines: some five or six of them, at round numbers.
func step(most float64) float64 {
	if most <= 0 {
		return 1
	}
	ten := math.Pow(10, math.Floor(math.Log10(most)))
	for _, part := range []float64{0.1, 0.2, 0.5, 1} {
		if most/(ten*part) <= 10 {
			return ten * part
		}
	}
	return ten * 2
}

func number(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
}
