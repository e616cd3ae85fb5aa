package handout

import (
	"bytes"
	"fmt"

	"tungbuoc/backend/picture"
)

// SVG is the page as a picture for the staff's preview, with words as its
// title.
func (p *Page) SVG(title string) []byte {
	d := picture.Drawing{W: p.W, H: p.H, Shapes: append([]picture.Shape{
		picture.Rect{W: p.W, H: p.H, Fill: "#ffffff"},
	}, p.Shapes...), Alt: title}
	svg := bytes.TrimSuffix(d.SVG(), []byte("</svg>\n"))
	var b bytes.Buffer
	b.Write(svg)
	for _, c := range p.Codes {
		fmt.Fprintf(&b, `<path transform="translate(%.4f %.4f) scale(%.6f)" fill="#000" shape-rendering="crispEdges" d="%s"/>`, c.X, c.Y, c.Module, c.Symbol.Path())
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}
