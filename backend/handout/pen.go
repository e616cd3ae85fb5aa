package handout

import (
	"cmp"
	"unicode"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// The inks. What is indigo is black on a printer without colours, tints are
// next to white, and nothing is told by either.
const (
	black  picture.Colour = "#000000"
	white  picture.Colour = "#ffffff"
	indigo picture.Colour = "#26316b"
	rice   picture.Colour = "#fdf2d3"
	gold   picture.Colour = "#e5a823"
)

const leading = 1.28

// pen writes down a column, from top to bottom. All of a column is tried out
// first and moved afterwards, so that it can be made to fit.
type pen struct {
	page    *Page
	x, y, w float64
	dpi     int
	ink     picture.Colour // of text; "": black
	missing []rune
}

// lines writes text at most most lines long (0: all) and moves down.
func (p *pen) lines(text string, size float64, bold bool, most int) {
	p.aligned(text, size, bold, most, false)
}

func (p *pen) aligned(text string, size float64, bold bool, most int, middle bool) {
	if text == "" {
		return
	}
	p.missing = append(p.missing, picture.Missing(text)...)
	p.write(broken(text, p.w, size, bold, most), size, bold, middle, leading)
}

// write puts lines under one another.
func (p *pen) write(lines []string, size float64, bold, middle bool, leading float64) {
	x := p.x
	if middle {
		x += p.w / 2
	}
	for _, line := range lines {
		p.page.Shapes = append(p.page.Shapes, picture.Text{X: x, Y: p.y + size*0.98, Size: size, Words: line, Bold: bold, Middle: middle, Fill: cmp.Or(p.ink, black)})
		p.y += size * leading
	}
}

// labelled writes a bold label and text behind it, hanging.
func (p *pen) labelled(label, text string, size float64) {
	if text == "" {
		return
	}
	label += ":"
	indent := picture.Width(label+" ", size, true)
	if indent > p.w*0.5 {
		p.lines(label, size, true, 1)
		p.lines(text, size, false, 0)
		return
	}
	p.page.Shapes = append(p.page.Shapes, picture.Text{X: p.x, Y: p.y + size*0.98, Size: size, Words: label, Bold: true, Fill: black})
	p.hang(text, size, indent)
}

// boxed writes a line with an empty box to tick.
func (p *pen) boxed(text string, size float64) {
	p.box(size)
	p.hang(text, size, size*1.35)
	p.y += size * 0.2
}

// box draws an empty box to tick beside the next line.
func (p *pen) box(size float64) {
	side := size * 0.82
	p.page.Shapes = append(p.page.Shapes, picture.Rect{X: p.x, Y: p.y + size*0.2, W: side, H: side, Stroke: black, Line: max(0.25, size*0.09)})
}

// numbered writes a step with its number.
func (p *pen) numbered(n, text string, size float64) {
	p.page.Shapes = append(p.page.Shapes, picture.Text{X: p.x, Y: p.y + size*0.98, Size: size, Words: n, Bold: true, Fill: black})
	p.hang(text, size, max(size*1.5, picture.Width(n+" ", size, true)))
	p.y += size * 0.18
}

func (p *pen) hang(text string, size, indent float64) {
	hang := p.beside(indent)
	hang.lines(text, size, false, 0)
	p.join(hang)
}

// beside is a pen in the same column, indented.
func (p *pen) beside(indent float64) *pen {
	hang := *p
	hang.x, hang.w, hang.missing = p.x+indent, p.w-indent, nil
	return &hang
}

// part is a pen in a part of the column's width.
func (p *pen) part(from, width float64) *pen {
	part := p.beside(from)
	part.w = width
	return part
}

// join goes on below what another pen of the page has written.
func (p *pen) join(others ...*pen) {
	for _, o := range others {
		p.y = max(p.y, o.y)
		p.missing = append(p.missing, o.missing...)
	}
}

func (p *pen) gap(mm float64) { p.y += mm }

func (p *pen) rule(width float64) { p.ruled(indigo, width) }

func (p *pen) ruled(colour picture.Colour, width float64) {
	p.page.Shapes = append(p.page.Shapes, picture.Rect{X: p.x, Y: p.y, W: p.w, H: width, Fill: colour})
	p.y += width
}

// code draws a symbol with its top left corner at x, y and gives its side.
func (p *pen) code(x, y float64, symbol *qr.Symbol, module float64, alt string) float64 {
	c := Code{X: x, Y: y, Module: module, Symbol: symbol, Alt: alt}
	p.page.Codes = append(p.page.Codes, c)
	return c.Side()
}

// stamp draws art as high as is said.
func (p *pen) stamp(art *Art, x, y, height float64) {
	p.page.Stamps = append(p.page.Stamps, Stamp{X: x, Y: y, Scale: height / art.H, Art: art})
}

// err says which characters the typeface does not have: they would be gaps on
// paper.
func (p *pen) err() error {
	if len(p.missing) == 0 {
		return nil
	}
	if first := p.missing[0]; !unicode.IsPrint(first) {
		return guide.Errorf(guide.CodeContent, "Trong chữ sẽ in có ký tự ẩn U+%04X. Mời gõ lại chỗ đó rồi in.", first)
	}
	return guide.Errorf(guide.CodeContent, "Phông chữ không có ký tự “%s”. Mời viết lại chỗ đó rồi in.", string(p.missing[:1]))
}
