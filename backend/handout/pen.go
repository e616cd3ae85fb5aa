package handout

import (
	"regexp"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// black is the only ink.
const black picture.Colour = "#000000"

const leading = 1.28

// pen writes down a column, from top to bottom. All of a column is tried out
// first and moved afterwards, so that it can be made to fit.
type pen struct {
	page    *Page
	x, y, w float64
	dpi     int
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
	if most == 0 {
		most = 200
	}
	p.missing = append(p.missing, picture.Missing(text)...)
	x := p.x
	if middle {
		x += p.w / 2
	}
	for _, line := range picture.Wrap(text, p.w, size, bold, most) {
		p.page.Shapes = append(p.page.Shapes, picture.Text{X: x, Y: p.y + size*0.98, Size: size, Words: strings.ReplaceAll(line, noBreak, " "), Bold: bold, Middle: middle, Fill: black})
		p.y += size * leading
	}
}

const noBreak = "\u00a0"

// telephone finds numbers to call, digits in groups; called finds them with the
// word before them.
var (
	telephone = regexp.MustCompile(`\+?\d[\d .-]+\d`)
	called    = regexp.MustCompile(`(?:` + sayPhone + ` )?` + telephone.String())
)

// numberIn is the telephone number in a text, the longest if there are several:
// the rest are numbers of villages. "" if there is none.
func numberIn(text string) (number string) {
	for _, found := range telephone.FindAllString(text, -1) {
		if len(found) > len(number) {
			number = found
		}
	}
	return number
}

// whole writes text to its end, with every telephone number in one line.
func (p *pen) whole(text string, size float64) {
	p.lines(called.ReplaceAllStringFunc(text, func(number string) string {
		return strings.ReplaceAll(number, " ", noBreak)
	}), size, false, 0)
}

// labelled writes a bold label and text behind it, hanging.
func (p *pen) labelled(label, text string, size float64) {
	if text == "" {
		return
	}
	indent := picture.Width(label+" ", size, true)
	if indent > p.w*0.5 {
		p.lines(label, size, true, 1)
		p.lines(text, size, false, 0)
		return
	}
	p.page.Shapes = append(p.page.Shapes, picture.Text{X: p.x, Y: p.y + size*0.98, Size: size, Words: label, Bold: true, Fill: black})
	hang := *p
	hang.x, hang.w = p.x+indent, p.w-indent
	hang.lines(text, size, false, 0)
	p.y, p.missing = hang.y, hang.missing
}

// boxed writes a line with an empty box to tick.
func (p *pen) boxed(text string, size float64) {
	side := size * 0.82
	p.page.Shapes = append(p.page.Shapes, picture.Rect{X: p.x, Y: p.y + size*0.2, W: side, H: side, Stroke: black, Line: size * 0.09})
	p.hang(text, size, side+size*0.5)
}

// numbered writes a step with its number.
func (p *pen) numbered(n, text string, size float64) {
	p.page.Shapes = append(p.page.Shapes, picture.Text{X: p.x, Y: p.y + size*0.98, Size: size, Words: n, Bold: true, Fill: black})
	p.hang(text, size, size*1.5)
}

func (p *pen) hang(text string, size, indent float64) {
	hang := *p
	hang.x, hang.w = p.x+indent, p.w-indent
	hang.lines(text, size, false, 0)
	p.y, p.missing = hang.y+size*0.18, hang.missing
}

func (p *pen) gap(mm float64) { p.y += mm }

func (p *pen) rule(width float64) {
	p.page.Shapes = append(p.page.Shapes, picture.Rect{X: p.x, Y: p.y, W: p.w, H: width, Fill: black})
	p.y += width
}

// code draws a symbol with its top left corner at x, y and gives its side.
func (p *pen) code(x, y float64, symbol *qr.Symbol, least float64, alt string) float64 {
	c := Code{X: x, Y: y, Module: moduleFor(symbol, least, p.dpi), Symbol: symbol, Alt: alt}
	p.page.Codes = append(p.page.Codes, c)
	return c.Side()
}

// err says which characters the typeface does not have: they would be gaps on
// paper.
func (p *pen) err() error {
	if len(p.missing) == 0 {
		return nil
	}
	return guide.Errorf(guide.CodeContent, "Phông chữ không có ký tự %q. Mời viết lại chỗ đó rồi in.", string(p.missing[:1]))
}
