package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// SVG writes the drawing as a standalone picture: presentation attributes
// only (the window's policy refuses inline styles), no ids (several pictures
// share a page), every word escaped.
func (d *Drawing) SVG() []byte {
	var b bytes.Buffer
	open(&b, d.W, d.H, d.Alt)
	write(&b, d.Shapes)
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// open begins a picture. What it shows is a label and no <title>: that one
// pops up, black on yellow, over what a finger has just touched.
// A picture without words is decoration, of which nothing is said aloud.
func open(b *bytes.Buffer, w, h float64, alt string) {
	if alt == "" {
		fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" aria-hidden="true" stroke-linecap="round" stroke-linejoin="round">`, num(w), num(h))
		return
	}
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="img" font-family="Be Vietnam Pro, sans-serif" stroke-linecap="round" stroke-linejoin="round" aria-label="%s">`,
		num(w), num(h), escape(alt))
}

func write(b *bytes.Buffer, shapes []Shape) {
	for _, s := range shapes {
		switch s := s.(type) {
		case Rect:
			fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s" rx="%s"%s/>`, num(s.X), num(s.Y), num(s.W), num(s.H), num(s.Radius), paint(s.Fill, s.Stroke, s.Line))
		case Circle:
			fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s"%s/>`, num(s.X), num(s.Y), num(s.R), paint(s.Fill, s.Stroke, s.Line))
		case Path:
			fmt.Fprintf(b, `<path d="%s"%s/>`, s.data(), paint(s.Fill, s.Stroke, s.Line))
		case Text:
			extra := ""
			if s.Bold {
				extra = ` font-weight="600"`
			}
			if s.Middle {
				extra += ` text-anchor="middle"`
			}
			fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"%s fill="%s">%s</text>`, num(s.X), num(s.Y), num(s.Size), extra, s.Fill, escape(s.Words))
		}
	}
}

func (p Path) data() string {
	var b strings.Builder
	for _, op := range p.Ops {
		b.WriteByte(op.Kind)
		for i := range op.numbers() {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(num(op.At[i]))
		}
	}
	return b.String()
}

func paint(fill, stroke Colour, width float64) string {
	if fill == "" {
		fill = "none"
	}
	out := ` fill="` + string(fill) + `"`
	if stroke != "" {
		out += ` stroke="` + string(stroke) + `" stroke-width="` + num(width) + `"`
	}
	return out
}

// num writes a number with at most two decimals.
func num(f float64) string {
	s := strconv.FormatFloat(f, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(norm.NFC.String(s))) // a strings.Builder never fails
	return b.String()
}
